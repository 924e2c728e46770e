// SPDX-License-Identifier: MIT
#include <functional>
#include <map>
#include <set>

#include "base/look_alike.h"
#include "base/suggest.h"
#include "base/text.h"
#include "check/reference.h"
#include "check/rewrite.h"
#include "check/rules.h"
#include "check/walk.h"
#include "check/written.h"

namespace taizhang::check {

namespace {

/// Call `visit(registry, name, place)` for every name of a unit, keys of the maps by unit included.
template <class Visit>
void for_each_name(const AtLedger& at, const Visit& visit) {
  model::for_each_unit(at.ledger, visit);
  for (const model::PlanFolder& plan : at.ledger.plans) {
    const model::RegistryFile* registry = at.ledger.registry_of(plan);
    if (!registry || !at.ledger.can_tell(*registry)) continue;
    for (const model::TaskFile& file : plan.tasks) {
      for_each_table_by_unit(
          file.task, [&](const auto& table, source::Span around, base::Bilingual) {
            if (&table == &file.task.share) return;
            for (const auto& [name, number] : table.rows)
              visit(*registry, model::UnitName{*name}, name.at_or(table.at_or(around)));
          });
    }
  }
}

/// What the unknown names of one registry were probably meant to be.
class Suggestions {
 public:
  std::optional<std::string> of(const model::RegistryFile& registry, const std::string& unknown) {
    if (names_.empty()) {
      for (const auto& [name, unit] : registry.by_name) names_.push_back(name);
    }
    const auto known = suggested_.find(unknown);
    if (known != suggested_.end()) return known->second;
    // Nobody misspells so many; hostile files must not cost names times units.
    constexpr std::size_t most_suggestions = 200;
    if (suggested_.size() == most_suggestions) return std::nullopt;
    return suggested_[unknown] = base::suggestion(unknown, names_);
  }

 private:
  std::vector<std::string_view> names_;
  std::map<std::string, std::optional<std::string>> suggested_;
};

bool is_known(const model::RegistryFile& registry, std::string_view name) {
  return registry.find(name) || registry.find_alias(name);
}

/// The units that `text` holds between signs that are no ASCII comma, `县水务局、县发改局`; none
/// where one of the parts is no unit.
std::vector<std::string> units_in(const model::RegistryFile& registry, std::string_view text) {
  std::vector<std::string> units;
  constexpr std::size_t longest_list = 2000;
  if (text.size() > longest_list) return units;
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t next = text.size();
    for (std::string_view sign : {"，", "、", "；", ";", "\u3000", " "}) {
      const std::size_t at = text.find(sign);
      if (at < end) {
        end = at;
        next = at + sign.size();
      }
    }
    const std::string_view unit = text.substr(0, end);
    text.remove_prefix(next);
    if (unit.empty()) continue;
    if (!is_known(registry, unit)) return {};
    units.emplace_back(unit);
  }
  return units;
}

/// Where a name stands that the registry does not have.
using Places = std::vector<source::Span>;

/// The unit whose full name it is, or null.
const model::Unit* by_full_name(const model::RegistryFile& registry, std::string_view name) {
  for (const model::Unit& unit : registry.registry.units) {
    if (unit.name && unit.full_name && *unit.full_name == name) return &unit;
  }
  return nullptr;
}

/// Say it at the registry where many say one name and nobody the one that it has: one mistake.
bool is_slip_of_registry(const model::Unit* unit, const std::string& unknown, const Places& places,
                         const std::set<std::string>& used, Collector& found) {
  constexpr std::size_t many = 3;
  if (!unit || !unit->name || places.size() < many || used.contains(*unit->name)) return false;
  found.add(unit->name.at_or(unit->at),
            {"名录里是“{0}”，别处写的都是“{1}”（{2} 处）",
             "the registry has “{0}”, and everywhere else it is “{1}” (places: {2})", *unit->name,
             unknown, places.size()},
            {"名录写错了的，改成“{0}”；名录没有错，各处改成“{1}”",
             "where the registry is wrong write “{0}” here; where it is right write “{1}” there",
             unknown, *unit->name},
            {{places.front(), {"第一处在这里", "the first is here"}}});
  return true;
}

/// The units of a registry whose names have blanks around them, by the name without.
std::map<std::string, const model::Unit*, std::less<>> with_blanks_around(
    const model::RegistryFile& registry) {
  std::map<std::string, const model::Unit*, std::less<>> units;
  for (const model::Unit& unit : registry.registry.units) {
    if (!unit.name) continue;
    const std::string_view bare = without_blanks_around(*unit.name);
    if (bare != *unit.name) units.emplace(bare, &unit);
  }
  return units;
}

/// Say it at the registry where it has blanks around the name that others write: one mistake.
void tell_blanks_in_registry(const model::Unit& unit, const std::string& unknown,
                             const Places& places, Collector& found) {
  found.add(unit.name.at_or(unit.at),
            {"名录里的“{0}”前后有空格，别处写的“{1}”都对不上（{2} 处）",
             "the registry has blanks around “{0}”: “{1}” does not match it (places: {2})",
             *unit.name, unknown, places.size()},
            {"去掉空格，写“{0}”", "write “{0}”", unknown},
            {{places.front(), {"第一处在这里", "the first is here"}}});
}

/// Units of the registry that are parted by a sign or word that a name may have: 甲局/乙局,
/// 甲局和乙局. Empty where one of them is none.
std::vector<std::string> units_beside(const model::RegistryFile& registry,
                                      const std::string& unknown) {
  for (const std::string_view sign : {"/", "／", "和", "与", "及", "&", "+", "会同"}) {
    for (std::size_t at = unknown.find(sign); at != unknown.npos; at = unknown.find(sign, at + 1)) {
      const std::string first(base::trimmed(std::string_view(unknown).substr(0, at)));
      const std::string second(base::trimmed(std::string_view(unknown).substr(at + sign.size())));
      if (is_known(registry, first) && is_known(registry, second)) return {first, second};
    }
  }
  return {};
}

/// 甲局 and （牵头）, where the first is a unit of the registry; both empty where it is none.
std::pair<std::string_view, std::string_view> without_remark(const model::RegistryFile& registry,
                                                             std::string_view unknown) {
  const std::size_t open = std::min(unknown.find("（"), unknown.find('('));
  if (open == unknown.npos || open == 0 || !(unknown.ends_with("）") || unknown.ends_with(')'))) {
    return {};
  }
  const std::string_view unit = base::trimmed(unknown.substr(0, open));
  if (!is_known(registry, unit)) return {};
  return {unit, unknown.substr(open)};
}

/// Whether an item of a list on lines of their own stands at `place`.
bool is_behind_dash(const model::Ledger& ledger, source::Span place) {
  const std::string_view text = ledger.sources.at(place.file).text;
  const std::size_t before = text.substr(0, place.begin).find_last_not_of(' ');
  return before != text.npos && text[before] == '-';
}

/// Several units stand in the place of one: in brackets as one item, else where one unit belongs.
void tell_several(const model::Ledger& ledger, source::Span place, const Words& message,
                  const std::vector<std::string>& units, std::vector<source::Edit> fix,
                  Collector& found) {
  if (is_in_brackets(ledger, place)) {
    found.add(
        place, message,
        {"这是几个单位，之间用英文逗号：{0}",
         "these are several units: part them with ASCII commas: {0}", base::joined(units, ", ")},
        {}, std::move(fix));
  } else if (is_behind_dash(ledger, place)) {
    found.add(place, message,
              {"这是几个单位，一行写一个：{0}", "these are several units: write one a line: {0}",
               base::joined(units, " | ")});
  } else {
    found.add(place, message,
              {"这是几个单位，这里只能写一个：{0}",
               "these are several units, and one stands here: {0}", base::joined(units, " | ")});
  }
}

void look_at_unknown(const model::Ledger& ledger, const model::RegistryFile& registry,
                     const std::string& unknown, const Places& places,
                     const std::optional<std::string>& near, Collector& found) {
  const std::string plain = base::plain_form(unknown);
  const std::vector<std::string> several = units_in(registry, unknown);
  const std::vector<std::string> beside = units_beside(registry, unknown);
  const auto [bare, remark] = without_remark(registry, unknown);
  const model::Unit* full = by_full_name(registry, unknown);
  for (const source::Span place : places) {
    const Words message{"名录里没有“{0}”", "“{0}” is not in the registry", unknown};
    if (plain != unknown && is_known(registry, plain)) {
      found.add(place, message,
                {"写成“{0}”：有的字是形近字或全角字符",
                 "write “{0}”: some of its characters only look right", plain},
                {}, rewrite(ledger, place, unknown, plain));
    } else if (full) {
      found.add(place, message,
                {"这是全称，写成“{0}”", "this is the full name: write “{0}”", *full->name}, {},
                rewrite(ledger, place, unknown, *full->name));
    } else if (several.size() > 1 || !beside.empty()) {
      // What parts the second kind may be of a name.
      const bool is_sure = several.size() > 1;
      tell_several(ledger, place, message, is_sure ? several : beside,
                   is_sure ? parted(ledger, place, unknown, several) : std::vector<source::Edit>(),
                   found);
    } else if (!bare.empty()) {
      found.add(place, message,
                {"只写“{0}”，不写“{1}”：牵头的写进 lead，配合的写进 support",
                 "write “{0}” without “{1}”: who leads stands in lead, who helps in support", bare,
                 remark});
    } else if (near) {
      found.add(place, message, {"是不是“{0}”？", "did you mean “{0}”?", *near});
    } else {
      found.add(place, message,
                {"改正名称，或把它加进 units.yaml", "correct the name, or add it to units.yaml"});
    }
  }
}

void look_at_units(const AtLedger& at, Collector& found) {
  struct Names {
    std::map<std::string, Places> unknown;
    std::set<std::string> used;
    Suggestions suggestions;
  };
  std::map<const model::RegistryFile*, Names> all;
  for_each_name(at, [&](const model::RegistryFile& registry, const auto& unit, source::Span place) {
    Names& names = all[&registry];
    if (is_known(registry, unit.text)) {
      names.used.insert(unit.text);
    } else {
      names.unknown[unit.text].push_back(place);
    }
  });
  for (auto& [registry, names] : all) {
    const auto spaced = with_blanks_around(*registry);
    for (const auto& [unknown, places] : names.unknown) {
      if (const auto unit = spaced.find(unknown); unit != spaced.end()) {
        tell_blanks_in_registry(*unit->second, unknown, places, found);
        continue;
      }
      const auto near = names.suggestions.of(*registry, unknown);
      const model::Unit* meant = near ? registry->find(*near) : nullptr;
      if (is_slip_of_registry(meant, unknown, places, names.used, found)) continue;
      look_at_unknown(at.ledger, *registry, unknown, places, near, found);
    }
  }
}

}  // namespace

const Rule unit_alias{
    "W01 unit-alias",
    {"用了单位的别名", "a unit under another name"},
    {"别名能认出来，但各处写同一个名称，清单才便于查找。",
     "An alias is understood, yet lists are easier to search when every file uses one name."},
    R"yaml(lead: [科技局]   # 名录里是市科技局的别名)yaml",
    R"yaml(lead: [市科技局])yaml",
    [](const AtLedger& at, Collector& found) {
      for_each_name(at, [&](const model::RegistryFile& registry, const auto& unit,
                            source::Span place) {
        if (registry.find(unit.text)) return;
        const model::Unit* meant = registry.find_alias(unit.text);
        if (!meant || !meant->name) return;
        found.add(place,
                  {"“{0}”是“{1}”的别名", "“{0}” is another name of “{1}”", unit.text, *meant->name},
                  {"写成“{0}”", "write “{0}”", *meant->name}, {},
                  rewrite(at.ledger, place, unit.text, *meant->name));
      });
    },
};

const Rule unit_unknown{
    "E24 unit-unknown",
    {"名录里没有的单位", "a unit that is not in the registry"},
    {"单位名称写错，这项任务就会从那个单位的清单和考核里消失。",
     "With its name misspelt the task drops out of the unit’s list and score."},
    R"yaml(lead: [市科技据])yaml",
    R"yaml(lead: [市科技局])yaml",
    [](const AtLedger& at, Collector& found) { look_at_units(at, found); },
};

}  // namespace taizhang::check
