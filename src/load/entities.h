// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "model/field.h"

namespace taizhang::load {

struct EntityKeys;

/// In which form the values of a key stand; the text is put behind what one of them is.
enum class Form { one, list, one_or_list, by_name, one_or_by_name };

/// How a form is called: （列表）.
base::Bilingual form_word(Form form);

/// A value that a key can have, where there are few.
struct KnownWord {
  std::string_view name;
  base::Bilingual label;
};

/// One key of an entity for people.
struct KeyAbout {
  const model::Key* key;
  base::Bilingual value;  ///< what one value is: 日期; of an entity its name
  Form form;
  bool is_text = true;                ///< and no number, day or word of a list
  std::vector<KnownWord> words = {};  ///< of an enumeration
  /// A word of it as the language has it; nothing where `text` is none. Null where all is text.
  std::optional<std::string_view> (*spelled)(std::string_view text,
                                             base::Language language) = nullptr;
  const EntityKeys* inside = nullptr;  ///< the entity that stands there
};

/// An entity of the files with its keys, in the order in which files give them.
struct EntityKeys {
  std::string name;  ///< one word: `indicator`, `step_of_an_issue`
  base::Bilingual title;
  std::string_view file = {};  ///< that it is all of; empty where it stands in another entity
  std::vector<KeyAbout> keys = {};
  std::vector<model::Renamed> renamed = {};

  /// The key of this name, in either language or as it was called before; null where there is none.
  const KeyAbout* find(std::string_view key) const;
};

/// Every entity, each after the one that it first stands in: plans, units, tasks, settings.
std::span<const EntityKeys* const> entities();

/// The entity of this name in either language; null where there is none.
const EntityKeys* find_entity(std::string_view name);

/// A name in English as one word: `light rules` → `light_rules`.
std::string one_word(std::string_view name);

}  // namespace taizhang::load
