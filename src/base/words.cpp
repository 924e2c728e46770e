// SPDX-License-Identifier: MIT
#include "base/words.h"

#include <algorithm>
#include <stdexcept>

#include "base/assets.h"
#include "base/phrase.h"

namespace taizhang::base {

std::string_view Words::operator[](std::string_view key) const {
  if (const auto found = overrides_.find(key); found != overrides_.end()) return found->second;
  const auto rows = word_rows();
  const auto row = std::lower_bound(rows.begin(), rows.end(), key,
                                    [](const WordRow& r, std::string_view k) { return r.key < k; });
  if (row == rows.end() || row->key != key) {
    throw std::logic_error("no word for " + std::string(key));
  }
  return language_ == Language::zh ? row->zh : row->en;
}

std::string Words::say(std::string_view key, const std::vector<std::string>& arguments) const {
  return fill((*this)[key], arguments);
}

}  // namespace taizhang::base
