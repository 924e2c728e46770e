// SPDX-License-Identifier: MIT
#include "yaml/clean_text.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "yaml/lines.h"

namespace taizhang::yaml {

using base::Bilingual;

namespace {

constexpr int most_bad_lines = 2;

/// What is no text at all: another kind of file, or what a disk left of one.
constexpr Bilingual no_text{"不是文本的内容", "content that is no text"};
constexpr Bilingual of_office{
    "这是压缩包或者 Excel、Word 一类的文件，在里面另存为文本（UTF-8）；"
    "成表的数用 taizhang import 导入",
    "this is an archive or a file of Excel, Word and the like: save its "
    "content as text (UTF-8), or read a table with taizhang import"};
constexpr Bilingual only_zeros{"从这里起全是空字节，多半是写盘时断了电：用 git 或备份找回内容",
                               "from here on there are zeros alone, most likely from a write that "
                               "was cut off: get the content back from git or a backup"};
constexpr Bilingual save_as_text{"打开看看是什么文件；是任务的，在编辑器里另存为 UTF-8 文本",
                                 "look what it is; where it is a task save it as UTF-8 text in an "
                                 "editor"};

/// What keeps a file from being read as a text.
struct NoText {
  std::size_t at;
  Bilingual help;
};

/// Nothing where the file is a text, or nearly: a program may let a zero slip.
std::optional<NoText> no_text_in(std::string_view file) {
  constexpr std::size_t most_zeros = 2;
  constexpr std::size_t share = 10;  // of another encoding at least every tenth byte is a zero
  if (file.starts_with("PK\x03\x04")) return NoText{0, of_office};
  const auto zeros = static_cast<std::size_t>(std::ranges::count(file, '\0'));
  if (zeros <= most_zeros) return std::nullopt;
  const std::size_t first = file.find('\0');
  if (first + zeros == file.size()) return NoText{first, only_zeros};
  return zeros * share > file.size() ? std::optional(NoText{0, save_as_text}) : std::nullopt;
}

constexpr Bilingual not_utf8{"不是 UTF-8 编码的字节", "bytes that are not UTF-8"};
constexpr Bilingual control{"控制字符", "a control character"};
constexpr Bilingual invisible{"看不见的字符", "an invisible character"};
/// How many bytes the signs of a merge conflict have.
constexpr std::size_t sign_of_conflict = 7;
constexpr Bilingual conflict_help{
    "留下对的内容，删去 <<<<<<<、|||||||、=======、>>>>>>> 这些标记",
    "keep what is right and delete the marks <<<<<<<, |||||||, ======= and >>>>>>>"};

/// Line ends of old Macintoshes: YAML reads the lines, people's editors and git see one.
constexpr Bilingual returns{"换行用的是单独的回车符（CR）", "lines that end with a bare CR"};
constexpr Bilingual returns_help{"在编辑器里把换行符改成 LF，再存一次",
                                 "set the line ends to LF in the editor and save again"};

constexpr Bilingual order_mark{"字节序标记（BOM）", "a byte order mark"};

/// What a character is for a parser: text, nothing at all, or a blank.
enum class Role { text, nothing, blank };

Role role_of(char32_t point, bool in_indent, bool in_block) {
  if (in_block && (point == 0xA0 || point == 0x3000)) return Role::text;
  if (point == 0xA0 || point == 0x85 || point == 0x2028 || point == 0x2029) return Role::blank;
  // A full-width blank is at home in a text, but no indent.
  if (point == 0x3000 && in_indent) return Role::blank;
  if ((point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
      (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF || point == 0xAD) {
    return Role::nothing;
  }
  return Role::text;
}

constexpr Bilingual wide_indent{"全角空格写的缩进", "an indent of full-width blanks"};
constexpr Bilingual no_break_indent{"不间断空格写的缩进", "an indent of no-break blanks"};
constexpr Bilingual wide_indent_help{"缩进只用半角空格，每层两个，同一层左对齐",
                                     "indent with plain blanks, two a level, and line up"};

/// Whether each full-width blank of the file's indents stands for one blank, as the first item
/// shows on which another line goes on; nothing where none does.
std::optional<bool> is_one_for_one(std::string_view text) {
  std::size_t item = 0;  // how many blanks stand before the dash of the line above
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::size_t blanks = 0;
    while (text.substr(at).starts_with(wide_blank)) {
      at += wide_blank.size();
      ++blanks;
    }
    const bool is_item = text.substr(at).starts_with("- ");
    if (item > 0 && !is_item && (blanks == item + 1 || blanks == item + 2)) {
      return blanks == item + 2;
    }
    item = is_item ? blanks : 0;
    at = end + 1;
  }
  return std::nullopt;
}

/// The blanks that stand for `indent`, which has full-width or no-break ones, in front of
/// `content`: as many as it is wide; or one for each, where the file or the lines around it show
/// that this was meant.
std::string plain_indent(std::string_view indent, std::string_view content, std::string_view before,
                         std::string_view after, std::optional<bool> one_for_one) {
  const auto width = [](std::string_view line, std::string_view of) {
    return std::min(line.find_first_not_of(of), line.size());
  };
  const auto wide = static_cast<std::size_t>(std::count(indent.begin(), indent.end(), '\xE3'));
  const auto no_break = static_cast<std::size_t>(std::count(indent.begin(), indent.end(), '\xC2'));
  const std::size_t each = indent.size() - 2 * wide - no_break;
  const bool seems_one =
      content.starts_with("- ")
          ? each + 2 == width(after, " ") || each == width(before, " ") ||
                (each == width(after, " ") && after.substr(each).starts_with("- "))
          : each == width(before, " -");
  return std::string(one_for_one.value_or(seems_one) ? each : each + wide, ' ');
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
}

/// Whether a joiner at `at` holds two pictures together: a family, a flag.
bool joins_pictures(std::string_view text, std::size_t at, std::size_t size) {
  const auto is_picture = [](char32_t point) {
    return point >= 0x1F000 || (point >= 0x2600 && point <= 0x27BF) || point == 0xFE0F;
  };
  std::size_t before = at;
  while (before > 0 && (static_cast<unsigned char>(text[--before]) & 0xC0) == 0x80) continue;
  return before < at && at + size < text.size() &&
         is_picture(base::character(text, before).point) &&
         is_picture(base::character(text, at + size).point);
}

/// Follows the blocks (`|`, `>`) of a text from line to line.
class Blocks {
 public:
  /// Take the line; the result is where its text begins if it is one of a block, else 0.
  std::size_t enter(std::string_view line) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    const bool empty = indent == line.size() || line[indent] == '\r';
    if (open_ && (empty || indent > parent_)) return indent;
    open_ = false;
    std::size_t key = indent;
    std::size_t dash = indent;
    while (line.substr(key).starts_with("- ")) {
      dash = key;
      key += 2;
    }
    std::string_view head = line.substr(0, line.find(" #"));
    head = head.substr(0, head.find_last_not_of(" \r") + 1);
    head = head.substr(0, head.find_last_not_of("+-0123456789") + 1);
    if (!head.ends_with('|') && !head.ends_with('>')) return 0;
    head.remove_suffix(1);
    const bool of_key = head.ends_with(": ");
    if (!of_key && !(head.ends_with("- ") && head.size() == key)) return 0;
    open_ = true;
    parent_ = of_key ? key : dash;
    return 0;
  }

 private:
  bool open_ = false;
  std::size_t parent_ = 0;  ///< how far the block's key or dash is indented
};

/// The lines of a merge conflict: where each stands, and whether its text stays.
class Conflicts {
 public:
  explicit Conflicts(std::string_view text) : text_(text), last_end_(text.rfind("\n>>>>>>>")) {}

  enum class Line { text, dropped, begins, left_over };

  /// What the line is that begins at `at`.
  Line enter(std::size_t at) {
    const std::string_view line =
        text_.substr(at, std::min(text_.find('\n', at), text_.size()) - at);
    const std::string_view sign = line.substr(0, sign_of_conflict);
    const std::string_view rest = line.substr(sign.size());
    const bool ends_word = rest.empty() || rest[0] == ' ' || rest[0] == '\r';
    const bool bare = rest.find_first_not_of(" \r") == rest.npos;
    const bool ours = sign == "<<<<<<<" && ends_word;
    const bool base = sign == "|||||||" && ends_word;
    const bool parts = sign == "=======" && bare;
    const bool ends = sign == ">>>>>>>" && ends_word;
    if (ours && side_ == Side::none) {
      side_ = Side::ours;
      return Line::begins;
    }
    if (side_ == Side::none) return base || parts || ends ? Line::left_over : Line::text;
    // A side that nothing ends would hide all that follows.
    const bool has_end = last_end_ != text_.npos && last_end_ >= at;
    if (base && side_ == Side::ours && has_end) side_ = Side::base;
    if (parts && side_ != Side::theirs && has_end) side_ = Side::theirs;
    if (ends) side_ = Side::none;
    return base || parts || ends || side_ != Side::ours ? Line::dropped : Line::text;
  }

 private:
  /// On our side, which stays, on what both come from or on theirs, which go.
  enum class Side { none, ours, base, theirs };
  std::string_view text_;
  std::size_t last_end_;  ///< before the last mark that ends a conflict
  Side side_ = Side::none;
};

}  // namespace

CleanText::CleanText(std::string_view original, bool is_clean, std::span<const Mend> mends,
                     std::uint32_t file, Memory& memory, std::vector<source::Fault>& faults)
    : text_(is_clean && mends.empty() ? original
                                      : memory.keep(cleaned(original, mends, file, faults))) {}

std::string CleanText::cleaned(std::string_view original, std::span<const Mend> mends,
                               std::uint32_t file, std::vector<source::Fault>& faults) {
  std::string text;
  if (const auto found = no_text_in(original)) {
    const auto at = static_cast<std::uint32_t>(found->at);
    faults.push_back({{file, at, at + 1}, source::BadBytes{no_text}});
    faults.back().help = {found->help, {}};
    is_whole_ = false;
    return text;
  }
  const std::size_t first_fault = faults.size();
  std::size_t next_bad = base::first_invalid_utf8(original).value_or(original.size());
  bool noted_in_line = false;
  int bad_lines = 0;
  const auto note = [&](std::size_t at, std::size_t size, auto what,
                        std::optional<std::string> instead = {}) {
    if (noted_in_line) return;
    noted_in_line = true;
    const auto begin = static_cast<std::uint32_t>(at);
    const source::Span span{file, begin, begin + static_cast<std::uint32_t>(size)};
    faults.push_back({span, what});
    if (instead) faults.back().fix = {{span, *std::move(instead)}};
  };
  const auto cut = [&](std::size_t next) { cuts_.push_back({text.size(), next - text.size()}); };

  Conflicts conflicts(original);
  Blocks blocks;
  std::size_t block_text = 0;  // where the text of a line of a block begins
  bool in_indent = true;
  bool has_return = false;
  bool indents_looked_at = false;
  std::optional<bool> one_for_one;  // blank for each full-width one of an indent
  for (std::size_t at = 0; at < original.size();) {
    const std::string_view rest = original.substr(at);
    const bool is_return = original[at] == '\r' && !rest.starts_with("\r\n");
    const bool after_return = at > 0 && original[at - 1] == '\r' && original[at] != '\n';
    if (at == 0 || original[at - 1] == '\n' || after_return) {
      noted_in_line = false;
      in_indent = true;
      const Conflicts::Line line = conflicts.enter(at);
      const bool left_over = line == Conflicts::Line::left_over;
      if (line == Conflicts::Line::begins || (left_over && !has_conflict_)) {
        note(at, sign_of_conflict,
             left_over
                 ? source::SyntaxError{{"git 合并冲突的标记没有删干净",
                                        "a mark of a merge conflict is left over"},
                                       conflict_help}
                 : source::SyntaxError{{"git 合并冲突没有解决", "an unresolved merge conflict"},
                                       conflict_help});
      }
      if (line != Conflicts::Line::text) {
        is_whole_ = false;
        has_conflict_ = true;
        at = std::min(original.find('\n', at), original.size() - 1) + 1;
        cut(at);
        // Looking again for each such line would cost the square of them.
        if (next_bad < at) {
          next_bad = base::first_invalid_utf8(original, at).value_or(original.size());
        }
        continue;
      }
      const std::size_t begins = blocks.enter(rest.substr(0, rest.find('\n')));
      block_text = begins == 0 ? original.size() : at + begins;
    }
    while (!mends.empty() && mends.front().begin < at) mends = mends.subspan(1);
    if (!mends.empty() && mends.front().begin == at) {
      // The text of a file may become longer here: what is missing is less than nothing then.
      text += mends.front().text;
      at += mends.front().size;
      mends = mends.subspan(1);
      cut(at);
      in_indent = false;
      continue;
    }
    if (is_return) {
      if (!has_return) note(at, 1, source::SyntaxError{returns, returns_help});
      has_return = true;
      text += '\n';
      ++at;
      continue;
    }
    if (at == next_bad) {
      if (!noted_in_line) ++bad_lines;
      // A run of them is one place.
      const bool goes_on = faults.size() > first_fault && faults.back().at.end == at;
      if (goes_on) ++faults.back().at.end;
      note(at, 1, source::BadBytes{not_utf8});
      text += 'x';
      bad_bytes_.push_back(at);
      next_bad = base::first_invalid_utf8(original, ++at).value_or(original.size());
      continue;
    }
    if (is_control(original[at])) {
      if (!noted_in_line) ++bad_lines;
      note(at, 1, source::BadBytes{control});
      cut(++at);
      continue;
    }
    const auto [point, size, valid] = base::character(original, at);
    std::size_t length = size;
    const bool in_block = at >= block_text;
    Role role = size == 1 ? Role::text : role_of(point, in_indent, in_block);
    // A line end of Word between 汉字 is no blank there.
    const bool is_line_end = point == 0x85 || point == 0x2028 || point == 0x2029;
    if (role == Role::blank && is_line_end && at + size < original.size() &&
        base::stand_close(base::last_character(text), base::character(original, at + size).point)) {
      role = Role::nothing;
    }
    // Where it is the first, all of the indent is told at once.
    const bool wide = role == Role::blank && (point == 0x3000 || point == 0xA0) && !noted_in_line;
    const std::size_t line = wide ? original.rfind('\n', at) + 1 : 0;
    if (wide && original.find_first_not_of(' ', line) == at) {
      std::size_t end = at;
      for (std::size_t blank = size; end < original.size() && blank > 0; end += blank) {
        const std::string_view next = original.substr(end);
        blank = next.starts_with(' ')              ? 1
                : next.starts_with(wide_blank)     ? wide_blank.size()
                : next.starts_with(no_break_blank) ? no_break_blank.size()
                                                   : 0;
      }
      const bool has_wide = original.substr(line, end - line).find(wide_blank) != original.npos;
      const std::size_t last = text.rfind('\n') + 1;
      const std::size_t before = last < 2 ? 0 : text.rfind('\n', last - 2) + 1;
      const std::string_view content = rest.substr(end - at);
      const std::string_view after = content.substr(std::min(content.find('\n'), content.size()));
      if (!indents_looked_at) one_for_one = is_one_for_one(original);
      indents_looked_at = true;
      const std::string blanks = plain_indent(original.substr(line, end - line), content,
                                              std::string_view(text).substr(before, last - before),
                                              after.substr(!after.empty()), one_for_one);
      note(at, end - at, source::InvisibleCharacter{has_wide ? wide_indent : no_break_indent},
           blanks.substr(at - line));
      faults.back().help = {wide_indent_help, {}};
      text.append(blanks, at - line);
      cut(end);
      at = end;
      continue;
    }
    if (point == 0x200D && joins_pictures(original, at, size)) role = Role::text;
    if (role == Role::text) {
      if (original[at] != ' ') in_indent = false;
      text.append(original, at, size);
    } else {
      // What turns a text round may have been put there to deceive: a person looks at it.
      const bool turns =
          (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
      constexpr std::string_view sign = "\xEF\xBB\xBF";
      const bool mark = at == 0 && rest.starts_with(sign);
      // Programs that put one in front of another are told of both at once.
      while (mark && rest.substr(length).starts_with(sign)) length += sign.size();
      // What stands in a block is the writer's own, to the letter.
      const bool is_first = !noted_in_line;
      note(at, length, source::InvisibleCharacter{mark ? order_mark : invisible},
           in_block || turns ? std::nullopt
                             : std::optional<std::string>(role == Role::blank ? " " : ""));
      if (is_first && is_line_end && role == Role::nothing) {
        faults.back().help = {
            {"这是 Word 的换行符，删去它", "this is a line end of Word: delete it"}, {}};
      } else if (is_first && role == Role::blank && !in_block) {
        faults.back().help = {{"改成半角空格", "write a plain blank"}, {}};
      }
      if (is_first && in_indent && role == Role::blank) faults.back().help = {wide_indent_help, {}};
      if (role == Role::blank) text += ' ';
      cut(at + length);
    }
    at += length;
  }
  if (bad_lines > most_bad_lines) {
    faults.resize(first_fault + 1, faults[first_fault]);
    text.clear();
    cuts_.clear();
    is_whole_ = false;
  }
  return text;
}

bool CleanText::has_bad_bytes(source::Span at) const {
  const auto first = std::lower_bound(bad_bytes_.begin(), bad_bytes_.end(), at.begin);
  return first != bad_bytes_.end() && *first < at.end;
}

std::uint32_t CleanText::original(std::size_t offset) const {
  const auto after = std::upper_bound(cuts_.begin(), cuts_.end(), offset,
                                      [](std::size_t o, const Cut& cut) { return o < cut.at; });
  const std::size_t removed = after == cuts_.begin() ? 0 : std::prev(after)->removed;
  // What was put in stands in the file where it was put, all of it.
  const std::size_t in_file = offset + removed;
  return static_cast<std::uint32_t>(
      after == cuts_.end() ? in_file : std::min(in_file, after->at + after->removed));
}

}  // namespace taizhang::yaml
