#!/bin/sh
# SPDX-License-Identifier: MIT
# Every file that is shipped is without a mistake and without a warning.
# usage: check_shipped.sh UNKNOT ROUTINES
set -eu
find "$2" -name '*.yaml' -type f | LC_ALL=C sort | xargs "$1" check --strict
