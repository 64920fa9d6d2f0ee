// SPDX-License-Identifier: MIT
#include "progress/exchange.h"

#include "check.h"
#include "progress/schema.h"

#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

static const char schema[] = "routines/schema/history.schema.json";

static const char *breathing[] = {"breathing"};
static const char *whole[] = {"full-mobility", "mobility"};

static struct record_step steps[] = {
    {"diaphragmatic-breathing", "Belly breathing", {breathing, 1}, true, 120 * TICK_S},
    {"", "Fetch your “roller”, \"now\"\\", {NULL, 0}, false, 0},
    {"cat-cow", "Cat–cow", {whole + 1, 1}, true, 119999600},
};

static struct record sessions[] = {
    {.id = 7,
     .begun = 1795414200,
     .offset = 3600,
     .lasted = 981234567,
     .routine = "daily-mobility",
     .title = "Daily mobility",
     .counts_as = {whole, 2},
     .planned = 725 * TICK_S,
     .worked = 725 * TICK_S,
     .end = RECORD_FINISHED,
     .before = 4,
     .after = 6,
     .steps = steps,
     .step_count = 3},
    {.id = 8,
     .begun = 1795417800,
     .offset = -12600,
     .lasted = 60 * TICK_S,
     .routine = "posture-break",
     .title = "Posture break",
     .planned = 180 * TICK_S,
     .worked = 31 * TICK_S,
     .end = RECORD_LEFT,
     .left_at = 33500 * TICK_MS,
     .before = RECORD_UNSAID,
     .after = 0,
     .steps = steps + 1,
     .step_count = 1},
    {.id = 9,
     .begun = 1795500600,
     .routine = "breathing-4-6",
     .title = "Breathing 4–6",
     .counts_as = {breathing, 1},
     .planned = 300 * TICK_S,
     .before = RECORD_UNSAID,
     .after = RECORD_UNSAID},
};

static struct record_tick ticks[] = {
    {20780, "full-body-strength"}, {20780, "water"}, {20781, "water"}};

static const struct records sample = {
    .sessions = sessions, .session_count = 3, .ticks = ticks, .tick_count = 3};

static char *printed(const struct records *records,
                     bool (*print)(const struct records *records, FILE *out))
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    assert_true(print(records, out));
    fclose(out);
    return text;
}

/* What is read lives in this arena; a test has one. */
struct reading {
    struct arena arena;
    struct source source;
    struct diag_list diags;
    struct records records;
    bool good;
};

static void read_bytes(struct reading *reading, const char *text, size_t length)
{
    arena_init(&reading->arena);
    reading->source = (struct source){"history.json", text, length};
    diag_init(&reading->diags, &reading->arena);
    reading->good =
        exchange_read_json(&reading->arena, &reading->source, &reading->diags, &reading->records);
    assert_int_equal(reading->good, reading->diags.errors == 0);
    if (!reading->good)
        assert_int_equal(reading->records.session_count + reading->records.tick_count, 0);
}

static bool is_read(const char *text)
{
    struct reading reading;
    read_bytes(&reading, text, strlen(text));
    arena_finish(&reading.arena);
    return reading.good;
}

/* The text, read and written again. */
static void expect_same_again(const char *text)
{
    struct reading reading;
    read_bytes(&reading, text, strlen(text));
    if (!reading.good)
        fail_msg("%s: %s", reading.diags.items[0].message, text);
    char *again = printed(&reading.records, exchange_print_json);
    assert_string_equal(again, text);
    free(again);
    arena_finish(&reading.arena);
}

static void json_comes_back_byte_by_byte(void **state)
{
    (void)state;
    char *text = printed(&sample, exchange_print_json);
    schema_expect(schema, text);
    expect_same_again(text);
    assert_non_null(strstr(text,
                           "{\"begun\":\"2026-11-23T07:10:00+01:00\","
                           "\"routine\":\"daily-mobility\",\"title\":\"Daily mobility\","
                           "\"counts_as\":[\"full-mobility\",\"mobility\"],"
                           "\"planned_s\":725.000,\"worked_s\":725.000,\"lasted_s\":981.235,"
                           "\"end\":\"finished\",\"left_at_s\":null,\"before\":4,\"after\":6,"));
    assert_non_null(strstr(text, "\"end\":\"left\",\"left_at_s\":33.500,\"before\":null"));
    assert_non_null(strstr(text, "{\"exercise\":null,"));
    assert_non_null(strstr(text, "\"work_s\":120.000}"));
    free(text);
}

static void everything_is_read(void **state)
{
    (void)state;
    struct reading reading;
    char *text = printed(&sample, exchange_print_json);
    read_bytes(&reading, text, strlen(text));
    assert_int_equal(reading.records.session_count, 3);
    const struct record *left = &reading.records.sessions[1];
    assert_int_equal(left->id, 0);
    assert_int_equal(left->begun, sessions[1].begun);
    assert_int_equal(left->offset, -12600);
    assert_int_equal(left->left_at, 33500 * TICK_MS);
    assert_int_equal(left->before, RECORD_UNSAID);
    assert_int_equal(left->after, 0);
    assert_string_equal(left->steps[0].exercise, "");
    assert_string_equal(left->steps[0].title, steps[1].title);
    assert_false(left->steps[0].done);
    assert_int_equal(reading.records.sessions[0].steps[2].counts_as.count, 1);
    assert_int_equal(reading.records.tick_count, 3);
    assert_int_equal(reading.records.ticks[2].day, 20781);
    arena_finish(&reading.arena);
    free(text);
}

/* Ten thousand sessions have a hundred titles. */
static void what_comes_again_is_kept_once(void **state)
{
    (void)state;
    struct record twice[] = {sessions[0], sessions[0]};
    struct reading reading;
    char *text = printed(
        &(struct records){
            .sessions = twice, .session_count = 2, .ticks = ticks + 1, .tick_count = 2},
        exchange_print_json);
    read_bytes(&reading, text, strlen(text));
    const struct record *a = &reading.records.sessions[0], *b = a + 1;
    assert_ptr_equal(a->title, b->title);
    assert_ptr_equal(a->steps[2].counts_as.items[0], a->counts_as.items[1]);
    assert_ptr_equal(reading.records.ticks[0].item, reading.records.ticks[1].item);
    assert_ptr_not_equal(a->steps, b->steps);
    arena_finish(&reading.arena);
    free(text);
}

static void nothing_is_a_file_too(void **state)
{
    (void)state;
    char *text = printed(&(struct records){0}, exchange_print_json);
    assert_string_equal(text, "{\"history\":1,\n\"sessions\":[\n],\n\"ticks\":[\n]}\n");
    schema_expect(schema, text);
    expect_same_again(text);
    free(text);
}

/* A history that something else has written into. */
static void what_is_written_can_be_read_whatever_it_is(void **state)
{
    char title[1000];
    memset(title, 'x', sizeof title - 1);
    title[sizeof title - 1] = '\0';
    const char *words[100];
    for (size_t i = 0; i < 100; i++)
        words[i] = "\xFF\x1B[2J";
    struct record_step step = {title, "", {words, 100}, true, -1};
    struct record odd = {.begun = INT64_MIN / 2,
                         .offset = 3208,
                         .lasted = INT64_MAX,
                         .routine = "",
                         .title = "a\nb\x7F\xC2\x9B\xED\xA0\x80",
                         .planned = INT64_MIN,
                         .end = RECORD_LEFT,
                         .left_at = -1,
                         .before = 99,
                         .after = -99,
                         .steps = &step,
                         .step_count = 1};
    struct record_tick odd_tick = {INT64_MAX, title};
    (void)state;
    char *text = printed(
        &(struct records){
            .sessions = &odd, .session_count = 1, .ticks = &odd_tick, .tick_count = 1},
        exchange_print_json);
    schema_expect(schema, text);
    expect_same_again(text);
    free(text);
}

static void sessions_are_sorted_as_they_are_read(void **state)
{
    (void)state;
    struct record turned[] = {sessions[2], sessions[1], sessions[0]};
    struct record_tick turned_ticks[] = {ticks[2], ticks[0]};
    char *text = printed(
        &(struct records){
            .sessions = turned, .session_count = 3, .ticks = turned_ticks, .tick_count = 2},
        exchange_print_json);
    struct reading reading;
    read_bytes(&reading, text, strlen(text));
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(reading.records.sessions[i].begun, sessions[i].begun);
    assert_int_equal(reading.records.ticks[0].day, 20780);
    arena_finish(&reading.arena);
    free(text);
}

/* Of one session the beginning is filled in. */
#define WITH(rest)                                                                                 \
    "{\"history\":1,\"sessions\":[{\"begun\":\"2026-11-23T07:10:00+01:00\",\"routine\":\"a\","     \
    "\"title\":\"A\",\"counts_as\":[],\"planned_s\":1,\"worked_s\":1,\"lasted_s\":1," rest         \
    "}],\"ticks\":[]}"
#define STEP(rest) WITH("\"end\":\"open\",\"steps\":[{" rest "}]")

static const struct {
    const char *text, *message;
} wrong[] = {
    {"", "the file ends before its JSON does"},
    {" \n", "the file ends before its JSON does"},
    {"{", "the file ends before its JSON does"},
    {"null\n", "an object in braces belongs here, not null"},
    {"[]", "an object in braces belongs here, not a list"},
    {"{} {}", "this is no JSON"},
    {"{}]", "this is no JSON"},
    {"{\"history\":1,}", "this is no JSON"},
    {"{'history':1}", "this is no JSON"},
    {"{'\"':[]}", "this is no JSON: texts stand in double quotes"},
    {"{\"history\":NaN}", "history: 1 belongs here"},
    {"{\"history\":1 /* one */}", "this is no JSON"},
    {"{\"history\":\"\xFF\"}", "this is no JSON"},
    {"\xEF\xBB\xBF{}", "this is no JSON"},
    {"{\"history\":[[[[[[[[[]]]]]]]]]}", "this is no JSON: nesting too deep"},
    {"{}", "history: is missing"},
    {"{\"history\":2,\"strange\":1}", "a newer unknot wrote this; this one reads format 1"},
    {"{\"history\":\"1\"}", "history: 1 belongs here, not '1'"},
    {"{\"history\":0}", "history: 1 belongs here, not 0"},
    {"{\"history\":1,\"sesions\":[]}", "sesions: nothing is called so; did you mean 'sessions'?"},
    {"{\"history\":1,\"sessions\":{}}", "sessions: a list belongs here, not an object"},
    {"{\"history\":1,\"sessions\":[1]}", "sessions[0]: an object in braces belongs here, not 1"},
    {"{\"history\":1,\"sessions\":[{\"begun\":\"today\"}]}",
     "sessions[0].begun: a time such as '2026-11-23T07:10:00+01:00' belongs here, not 'today'"},
    {"{\"history\":1,\"sessions\":[{\"begun\":\"0001-01-01T23:59:59Z\"}]}", "sessions[0].begun: "},
    {"{\"history\":1,\"sessions\":[{\"begun\":\"2026-11-23T07:10:00Z\\u0000\"}]}",
     "sessions[0].begun: "},
    {"{\"history\":1,\"sessions\":[{\"title\":\"\"}]}",
     "sessions[0].title: a text of 1 to 200 characters belongs here, not of 0"},
    {"{\"history\":1,\"sessions\":[{\"title\":\"a\\u0000b\"}]}",
     "sessions[0].title: there is a control character"},
    {"{\"history\":1,\"sessions\":[{\"title\":\"\\u001b[2J\"}]}",
     "sessions[0].title: there is a control character"},
    {"{\"history\":1,\"sessions\":[{\"title\":7}]}", "sessions[0].title: a text belongs here"},
    {"{\"history\":1,\"sessions\":[{\"counts_as\":[\"a\",7]}]}",
     "sessions[0].counts_as[1]: a text belongs here, not 7"},
    {"{\"history\":1,\"sessions\":[{\"planned_s\":-1}]}",
     "sessions[0].planned_s: seconds belong here, from 0 to 31622400, not -1"},
    {"{\"history\":1,\"sessions\":[{\"planned_s\":1e400}]}", "sessions[0].planned_s: seconds"},
    {"{\"history\":1,\"sessions\":[{\"planned_s\":99999999999999999999}]}",
     "sessions[0].planned_s: seconds"},
    {"{\"history\":1,\"sessions\":[{\"planned_s\":\"1\"}]}", "sessions[0].planned_s: seconds"},
    {"{\"history\":1,\"sessions\":[{\"end\":\"stopped\"}]}",
     "sessions[0].end: 'open', 'finished' or 'left' belongs here, not 'stopped'"},
    {"{\"history\":1,\"sessions\":[{\"before\":11}]}",
     "sessions[0].before: a whole number from 0 to 10 belongs here, or null, not 11"},
    {"{\"history\":1,\"sessions\":[{\"after\":4.5}]}", "sessions[0].after: a whole number"},
    {WITH("\"end\":\"left\",\"steps\":[]"), "sessions[0].left_at_s: is missing"},
    {WITH("\"end\":\"open\",\"left_at_s\":0,\"steps\":[]"),
     "sessions[0].left_at_s: belongs only where 'end' is 'left'"},
    {WITH("\"end\":\"open\""), "sessions[0].steps: is missing"},
    {STEP("\"title\":\"A\",\"counts_as\":[],\"done\":1,\"work_s\":0"),
     "sessions[0].steps[0].done: true or false belongs here, not 1"},
    {STEP("\"title\":\"A\",\"counts_as\":[],\"done\":true"),
     "sessions[0].steps[0].work_s: is missing"},
    {STEP("\"exercise\":\"\""), "sessions[0].steps[0].exercise: a text of 1 to 64"},
    {"{\"history\":1,\"sessions\":[],\"ticks\":[{\"day\":\"2026-02-30\",\"item\":\"water\"}]}",
     "ticks[0].day: a day such as '2026-11-23' belongs here, not '2026-02-30'"},
    {"{\"history\":1,\"sessions\":[],\"ticks\":[{\"day\":\"0000-12-31\",\"item\":\"water\"}]}",
     "ticks[0].day: "},
    {"{\"history\":1,\"sessions\":[],\"ticks\":[{\"day\":\"2026-02-03\"}]}",
     "ticks[0].item: is missing"},
};

static bool says(const struct diag_list *diags, const char *message)
{
    for (size_t i = 0; i < diags->count; i++)
        if (text_starts(diags->items[i].message, message))
            return true;
    return false;
}

static void each_mistake_is_said_with_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct reading reading;
        read_bytes(&reading, wrong[i].text, strlen(wrong[i].text));
        if (reading.good || !says(&reading.diags, wrong[i].message)) {
            diag_print(&reading.diags, stderr, false);
            fail_msg("no message '%s' for %s", wrong[i].message, wrong[i].text);
        }
        arena_finish(&reading.arena);
    }
}

static void what_is_no_json_is_shown_where_it_stands(void **state)
{
    (void)state;
    struct reading reading;
    read_bytes(&reading, "{\n \"ä\": x}", 12);
    assert_int_equal(reading.diags.items[0].span.line, 2);
    assert_int_equal(reading.diags.items[0].span.column, 7);
    arena_finish(&reading.arena);
}

static void messages_come_to_an_end(void **state)
{
    char text[20000] = "{\"history\":1,\"ticks\":[],\"sessions\":[0";
    (void)state;
    for (int i = 0; i < 1000; i++)
        strcat(text, ",0");
    strcat(text, "]}");
    struct reading reading;
    read_bytes(&reading, text, strlen(text));
    assert_int_equal(reading.diags.errors, EXCHANGE_MAX_ERRORS + 1);
    assert_true(says(&reading.diags, "and 981 more"));
    arena_finish(&reading.arena);
}

static void too_much_is_refused_before_it_takes_memory(void **state)
{
    (void)state;
    size_t length = (size_t)3 * EXCHANGE_MAX_LISTS;
    char *text = malloc(length);
    assert_non_null(text);
    for (size_t i = 0; i < length; i += 3)
        memcpy(text + i, "[],", 3);
    text[0] = '[';
    struct reading reading;
    read_bytes(&reading, text, length);
    assert_false(reading.good);
    arena_finish(&reading.arena);
    memcpy(text, "[[[", 3);
    read_bytes(&reading, text, length);
    assert_true(says(&reading.diags, "this is more than a history holds"));
    arena_finish(&reading.arena);
    free(text);
}

/* The schema and the reader take and refuse the same: each member of the sample is left out, and
 * replaced by what may or may not fit. */
static json_object *member_at(json_object *top, const char *pointer)
{
    json_object *found = NULL;
    assert_int_equal(json_pointer_get(top, pointer, &found), 0);
    return found;
}

static void expect_same_verdict(json_object *top, const char *what)
{
    const char *text = json_object_to_json_string(top);
    const char *word = schema_broken_word(schema, text);
    if ((word == NULL) != is_read(text))
        fail_msg("%s: the reader %s, the schema %s: %s", what, is_read(text) ? "takes" : "refuses",
                 word != NULL ? word : "takes it", text);
}

static void schema_and_reader_agree(void **state)
{
    static const char *const objects[] = {"", "/sessions/1", "/sessions/0/steps/0", "/ticks/0"};
    static const char *const values[] = {NULL,    "null", "true",  "-1", "1",  "11", "0.5",
                                         "1e300", "\"\"", "\"x\"", "[]", "{}", "[0]"};
    (void)state;
    char *text = printed(&sample, exchange_print_json);
    for (size_t object = 0; object < sizeof objects / sizeof *objects; object++)
        for (size_t value = 0; value < sizeof values / sizeof *values; value++) {
            json_object *counted = json_tokener_parse(text);
            size_t members = (size_t)json_object_object_length(member_at(counted, objects[object]));
            for (size_t member = 0; member < members; member++) {
                json_object *top = json_tokener_parse(text);
                json_object *of = member_at(top, objects[object]);
                struct json_object_iterator at = json_object_iter_begin(of);
                for (size_t i = 0; i < member; i++)
                    json_object_iter_next(&at);
                char key[32];
                snprintf(key, sizeof key, "%s", json_object_iter_peek_name(&at));
                bool gone = values[value] == NULL || text_equal(values[value], "null");
                if (values[value] == NULL)
                    json_object_object_del(of, key);
                else
                    json_object_object_add(of, key, json_tokener_parse(values[value]));
                /* Only the reader knows that a session that was left was left somewhere. */
                if (!gone || !text_equal(key, "left_at_s"))
                    expect_same_verdict(top, key);
                json_object_put(top);
            }
            json_object_put(counted);
        }
    free(text);
}

static void bounds_of_the_schema_are_the_readers(void **state)
{
    static const struct {
        const char *pointer;
        int bound;
    } bounds[] = {
        {"/properties/history/enum/0", EXCHANGE_VERSION},
        {"/properties/sessions/maxItems", EXCHANGE_MAX_SESSIONS},
        {"/properties/ticks/maxItems", EXCHANGE_MAX_TICKS},
        {"/definitions/session/properties/steps/maxItems", RECORD_STEPS},
        {"/definitions/id/maxLength", RECORD_ID},
        {"/definitions/title/maxLength", RECORD_TITLE},
        {"/definitions/words/maxItems", EXCHANGE_MAX_WORDS},
        {"/definitions/seconds/maximum", (int)(EXCHANGE_MAX_TIME / TICK_S)},
        {"/definitions/rating/anyOf/1/maximum", RECORD_RATING_MOST},
    };
    (void)state;
    json_object *top = json_object_from_file(schema);
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
        assert_int_equal(json_object_get_int(member_at(top, bounds[i].pointer)), bounds[i].bound);
    json_object_put(top);
}

static void csv_is_a_table(void **state)
{
    (void)state;
    char *text = printed(&sample, exchange_print_csv);
    assert_string_equal(
        text,
        "kind,id,day,time,begun,routine,title,counts_as,planned_s,worked_s,lasted_s,end,left_at_s,"
        "before,after,steps_done,steps_skipped\r\n"
        "session,7,2026-11-23,07:10,2026-11-23T07:10:00+01:00,daily-mobility,\"Daily mobility\","
        "\"full-mobility mobility\",725.000,725.000,981.235,finished,,4,6,2,1\r\n"
        "session,8,2026-11-23,03:40,2026-11-23T03:40:00-03:30,posture-break,\"Posture break\",,"
        "180.000,31.000,60.000,left,33.500,,0,0,1\r\n"
        "tick,,2026-11-23,,,,,full-body-strength,,,,,,,,,\r\n"
        "tick,,2026-11-23,,,,,water,,,,,,,,,\r\n"
        "session,9,2026-11-24,06:10,2026-11-24T06:10:00+00:00,breathing-4-6,\"Breathing 4–6\","
        "breathing,300.000,0.000,0.000,open,,,,0,0\r\n"
        "tick,,2026-11-24,,,,,water,,,,,,,,,\r\n");
    free(text);
}

static void counts_are_a_table(void **state)
{
    struct record_count counts[] = {{20780, "posture-break", 5, 4}, {20781, "=x", 1, 0}};
    (void)state;
    char *text =
        printed(&(struct records){.counts = counts, .count_count = 2}, exchange_print_counts);
    assert_string_equal(text, "day,routine,played,finished\r\n"
                              "2026-11-23,posture-break,5,4\r\n"
                              "2026-11-24,\"'=x\",1,0\r\n");
    free(text);
}

static void no_title_is_a_formula(void **state)
{
    static const char *const titles[][2] = {
        {"=1+1", ",\"'=1+1\","},
        {"+1", ",\"'+1\","},
        {"-1", ",\"'-1\","},
        {"@SUM(A1)", ",\"'@SUM(A1)\","},
        {" =1", ",\"' =1\","},
        {"\t=1", ",?=1,"},
        {"＝1", ",\"'＝1\","},
        {"a,b", ",\"a,b\","},
        {"say \"x\"", ",\"say \"\"x\"\"\","},
        {"a;b", ",\"a;b\","},
        {"plain", ",plain,"},
        {"\"=1", ",\"\"\"=1\","},
    };
    (void)state;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        struct record record = sessions[0];
        record.title = titles[i][0];
        char *text =
            printed(&(struct records){.sessions = &record, .session_count = 1}, exchange_print_csv);
        if (strstr(text, titles[i][1]) == NULL)
            fail_msg("no %s in %s", titles[i][1], text);
        free(text);
    }
}

static void a_full_disk_is_noticed(void **state)
{
    (void)state;
    FILE *full = fopen("/dev/full", "w");
    setvbuf(full, NULL, _IONBF, 0);
    assert_false(exchange_print_json(&sample, full));
    assert_false(exchange_print_csv(&sample, full));
    fclose(full);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_comes_back_byte_by_byte),
        cmocka_unit_test(everything_is_read),
        cmocka_unit_test(what_comes_again_is_kept_once),
        cmocka_unit_test(nothing_is_a_file_too),
        cmocka_unit_test(what_is_written_can_be_read_whatever_it_is),
        cmocka_unit_test(sessions_are_sorted_as_they_are_read),
        cmocka_unit_test(each_mistake_is_said_with_its_place),
        cmocka_unit_test(what_is_no_json_is_shown_where_it_stands),
        cmocka_unit_test(messages_come_to_an_end),
        cmocka_unit_test(too_much_is_refused_before_it_takes_memory),
        cmocka_unit_test(schema_and_reader_agree),
        cmocka_unit_test(bounds_of_the_schema_are_the_readers),
        cmocka_unit_test(csv_is_a_table),
        cmocka_unit_test(counts_are_a_table),
        cmocka_unit_test(no_title_is_a_formula),
        cmocka_unit_test(a_full_disk_is_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
