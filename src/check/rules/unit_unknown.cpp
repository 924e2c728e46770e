// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/look_alike.h"
#include "base/suggest.h"
#include "base/text.h"
#include "check/rewrite.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

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

void find_unit_unknown(const model::Ledger& ledger, Collector& found) {
  std::map<const model::RegistryFile*, Suggestions> suggestions;
  model::for_each_unit(ledger, [&](const model::RegistryFile& registry, const auto& unit,
                                   source::Span at) {
    if (is_known(registry, unit.text)) return;
    const base::Phrase message{{"名录里没有“{0}”", "“{0}” is not in the registry"}, {unit.text}};
    const std::string plain = base::plain_form(unit.text);
    if (plain != unit.text && is_known(registry, plain)) {
      found.add(at, message,
                {{"写成“{0}”：有的字是形近字或全角字符",
                  "write “{0}”: some of its characters only look right"},
                 {plain}},
                {}, rewrite(ledger, at, unit.text, plain));
      return;
    }
    const std::vector<std::string> several = units_in(registry, unit.text);
    if (several.size() > 1) {
      const std::string apart = base::joined(several, ", ");
      found.add(at, message,
                {{"这是几个单位，之间用英文逗号：{0}",
                  "these are several units: part them with ASCII commas: {0}"},
                 {apart}},
                {}, parted(ledger, at, unit.text, several));
      return;
    }
    const auto near = suggestions[&registry].of(registry, unit.text);
    found.add(at, message,
              near ? base::Phrase{{"是不是“{0}”？", "did you mean “{0}”?"}, {*near}}
                   : base::Phrase{{"改正名称，或把它加进 units.yaml",
                                   "correct the name, or add it to units.yaml"},
                                  {}});
  });
}

}  // namespace

const Rule unit_unknown{
    "E24",
    "unit-unknown",
    source::Severity::error,
    {"名录里没有的单位", "a unit that is not in the registry"},
    {"单位名称写错，这项任务就会从那个单位的清单和考核里消失。",
     "With its name misspelt the task drops out of the unit’s list and score."},
    R"yaml(lead: [市科技据]
)yaml",
    R"yaml(lead: [市科技局]
)yaml",
    find_unit_unknown,
};

}  // namespace taizhang::check
