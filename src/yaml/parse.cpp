// SPDX-License-Identifier: MIT
//
// One broken line must not hide the faults of the lines after it. A ledger file is a map whose
// keys stand at the left margin, so a syntax error spoils one entry of that map; the text is then
// parsed again from the next line that begins with `key:`. Each such piece is an ordinary YAML map
// and its pairs are added to those before. The cost is that of one more parse per error, with at
// most `most_errors` of them.
#include "yaml/parse.h"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <sstream>

#include "base/text.h"
#include "yaml/tree_builder.h"

namespace taizhang::yaml {

using source::Fault;
using source::FaultKind;

namespace {

constexpr int most_errors = 20;
constexpr int most_encoding_faults = 20;

bool is_control(unsigned char c) {
  return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F;
}

/// The text with every byte that no YAML text may hold put as `?`, so that offsets stay.
std::string clean(const std::string& text, std::uint32_t file, std::vector<Fault>& faults) {
  std::string result = text;
  int noted = 0;
  const auto note = [&](std::size_t at, base::Bilingual what) {
    const auto begin = static_cast<std::uint32_t>(at);
    result[at] = '?';
    // A binary file has thousands; a run of bad bytes is one fault.
    const bool run = !faults.empty() && faults.back().at.end == begin;
    if (run) {
      faults.back().at.end = begin + 1;
    } else if (noted++ < most_encoding_faults) {
      faults.push_back({FaultKind::encoding, {file, begin, begin + 1}, {what}, {}});
    }
  };
  std::size_t next_bad = base::first_invalid_utf8(result).value_or(result.size());
  for (std::size_t at = 0; at < result.size(); ++at) {
    if (at == next_bad) {
      note(at, {"不是 UTF-8 编码的字节", "bytes that are not UTF-8"});
      next_bad = base::first_invalid_utf8(result, at + 1).value_or(result.size());
    } else if (is_control(static_cast<unsigned char>(result[at]))) {
      note(at, {"控制字符", "a control character"});
    }
  }
  return result;
}

/// Whether a line begins a key at the left margin: `key:` in plain ASCII.
bool begins_key(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\r') return false;
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
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

std::vector<base::Argument> depth_limit() {
  return {base::Bilingual{"嵌套层数", "the nesting"}, static_cast<long long>(deepest_nesting)};
}

struct Piece {
  Node root;
  /// After an error: where the spoilt entry begins; the next key after it is worth another try.
  std::optional<std::size_t> spoilt;
};

Piece parse_piece(std::string_view text, std::size_t shift, std::uint32_t file,
                  std::vector<Fault>& faults) {
  Piece piece;
  TreeBuilder builder(text, shift, file, faults);
  const auto fail = [&](std::size_t at, FaultKind kind, std::vector<base::Argument> detail) {
    at = std::min(at, text.size());
    // An error at the very end is shown on the last line that holds something.
    while (at > 0 && at == text.size() && (text[at - 1] == '\n' || text[at - 1] == ' ')) --at;
    piece.spoilt = builder.unfinished_key().value_or(at);
    const auto begin = static_cast<std::uint32_t>(at + shift);
    faults.push_back({kind, {file, begin, begin + 1}, std::move(detail), {}});
  };
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const TooDeep& e) {
    fail(e.offset, FaultKind::limit, depth_limit());
  } catch (const YAML::DeepRecursion& e) {
    fail(static_cast<std::size_t>(std::max(e.mark.pos, 0)), FaultKind::limit,
         depth_limit());
  } catch (const YAML::Exception& e) {
    fail(static_cast<std::size_t>(std::max(e.mark.pos, 0)), FaultKind::syntax, {e.msg});
  }
  piece.root = builder.take_root();
  return piece;
}

/// Add the pairs of a later piece to `root`, watching for duplicates across the pieces.
void append(Node& root, Node more, std::vector<Fault>& faults) {
  if (root.kind != NodeKind::map) {
    root = std::move(more);
    return;
  }
  for (Pair& pair : more.pairs) {
    const auto first = std::find_if(root.pairs.begin(), root.pairs.end(), [&](const Pair& earlier) {
      return earlier.key.text == pair.key.text;
    });
    if (first != root.pairs.end()) {
      faults.push_back(
          {FaultKind::duplicate_key, pair.key.at, {pair.key.text}, first->key.at});
    } else {
      root.pairs.push_back(std::move(pair));
    }
  }
}

}  // namespace

Document parse(const std::string& text, std::uint32_t file) {
  Document document;
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const std::string cleaned = clean(text, file, document.faults);
  std::size_t from = 0;
  if (std::string_view(text).starts_with(byte_order_mark)) {
    document.faults.push_back({FaultKind::encoding,
                               {file, 0, 3},
                               {base::Bilingual{"字节序标记（BOM）", "a byte order mark"}},
                               {}});
    from = byte_order_mark.size();
  }
  for (int errors = 0; errors < most_errors; ++errors) {
    const std::string_view rest = std::string_view(cleaned).substr(from);
    Piece piece = parse_piece(rest, from, file, document.faults);
    append(document.root, std::move(piece.root), document.faults);
    if (!piece.spoilt) break;
    document.whole = false;
    from = next_key(cleaned, from + *piece.spoilt);
    if (from >= cleaned.size()) break;
  }
  return document;
}

}  // namespace taizhang::yaml
