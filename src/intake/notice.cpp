// SPDX-License-Identifier: MIT
#include "intake/notice.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "intake/named_parts.h"
#include "intake/number_words.h"
#include "intake/table_layout.h"
#include "intake/task_words.h"

namespace taizhang::intake {

using model::Task;

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

/// What stands behind the marks of a head.
Text without_mark(Text line) {
  return base::trimmed(line.substr(std::min(line.find_first_not_of('#'), line.size())));
}

/// The title of a section: what stands behind 一、; empty where the line is none.
std::string section_of(Text line) {
  const Text bare = without_mark(line);
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

/// Whether a line is one of a list within an item: - , （1）, ①.
bool is_of_list(Text line) {
  for (const Text mark :
       {"- ", "* ", "• ", "· ", "●", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"}) {
    if (line.starts_with(mark)) return true;
  }
  for (const Text open : {"（", "("}) {
    if (!line.starts_with(open)) continue;
    const Text inside = line.substr(open.size());
    const std::size_t digits = std::min(inside.find_first_not_of("0123456789"), inside.size());
    const Text behind = inside.substr(digits);
    if (digits > 0 && (behind.starts_with("）") || behind.starts_with(")"))) return true;
  }
  return false;
}

/// A pair of brackets with what is in it, both of them included.
struct Bracket {
  std::size_t begin, end;
};

/// The outermost brackets of `text`; one that is open goes to the end.
std::vector<Bracket> brackets_of(Text text) {
  std::vector<Bracket> found;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Text one = text.substr(at, base::character_size(text, at));
    if ((one == "（" || one == "(") && depth++ == 0) begin = at;
    at += one.size();
    if ((one == "）" || one == ")") && depth > 0 && --depth == 0) found.push_back({begin, at});
  }
  if (depth > 0) found.push_back({begin, text.size()});
  return found;
}

/// What is in the brackets.
std::string inside(Text text, const Bracket& bracket) {
  Text all = text.substr(bracket.begin, bracket.end - bracket.begin);
  for (const Text mark : {"（", "("}) {
    if (all.starts_with(mark)) all.remove_prefix(mark.size());
  }
  for (const Text mark : {"）", ")"}) {
    if (all.ends_with(mark)) all.remove_suffix(mark.size());
  }
  return std::string(all);
}

/// `text` without blanks, which a page breaks units with.
std::string without_blanks(Text text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ') result += c;
  }
  return result;
}

/// Whether brackets name units, a due date or a person: （牵头单位：…）.
bool names_something(const std::string& text) {
  return std::ranges::any_of(named_parts(text), [](const NamedPart& part) {
    return part.holds && TaskWords::takes(*part.holds);
  });
}

/// Whether brackets tell of units, by a name or by what they do: （县教体局牵头）.
bool tells_units(const std::string& text) {
  return names_something(text) || names_something(without_blanks(text)) ||
         !spoken_parts(without_blanks(text)).empty();
}

/// A line without the marks of bold type, and without blanks at its ends.
std::string plain_line(Text line) {
  constexpr Text bold = "**";
  std::string result(line);
  for (std::size_t at = result.find(bold); at != result.npos; at = result.find(bold)) {
    result.erase(at, bold.size());
  }
  return std::string(base::trimmed(result));
}

/// Whether a line begins with what names units, a due date or a person: 牵头单位：县A局.
bool begins_with_name(const std::string& line) {
  const std::vector<NamedPart> parts = named_parts(line);
  return !parts.empty() && !parts.front().head.empty() && parts.front().holds &&
         TaskWords::takes(*parts.front().holds);
}

/// Whether a line is a day and nothing else: 2024年3月15日, 二〇二四年三月十五日.
bool is_day(Text line) {
  const bool has_all = line.find("年") != line.npos && line.find("月") != line.npos;
  if (!has_all || !line.ends_with("日")) return false;
  constexpr Text parts = "0123456789 年月日〇○零一二三四五六七八九十";
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t size = base::character_size(line, at);
    if (parts.find(line.substr(at, size)) == parts.npos) return false;
    at += size;
  }
  return true;
}

class NoticeReader {
 public:
  NoticeReader(const std::string& text, const TableOptions& options)
      : text_(text), options_(options) {}

  NewTasks read() {
    std::size_t number = 0;
    std::vector<std::string> lines;
    for (const Text line : base::split(text_, '\n')) lines.push_back(plain_line(line));
    int item = 0;
    items_have_heads_ =
        std::ranges::none_of(lines, [&](Text line) { return number_of_item(line, item) > 0; });
    learn_form(lines);
    for (const std::string& line : lines) {
      ++number;
      if (!line.empty()) read_line(line, number);
      is_behind_blank_ = line.empty();
    }
    finish();
    drop_section();
    return std::move(result_);
  }

 private:
  /// Find out how items are written, from all but the last, behind which the notice closes.
  void learn_form(const std::vector<std::string>& lines) {
    int item = 0;
    bool is_in_item = false, is_behind_blank = false, goes_on = false, goes_on_behind_blank = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Text line = items_have_heads_ ? without_mark(lines[i]) : Text(lines[i]);
      if (number_of_item(line, item) > 0) {
        items_go_on_ = items_go_on_ || goes_on;
        items_go_on_behind_blanks_ = items_go_on_behind_blanks_ || goes_on_behind_blank;
        goes_on = goes_on_behind_blank = false;
        is_in_item = true;
        last_item_ = i + 1;
        ++items_;
      } else if (lines[i].starts_with('#') || !section_of(lines[i]).empty()) {
        is_in_item = false;
      } else if (is_in_item && !lines[i].empty() && !begins_with_name(lines[i])) {
        goes_on = true;
        goes_on_behind_blank = goes_on_behind_blank || is_behind_blank;
      }
      is_behind_blank = lines[i].empty();
    }
    find_signature(lines);
  }

  /// Find who signs below the last item, and the day behind it.
  void find_signature(const std::vector<std::string>& lines) {
    for (std::size_t i = last_item_; i < lines.size(); ++i) {
      if (!is_day(lines[i])) continue;
      signature_ = i + 1;
      std::size_t above = i;
      while (above > last_item_ && lines[above - 1].empty()) --above;
      const bool is_of_item =
          above <= last_item_ || begins_with_name(lines[above - 1]) ||
          before_first(lines[above - 1], 0, clause_ends) != lines[above - 1].size() ||
          lines[above - 1].ends_with("）");
      if (!is_of_item) signature_ = above;
      return;
    }
  }

  /// Whether a line behind the last item is none of its, for no item before went on so.
  bool closes(std::size_t number) const {
    if (number <= last_item_) return false;
    if (signature_ > 0 && number >= signature_) return true;
    if (!named_.empty() && is_behind_blank_) return true;
    constexpr std::size_t few = 2;
    const Text said = base::trimmed(Text(words_));
    const bool is_whole = said.ends_with(full_stop) || said.ends_with("）") || said.ends_with(")");
    if (items_ > few && !items_go_on_) return true;
    return is_behind_blank_ && is_whole && !items_go_on_behind_blanks_;
  }

  void read_line(Text line, std::size_t number) {
    int item = 0;
    if (is_of_attachments(line, number)) return;
    const Text said = items_have_heads_ ? without_mark(line) : line;
    if (const std::size_t end = number_of_item(said, item)) {
      finish();
      item_ = item;
      join_line(words_, said.substr(end));
      // The head is the title.
      if (said != line && !words_.ends_with(full_stop)) words_ += full_stop;
      return;
    }
    if (const std::string section = section_of(line); !section.empty()) {
      finish();
      begin_section(section_title(section), line, number);
      return;
    }
    if (item_ && begins_with_name(std::string(line)) && !is_in_brackets()) {
      named_.emplace_back(line);
      return;
    }
    // An item goes on until its units are told, and on lines without a head.
    const bool is_head = line.starts_with('#');
    if (item_ && !is_head && !is_complete() && (is_of_list(line) || !closes(number))) {
      if (is_of_list(line))
        words_ += "\n" + std::string(line);
      else
        join_line(words_, line);
      return;
    }
    finish();
    const bool may_be_title = result_.tasks.empty() && result_.sections.empty();
    const std::string bare(without_mark(line));
    // A head below that of the title, or with a numeral, is of a section.
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    const bool is_lower = level_of_title_ > 0 && level > level_of_title_;
    const bool is_section =
        is_head && number_of_title_ > 0 && (is_lower || section_title(bare) != bare);
    if (may_be_title && !is_section && !pending_ && (is_head || number_of_title_ == 0)) {
      // The last head before the first item is that of the list; without any it is the first line.
      if (number_of_title_ > 0) not_understood(number_of_title_, result_.title, beside_title);
      result_.title = bare;
      number_of_title_ = number;
      level_of_title_ = level;
      return;
    }
    if (is_head && line.starts_with("##")) {
      begin_section(section_title(bare), line, number);
      return;
    }
    not_understood(number, line, is_head ? beside_title : in_no_item);
  }

  /// List the names of attachments, which are numbered and are no items: 附件：1.名单.
  bool is_of_attachments(Text line, std::size_t number) {
    int item = 0;
    const bool begins = line.starts_with("附件：") || line.starts_with("附件:");
    const bool goes_on = in_attachments_ && number_of_item(line, item) > 0 &&
                         line.find(full_stop) == line.npos && line.find("牵头") == line.npos;
    in_attachments_ = begins || goes_on;
    if (!in_attachments_) return false;
    finish();
    not_understood(number, line, {"附件", "an attachment"});
    return true;
  }

  static constexpr base::Bilingual in_no_item{"不在任何一项里", "in no item"};
  static constexpr base::Bilingual beside_title{"标题以外的说明", "beside the title"};

  void not_understood(std::size_t number, Text line, base::Bilingual why) {
    result_.not_understood.push_back({std::to_string(number), {}, std::string(line), why});
  }

  /// A section is one once an item stands in it.
  struct Pending {
    std::string title;
    std::string line;
    std::size_t number;
  };

  void begin_section(const std::string& title, Text line, std::size_t number) {
    drop_section();
    pending_ = Pending{title, std::string(line), number};
  }

  void drop_section() {
    if (pending_) not_understood(pending_->number, pending_->line, in_no_item);
    pending_.reset();
  }

  /// Whether the units have been told, behind which an item has nothing more.
  bool is_complete() const {
    return std::ranges::any_of(brackets_of(words_), [&](const Bracket& one) {
      const Text all = Text(words_).substr(one.begin, one.end - one.begin);
      return (all.ends_with("）") || all.ends_with(")")) && tells_units(inside(words_, one));
    });
  }

  /// Whether a bracket of the item is still open, which a page may break.
  bool is_in_brackets() const {
    const std::vector<Bracket> all = brackets_of(words_);
    const bool is_closed = words_.ends_with("）") || words_.ends_with(")");
    return !all.empty() && all.back().end == words_.size() && !is_closed;
  }

  void finish() {
    if (!item_) return;
    Task task{source::start_of(0)};
    task.schema.value = model::FormatVersion{};
    task.item.value = *item_;
    if (pending_) result_.sections.push_back(pending_->title);
    pending_.reset();
    if (result_.sections.empty()) result_.sections.push_back(options_.section);
    task.section.value = static_cast<int>(result_.sections.size());
    TaskWords words(task, options_.period, result_);
    const std::string text = without_brackets(words);
    for (const std::string& one : named_) words.take_named(one);
    named_.clear();
    const std::size_t stop = before_first(text, 0, std::array{full_stop, Text("\n")});
    task.title.value = std::string(base::trimmed(text.substr(0, stop)));
    const std::size_t behind =
        text.compare(stop, full_stop.size(), full_stop) == 0 ? stop + full_stop.size() : stop;
    const Text rest = base::trimmed(Text(text).substr(behind));
    if (!rest.empty()) task.text.value = std::string(rest);
    words.propose(text);
    const long long due_assumed = result_.due_assumed;
    words.complete();
    task.status.value = model::Status::in_progress;
    result_.tasks.push_back(std::move(task));
    result_.origins.push_back({{}, result_.due_assumed - due_assumed});
    item_.reset();
    words_.clear();
  }

  /// The item's words without the brackets that name units and a due date, which are taken.
  std::string without_brackets(TaskWords& words) const {
    std::string text;
    std::size_t at = 0;
    for (const Bracket& bracket : brackets_of(words_)) {
      std::string named = inside(words_, bracket);
      if (!tells_units(named)) continue;
      if (!names_something(named)) named = without_blanks(named);
      text += words_.substr(at, bracket.begin - at);
      at = bracket.end;
      if (names_something(named))
        words.take_named(named);
      else
        words.take_spoken(named);
    }
    text += words_.substr(at);
    // What was closed before the brackets is closed once.
    for (const Text twice : {"。。", "。 。"}) {
      for (std::size_t i = text.find(twice); i != text.npos; i = text.find(twice)) {
        text.replace(i, twice.size(), full_stop);
      }
    }
    return text;
  }

  const std::string& text_;
  const TableOptions& options_;
  NewTasks result_;
  std::optional<int> item_;
  std::optional<Pending> pending_;
  std::size_t number_of_title_ = 0, level_of_title_ = 0;
  bool items_have_heads_ = false;
  bool in_attachments_ = false;
  bool items_go_on_ = false;                ///< on a second line
  bool items_go_on_behind_blanks_ = false;  ///< in a second paragraph
  bool is_behind_blank_ = false;
  std::size_t items_ = 0, last_item_ = 0;  ///< how many, and the line of the last
  std::size_t signature_ = 0;  ///< the line of who signs, or of the day; 0 where there is none
  std::string words_;
  std::vector<std::string> named_;  ///< lines of the item such as 牵头单位：县A局
};

}  // namespace

NewTasks read_notice(const std::string& text, const TableOptions& options) {
  return NoticeReader(text, options).read();
}

}  // namespace taizhang::intake
