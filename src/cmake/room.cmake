# unknot_room(NAME SOURCES... [USES room...] [LIBS target...])
#
# One static library per room of src/README.md. Headers are included as "room/file.h".
# USES names the rooms below that this one may call: nothing else is on its link line, so a call
# upwards does not link.
function(unknot_room name)
    cmake_parse_arguments(ROOM "" "" "USES;LIBS" ${ARGN})
    add_library(unknot_${name} STATIC ${ROOM_UNPARSED_ARGUMENTS})
    target_include_directories(unknot_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    list(TRANSFORM ROOM_USES PREPEND unknot_)
    target_link_libraries(unknot_${name} PUBLIC ${ROOM_USES} PRIVATE unknot_flags ${ROOM_LIBS})
endfunction()

# unknot_shared(SOURCE RESULT target...): RESULT becomes the name of the source's object library.
function(unknot_shared source result)
    get_filename_component(path ${source} ABSOLUTE)
    file(RELATIVE_PATH path ${PROJECT_SOURCE_DIR} ${path})
    string(MAKE_C_IDENTIFIER ${path} object)
    if(NOT TARGET ${object})
        add_library(${object} OBJECT ${source})
        target_link_libraries(${object} PRIVATE ${ARGN})
        target_include_directories(${object} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    endif()
    set(${result} ${object} PARENT_SCOPE)
endfunction()

# unknot_test(NAME SOURCES... USES room... [LIBS target...]): one cmocka program, one CTest entry.
# It is run from the source tree's top, so that data files have one fixed path. A source whose name does not
# begin with test_ is shared by several: it is compiled once.
function(unknot_test name)
    cmake_parse_arguments(TEST "" "" "USES;LIBS;LABELS" ${ARGN})
    list(TRANSFORM TEST_USES PREPEND unknot_)
    set(libraries ${TEST_USES} unknot_flags PkgConfig::CMOCKA ${TEST_LIBS})
    set(parts "")
    foreach(source ${TEST_UNPARSED_ARGUMENTS})
        if(NOT source MATCHES "(^|/)test_[^/]*$")
            unknot_shared(${source} object ${libraries})
            set(source $<TARGET_OBJECTS:${object}>)
        endif()
        list(APPEND parts ${source})
    endforeach()
    add_executable(test_${name} ${parts})
    target_link_libraries(test_${name} PRIVATE ${libraries})
    target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    add_test(NAME ${name} COMMAND test_${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    if(TEST_LABELS)
        set_tests_properties(${name} PROPERTIES LABELS "${TEST_LABELS}")
    endif()
endfunction()

# unknot_fuzz(NAME SOURCES... USES room...): a libFuzzer program, built only by the fuzz preset.
function(unknot_fuzz name)
    cmake_parse_arguments(FUZZ "" "" "USES" ${ARGN})
    if(NOT UNKNOT_FUZZ)
        return()
    endif()
    add_executable(fuzz_${name} ${FUZZ_UNPARSED_ARGUMENTS})
    list(TRANSFORM FUZZ_USES PREPEND unknot_)
    target_link_libraries(fuzz_${name} PRIVATE ${FUZZ_USES} unknot_flags -fsanitize=fuzzer)
    add_dependencies(fuzzers fuzz_${name})
endfunction()
add_custom_target(fuzzers)

add_library(unknot_flags INTERFACE)
target_compile_definitions(unknot_flags INTERFACE _GNU_SOURCE)
target_compile_options(unknot_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith
    -Wcast-align -Wwrite-strings -Wundef -Wvla -Wformat=2 -Wdouble-promotion -Wimplicit-fallthrough)
if(UNKNOT_WERROR)
    target_compile_options(unknot_flags INTERFACE -Werror)
endif()
if(UNKNOT_SANITIZE)
    target_compile_options(unknot_flags INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(unknot_flags INTERFACE -fsanitize=address,undefined)
    # It links a hundred programs in less than half of the time.
    find_program(GOLD ld.gold)
    if(GOLD AND CMAKE_C_COMPILER_ID STREQUAL "GNU")
        target_link_options(unknot_flags INTERFACE -fuse-ld=gold)
    endif()
endif()
if(UNKNOT_FUZZ)
    target_compile_options(unknot_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
