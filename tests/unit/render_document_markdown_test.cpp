// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "base/text.h"
#include "render_document_sample.h"

namespace render_document_markdown_test {

using namespace taizhang;

namespace {

std::string markdown_of(document::Block block) {
  return render::document_markdown(test::document_of({std::move(block)}), test::look_of());
}

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("A document in Markdown has every block in its order") {
  CHECK(render::document_markdown(test::sample_document(), test::look_of()) ==
        "# 样张\n"
        "\n"
        "临水县重点任务\n"
        "\n"
        "截至 2024-07-12\n"
        "\n"
        "## 临水县2024年重点工作任务\n"
        "\n"
        "### 1 本周概况\n"
        "\n"
        "- 时间进度：50.00%（截至 2024-07-12）\n"
        "- 已完成：1/4\n"
        "\n"
        "共 3 项任务。\n"
        "\n"
        "| 序号 | 任务 | 完成率 |\n"
        "| ---: | --- | ---: |\n"
        "| 14 | 推动汽车产业转型 | 57.01% |\n"
        "| 7 | abc | — |\n"
        "\n"
        "#### 已逾期\n"
        "\n"
        "| 日期 | 灯 | 天数 |\n"
        "| --- | --- | ---: |\n"
        "| 2024-06-07 | 黄灯 | 35 |\n"
        "\n"
        "- 牵头单位：县水务局、县城投公司\n"
        "- 灯：黄灯\n"
        "\n"
        "1. 序时比：0.9219\n"
        "   - 实际 47.5%\n"
        "   - 应完成 51.5%\n"
        "\n"
        "- 第 1 项：请协调\n"
        "- 第 2 项：请上报\n"
        "\n"
        "\\* 为人工定灯。\n"
        "\n"
        "---\n"
        "\n"
        "灯：黄灯 滞后。\n"
        "\n"
        "— 表示没有数据。\n");
}

TEST_CASE("Two lists that follow each other stay two") {
  const document::Bullets list{"b", {"x"}};
  CHECK(render::document_markdown(test::document_of({list, list}), test::look_of()) ==
        "- x\n\n<!-- -->\n\n- x\n");
}

TEST_CASE("A line of the head with a tone stands out") {
  document::Document all;
  all.title = "t";
  all.language = base::Language::en;
  all.head = {document::Value("合成数据").toned(document::Tone::red)};
  all.chapters.push_back({"", {document::Fields{"f", {{"k", "Lead", "x"}}}}});
  CHECK(render::document_markdown(all, test::look_of()) == "# t\n\n**合成数据**\n\n- Lead: x\n");
}

TEST_CASE("The lines of a paragraph become paragraphs") {
  CHECK(markdown_of(document::Paragraph{"p", "一\n\n二\n"}) == "一\n\n二\n");
}

TEST_CASE("The reasons of the tenth point hang below its longer number") {
  document::Steps steps;
  for (int i = 0; i < 10; ++i) steps.steps.push_back({"k", "名", "值", {"因"}});
  CHECK(markdown_of(steps).ends_with("9. 名：值\n   - 因\n10. 名：值\n    - 因\n"));
}

TEST_CASE("Without rows a Markdown table is its head, without lines a list is nothing") {
  document::Table table = test::sample_table();
  table.rows.clear();
  CHECK(markdown_of(table) == "| 序号 | 任务 | 完成率 |\n| ---: | --- | ---: |\n");
  CHECK(markdown_of(document::Bullets{}).empty());
}

TEST_CASE("A marked word keeps its mark, a change its sign") {
  document::Word word = test::yellow_light();
  word.marked = true;
  const document::Number change{test::fraction(1, 1), document::Form::amount, "所", 3, true};
  document::Table table;
  table.columns = {{"a", "a"}, {"b", "b"}};
  table.rows = {{{word, change}}};
  CHECK(markdown_of(table).ends_with("| 黄灯\\* | +1 所 |\n"));
}

TEST_CASE("Data cannot add a row, a column or markup to Markdown") {
  const std::string text = render::document_markdown(test::hostile_document(), test::look_of());
  CHECK(text.find("<b>") == std::string::npos);
  CHECK(text.find("|*") == std::string::npos);
  CHECK(text.find("[a]") == std::string::npos);
  CHECK(text.find("://") == std::string::npos);
  CHECK(text.find('\x1b') == std::string::npos);
  // The heads, the rule and the row: each of two columns, whatever is in them.
  int lines = 0;
  for (const std::string_view line : base::split(text, '\n')) {
    if (!line.starts_with("|")) continue;
    ++lines;
    int bars = 0;
    for (std::size_t i = 0; i < line.size(); ++i)
      bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\');
    CHECK(bars == 3);
  }
  CHECK(lines == 3);
  CHECK(markdown_of(document::Bullets{"b", {"- [x] y", "# z"}}) == "- \\- \\[x\\] y\n- \\# z\n");
}

TEST_SUITE_END();

}  // namespace render_document_markdown_test
