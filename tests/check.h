// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_CHECK_H
#define UNKNOT_TESTS_CHECK_H

/* cmocka wants these four before its own header. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
