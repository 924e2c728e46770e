// SPDX-License-Identifier: MIT
//
// What becomes of a text that is broken: its bytes, its syntax, its depth.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "trees.h"
#include "yaml/parse.h"

namespace yaml_recovery_test {

using namespace taizhang;
using namespace taizhang::test;

TEST_SUITE_BEGIN("yaml");

TEST_CASE("Bytes that are not UTF-8 are reported and the rest is read") {
  const std::string text = "title: \xB9\xA4\xD0\xC5\nitem: 14\n";  // 工信 in GBK
  const Document document = parsed(text);
  REQUIRE(document.faults.size() == 1);
  CHECK(document.faults[0].is<source::BadBytes>());
  CHECK(piece(text, document.faults[0].at) == "\xB9\xA4\xD0\xC5");  // a run is one fault
  CHECK(value(document.root, "item").text == "14");
}

TEST_CASE("Control characters are reported") {
  const std::string text = "title: a\x1b[31mb\nnote: c\x7F\nitem: 14\n";
  const Document document = parsed(text);
  REQUIRE(document.faults.size() == 2);
  CHECK(document.faults[0].is<source::BadBytes>());
  CHECK(piece(text, document.faults[0].at) == "\x1b");
  CHECK(piece(text, document.faults[1].at) == "\x7F");
  CHECK(value(document.root, "item").text == "14");
}

TEST_CASE("A byte order mark is reported and the file read in its right places") {
  const std::string text = "\xEF\xBB\xBFschema: 1\nitem: 14\n";
  const Document document = parsed(text);
  REQUIRE(document.faults.size() == 1);
  CHECK(document.faults[0].is<source::InvisibleCharacter>());
  CHECK(document.faults[0].at.begin == 0);
  CHECK(document.faults[0].at.end == 3);
  CHECK(keys(document) == "schema item ");
  CHECK(piece(text, document.root.pairs[1].value.at) == "14");
}

TEST_CASE("A file of another encoding gives a bounded number of faults and no crash") {
  std::string utf16 = "\xFF\xFE";
  for (int i = 0; i < 500; ++i) utf16 += std::string("a\0:\0 \0b\0\n\0", 10);
  const Document document = parsed(utf16);
  CHECK(count<source::BadBytes>(document) == 1);
  CHECK(document.faults.size() == 1);
}

TEST_CASE("A file that is no text has one fault that says what it is") {
  const std::string sound = "schema: 1\nitem: 14\n";
  struct {
    std::string text;
    std::size_t at;
    const char* help;
  } const files[] = {
      {"PK\x03\x04" + sound, 0, "Excel、Word"},
      {std::string(5000, '\0'), 0, "从这里起全是空字节"},
      {sound + std::string(3, '\0'), sound.size(), "从这里起全是空字节"},
      {std::string("s\0c\0h\0e\0m\0a\0:\0 \0\x31\0\n", 19), 0, "另存为 UTF-8"},
  };
  for (const auto& [text, at, help] : files) {
    const Document document = parsed(text);
    REQUIRE(document.faults.size() == 1);
    CHECK(document.faults[0].is<source::BadBytes>());
    CHECK(document.faults[0].at.begin == at);
    CHECK(document.faults[0].help.text.zh.find(help) != std::string::npos);
    CHECK_FALSE(document.whole);
  }
  // Two that slipped in are no reason to drop the rest.
  const Document nearly = parsed("schema: 1\nitem: 14" + std::string(2, '\0') + "\n");
  CHECK(keys(nearly) == "schema item ");
}

TEST_CASE("A quote left open on line 2 does not hide the keys from line 3 on") {
  const std::string text = "schema: 1\ntitle: \"推动\nitem: 14\nsection: 2\nlead: [市工信局]\n";
  const Document document = parsed(text);
  CHECK_FALSE(document.whole);
  CHECK(count<source::SyntaxError>(document) == 1);
  CHECK(value(document.root, "schema").text == "1");
  CHECK(value(document.root, "item").text == "14");
  CHECK(value(document.root, "section").text == "2");
  REQUIRE(value(document.root, "lead").items.size() == 1);
  CHECK(piece(text, value(document.root, "lead").items[0].at) == "市工信局");
}

TEST_CASE("A quote left open is not taken to end at the next one") {
  const std::string text = "schema: 1\ntitle: \"推动\nitem: 14\nnote: \"备注\"\ndue: 2023-12-31\n";
  const Document document = parsed(text);
  CHECK(count<source::SyntaxError>(document) >= 1);
  CHECK(value(document.root, "item").text == "14");
  CHECK(value(document.root, "note").text == "备注");
  CHECK(value(document.root, "due").text == "2023-12-31");
}

TEST_CASE("A bracket left open spoils its own entry only") {
  const std::string text = "schema: 1\nlead: [市工信局, 市发改局\nitem: 14\ndue: 2023-12-31\n";
  const Document document = parsed(text);
  CHECK(count<source::SyntaxError>(document) >= 1);
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
  CHECK(count<source::SyntaxError>(document) == 1);
  CHECK(value(document.root, "item").text == "14");
  CHECK(value(document.root, "status").text == "in_progress");
  CHECK(value(document.root, "indicators").items.size() >= 1);
}

TEST_CASE("Each of several broken entries is reported") {
  const std::string text = "a: @x\nb: 1\nc: [1, 2\nd: 2\ne: {x: 1\nf: 3\n";
  const Document document = parsed(text);
  CHECK(count<source::SyntaxError>(document) == 3);
  CHECK(value(document.root, "b").text == "1");
  CHECK(value(document.root, "d").text == "2");
  CHECK(value(document.root, "f").text == "3");
}

TEST_CASE("A line that is no key and no value is one syntax error, and later keys are read") {
  // To YAML the line and the key after it are one key over two lines: the error is seen there.
  const std::string text = "item: 14\n这一行没有冒号\ntitle: 甲\nsection: 2\n";
  const Document document = parsed(text);
  REQUIRE(count<source::SyntaxError>(document) == 1);
  const auto begin = document.faults[0].at.begin;
  CHECK(begin >= text.find("这一行"));
  CHECK(begin < text.find("section"));
  CHECK(value(document.root, "item").text == "14");
  CHECK(value(document.root, "section").text == "2");
}

TEST_CASE("A tab as indent is a syntax error, and the next key is read") {
  const Document document = parsed("a:\n\tx: 1\nb: 2\n");
  CHECK(count<source::SyntaxError>(document) == 1);
  CHECK(value(document.root, "b").text == "2");
}

TEST_CASE("A key that comes again after a syntax error is a duplicate") {
  const std::string text = "item: 1\nlead: [x\nitem: 2\n";
  const Document document = parsed(text);
  CHECK(count<source::DuplicateKey>(document) == 1);
  CHECK(value(document.root, "item").text == "1");
}

TEST_CASE("A file that is broken in every line ends, with a bounded number of faults") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "k" + std::to_string(i) + ": [\n";
  const Document document = parsed(text);
  CHECK_FALSE(document.whole);
  CHECK(document.faults.size() <= 101);
  CHECK(document.faults.back().is<source::OverLimit>());
}

TEST_CASE("Nesting up to the limit is read, one more is a fault of its own kind") {
  // The map at the top is the first level.
  const int room = yaml::deepest_nesting - 1;
  const Document deep = parsed("a: " + nested(room) + "\nb: 1\n");
  CHECK(deep.faults.empty());
  const Document too_deep = parsed("a: " + nested(room + 1) + "\nb: 1\n");
  REQUIRE(too_deep.faults.size() == 1);
  CHECK(too_deep.faults[0].is<source::OverLimit>());
  CHECK(details(too_deep.faults[0]) == "the nesting / 32");
  CHECK(value(too_deep.root, "b").text == "1");
}

TEST_CASE("A hundred thousand brackets are a fault and no crash") {
  const Document document = parsed("a: " + std::string(100'000, '[') + "\nb: 1\n");
  CHECK(count<source::OverLimit>(document) == 1);
  CHECK(value(document.root, "b").text == "1");
}

TEST_CASE("What goes on after the end of a list or a text is not passed over") {
  for (const char* start : {"- x\n", "[x]\n"}) {
    CAPTURE(start);
    const std::string text = std::string(start) + "没有冒号\n";
    const Document document = parsed(text);
    REQUIRE(count<source::SyntaxError>(document) == 1);
    CHECK_FALSE(document.whole);
    CHECK(document.faults[0].at.begin == text.find("没有"));
  }
  // After a line of dots comes another document.
  CHECK(count<source::YamlFeature>(parsed("a: 1\n...\nb: 2\n")) == 1);
}

TEST_CASE("A last line without its colon is a key that has no value") {
  const Document document = parsed("item: 14\n没有冒号\n");
  CHECK(keys(document) == "item 没有冒号 ");
  CHECK(value(document.root, "没有冒号").kind == NodeKind::null);
}

TEST_CASE("Brackets that nothing closes make the parser read to the end only so often") {
  std::string text;
  while (text.size() < 400'000) text += "a: " + std::string(40, '[') + std::string(400, 'x') + "\n";
  const Document document = parsed(text);
  CHECK_FALSE(document.whole);
  REQUIRE(count<source::OverLimit>(document) >= 1);
  CHECK(details(document.faults.back()) == "the bytes read again after syntax errors / 1048576");
}

TEST_CASE("What is read again behind each of many errors is told once") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "k" + std::to_string(i) + ": [\n";
  const std::size_t slip = text.size();
  text += "status:closed\n";
  const Document document = parsed(text);
  CHECK(std::ranges::any_of(document.faults,
                            [&](const auto& fault) { return fault.at.begin == slip; }));
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::size_t>> places;
  for (const source::Fault& fault : document.faults) {
    CHECK(places.emplace(fault.at.begin, fault.at.end, fault.what.index()).second);
  }
}

TEST_CASE("More brackets than there may be values are a fault where they begin") {
  const std::string text = "a: 1\n#" + std::string(yaml::most_values + 1, '[') + "\nb: 2\n";
  const Document document = parsed(text);
  CHECK(keys(document) == "a ");
  CHECK_FALSE(document.whole);
  REQUIRE(document.faults.size() == 1);
  CHECK(document.faults[0].is<source::OverLimit>());
  CHECK(document.faults[0].at.begin == text.rfind('['));
}

TEST_SUITE_END();

}  // namespace yaml_recovery_test
