// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/fatal.h"
#include "render/document_view.h"
#include "render_document_sample.h"

namespace render_document_html_test {

using namespace taizhang;

namespace {

/// The page of a document, without what stands above its `<main>`.
std::string main_of(const document::Document& document) {
  const std::string page = render::document_html(document, test::look_of());
  const std::size_t start = page.find("<main>");
  return page.substr(start, page.find("</main>") - start);
}

std::string block_of(document::Block block) {
  const std::string main = main_of(test::document_of({std::move(block)}));
  constexpr std::string_view article = "<article class=\"plan\">\n";
  const std::size_t start = main.find(article) + article.size();
  return main.substr(start, main.find("</article>") - start);
}

/// A page of an office in place of the built-in one.
std::string own_page(const document::Document& document, const std::string& text) {
  render::Look look = test::look_of();
  look.templates["page.html.mustache"] = text;
  return render::document_html(document, look);
}

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("A page has its language, its title and the lines of its head") {
  const std::string page = render::document_html(test::sample_document(), test::look_of());
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
  CHECK(page.find("<title>样张 · 临水县重点任务</title>") != std::string::npos);
  CHECK(page.find("<h1>样张</h1>") != std::string::npos);
  CHECK(page.find("<span>临水县重点任务</span> <span>截至 2024-07-12</span>") != std::string::npos);
  CHECK(page.find("  <p>— 表示没有数据。</p>") != std::string::npos);
  CHECK(page.find("{{") == std::string::npos);
  CHECK(page.ends_with("</html>\n"));
}

TEST_CASE("A line of head or foot with a tone is a notice above all") {
  document::Document all = test::sample_document();
  all.foot.push_back(document::Value("有 3 个文件存在问题").toned(document::Tone::red));
  const std::string page = render::document_html(all, test::look_of());
  CHECK(page.find("<p class=\"notice\" role=\"note\">有 3 个文件存在问题</p>\n<main>") !=
        std::string::npos);
  CHECK(page.find("<p>有 3 个文件存在问题</p>") == std::string::npos);
}

TEST_CASE("Headings have levels below the title, ids in order, and their numbers apart") {
  const std::string main = main_of(test::document_of(
      {document::Heading{"甲", 1}, document::Heading{document::Sentence{{12, "  乙"}}, 2},
       document::Heading{"2024年", 7}, document::Heading{"十一、丙", 1},
       document::Heading{"一般、丁", 1}}));
  CHECK(main.find("<h2 id=\"part-1\">甲</h2>\n"
                  "<h3 id=\"part-2\"><span>12</span> 乙</h3>\n"
                  "<h6 id=\"part-3\">2024年</h6>\n"
                  "<h2 id=\"part-4\"><span>十一、</span>丙</h2>\n"
                  "<h2 id=\"part-5\">一般、丁</h2>\n") != std::string::npos);
}

TEST_CASE("The highest heading of a page stands one level below its title") {
  CHECK(block_of(document::Heading{"甲", 3}) == "<h2 id=\"part-1\">甲</h2>\n");
}

TEST_CASE("A table has a caption, scopes, classes and, where it has long texts, labels") {
  CHECK(block_of(test::sample_table()) ==
        "<div class=\"box\" id=\"tasks\">\n"
        "<table class=\"tasks pile\">\n"
        "<thead>\n"
        "<tr><th scope=\"col\" class=\"c-item num item\">序号</th>"
        "<th scope=\"col\" class=\"c-title text\">任务</th>"
        "<th scope=\"col\" class=\"c-completion num\">完成率</th></tr>\n"
        "</thead>\n"
        "<tbody>\n"
        "<tr><th scope=\"row\" class=\"c-item num\" data-label=\"序号\">14</th>"
        "<td class=\"c-title\" data-label=\"任务\">推动汽车产业转型</td>"
        "<td class=\"c-completion num\" data-label=\"完成率\">57.01%</td></tr>\n"
        "<tr><th scope=\"row\" class=\"c-item num\" data-label=\"序号\">7</th>"
        "<td class=\"c-title\" data-label=\"任务\">abc</td>"
        "<td class=\"c-completion num\" data-label=\"完成率\">—</td></tr>\n"
        "</tbody>\n"
        "</table>\n"
        "</div>\n");
}

namespace {

/// A table of so many columns, each with a text of sixty 汉字.
document::Table table_of_texts(std::size_t columns) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "字";
  document::Table table{.id = "t"};
  document::Row& row = table.rows.emplace_back();
  for (std::size_t i = 0; i < columns; ++i) {
    table.columns.push_back({"c" + std::to_string(i), "一栏"});
    row.cells.emplace_back(text);
  }
  return table;
}

}  // namespace

TEST_CASE("Columns that do not fit beside each other have their shares of the width") {
  // A fifth for each. Eight letters of 75 and 95 around them are 695, in the fifth of a line of
  // 3475, which are 23.16 of its letters of 150.
  const std::string five = block_of(table_of_texts(5));
  std::string columns;
  for (int i = 0; i < 5; ++i) columns += "<col style=\"width: 20.00%\">";
  CHECK(five.find("<table class=\"t shared\" style=\"--least: 23.16em\">\n<colgroup>" + columns +
                  "</colgroup>\n<thead>") != std::string::npos);
  // So few have room, and so do short ones.
  CHECK(block_of(table_of_texts(4)).find("colgroup") == std::string::npos);
  document::Table of_short = table_of_texts(5);
  for (document::Value& cell : of_short.rows[0].cells) cell = "短";
  CHECK(block_of(of_short).find("colgroup") == std::string::npos);
  // Eight letters and 120 a column: 14 of 720 go on a line of 10545, 21 on 15477.
  const auto is_of = [](std::size_t count, const std::string& classes) {
    return block_of(table_of_texts(count)).find("<table class=\"" + classes + "\"") !=
           std::string::npos;
  };
  CHECK(is_of(14, "t pile grid shared"));
  CHECK(is_of(15, "t pile grid shared wide"));
  CHECK(is_of(21, "t pile grid shared wide"));
  CHECK(is_of(22, "t pile grid shared widest"));
  CHECK(is_of(40, "t pile grid shared widest"));
  // A weekly has those by which its rows were counted, also where the cells are short.
  document::Document weekly = test::document_of({of_short});
  weekly.has_few_pages = true;
  const std::string of_weekly = main_of(weekly);
  CAPTURE(of_weekly);
  CHECK(of_weekly.find("class=\"t pile grid shared\"") == std::string::npos);
  CHECK(of_weekly.find("<colgroup>") != std::string::npos);
}

TEST_CASE("Lights have a dot, figures in red do not; rows with such are late") {
  const std::string main = main_of(test::sample_document());
  CHECK(main.find("<table class=\"overdue alarm\">\n<caption>已逾期</caption>\n") !=
        std::string::npos);
  CHECK(main.find("<tr class=\"late\"><th scope=\"row\" class=\"c-written.due date\">"
                  "<span class=\"toned red\">2024-06-07</span></th>"
                  "<td class=\"c-light short\"><span class=\"light yellow\">黄灯</span></td>"
                  "<td class=\"c-days num\"><span class=\"toned red\">35</span></td></tr>\n") !=
        std::string::npos);
}

TEST_CASE("An empty table has its head") {
  document::Table table = test::sample_table();
  table.rows.clear();
  CHECK(block_of(table).find("<tbody>\n</tbody>") != std::string::npos);
}

TEST_CASE("Cards have bars where they ask for them, held within the card") {
  const auto time = [](long long part) {
    return document::Cards{"c", {{"k", "时间", test::percent_of(part, 100), "旁注", true}}};
  };
  CHECK(block_of(time(57)) ==
        "<dl class=\"cards\">\n"
        "  <div>\n"
        "    <dt>时间</dt>\n"
        "    <dd class=\"figure\">57.00%<span class=\"bar\" aria-hidden=\"true\">"
        "<span style=\"width: 57.00%\"></span></span></dd>\n"
        "    <dd class=\"note\">旁注</dd>\n"
        "  </div>\n"
        "</dl>\n");
  CHECK(block_of(time(140)).find("width: 100.00%") != std::string::npos);
  CHECK(block_of(document::Cards{"c", {{"k", "完成", document::Absent{}, "", true}}}) ==
        "<dl class=\"cards\">\n  <div>\n    <dt>完成</dt>\n    <dd class=\"figure\">—</dd>\n"
        "  </div>\n</dl>\n");
}

TEST_CASE("Fields, paragraphs, bullets, steps and notes") {
  CHECK(block_of(document::Fields{"f", {{"k", "灯", test::yellow_light()}, {"l", "号", 7}}}) ==
        "<dl class=\"fields\">\n"
        "  <div><dt>灯</dt><dd class=\"light yellow\">黄灯</dd></div>\n"
        "  <div><dt>号</dt><dd>7</dd></div>\n"
        "</dl>\n");
  CHECK(block_of(document::Paragraph{"p", "一\n二"}) == "<p class=\"prose\">一\n二</p>\n");
  // Who signs a sheet has a place of its own.
  CHECK(block_of(document::Paragraph{"signed_by", "县政府办"}) ==
        "<p class=\"prose signed_by\">县政府办</p>\n");
  CHECK(block_of(document::Bullets{"b", {"一", 2}}) ==
        "<ul class=\"b\">\n  <li>一</li>\n  <li>2</li>\n</ul>\n");
  CHECK(block_of(document::Steps{"s", {{"k", "名", "值", {"因"}}, {"l", "名", 2, {}}}}) ==
        "<ol class=\"steps\" id=\"s\">\n"
        "  <li id=\"s.k\">\n"
        "    <span class=\"name\">名</span> <span>值</span>\n"
        "    <ul>\n"
        "      <li>因</li>\n"
        "    </ul>\n"
        "  </li>\n"
        "  <li id=\"s.l\">\n"
        "    <span class=\"name\">名</span> <span>2</span>\n"
        "  </li>\n"
        "</ol>\n");
  CHECK(block_of(document::Note{"注"}) == "<p class=\"legend\">注</p>\n");
}

TEST_CASE("Data is inert in every block of a page") {
  const std::string page = render::document_html(test::hostile_document(), test::look_of());
  CHECK(page.find("<b>") == std::string::npos);
  CHECK(page.find("*x*\"") == std::string::npos);
  CHECK(page.find('\x1b') == std::string::npos);
  // It is not taken for a template either.
  CHECK(page.find("{{title}}") != std::string::npos);
}

TEST_CASE("A template of an office finds tables by id and cells by key, as text and as value") {
  const document::Document all = test::sample_document();
  CHECK(own_page(all,
                 "{{#chapters}}{{plan}}:{{#tables.tasks.rows}}[{{address}} {{cells.title.text}} "
                 "{{cells.completion.raw}}{{#cells.completion.absent}}none{{/cells.completion."
                 "absent}}]{{/tables.tasks.rows}}{{/chapters}}") ==
        "2024:[14 推动汽车产业转型 57.01][7 abc none]");
  CHECK(own_page(all,
                 "{{#chapters}}{{#tables.overdue}}{{title}}{{#columns}} {{key}}{{/columns}}"
                 "{{#rows}} {{cells.written.due.text}} {{cells.light.raw}} "
                 "{{cells.light.tone}}{{/rows}}{{/tables.overdue}}{{/chapters}}") ==
        "已逾期 written.due light days 2024-06-07 yellow yellow");
  CHECK(own_page(all,
                 "{{#chapters}}{{fields.task.lead.label}} {{fields.task.lead.text}}|"
                 "{{#fields.task.lead.raw}}<{{.}}>{{/fields.task.lead.raw}}|"
                 "{{cards.overview.time.raw}}|{{steps.story.ratio.text}}|"
                 "{{paragraphs.summary.text}}|{{#bullets.next.lines}}{{text}};"
                 "{{/bullets.next.lines}}{{/chapters}}") ==
        "牵头单位 县水务局、县城投公司|<县水务局><县城投公司>|50|0.9219|共 3 项任务。|"
        "第 1 项：请协调;第 2 项：请上报;");
}

TEST_CASE("A template of an office can change one kind of block") {
  render::Look look = test::look_of();
  look.templates["blocks/note.html.mustache"] = "<aside>{{text}}</aside>\n";
  CHECK(render::document_html(test::document_of({document::Note{"注"}}), look)
            .find("<aside>注</aside>") != std::string::npos);
}

TEST_CASE("A name that is not in a block is not looked for outside it") {
  const auto view = render::document_view(test::document_of({document::Note{"注"}}), true);
  const auto& block = view["chapters"][0]["blocks"][0];
  CHECK(block["table"] == false);
  CHECK(block["note"]["text"] == "注");
  CHECK(block["note"]["tone"] == "");
}

TEST_CASE("The columns that name a row of a table wider than any sheet have where they stay") {
  document::Table table{.id = "t"};
  document::Row row;
  const auto add = [&](const std::string& key, const std::string& text) {
    table.columns.push_back({key, "一栏"});
    row.cells.emplace_back(text);
  };
  add("item", "12");
  add("section", "产业升级");
  add("title", "新建改建农村公路");
  add("lead", "县交通局");
  for (int i = 0; i < 40; ++i) add("m" + std::to_string(i), "2024-01-31 abcdefgh");
  table.rows = {row};
  const std::string page = render::document_html(test::document_of({table}), test::look_of());
  const auto number_behind = [&](const std::string& text, std::size_t from = 0) {
    const std::size_t at = page.find(text, from);
    REQUIRE(at != page.npos);
    return std::stod(page.substr(at + text.size()));
  };
  const double least = number_behind("--least: ");
  const std::size_t columns = page.find("<colgroup>");
  std::vector<double> shares;
  for (std::size_t at = columns; shares.size() < 3; ++at) {
    at = page.find("width: ", at);
    shares.push_back(number_behind("width: ", at));
  }
  // The section is between them and goes by: it takes no room of what stays.
  CHECK(number_behind("--item: ") == 0);
  CHECK(number_behind("--title: ") == doctest::Approx(least * shares[0] / 100).epsilon(.01));
  CHECK(number_behind("--lead: ") ==
        doctest::Approx(least * (shares[0] + shares[2]) / 100).epsilon(.01));
  table.columns.resize(5);
  table.rows[0].cells.resize(5);
  CHECK(render::document_html(test::document_of({table}), test::look_of()).find("--title: ") ==
        std::string::npos);
}

TEST_SUITE_END();

}  // namespace render_document_html_test
