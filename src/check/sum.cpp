// SPDX-License-Identifier: MIT
#include "check/sum.h"

#include <algorithm>
#include <map>

#include "measure/in_force.h"

namespace taizhang::check {

namespace {

/// Whether a part is counted like its total, so that the two can be added up at all.
bool goes_with(const model::Indicator& part, const model::Indicator& total) {
  const auto adds_up = [](const model::Indicator& one) {
    return one.kind && one.unit && measure::written_target(one) && one.qualifier &&
           *one.unit != "%" &&
           (*one.kind == model::Kind::cumulative || *one.kind == model::Kind::level) &&
           *one.qualifier != model::Qualifier::about;
  };
  return adds_up(part) && adds_up(total) && *part.unit == *total.unit && *part.kind == *total.kind;
}

}  // namespace

int decimals(const model::Ledger& ledger, source::Span at) {
  const std::string& text = ledger.sources[at.file].text;
  int places = -1;
  for (std::uint32_t i = at.begin; i < at.end && i < text.size(); ++i) {
    if (text[i] == '.')
      places = 0;
    else if (places >= 0 && text[i] >= '0' && text[i] <= '9')
      ++places;
  }
  return std::max(places, 0);
}

base::Ratio last_place(int places) {
  base::Ratio unit = 1;
  for (int i = 0; i < places; ++i) unit /= 10;
  return unit;
}

void Sum::add(base::Decimal part, int decimals_of_part) {
  value += base::to_ratio(part);
  ++count;
  places = std::max(places, decimals_of_part);
}

base::Ratio Sum::slack() const {
  if (places == 0) return 0;
  return last_place(places) * static_cast<unsigned long>(count + 1) / 2;
}

std::vector<Total> totals_of(const model::Task& task) {
  std::map<std::string_view, Total> by_id;
  for (const model::Indicator& indicator : task.indicators) {
    if (indicator.id) by_id.emplace(*indicator.id, Total{&indicator, {}});
  }
  for (const model::Indicator& indicator : task.indicators) {
    if (!indicator.part_of) continue;
    const auto total = by_id.find(*indicator.part_of);
    if (total != by_id.end()) total->second.parts.push_back(&indicator);
  }
  std::vector<Total> totals;
  for (auto& row : by_id) {
    Total& total = row.second;
    const bool sound =
        std::all_of(total.parts.begin(), total.parts.end(), [&](const model::Indicator* part) {
          return part != total.indicator && goes_with(*part, *total.indicator);
        });
    if (sound && !total.parts.empty()) totals.push_back(std::move(total));
  }
  return totals;
}

bool cannot_be(const Sum& sum, base::Decimal total, bool whole) {
  const base::Ratio gap = sum.value - base::to_ratio(total);
  if (gap < 0) return whole && sum.count >= 2 && -gap > sum.slack();
  return gap > sum.slack();
}

}  // namespace taizhang::check
