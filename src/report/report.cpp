// SPDX-License-Identifier: MIT
#include "report/report.h"

#include "base/text.h"
#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;

namespace {

/// What of the plan is in view: `板块 4、单位 市科技局`.
Value selection_line(const Asked& asked) {
  document::List terms;
  const query::Selection& selection = asked.selection;
  for (const auto& [title, value] : {std::pair(keys::field_section, selection.section),
                                     std::pair(keys::stats_unit, selection.unit),
                                     std::pair(keys::field_status, selection.status)}) {
    if (!value.empty()) terms.items.emplace_back(std::string(asked.words[title]) + " " + value);
  }
  return terms;
}

}  // namespace

Value filled(std::string_view text, std::vector<Value> values) {
  document::Sentence sentence;
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_place = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}';
    const auto number = is_place ? static_cast<std::size_t>(text[i + 1] - '0') : values.size();
    if (number >= values.size()) {
      plain += text[i];
      continue;
    }
    if (!plain.empty()) sentence.pieces.emplace_back(std::move(plain));
    plain.clear();
    sentence.pieces.push_back(values[number]);
    i += 2;
  }
  if (!plain.empty()) sentence.pieces.emplace_back(std::move(plain));
  return sentence;
}

Document started(const Asked& asked, std::string id, std::string title) {
  Document document;
  document.id = std::move(id);
  document.title = std::move(title);
  document.language = asked.language();
  document.clocks = asked.clocks;
  bool synthetic = false;
  for (const facts::Row& plan : facts::rows(asked.world(), facts::Kind::plans)) {
    document.head.push_back(facts::value(plan, "title"));
    synthetic |= query::plain(facts::value(plan, "synthetic")) == "true";
  }
  if (!asked.selection.takes_all()) {
    document.head.push_back(say(asked, keys::stats_selection, selection_line(asked)));
  }
  document.head.push_back(days(asked));
  if (synthetic) document.foot.emplace_back(asked.words[keys::text_synthetic]);
  if (asked.faulty_files > 0) {
    document.foot.push_back(
        say(asked, keys::weekly_faults, static_cast<long long>(asked.faulty_files)));
  }
  return document;
}

Value days(const Asked& asked) {
  const base::Clocks clocks = asked.clocks;
  if (clocks.as_of == clocks.known_by) return clocks.as_of;
  return say(asked, keys::text_as_of_known_by, clocks.as_of, clocks.known_by);
}

Value legend(const Asked& asked) { return asked.words[keys::text_legend]; }

document::Row row_of(const facts::Row& row, const std::vector<facts::Asked>& fields) {
  document::Row cells;
  cells.address = facts::address(row);
  for (const facts::Asked& field : fields) cells.cells.push_back(field.shown(row));
  return cells;
}

document::Column column_of(const std::string& name, const facts::Asked& field,
                           base::Language language) {
  using enum facts::Type;
  document::Column column{name, field.title(language)};
  switch (field.field->type) {
    case whole:
    case number:
    case percent:
    case points:
    case ratio:
    case score:
      column.align = document::Align::right;
      break;
    case text:
    case list:
    case record:
      column.yields = true;
      break;
    case date:
    case word:
    case yes_no:
      break;
  }
  return column;
}

}  // namespace taizhang::report
