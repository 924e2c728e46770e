// SPDX-License-Identifier: MIT
#include "example_ledgers.h"

#include "load/load.h"

namespace taizhang::test {

MemoryDisk disk_with_example(const example::Options& options) {
  MemoryDisk disk;
  example::for_each_file(
      options, [&](const example::File& file) { disk.files.emplace(file.path, file.text); });
  return disk;
}

model::Ledger example_ledger(const example::Options& options) {
  return load::load(disk_with_example(options), "tasks");
}

example::Options with_seed(std::uint64_t seed) {
  example::Options options;
  options.seed = seed;
  return options;
}

example::Options with_period(const char* from, const char* to) {
  example::Options options;
  options.period = {*base::parse_date(from).date, *base::parse_date(to).date};
  return options;
}

}  // namespace taizhang::test
