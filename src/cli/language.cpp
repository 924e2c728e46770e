// SPDX-License-Identifier: MIT
#include "cli/language.h"

namespace taizhang::cli {

using base::Language;

ChosenLanguage choose_language(const std::vector<std::string>& arguments, const base::Io& io) {
  const auto named = [](std::string_view text) {
    return text == "en"   ? std::optional(Language::en)
           : text == "zh" ? std::optional(Language::zh)
                          : std::nullopt;
  };
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string_view value;
    if (arguments[i].starts_with("--lang=")) value = std::string_view(arguments[i]).substr(7);
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) value = arguments[i + 1];
    if (const auto language = named(value)) return {*language, true};
  }
  if (const auto own = io.environment("TAIZHANG_LANG")) {
    if (const auto language = named(*own)) return {*language, true};
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string locale = io.environment(name).value_or("");
    if (locale.empty()) continue;
    return {locale.starts_with("en") ? Language::en : Language::zh, false};
  }
  return {};
}

}  // namespace taizhang::cli
