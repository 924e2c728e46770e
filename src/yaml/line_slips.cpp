// SPDX-License-Identifier: MIT
#include "yaml/line_slips.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <utility>

#include "base/text.h"
#include "yaml/flow_slips.h"
#include "yaml/lines.h"
#include "yaml/sound_flow.h"

namespace taizhang::yaml {

namespace {

constexpr source::SyntaxError wide_remark{
    {"备注的 # 用了全角“＃”", "the # of this remark is full-width"},
    {"写成英文的 #，后面空一格", "write an ASCII # and a blank"}};
constexpr source::SyntaxError wide_dash_sign{
    {"列表的短横线用了全角，或者少了半角空格", "a dash is full-width, or lacks its blank"},
    {"每一项写成 - {键: 值, …} 或 - 键: 值", "write an item as - {key: value, …} or - key: value"}};
constexpr source::SyntaxError keys_on_line{
    {"一行里写了几个键，没有花括号", "several keys stand on one line without braces"},
    {"写成 - {键: 值, 键: 值}，冒号、逗号用半角，后面空一格",
     "write - {key: value, key: value}, with ASCII colons and commas and a blank behind each"}};
constexpr source::SyntaxError keys_of_lines{
    {"一行里写了几个键", "several keys stand on one line"},
    {"每个键另起一行，冒号用半角，后面空一格",
     "begin a line with each key, with an ASCII colon and a blank behind it"}};
constexpr source::SyntaxError other_colon{
    {"键后面的冒号写成了别的符号", "another sign stands for the colon behind the key"},
    write_colon};
/// Signs that are typed for a colon behind a key, and stand in no key.
constexpr std::string_view signs_for_colon[] = {"﹕", "︰", "∶", "；", ";"};
constexpr std::string_view letters_of_keys =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";
constexpr source::SyntaxError wide_blank_behind{
    {"冒号后面是全角空格", "a full-width blank stands behind the colon"},
    {"换成半角空格", "write a plain blank"}};
constexpr source::SyntaxError wide_sign_of_block{
    {"另起一段的竖线用了全角“｜”", "the bar that begins a block is full-width"},
    {"写成英文的 |", "write an ASCII |"}};
constexpr source::SyntaxError sign_of_text{
    {"值不能以这个符号开头", "no value can begin with this sign"},
    {"以 *、&、!、>、[、{ 等符号开头的文字要加引号",
     "quote a text that begins with *, &, !, >, [ or {"}};

constexpr source::SyntaxError two_braces{
    {"花括号多写了一层", "a brace too many stands around this"},
    {"只留一层：{键: 值, …}", "write {key: value, …} between one pair of braces"}};
constexpr source::SyntaxError sign_of_number{
    {"“>”不写在数里", "no > stands in a number"},
    {"只写数；“>”写成 qualifier: exceed（突破），“≥”写成 at_least（不少于）",
     "write the number alone; > becomes qualifier: exceed, and ≥ at_least"}};
constexpr source::SyntaxError comma_behind{
    {"行末多了逗号", "a comma too many stands at the end of the line"}, {"删去它", "delete it"}};
constexpr source::SyntaxError sign_behind{
    {"行末多了标点", "a sign too many stands at the end of the line"}, {"删去它", "delete it"}};
constexpr source::SyntaxError blank_behind{
    {"行末多了全角空格或不间断空格",
     "a full-width or no-break blank stands at the end of the line"},
    {"删去它", "delete it"}};
class LineReader {
 public:
  LineReader(std::string_view text, const Vocabulary& keys) : text_(text), keys_(keys) {}

  std::vector<Diagnosis> read() {
    for (std::size_t start = 0; start < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', start), text_.size());
      line_ = text_.substr(start, end - start);
      if (line_.ends_with('\r')) line_.remove_suffix(1);
      start_ = start;
      read_line();
      start = end + 1;
    }
    return std::move(found_);
  }

 private:
  void read_line() {
    const std::size_t indent = std::min(line_.find_first_not_of(' '), line_.size());
    if (indent == line_.size()) return;
    if (inside_ && indent > *inside_) return;
    inside_.reset();
    at_ = indent;
    if (is_at("＃")) {
      constexpr std::size_t size = std::string_view("＃").size();
      const bool blank = line_.substr(at_ + size).starts_with(' ');
      mend(at_, size, blank ? "#" : "# ", at_, wide_remark);
      return finish();
    }
    if (line_[at_] == '#' || line_[at_] == '\t' || is_at(wide_blank)) return;
    const std::optional<std::size_t> head = std::exchange(head_, std::nullopt);
    std::size_t column = at_;  // of the dash or key that what follows belongs to
    const std::optional<std::size_t> list = std::exchange(list_, std::nullopt);
    if (list && at_ >= *list) in_list_ = true;
    for (bool is_first = true; const std::size_t dash = dash_at(is_first); is_first = false) {
      if (std::exchange(in_list_, false)) list_ = list;
      column = at_;
      at_ += dash;
    }
    in_list_ = false;
    if (at_ >= line_.size()) return finish();
    const bool is_item = column != at_;
    // All of a file may stand between brackets.
    if (is_bracket() && !is_item && head != at_ && column == 0) in_flow_ = true;
    if (is_bracket()) {
      // Without a dash it goes on with something, or lacks it.
      if (is_item) read_brackets(column, {});
      if (!is_item && head == at_) mend(0, 0, "  ", at_, value_at_key);
      return finish();
    }
    if (!read_key(is_item) && is_item) inside_ = column;
    finish();
  }

  bool is_at(std::string_view sign) const { return line_.substr(at_).starts_with(sign); }

  bool is_bracket() const {
    return is_at("{") || is_at("｛") || is_at("[") || is_map_in_round_brackets();
  }

  /// （name: …）: a map in brackets of texts.
  bool is_map_in_round_brackets() const {
    if (!is_at("(") && !is_at("（")) return false;
    const std::string_view inside = line_.substr(at_ + (is_at("(") ? 1 : 3));
    const std::size_t end = std::min(inside.find(':'), inside.find(wide_colon_sign));
    return end < inside.size() && keys_.with(inside.substr(0, end)) != 0;
  }

  std::size_t blanks_at(std::size_t at, bool& is_plain) const {
    const std::size_t begin = at;
    is_plain = true;
    for (; at < line_.size();) {
      if (line_[at] == ' ') {
        ++at;
      } else if (line_.substr(at).starts_with(wide_blank)) {
        at += wide_blank.size();
        is_plain = false;
      } else {
        break;
      }
    }
    return at - begin;
  }

  void mend(std::size_t begin, std::size_t size, std::string with, std::size_t at,
            const source::SyntaxError& what) {
    if (!now_) now_ = Diagnosis{start_ + at, what};
    now_->mends.push_back({start_ + begin, size, std::move(with)});
  }

  /// Add the mends of what is wrong between the brackets that begin `offset` bytes behind `at_`.
  void add_mends(const std::optional<Diagnosis>& within, std::size_t offset = 0) {
    if (!within) return;
    for (const Mend& one : within->mends) {
      now_->mends.push_back({start_ + at_ + offset + one.begin, one.size, one.text});
    }
  }

  void finish() {
    // Names of one list whose dashes lack their blank are one slip.
    const bool is_name = std::exchange(is_name_, false);
    const bool goes_on = is_name && now_ && first_name_ && list_;
    if (goes_on) {
      Diagnosis& first = found_[*first_name_];
      std::ranges::move(now_->mends, std::back_inserter(first.mends));
    } else if (now_) {
      found_.push_back(*std::move(now_));
      if (is_name) first_name_ = found_.size() - 1;
    }
    now_.reset();
  }

  /// The sign of a list that people and Word write for a dash, `•`, `4.`, `①`: how many bytes it
  /// has, 0 where none is at `at_`.
  std::size_t bullet_at() const {
    // Every line is asked: most begin with a key or with a dash.
    constexpr std::string_view firsts = "-*+(0123456789\xC2\xE2\xEF";
    const bool may_be = at_ < line_.size() && firsts.find(line_[at_]) != firsts.npos;
    if (!may_be || (is_at("-") && !is_at("--"))) return 0;
    for (const std::string_view sign : {"--", "•", "●", "·", "▪", "■", "◆", "○", "*", "+"}) {
      if (is_at(sign)) return sign.size();
    }
    const std::string_view rest = line_.substr(at_);
    const char32_t point = base::character(rest, 0).point;
    if (point >= 0x2460 && point <= 0x24FF) return base::character_size(rest, 0);
    constexpr std::size_t most_digits = 2;
    const std::size_t open = rest.starts_with('(') ? 1 : rest.starts_with("（") ? 3 : 0;
    const std::size_t end = std::min(rest.find_first_not_of("0123456789", open), rest.size());
    if (end == open || end > open + most_digits) return 0;
    for (const std::string_view sign : {".", "、", ")", "）", "．"}) {
      if (rest.substr(end).starts_with(sign)) return end + sign.size();
    }
    return 0;
  }

  /// Whether the sign at `at_` is a number, `4.`, `（4）` or `④`.
  bool is_number_at() const {
    const char sign = line_[at_];
    const char32_t point = base::character(line_, at_).point;
    return (sign >= '0' && sign <= '9') || is_at("(") || is_at("（") ||
           (point >= 0x2460 && point <= 0x24FF);
  }

  /// Whether a map begins with the key that tells it from the others of its list.
  static bool has_own_number(std::string_view map) {
    map.remove_prefix(map.starts_with('{') ? 1 : std::string_view("｛").size());
    const std::size_t begin = std::min(map.find_first_not_of(' '), map.size());
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{"id", "编号", "no", "序号", "date", "日期"},
        [&](std::string_view key) {
          const std::string_view rest = map.substr(begin);
          return rest.starts_with(key) && (rest.substr(key.size()).starts_with(':') ||
                                           rest.substr(key.size()).starts_with(wide_colon_sign));
        });
  }

  /// The size of the dash of an item at `at_` with the blanks behind it; 0 where there is none.
  /// Behind a dash, where it is not the `is_first`, the sign of another list is one too many.
  std::size_t dash_at(bool is_first) {
    if (const std::size_t bullet = bullet_at(); bullet > 0) {
      bool is_plain = true;
      const std::size_t next = at_ + bullet + blanks_at(at_ + bullet, is_plain);
      const std::string_view map = line_.substr(next);
      if (!map.starts_with('{') && !map.starts_with("｛")) return 0;
      // 1. {title: …} of a section: its number is the one that the map lacks.
      const bool is_mark = !is_number_at() || has_own_number(map);
      if (!is_mark) return 0;
      mend(at_, next - at_, is_first ? "- " : "", at_, other_dash);
      return next - at_;
    }
    std::size_t sign = is_at("-") ? 1 : 0;
    for (const std::string_view dash : {"－", "—", "–", "−"}) {
      if (is_at(dash)) sign = dash.size();
    }
    if (sign == 0) return 0;
    bool is_plain = true;
    std::size_t blanks = blanks_at(at_ + sign, is_plain);
    for (const std::string_view other : {std::string_view("\t"), no_break_blank}) {
      if (!line_.substr(at_ + sign + blanks).starts_with(other)) continue;
      blanks += other.size();
      is_plain = false;
    }
    const std::size_t next = at_ + sign + blanks;
    if (sign == 1 && blanks > 0 && is_plain) return next - at_;
    const std::string_view rest = line_.substr(next);
    const std::string_view name =
        rest.substr(0, std::min(rest.find(':'), rest.find(wide_colon_sign)));
    const bool is_map = rest.starts_with('{') || rest.starts_with("｛");
    const bool is_key = name.size() < rest.size() && keys_.of(name) != 0;
    // Below the key of a list a name as well.
    const bool is_name = in_list_ && !rest.empty() && !rest.starts_with('-');
    if (!is_map && !is_key && !is_name) return 0;
    is_name_ = is_name && !is_map && !is_key;
    mend(at_, sign + blanks, "- ", at_, wide_dash_sign);
    return next - at_;
  }

  /// Read the key at `at_` and its value; false where there is none.
  bool read_key(bool is_item) {
    const std::size_t key = at_;
    const std::string_view rest = line_.substr(key);
    if (read_key_before_tab(key, is_item) || read_key_before_sign(key, is_item)) return true;
    const std::size_t plain = std::min(rest.find(':'), rest.size());
    const std::size_t wide = rest.substr(0, plain).find(wide_colon_sign);
    const std::size_t colon = std::min(plain, wide);
    if (colon >= rest.size() || colon == 0) return false;
    // A blank before a full-width colon: what stands there is a key alone where it is known.
    const std::size_t word = rest.find_last_not_of(' ', colon - 1) + 1;
    const std::size_t before =
        colon == wide && keys_.with(rest.substr(0, word)) != 0 ? colon - word : 0;
    const std::string_view name = rest.substr(0, colon - before);
    if (name.find_first_of(" \t,[]{}\"'#&*!|>") != name.npos) return false;
    const bool is_wide = colon == wide;
    const std::size_t first = is_wide ? wide_colon_sign.size() : 1;
    const std::size_t colons = size_of_colons(line_.substr(key + colon));
    const bool is_twice = colons > first && keys_.with(name) != 0;
    const std::size_t sign = is_twice ? colons : first;
    bool is_plain = true;
    const std::size_t behind = key + colon + sign;
    const std::size_t blanks = blanks_at(behind, is_plain);
    const std::size_t value = behind + blanks;
    const bool is_sound =
        !is_wide && !is_twice && is_plain && (blanks > 0 || value == line_.size());
    const std::string_view text = line_.substr(value);
    if (is_wide && has_more_keys(text, keys_.with(name))) {
      now_ = Diagnosis{start_ + key, is_item ? keys_on_line : keys_of_lines};
      now_->reads = {{start_, 0, "# "}};
      now_->hides = true;
      return true;
    }
    if (!is_sound) {
      const bool known = keys_.with(name) != 0 || (name[0] > 0 && keys_.near(name) != 0) ||
                         (is_wide && is_typed_wide());
      if (!known) return false;
      const bool lacks_blank = !is_wide && !is_twice && is_plain;
      if (lacks_blank && !is_sign_of_block(text)) return false;
      // What begins so in 汉字 may be a text of its own.
      if (name[0] < 0 && !is_typed_wide() && !goes_on_with_keys(key, is_item)) return false;
      mend(behind - sign - before, before + sign + blanks, text.empty() ? ":" : ": ", key,
           is_twice      ? two_colons
           : is_wide     ? wide_colon
           : lacks_blank ? no_blank
                         : wide_blank_behind);
    }
    at_ = value;
    has_sound_key_ = has_sound_key_ || is_sound;
    // Below it stands its value; of a list that lacks its dashes another has to tell.
    if (is_sound && text.empty() && (!keys_.wants_list(name) || next_is('['))) head_ = key;
    if (text.empty() && keys_.wants_list(name)) begin_list(key);
    read_value(key, name);
    return true;
  }

  /// Whether the next line begins with `sign`.
  bool next_is(char sign) const {
    const std::size_t next = text_.find_first_not_of(" \r\n", start_ + line_.size());
    return next != text_.npos && text_[next] == sign;
  }

  /// Whether all colons of the file so far are full-width, and several: then one behind a name of
  /// the user's own, of a query, is as well.
  bool is_typed_wide() const {
    constexpr std::ptrdiff_t several = 3;
    return !has_sound_key_ && std::ranges::count_if(found_, [](const Diagnosis& one) {
                                return one.what.wrong.en == wide_colon.wrong.en;
                              }) >= several;
  }

  /// `title；值`, `title﹕值`: a sign that is typed for the colon. False where it is none.
  bool read_key_before_sign(std::size_t key, bool is_item) {
    const std::string_view rest = line_.substr(key);
    const std::size_t end = std::min(rest.find_first_not_of(letters_of_keys), rest.size());
    const std::size_t at = std::min(rest.find_first_not_of(' ', end), rest.size());
    const auto* sign = std::ranges::find_if(
        signs_for_colon, [&](std::string_view one) { return rest.substr(at).starts_with(one); });
    // Of a text in Chinese the first word may well be a key.
    if (end == 0 || sign == std::end(signs_for_colon) || keys_.with(rest.substr(0, end)) == 0) {
      return false;
    }
    bool is_plain = true;
    const std::size_t value = at + sign->size() + blanks_at(key + at + sign->size(), is_plain);
    if (!goes_on_with_keys(key, is_item)) return false;
    const bool is_empty = value == rest.size();
    mend(key + end, value - end, is_empty ? ":" : ": ", key, other_colon);
    at_ = key + value;
    if (is_empty && keys_.wants_list(rest.substr(0, end))) begin_list(key);
    read_value(key, rest.substr(0, end));
    return true;
  }

  void begin_list(std::size_t key) {
    list_ = key;
    first_name_.reset();
  }

  /// `名称⇥值`: a cell of a spreadsheet in place of the colon. False where it is none.
  bool read_key_before_tab(std::size_t key, bool is_item) {
    const std::string_view rest = line_.substr(key);
    const std::size_t tab = rest.find('\t');
    const std::size_t value = tab == rest.npos ? tab : rest.find_first_not_of("\t ", tab);
    if (value == rest.npos || keys_.with(rest.substr(0, tab)) == 0) return false;
    if (rest.find('\t', value) != rest.npos || !goes_on_with_keys(key, is_item)) return false;
    mend(key + tab, value - tab, ": ", key, no_colon);
    at_ = key + value;
    read_value(key, rest.substr(0, tab));
    return true;
  }

  /// Whether other keys with full-width colons stand in the value, behind commas of texts.
  bool has_more_keys(std::string_view value, Vocabulary::Kinds kinds) const {
    for (const std::string_view sign : {"，", "、", "；"}) {
      for (std::size_t at = value.find(sign); at != value.npos; at = value.find(sign, at)) {
        at += sign.size();
        const std::string_view rest = value.substr(at);
        const std::string_view name = rest.substr(0, rest.find(wide_colon_sign));
        if (name.size() < rest.size() && name[0] > 0 && (keys_.with(name) & kinds) != 0) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether other keys stand in the column of the one at `key`, on the line before or after.
  bool goes_on_with_keys(std::size_t key, bool is_item) const {
    if (key == 0) return true;
    const std::size_t next = text_.find('\n', start_);
    const auto has_key = [&](std::string_view line) {
      const std::size_t indent = line.find_first_not_of(' ');
      return indent == key &&
             (line.find(": ") != line.npos || line.find(wide_colon_sign) != line.npos);
    };
    const std::string_view after =
        next == text_.npos ? "" : text_.substr(next + 1, text_.find('\n', next + 1) - next - 1);
    if (has_key(after)) return true;
    if (is_item || start_ == 0) return false;
    const std::size_t before = start_ < 2 ? 0 : text_.rfind('\n', start_ - 2) + 1;
    std::string line(text_.substr(before, start_ - 1 - before));
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent != line.npos && std::string_view(line).substr(indent).starts_with("- "))
      line[indent] = ' ';
    return has_key(line);
  }

  void read_value(std::size_t column, std::string_view name) {
    const std::string_view value = line_.substr(at_);
    if (value.empty() || value[0] == '#') return;
    constexpr std::size_t longest_sign = 2;  // of a block that says its indent
    const bool is_number = value[0] == '>' && end_of_value(value) > longest_sign &&
                           value.find_first_not_of("0123456789. ", 1) == value.npos &&
                           !keys_.wants_text(name);
    if (is_number) {
      now_ = Diagnosis{start_ + at_, sign_of_number};
      now_->reads = {{start_ + at_, 1, ""}};
      return;
    }
    if (is_sign_of_block(value)) {
      inside_ = column;
      return;
    }
    if (is_at("｜") && end_of_value(value) == std::string_view("｜").size()) {
      mend(at_, std::string_view("｜").size(), "|", at_, wide_sign_of_block);
      inside_ = column;
      return;
    }
    if (is_bracket() || (keys_.wants_list(name) && (is_at("［") || is_at("【")))) {
      read_brackets(column, name);
      return;
    }
    inside_ = column;
    if (begins_with_sign(value)) put_in_quotes();
  }

  void put_in_quotes() {
    const std::size_t size = end_of_value(line_.substr(at_));
    const std::string_view value = line_.substr(at_, size);
    if (value.find_first_of("\"\\") != value.npos) return;
    mend(at_, 0, "\"", at_, sign_of_text);
    mend(at_ + size, 0, "\"", at_, sign_of_text);
  }

  void read_brackets(std::size_t column, std::string_view name) {
    const std::string_view value = line_.substr(at_);
    if (!now_ && is_sound_flow(value, keys_)) return;
    const auto slips = flow_slips(value, keys_, name);
    const std::string_view rest = slips ? value.substr(slips->size) : "";
    if (slips && end_of_value(rest) == 0) {
      if (now_) mend_up_to(at_ + slips->size, slips->found);
      if (now_ || !slips->found) return;
      now_ = Diagnosis{start_ + at_ + slips->found->at, slips->found->what};
      for (const Mend& one : slips->found->mends) {
        now_->mends.push_back({start_ + at_ + one.begin, one.size, one.text});
      }
      return;
    }
    if (look_at_two_braces(value)) return;
    if (slips && !in_flow_ && look_at_stray(at_ + slips->size, rest, slips->found)) return;
    inside_ = column;
    // [重点]改造: a text goes on behind the bracket.
    const std::size_t close = value.find(value[0] == '[' ? ']' : '}');
    const bool is_text = !name.empty() && close + 1 < value.size() && value[close + 1] < 0 &&
                         value.find_first_of("[{", 1) == value.npos &&
                         value.find(": ") == value.npos;
    if (is_text && (value[0] == '[' || value[0] == '{')) put_in_quotes();
  }

  /// Note a map in two pairs of braces, or with one of the outer two; false where it is none.
  bool look_at_two_braces(std::string_view value) {
    if (now_ || !value.starts_with('{')) return false;
    const std::size_t open = value.starts_with("{{") ? 1 : 0;
    const auto slips = flow_slips(value.substr(open), keys_);
    if (!slips) return false;
    const std::size_t end = open + slips->size;
    const std::size_t size = end_of_value(value.substr(end));
    const bool closes = size == 1 && value[end] == '}';
    if (size > (closes ? 1u : 0u) || (open == 0 && !closes)) return false;
    now_ = Diagnosis{start_ + at_ + (open > 0 ? 0 : end), two_braces};
    if (open > 0) now_->mends.push_back({start_ + at_, 1, ""});
    add_mends(slips->found, open);
    if (closes) now_->mends.push_back({start_ + at_ + end, 1, ""});
    return true;
  }

  /// Note a sign of texts or a blank that alone stands behind the bracket which ends at `end`;
  /// false where there is something else. `within` is wrong between the brackets.
  bool look_at_stray(std::size_t end, std::string_view rest,
                     const std::optional<Diagnosis>& within) {
    constexpr std::pair<std::string_view, const source::SyntaxError*> strays[] = {
        {",", &comma_behind},        {"，", &comma_behind},    {"、", &comma_behind},
        {"。", &sign_behind},        {"；", &sign_behind},     {";", &sign_behind},
        {wide_blank, &blank_behind}, {"\u00A0", &blank_behind}};
    const source::SyntaxError* what = nullptr;
    std::size_t first = 0;
    const std::size_t size = end_of_value(rest);
    for (std::size_t at = 0; at < size;) {
      if (rest[at] == ' ') {
        ++at;
        continue;
      }
      const auto stray = std::ranges::find_if(
          strays, [&](const auto& one) { return rest.substr(at).starts_with(one.first); });
      if (stray == std::end(strays)) return false;
      if (!what) {
        what = stray->second;
        first = at;
      }
      at += stray->first.size();
    }
    if (!what) return false;
    if (now_) {
      mend_up_to(end, within);
    } else if (within) {
      now_ = Diagnosis{start_ + at_ + within->at, within->what};
      add_mends(within);
    }
    mend(end, size, "", end + first, *what);
    return true;
  }

  /// Make one mend of those so far and of those within the brackets at `at_`, which end at `end`:
  /// without its colon or dash YAML takes all of it for something else.
  void mend_up_to(std::size_t end, const std::optional<Diagnosis>& within) {
    add_mends(within);
    std::vector<Mend>& mends = now_->mends;
    const std::size_t begin = mends.front().begin;
    std::string text;
    std::size_t at = begin;
    for (const Mend& one : mends) {
      text += text_.substr(at, one.begin - at);
      text += one.text;
      at = one.begin + one.size;
    }
    text += text_.substr(at, start_ + end - at);
    mends = {{begin, start_ + end - begin, std::move(text)}};
  }

  std::string_view text_;
  const Vocabulary& keys_;
  std::vector<Diagnosis> found_;
  std::optional<Diagnosis> now_;  ///< of the line that is read
  std::string_view line_;
  std::size_t start_ = 0;  ///< of the line in the text
  std::size_t at_ = 0;     ///< in the line
  bool has_sound_key_ = false;
  bool in_flow_ = false;
  std::optional<std::size_t> head_;  ///< where the key stands that had no value, if it was the last
  std::optional<std::size_t> list_;  ///< where the key stands below which the lines are a list
  bool in_list_ = false;             ///< the line that is read may be an item of it
  bool is_name_ = false;             ///< … and its dash lacks its blank
  std::optional<std::size_t> first_name_ = {};  ///< in `found_`, of the first such line of the list
  /// Lines that are indented further than that are of a block or go on with a value.
  std::optional<std::size_t> inside_;
};

}  // namespace

std::vector<Diagnosis> line_slips(std::string_view text, const Vocabulary& keys) {
  return LineReader(text, keys).read();
}

}  // namespace taizhang::yaml
