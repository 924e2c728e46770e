// SPDX-License-Identifier: MIT
#include "report/report.h"

#include "base/place.h"

#include <algorithm>
#include <span>

#include "base/text.h"
#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;

Value filled(std::string_view text, std::vector<Value> values) {
  document::Sentence sentence;
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
    const auto place = end == std::string_view::npos ? base::Place{}
                                                     : base::place(text.substr(i + 1, end - i - 1));
    const bool is_place = place.name.size() == 1;
    const auto number = is_place ? static_cast<std::size_t>(place.name[0] - '0') : values.size();
    if (number >= values.size()) {
      plain += text[i];
      continue;
    }
    if (place.is_word) {
      plain += place.word(document::text(values[number], base::Language::en));
      i = end;
      continue;
    }
    if (!plain.empty()) sentence.pieces.emplace_back(std::move(plain));
    plain.clear();
    sentence.pieces.push_back(values[number]);
    i = end;
  }
  if (!plain.empty()) sentence.pieces.emplace_back(std::move(plain));
  return sentence;
}

Value selection_line(const Asked& asked) {
  document::List terms;
  const query::Selection& selection = asked.selection;
  for (const auto& [title, value] : {std::pair(keys::field_section, selection.section),
                                     std::pair(keys::stats_unit, selection.unit),
                                     std::pair(keys::field_status, selection.status)}) {
    if (!value.empty()) terms.items.emplace_back(std::string(asked.words[title]) + " " + value);
  }
  if (!selection.filter.empty()) terms.items.emplace_back(selection.filter);
  return terms;
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
        say(asked, keys::text_faults, static_cast<long long>(asked.faulty_files)));
  }
  return document;
}

Value days(const Asked& asked) {
  const base::Clocks clocks = asked.clocks;
  if (clocks.as_of == clocks.known_by) return clocks.as_of;
  return say(asked, keys::text_as_of_known_by, clocks.as_of, clocks.known_by);
}

Value day_of_paper(base::Date day) {
  const std::chrono::year_month_day date{day};
  const auto number = [](auto part) { return std::to_string(static_cast<int>(part)); };
  return document::Phrase{.text = {"{0}年{1}月{2}日", "{3}"},
                          .arguments = {number(static_cast<int>(date.year())),
                                        number(static_cast<unsigned>(date.month())),
                                        number(static_cast<unsigned>(date.day())), day}};
}

Value days_of_paper(const Asked& asked) {
  const base::Clocks clocks = asked.clocks;
  Value day = day_of_paper(clocks.as_of);
  if (clocks.as_of == clocks.known_by) return day;
  return say(asked, keys::text_as_of_known_by, std::move(day), day_of_paper(clocks.known_by));
}

Value legend(const Asked& asked) {
  const std::vector<facts::Row> plans = facts::rows(asked.world(), Kind::plans);
  const bool is_public = std::ranges::all_of(plans, [](const facts::Row& plan) {
    return query::plain(facts::value(plan, "reporting")) == "public";
  });
  return asked.words[is_public && !plans.empty() ? keys::text_legend_public : keys::text_legend];
}

bool shows_lights(const std::vector<facts::Asked>& fields) {
  return std::ranges::any_of(fields, [](const facts::Asked& asked) {
    return asked.field->name == "light" || asked.field->name == "class";
  });
}

std::vector<Shown> named_columns(const std::vector<std::string_view>& names) {
  std::vector<Shown> columns;
  for (const std::string_view name : names) columns.push_back({name});
  return columns;
}

document::Table table_of(const Asked& asked, std::string id, facts::Kind kind,
                         const std::vector<facts::Row>& rows, const std::vector<Shown>& columns) {
  document::Table table{
      .id = std::move(id), .kind = std::string(facts::kind_of(kind).name), .clocks = asked.clocks};
  std::vector<std::function<Value(const facts::Row&)>> cells;
  for (const Shown& column : columns) {
    const std::string name(column.field);
    if (column.get && !facts::find_field(kind, name)) {
      table.columns.push_back({.key = name, .title = {}, .yields = true});
    } else {
      const facts::Asked field = query::find_column(kind, name);
      table.columns.push_back(column_of(name, field, asked.language()));
      // An event has no figures but those of other rows.
      const bool of_others = kind == facts::Kind::events && field.kind != kind;
      if (!column.get && of_others) {
        cells.push_back([name](const facts::Row& row) { return query::field(row, name); });
      } else if (!column.get) {
        cells.push_back([field](const facts::Row& row) { return field.shown(row); });
      }
    }
    if (column.get) cells.push_back(column.get);
    if (column.title) table.columns.back().title = asked.words[*column.title];
    table.columns.back().in_heading = column.for_programs;
  }
  table.rows.reserve(rows.size());
  for (const facts::Row& row : rows) {
    document::Row& line = table.rows.emplace_back();
    line.address = facts::address(row);
    line.cells.reserve(cells.size());
    for (const auto& cell : cells) line.cells.push_back(cell(row));
  }
  return table;
}

document::Column column_of(const std::string& name, const facts::Asked& field,
                           base::Language language) {
  constexpr facts::Type numbers[] = {facts::Type::whole,  facts::Type::number, facts::Type::percent,
                                     facts::Type::points, facts::Type::ratio,  facts::Type::score};
  constexpr facts::Type long_texts[] = {facts::Type::text, facts::Type::list, facts::Type::record};
  const auto is_of = [&](std::span<const facts::Type> types) {
    return std::ranges::find(types, field.type()) != types.end();
  };
  document::Column column{name, field.title(language),
                          is_of(numbers) ? document::Align::right : document::Align::left,
                          is_of(long_texts)};
  // Ten 汉字 and the mark of what is cut: with less a title says nothing.
  if (field.part.empty() && (field.field->name == "title" || field.field->name == "name")) {
    column.least = 21;
  }
  return column;
}

}  // namespace taizhang::report
