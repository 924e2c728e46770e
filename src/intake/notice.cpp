// SPDX-License-Identifier: MIT
#include "intake/notice.h"

#include <algorithm>

#include "base/text.h"
#include "intake/cell_words.h"
#include "intake/numbers.h"

namespace taizhang::intake {

using model::Task;
using Text = std::string_view;

namespace {

constexpr Text full_stop = "。";

/// Where the number and its mark at the start of an item end: `12.`, `9、`; 0 where there is none.
std::size_t number_of_item(Text line, int& number) {
  std::size_t digits = 0;
  constexpr std::size_t most_digits = 3;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
  if (digits == 0 || digits > most_digits) return 0;
  for (const Text mark : {"、", "．", "."}) {
    if (line.substr(digits, mark.size()) != mark) continue;
    const std::size_t end = digits + mark.size();
    // 3.5 is no item.
    if (end < line.size() && line[end] >= '0' && line[end] <= '9') return 0;
    number = std::stoi(std::string(line.substr(0, digits)));
    return end;
  }
  return 0;
}

/// The title of a section: what stands behind 一、; empty where the line is none.
std::string section_of(Text line) {
  const Text bare = base::trimmed(line.substr(std::min(line.find_first_not_of('#'), line.size())));
  constexpr Text numerals = "一二三四五六七八九十";
  std::size_t at = 0;
  while (at < bare.size()) {
    const std::size_t size = base::character_size(bare, at);
    if (numerals.find(bare.substr(at, size)) == numerals.npos) break;
    at += size;
  }
  constexpr Text mark = "、";
  if (at == 0 || bare.substr(at, mark.size()) != mark) return {};
  if (bare.find(full_stop) != bare.npos) return {};
  return std::string(bare.substr(at + mark.size()));
}

bool is_latin_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// `line` behind `text`: without a blank, for a page breaks within words; but between two words of
/// Latin letters there is one.
void join(std::string& text, Text line) {
  const Text next = base::trimmed(line);
  if (next.empty()) return;
  if (!text.empty() && is_latin_letter(text.back()) && is_latin_letter(next.front())) text += ' ';
  text += next;
}

std::string without_blanks(Text text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ') result += c;
  }
  return result;
}

class NoticeReader {
 public:
  NoticeReader(const std::string& text, const TableOptions& options)
      : text_(text), options_(options) {}

  NewTasks read() {
    std::size_t number = 0;
    for (const Text line : base::split(text_, '\n')) {
      ++number;
      if (!base::trimmed(line).empty()) read_line(base::trimmed(line), number);
    }
    finish();
    return std::move(result_);
  }

 private:
  void read_line(Text line, std::size_t number) {
    int item = 0;
    if (const std::size_t end = number_of_item(line, item)) {
      finish();
      item_ = item;
      join(words_, line.substr(end));
      return;
    }
    const std::string section = section_of(line);
    if (!section.empty()) {
      finish();
      result_.sections.push_back(section);
      return;
    }
    // An item goes on until its units are told, and on lines without a head.
    const bool is_head = line.starts_with('#');
    if (item_ && !is_head && !is_complete()) {
      join(words_, line);
      return;
    }
    finish();
    if (is_head) {
      // The last head before the first item is that of the list.
      const std::string title(base::trimmed(line.substr(line.find_first_not_of('#'))));
      if (result_.tasks.empty()) result_.title = title;
      return;
    }
    result_.not_understood.push_back(
        {std::to_string(number), {}, std::string(line), {"不在任何一项里", "in no item"}});
  }

  /// Whether the units have been told, behind which an item has nothing more.
  bool is_complete() const {
    const Text text = base::trimmed(Text(words_));
    const std::size_t units = text.rfind("牵头");
    if (units == text.npos) return false;
    const Text behind = text.substr(units);
    return behind.find("）") != behind.npos || behind.find(")") != behind.npos;
  }

  void finish() {
    if (!item_) return;
    Task task{source::start_of(0)};
    task.schema.value = model::FormatVersion{};
    task.item.value = *item_;
    task.section.value = static_cast<int>(result_.sections.size());
    if (result_.sections.empty()) {
      result_.sections.emplace_back("重点任务");
      task.section.value = 1;
    }
    std::string text = take_units(words_, task);
    const std::size_t stop = text.find(full_stop);
    task.title.value = std::string(base::trimmed(text.substr(0, stop)));
    text = stop == text.npos ? "" : text.substr(stop + full_stop.size());
    if (!base::trimmed(text).empty()) task.text.value = std::string(base::trimmed(text));
    propose(text, task);
    task.due.value = model::DueDay{options_.period.to};
    task.status.value = model::Status::in_progress;
    result_.tasks.push_back(std::move(task));
    item_.reset();
    words_.clear();
  }

  /// Take the units out of the text, which end it: （牵头单位：…，参与单位：…）.
  std::string take_units(const std::string& text, Task& task) {
    std::size_t begin = text.rfind("（牵头");
    if (begin == text.npos) begin = text.rfind("(牵头");
    if (begin == text.npos) begin = text.rfind("（责任单位");
    if (begin == text.npos) return text;
    const std::string inside = without_blanks(Text(text).substr(begin));
    add_units(inside, {"牵头单位", "牵头部门", "责任单位"}, task.lead);
    add_units(inside, {"参与单位", "配合单位", "协办单位"}, task.support);
    return text.substr(0, begin) + std::string(full_stop);
  }

  void add_units(const std::string& inside, std::initializer_list<Text> names,
                 model::List<model::UnitName>& list) {
    for (const Text name : names) {
      const std::size_t at = inside.find(name);
      if (at == inside.npos) continue;
      std::string rest = inside.substr(at + name.size());
      for (const Text colon : {"：", ":"}) {
        if (rest.starts_with(colon)) rest.erase(0, colon.size());
      }
      for (const Text end : {"，参与", "，配合", "，协办", "；", "）", ")", ",参与", "。"}) {
        rest = rest.substr(0, rest.find(end));
      }
      for (const std::string& unit : units_in(rest)) {
        list.items.push_back({model::UnitName{unit}, {}});
        auto& all = result_.units;
        if (std::find(all.begin(), all.end(), unit) == all.end()) all.push_back(unit);
      }
      return;
    }
  }

  static void propose(const std::string& text, Task& task) {
    const auto found = mentions(text);
    for (auto& indicator : proposals(text, found, task.title.value_or(""))) {
      task.indicators.items.push_back(std::move(indicator));
    }
    std::string rest;
    for (const Mention& mention : found) {
      if (mention.proposed) continue;
      rest += (rest.empty() ? "未列为指标的数：" : "、") + mention.written + "（" +
              std::string(mention.why_not.zh) + "）";
    }
    if (!rest.empty()) task.note.value = rest;
  }

  const std::string& text_;
  const TableOptions& options_;
  NewTasks result_;
  std::optional<int> item_;
  std::string words_;
};

}  // namespace

NewTasks read_notice(const std::string& text, const TableOptions& options) {
  return NoticeReader(text, options).read();
}

}  // namespace taizhang::intake
