// SPDX-License-Identifier: MIT
#include "document/paper_columns.h"

#include <doctest/doctest.h>

namespace document_paper_columns_test {

using namespace taizhang;
using base::Language;
using document::Value;

TEST_SUITE_BEGIN("document");

TEST_CASE("A row takes the lines of its longest cell") {
  // A line of ten letters holds five 汉字.
  CHECK(document::lines_of("", 10) == 1);
  CHECK(document::lines_of("一二三四五", 10) == 1);
  CHECK(document::lines_of("一二三四五六", 10) == 2);
  CHECK(document::lines_of("一二三四五六七八九十", 10) == 2);
  CHECK(document::lines_of("一二三四五六七八九十1", 10) == 3);
  // With two letters before it the first line holds four.
  CHECK(document::lines_of("一二三四五", 10, 2) == 2);
  // A number goes to the next line whole, and a word of twelve letters takes one and a bit.
  CHECK(document::lines_of("一二三四-25.92", 10) == 2);
  CHECK(document::lines_of("一二三-25.92三四五", 10) == 3);
  CHECK(document::lines_of("abcdefghijkl", 10) == 2);
  CHECK(document::lines_of("一二三四五 一", 10) == 2);
  CHECK(document::lines_of("一\n二", 10) == 2);
  // A blank is half as wide: seven figures and six blanks are ten letters.
  CHECK(document::lines_of("1 2 3 4 5 6 7", 10) == 1);
  CHECK(document::lines_of("1 2 3 4 5 6 78", 10) == 2);
  // Letters are as wide as in Times and a twentieth more: four of 30 hundredths of a 汉字, an i of
  // 30 and an e of 47 are two 汉字 all but three hundredths; six m are 492.
  CHECK(document::lines_of("little", 4) == 1);
  CHECK(document::lines_of("little", 3) == 2);
  CHECK(document::lines_of("mmmmmm", 5) == 2);
  // A comma does not begin a line and takes the 汉字 before it along; at its end it needs half.
  CHECK(document::lines_of("一二三四五，六七八", 10) == 2);
  CHECK(document::lines_of("一二三四五，六七八九", 10) == 3);
  CHECK(document::lines_of("一二三四五，六七八九", 11) == 2);
  // A bracket that opens does not end one.
  CHECK(document::lines_of("一二三四（五六七八）", 10) == 3);
  CHECK(document::lines_of("一二三四（五六七）", 10) == 2);
  // 120 twips stand around a cell: 870 have room for ten letters of 75.
  const std::vector<int> widths{870, 870};
  const auto lines = [&](const char* a, const char* b) {
    return document::lines_of(document::Row{.cells = {Value(a), Value(b)}}, widths, 75,
                              Language::zh);
  };
  CHECK(lines("一二三四五", "") == 1);
  CHECK(lines("一二三四五六", "1") == 2);
  CHECK(lines("1", "一二三四五六七八九十") == 2);
  const std::vector<document::Column> head{{"a", "一二三四五六"}, {"b", "乙"}};
  CHECK(document::lines_of(head, widths, 75) == 2);
}

TEST_CASE("A column gives room to another that makes the table lower with it") {
  const auto of = [](int letters) {
    std::string text;
    for (int i = 0; i < letters / 2; ++i) text += "字";
    return Value(text);
  };
  const document::Table table{.id = "a",
                              .columns = {{"a", "甲"}, {"b", "乙"}},
                              .rows = {{.cells = {of(40), of(2)}}, {.cells = {of(2), of(20)}}}};
  // Two columns of 120 twips and 50 letters: 10 and 8 are needed, 32 shared out by what is wanted,
  // 30 and 12. 32 and 17 letters take two lines a row.
  const int room = 2 * document::around_a_cell + 50 * 75;
  const auto lines = [&](const std::vector<int>& widths) {
    return document::lines_of(table.rows[0], widths, 75, Language::zh) +
           document::lines_of(table.rows[1], widths, 75, Language::zh);
  };
  CHECK(lines(document::shared_out(document::wishes_of(table, Language::zh), room, 75)) == 4);
  // 40 and 10 take one and two.
  const std::vector<int> widths = document::lowest(table, 2, room, 75, Language::zh);
  CHECK(lines(widths) == 3);
  CHECK(widths[0] + widths[1] == room);
  // Without rows there is nothing to make lower.
  CHECK(document::lowest(table, 0, room, 75, Language::zh) ==
        document::shared_out(document::wishes_of(table, 0, Language::zh), room, 75));
}

TEST_CASE("Lines stand in two columns, the first as long as the second or longer by one of them") {
  const std::string one = "一";
  std::string two;
  for (int i = 0; i < 27; ++i) two += "一";  // 54 letters, where a line has 52
  const auto of = [](const std::vector<std::string>& texts) {
    const document::TwoColumns columns = document::in_two_columns(texts);
    return std::pair(columns.second, columns.lines);
  };
  CHECK(of({}) == std::pair(std::size_t{0}, 0));
  CHECK(of({one}) == std::pair(std::size_t{1}, 1));
  CHECK(of({one, one, one}) == std::pair(std::size_t{2}, 2));
  CHECK(of({two, one, one}) == std::pair(std::size_t{1}, 2));
  CHECK(of({one, one, two}) == std::pair(std::size_t{2}, 2));
  CHECK(of({one, two, two}) == std::pair(std::size_t{2}, 3));
}

TEST_CASE("The columns of a table fill the page, and a long text gets the most of it") {
  const document::Table table{.id = "a",
                              .columns = {{"item", "序号"}, {"why", "原因"}},
                              .rows = {{.cells = {Value(1LL), Value(std::string(300, 'x'))}}}};
  const std::vector<int> widths =
      document::shared_out(document::wishes_of(table, Language::zh), 9866, 75);
  REQUIRE(widths.size() == 2);
  CHECK(widths[0] + widths[1] == 9866);
  CHECK(widths[0] >= 4 * 75 + document::around_a_cell);
  CHECK(widths[1] > 8 * widths[0]);
}

TEST_CASE("A column is as wide as the cells that hold anything, and one without any as its head") {
  document::Table table{.id = "a",
                        .columns = {{"item", "序号"}, {"leader", "责任领导"}, {"done", "进展"}}};
  for (long long i = 1; i <= 9; ++i) {
    table.rows.push_back({.cells = {Value(i), Value(), Value("—")}});
  }
  table.rows.push_back({.cells = {Value(10LL), Value(), Value(std::string(60, 'x'))}});
  const std::vector<document::Wish> wishes = document::wishes_of(table, Language::zh);
  REQUIRE(wishes.size() == 3);
  // 责任 over 领导: two 汉字.
  CHECK(wishes[1].least == 4);
  CHECK(wishes[1].most == 4);
  // The one text of sixty, not the nine dashes; a word of so many letters needs 18.
  CHECK(wishes[2].most == 60);
  CHECK(wishes[2].least == 18);
}

TEST_CASE("A light stays on the line of its dot") {
  const document::Word yellow{"yellow", {"黄灯", "yellow"}, document::Tone::yellow};
  document::Table table{.id = "a", .columns = {{"light", "Light"}}};
  const auto light = [&](const char* remark) {
    return Value(document::Phrase{.text = {"{0}（{1}）", "{0} ({1})"},
                                  .arguments = {Value(yellow), Value(remark)},
                                  .is_remark = true})
        .toned(document::Tone::yellow);
  };
  table.rows = {{.cells = {light("new")}}};
  const auto wishes = document::wishes_of(table, Language::en);
  // Six letters of the word and two of the dot.
  CHECK(wishes[0].whole == 8);
}

TEST_CASE("A percentage in brackets stays on the line of its figure") {
  const document::Table table{
      .id = "a",
      .columns = {{"done", "完成"}},
      .rows = {{.cells = {Value(document::Sentence{{"100.00%", "（100.00%）"}})}}}};
  // Seven letters, two brackets of two, seven letters.
  CHECK(document::wishes_of(table, Language::zh)[0].least == 18);
}

TEST_CASE("Where not all columns have what they need, texts give way and figures stay whole") {
  // Letters of 100: 10, 20 and 20 and the room around three cells are 5360. Of the 1000 that are
  // lacking the second has 5 letters to give and the third 15: 250 and 750.
  const std::vector<document::Wish> wishes{{10, 10, 10}, {20, 40, 15}, {20, 40, 5}};
  CHECK(document::shared_out(wishes, 4360, 100) == std::vector<int>{1120, 1870, 1370});
  // 3360 is what must stay whole: 10, 15 and 5 letters.
  CHECK(document::shared_out(wishes, 3360, 100) == std::vector<int>{1120, 1620, 620});
  // With 1000 more than needed each of the two that wants gets half.
  CHECK(document::shared_out(wishes, 6360, 100) == std::vector<int>{1120, 2620, 2620});
}

TEST_CASE("A long unit of one number does not widen what its column can be read in") {
  document::Table table{.id = "a", .columns = {{"value", "完成值", document::Align::right}}};
  const auto put = [&](const char* unit) {
    table.rows.push_back({.cells = {Value(document::Number{base::Ratio(12), {}, unit})}});
  };
  for (int i = 0; i < 10; ++i) put("家");
  put("微克/立方米");
  // "12 家" are five letters and one that digits of some fonts need; of the long one 14 are kept.
  const document::Wish wish = document::wishes_of(table, Language::zh)[0];
  CHECK(wish.narrow == 6);
  CHECK(wish.least == 14);
  // With two of them in twelve rows they are no longer one in ten.
  put("微克/立方米");
  CHECK(document::wishes_of(table, Language::zh)[0].narrow == 14);
}

TEST_CASE("A head can be read in two lines, whatever stands below it") {
  const document::Table table{.id = "a",
                              .columns = {{"expected", "序时应完成"}, {"rate", "完成率"}},
                              .rows = {{.cells = {Value(), Value(1LL)}}}};
  const std::vector<document::Wish> wishes = document::wishes_of(table, Language::zh);
  // 序时应 over 完成, 完成 over 率.
  CHECK(wishes[0].narrow == 6);
  CHECK(wishes[1].narrow == 4);
}

TEST_CASE("Cells have about as many lines as each other, and units give way last") {
  // A number of ten letters, six without its unit, and texts of 40 and 80.
  const std::vector<document::Wish> wishes{{10, 10, 6, 10}, {16, 40, 8, 8}, {16, 80, 8, 8}};
  // Letters of 100, 120 around each: in two lines the texts are 20 and 40, the number has its ten.
  CHECK(document::with_like_lines(wishes, 7360, 100) == std::vector<int>{1120, 2120, 4120});
  // 10, 8 and 8 would be 2960. Without its unit the number leaves 11 letters to the long text.
  CHECK(document::with_like_lines(wishes, 2860, 100) == std::vector<int>{720, 920, 1220});
  // What nobody wants falls on all: 13360 is all that they would like.
  CHECK(document::with_like_lines(wishes, 13360, 100) == std::vector<int>{1120, 4120, 8120});
  const std::vector<int> wide = document::with_like_lines(wishes, 26720, 100);
  CHECK(wide == std::vector<int>{2240, 8240, 16240});
}

TEST_SUITE_END();

}  // namespace document_paper_columns_test
