// SPDX-License-Identifier: MIT
#include "query/dimensions.h"

#include <algorithm>
#include <charconv>

#include "measure/units.h"
#include "query/light_cell.h"

namespace taizhang::query {

namespace {

using measure::Counted;
using Keys = std::vector<std::string>;

// -- sections -----------------------------------------------------------------------------------

std::vector<KnownKey> known_sections(const Place& place) {
  std::vector<KnownKey> known;
  for (const model::Section& section : place.plan().plan.sections) {
    if (section.no) known.push_back({std::to_string(*section.no), Shows::in_a_whole_plan});
  }
  return known;
}

Keys section_of(const Counted& counted, const Place&) {
  const auto& section = counted.task.task().section;
  return section ? Keys{std::to_string(*section)} : Keys{};
}

/// Its title; its number alone where the plan has no such section.
std::string section_label(const std::string& key, const model::PlanFolder& plan,
                          const base::Words&) {
  int no = 0;
  std::from_chars(key.data(), key.data() + key.size(), no);
  const model::Section* section = plan.section(no);
  return section ? section->title.value_or(key) : key;
}

// -- units --------------------------------------------------------------------------------------

std::vector<KnownKey> known_units(const Place& place) {
  std::vector<KnownKey> known;
  if (!place.registry) return known;
  for (const model::Unit& unit : place.registry->registry.units) {
    if (unit.name) known.push_back({*unit.name, Shows::where_it_occurs});
  }
  return known;
}

void add_units(const model::List<model::UnitName>& units, const Place& place, Keys& keys) {
  for (const auto& unit : units.items) {
    if (!unit) continue;
    const base::Date day = place.figures->clocks.as_of;
    std::string name = measure::unit_on(place.registry, unit->text, day);
    // Two names of one unit, or two units that have been merged, are one.
    if (std::find(keys.begin(), keys.end(), name) == keys.end()) keys.push_back(std::move(name));
  }
}

Keys leads_of(const Counted& counted, const Place& place) {
  Keys keys;
  add_units(counted.task.task().lead, place, keys);
  return keys;
}

Keys units_of(const Counted& counted, const Place& place) {
  Keys keys = leads_of(counted, place);
  add_units(counted.task.task().support, place, keys);
  return keys;
}

std::string unit_label(const std::string& key, const model::PlanFolder&, const base::Words&) {
  return key;
}

// -- enumerations -------------------------------------------------------------------------------

template <class E>
Shows shows(E) {
  return Shows::where_it_occurs;
}
Shows shows(model::Light) { return Shows::always; }
Shows shows(model::Class standing) {
  return standing == model::Class::not_applicable ? Shows::where_it_occurs : Shows::always;
}

template <class E>
std::vector<KnownKey> known_values(const Place&) {
  std::vector<KnownKey> known;
  for (const auto& [value, name, word] : model::Names<E>::table) {
    known.push_back({std::string(name), shows(value)});
  }
  return known;
}

template <class E>
std::string value_label(const std::string& key, const model::PlanFolder&,
                        const base::Words& words) {
  return model::label(words.language(), *model::from_name<E>(key));
}

template <class E>
Tone value_tone(const std::string& key) {
  return tone_of(*model::from_name<E>(key));
}

template <class E>
Keys key_of(E value) {
  return {std::string(model::name(value))};
}

template <class E>
Keys key_of(const model::Given<E>& value) {
  return value ? key_of(*value) : Keys{};
}

Keys light_of(const Counted& counted, const Place&) {
  return key_of(counted.indicator ? counted.indicator->light() : counted.task.light());
}

Keys class_of(const Counted& counted, const Place&) {
  return key_of(counted.indicator ? counted.indicator->standing : counted.task.standing);
}

Keys status_of(const Counted& counted, const Place&) { return key_of(counted.task.task().status); }

Keys kind_of(const Counted& counted, const Place&) {
  return key_of(counted.indicator->indicator->kind);
}

Keys commitment_of(const Counted& counted, const Place&) {
  return key_of(counted.indicator->indicator->commitment);
}

Keys frequency_of(const Counted& counted, const Place&) {
  return key_of(counted.indicator->indicator->frequency.value_or(model::Frequency::month));
}

// -- the table ----------------------------------------------------------------------------------

template <class E>
constexpr Dimension of_values(std::string_view name, base::Bilingual title, bool of_indicators,
                              Keys (*keys)(const Counted&, const Place&),
                              Tone (*tone)(const std::string&)) {
  return {name, title, of_indicators, false, false, known_values<E>, keys, value_label<E>, tone};
}

constexpr Dimension table[] = {
    of_values<model::Class>("class", {"进度", "Class"}, false, class_of, value_tone<model::Class>),
    of_values<model::Commitment>("commitment", {"承诺力度", "Commitment"}, true, commitment_of,
                                 nullptr),
    of_values<model::Frequency>("frequency", {"报送频率", "Frequency"}, true, frequency_of,
                                nullptr),
    of_values<model::Kind>("kind", {"指标类型", "Kind"}, true, kind_of, nullptr),
    {"lead",
     {"牵头单位", "Lead unit"},
     false,
     true,
     false,
     known_units,
     leads_of,
     unit_label,
     nullptr},
    of_values<model::Light>("light", {"灯", "Light"}, false, light_of, value_tone<model::Light>),
    {"section",
     {"板块", "Section"},
     false,
     false,
     true,
     known_sections,
     section_of,
     section_label,
     nullptr},
    of_values<model::Status>("status", {"状态", "Status"}, false, status_of, nullptr),
    {"unit", {"单位", "Unit"}, false, true, false, known_units, units_of, unit_label, nullptr},
};
static_assert(std::ranges::adjacent_find(table, std::ranges::greater_equal{}, &Dimension::name) ==
                  std::end(table),
              "by name, each once");

}  // namespace

std::span<const Dimension> dimensions() { return table; }

}  // namespace taizhang::query
