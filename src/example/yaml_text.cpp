// SPDX-License-Identifier: MIT
//
// Entries with many or long values are written in block style, the others on one line, as people do
// by hand:
//
//   indicators:
//     - id: pipes
//       readings:
//         - {id: r1, date: 2024-03-31, value: 6.5}
#include "example/yaml_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "edit/entity.h"

namespace taizhang::example {

using namespace model;

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

template <class T>
std::string line_of(const T& member) {
  return edit::on_one_line(edit::value_of(member, base::Language::en));
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
      if (!edit::is_set(field.of(entity))) return;
      text_ += first;
      text_ += field.key;
      text_ += ":";
      std::replace(first.begin(), first.end(), '-', ' ');
      value(field.of(entity), first);
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
