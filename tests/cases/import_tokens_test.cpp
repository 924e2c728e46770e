// SPDX-License-Identifier: MIT
//
// Nothing of a table or a notice is lost in silence: every cell of tables made at random, and every
// piece of notices, has a word of its own, which has to be in what was read or in the list of what
// was not understood.
#include <doctest/doctest.h>

#include <random>

#include "edit/entity.h"
#include "edit/file_text.h"
#include "intake/notice.h"
#include "intake/table.h"
#include "load/load.h"

namespace import_tokens_test {

using namespace taizhang;

TEST_SUITE_BEGIN("import");

namespace {

const base::DateSpan year{*base::parse_date("2024-01-01").date,
                          *base::parse_date("2024-12-31").date};

/// Numbers that are the same everywhere, unlike those of the library's distributions.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t end) { return engine_() % end; }
  bool one_in(std::size_t many) { return below(many) == 0; }

 private:
  std::mt19937 engine_;
};

/// Words that are nowhere else: Q17Z.
class Tokens {
 public:
  std::string next() {
    all.push_back("Q" + std::to_string(all.size()) + "Z");
    return all.back();
  }
  std::vector<std::string> all;
};

/// All that the files and the list would say.
std::string said_in(const intake::NewTasks& tasks) {
  std::string text = tasks.title + "\n";
  for (const std::string& section : tasks.sections) text += section + "\n";
  for (const std::string& unit : tasks.units) text += unit + "\n";
  for (const model::Task& task : tasks.tasks) {
    text += edit::file_text(edit::value_of(task, base::Language::en));
  }
  for (const intake::NotUnderstood& one : tasks.not_understood) text += one.text + "\n";
  return text;
}

/// The words of `tokens` that `text` has not.
std::string lost(const Tokens& tokens, const std::string& text) {
  std::string result;
  for (const std::string& token : tokens.all) {
    if (text.find(token) == text.npos) result += token + " ";
  }
  return result;
}

class TableMaker {
 public:
  TableMaker(unsigned seed, Tokens& tokens) : dice_(seed), tokens_(tokens) {}

  sheets::Sheet make() {
    choose_heads();
    if (dice_.one_in(2)) put_row({tokens_.next() + "任务表"});
    if (dice_.one_in(4)) put_row({"填报单位：" + tokens_.next(), "", tokens_.next()});
    put_row(heads_);
    const std::size_t rows = 2 + dice_.below(7);
    for (std::size_t i = 0; i < rows; ++i) add_row(i);
    if (dice_.one_in(3)) put_row({"注：" + tokens_.next()});
    if (dice_.one_in(3)) wide("说明：" + tokens_.next());
    if (dice_.one_in(4)) put_row({"填表人：" + tokens_.next(), "", "审核人：" + tokens_.next()});
    return sheet_;
  }

 private:
  void choose_heads() {
    static const std::vector<std::string> more{
        "任务来源", "板块",     "具体任务", "年度目标", "阶段目标", "责任领导", "牵头单位",
        "配合单位", "责任人",   "联系电话", "完成时限", "完成时间", "进展情况", "任务状态",
        "存在问题", "下步打算", "备注",     "编号",     "资金",     "开始时间", "责任单位"};
    heads_ = {"序号", "重点任务"};
    for (const std::string& head : more) {
      if (dice_.one_in(2)) heads_.push_back(head);
    }
    if (dice_.one_in(4)) heads_[0] = "编号";
    if (dice_.one_in(6)) std::swap(heads_[0], heads_[1]);
  }

  void put_row(const std::vector<std::string>& texts) {
    sheet_.rows.emplace_back();
    for (const std::string& text : texts) sheet_.rows.back().push_back(sheets::cell_of_text(text));
  }

  void wide(const std::string& text) {
    put_row({text});
    const std::size_t row = sheet_.rows.size() - 1;
    sheet_.merges.push_back({row, 0, row, heads_.size() - 1});
  }

  std::string text_for(const std::string& head, std::size_t number) {
    const std::string token = tokens_.next();
    if (head == "序号" || head == "编号") {
      if (dice_.one_in(3)) return token;
      tokens_.all.pop_back();
      return std::to_string(dice_.one_in(5) ? 1 : number + 1);
    }
    switch (dice_.below(8)) {
      case 0:
        return token + "。" + tokens_.next() + "达到80家以上";
      case 1:
        return token + "、" + tokens_.next();
      case 2:
        return token + "（" + tokens_.next() + "）";
      case 3:
        return token + "（牵头）；配合单位：" + tokens_.next();
      case 4:
        return token + "\n" + tokens_.next();
      case 5:
        return "6月底" + token + "，9月底" + tokens_.next();
      case 6:
        return "（" + tokens_.next() + "）牵头单位：" + token + "。";
      default:
        return token;
    }
  }

  void add_row(std::size_t number) {
    if (dice_.one_in(6)) return wide("一、" + tokens_.next() + "（3项）");
    if (dice_.one_in(9)) return put_row({"二", tokens_.next()});
    if (dice_.one_in(9)) return put_row({"小计", "", tokens_.next()});
    if (dice_.one_in(9)) return put_row(heads_);
    std::vector<std::string> row;
    const std::size_t at = sheet_.rows.size();
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      const bool is_empty = dice_.one_in(heads_[i] == "重点任务" ? 8 : 4);
      row.push_back(is_empty ? "" : text_for(heads_[i], number));
      // What stands in the rows below within a merge is not seen by anybody, but it is there.
      if (!is_empty && dice_.one_in(5)) sheet_.merges.push_back({at, i, at + dice_.below(3), i});
    }
    put_row(row);
  }

  Dice dice_;
  Tokens& tokens_;
  sheets::Sheet sheet_;
  std::vector<std::string> heads_;
};

std::string made_notice(unsigned seed, Tokens& tokens) {
  Dice dice(seed);
  const auto either = [&](const std::string& text) { return dice.one_in(2) ? text : ""; };
  std::string text = either("# " + tokens.next() + "通知\n") + either(tokens.next() + "：\n");
  // What was not put in is not looked for.
  std::string heading = dice.one_in(3) ? "### " : "";
  const std::size_t items = 2 + dice.below(6);
  for (std::size_t i = 0; i < items; ++i) {
    if (dice.one_in(3)) text += either("## ") + "一、" + tokens.next() + "（2项）\n";
    if (dice.one_in(5)) text += either("## ") + "（一）" + tokens.next() + "\n";
    text += heading + std::to_string(dice.one_in(4) ? 1 : i + 1) + ". " + tokens.next();
    text += either("。" + tokens.next() + "达到30家") + either("\n" + tokens.next());
    text += either("\n（1）" + tokens.next() + "\n- " + tokens.next());
    switch (dice.below(4)) {
      case 0:
        text += "（牵头单位：" + tokens.next() + "、" + tokens.next() + "（" + tokens.next() +
                "）；责任单位：" + tokens.next() + "，完成时限：" + tokens.next() + "）";
        break;
      case 1:
        text += "(牵头单位:" + tokens.next() + ";参与单位:" + tokens.next() + ";" + tokens.next() +
                ":" + tokens.next() + ")。" + tokens.next();
        break;
      case 2:
        text +=
            "（" + tokens.next() + "，牵头单位：" + tokens.next() + "（牵头" + tokens.next() + "）";
        break;
      default:
        break;
    }
    text += "。\n" + either(tokens.next() + "\n");
  }
  return text + either("附件：1." + tokens.next() + "\n2." + tokens.next() + "\n") +
         either(tokens.next() + "办公室\n2024年3月1日\n");
}

}  // namespace

TEST_CASE("Every word of a table is in a task or in the list") {
  constexpr unsigned tables = 300;
  std::size_t words = 0, tasks = 0, listed = 0;
  for (unsigned seed = 1; seed <= tables; ++seed) {
    Tokens tokens;
    intake::NewTasks read;
    const intake::TableOptions options{year, year.to};
    // Of two sheets the second comes behind the first.
    const unsigned sheets = seed % 3 == 0 ? 2 : 1;
    for (unsigned i = 0; i < sheets; ++i) {
      intake::read_table(TableMaker(seed * 7 + i, tokens).make(), options, read);
    }
    intake::number_tasks(read.tasks, {});
    CAPTURE(seed);
    CHECK(lost(tokens, said_in(read)) == "");
    words += tokens.all.size();
    tasks += read.tasks.size();
    listed += read.not_understood.size();
  }
  CHECK(words > 10000);
  CHECK(tasks > 1000);
  // A reader that lists everything would lose nothing either.
  CHECK(listed * 4 < words);
}

TEST_CASE("Every word of a notice is in a task or in the list") {
  constexpr unsigned notices = 500;
  std::size_t words = 0, tasks = 0, listed = 0;
  for (unsigned seed = 1; seed <= notices; ++seed) {
    Tokens made;
    const std::string text = made_notice(seed, made);
    Tokens tokens;
    for (const std::string& token : made.all) {
      if (text.find(token) != text.npos) tokens.all.push_back(token);
    }
    intake::NewTasks read = intake::read_notice(text, {year, year.to});
    intake::number_tasks(read.tasks, {});
    CAPTURE(text);
    CHECK(lost(tokens, said_in(read)) == "");
    words += tokens.all.size();
    tasks += read.tasks.size();
    listed += read.not_understood.size();
  }
  CHECK(words > 10000);
  CHECK(tasks > 1500);
  CHECK(listed * 3 < words);
}

TEST_SUITE_END();

}  // namespace import_tokens_test
