// SPDX-License-Identifier: MIT
//
// What stands in a list already, asked before something is put behind it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/date_span.h"
#include "base/phrase.h"
#include "edit/entity.h"

namespace taizhang::intake {

/// The id that comes next behind those of `entries`: `r5` behind `r4`; `prefix` and 1 where there
/// are none.
template <class E>
std::string next_id(const model::Many<E>& entries, std::string prefix) {
  const auto split = [](const std::string& id) {
    const std::size_t digits = id.find_last_not_of("0123456789");
    return digits == id.npos ? 0 : digits + 1;
  };
  for (const E& entry : entries) {
    if (entry.id && split(*entry.id) < entry.id->size()) {
      prefix = entry.id->substr(0, split(*entry.id));
    }
  }
  constexpr std::size_t most_digits = 9;
  long long last = 0;
  for (const E& entry : entries) {
    if (!entry.id || !entry.id->starts_with(prefix)) continue;
    const std::string number = entry.id->substr(prefix.size());
    const bool is_number = !number.empty() && number.size() <= most_digits &&
                           number.find_first_not_of("0123456789") == number.npos;
    if (is_number) last = std::max(last, std::stoll(number));
  }
  return prefix + std::to_string(last + 1);
}

/// Whether `there` has every value that `wanted` has, but for its id and the keys of `but`.
template <class E>
bool says_all_of(const E& there, const E& wanted, const std::vector<std::string_view>& but) {
  const auto text = [](const auto& member) {
    return edit::on_one_line(edit::value_of(member, base::Language::en));
  };
  return !model::Fields<E>::table.any([&](const auto& field) {
    if (field.key == "id" || std::find(but.begin(), but.end(), field.key) != but.end()) {
      return false;
    }
    const auto& member = field.of(wanted);
    if (!edit::is_set(member)) return false;
    return !edit::is_set(field.of(there)) || text(field.of(there)) != text(member);
  });
}

/// The entry of `entries` that already says what `wanted` does; null where none does.
template <class E>
const E* already_there(const model::Many<E>& entries, const E& wanted,
                       const std::vector<std::string_view>& but = {}) {
  for (const E& entry : entries) {
    if (says_all_of(entry, wanted, but)) return &entry;
  }
  return nullptr;
}

/// The newest reading of the same date, of the whole or of a unit that both name, that stands and
/// says something else; null where there is none.
const model::Reading* other_of_date(const model::Many<model::Reading>& readings,
                                    const model::Reading& wanted);

/// What `unit` said last of a task within `span`; null where it said nothing. Words that nobody
/// has signed are the first lead's.
const model::Progress* progress_of(const model::Task& task,
                                   const model::Many<model::Progress>& entries,
                                   const std::string& unit, base::DateSpan span);

/// Why `value` is no place of a rank: places are whole, from 1 to the last; empty where it is one,
/// or `indicator` no rank.
base::Phrase fault_of_rank(const model::Indicator& indicator, base::Decimal value);

/// What a reading says, for people: `131`, or the figure of each unit.
std::string value_text(const model::Reading& reading);

}  // namespace taizhang::intake
