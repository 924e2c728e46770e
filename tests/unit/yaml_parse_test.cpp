// SPDX-License-Identifier: MIT
#include "yaml/parse.h"

#include <doctest/doctest.h>

#include "trees.h"

namespace yaml_parse_test {

using namespace taizhang;
using namespace taizhang::test;

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
  const Node& map = document.root.pairs[0].value;
  CHECK(piece(text, document.root.pairs[0].key.at) == "名称");
  CHECK(piece(text, map.pairs[1].key.at) == "乙");
  CHECK(piece(text, map.pairs[1].value.at) == "二");
}

TEST_CASE("Places are right in a file with the line ends of Windows") {
  const std::string text = "item: 14\r\ntitle: 甲乙\r\nnote:\r\n";
  const Document document = parsed(text);
  REQUIRE(document.faults.size() == 1);
  CHECK(document.faults[0].is<source::LineEnds>());
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
  CHECK(fault.is<source::DuplicateKey>());
  CHECK(details(fault) == "title");
  CHECK(fault.at.begin == text.rfind("title"));
  CHECK(piece(text, fault.at) == "title");
  const source::Span first = std::get<source::DuplicateKey>(fault.what).first;
  CHECK(first.begin == 0);
  CHECK(piece(text, first) == "title");
}

TEST_CASE("Equal keys are seen in nested maps, and are no fault in different maps") {
  CHECK(count<source::DuplicateKey>(parsed("a:\n  - {x: 1, x: 2}\n")) == 1);
  CHECK(parsed("a:\n  - {x: 1}\n  - {x: 2}\nx: 3\n").faults.empty());
}

TEST_CASE("Anchors, aliases and tags are reported where they stand") {
  const std::string text = "a: &base 1\nb: *base\nc: !!str 2\nd: !own {x: 1}\n";
  const Document document = parsed(text);
  REQUIRE(document.faults.size() == 4);
  for (const source::Fault& fault : document.faults) CHECK(fault.is<source::YamlFeature>());
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
  CHECK(document.faults[0].is<source::YamlFeature>());
  CHECK(details(document.faults[0]) == "a second document (---)");
  CHECK(keys(document) == "a b ");
}

TEST_CASE("A document start and end around one document are no fault") {
  CHECK(parsed("---\na: 1\n").faults.empty());
  CHECK(parsed("---\na: 1\n...\n").faults.empty());
}

TEST_CASE("A value behind a tag or an anchor is shown by itself") {
  const std::string text = "a: !own  b\nc: &d !e \"f g\"\nh: [!i j, &k l]\n";
  const Document document = parsed(text);
  CHECK(piece(text, value(document.root, "a").at) == "b");
  CHECK(piece(text, value(document.root, "c").at) == "\"f g\"");
  CHECK(value(document.root, "c").quoted);
  REQUIRE(value(document.root, "h").items.size() == 2);
  CHECK(piece(text, value(document.root, "h").items[0].at) == "j");
  CHECK(piece(text, value(document.root, "h").items[1].at) == "l");
}

TEST_CASE("The keys of all documents are read, of equal ones the first") {
  const Document document = parsed("a: 1\n---\nb: 2\n---\nb: 3\nc: 4\n");
  CHECK(keys(document) == "a b c ");
  CHECK(value(document.root, "b").text == "2");
}

TEST_CASE("As many values are read as the limit says, and one more is a fault") {
  // The map, its two keys, the list, its items and the last value.
  const auto list = [](std::size_t items) {
    std::string text = "a: [";
    for (std::size_t i = 0; i < items; ++i) text += "x,";
    return text + "]\nb: 1\n";
  };
  const std::size_t room = yaml::most_values - 5;
  CHECK(parsed(list(room)).faults.empty());
  const std::string text = list(room + 1);
  const Document document = parsed(text);
  CHECK_FALSE(document.whole);
  REQUIRE(document.faults.size() == 1);
  CHECK(document.faults[0].is<source::OverLimit>());
  CHECK(details(document.faults[0]) == "the values of one file / 100000");
  CHECK(document.faults[0].at.begin == text.size() - 2);
}

TEST_SUITE_END();

}  // namespace yaml_parse_test
