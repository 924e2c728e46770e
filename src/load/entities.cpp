// SPDX-License-Identifier: MIT
//
// The tables of keys for people, one overload for each shape of member as in load/schema.cpp, so
// that a key in a table is a topic of the help, a row of the README and a word that is completed.
#include "load/entities.h"

#include <algorithm>
#include <memory>
#include <type_traits>

#include "model/plan.h"
#include "model/task_fields.h"
#include "model/unit.h"
#include "model/wanted.h"

namespace taizhang::load {

namespace {

/// A word that comes from a list, as the language has it.
template <class T>
std::optional<std::string_view> spelled(std::string_view text, base::Language language) {
  if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>) {
    const auto value = model::from_name<T>(text);
    if (!value) return std::nullopt;
    return language == base::Language::zh ? model::label(*value).zh : model::name(*value);
  } else {
    const base::Bilingual word = [] {
      if constexpr (std::is_same_v<T, model::Target>) return T::pending;
      return model::DueDay::standing;
    }();
    if (text != word.zh && text != word.en) return std::nullopt;
    return word.in(language);
  }
}

template <class T>
constexpr bool has_words = std::is_enum_v<T> || std::is_same_v<T, bool> ||
                           std::is_same_v<T, model::Target> || std::is_same_v<T, model::DueDay>;

class Collector {
 public:
  explicit Collector(std::vector<const EntityKeys*>& all) : all_(all) {}

  /// The entity `E`, which is put behind the others when it is first asked for.
  template <class E>
  const EntityKeys& entity(std::string_view file = {}) {
    static EntityKeys one;
    if (!one.name.empty()) return one;
    one.file = file;
    one.name = one_word(model::Fields<E>::name.en);
    one.title = model::Fields<E>::name;
    one.renamed.assign(model::renamed<E>.begin(), model::renamed<E>.end());
    all_.push_back(&one);
    model::Fields<E>::table.each([&]<class T>(const model::Field<E, T>& field) {
      KeyAbout about{&field, {}, Form::one};
      tell(about, static_cast<const T*>(nullptr));
      one.keys.push_back(std::move(about));
    });
    return one;
  }

 private:
  template <class T>
  void value(KeyAbout& about) {
    about.value = model::wanted<T>();
    about.is_text = std::is_same_v<T, std::string> || std::is_same_v<T, model::UnitName> ||
                    std::is_same_v<T, model::PartialDate>;
    if constexpr (has_words<T>) about.spelled = spelled<T>;
    if constexpr (std::is_enum_v<T>) {
      for (const model::Named<T>& row : model::Names<T>::table) {
        about.words.push_back({row.name, row.label});
      }
    }
  }

  template <class T>
  void tell(KeyAbout& about, const model::Given<T>*) {
    value<T>(about);
  }
  void tell(KeyAbout& about, const model::Given<std::optional<base::Decimal>>*) {
    value<base::Decimal>(about);
  }
  void tell(KeyAbout& about, const model::Given<model::Loose>*) {
    about.value = {"所改的键的值", "a value of the key that changes"};
    about.form = Form::one_or_list;
  }
  template <class T>
  void tell(KeyAbout& about, const model::List<T>*) {
    value<T>(about);
    about.form = Form::list;
  }
  template <class T>
  void tell(KeyAbout& about, const model::OneOrList<T>*) {
    value<T>(about);
    about.form = Form::one_or_list;
  }
  template <class T>
  void tell(KeyAbout& about, const model::Table<T>*) {
    value<T>(about);
    about.form = Form::by_name;
  }
  void tell(KeyAbout& about, const model::Amounts*) {
    value<base::Decimal>(about);
    about.form = Form::one_or_by_name;
  }
  template <class E>
  void tell(KeyAbout& about, const model::Many<E>*) {
    inside<E>(about, Form::list);
  }
  template <class E>
  void tell(KeyAbout& about, const model::OneOrMany<E>*) {
    inside<E>(about, Form::one_or_list);
  }
  template <class E>
  void tell(KeyAbout& about, const model::ByName<E>*) {
    inside<E>(about, Form::by_name);
  }
  template <class E>
  requires std::is_base_of_v<model::Entity, E>
  void tell(KeyAbout& about, const E*) { inside<E>(about, Form::one); }

  template <class E>
  void inside(KeyAbout& about, Form form) {
    about.inside = &entity<E>();
    about.value = about.inside->title;
    about.form = form;
  }

  std::vector<const EntityKeys*>& all_;
};

}  // namespace

base::Bilingual form_word(Form form) {
  switch (form) {
    case Form::one:
      break;
    case Form::list:
      return {"（列表）", " (a list)"};
    case Form::one_or_list:
      return {"（一个或列表）", " (one or a list)"};
    case Form::by_name:
      return {"（名称: 值）", " (each under its name)"};
    case Form::one_or_by_name:
      return {"（一个，或名称: 值）", " (one, or each under its name)"};
  }
  return {"", ""};
}

const KeyAbout* EntityKeys::find(std::string_view key) const {
  for (const model::Renamed& one : renamed) {
    if (one.before == key) key = one.now;
  }
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const KeyAbout& one) {
    return one.key->key == key || one.key->zh == key;
  });
  return found == keys.end() ? nullptr : &*found;
}

std::span<const EntityKeys* const> entities() {
  static const std::vector<const EntityKeys*> all = [] {
    std::vector<const EntityKeys*> found;
    Collector collector(found);
    collector.entity<model::Plan>("plan.yaml");
    collector.entity<model::Registry>("units.yaml");
    collector.entity<model::Task>("014-….yaml");
    collector.entity<model::Settings>("taizhang.yaml");
    return found;
  }();
  return all;
}

const EntityKeys* find_entity(std::string_view name) {
  const std::string word = one_word(name);
  for (const EntityKeys* one : entities()) {
    if (one->name == word || one->title.zh == name) return one;
  }
  return nullptr;
}

std::string one_word(std::string_view name) {
  std::string word;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') word += c;
    if ((c == ' ' || c == '-' || c == '_') && !word.empty()) word += '_';
  }
  return word;
}

}  // namespace taizhang::load
