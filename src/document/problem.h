// SPDX-License-Identifier: MIT
#ifndef UNKNOT_DOCUMENT_PROBLEM_H
#define UNKNOT_DOCUMENT_PROBLEM_H

#include "base/diag.h"

#include <yaml.h>

/* Reports why the parser stopped, in words for someone who writes routines, not YAML. */
void problem_report(const yaml_parser_t *parser, const struct source *source,
                    struct diag_list *diags);

#endif
