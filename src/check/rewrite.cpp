// SPDX-License-Identifier: MIT
#include "check/rewrite.h"

namespace taizhang::check {

std::vector<source::Edit> rewrite(const model::Ledger& ledger, source::Span at,
                                  std::string_view written, std::string_view text) {
  const std::string_view source = ledger.sources.at(at.file).text;
  std::string_view found = source.substr(at.begin, at.end - at.begin);
  const bool quoted = found.size() == written.size() + 2 &&
                      (found.front() == '"' || found.front() == '\'') &&
                      found.back() == found.front();
  if (quoted) {
    found = found.substr(1, written.size());
    at = {at.file, at.begin + 1, at.end - 1};
  }
  // Signs that have a meaning of their own in YAML.
  if (found != written || text.find_first_of("\"'\\#:[]{}&*!|>%@`\n") != text.npos) return {};
  return {{at, std::string(text)}};
}

std::vector<source::Edit> parted(const model::Ledger& ledger, source::Span at,
                                 std::string_view written, const std::vector<std::string>& parts) {
  const std::string_view source = ledger.sources.at(at.file).text;
  const std::string_view found = source.substr(at.begin, at.end - at.begin);
  const std::size_t quote = found.find(written);
  if (quote > 1 || found.size() != written.size() + 2 * quote) return {};
  std::string list;
  for (const std::string& part : parts) {
    if (!list.empty()) list += ", ";
    list += std::string(found.substr(0, quote)) + part + std::string(found.substr(0, quote));
  }
  if (!is_in_brackets(ledger, at)) return {};
  return {{at, list}};
}

bool is_in_brackets(const model::Ledger& ledger, source::Span at) {
  const std::string_view source = ledger.sources.at(at.file).text;
  const std::size_t before = source.substr(0, at.begin).find_last_not_of(" \n");
  const std::size_t after = source.find_first_not_of(" \n", at.end);
  return before != source.npos && after != source.npos &&
         (source[before] == '[' || source[before] == ',') &&
         (source[after] == ']' || source[after] == ',');
}

}  // namespace taizhang::check
