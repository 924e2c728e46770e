// SPDX-License-Identifier: MIT
#include "report/phrases.h"

#include <doctest/doctest.h>

#include "values.h"

using namespace taizhang;
using base::Language;
using base::Words;
using model::Qualifier;
using test::dec;
using test::given;

namespace {

const Words zh(Language::zh);
const Words en(Language::en);

model::Indicator in_unit(const std::string& unit) {
  model::Indicator indicator(source::start_of(0));
  indicator.unit = given(unit);
  return indicator;
}

std::string promise(Qualifier qualifier, const std::string& target, const Words& words) {
  model::Indicator indicator = in_unit("家");
  indicator.qualifier = given(qualifier);
  measure::IndicatorFigures figures{};
  figures.indicator = &indicator;
  figures.target = dec(target);
  return report::target_text(figures, words);
}

}  // namespace

TEST_SUITE_BEGIN("report");

TEST_CASE("An amount has a blank before its unit of measure, a percentage none") {
  CHECK(report::amount_text(dec("126"), in_unit("个")) == "126 个");
  CHECK(report::amount_text(dec("75.4"), in_unit("%")) == "75.4%");
  CHECK(report::amount_text(dec("-0.5"), in_unit("亿元")) == "-0.5 亿元");
  CHECK(report::amount_text(dec("27.340"), model::Indicator(source::start_of(0))) == "27.34");
}

TEST_CASE("A promise is said with its qualifier, in both languages") {
  CHECK(promise(Qualifier::exceed, "300", zh) == "突破 300 家");
  CHECK(promise(Qualifier::about, "15", zh) == "15 家左右");
  CHECK(promise(Qualifier::exactly, "221", zh) == "221 家");
  CHECK(promise(Qualifier::reach, "100", zh) == "达到 100 家");
  CHECK(promise(Qualifier::at_least, "30", en) == "at least 30 家");
  CHECK(promise(Qualifier::exceed, "300", en) == "more than 300 家");
}

TEST_CASE("At least is 以上 or 不少于, never only the number") {
  // Both are words of the field for it (domain.md §2).
  const std::string text = promise(Qualifier::at_least, "30", zh);
  CHECK((text == "30 家以上" || text == "不少于 30 家"));
}

TEST_CASE("A target that is not there prints as a dash, one without qualifier as the amount") {
  model::Indicator indicator = in_unit("家");
  measure::IndicatorFigures figures{};
  figures.indicator = &indicator;
  CHECK(report::target_text(figures, zh) == "—");
  figures.target = dec("30");
  CHECK(report::target_text(figures, zh) == "30 家");
}

TEST_CASE("A change has its sign, and none is said in words") {
  const auto change = [](const std::string& before, const std::string& now,
                         const std::string& unit) {
    return report::change_text(dec(before), dec(now), in_unit(unit), zh);
  };
  CHECK(change("118", "150", "个") == "+32 个");
  CHECK(change("126", "118", "个") == "-8 个");
  CHECK(change("118", "118.0", "个") == "持平");
  CHECK(change("20.6", "44.31", "万亩") == "+23.71 万亩");
}

TEST_CASE("A percentage changes by points, not by per cent") {
  CHECK(report::change_text(dec("75.4"), dec("73.9"), in_unit("%"), zh) == "-1.5 个百分点");
  CHECK(report::change_text(dec("73.9"), dec("75.4"), in_unit("%"), en) == "+1.5 points");
  CHECK(report::change_text(dec("73.9"), dec("73.9"), in_unit("%"), en) == "unchanged");
}

TEST_CASE("Runs of three and more items are drawn together") {
  CHECK(report::item_list({1, 2, 3, 7}, zh) == "1–3、7");
  CHECK(report::item_list({1, 2, 4, 5, 6}, zh) == "1、2、4–6");
  CHECK(report::item_list({14}, zh) == "14");
  CHECK(report::item_list({1, 3, 5}, zh) == "1、3、5");
  CHECK(report::item_list({}, zh) == "—");
  CHECK(report::item_list({1, 2, 3, 7}, en) == "1–3, 7");
}

TEST_SUITE_END();
