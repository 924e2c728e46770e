// SPDX-License-Identifier: MIT
#include "measure/units.h"

#include <doctest/doctest.h>

#include "load/load.h"
#include "memory_disk.h"
#include "values.h"

namespace measure_units_test {

using namespace taizhang;

namespace {

const model::Ledger& ledger() {
  static const model::Ledger loaded = [] {
    test::MemoryDisk disk;
    disk.files["tasks/units.yaml"] =
        "schema: 1\nunits:\n"
        "  - {name: 外经局, type: government, aliases: [外经委], status: merged, successor: "
        "商务委, "
        "valid: {to: 2022-06-30}}\n"
        "  - {name: 商务局, type: government, aliases: [商务委], status: renamed, successor: "
        "投资商务局, valid: {from: 2022-07-01, to: 2023-03-31}}\n"
        "  - {name: 投资商务局, type: government, valid: {from: 2023-04-01}}\n"
        "  - {name: 左局, type: government, successor: 右局, valid: {to: 2023-01-31}}\n"
        "  - {name: 右局, type: government, successor: 左局, valid: {to: 2023-01-31}}\n"
        "  - {name: 前局, type: government, successor: 左局, valid: {to: 2023-01-31}}\n"
        "  - {name: 旧局, type: government, successor: 名录外局, valid: {to: 2023-01-31}}\n"
        "  - {name: 未定局, type: government, status: merged, successor: 商务局}\n"
        "  - {name: 撤销局, type: government, status: abolished, valid: {to: 2023-01-31}}\n";
    return load::load(disk, "tasks");
  }();
  return loaded;
}

std::string on(const std::string& day, const std::string& written) {
  return measure::unit_on(&ledger().registries.at(0), written, test::day(day));
}

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("An alias is its unit; what the registry does not have stays as written") {
  CHECK(on("2022-01-01", "外经局") == "外经局");
  CHECK(on("2022-01-01", "外经委") == "外经局");
  CHECK(on("2022-01-01", "没有的局") == "没有的局");
  CHECK(measure::unit_on(nullptr, "外经委", test::day("2023-01-01")) == "外经委");
}

TEST_CASE("A successor stands for a unit from the day after its last") {
  CHECK(on("2022-06-30", "外经局") == "外经局");
  CHECK(on("2022-07-01", "外经局") == "商务局");
  CHECK(on("2023-03-31", "商务局") == "商务局");
  CHECK(on("2023-04-01", "商务局") == "投资商务局");
}

TEST_CASE("Successors have successors, and may be written by an alias") {
  CHECK(on("2023-03-31", "外经委") == "商务局");
  CHECK(on("2023-04-01", "外经委") == "投资商务局");
}

TEST_CASE("Successors that run in a circle leave a unit as it is") {
  CHECK(on("2023-01-31", "左局") == "左局");
  CHECK(on("2023-02-01", "左局") == "左局");
  CHECK(on("2023-02-01", "右局") == "右局");
  CHECK(on("2023-02-01", "前局") == "前局");
}

TEST_CASE("A successor outside the registry is its own name; without a last day none follows") {
  CHECK(on("2023-02-01", "旧局") == "名录外局");
  CHECK(on("2030-01-01", "未定局") == "未定局");
  CHECK(on("2030-01-01", "撤销局") == "撤销局");
}

TEST_CASE("A main name does not know of days") {
  CHECK(measure::main_name(&ledger().registries.at(0), "外经委") == "外经局");
  CHECK(measure::main_name(&ledger().registries.at(0), "没有的局") == "没有的局");
  CHECK(measure::main_name(nullptr, "外经委") == "外经委");
}

TEST_SUITE_END();

}  // namespace measure_units_test
