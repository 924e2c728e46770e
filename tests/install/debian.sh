#!/bin/sh
# SPDX-License-Identifier: MIT
#
# What a county does on a fresh Debian 12 (start.sh), in a folder that debootstrap fills from the
# network. Asks for root.
#
#   tests/install/debian.sh DIST
set -eu
here=$(cd "$(dirname "$0")" && pwd)
sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
root=$(mktemp -d)
trap '$sudo rm -rf "$root"' EXIT
# The packages are fetched by a user of their own, who must get in.
chmod 755 "$root"
$sudo debootstrap --variant=minbase bookworm "$root" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" \
  >"$root".log || { tail "$root".log; exit 1; }
rm "$root".log
$sudo mkdir "$root"/work
$sudo cp -r "$1" "$root"/work/dist
$sudo cp "$here"/start.sh "$here"/../../README.md "$root"/work
$sudo chroot "$root" sh /work/start.sh /work/README.md /work/dist
