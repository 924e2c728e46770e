// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <set>

#include "base/fatal.h"
#include "base/text.h"
#include "render/docx_layout.h"
#include "render/read_back.h"
#include "render_document_sample.h"
#include "run.h"
#include "sheets/package.h"

namespace render_document_docx_test {

using namespace taizhang;
using test::look_of;

namespace {

constexpr base::Bilingual no_help{"", ""};

/// The parts of a docx, with all that is asked of them.
class Docx {
 public:
  explicit Docx(const std::string& bytes) : bytes_(bytes), package_(bytes_, "a.docx", no_help) {
    REQUIRE(package_.read("word/document.xml", document_));
  }

  pugi::xml_node body() const { return document_.document_element().child("w:body"); }
  std::vector<pugi::xml_node> all(const char* path) const {
    std::vector<pugi::xml_node> nodes;
    for (const pugi::xpath_node& node : document_.select_nodes(path)) nodes.push_back(node.node());
    return nodes;
  }
  void read(const char* part, pugi::xml_document& xml) const {
    CAPTURE(std::string(part));
    REQUIRE(package_.read(part, xml));
  }
  bool has(const char* part) const { return package_.has(part); }

 private:
  std::string bytes_;
  sheets::Package package_;
  pugi::xml_document document_;
};

std::string docx_of(const document::Document& document, const std::string& reference = {}) {
  render::Look look = look_of();
  if (!reference.empty()) look.reference = render::Given{reference, "office.docx"};
  return render::document_docx(document, look);
}

std::string refusal(const std::string& reference) {
  try {
    docx_of(test::sample_document(), reference);
  } catch (const base::Fatal& fatal) {
    CHECK(fatal.exit == base::Exit::usage);
    return fatal.message.in(base::Language::en);
  }
  return {};
}

std::vector<std::string> texts_in(const std::string& bytes) {
  std::vector<std::string> texts;
  const auto values = *render::read_values(bytes, "docx");
  for (const render::ReadValue& value : values) texts.push_back(value.text);
  return texts;
}

/// A document of an office with these styles and page.
std::string office_docx(const std::string& styles, const std::string& section) {
  const std::string word =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  const std::string relation =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  return sheets::packed(
      {{"word/document.xml", "<w:document " + word + "><w:body><w:p/><w:sectPr>" + section +
                                 "</w:sectPr></w:body></w:document>"},
       {"word/_rels/document.xml.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"" + relation +
            "styles\" Target=\"look.xml\"/><Relationship Id=\"b\" Type=\"" + relation +
            "fontTable\" Target=\"/word/fontTable.xml\"/><Relationship Id=\"c\" Type=\"" +
            relation + "theme\" Target=\"theme/theme7.xml\"/></Relationships>"},
       {"word/look.xml", "<w:styles " + word + ">" + styles + "</w:styles>"},
       {"word/fontTable.xml",
        "<w:fonts " + word +
            " xmlns:r=\"r\"><w:font w:name=\"本县仿宋\"><w:embedRegular r:id=\"rId1\"/></w:font>"
            "<w:font w:name=\"宋体\"/></w:fonts>"},
       {"word/theme/theme7.xml", "<a:theme xmlns:a=\"a\" name=\"本县\"/>"}});
}

/// Two rows of so many columns that the sheet is turned for them.
document::Table wide_table() {
  document::Table wide{.id = "wide"};
  document::Row row;
  for (int i = 0; i < 16; ++i) {
    wide.columns.push_back({std::to_string(i), "一栏的名称"});
    row.cells.emplace_back("一段很长的进展情况，写了许多字");
  }
  wide.rows = {row, row};
  return wide;
}

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("A paper of a word processor is one package of sound parts, each of them declared") {
  const std::string bytes = docx_of(test::sample_document());
  CHECK(bytes == docx_of(test::sample_document()));
  // Of 1980-01-01 00:00, which is the first that the format can say.
  CHECK(bytes.substr(10, 4) == std::string("\0\0\x21\0", 4));
  const Docx docx(bytes);
  pugi::xml_document types;
  docx.read("[Content_Types].xml", types);
  std::size_t parts = 0;
  for (const pugi::xml_node part : types.document_element().children("Override")) {
    pugi::xml_document xml;
    docx.read(part.attribute("PartName").value() + 1, xml);
    ++parts;
  }
  CHECK(parts == 9);
  pugi::xml_document relations;
  docx.read("word/_rels/document.xml.rels", relations);
  std::set<std::string> ids;
  for (const pugi::xml_node one : relations.document_element().children()) {
    ids.insert(one.attribute("Id").value());
    CHECK(docx.has((std::string("word/") + one.attribute("Target").value()).c_str()));
  }
  std::size_t used = 0;
  for (const pugi::xml_node node : docx.all("//w:footerReference")) {
    CHECK(ids.contains(node.attribute("r:id").value()));
    ++used;
  }
  CHECK(used >= 2);
  for (const char* footer : {"word/footer1.xml", "word/footer2.xml"}) {
    pugi::xml_document xml;
    docx.read(footer, xml);
    CHECK(std::string(xml.select_node("//w:instrText").node().text().get()) == " PAGE ");
  }
}

TEST_CASE("Every style of a paragraph or table is there, and headings are those of the program") {
  const Docx docx(docx_of(test::sample_document()));
  pugi::xml_document styles;
  docx.read("word/styles.xml", styles);
  std::map<std::string, std::string> names;
  for (const pugi::xml_node style : styles.document_element().children("w:style")) {
    names[style.attribute("w:styleId").value()] = style.child("w:name").attribute("w:val").value();
    const std::string based = style.child("w:basedOn").attribute("w:val").value();
    CHECK_MESSAGE((based.empty() || names.contains(based)), based);
  }
  std::map<std::string, int> used;
  for (const pugi::xml_node node : docx.all("//w:pStyle | //w:tblStyle")) {
    const std::string id = node.attribute("w:val").value();
    CHECK_MESSAGE(names.contains(id), id);
    ++used[names[id]];
  }
  CHECK(used["Title"] == 1);
  CHECK(used["heading 1"] == 1);
  CHECK(used["heading 2"] == 1);
  CHECK(used["Table Grid"] == 4);
}

TEST_CASE("Tables repeat their head, keep rows whole and are as wide as the text on A4") {
  const Docx docx(docx_of(test::sample_document()));
  const pugi::xml_node page = docx.body().child("w:sectPr").child("w:pgSz");
  const pugi::xml_node margins = docx.body().child("w:sectPr").child("w:pgMar");
  CHECK(page.attribute("w:w").as_int() == 11906);
  CHECK(page.attribute("w:h").as_int() == 16838);
  // 37, 26, 35 and 28 mm at 56.693 twips.
  CHECK(margins.attribute("w:top").as_int() == 2098);
  CHECK(margins.attribute("w:right").as_int() == 1474);
  CHECK(margins.attribute("w:bottom").as_int() == 1984);
  CHECK(margins.attribute("w:left").as_int() == 1588);
  CHECK(docx.all("//w:tr[w:trPr/w:tblHeader]").size() == 2);
  CHECK(docx.all("//w:tr").size() == docx.all("//w:tr[w:trPr/w:cantSplit]").size());
  std::size_t tables = 0;
  for (const pugi::xml_node table : docx.all("//w:tbl")) {
    std::vector<int> widths;
    for (const pugi::xml_node column : table.child("w:tblGrid").children()) {
      widths.push_back(column.attribute("w:w").as_int());
      CHECK(widths.back() > 300);
    }
    for (const pugi::xml_node row : table.children("w:tr")) {
      std::size_t cells = 0;
      for (const pugi::xml_node cell : row.children("w:tc")) {
        REQUIRE(cells < widths.size());
        CHECK(cell.child("w:tcPr").child("w:tcW").attribute("w:w").as_int() == widths[cells]);
        ++cells;
      }
      CHECK(cells == widths.size());
    }
    int width = 0;
    for (const int one : widths) width += one;
    CHECK(width == 11906 - 1474 - 1588);
    ++tables;
  }
  CHECK(tables == 4);
}

TEST_CASE("What a document says stands in the paper, in its order and at its place") {
  const document::Document document = test::sample_document();
  const auto values = *render::read_values(docx_of(document), "docx");
  std::vector<std::string> texts;
  for (const render::ReadValue& value : values) texts.push_back(value.text);
  const std::vector<std::string> wanted{"样张",
                                        "临水县重点任务",
                                        "截至 2024-07-12",
                                        "临水县2024年重点工作任务",
                                        "1 本周概况",
                                        "时间进度\n50.00%\n截至 2024-07-12",
                                        "已完成\n1/4",
                                        "共 3 项任务。",
                                        "14",
                                        "推动汽车产业转型",
                                        "57.01%",
                                        "7",
                                        "abc",
                                        "—",
                                        "已逾期",
                                        "2024-06-07",
                                        "●黄灯",
                                        "35",
                                        "牵头单位",
                                        "县水务局、县城投公司",
                                        "灯",
                                        "●黄灯",
                                        "1. 序时比：0.9219",
                                        "实际 47.5%",
                                        "应完成 51.5%",
                                        "第 1 项：请协调",
                                        "第 2 项：请上报",
                                        "* 为人工定灯。",
                                        "灯：黄灯 滞后。",
                                        "— 表示没有数据。",
                                        "— {PAGE} —",
                                        "— {PAGE} —"};
  CHECK(texts == wanted);
  const auto completion = std::ranges::find(values, "57.01%", &render::ReadValue::text);
  REQUIRE(completion != values.end());
  CHECK(*completion ==
        render::ReadValue{"1 本周概况", "1", "完成率", "57.01%", "<w:color w:val=\"auto\">57.01%"});
}

TEST_CASE("A light has its dot with a remark too; what is no word has none") {
  using document::Value;
  const Value light = document::Word{"red", {"红灯", "red"}, document::Tone::red};
  const Value marked = Value(document::Phrase{.text = {"{0}（{1}）", "{0} ({1})"},
                                              .arguments = {light, Value(std::string("新增"))},
                                              .is_remark = true})
                           .toned(document::Tone::red);
  const Value late = Value(std::string("超期 6 天")).toned(document::Tone::red);
  const auto values = *render::read_values(
      docx_of(test::document_of({document::Table{
          .id = "t", .columns = {{"a", "灯"}}, .rows = {{{light}}, {{marked}}, {{late}}}}})),
      "docx");
  std::vector<std::string> cells;
  for (const render::ReadValue& value : values) {
    if (!value.column.empty()) cells.push_back(value.text);
  }
  REQUIRE(cells.size() == 3);
  CHECK(cells[0] == "●红灯");
  CHECK(cells[1] == "●红灯（新增）");
  CHECK(cells[2] == "超期 6 天");
}

TEST_CASE("Hostile text is text in a paper, without what could steer or turn it") {
  const std::string evil = "<w:p>&]]>\x1b[31m\x01\x0b\u202Eabc\uFFFE";
  document::Document document =
      test::document_of({document::Heading{evil, 1},
                         document::Table{.id = "t", .columns = {{"a", evil}}, .rows = {{{evil}}}}});
  document.title = evil;
  document.masthead = document::Masthead{.issuer = evil, .edition = evil, .date = evil};
  auto values = *render::read_values(docx_of(document), "docx");
  // The feet of pages have their numbers alone.
  std::erase_if(values, [](const render::ReadValue& value) { return value.text == "— {PAGE} —"; });
  std::string inert = base::plain_text(evil);
  inert.replace(inert.find("\uFFFE"), 3, "\uFFFD");
  std::size_t seen = 0;
  for (const render::ReadValue& value : values) {
    CAPTURE(value.text);
    const bool is_line = value.text == inert || value.text == inert + " " + inert;
    CHECK(is_line);
    ++seen;
  }
  CHECK(seen == 5);  // title and heading, too
  CHECK(values.back().table == inert);
  CHECK(values.back().column == inert);
  // One that has everything comes through in whole.
  const std::vector<std::string> texts = texts_in(docx_of(test::hostile_document()));
  const std::string shown = base::plain_text(test::hostile);
  CHECK(std::ranges::count_if(texts, [&](const std::string& text) {
          return text.find(shown) != std::string::npos;
        }) >= 10);
}

TEST_CASE("What has nothing in it is no table, for a word processor knows none without rows") {
  const Docx docx(docx_of(test::document_of(
      {document::Table{.id = "t"}, document::Fields{"f", {}}, document::Cards{{"c", {}}}})));
  CHECK(docx.all("//w:tbl").empty());
  const Docx with_head(
      docx_of(test::document_of({document::Table{.id = "t", .columns = {{"a", "序号"}}}})));
  CHECK(with_head.all("//w:tbl/w:tr").size() == 1);
}

TEST_CASE("A table that is too wide turns the page with its heading, and no page is turned back") {
  const document::Table wide = wide_table();
  document::Document paper = test::document_of(
      {document::Heading{"窄", 1}, test::sample_table(), document::Heading{"宽", 1},
       document::Paragraph{"p", "一行"}, wide, document::Heading{"窄", 1}, test::sample_table()});
  const Docx docx(docx_of(paper));
  const auto sections = docx.all("//w:sectPr");
  REQUIRE(sections.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    const pugi::xml_node size = sections[i].child("w:pgSz");
    CHECK((std::string(size.attribute("w:orient").value()) == "landscape") == (i == 1));
    CHECK(size.attribute("w:w").as_int() == (i == 1 ? 16838 : 11906));
  }
  // The heading stands right behind the end of the upright section.
  const pugi::xml_node heading = sections[0].parent().parent().next_sibling("w:p");
  CHECK(std::string(heading.child("w:r").child("w:t").text().get()) == "宽");
  int width = 0;
  for (const pugi::xml_node column : docx.all("(//w:tbl)[2]/w:tblGrid/w:gridCol")) {
    width += column.attribute("w:w").as_int();
  }
  // The margins of a sheet that is turned are 20 mm; an office's own stay what they are.
  CHECK(width == 16838 - 2 * 1134);
  CHECK(render::DocxPage{.own_margins = true}.turned().text_width() == 16838 - 2098 - 1984);
  // A sheet for somebody has one side, and the next one its own.
  paper.chapters[0].subject = "市工信局";
  paper.chapters.push_back({"", {document::Heading{"窄", 1}, test::sample_table()}, "市商务局"});
  const Docx sheets(docx_of(paper));
  const auto sides = sheets.all("//w:sectPr/w:pgSz");
  REQUIRE(sides.size() == 2);
  CHECK(sides[0].attribute("w:w").as_int() == 16838);
  CHECK(sides[1].attribute("w:w").as_int() == 11906);
}

TEST_CASE("What ends a section or a sheet is its last line, so that it takes no page for itself") {
  const document::Table wide = wide_table();
  const auto ends = [&](document::Block last) {
    return Docx(docx_of(test::document_of({document::Heading{"窄", 1}, std::move(last),
                                           document::Heading{"宽", 1}, wide})))
        .all("//w:p[w:pPr/w:sectPr]");
  };
  const document::Bullets bullets{.id = "b", .lines = {"甲", "乙"}};
  for (const document::Block& last : std::initializer_list<document::Block>{
           document::Paragraph{"p", "乙"}, document::Note{"乙"}, bullets}) {
    const auto paragraphs = ends(last);
    REQUIRE(paragraphs.size() == 1);
    const pugi::xml_node one = paragraphs[0];
    CHECK(std::string(one.child("w:r").child("w:t").text().get()) == "乙");
  }
  // Behind a table it is the one paragraph that has to stand there, as low as can be.
  const auto paragraphs = ends(test::sample_table());
  REQUIRE(paragraphs.size() == 1);
  const pugi::xml_node gap = paragraphs[0];
  CHECK(std::string(gap.previous_sibling().name()) == "w:tbl");
  CHECK(gap.select_node("w:pPr/w:spacing/@w:line").attribute().as_int() == 20);
  // A sheet for the next unit begins a page by itself: nothing stands between.
  document::Document sheets = test::document_of({document::Heading{"窄", 1}, test::sample_table()});
  sheets.chapters[0].subject = "市工信局";
  sheets.chapters.push_back({"", {document::Heading{"窄", 1}, test::sample_table()}, "市商务局"});
  const Docx docx(docx_of(sheets));
  const auto tables = docx.all("//w:tbl");
  REQUIRE(tables.size() == 2);
  const pugi::xml_node next = tables[0].next_sibling();
  CHECK(next.select_node("w:pPr/w:pageBreakBefore"));
  CHECK(std::string(next.child("w:r").child("w:t").text().get()) == "窄");
}

TEST_CASE("Who signs a sheet stands at its right and on the page of what is above and below it") {
  document::Document order =
      test::document_of({document::Paragraph{"addressed", "县发改局："}, test::sample_table(),
                         document::Paragraph{"signed_by", "县政府办（印章）"},
                         document::Paragraph{"signed_on", "2024年7月12日"},
                         document::Paragraph{"copied", "抄送：县工信局"}});
  const Docx docx(docx_of(order));
  const auto paragraph = [&](const char* text) {
    const std::string path = std::string("//w:p[w:r/w:t='") + text + "']/w:pPr";
    const auto found = docx.all(path.c_str());
    REQUIRE(found.size() == 1);
    return found[0];
  };
  const auto style = [](const pugi::xml_node& node) {
    return std::string(node.child("w:pStyle").attribute("w:val").value());
  };
  CHECK(style(paragraph("县发改局：")) == "Addressed");
  CHECK(style(paragraph("县政府办（印章）")) == "SignedBy");
  CHECK(style(paragraph("2024年7月12日")) == "SignedOn");
  CHECK(style(paragraph("抄送：县工信局")) == "Copied");
  // The day stays with who has a copy, the last row of the table with who signs.
  CHECK(paragraph("2024年7月12日").child("w:keepNext"));
  CHECK(!paragraph("抄送：县工信局").child("w:keepNext"));
  const auto rows = docx.all("//w:tbl/w:tr");
  REQUIRE(rows.size() > 2);
  CHECK(rows.back().select_nodes("w:tc/w:p/w:pPr/w:keepNext").size() ==
        rows.back().select_nodes("w:tc").size());
  CHECK(!rows[rows.size() - 2].select_node("w:tc/w:p/w:pPr/w:keepNext"));
  pugi::xml_document styles;
  docx.read("word/styles.xml", styles);
  for (const char* id : {"SignedBy", "SignedOn"}) {
    const std::string path = std::string("//w:style[@w:styleId='") + id + "']/w:pPr/w:jc/@w:val";
    CHECK(std::string(styles.select_node(path.c_str()).attribute().value()) == "right");
  }
  CHECK(styles.select_node("//w:style[@w:styleId='SignedBy']/w:pPr/w:keepNext"));
}

TEST_CASE("A part that would leave lines alone on a page before the sheet turns is turned too") {
  const document::Table wide = wide_table();
  // A paragraph is 560 + 80 twips, a heading 560 + 360, and a page has 12756: behind a head of
  // 1000, 16 paragraphs and a heading end at 12160, and a part of 9 lines more goes over the page.
  const auto heading_before_turn = [&](int lines, int more) {
    std::vector<document::Block> blocks{document::Heading{"甲", 1}};
    for (int i = 0; i < lines; ++i) blocks.emplace_back(document::Paragraph{"p", "一行"});
    blocks.emplace_back(document::Heading{"乙", 1});
    for (int i = 0; i < more; ++i) blocks.emplace_back(document::Paragraph{"p", "一行"});
    blocks.emplace_back(document::Heading{"丙", 1});
    blocks.emplace_back(wide);
    document::Document paper = test::document_of(std::move(blocks));
    paper.head.clear();
    paper.masthead.reset();
    const Docx docx(docx_of(paper));
    const auto ends = docx.all("//w:p[w:pPr/w:sectPr]");
    REQUIRE(ends.size() == 1);
    const pugi::xml_node end = ends[0];
    return std::string(end.next_sibling().child("w:r").child("w:t").text().get());
  };
  // 1000 + 920 + 14 × 640 = 10880; with 乙 and 3 lines 13720: 964 of the second page.
  CHECK(heading_before_turn(14, 3) == "乙");
  // With 9 lines 17560: 4804 of the second page stay upright.
  CHECK(heading_before_turn(14, 9) == "丙");
  // All on one page.
  CHECK(heading_before_turn(5, 3) == "丙");
}

TEST_CASE("A document of the office lends its styles, fonts, theme and margins") {
  // Ids are as a Chinese Word gives them, one of them that of another style of ours.
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/>"
      "</w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/>"
      "<w:basedOn w:val=\"a\"/><w:next w:val=\"Title\"/><w:pPr><w:numPr><w:numId w:val=\"9\"/>"
      "</w:numPr></w:pPr><w:rPr><w:color w:val=\"123456\"/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"本县正文\"/>"
      "<w:basedOn w:val=\"a\"/></w:style>";
  const std::string office =
      office_docx(styles,
                  "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1000\" w:right=\"1100\" "
                  "w:bottom=\"1200\" w:left=\"1300\" w:header=\"500\" w:footer=\"600\"/>");
  const document::Document document = test::sample_document();
  const std::string bytes = docx_of(document, office);
  const Docx docx(bytes);
  pugi::xml_document made;
  docx.read("word/styles.xml", made);
  const auto style = [&](const std::string& id) {
    return made.select_node(("//w:style[@w:styleId='" + id + "']").c_str()).node();
  };
  CHECK(std::string(style("Heading1").child("w:rPr").child("w:color").attribute("w:val").value()) ==
        "123456");
  CHECK(std::string(style("Heading1").child("w:basedOn").attribute("w:val").value()) == "Normal");
  CHECK(std::string(style("Heading1").child("w:next").attribute("w:val").value()) ==
        "Title-of-the-office");
  // Our headings have their numbers in their text; the lists of the office are not here.
  CHECK(made.select_nodes("//w:numPr").size() == 1);
  CHECK(std::string(style("Title").child("w:name").attribute("w:val").value()) == "Title");
  CHECK(made.select_nodes("//w:style[@w:default='1' and @w:type='paragraph']").size() == 1);
  for (const pugi::xml_node node : docx.all("//w:pStyle | //w:tblStyle")) {
    CHECK(style(node.attribute("w:val").value()));
  }
  pugi::xml_document fonts;
  docx.read("word/fontTable.xml", fonts);
  CHECK(fonts.select_node("//w:font[@w:name='本县仿宋']"));
  CHECK(fonts.select_node("//w:font[@w:name='仿宋_GB2312']/w:altName"));
  CHECK(fonts.select_nodes("//w:font[@w:name='宋体']").size() == 1);
  CHECK(fonts.select_nodes("//w:embedRegular").empty());
  pugi::xml_document theme;
  docx.read("word/theme/theme1.xml", theme);
  const pugi::xml_node margins = docx.body().child("w:sectPr").child("w:pgMar");
  CHECK(margins.attribute("w:top").as_int() == 1000);
  CHECK(margins.attribute("w:left").as_int() == 1300);
  CHECK(docx.all("//w:tbl")[0].child("w:tblPr").child("w:tblW").attribute("w:w").as_int() ==
        11906 - 1100 - 1300);
  // It looks otherwise and says the same.
  CHECK(*render::read_values(bytes, "docx") == *render::read_values(docx_of(document), "docx"));
  // LibreOffice writes the names of headings with a capital.
  std::string of_libre = styles;
  of_libre.replace(of_libre.find("heading 1"), 9, "Heading 1");
  const std::string section = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";
  CHECK(*render::read_values(docx_of(document, office_docx(of_libre, section)), "docx") ==
        *render::read_values(docx_of(document), "docx"));
  // Our own file is a reference that changes nothing.
  CHECK(texts_in(docx_of(document, docx_of(document))) == texts_in(docx_of(document)));
}

TEST_CASE("What is no docx of an office, or has no room, is refused") {
  const std::string sound = docx_of(test::sample_document());
  CHECK(refusal("text") == "office.docx cannot be read; it may be damaged");
  CHECK(refusal(sound.substr(0, sound.size() / 2)) ==
        "office.docx cannot be read; it may be damaged");
  CHECK(refusal(sheets::packed({{"xl/workbook.xml", "<a/>"}})) ==
        "office.docx is no docx that Word 2007 reads");
  CHECK(refusal(sheets::packed({{"word/document.xml", "<a:b xmlns:a=\"strict\"/>"}})) ==
        "office.docx is no docx that Word 2007 reads");
  CHECK(refusal(office_docx("", "<w:pgMar w:left=\"5000\" w:right=\"5000\"/>")) ==
        "the margins of office.docx leave no room on A4");
}

TEST_SUITE_END();

}  // namespace render_document_docx_test
