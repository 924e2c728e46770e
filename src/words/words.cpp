// SPDX-License-Identifier: MIT
#include "words/words.h"

#include <algorithm>

#include "base/phrase.h"
#include "base/place.h"
#include "words/assets.h"

namespace taizhang::words {

namespace {

/// The name of the place that begins at `at`, or nothing where the brace is only a brace.
std::optional<std::string_view> place_at(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('}', at);
  if (text[at] != '{' || end == std::string_view::npos) return std::nullopt;
  const std::string_view name = text.substr(at + 1, end - at - 1);
  const std::string_view bare = base::place(name).name;
  const bool sound = !bare.empty() && std::all_of(bare.begin(), bare.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  });
  return sound ? std::optional(name) : std::nullopt;
}

}  // namespace

std::string_view Words::text(std::size_t row) const {
  const WordRow& word = word_rows()[row];
  if (const auto found = overrides_.find(word.key); found != overrides_.end()) {
    return found->second;
  }
  return language_ == base::Language::zh ? word.zh : word.en;
}

std::string Words::filled(std::uint16_t row, const std::vector<std::string>& arguments) const {
  return base::fill(text(row), arguments);
}

std::string filled(std::string_view text, const Lookup& lookup) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto name = place_at(text, at);
    const auto value = name ? lookup(*name) : std::nullopt;
    result += value ? *value : std::string(1, text[at]);
    at += value ? name->size() + 2 : 1;
  }
  return result;
}

std::string Words::say(NamedKey key, const Lookup& lookup) const {
  return words::filled(text(key.row), lookup);
}

std::optional<NamedKey> named_key(std::string_view key) {
  const auto rows = word_rows();
  const auto row = std::lower_bound(
      rows.begin(), rows.end(), key,
      [](const WordRow& one, std::string_view wanted) { return one.key < wanted; });
  if (row == rows.end() || row->key != key || !row->named) return std::nullopt;
  return NamedKey{static_cast<std::uint16_t>(row - rows.begin())};
}

std::vector<std::string_view> places(std::string_view text) {
  std::vector<std::string_view> names;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const auto name = place_at(text, at)) names.push_back(*name);
  }
  return names;
}

}  // namespace taizhang::words
