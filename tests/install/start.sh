#!/bin/sh
# SPDX-License-Identifier: MIT
#
# On a machine without a compiler: begin a ledger with the very commands of the README, those of the
# block below `<!-- tried -->`, from a folder that holds the package. Asks for root.
#
#   tests/install/start.sh README DIST
set -eu
if command -v g++ >/dev/null || command -v cc >/dev/null; then
  echo "there is a compiler here; this is to show that none is needed"
  exit 1
fi
commands=$(awk '/^<!-- tried -->$/ { on = 1; next } on && /^```$/ { exit } on && !/^```/ && NF' "$1")
echo "$commands" | grep -q taizhang || { echo "no commands in $1"; exit 1; }
work=$(mktemp -d)
cp "$2"/*.deb "$work"
cd "$work"
sudo() { "$@"; }
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
apt-get update -qq
set -x
eval "$commands"
