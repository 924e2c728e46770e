// SPDX-License-Identifier: MIT
#include <utility>

#include "base/text.h"
#include "command/complete/complete.h"

namespace taizhang::command {

ShellLine parted_line(const std::string& text) {
  ShellLine line;
  bool begun = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (line.quote) {
      if (c == line.quote) {
        line.quote = 0;
      } else if (c == '\\' && line.quote == '"' && i + 1 < text.size()) {
        line.current += text[++i];
      } else {
        line.current += c;
      }
    } else if (c == '\'' || c == '"') {
      line.quote = c;
      begun = true;
    } else if (c == ' ' || c == '\t' || c == '\n') {
      if (begun) line.words.push_back(std::exchange(line.current, {}));
      begun = false;
    } else {
      if (c == '\\' && i + 1 < text.size()) ++i;
      line.current += text[i];
      begun = true;
    }
  }
  return line;
}

void DeclaredOptions::add(std::string_view names, std::string_view type, base::Bilingual about,
                          bool repeated) {
  One one{{}, std::string(type), std::string(about.in(language_)), repeated};
  for (const std::string_view name : base::split(names, ',')) one.names.emplace_back(name);
  options.push_back(std::move(one));
}
void DeclaredOptions::positional(const char* name, std::string&, base::Bilingual about) {
  words.push_back({{}, name, std::string(about.in(language_)), false});
}
void DeclaredOptions::rest(const char* name, std::vector<std::string>&, base::Bilingual about) {
  words.push_back({{}, name, std::string(about.in(language_)), true});
}
void DeclaredOptions::option(const char* names, std::string&, const char* type,
                             base::Bilingual about) {
  add(names, type, about, false);
}
void DeclaredOptions::flag(const char* names, bool&, base::Bilingual about) {
  add(names, "", about, false);
}
void DeclaredOptions::repeated(const char* names, std::vector<std::string>&, const char* type,
                               base::Bilingual about) {
  add(names, type, about, true);
}

}  // namespace taizhang::command
