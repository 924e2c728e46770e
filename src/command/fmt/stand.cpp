// SPDX-License-Identifier: MIT
#include "command/fmt/stand.h"

namespace taizhang::command {

const load::KeyAbout* Stand::find(std::string_view key) const {
  return entity_ && !by_name_ ? entity_->find(key) : nullptr;
}

Stand Stand::under(std::string_view key) const {
  Stand below;
  if (by_name_) {
    below = *this;
    below.by_name_ = false;
  } else if (const load::KeyAbout* about = find(key)) {
    below.entity_ = about->inside;
    below.about_ = about;
    below.by_name_ =
        about->form == load::Form::by_name || about->form == load::Form::one_or_by_name;
  }
  return below;
}

std::optional<std::size_t> Stand::rank(std::string_view key) const {
  const load::KeyAbout* about = find(key);
  if (!about) return std::nullopt;
  return static_cast<std::size_t>(about - entity_->keys.data());
}

std::string Stand::key_name(std::string_view key, std::optional<base::Language> language) const {
  const load::KeyAbout* about = find(key);
  if (!about) return std::string(key);
  const model::Key& names = *about->key;
  const bool chinese = language ? *language == base::Language::zh : key == names.zh;
  return std::string(chinese ? names.zh : names.key);
}

std::optional<std::string_view> Stand::word(std::string_view text, base::Language language) const {
  if (!about_ || !about_->spelled) return std::nullopt;
  return about_->spelled(text, language);
}

}  // namespace taizhang::command
