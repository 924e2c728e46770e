// SPDX-License-Identifier: MIT
#include "yaml/parse.h"

#include <doctest/doctest.h>

#include "values.h"

using namespace taizhang;
using source::FaultKind;
using test::details;
using test::piece;
using yaml::Document;
using yaml::Node;
using yaml::NodeKind;

namespace {

constexpr std::uint32_t file = 7;

Document parsed(const std::string& text) { return yaml::parse(text, file); }

const Node& value(const Node& map, const std::string& key) {
  for (const yaml::Pair& pair : map.pairs) {
    if (pair.key.text == key) return pair.value;
  }
  FAIL("no key " << key);
  return map;
}

/// The keys of the top map, in order, each followed by a blank.
std::string keys(const Document& document) {
  std::string result;
  for (const yaml::Pair& pair : document.root.pairs) result += pair.key.text + " ";
  return result;
}

int count(const Document& document, FaultKind kind) {
  int result = 0;
  for (const source::Fault& fault : document.faults) result += fault.kind == kind ? 1 : 0;
  return result;
}

/// A flow list in a list in a list …, `depth` of them.
std::string nested(int depth) {
  const auto size = static_cast<std::size_t>(depth);
  return std::string(size, '[') + std::string(size, ']');
}

}  // namespace

TEST_SUITE_BEGIN("yaml");

TEST_CASE("Keys and values cover the bytes they are written with") {
  const std::string text =
      "schema: 1\ntitle: 推动 \"汽车\" 转型  # 注\nlead: [市工信局, '市发改局']\n";
  const Document document = parsed(text);
  CHECK(document.faults.empty());
  CHECK(document.whole);
  REQUIRE(document.root.pairs.size() == 3);
  CHECK(piece(text, document.root.pairs[1].key.at) == "title");
  CHECK(piece(text, document.root.pairs[1].value.at) == "推动 \"汽车\" 转型");
  const Node& lead = document.root.pairs[2].value;
  REQUIRE(lead.items.size() == 2);
  CHECK(piece(text, lead.items[0].at) == "市工信局");
  CHECK(piece(text, lead.items[1].at) == "'市发改局'");
  CHECK(lead.items[1].text == "市发改局");
  CHECK(lead.at.file == file);
}

TEST_CASE("Places stay right after 汉字 on the same line and before it") {
  const std::string text = "# 示例数据，二十个字以上的一行说明\n名称: {甲: 一, 乙: 二}\n";
  const Document document = parsed(text);
  const Node& map = document.root.pairs.at(0).value;
  CHECK(piece(text, document.root.pairs[0].key.at) == "名称");
  CHECK(piece(text, map.pairs.at(1).key.at) == "乙");
  CHECK(piece(text, map.pairs.at(1).value.at) == "二");
}

TEST_CASE("Places are right in a file with the line ends of Windows") {
  const std::string text = "item: 14\r\ntitle: 甲乙\r\nnote: \r\n";
  const Document document = parsed(text);
  CHECK(document.faults.empty());
  CHECK(piece(text, value(document.root, "title").at) == "甲乙");
  CHECK(value(document.root, "title").text == "甲乙");
  CHECK(value(document.root, "note").kind == NodeKind::null);
}

TEST_CASE("A quoted scalar covers its quotes and knows that it is quoted") {
  const std::string text = R"(a: "x \"y\" \\"
b: 'it''s'
c: plain
)";
  const Document document = parsed(text);
  CHECK(value(document.root, "a").text == R"(x "y" \)");
  CHECK(piece(text, value(document.root, "a").at) == R"("x \"y\" \\")");
  CHECK(value(document.root, "a").quoted);
  CHECK(value(document.root, "b").text == "it's");
  CHECK(piece(text, value(document.root, "b").at) == "'it''s'");
  CHECK_FALSE(value(document.root, "c").quoted);
}

TEST_CASE("Scalars stay the text that was written") {
  const Document document = parsed("a: 0123\nb: 2023-08-02\nc: 1e3\nd: yes\ne: 44.160\n");
  CHECK(value(document.root, "a").text == "0123");
  CHECK(value(document.root, "b").text == "2023-08-02");
  CHECK(value(document.root, "c").text == "1e3");
  CHECK(value(document.root, "d").text == "yes");
  CHECK(value(document.root, "e").text == "44.160");
}

TEST_CASE("A block keeps its lines or folds them") {
  const Document document = parsed("a: |\n  一\n  二\nb: >\n  one\n  two\nc: end\n");
  CHECK(value(document.root, "a").text == "一\n二\n");
  CHECK(value(document.root, "b").text == "one two\n");
  CHECK(value(document.root, "c").text == "end");
  CHECK(value(document.root, "a").kind == NodeKind::scalar);
  CHECK(value(document.root, "a").quoted);
}

TEST_CASE("A plain scalar over two lines is one, shown by its first line") {
  const std::string text = "a: one\n  two\nb: x\n";
  const Document document = parsed(text);
  CHECK(value(document.root, "a").text == "one two");
  CHECK(piece(text, value(document.root, "a").at) == "one");
}

TEST_CASE("A written null has a place, no value at all has none") {
  const std::string text = "a: null\nb: ~\nc:\nd: {x: null, y: }\ne: \"null\"\nf: nullable\n";
  const Document document = parsed(text);
  CHECK(value(document.root, "a").kind == NodeKind::null);
  CHECK(piece(text, value(document.root, "a").at) == "null");
  CHECK(piece(text, value(document.root, "b").at) == "~");
  CHECK(value(document.root, "c").kind == NodeKind::null);
  CHECK(piece(text, value(document.root, "c").at).empty());
  CHECK(piece(text, value(value(document.root, "d"), "x").at) == "null");
  CHECK(piece(text, value(value(document.root, "d"), "y").at).empty());
  // A quoted null is a word, and so is what only begins like one.
  CHECK(value(document.root, "e").kind == NodeKind::scalar);
  CHECK(value(document.root, "f").text == "nullable");
}

TEST_CASE("No value before a word that begins like null is still no value") {
  const std::string text = "a:\nnull_count: 3\n~x: 4\n";
  const Document document = parsed(text);
  CHECK(value(document.root, "a").kind == NodeKind::null);
  CHECK(piece(text, value(document.root, "a").at).empty());
  CHECK(value(document.root, "null_count").text == "3");
}

TEST_CASE("An empty file, or one of comments, is nothing and no fault") {
  for (const char* text : {"", "\n\n", "# only a comment\n", "# no line end"}) {
    CAPTURE(text);
    const Document document = parsed(text);
    CHECK(document.root.kind == NodeKind::null);
    CHECK(document.faults.empty());
    CHECK(document.whole);
  }
}

TEST_CASE("Of two equal keys the first counts, the second is reported with the first beside it") {
  const std::string text = "title: 甲\nitem: 1\ntitle: 乙\n";
  const Document document = parsed(text);
  CHECK(value(document.root, "title").text == "甲");
  REQUIRE(document.faults.size() == 1);
  const source::Fault& fault = document.faults[0];
  CHECK(fault.kind == FaultKind::duplicate_key);
  CHECK(details(fault) == "title");
  CHECK(fault.at.begin == text.rfind("title"));
  CHECK(piece(text, fault.at) == "title");
  CHECK(fault.related.begin == 0);
  CHECK(piece(text, fault.related) == "title");
}

TEST_CASE("Equal keys are seen in nested maps, and are no fault in different maps") {
  CHECK(count(parsed("a:\n  - {x: 1, x: 2}\n"), FaultKind::duplicate_key) == 1);
  CHECK(parsed("a:\n  - {x: 1}\n  - {x: 2}\nx: 3\n").faults.empty());
}

TEST_CASE("Anchors, aliases and tags are reported where they stand") {
  const std::string text = "a: &base 1\nb: *base\nc: !!str 2\nd: !own {x: 1}\n";
  const Document document = parsed(text);
  REQUIRE(document.faults.size() == 4);
  for (const source::Fault& fault : document.faults) CHECK(fault.kind == FaultKind::yaml_feature);
  CHECK(details(document.faults[0]) == "an anchor (&)");
  CHECK(details(document.faults[1]) == "an alias (*)");
  CHECK(piece(text, document.faults[1].at) == "*");
  CHECK(details(document.faults[2]) == "a tag (!)");
  CHECK(details(document.faults[3]) == "a tag (!)");
  const std::size_t fourth_line = text.find("d:");
  CHECK(document.faults[3].at.begin >= fourth_line);
  CHECK(value(document.root, "a").text == "1");
  CHECK(value(document.root, "b").kind == NodeKind::lost);
  CHECK(keys(document) == "a b c d ");
}

TEST_CASE("A second document is reported, and its keys are read all the same") {
  const std::string text = "a: 1\n---\nb: 2\n";
  const Document document = parsed(text);
  REQUIRE(document.faults.size() == 1);
  CHECK(document.faults[0].kind == FaultKind::yaml_feature);
  CHECK(details(document.faults[0]) == "a second document (---)");
  CHECK(keys(document) == "a b ");
}

TEST_CASE("A document start and end around one document are no fault") {
  CHECK(parsed("---\na: 1\n").faults.empty());
  CHECK(parsed("---\na: 1\n...\n").faults.empty());
}

TEST_CASE("Bytes that are not UTF-8 are reported and the rest is read") {
  const std::string text = "title: \xB9\xA4\xD0\xC5\nitem: 14\n";  // 工信 in GBK
  const Document document = parsed(text);
  REQUIRE(document.faults.size() == 1);
  CHECK(document.faults[0].kind == FaultKind::encoding);
  CHECK(piece(text, document.faults[0].at) == "\xB9\xA4\xD0\xC5");  // a run is one fault
  CHECK(value(document.root, "item").text == "14");
}

TEST_CASE("Control characters are reported") {
  const std::string text = "title: a\x1b[31mb\nnote: c\x7F\nitem: 14\n";
  const Document document = parsed(text);
  REQUIRE(document.faults.size() == 2);
  CHECK(document.faults[0].kind == FaultKind::encoding);
  CHECK(piece(text, document.faults[0].at) == "\x1b");
  CHECK(piece(text, document.faults[1].at) == "\x7F");
  CHECK(value(document.root, "item").text == "14");
}

TEST_CASE("A byte order mark is reported and the file read in its right places") {
  const std::string text = "\xEF\xBB\xBFschema: 1\nitem: 14\n";
  const Document document = parsed(text);
  REQUIRE(document.faults.size() == 1);
  CHECK(document.faults[0].kind == FaultKind::encoding);
  CHECK(document.faults[0].at.begin == 0);
  CHECK(document.faults[0].at.end == 3);
  CHECK(keys(document) == "schema item ");
  CHECK(piece(text, document.root.pairs[1].value.at) == "14");
}

TEST_CASE("A file of another encoding gives a bounded number of faults and no crash") {
  std::string utf16 = "\xFF\xFE";
  for (int i = 0; i < 500; ++i) utf16 += std::string("a\0:\0 \0b\0\n\0", 10);
  const Document document = parsed(utf16);
  CHECK(count(document, FaultKind::encoding) > 0);
  CHECK(document.faults.size() < 100);
}

TEST_CASE("A quote left open on line 2 does not hide the keys from line 3 on") {
  const std::string text = "schema: 1\ntitle: \"推动\nitem: 14\nsection: 2\nlead: [市工信局]\n";
  const Document document = parsed(text);
  CHECK_FALSE(document.whole);
  CHECK(count(document, FaultKind::syntax) == 1);
  CHECK(value(document.root, "schema").text == "1");
  CHECK(value(document.root, "item").text == "14");
  CHECK(value(document.root, "section").text == "2");
  REQUIRE(value(document.root, "lead").items.size() == 1);
  CHECK(piece(text, value(document.root, "lead").items[0].at) == "市工信局");
}

TEST_CASE("A quote left open is not taken to end at the next one") {
  const std::string text = "schema: 1\ntitle: \"推动\nitem: 14\nnote: \"备注\"\ndue: 2023-12-31\n";
  const Document document = parsed(text);
  CHECK(count(document, FaultKind::syntax) >= 1);
  CHECK(value(document.root, "item").text == "14");
  CHECK(value(document.root, "note").text == "备注");
  CHECK(value(document.root, "due").text == "2023-12-31");
}

TEST_CASE("A bracket left open spoils its own entry only") {
  const std::string text = "schema: 1\nlead: [市工信局, 市发改局\nitem: 14\ndue: 2023-12-31\n";
  const Document document = parsed(text);
  CHECK(count(document, FaultKind::syntax) >= 1);
  CHECK(value(document.root, "schema").text == "1");
  CHECK(value(document.root, "item").text == "14");
  CHECK(value(document.root, "due").text == "2023-12-31");
}

TEST_CASE("A broken entry deep in a list spoils only what comes after it in that list") {
  const std::string text =
      "item: 14\n"
      "indicators:\n"
      "  - id: a\n"
      "    target: 1\n"
      "  - id: b\n"
      "   target: 2\n"  // one blank too few
      "status: in_progress\n";
  const Document document = parsed(text);
  CHECK(count(document, FaultKind::syntax) == 1);
  CHECK(value(document.root, "item").text == "14");
  CHECK(value(document.root, "status").text == "in_progress");
  CHECK(value(document.root, "indicators").items.size() >= 1);
}

TEST_CASE("Each of several broken entries is reported") {
  const std::string text = "a: @x\nb: 1\nc: [1, 2\nd: 2\ne: {x: 1\nf: 3\n";
  const Document document = parsed(text);
  CHECK(count(document, FaultKind::syntax) == 3);
  CHECK(value(document.root, "b").text == "1");
  CHECK(value(document.root, "d").text == "2");
  CHECK(value(document.root, "f").text == "3");
}

TEST_CASE("A line that is no key and no value is one syntax error, and later keys are read") {
  // To YAML the line and the key after it are one key over two lines: the error is seen there.
  const std::string text = "item: 14\n这一行没有冒号\ntitle: 甲\nsection: 2\n";
  const Document document = parsed(text);
  REQUIRE(count(document, FaultKind::syntax) == 1);
  const auto begin = document.faults[0].at.begin;
  CHECK(begin >= text.find("这一行"));
  CHECK(begin < text.find("section"));
  CHECK(value(document.root, "item").text == "14");
  CHECK(value(document.root, "section").text == "2");
}

TEST_CASE("A tab as indent is a syntax error, and the next key is read") {
  const Document document = parsed("a:\n\tx: 1\nb: 2\n");
  CHECK(count(document, FaultKind::syntax) == 1);
  CHECK(value(document.root, "b").text == "2");
}

TEST_CASE("A key that comes again after a syntax error is a duplicate") {
  const std::string text = "item: 1\nlead: [x\nitem: 2\n";
  const Document document = parsed(text);
  CHECK(count(document, FaultKind::duplicate_key) == 1);
  CHECK(value(document.root, "item").text == "1");
}

TEST_CASE("A file that is broken in every line ends, with a bounded number of faults") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "k" + std::to_string(i) + ": [\n";
  const Document document = parsed(text);
  CHECK_FALSE(document.whole);
  CHECK(document.faults.size() <= 101);
  CHECK(document.faults.back().kind == FaultKind::limit);
}

TEST_CASE("Nesting up to the limit is read, one more is a fault of its own kind") {
  // The map at the top is the first level.
  const int room = yaml::deepest_nesting - 1;
  const Document deep = parsed("a: " + nested(room) + "\nb: 1\n");
  CHECK(deep.faults.empty());
  const Document too_deep = parsed("a: " + nested(room + 1) + "\nb: 1\n");
  REQUIRE(too_deep.faults.size() == 1);
  CHECK(too_deep.faults[0].kind == FaultKind::limit);
  CHECK(details(too_deep.faults[0]) == "the nesting / 32");
  CHECK(value(too_deep.root, "b").text == "1");
}

TEST_CASE("A hundred thousand brackets are a fault and no crash") {
  const Document document = parsed("a: " + std::string(100'000, '[') + "\nb: 1\n");
  CHECK(count(document, FaultKind::limit) == 1);
  CHECK(value(document.root, "b").text == "1");
}

TEST_SUITE_END();
