#!/bin/sh
# SPDX-License-Identifier: MIT
#
# 下载 taizhang 的归档包，核对校验和，解开到一个文件夹。不要管理员权限，不装别的软件包。
# Fetch the archive of taizhang from TAIZHANG_URL, check its sum and unpack it into FOLDER.
#
#   TAIZHANG_URL=https://… sh install.sh FOLDER      程序是 FOLDER/bin/taizhang
set -eu
fail() {
  echo "taizhang: $*" >&2
  exit 1
}

[ $# = 1 ] || fail "用法：TAIZHANG_URL=https://… sh install.sh 文件夹"
folder=$1
url=${TAIZHANG_URL:-}
[ -n "$url" ] || fail "没有写明从哪里装：把 TAIZHANG_URL 设为发布文件所在的地址（那里有 SHA256SUMS）"
machine=$(uname -m)
case $machine in
  x86_64) machine=amd64 ;;
  aarch64) machine=arm64 ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fetch() {
  curl -fsSL --retry 3 "${url%/}/$1" -o "$work/$1" || fail "下载不了 ${url%/}/$1"
}

fetch SHA256SUMS
archive=$(sed -n "s/^[0-9a-f]*  \(taizhang-[^/]*-linux-$machine\.tar\.gz\)$/\1/p" "$work/SHA256SUMS")
[ -n "$archive" ] || fail "$url 里没有适合本机（$machine）的归档包"
fetch "$archive"
(cd "$work" && grep -F "  $archive" SHA256SUMS | sha256sum -c - >/dev/null 2>&1) ||
  fail "$archive 与 SHA256SUMS 不符，没有安装"
mkdir -p "$folder"
tar -xzf "$work/$archive" -C "$folder" --strip-components=1
"$folder/bin/taizhang" --version
