// SPDX-License-Identifier: MIT
#include "yaml/torn_lines.h"

#include <utility>

#include "yaml/torn_reader.h"

namespace taizhang::yaml {

std::vector<Diagnosis> TornReader::read() {
  if (look_for_line_numbers() || look_for_lost_indents() || look_for_lost_dashes()) {
    return std::move(found_);
  }
  for (at_ = 0; at_ < rows_.all().size(); ++at_) look_at_row();
  return std::move(found_);
}

void TornReader::look_at_row() {
  const Row& here = rows_.all()[at_];
  if (here.in_block) {
    if (here.head + 1 != at_ || !look_at_edge(here)) look_for_key(here);
    return;
  }
  if (here.goes_on) return;
  if (here.text.substr(here.indent).starts_with("```")) return look_at_fence(here);
  if (look_at_pushed_item(here) || look_at_diff(here) || look_at_lost_head(here) ||
      look_at_fallen_item(here))
    return;
  if (look_at_spreadsheet(here) || look_at_fallen_text(here) || look_at_dash(here) ||
      look_at_margin(here) || look_at_quote(here) || look_at_broken(here)) {
    return;
  }
  look_for_second(here);
}

std::vector<Diagnosis> torn_lines(std::string_view text, const Vocabulary& keys) {
  return TornReader(text, keys).read();
}

}  // namespace taizhang::yaml
