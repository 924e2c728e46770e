// SPDX-License-Identifier: MIT
#include "yaml/flow_slips.h"

#include <algorithm>
#include <utility>

#include "base/look_alike.h"
#include "base/text.h"
#include "yaml/lines.h"

namespace taizhang::yaml {

namespace {

using Kinds = Vocabulary::Kinds;

constexpr std::size_t longest_flow = 4000;
constexpr std::size_t longest_name = 60;
constexpr int deepest_flow = 6;

constexpr base::Bilingual part_keys{"各键之间用英文逗号加空格",
                                    "part the keys with a comma and a blank"};
constexpr base::Bilingual part_items{"各项之间用英文逗号加空格",
                                     "part the items with a comma and a blank"};

/// A sign of texts that stands in the place of a comma.
struct Separator {
  std::string_view sign;
  source::SyntaxError of_keys;
  source::SyntaxError of_items;
};

constexpr Separator separators[] = {
    {"，",
     {{"花括号里用了全角逗号“，”", "a full-width comma stands between the keys"}, part_keys},
     {{"方括号里用了“，”或“、”", "a full-width comma stands between the items"}, part_items}},
    {"、",
     {{"花括号里用了顿号“、”", "a 、 stands between the keys"}, part_keys},
     {{"方括号里用了“，”或“、”", "a full-width comma stands between the items"}, part_items}},
    {"；",
     {{"花括号里用了分号“；”", "a full-width semicolon stands between the keys"}, part_keys},
     {{"方括号里用了分号“；”", "a full-width semicolon stands between the items"}, part_items}},
    {";",
     {{"花括号里用了分号“;”", "a semicolon stands between the keys"}, part_keys},
     {{"方括号里用了分号“;”", "a semicolon stands between the items"}, part_items}},
    {"。",
     {{"花括号里用了句号“。”", "a full stop stands between the keys"}, part_keys},
     {{"方括号里用了句号“。”", "a full stop stands between the items"}, part_items}},
    {"\t",
     {{"花括号里用了制表符（Tab）", "a tab stands between the keys"}, part_keys},
     {{"方括号里用了制表符（Tab）", "a tab stands between the items"}, part_items}},
};
constexpr source::SyntaxError wide_blank_between{
    {"逗号或冒号后面是全角空格或不间断空格",
     "a full-width or no-break blank stands behind a comma or colon"},
    {"换成半角空格", "write a plain blank"}};
constexpr source::SyntaxError wide_brace{
    {"列表的短横线或花括号用了全角，或者少了空格",
     "a dash or a brace is full-width, or a dash lacks its blank"},
    {"每一项写成 - {键: 值, 键: 值}", "write an item as - {key: value, key: value}"}};
constexpr source::SyntaxError wide_bracket{
    {"列表的括号用了全角", "the brackets of this list are full-width"},
    {"列表写成 [甲, 乙]", "write a list as [a, b]"}};
constexpr source::SyntaxError square_map{
    {"键值表写在了方括号里", "a map stands in square brackets"},
    {"每一项写成 - {键: 值, 键: 值}", "write an item as - {key: value, key: value}"}};
constexpr source::SyntaxError comma_behind_last{
    {"最后一项后面多了逗号", "a comma too many stands behind the last item"},
    {"删去它", "delete it"}};
constexpr source::SyntaxError without_quotes{
    {"这个值不加引号读不出来", "this value cannot be read without quotes"},
    {"值里含有英文冒号加空格，或以 *、&、! 等符号开头时，整个值加引号",
     "quote a value that holds a colon and a blank, or begins with *, & or !"}};

class FlowReader {
 public:
  FlowReader(std::string_view text, const Vocabulary& keys) : text_(text), keys_(keys) {}

  std::optional<FlowSlips> read(std::string_view key) {
    if (!bracketed(key)) return std::nullopt;
    FlowSlips slips{at_};
    if (!mends_.empty()) {
      slips.found = Diagnosis{first_, what_, std::move(mends_)};
      auto& mends = slips.found->mends;
      mends.insert(mends.end(), digits_.begin(), digits_.end());
      std::sort(mends.begin(), mends.end(),
                [](const Mend& a, const Mend& b) { return a.begin < b.begin; });
    }
    return slips;
  }

 private:
  bool is_at(std::string_view sign) const { return text_.substr(at_).starts_with(sign); }
  bool is_end() const { return at_ >= text_.size(); }

  const Separator& separator_at(std::size_t at) const {
    return *std::ranges::find_if(
        separators, [&](const Separator& one) { return text_.substr(at).starts_with(one.sign); });
  }

  /// The sign at `at_` in either width: how many bytes it has, 0 where it is another.
  std::size_t size_of(std::string_view plain, std::string_view wide) const {
    return is_at(plain) ? plain.size() : is_at(wide) ? wide.size() : 0;
  }

  std::size_t blanks_at(std::size_t at) const {
    const std::size_t begin = at;
    while (at < text_.size()) {
      if (text_[at] == ' ') {
        ++at;
      } else if (text_.substr(at).starts_with(wide_blank)) {
        at += wide_blank.size();
      } else if (text_.substr(at).starts_with(no_break_blank)) {
        at += no_break_blank.size();
      } else {
        break;
      }
    }
    return at - begin;
  }

  void mend(std::size_t begin, std::size_t size, std::string with, std::size_t at,
            const source::SyntaxError& what) {
    if (text_.substr(begin, size) == with) return;
    if (mends_.empty()) {
      first_ = at;
      what_ = what;
    }
    mends_.push_back({begin, size, std::move(with)});
  }

  /// What stands around a map: braces, or the brackets that were typed for them.
  enum class Brackets { braces, round, square };

  /// A map or list behind `key`, or an item of one.
  bool bracketed(std::string_view key) {
    if (size_of("{", "｛") > 0 || (at_ == 0 && size_of("(", "（") > 0)) return map();
    if (at_ == 0 && key.empty() && is_map_in_square_brackets()) return map();
    return list(key);
  }

  /// [id: r2, date: …]: an item with the brackets of a list and the keys of a map.
  bool is_map_in_square_brackets() const {
    if (!is_at("[")) return false;
    const std::string_view name = name_at(1);
    return !name.empty() && keys_.with(name) != 0;
  }

  /// A name with a colon behind it at `at`; empty where there is none.
  std::string_view name_at(std::size_t at) const {
    at += blanks_at(at);
    const std::string_view rest = text_.substr(at, longest_name);
    const std::size_t colon = std::min(rest.find(':'), rest.find(wide_colon_sign));
    if (colon >= rest.size()) return {};
    const std::string_view name = rest.substr(0, colon);
    for (std::string_view sign : {"，", "、", "；", "｛", "｝", "［", "］", "　"}) {
      if (name.find(sign) != name.npos) return {};
    }
    return name.find_first_of(" \t,;{}[]\"'#") == name.npos ? name : std::string_view();
  }

  bool has_wide_colon(std::string_view name) const {
    const auto end = static_cast<std::size_t>(name.data() - text_.data()) + name.size();
    return text_.substr(end).starts_with(wide_colon_sign);
  }

  /// Whether the colon behind a name is one for YAML.
  bool is_sound(std::string_view name) const {
    const auto end = static_cast<std::size_t>(name.data() - text_.data()) + name.size();
    const std::string_view rest = text_.substr(end);
    return rest.starts_with(": ") || rest == ":";
  }

  /// What is known of the map around a value.
  struct Around {
    Kinds kinds;
    bool typed_wide;
    bool last_typed_wide;                 ///< the colon of the last of its keys
    std::vector<std::string_view> names;  ///< of its keys up to here

    bool has(std::string_view name) const {
      return std::find(names.begin(), names.end(), name) != names.end();
    }
  };

  /// Whether a name with a full-width colon stands in a text, of which YAML reads all.
  bool is_of_text(std::string_view name, const Around& around) const {
    return has_wide_colon(name) && !around.last_typed_wide && keys_.wants_text(around.names.back());
  }

  /// The size of the sign at `at_` that ends a value between braces: 0 where none does. Behind a
  /// sign of texts no key begins that the map has already.
  std::size_t separator(const Around& around) const {
    const Kinds kinds = around.kinds;
    if (is_at(",")) {
      const std::string_view name = name_at(at_ + 1);
      return !name.empty() && (is_sound(name) || (keys_.of(name) & kinds) != 0) ? 1 : 0;
    }
    for (const auto& [sign, of_keys, of_items] : separators) {
      if (!is_at(sign)) continue;
      const std::string_view name = name_at(at_ + sign.size());
      const bool known = !name.empty() && (keys_.of(name) & kinds) != 0 && !around.has(name);
      // A text may well say “，备注：…”.
      const bool sure = known && (around.typed_wide || name[0] > 0 || !has_wide_colon(name));
      return sure && !is_of_text(name, around) ? sign.size() : 0;
    }
    return 0;
  }

  bool map() {
    if (++depth_ > deepest_flow) return false;
    const Brackets brackets = size_of("{", "｛") > 0 ? Brackets::braces
                              : is_at("[")           ? Brackets::square
                                                     : Brackets::round;
    const std::size_t open = brackets == Brackets::braces   ? size_of("{", "｛")
                             : brackets == Brackets::square ? 1
                                                            : size_of("(", "（");
    if (open == 0) return false;
    mend(at_, open, "{", at_, brackets == Brackets::square ? square_map : wide_brace);
    at_ += open;
    Around around{~Kinds{0}, open > 1, open > 1, {}};
    for (;;) {
      skip_blanks();
      const std::string_view name = name_at(at_);
      if (name.empty() || (!is_sound(name) && keys_.of(name) == 0)) return false;
      const std::size_t key = at_;
      at_ += name.size();
      const bool wide = has_wide_colon(name);
      around.typed_wide = around.typed_wide || wide;
      around.last_typed_wide = wide || open > 1;
      const std::size_t sign = size_of_colons(text_.substr(at_));
      const std::size_t blanks = blanks_at(at_ + sign);
      const bool sound = sign == 1 && blanks > 0 &&
                         text_.substr(at_ + 1, blanks).find_first_not_of(' ') == text_.npos;
      if (!sound) {
        mend(at_, sign + blanks, ": ", key,
             wide         ? wide_colon
             : sign > 1   ? two_colons
             : blanks > 0 ? wide_blank_between
                          : no_blank);
      }
      at_ += sign + blanks;
      const Kinds own = keys_.of(name);
      if ((own & around.kinds) != 0) around.kinds &= own;
      around.names.push_back(name);
      if (!value(around, brackets)) return false;
      skip_blanks();
      if (const std::size_t close = end_of_map(brackets); close > 0) {
        mend(at_, close, "}", at_, wide_brace);
        at_ += close;
        --depth_;
        return true;
      }
      const std::size_t comma = separator(around);
      if (comma == 0) return false;
      if (!is_at(",")) {
        mend(at_, comma, blanks_at(at_ + comma) > 0 ? "," : ", ", at_, separator_at(at_).of_keys);
      }
      at_ += comma;
    }
  }

  /// Maps that were opened with another bracket may be closed with its partner.
  std::size_t end_of_map(Brackets brackets) const {
    const std::size_t close = size_of("}", "｝");
    if (close > 0 || brackets == Brackets::braces) return close;
    const std::size_t other = brackets == Brackets::round ? size_of(")", "）") : size_of("]", "］");
    const std::size_t end = end_of_value(text_.substr(std::min(at_ + other, text_.size())));
    return end == 0 ? other : 0;
  }

  void skip_blanks() {
    const std::size_t size = blanks_at(at_);
    const bool plain = text_.substr(at_, size).find_first_not_of(' ') == text_.npos;
    if (!plain) mend(at_, size, " ", at_, wide_blank_between);
    at_ += size;
  }

  bool value(const Around& around, Brackets brackets) {
    if (is_end()) return false;
    const bool names_list = is_at("[") || is_at("［") ||
                            ((is_at("【") || is_at("（")) && keys_.wants_list(around.names.back()));
    if (size_of("{", "｛") > 0 || names_list) {
      return bracketed(around.names.back());
    }
    if (text_[at_] == '"' || text_[at_] == '\'') return quoted();
    const std::size_t begin = at_;
    for (; !is_end(); at_ += base::character_size(text_, at_)) {
      if (end_of_map(brackets) > 0 || separator(around) > 0) break;
      if (std::string_view(",[]{").find(text_[at_]) != std::string_view::npos) return false;
      if (!is_text(begin, around)) return false;
    }
    return plain(begin);
  }

  /// Whether what stands at `at_` may stand in a text that began at `begin`: no remark, and no key
  /// that has lost the comma before it.
  bool is_text(std::size_t begin, const Around& around) const {
    if (text_[at_] == '#') return at_ > begin && text_[at_ - 1] != ' ';
    if (!is_at(":") && !is_at(wide_colon_sign)) return true;
    if (is_at(wide_colon_sign) && !around.last_typed_wide &&
        keys_.wants_text(around.names.back())) {
      return true;
    }
    const std::string_view before = text_.substr(begin, at_ - begin);
    std::size_t word = before.find_last_of(" ,;") + 1;
    for (std::string_view sign : {"，", "、", "；", "　"}) {
      if (const std::size_t at = before.rfind(sign); at != before.npos) {
        word = std::max(word, at + sign.size());
      }
    }
    return around.has(before.substr(word)) || (keys_.with(before.substr(word)) & around.kinds) == 0;
  }

  bool quoted() {
    const char quote = text_[at_];
    while (++at_ < text_.size() && text_[at_] != quote) {
      if (quote == '"' && text_[at_] == '\\') ++at_;
    }
    if (is_end()) return false;
    ++at_;
    return true;
  }

  /// The text from `begin` up to here, of which something is there.
  bool plain(std::size_t begin) {
    std::size_t end = at_;
    while (end > begin && text_[end - 1] == ' ') --end;
    while (text_.substr(begin, end - begin).ends_with(wide_blank)) end -= wide_blank.size();
    const std::string_view text = text_.substr(begin, end - begin);
    if (text.empty()) return false;
    const bool wants_quotes =
        begins_with_sign(text) || text.find(": ") != text.npos || text.ends_with(':');
    if (wants_quotes) {
      if (text.find_first_of("\"\\") != text.npos) return false;
      mend(begin, 0, "\"", begin, without_quotes);
      mend(end, 0, "\"", begin, without_quotes);
      return true;
    }
    if (std::string_view("*&!|>%@`#-?").find(text[0]) != std::string_view::npos &&
        base::plain_form(text).find_first_not_of("-0123456789.") != std::string::npos) {
      return false;
    }
    const std::string number = base::plain_form(text);
    if (number != text && number.find_first_not_of("-0123456789.") == number.npos) {
      digits_.push_back({begin, text.size(), number});
    }
    return true;
  }

  bool list(std::string_view key) {
    const bool of_names = keys_.wants_names(key);
    if (++depth_ > deepest_flow) return false;
    const std::size_t ascii = size_of("[", "［");
    const std::size_t open = ascii > 0 ? ascii : std::max(size_of("【", "【"), size_of("（", "（"));
    if (open == 0) return false;
    is_round_list_ = is_at("（");
    mend(at_, open, "[", at_, wide_bracket);
    // A source and a tag may have a comma of their own.
    const bool is_wide = open > 1 && (of_names || !keys_.wants_list(key));
    at_ += open;
    for (;;) {
      skip_blanks();
      if (is_end()) return false;
      const std::size_t begin = at_;
      if (size_of("{", "｛") > 0 || is_at("[") || is_at("［")) {
        if (!bracketed({})) return false;
      } else if (text_[at_] == '"' || text_[at_] == '\'') {
        if (!quoted()) return false;
      } else {
        while (!is_end() && comma_of_list(is_wide) == 0 && end_of_list() == 0 &&
               !(of_names && parts_names(begin)) && !parts_files(begin)) {
          if (std::string_view("[{}").find(text_[at_]) != std::string_view::npos) return false;
          if (text_[at_] == '#' && text_[at_ - 1] == ' ') return false;
          at_ += base::character_size(text_, at_);
        }
        if (!take_comma_at_end(begin) && !numbers(begin) && !plain(begin)) return false;
      }
      skip_blanks();
      if (is_end()) return false;
      if (const std::size_t close = end_of_list(); close > 0) {
        mend(at_, close, "]", at_, wide_bracket);
        at_ += close;
        --depth_;
        return true;
      }
      const std::size_t comma = comma_of_list(is_wide || of_names || parts_files(begin));
      if (comma == 0) return false;
      mend_comma(at_, comma);
      at_ += comma;
    }
  }

  /// Mend a full-width comma behind the last item, which began at `begin`; false where there is
  /// none. No name and no title ends in one.
  bool take_comma_at_end(std::size_t begin) {
    if (end_of_list() == 0) return false;
    std::size_t end = text_.find_last_not_of(' ', at_ - 1) + 1;
    for (const std::string_view sign : {"，", "、"}) {
      const std::string_view item = text_.substr(begin, end - begin);
      if (!item.ends_with(sign) || item.size() == sign.size()) continue;
      const std::size_t comma = end - sign.size();
      mend(comma, at_ - comma, "", comma, comma_behind_last);
      const std::size_t close = std::exchange(at_, comma);
      const bool is_item = numbers(begin) || plain(begin);
      at_ = close;
      return is_item;
    }
    return false;
  }

  void mend_comma(std::size_t at, std::size_t size) {
    if (text_[at] == ',') return;
    mend(at, size, blanks_at(at + size) > 0 ? "," : ", ", at, separator_at(at).of_items);
  }

  /// Several numbers or days from `begin` up to here, which full-width commas part; false where
  /// there is another thing.
  bool numbers(std::size_t begin) {
    std::vector<std::size_t> commas;
    for (std::size_t at = begin; at < at_; at += base::character_size(text_, at)) {
      if (std::string_view("0123456789-. ").find(text_[at]) != std::string_view::npos) continue;
      const std::string_view rest = text_.substr(at);
      if (!rest.starts_with("，") && !rest.starts_with("、")) return false;
      commas.push_back(at);
    }
    constexpr std::size_t size = 3;
    // 2024、10、2 is one day.
    const auto is_year = [&](std::string_view part) {
      return part.size() == 4 && (part.starts_with("19") || part.starts_with("20"));
    };
    if (commas.size() == 2 && is_year(text_.substr(begin, commas[0] - begin))) return false;
    for (const std::size_t at : commas) mend_comma(at, size);
    return !commas.empty();
  }

  /// Whether the full-width comma at `at_` parts two names of files, of which the first began at
  /// `begin`: 附件一.pdf，附件二.pdf.
  bool parts_files(std::size_t begin) const {
    if (!is_at("，") && !is_at("、")) return false;
    const std::string_view before = text_.substr(begin, at_ - begin);
    std::string_view after = text_.substr(at_ + std::string_view("，").size());
    after = after.substr(0, std::min({after.find(','), after.find(']'), after.find("，"),
                                      after.find("、"), after.size()}));
    const auto is_file = [](std::string_view name) {
      constexpr std::size_t shortest = 2;
      constexpr std::size_t longest = 4;
      const std::size_t dot = name.rfind('.');
      if (dot == name.npos || dot == 0) return false;
      const std::string_view ending = name.substr(dot + 1);
      return ending.size() >= shortest && ending.size() <= longest && ending[0] > '9' &&
             std::ranges::all_of(ending, [](char c) { return c > ' '; });
    };
    return is_file(before) && is_file(after);
  }

  /// Whether the full-width comma at `at_` parts two names, of which the first began at `begin`:
  /// both are short and have no quotes or marks of a title, and where one is a file both are.
  bool parts_names(std::size_t begin) const {
    constexpr std::string_view comma = "，";
    constexpr std::size_t longest = 45;
    if (!is_at(comma)) return false;
    const std::string_view before = text_.substr(begin, at_ - begin);
    std::string_view after = text_.substr(at_ + comma.size());
    after = after.substr(0, std::min({after.find(','), after.find(']'), after.find(comma)}));
    const auto is_name = [&](std::string_view name) {
      constexpr std::string_view signs[] = {"《", "》", "“", "”", "。", "；", "：", "、"};
      return name.find_first_not_of(' ') != name.npos && name.size() <= longest &&
             std::ranges::none_of(signs, [&](auto sign) { return name.find(sign) != name.npos; });
    };
    return is_name(before) && is_name(after) &&
           (before.find('.') == before.npos) == (after.find('.') == after.npos);
  }

  /// The comma at `at_`, between wide brackets a wide one too: 0 where there is none.
  std::size_t comma_of_list(bool is_wide) const {
    if (is_at(",")) return 1;
    for (const auto& [sign, of_keys, of_items] : separators) {
      if (is_wide && is_at(sign)) return sign.size();
    }
    return 0;
  }
  std::size_t end_of_list() const {
    const std::size_t close = size_of("]", "］");
    if (close > 0) return close;
    return is_round_list_ ? size_of("）", "）") : size_of("】", "】");
  }

  std::string_view text_;
  const Vocabulary& keys_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool is_round_list_ = false;
  std::size_t first_ = 0;
  source::SyntaxError what_{};
  std::vector<Mend> mends_;
  std::vector<Mend> digits_;  ///< of full-width digits, which are no mistake of the brackets
};

}  // namespace

std::optional<FlowSlips> flow_slips(std::string_view text, const Vocabulary& keys,
                                    std::string_view key) {
  return FlowReader(text.substr(0, longest_flow), keys).read(key);
}

bool begins_with_sign(std::string_view value) {
  constexpr std::string_view signs = "*&!>|";
  return value.size() > 1 && signs.find(value[0]) != signs.npos && value[1] < 0;
}

bool is_sign_of_block(std::string_view value) {
  if (!value.starts_with('|') && !value.starts_with('>')) return false;
  const std::size_t end = std::min(value.find_first_not_of("+-0123456789", 1), value.size());
  return end_of_value(value.substr(end)) == 0 ||
         value.substr(end).find_first_not_of(" \t") == value.npos;
}

std::size_t end_of_value(std::string_view text) {
  std::size_t end = std::min(text.find(" #"), text.size());
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  return end;
}

}  // namespace taizhang::yaml
