#!/bin/bash
# SPDX-License-Identifier: MIT
#
#   tests/threads.sh PROGRAM     what PROGRAM does in threads, done by eight of them
#
# PROGRAM is built with the sanitizer of threads: it ends with 66 and says where two of them met.
set -u
program=$1
ledger=$(mktemp -d)
trap 'rm -rf "$ledger"' EXIT
"$program" example "$ledger/l" --tasks 400 >/dev/null || exit 1
failed=0
while read -r words; do
  # shellcheck disable=SC2086  # a line is words
  "$program" $words -C "$ledger/l" --as-of 2024-10-08 --threads 8 >"$ledger/out" 2>"$ledger/err"
  code=$?
  # What a command finds in a ledger is 0 or 1.
  if [ "$code" -gt 1 ] || [ ! -s "$ledger/out" ]; then
    failed=1
    echo "$words：$code"
    head -n 40 "$ledger/err"
  else
    echo "$words：$(wc -c <"$ledger/out")"
  fi
done <<'EOF'
check --format json
list --rows indicators --format json
stats --by lead
report weekly
diff 2024-09-01 2024-10-01
explain 14
EOF
exit $failed
