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
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <tuple>

#include "base/date.h"
#include "base/phrase.h"
#include "model/plan.h"
#include "model/task_fields.h"
#include "model/unit.h"
#include "model/wanted.h"

namespace taizhang::load {

namespace {

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
  /// The schema of an `E` that stands at `place` in the file.
  template <class E>
  Json entity(const std::string& place) {
    Json properties = Json::object();
    Json needed = Json::array();
    const auto add = [&]<class T>(const model::Field<E, T>& field) {
      const std::string key(field.key);
      properties[key] = {{"description", said(field.about)}};
      properties[key].update(shape(static_cast<const T*>(nullptr)));
      if constexpr (std::is_same_v<T, model::Given<int>>) properties[key]["minimum"] = field.least;
      if (!field.otherwise.value.empty()) {
        properties[key]["default"] = in_json(field.otherwise.value, static_cast<const T*>(nullptr));
      }
      if (field.need == model::Need::required) needed.push_back(any_of<E>({field.key}));
    };
    std::apply([&](const auto&... field) { (add(field), ...); }, model::Fields<E>::table);
    const auto other_name = [&](std::string_view name, std::string_view key) {
      Json reference{{"$ref", place + "/properties/" + std::string(key)}};
      properties[std::string(name)] = std::move(reference);
    };
    std::apply([&](const auto&... field) { (other_name(field.zh, field.key), ...); },
               model::Fields<E>::table);
    for (const model::Renamed& key : model::renamed<E>) {
      other_name(key.before, key.now);
      Json& former = properties[std::string(key.before)];
      former = {{"allOf", Json::array({std::move(former)})},
                {"deprecated", true},
                {"deprecationMessage",
                 base::Phrase{{"现写作 {0}", "now called {0}"}, {key.now}}.in(language_)}};
    }
    for (const model::OneOf& one : model::one_of<E>) {
      needed.push_back(any_of<E>({one.keys.begin(), one.keys.end()}));
    }
    Json schema{{"title", said(model::Fields<E>::name)}, {"type", "object"}};
    schema["properties"] = std::move(properties);
    schema["additionalProperties"] = false;
    if (!needed.empty()) schema["allOf"] = std::move(needed);
    return schema;
  }

  /// That one of `keys` is there, in either language.
  template <class E>
  static Json any_of(const std::vector<std::string_view>& keys) {
    Json any = Json::array();
    const auto look = [&](const auto& field) {
      if (std::find(keys.begin(), keys.end(), field.key) == keys.end()) return;
      for (std::string_view name : {field.key, field.zh}) {
        any.push_back({{"required", Json::array({std::string(name)})}});
      }
    };
    std::apply([&](const auto&... field) { (look(field), ...); }, model::Fields<E>::table);
    return {{"anyOf", std::move(any)}};
  }

  /// A default as an editor would put it in: a number or yes and no without quotes.
  template <class T>
  static Json in_json(std::string_view text, const T*) {
    constexpr bool is_text =
        std::is_same_v<T, model::Given<std::string>> || is_enumeration<T>::value;
    return is_text ? Json(text) : Json::parse(text);
  }

  template <class T>
  struct is_enumeration : std::false_type {};
  template <class E>
  struct is_enumeration<model::Given<E>> : std::is_enum<E> {};

  /// A reference to the definition of `E`, which is written when it is first asked for.
  template <class E>
  Json reference() {
    const std::string name = definition_name(model::Fields<E>::name.en);
    const auto [known, is_new] = defined_.emplace(name, &model::Fields<E>::table);
    if (!is_new && known->second != &model::Fields<E>::table) {
      throw std::logic_error("two entities are called " + name);
    }
    if (is_new) {
      definitions_[name] = nullptr;  // takes its place before those that it asks for
      definitions_[name] = entity<E>("#/definitions/" + name);
    }
    return {{"$ref", "#/definitions/" + name}};
  }

  /// `light rules` → `light_rules`: the same in every language, and plain in an address.
  static std::string definition_name(std::string_view called) {
    std::string name;
    for (const char c : called) {
      if (c >= 'a' && c <= 'z') name += c;
      if ((c == ' ' || c == '-') && !name.empty()) name += '_';
    }
    return name;
  }

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
    return {{"type", "array"}, {"items", scalar(static_cast<const T*>(nullptr))}};
  }

  template <class E>
  Json shape(const model::Many<E>*) {
    return {{"type", "array"}, {"items", reference<E>()}};
  }

  template <class T>
  Json shape(const model::OneOrList<T>*) {
    Json one = scalar(static_cast<const T*>(nullptr));
    Json any = one;
    any["type"] = Json::array({one["type"], "array"});
    any["items"] = std::move(one);
    return any;
  }

  template <class E>
  Json shape(const model::OneOrMany<E>*) {
    const Json one = reference<E>();
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
    return {{"type", "object"}, {"additionalProperties", scalar(static_cast<const T*>(nullptr))}};
  }

  template <class E>
  requires std::is_base_of_v<model::Entity, E> Json shape(const E*) {
    return {{"type", "object"}, {"allOf", Json::array({reference<E>()})}};
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
    Json names = Json::array();
    Json labels = Json::array();
    for (const model::Named<E>& row : model::Names<E>::table) {
      const auto add = [&](std::string_view word) {
        if (word.empty() || std::find(names.begin(), names.end(), word) != names.end()) return;
        names.push_back(std::string(word));
        labels.push_back(model::label(language_, row.value));
      };
      add(row.name);
      add(row.label.zh);
      std::for_each(row.others.begin(), row.others.end(), add);
    }
    return {{"type", "string"}, {"enum", names}, {"enumDescriptions", labels}};
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
