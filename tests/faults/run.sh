#!/usr/bin/env bash
# Put each known fault back into a copy of the sources, build the tests there and run those that are
# to find it: the run must fail, and what it prints must name the figure that went wrong.
#
# A patch begins with two lines of its own:
#   suite: the test suites to run, parted by commas
#   names: what must stand in their output
# With --check it only looks whether each patch still applies, which every run of the suite does.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
if [ "${1:-}" = --check ]; then
  cd "$top"
  for patch in "$here"/*.patch; do git apply --check "$patch"; done
  exit
fi
copy=$top/build/faults
rm -rf "$copy/tree"
mkdir -p "$copy"
git -C "$top" worktree prune
git -C "$top" worktree add --quiet --detach "$copy/tree" HEAD
trap 'git -C "$top" worktree remove --force "$copy/tree"' EXIT
cd "$copy/tree"
cmake --preset dev -B "$copy/build" >/dev/null
found=0
for patch in "$here"/*.patch; do
  name=$(basename "$patch" .patch)
  suites=$(sed -n 's/^suite: //p' "$patch")
  wanted=$(sed -n 's/^names: //p' "$patch")
  git apply "$patch"
  cmake --build "$copy/build" --target taizhang_tests >"$copy/build.log" 2>&1 ||
    { echo "$name does not build; see $copy/build.log"; exit 1; }
  if "$copy/build/tests/taizhang_tests" --test-suite="$suites" >"$copy/$name.log" 2>&1; then
    echo "$name: the suite passes all the same"
    exit 1
  fi
  grep -q -- "$wanted" "$copy/$name.log" || { echo "$name: the failure does not name $wanted"; exit 1; }
  echo "$name: found, and $wanted is named"
  git apply -R "$patch"
  found=$((found + 1))
done
echo "$found passed, 0 failed"
