#!/bin/bash
# SPDX-License-Identifier: MIT
#
# Hostile files on the real disk, through the real program: each must give the documented exit code
# and a finding at its place, within seconds and with little memory.
#
#   tests/hostile.sh PROGRAM LEDGER      LEDGER is a sound ledger of three tasks
#
# MANY is how many files with ten thousand findings each, and how many thousand tasks, there are in
# the cases of many; `make soak` has ten.
set -u
program=$(realpath "$1")
ledger=$(realpath "$2")
# A C.UTF-8 locale for `${#text}` and cut; the program speaks English here.
export LC_ALL=C.UTF-8
seconds=60
many=${MANY:-2}
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
failures=0

fail() {
  echo "FAIL $name: $*"
  failures=$((failures + 1))
}

# A fresh copy of the sound ledger in $work/ledger; $task is its first task.
begin() {
  name=$1
  chmod -R u+rwx "$work"/ledger 2>/dev/null
  rm -rf "$work"/ledger
  mkdir "$work"/ledger
  cp -r "$ledger" "$work"/ledger/tasks
  plan=$work/ledger/tasks/2024
  task=$plan/001-water-pipes.yaml
}

# run MEGABYTES ARGUMENTS…: the program on that ledger with at most so much memory.
run() {
  local memory=$1
  shift
  (
    cd "$work"/ledger || exit 99
    # A sanitizer reserves terabytes of addresses.
    [ -n "${TAIZHANG_SANITIZED:-}" ] || ulimit -v $((memory * 1024))
    exec timeout $seconds "$program" --lang en "$@"
  ) >"$work"/out 2>"$work"/err
  status=$?
}

# expect EXIT PATTERN: that exit code, and a line of the output that matches the pattern.
expect() {
  [ $status = "$1" ] || fail "exit $status, not $1: $(head -c 300 "$work"/err)"
  grep -qE -- "$2" "$work"/out || fail "no line like $2 in: $(head -c 600 "$work"/out)"
}

# The usual case: what was prepared is an error that `check` finds.
finds() {
  run 600 check --format concise
  expect 1 "$1"
}

repeat() { # COUNT TEXT
  local i
  for ((i = 0; i < $1; i++)); do printf '%b' "$2"; done
}

# -- what is no ordinary file ---------------------------------------------------------------------
begin pipe
rm "$task" && mkfifo "$task"
finds '^tasks/2024/001-water-pipes.yaml:1:1: error\[E01\]: .*no ordinary file'

begin device
ln -sf /dev/zero "$task"
finds '001-water-pipes.yaml:1:1: error\[E01\]: .*no ordinary file'

begin folder-named-like-a-task
rm "$task" && mkdir "$task"
finds '001-water-pipes.yaml:1:1: error\[E01\]: .*no ordinary file'

begin folder-named-like-the-plan
mv "$plan"/plan.yaml "$plan"/plan && mkdir "$plan"/plan.yaml
finds 'plan.yaml:1:1: error\[E01\]: .*no ordinary file'

begin link-to-itself
ln -sf 001-water-pipes.yaml "$task"
finds '001-water-pipes.yaml:1:1: error\[E01\]'

begin link-to-nothing
ln -sf nothing.yaml "$task"
finds '001-water-pipes.yaml:1:1: error\[E01\]: .*no such file'

begin link-to-the-folder-above
ln -s .. "$plan"/up
finds '^tasks/2024/up:1:1: error'

begin no-permission
chmod 000 "$task"
if [ -r "$task" ]; then
  echo "skipped $name: who runs this may read everything"
else
  finds '001-water-pipes.yaml:1:1: error\[E01\]: .*no permission'
fi

begin socket
rm "$task"
python3 -c 'import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])' "$task"
finds '001-water-pipes.yaml:1:1: error\[E01\]'

# -- size ----------------------------------------------------------------------------------------
begin one-byte-too-large
truncate -s $((4 * 1024 * 1024 + 1)) "$task"
finds '001-water-pipes.yaml:1:1: error\[E05\]: .*4194304'

begin terabyte
truncate -s 1T "$task" 2>/dev/null || truncate -s 1G "$task"
finds '001-water-pipes.yaml:1:1: error\[E05\]: .*4194304'

begin large-registry
{
  printf 'schema: 1\nunits:\n'
  seq -f '  - {name: office %.0f, type: government}' 80000
} >"$plan"/../units.yaml
finds '^tasks/units.yaml:[0-9]+:[0-9]+: error\[E05\]: .*100000'

begin zeros
rm "$task"
truncate -s 4M "$task"
finds '001-water-pipes.yaml:1:1: error\[E02\]'

begin one-line
{ printf 'lead: ['; yes 'x,' | head -c 4000000 | tr -d '\n'; printf ']\n'; } >"$task"
finds '001-water-pipes.yaml:1:[0-9]+: error\[E05\]: .*100000'

begin marked-values-on-one-line # each with a tag that could be looked for to the line's end
{ printf 'lead: ['; yes '!a b,' | head -c 580000 | tr -d '\n'; printf ']\n'; } >"$task"
finds '001-water-pipes.yaml:1:[0-9]+: error\[E04\]'

begin conflict-of-a-million-lines
{ printf '<<<<<<< a\n=======\n'; yes '' | head -c 4000000; } >"$task"
finds '001-water-pipes.yaml:1:1: error\[E03\]'

begin documents
awk 'BEGIN { for (i = 0; i < 90000; i++) printf "---\nk%d: 1\n", i }' >"$task"
finds '001-water-pipes.yaml:[0-9]+:1: error\[E04\]'

begin long-key # YAML has no keys of more than 1024 characters
{ head -c 4000000 /dev/zero | tr '\0' k; printf ': 1\n'; } >"$task"
finds '001-water-pipes.yaml:1:4000001: error\[E03\]'
{ head -c 1000 /dev/zero | tr '\0' k; printf ': 1\n'; } >"$task"
finds '001-water-pipes.yaml:1:1: error\[E07\]: .*k…'
[ "$(stat -c %s "$work"/out)" -lt 20000 ] || fail "a message of $(stat -c %s "$work"/out) bytes"

begin long-value
{ printf 'status: '; head -c 4000000 /dev/zero | tr '\0' v; printf '\n'; } >"$task"
finds '001-water-pipes.yaml:1:9: error\[E13\]: .*…'
run 600 check
[ "$(stat -c %s "$work"/out)" -lt 20000 ] || fail "a message of $(stat -c %s "$work"/out) bytes"

# -- depth and anchors ---------------------------------------------------------------------------
begin deep-brackets
{ printf 'note: '; repeat 1000 '['; printf '\n'; } >"$task"
finds '001-water-pipes.yaml:1:[0-9]+: error\[E05\]: .*nesting'

begin brackets-in-every-line # the parser keeps them all and looks to the end, line after line
yes 'a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[' | head -c 4000000 >"$task"
finds '001-water-pipes.yaml:[0-9]+:[0-9]+: error\[E05\]: .*100000'

begin deep-blocks
awk 'BEGIN { for (i = 0; i < 1000; i++) { printf "%*s%s:\n", i, "", "a" } }' >"$task"
finds '001-water-pipes.yaml:[0-9]+:[0-9]+: error\[E05\]: .*nesting'

begin alias-bomb
{
  printf 'a0: &a0 [x, x, x, x]\n'
  for i in {1..30}; do printf 'a%d: &a%d [*a%d, *a%d, *a%d, *a%d]\n' $i $i $((i - 1)){,,,}; done
} >"$task"
finds '001-water-pipes.yaml:1:[0-9]+: error\[E04\]'

# -- bytes ---------------------------------------------------------------------------------------
begin no-utf-8
printf 'title: \xff\xfe\n' >>"$task"
finds '001-water-pipes.yaml:[0-9]+:8: error\[E02\]'

begin escape-sequences
printf 'note: \033]0;owned\007\033[2J\n' >>"$task"
finds '001-water-pipes.yaml:[0-9]+:7: error\[E02\]'
run 600 check
grep -q "$(printf '\033')" "$work"/out && fail "an escape sequence comes through"

# -- names ---------------------------------------------------------------------------------------
begin names
cd "$plan" || exit 1
touch $'004-line\nfeed.yaml' $'005-escape\033[31m.yaml' $'006-bytes\xff\xfe.yaml' \
  "007-$(repeat 240 n).yaml" $'008-\u202eturned.yaml' '009-"quoted" <b>.yaml' '010-100%,;.yaml'
cd - >/dev/null || exit 1
finds '^tasks/2024/004-line feed.yaml:1:1: error'
grep -qE '^tasks/2024/007-n{240}.yaml:1:1: error' "$work"/out || fail "the long name is not whole"
iconv -f UTF-8 -t UTF-8 "$work"/out >/dev/null || fail "concise is not UTF-8"
for format in full json; do
  run 600 check --format $format
  [ $status = 1 ] || fail "$format: exit $status"
  iconv -f UTF-8 -t UTF-8 "$work"/out >/dev/null || fail "$format is not UTF-8"
  grep -q "$(printf '[\033\342\200\256]')x" "$work"/out && fail "$format lets steering through"
done
python3 - "$work"/out <<'END' || fail "JSON is not sound"
import json, sys
paths = {row["path"] for row in json.load(open(sys.argv[1], encoding="utf-8"))}
assert "tasks/2024/004-line\nfeed.yaml" in paths
assert "tasks/2024/006-bytes\ufffd\ufffd.yaml" in paths
END

# -- many ----------------------------------------------------------------------------------------
begin findings-of-one-file
yes 'k: 1' | head -n 200000 >"$task"
finds '001-water-pipes.yaml:10000:1: error\[E06\]: '
[ "$(wc -l <"$work"/out)" -lt 10100 ] || fail "$(wc -l <"$work"/out) findings"
run 600 check --format json
[ "$(grep -c '"code"' "$work"/out)" -gt 10000 ] || fail "$(grep -c '"code"' "$work"/out) in JSON"

begin tens-of-thousands-of-findings
for ((i = 11; i < 11 + many; i++)); do yes $'\xe2\x80\x8bk: 1' | head -n 10000 >"$plan/0$i-x.yaml"; done
run 1500 check --format full
expect 1 "^errors: $many[0-9]{4},"

begin thousands-of-files
python3 - "$plan" "$many" <<'END'
import os, sys
for i in range(10, 10 + 1000 * int(sys.argv[2])):
    os.link(f"{sys.argv[1]}/003-leadership.yaml", f"{sys.argv[1]}/{i}-x.yaml")
END
run 1500 check --format concise
expect 1 "tasks/2024/$((1000 * many + 9))-x.yaml:[0-9]+:[0-9]+: error\[E17\]"

# -- folders -------------------------------------------------------------------------------------
begin plan-in-a-plan
cp -r "$plan" "$work"/ledger/inner && mv "$work"/ledger/inner "$plan"/inner
finds '^tasks/2024/plan.yaml:[0-9]+:[0-9]+: error\[E22\]|^tasks/2024/inner/plan.yaml:[0-9]+:[0-9]+: error\[E22\]'

begin deep-folders
deep=$plan
for ((i = 0; i < 60; i++)); do deep=$deep/d; done
mkdir -p "$deep" && cp "$task" "$deep"
finds '^tasks/2024(/d)+:1:1: error\[E05\]: .*40'

# -- what changes while it is read ---------------------------------------------------------------
begin swapped
(
  while [ -d "$plan" ]; do
    rm -f "$task"
    mkfifo "$task"
    rm -f "$task"
    cp "$plan"/003-leadership.yaml "$task"
  done
) 2>/dev/null &
swapper=$!
for ((i = 0; i < 10; i++)); do
  run 600 check --format concise
  [ $status = 0 ] || [ $status = 1 ] || fail "exit $status"
done
kill $swapper
wait $swapper 2>/dev/null

[ $failures = 0 ] && echo "all hostile files are met with a finding"
exit $((failures > 0))
