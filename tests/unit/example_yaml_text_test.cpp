// SPDX-License-Identifier: MIT
#include "example/yaml_text.h"

#include <doctest/doctest.h>

#include "edit/value.h"
#include "example/fill.h"
#include "model/task_fields.h"
#include "yaml/parse.h"

namespace example_yaml_text_test {

using namespace taizhang;
using example::add;
using example::set;

TEST_SUITE_BEGIN("example");

TEST_CASE("A scalar reads back as the text it was, alone and in a list") {
  for (const std::string text : {"县水利局",
                                 "%",
                                 "2024-01",
                                 "12",
                                 "true",
                                 "null",
                                 "~",
                                 "- a",
                                 "a: b",
                                 "a:b",
                                 "a #b",
                                 "a#b",
                                 "a, b",
                                 "[a]",
                                 "{a}",
                                 "say \"no\"",
                                 "back\\slash",
                                 "it's",
                                 "'quoted'",
                                 "*x",
                                 "&x",
                                 "!x",
                                 "|",
                                 ">",
                                 "@x",
                                 "`x`",
                                 "? x",
                                 ": x",
                                 "x:",
                                 " x",
                                 "x ",
                                 "line\nend",
                                 "tab\tend",
                                 "，。“”",
                                 "12345热线",
                                 "示例：一",
                                 "https://example.invalid/a"}) {
    CAPTURE(text);
    for (const std::string& file :
         {"key: " + edit::scalar(text) + "\n", "key: [" + edit::scalar(text) + ", b]\n",
          "key: {a: " + edit::scalar(text) + "}\n"}) {
      CAPTURE(file);
      const yaml::Document document = yaml::parse(file, 0);
      CHECK(document.faults.empty());
      REQUIRE(document.root.pairs.size() == 1);
      const yaml::Node& value = document.root.pairs[0].value;
      const yaml::Node& read = value.kind == yaml::NodeKind::list  ? value.items[0]
                               : value.kind == yaml::NodeKind::map ? value.pairs[0].value
                                                                   : value;
      CHECK(read.kind == yaml::NodeKind::scalar);
      CHECK(read.text == text);
    }
  }
}

TEST_CASE("A file has its heading and what is set, in the order of the fields") {
  model::Task task(source::start_of(0));
  task.item.value = 3;
  task.schema.value = model::FormatVersion{};
  set(task.title, "改造管网");
  add(task.lead, "县水利局");
  add(task.share, "县水利局", base::Decimal::whole(1));
  model::Indicator indicator(source::start_of(0));
  set(indicator.id, "pipes");
  set(indicator.unit, "%");
  model::Reading reading(source::start_of(0));
  set(reading.id, "r2");
  reading.value.value = std::optional<base::Decimal>();
  set(reading.extras.change().corrects, "r1");
  indicator.readings.items.push_back(reading);
  task.indicators.items.push_back(indicator);
  task.indicators.items.push_back(indicator);
  model::Override own(source::start_of(0));
  own.light.value = model::Light::green;
  task.override_.items.push_back(own);
  CHECK(example::yaml_text(task, 7) ==
        "# 合成数据：澄溪县是虚构的，由 taizhang example --seed 7 生成，不是任何地方的真实情况。\n"
        "# Synthetic data of an invented county, made by taizhang example --seed 7; it tells of no "
        "real place.\n"
        "schema: 1\n"
        "item: 3\n"
        "title: 改造管网\n"
        "lead: [县水利局]\n"
        "share: {县水利局: 1}\n"
        "indicators:\n"
        "  - id: pipes\n"
        "    unit: \"%\"\n"
        "    readings:\n"
        "      - {id: r2, value: null, corrects: r1}\n"
        "  - id: pipes\n"
        "    unit: \"%\"\n"
        "    readings:\n"
        "      - {id: r2, value: null, corrects: r1}\n"
        "override: {light: green}\n");
}

TEST_SUITE_END();

}  // namespace example_yaml_text_test
