// SPDX-License-Identifier: MIT
//
// One broken line must not hide the faults of the lines after it. A ledger file is a map whose
// keys stand at the left margin, so a syntax error spoils one entry of that map; the text is then
// parsed again from the next line that begins with `key:`. Each such piece is an ordinary YAML map
// and its pairs are added to those before. The cost is that of one more parse per error, with at
// most `most_errors` of them and `most_read_again` bytes.
#include "yaml/parse.h"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <tuple>

#include "base/text.h"
#include "yaml/diagnose.h"
#include "yaml/layout.h"
#include "yaml/line_slips.h"
#include "yaml/lines.h"
#include "yaml/plain.h"
#include "yaml/survey.h"
#include "yaml/torn_lines.h"
#include "yaml/tree_builder.h"

namespace taizhang::yaml {

using source::Fault;

namespace {

constexpr int most_errors = 100;

constexpr source::OverLimit too_many_values{{"一个文件里的值", "the values of one file"},
                                            static_cast<long long>(most_values)};

/// How many bytes may be read again after errors, of which each may have made the parser look as
/// far as the end.
constexpr std::size_t most_read_again = 1024 * 1024;

/// The first bracket of more than a file may have values; the text's end where there are not as
/// many. The parser keeps all that follows an open bracket in memory before it says a word.
std::size_t bracket_too_many(std::string_view text) {
  std::size_t brackets = 0;
  for (std::size_t at = 0; text.size() > most_values && at < text.size(); ++at) {
    if ((text[at] == '[' || text[at] == '{') && ++brackets > most_values) return at;
  }
  return text.size();
}

/// The start of the first line after the one at `from` that begins a key; the text's end if none.
std::size_t next_key(std::string_view text, std::size_t from) {
  for (;;) {
    const std::size_t newline = text.find('\n', from);
    if (newline == std::string_view::npos) return text.size();
    from = newline + 1;
    if (begins_key(text.substr(from, text.find('\n', from) - from))) return from;
  }
}

struct Piece {
  explicit Piece(std::uint32_t file) : root(source::start_of(file)) {}

  Node root;
  std::optional<std::size_t> next;  ///< after an error
  bool has_lost_key = false;        ///< one of which nobody knows what it stands for
  std::size_t read = 0;             ///< how many bytes the parser looked at before it
};

/// Parses one piece of a text, from `from` to its end or to the first error.
class PieceParser {
 public:
  PieceParser(const CleanText& clean, std::size_t from, std::uint32_t file, std::size_t& room,
              const Vocabulary& keys, Memory& memory, std::vector<Fault>& faults,
              std::vector<source::Span>& texts)
      : text_(clean.text().substr(from)),
        from_(from),
        keys_(keys),
        faults_(faults),
        builder_(clean, from, file, room, memory, faults, texts),
        piece_(file) {}

  Piece run() {
    std::istringstream stream{std::string(text_)};
    try {
      YAML::Parser parser(stream);
      while (parser.HandleNextDocument(builder_)) {
      }
      piece_.root = builder_.take_root();
    } catch (const TooDeep& e) {
      fail_depth(e.at);
    } catch (const TooMany& e) {
      fail_size(e.at);
    } catch (const Spoilt& e) {
      fail_syntax(e.at, "");
    } catch (const YAML::DeepRecursion& e) {
      fail_depth(static_cast<std::size_t>(std::max(e.mark.pos, 0)));
    } catch (const YAML::Exception& e) {
      const auto at = static_cast<std::size_t>(std::max(e.mark.pos, 0));
      if (e.msg.starts_with("the referenced anchor")) {
        builder_.note_feature(at, {"别名引用（*）", "an alias (*)"});
        go_on_after(at, false);
      } else {
        fail_syntax(at, e.msg);
      }
    }
    stream.clear();
    piece_.has_lost_key = builder_.has_lost_key();
    piece_.read = static_cast<std::size_t>(std::max<std::streamoff>(stream.tellg(), 0));
    return std::move(piece_);
  }

 private:
  /// Keep what was read before the error at `at` and go on behind the entry that it spoils.
  void go_on_after(std::size_t at, bool nothing_sure) {
    piece_.next = from_ + next_key(text_, builder_.unfinished_key().value_or(at));
    piece_.root = builder_.take_root_after_error(at, nothing_sure);
  }

  void fail_depth(std::size_t at) {
    faults_.push_back(
        {builder_.span(at, 1), source::OverLimit{{"嵌套层数", "the nesting"}, deepest_nesting}});
    go_on_after(at, true);
  }

  /// Nothing more is read.
  void fail_size(std::size_t at) {
    faults_.push_back({builder_.span(at, 1), too_many_values});
    piece_.root = builder_.take_root_after_error(at, true);
    piece_.next = from_ + text_.size();
  }

  void fail_syntax(std::size_t at, std::string_view parser_says) {
    at = std::min(at, text_.size());
    // An error at the very end is shown on the last line that holds something.
    while (at > 0 && (at == text_.size() || text_[at] == '\n') &&
           (text_[at - 1] == '\n' || text_[at - 1] == ' ')) {
      --at;
    }
    const Line line = line_at(text_, at);
    // Without an open entry the mistake is on this line or, a missing colon, on the one before.
    const auto open = builder_.unfinished_key();
    const std::size_t entry =
        open ? line_at(text_, *open).start : line_before(text_, line).value_or(line).start;
    const std::size_t end = next_key(text_, open ? *open : at);
    const Diagnosis found = diagnose(text_, entry, end, at, parser_says, keys_);
    go_on_after(at, false);
    // A mistake further up leaves the key of this line to be read.
    if (found.at < line.start && begins_key(line.text)) piece_.next = from_ + line.start;
    if (!line_is_known(found.at) && !is_told_of_file(found)) {
      faults_.push_back({builder_.span_of_character(found.at), found.what});
      faults_.back().help = found.help;
      for (const Mend& mend : found.mends) {
        faults_.back().fix.push_back({builder_.span(mend.begin, mend.size), mend.text});
      }
    }
  }

  /// Whether the line has been pointed at for its bytes or its form.
  bool line_is_known(std::size_t at) const {
    const Line line = line_at(text_, at);
    const source::Span whole = builder_.span(line.start, line.text.size() + 1);
    return std::any_of(faults_.begin(), faults_.end(), [&](const Fault& fault) {
      const bool is_first = fault.is<source::BadBytes>() ||
                            fault.is<source::InvisibleCharacter>() ||
                            fault.is<source::SyntaxError>();
      return is_first && fault.at.begin >= whole.begin && fault.at.begin < whole.end;
    });
  }

  /// Whether that has been said of another line, and holds for the whole file.
  bool is_told_of_file(const Diagnosis& found) const {
    return found.what.wrong.en == tab_in_indent.wrong.en &&
           std::any_of(faults_.begin(), faults_.end(), [](const Fault& fault) {
             const auto* what = std::get_if<source::SyntaxError>(&fault.what);
             return what && what->wrong.en == tab_in_indent.wrong.en;
           });
  }

  std::string_view text_;
  std::size_t from_;
  const Vocabulary& keys_;
  std::vector<Fault>& faults_;
  TreeBuilder builder_;
  Piece piece_;
};

/// The key with its colon of a line at the left margin; empty where it has none.
std::string_view key_at_margin_of(std::string_view line) {
  if (line.empty() || std::string_view(" #-\t").find(line[0]) != line.npos) return {};
  const std::size_t colon = std::min(line.find(": "), line.size() - line.ends_with(':'));
  return colon == line.size() ? std::string_view() : line.substr(0, colon + 1);
}

/// Where the last keys of a file, whose lines are `heads`, begin once more and end it as they did
/// before; nothing where that is not so, or where it is one key alone.
std::optional<std::size_t> second_tail(const std::vector<Line>& heads) {
  constexpr std::size_t most = 100;  // keys at the margin that the file of a person has
  if (heads.empty() || heads.size() > most) return std::nullopt;
  const auto is_same = [](const Line& one, const Line& other) {
    return key_at_margin_of(one.text) == key_at_margin_of(other.text);
  };
  for (std::size_t size = heads.size() / 2; size > 1; --size) {
    const auto again = heads.end() - static_cast<std::ptrdiff_t>(size);
    if (std::equal(again, heads.end(), again - static_cast<std::ptrdiff_t>(size), is_same)) {
      return again->start;
    }
  }
  return std::nullopt;
}

/// Where the content of a file begins once more, its own or another one's: at a second line with
/// the key of the first, which more keys follow. It may have been put behind a last line without
/// an end. Nothing where none does.
std::optional<std::size_t> second_content(std::string_view text) {
  std::string_view first;
  std::optional<std::size_t> mark;  // three dashes, with remarks alone behind them
  std::optional<std::size_t> again;
  int keys = 0;
  std::vector<Line> heads;
  for (std::size_t at = 0; at < text.size();) {
    const Line line = line_at(text, at);
    const std::string_view key = key_at_margin_of(line.text);
    if (!key.empty()) heads.push_back(line);
    if (first.empty() && !key.empty()) {
      first = line.text;
    } else if (!first.empty()) {
      const bool is_again = key == key_at_margin_of(first);
      const bool is_behind = key.empty() ? line.text.ends_with(first)
                                         : key.size() < line.text.size() &&
                                               line.text.size() > first.size() &&
                                               line.text.ends_with(first);
      if (!again && keys > 0 && (is_again || is_behind)) {
        again = is_again ? line.start : line.start + line.text.size() - first.size();
        if (is_again && mark) again = mark;
      } else if (!key.empty() && key != key_at_margin_of(first)) {
        ++keys;
        // One key that stands twice is no second content.
        if (again) return again;
      }
    }
    if (line.text == "---") {
      mark = line.start;
    } else if (!line.is_blank()) {
      mark.reset();
    }
    at = line.start + line.text.size() + 1;
    while (at < text.size() && text[at - 1] != '\n') ++at;
  }
  return second_tail(heads);
}

/// Read all of `clean` with yaml-cpp into `document`.
void read_with_library(const CleanText& clean, std::uint32_t file, const Vocabulary& keys,
                       std::vector<source::Span>& texts, Document& document) {
  std::size_t read = 0;
  JoinedMap root(file, document.memory);
  std::size_t room = most_values;
  std::size_t from = 0;
  for (int errors = 0; errors < most_errors && from <= clean.text().size(); ++errors) {
    const Piece piece =
        PieceParser(clean, from, file, room, keys, document.memory, document.faults, texts).run();
    root.add(piece.root, [&](const Node& key, const Node& first) {
      document.faults.push_back({key.at, source::DuplicateKey{std::string(key.text), first.at}});
    });
    document.whole = document.whole && !piece.next && !piece.has_lost_key;
    if (!piece.next) break;
    from = *piece.next;
    if (from >= clean.text().size()) break;
    read += piece.read;
    const bool too_far = read > clean.text().size() + most_read_again;
    if (!too_far && errors + 1 < most_errors) continue;
    const std::uint32_t rest = clean.original(from);
    const base::Bilingual what =
        too_far
            ? base::Bilingual{"语法错误后重读的字节", "the bytes read again after syntax errors"}
            : base::Bilingual{"一个文件里的语法错误", "the syntax errors of one file"};
    document.faults.push_back(
        {{file, rest, rest + 1},
         source::OverLimit{what, static_cast<long long>(too_far ? most_read_again : most_errors)}});
    break;
  }
  document.root = root.root();
}

/// What stands behind an error is read again with the next piece; its faults are told once.
void tell_once(std::vector<Fault>& faults) {
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::size_t>> told;
  std::erase_if(faults, [&](const Fault& fault) {
    return !told.emplace(fault.at.begin, fault.at.end, fault.what.index()).second;
  });
}

/// Of invisible characters that stand in many lines say so once, and mend them together.
void join_invisible(std::vector<Fault>& faults) {
  constexpr std::ptrdiff_t many = 3;
  const auto is_mended = [](const Fault& fault) {
    return fault.is<source::InvisibleCharacter>() && !fault.fix.empty();
  };
  if (std::ranges::count_if(faults, is_mended) <= many) return;
  Fault& first = *std::ranges::find_if(faults, is_mended);
  const std::uint32_t at = first.at.begin;
  for (Fault& fault : faults) {
    if (!is_mended(fault) || fault.at.begin == at) continue;
    std::ranges::copy(fault.fix, std::back_inserter(first.fix));
  }
  std::erase_if(faults,
                [&](const Fault& fault) { return is_mended(fault) && fault.at.begin != at; });
}

/// How many bytes the nodes of a file with `size` bytes take, and its text.
std::size_t memory_for(std::size_t size) { return 9 * size + 1024; }

/// Of a mistake that many lines have say once that they do, and mend them together.
std::vector<Diagnosis> joined(std::vector<Diagnosis> found) {
  constexpr int many = 3;
  std::map<std::string_view, int> counts;
  for (const Diagnosis& one : found) ++counts[one.what.wrong.en];
  std::map<std::string_view, std::size_t> first;
  std::vector<Diagnosis> result;
  for (Diagnosis& one : found) {
    const std::string_view what = one.what.wrong.en;
    const auto [at, is_first] = first.try_emplace(what, result.size());
    if (is_first || counts[what] <= many) {
      result.push_back(std::move(one));
      continue;
    }
    Diagnosis& all = result[at->second];
    std::move(one.mends.begin(), one.mends.end(), std::back_inserter(all.mends));
    std::move(one.reads.begin(), one.reads.end(), std::back_inserter(all.reads));
  }
  return result;
}

/// The slips of a file's lines, of each line those that it has with its neighbours or its own.
std::vector<Diagnosis> slips(std::string_view text, const Vocabulary& keys, bool may_be_torn) {
  std::vector<Diagnosis> found;
  if (may_be_torn) found = torn_lines(text, keys);
  std::set<std::size_t> told;
  for (const Diagnosis& one : found) {
    told.insert(line_at(text, one.at).start);
    for (const Mend& read : one.reads) told.insert(line_at(text, read.begin).start);
  }
  for (Diagnosis& one : line_slips(text, keys)) {
    if (!told.contains(line_at(text, one.at).start)) found.push_back(std::move(one));
  }
  std::sort(found.begin(), found.end(),
            [](const Diagnosis& a, const Diagnosis& b) { return a.at < b.at; });
  return joined(std::move(found));
}

/// Whether lines of a text that can be read may not fit each other for all that: a block may have
/// swallowed a key, a row of a spreadsheet looks like a text, two keys like one.
bool may_be_torn(std::string_view text, const Node& root) {
  const auto has = [&](std::string_view sign) { return text.find(sign) != text.npos; };
  const bool is_at_margin = !has("\n ");
  return is_at_margin || has("|\n") || has("|-\n") || has(">\n") || has(">-\n") || has("\t") ||
         has("- - ") || std::ranges::any_of(root.pairs, [](const Pair& pair) {
           const std::string_view key = pair.key.text;
           return key.find(':') != key.npos || (!key.empty() && key[0] >= '0' && key[0] <= '9');
         });
}

/// Note the slips of a file's lines and give what makes them readable, in order. `hidden` are the
/// starts of lines that are not read.
std::vector<Mend> mends_of(std::string_view text, std::uint32_t file, const Vocabulary& keys,
                           bool may_be_torn, Document& document, std::set<std::size_t>& hidden) {
  std::vector<Mend> mends;
  for (Diagnosis& found : slips(text, keys, may_be_torn)) {
    const auto at = static_cast<std::uint32_t>(found.at);
    const auto size = static_cast<std::uint32_t>(base::character_size(text, found.at));
    document.whole = document.whole && found.reads.empty();
    document.faults.push_back({{file, at, at + size}, found.what});
    source::Fault& fault = document.faults.back();
    fault.help = std::move(found.help);
    for (Mend& mend : found.mends) {
      const auto begin = static_cast<std::uint32_t>(mend.begin);
      const source::Span span{file, begin, begin + static_cast<std::uint32_t>(mend.size)};
      fault.fix.push_back({span, mend.text});
      mends.push_back(std::move(mend));
    }
    for (Mend& read : found.reads) {
      if (found.hides) hidden.insert(read.begin);
      mends.push_back(std::move(read));
    }
  }
  std::sort(mends.begin(), mends.end(),
            [](const Mend& a, const Mend& b) { return a.begin < b.begin; });
  return mends;
}

}  // namespace

Document parse(std::string_view written, std::uint32_t file, Reader reader,
               const Vocabulary& keys) {
  Document document(file, memory_for(written.size()));
  const std::string_view text = document.memory.keep(written);
  const Survey found = survey(text);
  auto tree =
      found.clean && !found.has_return ? read_plain(text, file, document.memory) : std::nullopt;
  std::set<std::size_t> hidden;
  const std::vector<Mend> mends =
      mends_of(text, file, keys, !tree || may_be_torn(text, tree->root), document, hidden);
  CleanText clean(text, found.clean, mends, file, document.memory, document.faults);
  const auto is_encoding = [](const Fault& fault) { return fault.is<source::BadBytes>(); };
  if (clean.text().empty() && std::ranges::any_of(document.faults, is_encoding)) {
    // Of what is no text only that is told.
    std::erase_if(document.faults, std::not_fn(is_encoding));
  }
  join_invisible(document.faults);
  if (const std::size_t at = bracket_too_many(clean.text()); at < clean.text().size()) {
    document.faults.push_back(
        {{file, clean.original(at), clean.original(at) + 1}, too_many_values});
    clean.cut(at);
  }
  document.whole = document.whole && clean.is_whole();
  std::vector<source::Span> texts;
  const bool may_be_plain = reader == Reader::plain && !found.has_return &&
                            document.faults.empty() && clean.text() == text;
  if (tree && may_be_plain) {
    document.is_plain = true;
    document.root = tree->root;
    texts = std::move(tree->texts);
  } else {
    // A text that the plain reader knows has no key twice.
    const auto again = tree ? std::nullopt : second_content(clean.text());
    if (again && !clean.has_conflict()) {
      const std::uint32_t at = clean.original(*again);
      std::erase_if(document.faults, [&](const Fault& fault) { return fault.at.begin >= at; });
      document.faults.push_back(
          {{file, at, at + 1},
           source::SyntaxError{
               {"从这一行起又贴进了一份内容", "from here on another content was pasted in"},
               {"是同一份的，核对后留下对的一份；是别的文件的，移到它自己的文件里",
                "if it is the same, compare the two and keep the right one; if it is that of "
                "another "
                "file, move it there"}}});
      clean.cut(*again);
      document.whole = false;
    }
    read_with_library(clean, file, keys, texts, document);
    tell_once(document.faults);
    if (clean.has_conflict()) {
      // What both sides say stands twice until somebody decides.
      std::erase_if(document.faults,
                    [](const Fault& fault) { return fault.is<source::DuplicateKey>(); });
    }
    std::sort(texts.begin(), texts.end(),
              [](const auto& a, const auto& b) { return a.begin < b.begin; });
  }
  if (!clean.text().empty()) look_at_layout(text, found, file, texts, document);
  std::erase_if(document.faults, [&](const Fault& fault) {
    return !hidden.empty() && fault.is<source::Blanks>() &&
           hidden.contains(line_at(text, fault.at.begin).start);
  });
  return document;
}

}  // namespace taizhang::yaml
