// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_DOCUMENT_READING_H
#define UNKNOT_TESTS_DOCUMENT_READING_H

#include "document/document.h"

/* A text read as a document, with everything that was said about it. */
struct reading {
    struct arena arena;
    struct diag_list diags;
    const struct node *root;
    bool ok;
};

void reading_init(struct reading *reading, const char *text, size_t length);
void reading_finish(struct reading *reading);
/* The text must give exactly one error: this one, at this place. */
void expect_error(const char *text, size_t length, uint32_t line, uint32_t column,
                  const char *message);

int run_hostile_tests(void);

#endif
