// SPDX-License-Identifier: MIT
//
// The options of `record` are the keys of what it records: `--approved-by` is `approved_by`. They
// come from the tables of fields, and so does the way their texts become values.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "command/command.h"
#include "load/scalar.h"
#include "model/task_fields.h"

namespace taizhang::command {

/// What a user said of a record, by the keys of its entity.
struct Said {
  std::map<std::string, std::vector<std::string>, std::less<>> texts;
  std::map<std::string, bool, std::less<>> flags;

  bool has(std::string_view key) const {
    const auto found = texts.find(key);
    return found != texts.end() && !found->second.empty();
  }
  /// The keys that are given and that no key of `known` is.
  std::vector<std::string> beyond(const std::vector<std::string_view>& known) const;
};

/// What an option's help calls its value; null for what no option gives.
template <class T>
constexpr const char* value_name(const model::Given<T>*) {
  if constexpr (std::is_same_v<T, bool>)
    return "";
  else if constexpr (std::is_same_v<T, base::Date>)
    return "DATE";
  else if constexpr (std::is_same_v<T, model::UnitName>)
    return "UNIT";
  else if constexpr (std::is_enum_v<T>)
    return "WORD";
  else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, model::Loose>)
    return "TEXT";
  else
    return "NUMBER";
}
template <class T>
constexpr const char* value_name(const model::List<T>*) {
  return value_name(static_cast<const model::Given<T>*>(nullptr));
}
constexpr const char* value_name(const void*) { return nullptr; }

/// `--approved-by` for `approved_by`.
std::string option_name(std::string_view key);

/// Declare an option for each key of `E` that one can give and no other entity has given before.
template <class E>
void declare_keys(Options& options, Said& said) {
  model::Fields<E>::table.each([&]<class M>(const model::Field<E, M>& field) {
    const char* const type = value_name(static_cast<const M*>(nullptr));
    const std::string key(field.key);
    if (!type || key == "id" || said.texts.contains(key) || said.flags.contains(key)) return;
    if (*type == '\0')
      options.flag(option_name(key).c_str(), said.flags[key], field.about);
    else
      options.repeated(option_name(key).c_str(), said.texts[key], type, field.about);
  });
}

[[noreturn]] void refuse_value(std::string_view key, const std::string& text,
                               const load::ScalarFault& fault);
[[noreturn]] void refuse_several(std::string_view key);
/// Throw `Fatal` (usage) where `text`, said of `key`, has nothing in it.
void require_words(std::string_view key, const std::string& text);

/// What `text`, said of `key`, means. Throws `Fatal` (usage) where that is nothing.
template <class T>
T understood(std::string_view key, const std::string& text, base::Date today) {
  require_words(key, text);
  if constexpr (std::is_same_v<T, base::Date>) {
    return span_option(text, option_name(key).c_str(), today).to;
  } else if constexpr (std::is_same_v<T, std::optional<base::Decimal>>) {
    if (text == "null" || text == "撤回") return std::nullopt;
    return understood<base::Decimal>(key, text, today);
  } else if constexpr (std::is_same_v<T, model::Loose>) {
    return model::Loose{{text}};
  } else {
    auto converted = load::convert(text, static_cast<T*>(nullptr));
    if (converted.fault) refuse_value(key, text, *converted.fault);
    return std::move(*converted.value);
  }
}

/// The parts of a list that is typed as one word: 市发改局、市财政局.
std::vector<std::string> parts_of_list(const std::string& text);

template <class T>
void take(std::string_view key, const std::vector<std::string>& texts, base::Date today,
          model::Given<T>& given) {
  if (texts.size() > 1) refuse_several(key);
  given.value = understood<T>(key, texts.front(), today);
}
template <class T>
void take(std::string_view key, const std::vector<std::string>& texts, base::Date today,
          model::List<T>& list) {
  for (const std::string& text : texts) {
    const bool units = std::is_same_v<T, model::UnitName>;
    for (const std::string& part : units ? parts_of_list(text) : std::vector{text}) {
      list.items.push_back({understood<T>(key, part, today), {}});
    }
  }
}
inline void take(std::string_view, const std::vector<std::string>&, base::Date, const void*) {}

/// Fill `entity` with what is said of its keys. Throws `Fatal` (usage) for what is no value of its
/// key.
template <class E>
void fill(const Said& said, base::Date today, E& entity) {
  model::Fields<E>::table.each([&]<class M>(const model::Field<E, M>& field) {
    if constexpr (value_name(static_cast<const M*>(nullptr)) != nullptr) {
      if (said.has(field.key))
        take(field.key, said.texts.find(field.key)->second, today, field.of(entity));
    }
    if constexpr (std::is_same_v<M, model::Given<bool>>) {
      const auto flag = said.flags.find(field.key);
      if (flag != said.flags.end() && flag->second) field.of(entity).value = true;
    }
  });
}

}  // namespace taizhang::command
