// SPDX-License-Identifier: MIT
#include "command/record/said.h"

#include <algorithm>

#include "base/text.h"

namespace taizhang::command {

std::vector<std::string> Said::beyond(const std::vector<std::string_view>& known) const {
  std::vector<std::string> keys;
  const auto look = [&](const std::string& key, bool given) {
    if (given && std::find(known.begin(), known.end(), key) == known.end()) keys.push_back(key);
  };
  for (const auto& [key, values] : texts) look(key, !values.empty());
  for (const auto& [key, given] : flags) look(key, given);
  return keys;
}

std::string option_name(std::string_view key) {
  std::string name = "--" + std::string(key);
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

void refuse_value(std::string_view key, const std::string& text, const load::ScalarFault& fault) {
  if (const auto* list = std::get_if<source::NotInList>(&fault.what)) {
    base::refuse({{"{0} 不能是“{1}”", "{0} cannot be “{1}”"}, {option_name(key), text}},
                 list->near
                     ? base::Phrase{{"是不是想写“{0}”？", "did you mean “{0}”?"}, {*list->near}}
                     : base::Phrase{{"可用：{0}", "known: {0}"}, {list->list}});
  }
  const auto* number = std::get_if<source::BadNumber>(&fault.what);
  const base::Bilingual why = number ? number->why : std::get<source::BadDate>(fault.what).why;
  base::refuse({{"{0} 的“{1}”不对", "“{1}” is no value for {0}"}, {option_name(key), text}},
               fault.mended
                   ? base::Phrase{{"是不是想写“{0}”？", "did you mean “{0}”?"}, {*fault.mended}}
                   : base::Phrase{why});
}

void refuse_several(std::string_view key) {
  base::refuse({{"{0} 只能写一次", "{0} is given once"}, {option_name(key)}},
               {{"去掉多余的", "leave out the others"}});
}

void require_words(std::string_view key, const std::string& text) {
  if (!base::trimmed(text).empty()) return;
  base::refuse({{"{0} 是空的", "{0} is empty"}, {option_name(key)}},
               {{"写上内容；没有的，不要写这一项", "say something, or leave the option out"}});
}

std::vector<std::string> parts_of_list(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t size = at == text.size() ? 0 : base::character_size(text, at);
    const std::string_view one = std::string_view(text).substr(at, size);
    if (size == 0 || one == "、" || one == "," || one == "，" || one == ";" || one == "；") {
      const std::string_view part = base::trimmed(std::string_view(text).substr(begin, at - begin));
      if (!part.empty()) parts.emplace_back(part);
      begin = at + size;
    }
    at += size == 0 ? 1 : size;
  }
  return parts;
}

}  // namespace taizhang::command
