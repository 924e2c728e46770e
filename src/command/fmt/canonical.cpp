// SPDX-License-Identifier: MIT
#include "command/fmt/canonical.h"

#include <algorithm>

#include "base/text.h"
#include "command/fmt/outline.h"
#include "yaml/parse.h"

namespace taizhang::command {

namespace {

using yaml::Node;
using yaml::NodeKind;

bool same_word(std::string_view a, std::string_view b, const Stand& stand) {
  if (a == b) return true;
  const auto one = stand.word(a, base::Language::en);
  return one && one == stand.word(b, base::Language::en);
}

/// Whether both hold the same, in whatever order of keys and language of words.
bool same_values(const Node& a, const Node& b, const Stand& stand) {
  if (a.kind != b.kind) return false;
  if (a.kind == NodeKind::scalar) return same_word(a.text, b.text, stand);
  if (a.items.size() != b.items.size() || a.pairs.size() != b.pairs.size()) return false;
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    if (!same_values(a.items[i], b.items[i], stand)) return false;
  }
  return std::all_of(a.pairs.begin(), a.pairs.end(), [&](const yaml::Pair& pair) {
    const auto name = [&](std::string_view key) { return stand.key_name(key, base::Language::en); };
    const auto other =
        std::find_if(b.pairs.begin(), b.pairs.end(), [&](const yaml::Pair& candidate) {
          return name(candidate.key.text) == name(pair.key.text);
        });
    return other != b.pairs.end() &&
           same_values(pair.value, other->value, stand.under(pair.key.text));
  });
}

/// Cover the bytes of all scalars below `node`.
void cover(const Node& node, std::string& text) {
  if (node.items.empty() && node.pairs.empty()) {
    for (std::size_t at = node.at.begin; at < node.end; ++at)
      text[at] = text[at] == '\n' ? '\n' : 'x';
  }
  for (const Node& item : node.items) cover(item, text);
  for (const yaml::Pair& pair : node.pairs) {
    cover(pair.key, text);
    cover(pair.value, text);
  }
}

/// Every remark of the file `text`, by the alphabet: what no scalar covers, from its sign on.
std::vector<std::string> remarks_of(const std::string& text, const Node& root) {
  std::string covered = text;
  cover(root, covered);
  std::vector<std::string> all;
  for (std::size_t at = covered.find('#'); at != text.npos; at = covered.find('#', at)) {
    const std::size_t end = std::min(covered.find('\n', at), text.size());
    all.emplace_back(base::trimmed(std::string_view(text).substr(at, end - at)));
    at = end;
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// Whether the tree says all that the file does: at most its form is not as it should be.
bool has_all(const yaml::Document& document) {
  return document.whole && std::ranges::all_of(document.faults, &source::Fault::is_of_form);
}

}  // namespace

Canonical canonical(const std::string& text, const load::EntityKeys& entity,
                    std::optional<base::Language> words) {
  const yaml::Document before = yaml::parse(text, 0);
  if (!has_all(before) || before.root.pairs.empty()) return {Canonical::Outcome::unsound};
  std::string result = text_of(outline_of(text, before, entity, words));
  const yaml::Document after = yaml::parse(result, 0);
  const bool is_same = has_all(after) && after.faults.size() <= before.faults.size() &&
                       same_values(before.root, after.root, Stand(entity)) &&
                       remarks_of(text, before.root) == remarks_of(result, after.root);
  if (!is_same) return {Canonical::Outcome::unlike};
  return {Canonical::Outcome::written, std::move(result)};
}

}  // namespace taizhang::command
