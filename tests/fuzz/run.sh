#!/bin/bash
# SPDX-License-Identifier: MIT
#
#   tests/fuzz/run.sh FOLDER SECONDS     run each fuzz target of FOLDER for so long
#
# What libFuzzer finds on the way stays in FOLDER/found/; the corpus in the tree is only read. An
# input that crashes, hangs or breaks a promise is written to FOLDER/crash-… and said so.
set -u
folder=$1
seconds=$2
here=$(dirname "$0")
failed=0
for target in decoder ledger plain reader; do
  mkdir -p "$folder/found/$target"
  log=$folder/$target.log
  # A run on a ledger reads its file a dozen times over; what goes wrong goes wrong in short files.
  most=16384
  [ "$target" = ledger ] && most=2048
  echo "$target：$seconds 秒 / seconds"
  # Weighing inputs by how rare their features are took twelve times as long as the program itself.
  if "$folder/fuzz_$target" -max_total_time="$seconds" -max_len="$most" -timeout=5 -entropic=0 \
    -rss_limit_mb=2048 -dict="$folder/dictionary" -artifact_prefix="$folder/crash-$target-" \
    "$folder/found/$target" "$here/corpus" >"$log" 2>&1; then
    grep 'Done ' "$log"
  else
    failed=1
    tail -n 40 "$log"
    echo "$target：出错的输入 / the input: $(grep -o 'Test unit written to .*' "$log")"
  fi
done
exit $failed
