// SPDX-License-Identifier: MIT
#include "render/document_text.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace taizhang;
using render::document_text;
using render::Style;

namespace {

const Style plain(false);

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("Names and values line up by display width") {
  CHECK(document_text({report::FieldList{{{"序号", "14"}, {"牵头单位", "市工信局"}}}}, 0, plain) ==
        "  序号      14\n"
        "  牵头单位  市工信局\n");
}

TEST_CASE("A heading is set off by an empty line, but not the first") {
  CHECK(document_text({report::Heading{"甲", 1}, report::Paragraph{"乙"}, report::Heading{"丙", 2}},
                      0, plain) == "甲\n  乙\n\n丙\n");
}

TEST_CASE("A long value goes on under itself") {
  // Of thirty columns two go to the indent, two to the name, two to the gap: 24 for 12 汉字.
  std::string value;
  for (int i = 0; i < 15; ++i) value += "字";
  CHECK(document_text({report::FieldList{{{"甲", value}}}}, 30, plain) ==
        "  甲  字字字字字字字字字字字字\n"
        "      字字字\n");
}

TEST_CASE("The lines that the writer made stay lines") {
  CHECK(document_text({report::Paragraph{"一\n二\n"}}, 0, plain) == "  一\n  二\n");
}

TEST_CASE("No line of text is wider than the terminal") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "新增 221 个公共充电桩，";
  for (const int width : {30, 47, 80, 100}) {
    CAPTURE(width);
    const std::string shown =
        document_text({report::Paragraph{text}, report::FieldList{{{"概述", text}}}}, width, plain);
    for (std::string_view line : base::split(shown, '\n')) {
      CHECK(base::display_width(line) <= width);
    }
  }
}

TEST_CASE("Numbered points hang below their numbers, and their reasons below them") {
  report::Numbered numbered;
  numbered.rows.push_back(
      {"灯", {"黄灯", query::Tone::yellow}, {"序时比 0.9219，在 0.80 与 0.95 之间"}});
  CHECK(document_text({report::Heading{"甲", 1}, numbered}, 30, plain) ==
        "甲\n"
        "  1 灯  黄灯\n"
        "    · 序时比 0.9219，在 0.80\n"
        "      与 0.95 之间\n");
  for (int i = 0; i < 9; ++i) numbered.rows.push_back({"乙", "丙", {}});
  const std::string ten = document_text({numbered}, 80, Style(true));
  CHECK(ten.find("   \x1b[2m1\x1b[0m \x1b[2m灯\x1b[0m  \x1b[1;33m黄灯\x1b[0m\n") == 0);
  CHECK(ten.find("\n  \x1b[2m10\x1b[0m ") != std::string::npos);
}

TEST_CASE("A note is set apart from what stands before it") {
  CHECK(document_text({report::Paragraph{"甲"}, report::Note{"乙"}}, 0, plain) == "  甲\n\n乙\n");
}

TEST_CASE("A table in a document is indented with the text") {
  const query::Table table{{{"编号"}, {"数值", query::Align::right}}, {{"r1", "126"}}};
  CHECK(document_text({table}, 0, plain) == "  编号  数值\n  r1     126\n");
}

TEST_CASE("Data in a document cannot steer the terminal") {
  const std::string text =
      document_text({report::Heading{"\x1b[31m甲", 1}, report::Paragraph{"\x1b[31m乙"},
                     report::FieldList{{{"名", "\x1b[31m\u202E丙"}}}},
                    0, plain);
  CHECK(text == " [31m甲\n   [31m乙\n  名   [31m 丙\n");
}

TEST_SUITE_END();
