// SPDX-License-Identifier: MIT
//
// The counterpart of load/decoder.h: one walk over the table of an entity's fields, with one
// overload for each shape of member. Entries with many or long values are written in block style,
// the others on one line, as people do by hand:
//
//   indicators:
//     - id: pipes
//       readings:
//         - {id: r1, date: 2024-03-31, value: 6.5}
#include "example/yaml_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <type_traits>

#include "edit/value.h"
#include "model/task_fields.h"

namespace taizhang::example {

using namespace model;
using edit::scalar;

namespace {

template <class E>
inline constexpr bool in_block = false;
template <>
inline constexpr bool in_block<Plan> = true;
template <>
inline constexpr bool in_block<Roles> = true;
template <>
inline constexpr bool in_block<Rules> = true;
template <>
inline constexpr bool in_block<Registry> = true;
template <>
inline constexpr bool in_block<Task> = true;
template <>
inline constexpr bool in_block<Indicator> = true;
template <>
inline constexpr bool in_block<Progress> = true;
template <>
inline constexpr bool in_block<Issue> = true;
template <>
inline constexpr bool in_block<Inspection> = true;
template <>
inline constexpr bool in_block<Order> = true;
template <>
inline constexpr bool in_block<Change> = true;

// -- scalars -----------------------------------------------------------------------------------

std::string text_of(const std::string& value) { return scalar(value); }
std::string text_of(const UnitName& value) { return scalar(value.text); }
std::string text_of(const PartialDate& value) { return scalar(value.text); }
std::string text_of(bool value) { return value ? "true" : "false"; }
std::string text_of(int value) { return std::to_string(value); }
std::string text_of(FormatVersion value) { return std::to_string(value.number); }
std::string text_of(base::Date value) { return base::iso(value); }
std::string text_of(Decimal value) { return value.text(); }
std::string text_of(const std::optional<Decimal>& value) { return value ? value->text() : "null"; }

std::string text_of(const Target& value) {
  return value.number ? value.number->text() : std::string(Target::pending.en);
}
std::string text_of(const DueDay& value) {
  return value.date ? base::iso(*value.date) : std::string(DueDay::standing.en);
}
std::string text_of(const DeadlineDay& value) {
  return std::string(value.own ? DeadlineDay::own_mark : "") + std::to_string(value.day);
}

template <class E>
requires std::is_enum_v<E> std::string text_of(E value) { return std::string(name(value)); }

std::string text_of(const Loose& value);

// -- what is set -------------------------------------------------------------------------------

template <class T>
bool is_set(const Given<T>& given) {
  return given.value.has_value();
}
template <class T>
bool is_set(const List<T>& list) {
  return !list.items.empty();
}
template <class E>
bool is_set(const Many<E>& many) {
  return !many.empty();
}
template <class T>
bool is_set(const Table<T>& table) {
  return !table.rows.empty();
}
template <class E>
bool is_set(const ByName<E>& table) {
  return !table.rows.empty();
}
bool is_set(const Amounts& amounts) { return is_set(amounts.one) || is_set(amounts.by); }
template <class E>
requires std::is_base_of_v<Entity, E>
bool is_set(const E& entity) {
  return Fields<E>::table.any([&](const auto& field) { return is_set(entity.*field.member); });
}

// -- on one line -------------------------------------------------------------------------------

template <class T>
std::string line_of(const Given<T>& given) {
  return text_of(*given);
}

template <class T>
std::string line_of(const List<T>& list) {
  std::string text;
  for (const Given<T>& item : list.items) text += (text.empty() ? "" : ", ") + text_of(*item);
  return "[" + text + "]";
}

/// One by itself stands without a list.
template <class T>
std::string line_of(const OneOrList<T>& list) {
  if (list.items.size() == 1) return text_of(*list.items.front());
  return line_of(static_cast<const List<T>&>(list));
}

template <class T>
std::string line_of(const Table<T>& table) {
  std::string text;
  for (const auto& [name, value] : table.rows) {
    text += (text.empty() ? "" : ", ") + scalar(*name) + ": " + text_of(*value);
  }
  return "{" + text + "}";
}

std::string line_of(const Amounts& amounts) {
  return is_set(amounts.one) ? line_of(amounts.one) : line_of(amounts.by);
}

template <class E>
requires std::is_base_of_v<Entity, E> std::string line_of(const E& entity);

template <class E>
std::string line_of(const Many<E>& many) {
  std::string text;
  for (const E& entry : many) text += (text.empty() ? "" : ", ") + line_of(entry);
  return "[" + text + "]";
}

template <class E>
requires std::is_base_of_v<Entity, E> std::string line_of(const E& entity) {
  std::string text;
  const auto put = [&](const auto& field) {
    if (!is_set(entity.*field.member)) return;
    if (!text.empty()) text += ", ";
    text += std::string(field.key) + ": " + line_of(entity.*field.member);
  };
  Fields<E>::table.each(put);
  return "{" + text + "}";
}

/// An entry of which only its text is set stands as that.
template <class E>
std::string line_of(const ByName<E>& table) {
  std::string text;
  for (const auto& [name, entry] : table.rows) {
    E alone;
    alone.*E::text() = entry.*E::text();
    const std::string line = line_of(entry);
    text += (text.empty() ? "" : ", ") + scalar(*name) + ": " +
            (line == line_of(alone) ? line_of(entry.*E::text()) : line);
  }
  return "{" + text + "}";
}

std::string text_of(const Loose& value) {
  if (value.trajectory.written()) return line_of(value.trajectory);
  if (value.texts.size() == 1) return scalar(value.texts.front());
  std::string list;
  for (const std::string& text : value.texts) list += (list.empty() ? "" : ", ") + scalar(text);
  return "[" + list + "]";
}

// -- in block style ----------------------------------------------------------------------------

/// Writes the keys of an entity, each on a line of its own.
class Block {
 public:
  explicit Block(std::string& text) : text_(text) {}

  /// `first` is what stands before the first key; the others get as many blanks.
  template <class E>
  void entity(const E& entity, std::string first) {
    const auto put = [&](const auto& field) {
      if (!is_set(entity.*field.member)) return;
      text_ += first;
      text_ += field.key;
      text_ += ":";
      std::replace(first.begin(), first.end(), '-', ' ');
      value(entity.*field.member, first);
    };
    Fields<E>::table.each(put);
  }

 private:
  template <class T>
  void value(const T& member, const std::string& indent) {
    if constexpr (in_block<T>) {
      text_ += "\n";
      entity(member, indent + "  ");
    } else {
      text_ += " " + line_of(member) + "\n";
    }
  }

  template <class E>
  void value(const Many<E>& many, const std::string& indent) {
    text_ += "\n";
    for (const E& entry : many) {
      if constexpr (in_block<E>)
        entity(entry, indent + "  - ");
      else
        text_ += indent + "  - " + line_of(entry) + "\n";
    }
  }

  template <class E>
  void value(const ByName<E>& table, const std::string& indent) {
    text_ += "\n";
    for (const auto& row : table.rows) {
      const std::string line = line_of(ByName<E>{{row}, {}});
      text_ += indent + "  " + line.substr(1, line.size() - 2) + "\n";
    }
  }

  template <class E>
  void value(const OneOrMany<E>& many, const std::string& indent) {
    if (many.size() == 1)
      text_ += " " + line_of(many[0]) + "\n";
    else
      value(static_cast<const Many<E>&>(many), indent);
  }

  std::string& text_;
};

template <class E>
std::string file(const E& entity, std::uint64_t seed) {
  std::string text = fmt::format(
      "# 合成数据：澄溪县是虚构的，由 taizhang example --seed {0} 生成，不是任何地方的真实情况。\n"
      "# Synthetic data of an invented county, made by taizhang example --seed {0}; "
      "it tells of no real place.\n",
      seed);
  Block(text).entity(entity, "");
  return text;
}

}  // namespace

std::string yaml_text(const Plan& plan, std::uint64_t seed) { return file(plan, seed); }
std::string yaml_text(const Registry& registry, std::uint64_t seed) { return file(registry, seed); }
std::string yaml_text(const Task& task, std::uint64_t seed) { return file(task, seed); }

}  // namespace taizhang::example
