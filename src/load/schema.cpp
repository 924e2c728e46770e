// SPDX-License-Identifier: MIT
//
// The counterpart of load/decoder.h for editors: one walk over the types of an entity's fields,
// with one overload for each shape of member, so that a key in a table is a key in the schema.
//
//   required("due", &Milestone::due, {"完成时限", "due date"})      a Given<Date>, and so
//   "due": {"description": "完成时限", "type": "string", "format": "date", "pattern": …}
//
// A key may stand in Chinese or under a former name: then it refers to the English one. Of what is
// required one of the names has to be there.
//
// An entity inside a file is written once, under `definitions`. Draft-07 has readers ignore what
// stands beside a `$ref`, so the words of a key whose value is one entity are put around it with
// `allOf`. The decoder takes every scalar as text, so that a number may stand in quotes; but of
// a text the schema wants quotes where another reader of YAML would see a number in it.
#include "load/schema.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/phrase.h"
#include "load/entities.h"
#include "model/plan.h"
#include "model/task_fields.h"
#include "model/unit.h"
#include "model/wanted.h"

namespace taizhang::load {

namespace {

/// Whether the default of a member is a text.
template <class T>
constexpr bool takes_text = std::is_same_v<T, model::Given<std::string>>;
template <class E>
requires std::is_enum_v<E>
constexpr bool takes_text<model::Given<E>> = true;

class SchemaWriter {
 public:
  explicit SchemaWriter(base::Language language) : language_(language) {}

  /// The schema of a file that is an `E`.
  template <class E>
  Json file(const FileKind& kind) {
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                {"$id", "urn:taizhang:schema:" + std::to_string(model::FormatVersion::known) + ":" +
                            std::string(kind.name)},
                {"title", said(model::Fields<E>::name)},
                {"description", said(kind.about)}};
    schema.update(entity<E>("#"));
    schema["definitions"] = definitions_;
    return schema;
  }

 private:
  /// A schema of an entity while its properties are put in.
  struct Draft {
    Json properties = Json::object();
    Json needed = Json::array();
    std::vector<const model::Key*> keys = {};
  };

  /// The schema of an `E` that stands at `place` in the file.
  template <class E>
  Json entity(const std::string& place) {
    Draft draft;
    const auto add = [&]<class T>(const model::Field<E, T>& field) {
      put(draft, field, shape(static_cast<const T*>(nullptr)), std::is_same_v<T, model::Given<int>>,
          takes_text<T>);
    };
    model::Fields<E>::table.each(add);
    return finished(std::move(draft), place, model::Fields<E>::name, model::renamed<E>,
                    model::one_of<E>);
  }

  /// Put the property `key` into `draft`, whose values are of `shape`.
  void put(Draft& draft, const model::Key& key, const Json& shape, bool is_whole, bool is_text) {
    Json& property = draft.properties[std::string(key.key)];
    property = {{"description", said(key.about)}};
    property.update(shape);
    if (is_whole) property["minimum"] = key.least;
    // A default as an editor would put it in: a number or yes and no without quotes.
    const std::string_view otherwise = key.otherwise.value;
    if (!otherwise.empty())
      property["default"] = is_text ? Json(otherwise) : Json::parse(otherwise);
    if (key.need == model::Need::required) draft.needed.push_back(any_of({&key}));
    draft.keys.push_back(&key);
  }

  Json finished(Draft draft, const std::string& place, base::Bilingual name,
                std::span<const model::Renamed> renamed, std::span<const model::OneOf> one_of) {
    const auto other_name = [&](std::string_view other, std::string_view key) -> Json& {
      Json reference{{"$ref", place + "/properties/" + std::string(key)}};
      return draft.properties[std::string(other)] = std::move(reference);
    };
    for (const model::Key* key : draft.keys) other_name(key->zh, key->key);
    for (const model::Renamed& key : renamed) {
      Json& former = other_name(key.before, key.now);
      former = {{"allOf", Json::array({std::move(former)})},
                {"deprecated", true},
                {"deprecationMessage",
                 base::Phrase{{"现写作 {0}", "now called {0}"}, {key.now}}.in(language_)}};
    }
    for (const model::OneOf& one : one_of) {
      std::vector<const model::Key*> keys;
      std::copy_if(draft.keys.begin(), draft.keys.end(), std::back_inserter(keys),
                   [&](const model::Key* key) {
                     return std::find(one.keys.begin(), one.keys.end(), key->key) != one.keys.end();
                   });
      draft.needed.push_back(any_of(keys));
    }
    Json schema{{"title", said(name)}, {"type", "object"}};
    schema["properties"] = std::move(draft.properties);
    schema["additionalProperties"] = false;
    if (!draft.needed.empty()) schema["allOf"] = std::move(draft.needed);
    return schema;
  }

  /// That one of `keys` is there, in either language.
  static Json any_of(const std::vector<const model::Key*>& keys) {
    Json any = Json::array();
    for (const model::Key* key : keys) {
      for (std::string_view name : {key->key, key->zh}) {
        any.push_back({{"required", Json::array({std::string(name)})}});
      }
    }
    return {{"anyOf", std::move(any)}};
  }

  /// A reference to the definition of `E`, which is written when it is first asked for.
  template <class E>
  Json reference() {
    const std::string name = one_word(model::Fields<E>::name.en);
    if (is_new(name, &model::Fields<E>::table)) {
      definitions_[name] = nullptr;  // takes its place before those that it asks for
      definitions_[name] = entity<E>("#/definitions/" + name);
    }
    return reference_to(name);
  }

  /// Whether nobody has asked for the definition `name`, which is made from `table`.
  bool is_new(const std::string& name, const void* table) {
    const auto [known, is_new] = defined_.emplace(name, table);
    if (known->second != table) throw std::logic_error("two entities are called " + name);
    return is_new;
  }

  static Json reference_to(const std::string& name) { return {{"$ref", "#/definitions/" + name}}; }

  // -- the shapes of members, as in load/decoder.h -----------------------------------------------

  template <class T>
  Json shape(const model::Given<T>*) {
    return scalar(static_cast<const T*>(nullptr));
  }

  Json shape(const model::Given<model::Loose>*) {
    const Json loose = scalar(static_cast<const model::Loose*>(nullptr));
    return {{"anyOf", Json::array({loose, reference<model::Trajectory>()})}};
  }

  template <class T>
  Json shape(const model::List<T>*) {
    return array_of(scalar(static_cast<const T*>(nullptr)));
  }

  template <class E>
  Json shape(const model::Many<E>*) {
    return array_of(reference<E>());
  }

  static Json array_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

  template <class T>
  Json shape(const model::OneOrList<T>*) {
    return one_or_list(scalar(static_cast<const T*>(nullptr)));
  }

  static Json one_or_list(Json one) {
    Json any = one;
    any["type"] = Json::array({one["type"], "array"});
    any["items"] = std::move(one);
    return any;
  }

  template <class E>
  Json shape(const model::OneOrMany<E>*) {
    return one_or_many(reference<E>());
  }

  static Json one_or_many(const Json& one) {
    return {{"anyOf", Json::array({one, {{"type", "array"}, {"items", one}}})}};
  }

  Json shape(const model::Amounts*) {
    const Json one = scalar(static_cast<const base::Decimal*>(nullptr));
    Json any = one;
    any["type"].push_back("object");
    any["additionalProperties"] = one;
    return any;
  }

  template <class T>
  Json shape(const model::Table<T>*) {
    return object_of(scalar(static_cast<const T*>(nullptr)));
  }

  /// A text stands for an entry with one key.
  template <class E>
  Json shape(const model::ByName<E>*) {
    return object_of({{"anyOf", Json::array({text(), reference<E>()})}});
  }

  static Json object_of(Json values) {
    return {{"type", "object"}, {"additionalProperties", std::move(values)}};
  }

  template <class E>
  requires std::is_base_of_v<model::Entity, E> Json shape(const E*) {
    return object_like(reference<E>());
  }

  static Json object_like(Json reference) {
    return {{"type", "object"}, {"allOf", Json::array({std::move(reference)})}};
  }

  // -- scalars, as in load/scalar.h --------------------------------------------------------------

  static Json text() { return {{"type", "string"}, {"minLength", 1}}; }

  Json scalar(const std::string*) { return text(); }
  Json scalar(const model::UnitName*) { return text(); }

  /// A value that YAML takes for a `type`, or the same in quotes, which `pattern` describes.
  Json plain_or_quoted(const char* type, std::string_view pattern, const std::string& advice) {
    return {{"type", Json::array({type, "string"})},
            {"pattern", std::string(pattern)},
            {"patternErrorMessage", advice}};
  }

  template <class T>
  std::string advice() {
    return base::Phrase{{"应写：{0}", "wanted: {0}"}, {model::wanted<T>()}}.in(language_);
  }

  Json scalar(const bool*) {
    return plain_or_quoted("boolean", "^(true|false|是|否)$", advice<bool>());
  }

  Json scalar(const base::Decimal*) {
    Json number = plain_or_quoted("number", base::decimal_pattern, said(base::decimal_form));
    number["exclusiveMinimum"] = -base::decimal_limit;
    number["exclusiveMaximum"] = base::decimal_limit;
    return number;
  }

  /// A number, or the word for none.
  Json scalar(const model::Target*) {
    Json target = scalar(static_cast<const base::Decimal*>(nullptr));
    target["pattern"] = or_word(model::Target::pending, base::decimal_pattern);
    target["patternErrorMessage"] = advice<model::Target>();
    return target;
  }

  Json scalar(const model::DueDay*) {
    return {{"type", "string"},
            {"pattern", or_word(model::DueDay::standing, base::date_pattern())},
            {"patternErrorMessage", advice<model::DueDay>()}};
  }

  Json scalar(const model::DeadlineDay*) {
    Json day = scalar(static_cast<const int*>(nullptr));
    day["pattern"] = "^(" + std::string(model::DeadlineDay::own_mark) + ")?(0|[1-9][0-9]*)$";
    day["patternErrorMessage"] = advice<model::DeadlineDay>();
    return day;
  }

  static std::string or_word(base::Bilingual word, std::string_view pattern) {
    return "^(" + std::string(word.en) + "|" + std::string(word.zh) + ")$|" + std::string(pattern);
  }

  Json scalar(const std::optional<base::Decimal>*) {
    Json number = scalar(static_cast<const base::Decimal*>(nullptr));
    number["type"].push_back("null");
    return number;
  }

  Json scalar(const int*) {
    Json number = plain_or_quoted("integer", "^(0|[1-9][0-9]*)$", advice<int>());
    number["minimum"] = 0;
    number["maximum"] = model::largest_whole;
    return number;
  }

  Json scalar(const model::FormatVersion*) {
    return {{"type", "integer"}, {"const", model::FormatVersion::known}};
  }

  Json scalar(const base::Date*) {
    return {{"type", "string"},
            {"format", "date"},
            {"pattern", base::date_pattern()},
            {"patternErrorMessage", said(base::date_form)}};
  }

  /// A year by itself is a whole number to YAML.
  Json scalar(const model::PartialDate*) {
    return {{"type", Json::array({"string", "integer"})},
            {"pattern", base::partial_date_pattern()},
            {"patternErrorMessage", said(base::partial_date_form)},
            {"minimum", base::first_year},
            {"maximum", base::last_year}};
  }

  Json scalar(const model::Loose*) {
    const Json one = Json::array({"string", "number", "boolean"});
    Json any = one;
    any.push_back("array");
    return {{"type", any}, {"minLength", 1}, {"items", {{"type", one}, {"minLength", 1}}}};
  }

  template <class E>
  requires std::is_enum_v<E> Json scalar(const E*) {
    Words words;
    for (const model::Named<E>& row : model::Names<E>::table) {
      add(words, row.name, row.label, row.others);
    }
    return in_json(std::move(words));
  }

  /// The words of an enumeration, each with what an editor shows beside it.
  struct Words {
    Json names = Json::array();
    Json labels = Json::array();
  };

  void add(Words& words, std::string_view name, base::Bilingual label,
           const model::OtherWords& others) const {
    const auto put = [&](std::string_view word) {
      if (word.empty() ||
          std::find(words.names.begin(), words.names.end(), word) != words.names.end())
        return;
      words.names.push_back(std::string(word));
      words.labels.push_back(said(label));
    };
    put(name);
    put(label.zh);
    std::for_each(others.begin(), others.end(), put);
  }

  static Json in_json(Words words) {
    return {{"type", "string"},
            {"enum", std::move(words.names)},
            {"enumDescriptions", std::move(words.labels)}};
  }

  std::string said(base::Bilingual text) const { return std::string(text.in(language_)); }

  base::Language language_;
  Json definitions_ = Json::object();
  std::map<std::string, const void*> defined_;  ///< whose table each definition was made from
};

template <class E>
Json schema_of(const FileKind& kind, base::Language language) {
  return SchemaWriter(language).file<E>(kind);
}

constexpr FileKind kinds[] = {
    {"plan", {"计划文件 plan.yaml", "the file of a plan, plan.yaml"}, schema_of<model::Plan>},
    {"task",
     {"任务文件，如 014-piles.yaml", "the file of a task, such as 014-piles.yaml"},
     schema_of<model::Task>},
    {"units",
     {"单位名录 units.yaml", "the registry of units, units.yaml"},
     schema_of<model::Registry>},
};
static_assert(std::ranges::is_sorted(kinds, std::ranges::less_equal(), &FileKind::name));

}  // namespace

std::span<const FileKind> file_kinds() { return kinds; }

}  // namespace taizhang::load
