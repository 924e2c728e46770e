// SPDX-License-Identifier: MIT
#include "yaml/torn_lines.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "yaml/flow_slips.h"
#include "yaml/lines.h"

namespace taizhang::yaml {

namespace {

using Kinds = Vocabulary::Kinds;
using Words = base::Bilingual;

constexpr source::SyntaxError one_of_two{{"两行并成了一行", "two lines have become one"},
                                         write_colon};
constexpr Words break_before{"在 {0} 前换行", "break the line before {0}"};
constexpr source::SyntaxError key_in_text{
    {"一个键写进了上面的正文", "a key stands in the text of a block"}, write_colon};
constexpr Words key_out_of_text{
    "“{0}”另起一行，与“{1}”左对齐；本来是正文的，写成 “{0}”（加引号）",
    "begin a line with “{0}”, in line with “{1}”; if it is text, put it in “ ” quotes"};
constexpr source::SyntaxError text_left_block{
    {"这一行正文没有缩进，落到了上面那段的外面",
     "this line of a text is not indented and fell out of its block"},
    {"正文每行都比键多缩进两格", "indent each line of the text by two blanks"}};
constexpr source::SyntaxError key_at_margin{
    {"这一行的缩进少了，和它上下的键对不上", "this line is not indented as the keys around it"},
    {"与上下两行的键左对齐", "line it up with the keys before and after it"}};
constexpr source::SyntaxError lost_dash{
    {"这一项前面少了短横线", "this item lacks its dash"},
    {"写成 - {键: 值, …}，短横线与别的项左对齐",
     "write - {key: value, …}, with its dash below the others"}};
constexpr source::SyntaxError two_dashes{
    {"一项前面有两个短横线", "two dashes stand before one item"},
    {"每一项只写一个短横线", "write one dash an item"}};
constexpr source::SyntaxError extra_dash{
    {"这个键前面多了一个短横线", "a dash too many stands before this key"},
    {"删去短横线，与下一行的键左对齐", "delete the dash and line the key up with the next one"}};
constexpr source::SyntaxError no_indents{
    {"整个文件的缩进都没有了", "all indents of this file are gone"},
    {"从原来的文件重新复制，不经过邮件、聊天的正文；或者照样补上：每低一层多缩进两格",
     "copy it again from the file it comes from, as an attachment and not in the text of a mail; "
     "or put the indents back, two blanks a level"}};
constexpr source::SyntaxError fence{
    {"从网页或聊天里带来的 ``` 标记", "a ``` that came with a text from a page or a chat"},
    {"删去只有 ``` 的那几行", "delete the lines of ```"}};
constexpr source::SyntaxError behind_bar{
    {"“|”后面还有字", "there is text behind the “|”"},
    {"在 | 后面换行，正文比键多缩进两格",
     "break the line behind the | and indent the text by two blanks"}};
constexpr source::SyntaxError open_quote{
    {"引号没有配对", "this quote has no partner"},
    {"在值的末尾补上同样的引号", "close it at the end of the value"}};

/// A line that holds something.
struct Row {
  std::size_t start;
  std::string_view text;  ///< without blanks at its end
  std::size_t indent;
  std::size_t column;     ///< of what stands behind its dashes
  std::string_view name;  ///< of the key at `column`; empty where there is none
  std::size_t value = 0;  ///< where what stands behind the colon begins
  bool in_block = false;  ///< it is text of a block
  bool goes_on = false;   ///< it goes on with a value of a line before it
  std::size_t head = 0;   ///< of what `in_block` or `goes_on` says: the row that began it

  std::string_view rest() const { return text.substr(std::min(value, text.size())); }
  bool is_item() const { return column > indent; }
  bool is_head() const { return !name.empty() && rest().empty(); }
};

/// How many bytes of `value` the brackets take with which it begins; 0 where nothing closes them.
std::size_t size_in_brackets(std::string_view value) {
  int depth = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if ((c == '"' || c == '\'') && std::string_view(" [{,:").find(value[i - 1]) != value.npos) {
      i = value.find(c, i + 1);
      if (i == value.npos) return 0;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return i + 1;
    }
  }
  return 0;
}

bool is_bracket(std::string_view value) { return value[0] == '{' || value[0] == '['; }

/// Whether a quote that `value` begins with is closed.
bool is_quoted(std::string_view value) {
  return (value[0] == '"' || value[0] == '\'') && value.find(value[0], 1) != value.npos;
}

class TornReader {
 public:
  TornReader(std::string_view text, const Vocabulary& keys) : text_(text), keys_(keys) {}

  std::vector<Diagnosis> read() {
    divide();
    if (look_for_lost_indents()) return std::move(found_);
    for (at_ = 0; at_ < rows_.size(); ++at_) look_at_row();
    return std::move(found_);
  }

 private:
  void divide() {
    for (std::size_t start = 0; start < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', start), text_.size());
      std::string_view line = text_.substr(start, end - start);
      line = line.substr(0, line.find_last_not_of(" \r") + 1);
      const std::size_t indent = line.find_first_not_of(' ');
      if (indent != line.npos && line[indent] != '#') add_row(start, line, indent);
      start = end + 1;
    }
  }

  void add_row(std::size_t start, std::string_view line, std::size_t indent) {
    Row row{start, line, indent, indent, {}};
    if (open_ && indent > open_column_ && !is_key_behind_text(line, indent)) {
      (is_block_ ? row.in_block : row.goes_on) = true;
      row.head = *open_;
      rows_.push_back(row);
      return;
    }
    open_.reset();
    while (line.substr(row.column).starts_with("- ")) {
      row.column = std::min(line.find_first_not_of(' ', row.column + 1), line.size());
    }
    const std::size_t colon = line.find(':', row.column);
    const bool is_key =
        colon != line.npos && colon > row.column &&
        (colon + 1 == line.size() || line[colon + 1] == ' ') &&
        line.substr(row.column, colon - row.column).find_first_of(" \t\"'{}[],") == line.npos;
    row.value = row.column;
    if (is_key) {
      row.name = line.substr(row.column, colon - row.column);
      row.value = std::min(line.find_first_not_of(' ', colon + 1), line.size());
    }
    const std::string_view value = row.rest();
    if (!value.empty() && value[0] != '#' && (is_key || row.is_item())) {
      is_block_ = is_sign_of_block(value);
      // A text that an item is goes on to the right of its dash.
      const bool is_closed = is_bracket(value) ? size_in_brackets(value) > 0 : is_quoted(value);
      if (!is_closed) {
        open_ = rows_.size();
        open_column_ = is_key ? row.column : indent;
      }
    }
    rows_.push_back(row);
  }

  /// Whether a line below a plain text is none of it: no text goes on with a key, or with an item
  /// that is a map.
  bool is_key_behind_text(std::string_view line, std::size_t indent) const {
    constexpr std::string_view others = "{[\"'";
    std::string_view content = line.substr(indent);
    const bool is_item = content.starts_with("- ");
    if (is_item) content.remove_prefix(std::min(content.find_first_not_of("- "), content.size()));
    return !is_block_ && others.find(rows_[*open_].rest()[0]) == others.npos &&
           ((is_item && content.starts_with('{')) || !key_at(content).empty());
  }

  const Row* row(std::ptrdiff_t distance) const {
    const auto at = static_cast<std::ptrdiff_t>(at_) + distance;
    return at >= 0 && at < std::ssize(rows_) ? &rows_[static_cast<std::size_t>(at)] : nullptr;
  }

  Diagnosis& note(std::size_t at, const source::SyntaxError& what) {
    return found_.emplace_back(Diagnosis{at, what});
  }

  static std::string new_line(std::size_t indent) { return "\n" + std::string(indent, ' '); }

  /// The key at the beginning of `text`, known and with its colon; empty where there is none.
  std::string_view key_at(std::string_view text) const {
    const std::string_view name = text.substr(0, std::min(text.find(':'), text.size()));
    const std::string_view behind = text.substr(name.size());
    const bool sound = behind.starts_with(": ") || behind == ":";
    return sound && keys_.with(name) != 0 ? name : std::string_view();
  }

  /// Whether another key of this name stands in the map of column `column` around row `at_`.
  bool has_beside(std::string_view name, std::size_t column) const {
    const auto look = [&](std::ptrdiff_t step) {
      for (std::ptrdiff_t i = step; const Row* one = row(i); i += step) {
        if (one->in_block || one->goes_on || one->column > column) continue;
        if (one->column < column || (step > 0 && one->is_item())) break;
        if (one->name == name) return true;
        if (one->is_item()) break;
      }
      return false;
    };
    return look(-1) || look(1);
  }

  void look_at_row() {
    const Row& here = rows_[at_];
    if (here.in_block) return look_for_key(here);
    if (here.goes_on) return;
    if (here.text.substr(here.indent).starts_with("```")) return look_at_fence(here);
    if (look_at_spreadsheet(here) || look_at_fallen_text(here) || look_at_dash(here) ||
        look_at_margin(here) || look_at_quote(here)) {
      return;
    }
    look_for_second(here);
  }

  // -- the whole file ----------------------------------------------------------------------------

  /// Whether no line of the file is indented and keys stand at the margin that belong below others.
  /// Then only what stands before the first of those is read.
  bool look_for_lost_indents() {
    Kinds file = ~Kinds{0};
    std::optional<std::size_t> first;  // the row with which what is not read begins
    int foreign = 0;
    for (const Row& one : rows_) {
      const bool is_indented = one.indent > 0 || one.text.starts_with('\t') ||
                               one.text.starts_with(wide_blank) || one.text.starts_with("\u00A0");
      if (is_indented) return false;
      const auto row = static_cast<std::size_t>(&one - rows_.data());
      const Kinds kinds = one.is_item() ? Kinds{0} : keys_.with(one.name);
      if ((kinds & file) != 0) file &= kinds;
      const bool is_foreign = kinds != 0 && (kinds & file) == 0;
      const bool is_text = row > 0 && is_sign_of_block(rows_[row - 1].rest());
      if (is_foreign || is_text) ++foreign;
      if (!first && (one.is_head() || one.is_item() || is_sign_of_block(one.rest()))) first = row;
    }
    if (foreign < 2 || !first) return false;
    note(rows_[*first].start, no_indents).hides = true;
    for (std::size_t i = *first; i < rows_.size(); ++i) {
      found_.back().reads.push_back({rows_[i].start, 0, "# "});
    }
    return true;
  }

  // -- blocks ------------------------------------------------------------------------------------

  /// A key in the text of a block: at its beginning, or behind 汉字 and their signs.
  void look_for_key(const Row& here) {
    const Row& head = rows_[here.head];
    if (told_block_ == here.head + 1 || head.name.empty()) return;
    const Kinds kinds = keys_.with(head.name);
    for (std::size_t colon = here.text.find(": ", here.indent); colon != here.text.npos;
         colon = here.text.find(": ", colon + 1)) {
      const std::size_t begin = begin_of_word(here, colon);
      const std::string_view name = here.text.substr(begin, colon - begin);
      const bool is_latin = !name.empty() && name[0] > 0;
      const bool at_start = begin == here.indent;
      const bool behind = at_start || here.text[begin - 1] < 0 ||
                          (here.text[begin - 1] == ' ' && begin > 1 && here.text[begin - 2] < 0);
      if (!behind || (keys_.with(name) & kinds) == 0) continue;
      if (!is_latin && (has_beside_head(name) || !is_behind_stop(here, begin))) continue;
      Diagnosis& found = note(here.start + begin, key_in_text);
      found.help = {key_out_of_text, {name, head.name}};
      told_block_ = here.head + 1;
      if (has_beside_head(name)) return;
      const std::size_t from = at_start ? here.start : here.start + begin;
      const std::string blanks(head.column, ' ');
      found.reads = {{from, here.start + begin - from, at_start ? blanks : "\n" + blanks}};
      return;
    }
  }

  bool has_beside_head(std::string_view name) {
    const std::size_t at = std::exchange(at_, rows_[at_].head);
    const bool has = rows_[at_].name == name || has_beside(name, rows_[at_].column);
    at_ = at;
    return has;
  }

  /// Where the word begins that ends at `end`: of letters, or of 汉字.
  std::size_t begin_of_word(const Row& here, std::size_t end) const {
    std::size_t begin = end;
    const auto is_letter = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    while (begin > here.indent && is_letter(here.text[begin - 1])) --begin;
    if (begin < end) return begin;
    for (std::size_t at = here.indent; at < end; ++at) {
      const bool starts = at == here.indent || (here.text[at] & 0xC0) != 0x80;
      if (starts && keys_.with(here.text.substr(at, end - at)) != 0) return at;
    }
    return end;
  }

  static bool is_behind_stop(const Row& here, std::size_t begin) {
    const std::string_view before = here.text.substr(0, begin);
    return begin == here.indent || before.ends_with("。") || before.ends_with("；") ||
           before.ends_with("！") || before.ends_with(' ');
  }

  /// A text behind a block, or below the bar of one without any, that stands too far to the left.
  bool look_at_fallen_text(const Row& here) {
    const Row* const before = row(-1);
    if (!before || here.text[here.indent] > 0 || !here.name.empty()) return false;
    // An indent of other blanks is told as one.
    const std::string_view content = here.text.substr(here.indent);
    if (content.starts_with(wide_blank) || content.starts_with("\u00A0")) return false;
    const bool opens =
        !before->in_block && !before->name.empty() && is_sign_of_block(before->rest());
    if (!opens && !before->in_block && !fallen_) return false;
    const Row& head = opens ? *before : before->in_block ? rows_[before->head] : rows_[*fallen_];
    if (here.text.find("：") < std::min<std::size_t>(here.text.size(), here.indent + 24) &&
        keys_.with(here.text.substr(here.indent, here.text.find("：") - here.indent)) != 0) {
      return false;
    }
    const bool is_first = !fallen_;
    fallen_ = static_cast<std::size_t>(&head - rows_.data());
    if (is_first) note(here.start + here.indent, text_left_block);
    found_.back().reads.push_back({here.start, here.indent, std::string(head.column + 2, ' ')});
    const Row* const next = row(1);
    const bool ends =
        !next || !next->name.empty() || next->is_item() || next->text[next->indent] > 0;
    if (ends) fallen_.reset();
    return true;
  }

  // -- lists -------------------------------------------------------------------------------------

  /// Lines of ``` around what was copied; to be read they are remarks.
  void look_at_fence(const Row& here) {
    if (!fence_) {
      fence_ = found_.size();
      note(here.start + here.indent, fence);
    }
    found_[*fence_].reads.push_back({here.start, 0, "# "});
  }

  /// A row of a spreadsheet, with tabs between its cells and no keys; rows one after the other are
  /// one.
  bool look_at_spreadsheet(const Row& here) {
    const std::string_view content = here.text.substr(here.column);
    const std::size_t tab = content.find('\t');
    if (tab == content.npos || tab == 0 || content[tab - 1] == ':' ||
        content.find(": ") != content.npos || content.find("：") != content.npos ||
        content[0] == '"' || content[0] == '\'') {
      return false;
    }
    const Row* const before = row(-1);
    const bool goes_on = rows_of_sheet_ && before && before->start == *rows_of_sheet_;
    const std::size_t second = std::min(content.find_first_not_of("\t ", tab), content.size());
    const bool is_key = keys_.of(content.substr(0, tab)) != 0 &&
                        keys_.with(content.substr(second)) == 0 &&
                        std::count(content.begin(), content.end(), '\t') == 1;
    if (is_key && !goes_on) return false;
    rows_of_sheet_ = here.start;
    if (!goes_on) note(here.start + here.indent, pasted_row).hides = true;
    found_.back().reads.push_back({here.start, 0, "# "});
    return true;
  }

  /// An item in braces without its dash, between or behind others; and one with two.
  bool look_at_dash(const Row& here) {
    const std::string_view content = here.text.substr(here.column);
    if (here.is_item()) {
      const std::size_t second = here.text.find("- ", here.indent + 1);
      if (second >= here.column) return look_at_first(here);
      note(here.start + here.indent, two_dashes).mends = {
          {here.start + second, here.column - second, ""}};
      return true;
    }
    if (!content.starts_with('{')) return look_at_first(here);
    const auto flow = flow_slips(content, keys_);
    if (!flow || end_of_value(content.substr(flow->size)) != 0) return false;
    for (const Row* one : {row(-1), row(1)}) {
      if (!one || !one->is_item() || one->in_block || one->goes_on) continue;
      if (here.indent != one->indent && here.indent != one->column) continue;
      note(here.start + here.indent, lost_dash).mends = {
          {here.start, here.indent, std::string(one->indent, ' ') + "- "}};
      return true;
    }
    return false;
  }

  /// The first line below a key, where the lines after it show that it lacks its dash, or has one
  /// too many.
  bool look_at_first(const Row& here) {
    const Row* const head = row(-1);
    if (!head || !head->is_head() || head->column >= here.indent || here.name.empty()) {
      return false;
    }
    const bool wants_list = keys_.wants_list(head->name);
    if (wants_list == here.is_item()) return false;
    // The next line that stands no further in than this one begins: of the list, or of the map.
    const std::size_t limit = here.is_item() ? here.indent : here.column;
    std::ptrdiff_t i = 1;
    const Row* other = row(i);
    while (other && (other->in_block || other->goes_on || other->indent > limit ||
                     (!here.is_item() && other->indent == limit && !other->is_item()))) {
      other = row(++i);
    }
    if (!other || other->indent <= head->column) return false;
    const Kinds kinds = keys_.with(here.name);
    if (kinds == 0 || (keys_.with(other->name) & kinds) == 0) return false;
    if (here.is_item()) {
      if (other->is_item() || other->indent != here.indent) return false;
      note(here.start + here.indent, extra_dash).mends = {
          {here.start + here.indent, here.column - here.indent, ""}};
      return true;
    }
    if (!other->is_item() || other->column != here.column) return false;
    note(here.start + here.indent, lost_dash).mends = {
        {here.start + other->indent, here.column - other->indent,
         "-" + std::string(here.column - other->indent - 1, ' ')}};
    return true;
  }

  // -- keys --------------------------------------------------------------------------------------

  /// A key that stands to the left of those around it and is none of the map there.
  bool look_at_margin(const Row& here) {
    const Row* before = row(-1);
    const Row* const next = row(1);
    if (before && (before->in_block || before->goes_on)) before = &rows_[before->head];
    if (!before || !next || here.is_item() || here.name.empty() || before->name.empty()) {
      return false;
    }
    const Kinds kinds = keys_.with(here.name);
    const bool goes_on = !next->is_item() && (kinds & keys_.with(next->name)) != 0;
    std::size_t column = before->column;
    bool fits = here.is_head() ? next->is_item() && next->indent >= column
                               : next->column == column && goes_on;
    if (!here.is_head() && before->is_head() && !is_sign_of_block(here.rest()) &&
        before->column == here.column && next->column > here.column) {
      // The first below a key, with others of its kind behind it.
      column = next->column;
      fits = goes_on;
    } else if ((kinds & keys_.with(before->name)) == 0) {
      return false;
    } else if (!here.is_head() && next->is_item()) {
      // The last of an item, before the next one.
      fits = next->indent > here.column && next->indent < column;
    }
    if (column <= here.column || !fits) return false;
    if (has_kin(here, kinds) && !has_beside(here.name, here.column)) return false;
    note(here.start + here.indent, key_at_margin).mends = {
        {here.start, here.indent, std::string(column, ' ')}};
    return true;
  }

  /// Whether the keys in the column of the row are of an entity that may have it.
  bool has_kin(const Row& here, Kinds kinds) const {
    Kinds around = ~Kinds{0};
    bool any = false;
    for (const Row& one : rows_) {
      if (one.start >= here.start) break;
      if (one.in_block || one.goes_on || one.column != here.column) continue;
      if (one.is_item()) around = ~Kinds{0};
      const Kinds own = keys_.with(one.name);
      if ((own & around) != 0) around &= own;
      any = any || own != 0;
    }
    return !any || (around & kinds) != 0;
  }

  /// A quote that is not closed before the next key.
  bool look_at_quote(const Row& here) {
    const std::string_view value = here.rest();
    const Row* next = row(1);
    if (here.name.empty() || !value.starts_with('"') || value.find('"', 1) != value.npos ||
        value.size() == 1 || !next) {
      return false;
    }
    if (next->column > here.column || (next->name.empty() && !next->is_item())) return false;
    const std::size_t end = here.start + here.text.size();
    const std::string_view close = "”";
    const std::size_t wrong = value.ends_with(close) ? close.size() : 0;
    note(here.start + here.value, open_quote).reads = {{end - wrong, wrong, "\""}};
    return true;
  }

  // -- line breaks -------------------------------------------------------------------------------

  /// Another key or item behind the value of a key or of an item, on one line with it.
  void look_for_second(const Row& here) {
    const std::string_view value = here.rest();
    if (value.empty()) return;
    if (here.name.empty() && !here.is_item()) return look_for_glued_head(here);
    if (value[0] == '|' && value.size() > 1 && value[1] < 0) {
      note(here.start + here.value, behind_bar).reads = {
          {here.start + here.value + 1, 0, new_line(here.column + 2)}};
      return;
    }
    if (value.starts_with("- ")) return note_second(here, here.value, "- ");
    std::size_t size = 0;
    if (is_bracket(value)) {
      size = size_in_brackets(value);
    } else if (value[0] == '"' || value[0] == '\'') {
      const std::size_t close = value.find(value[0], 1);
      size = close == value.npos ? 0 : close + 1;
    }
    if (size == 0 || size >= value.size()) return;
    const std::size_t second = value.find_first_not_of(' ', size);
    if (second == value.npos) return;
    const std::string_view rest = value.substr(second);
    if (rest.starts_with("- ")) return note_second(here, here.value + second, "- ");
    if (const std::string_view name = key_at(rest); !name.empty()) {
      note_second(here, here.value + second, name);
    }
  }

  /// `units:- {…}`, `roles:office: …`: what is below a key stands on its line, without a blank.
  void look_for_glued_head(const Row& here) {
    const std::string_view content = here.text.substr(here.column);
    const std::size_t colon = content.find(':');
    if (colon == content.npos || keys_.with(content.substr(0, colon)) == 0) return;
    const std::string_view rest = content.substr(colon + 1);
    if (rest.starts_with("- ")) {
      note_second(here, here.column + colon + 1, "- ");
    } else if (const std::string_view name = key_at(rest); !name.empty()) {
      note_second(here, here.column + colon + 1, name);
    }
  }

  void note_second(const Row& here, std::size_t at, std::string_view name) {
    Diagnosis& found = note(here.start + at, one_of_two);
    found.help = {break_before, {name == "- " ? std::string_view("“-”") : name}};
    found.reads = {{here.start + at, 0, new_line(column_of(here, at, name))}};
  }

  /// The column in which that may begin a line of its own: of an item below its list or beside
  /// the other items, of a key in a map that may have it.
  std::size_t column_of(const Row& here, std::size_t at, std::string_view name) const {
    const Row* const next = row(1);
    const bool below =
        here.text.substr(0, at).find_last_not_of(' ') == here.text.find(':', here.column);
    if (below) return next && next->indent > here.column ? next->indent : here.column + 2;
    if (name == "- ") return here.is_item() ? here.indent : next ? next->indent : here.column;
    const Kinds kinds = keys_.with(name);
    std::size_t column = here.name.empty() ? here.indent : here.column;
    if (!here.name.empty() && (keys_.with(here.name) & kinds) != 0) return column;
    for (std::ptrdiff_t i = -1; const Row* one = row(i); --i) {
      if (one->in_block || one->goes_on || one->name.empty() || one->column >= column) continue;
      column = one->column;
      if ((keys_.with(one->name) & kinds) != 0) return column;
    }
    return next ? next->indent : 0;
  }

  std::string_view text_;
  const Vocabulary& keys_;
  std::vector<Row> rows_;
  std::vector<Diagnosis> found_;
  std::size_t at_ = 0;               ///< the row that is looked at
  std::optional<std::size_t> open_;  ///< while dividing: the row whose value is open
  std::size_t open_column_ = 0;
  bool is_block_ = false;
  std::size_t told_block_ = 0;                ///< one more than the head of a block that was told
  std::optional<std::size_t> fallen_;         ///< the head of the text that lines fell out of
  std::optional<std::size_t> fence_;          ///< in `found_`
  std::optional<std::size_t> rows_of_sheet_;  ///< the start of the last one
};

}  // namespace

std::vector<Diagnosis> torn_lines(std::string_view text, const Vocabulary& keys) {
  return TornReader(text, keys).read();
}

}  // namespace taizhang::yaml
