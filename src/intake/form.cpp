// SPDX-License-Identifier: MIT
#include "intake/form.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <span>

#include "facts/catalogue.h"
#include "intake/entries.h"

namespace taizhang::intake {

using base::Language;
using facts::Row;
using measure::IndicatorFigures;
using measure::MilestoneFigures;
using measure::StrandFigures;
using measure::UnitFigures;
using sheets::OutCell;

namespace {

/// Whether something that is reported so often has a report that ends in `period`.
bool is_due(model::Frequency frequency, base::DateSpan period) {
  const std::chrono::year_month_day last(period.to);
  const unsigned month = static_cast<unsigned>(last.month());
  constexpr unsigned months_of_quarter = 3, months_of_year = 12;
  switch (frequency) {
    case model::Frequency::quarter:
      return month % months_of_quarter == 0;
    case model::Frequency::year:
      return month == months_of_year;
    default:
      return true;
  }
}

std::string digits(const std::optional<base::Ratio>& value) {
  constexpr int places = 3;
  if (!value) return {};
  std::string text = rounded(*value, places);
  if (text.find('.') != text.npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

/// Fills the rows of the forms of all units, task by task.
class FormWriter {
 public:
  FormWriter(const facts::World& world, base::DateSpan period, Language language)
      : world_(world), period_(period), language_(language) {}

  void task(const Row& task) {
    if (!task.task->open() || !is_of_period(task.plan->plan->plan.period)) return;
    begun_.clear();
    for (const Row& indicator : facts::rows_in(task, facts::Kind::indicators)) {
      const auto& figures = indicator.as<IndicatorFigures>();
      if (!is_due(figures.frequency, period_)) continue;
      if (!figures.is_by_unit()) {
        row(figures.reporter, task, &indicator, &figures);
        continue;
      }
      for (const Row& share : facts::rows_in(indicator, facts::Kind::shares)) {
        const auto& unit = share.as<UnitFigures>();
        row(unit.unit, task, &share, &unit);
      }
    }
    for (const Row& milestone : facts::rows_in(task, facts::Kind::milestones)) {
      const auto& figures = milestone.as<MilestoneFigures>();
      const bool is_asked = !figures.done && figures.due && *figures.due <= period_.to;
      if (is_asked && !task.task->lead.empty()) day_row(task, milestone, *figures.due);
    }
    // Who leads says how it goes, also where others have the figures.
    if (!task.task->lead.empty() && !begun_.contains(task.task->lead.front())) {
      row(task.task->lead.front(), task, nullptr, nullptr);
    }
  }

  std::map<std::string, std::vector<std::vector<OutCell>>> rows;  ///< by unit

 private:
  /// One row; without an indicator it asks for words alone. Words are asked for once a task.
  void row(const std::string& unit, const Row& task, const Row* measured,
           const StrandFigures* figures) {
    if (unit.empty()) return;
    const bool first = begun_.insert(unit).second;
    std::vector<OutCell> cells;
    for (const FormHead& head : form_heads) {
      const bool open = is_open(head.column, measured, first);
      const bool of_words = is_words(head.column);
      OutCell cell{of_words ? (first ? words(head.column, unit, *task.task) : std::string())
                            : text(head.column, task, measured, figures),
                   open ? OutCell::Look::open : OutCell::Look::plain};
      cell.is_number = head.column == FormColumn::last || head.column == FormColumn::expected ||
                       head.column == FormColumn::value || head.column == FormColumn::item ||
                       (head.column == FormColumn::benchmark && figures);
      cells.push_back(std::move(cell));
    }
    rows[unit].push_back(std::move(cells));
  }

  /// A row that asks for the day on which a milestone was done.
  void day_row(const Row& task, const Row& milestone, base::Date due) {
    const std::string& unit = task.task->lead.front();
    const bool first = begun_.insert(unit).second;
    const auto text_of = [&](FormColumn column) -> std::string {
      switch (column) {
        case FormColumn::address:
          return address(milestone);
        case FormColumn::indicator:
          return milestone.as<model::Milestone>().name.value_or("");
        case FormColumn::unit:
          return std::string(form_day_done.in(language_));
        case FormColumn::target:
          return base::Phrase{{"{0} 前", "by {0}"}, {base::iso(due)}}.in(language_);
        default:
          return text(column, task, nullptr, nullptr);
      }
    };
    std::vector<OutCell> cells;
    for (const FormHead& head : form_heads) {
      const bool of_words = is_words(head.column);
      const bool open = of_words ? first : head.column == FormColumn::value;
      cells.push_back({of_words ? (first ? words(head.column, unit, *task.task) : std::string())
                                : text_of(head.column),
                       open ? OutCell::Look::open : OutCell::Look::plain});
      cells.back().is_number = head.column == FormColumn::item;
    }
    rows[unit].push_back(std::move(cells));
  }

  bool is_of_period(const model::Period& plan) const {
    return !(plan.end && period_.from > *plan.end) && !(plan.start && period_.to < *plan.start);
  }

  static bool is_words(FormColumn column) {
    return column > FormColumn::reason && column < FormColumn::benchmark;
  }

  static bool is_open(FormColumn column, const Row* measured, bool first) {
    if (is_words(column)) return first;
    if (column < FormColumn::value || !measured) return false;
    return column != FormColumn::benchmark || measured->indicator->indicator->than.written();
  }

  /// What `unit` said last of a task within the period.
  std::string words(FormColumn column, const std::string& unit,
                    const measure::TaskFigures& task) const {
    const model::Progress* said =
        progress_of(task.file->task, task.file->task.progress, unit, period_);
    if (!said) return {};
    switch (column) {
      case FormColumn::done:
        return said->done.value_or("");
      case FormColumn::problems:
        return said->problems.value_or("");
      case FormColumn::next:
        return said->next.value_or("");
      default:
        if (!said->verdict) return {};
        return std::string(model::label(*said->verdict).in(language_));
    }
  }

  std::string text(FormColumn column, const Row& task, const Row* measured,
                   const StrandFigures* figures) const {
    const auto said = [&](const Row& row, std::string_view field) {
      const document::Value value = facts::value(row, field);
      return value.is_absent() ? std::string() : document::text(value, language_);
    };
    switch (column) {
      case FormColumn::address:
        return address(measured ? *measured : task);
      case FormColumn::item:
        return std::to_string(task.task->file->item().value_or(0));
      case FormColumn::task:
        return said(task, "title");
      case FormColumn::indicator:
        return measured ? said(facts::ancestor(*measured, facts::Kind::indicators), "name") : "";
      case FormColumn::unit:
        return measured ? measured->indicator->indicator->unit.value_or("") : "";
      case FormColumn::target:
        return !measured ? ""
               : measured->kind == facts::Kind::shares
                   ? said(*measured, "target")
                   : said(*measured, "promise") + aside(*measured);
      case FormColumn::last:
        return figures ? value_on(*figures, [&](base::Date day) { return day < period_.from; })
                       : "";
      case FormColumn::value:
        return figures ? value_on(*figures, [&](base::Date day) { return day == period_.to; }) : "";
      case FormColumn::benchmark: {
        const auto* reading =
            figures ? newest(*figures, [&](base::Date day) { return day == period_.to; }) : nullptr;
        return reading && reading->benchmark ? reading->benchmark->text() : "";
      }
      case FormColumn::expected:
        return figures ? digits(figures->expected_now.used) : "";
      default:
        return {};
    }
  }

  /// That an indicator is a part of another, or beside those that count.
  std::string aside(const Row& measured) const {
    const model::Indicator& indicator = *measured.indicator->indicator;
    if (indicator.part_of)
      return std::string(base::Bilingual{"（其中项）", " (a part)"}.in(language_));
    const bool counts = model::resolved<&model::Indicator::weight>(indicator) > base::Decimal();
    return counts ? "" : std::string(base::Bilingual{"（不计入）", " (not counted)"}.in(language_));
  }

  /// As people name it: without its plan where there is only one.
  std::string address(const Row& row) const {
    const std::string whole = facts::address(row);
    return world_.several_plans() ? whole : whole.substr(row.plan->plan->id.size() + 1);
  }

  /// The newest figure whose data date `wanted` holds of; null where there is none.
  template <class Wanted>
  static const measure::Effective* newest(const StrandFigures& figures, const Wanted& wanted) {
    const measure::Effective* found = nullptr;
    for (const measure::Effective& reading : figures.readings) {
      if (wanted(reading.date) && reading.applicable) found = &reading;
    }
    return found;
  }

  template <class Wanted>
  static std::string value_on(const StrandFigures& figures, const Wanted& wanted) {
    const measure::Effective* found = newest(figures, wanted);
    return found ? found->value.text() : std::string();
  }

  const facts::World& world_;
  base::DateSpan period_;
  Language language_;
  std::set<std::string> begun_;  ///< the units that have a row of the task
};

sheets::Page page_of(const std::string& unit, base::DateSpan period, Language language,
                     std::vector<std::vector<OutCell>> rows) {
  const auto compared = [](const std::vector<OutCell>& row) {
    return row.back().look == OutCell::Look::open;
  };
  const std::size_t columns = form_heads.size() - (std::ranges::any_of(rows, compared) ? 0 : 1);
  const auto says = [&](base::Bilingual text, std::vector<base::Argument> parts) {
    return OutCell{base::Phrase{text, std::move(parts)}.in(language), OutCell::Look::title};
  };
  sheets::Page page;
  page.name = unit;
  page.rows.push_back({says(form_title, {unit})});
  page.rows.push_back({says({"{0}：{1}；{2}：{3}", "{0}: {1}; {2}: {3}"},
                            {form_date, base::iso(period.to), form_reporter, unit})});
  page.rows.push_back({says(form_advice, {})});
  page.rows.emplace_back();
  for (const FormHead& head : std::span(form_heads).first(columns)) {
    page.rows.back().push_back({std::string(head.head.in(language)), OutCell::Look::head});
    page.widths.push_back(head.width);
  }
  page.head_rows = page.rows.size();
  std::vector<std::string>& verdicts = page.choices[static_cast<std::size_t>(FormColumn::verdict)];
  for (const auto& row : model::Names<model::Verdict>::table) {
    verdicts.emplace_back(row.label.in(language));
  }
  for (auto& row : rows) {
    row.resize(columns);
    page.rows.push_back(std::move(row));
  }
  return page;
}

}  // namespace

std::vector<Form> forms(const facts::World& world, base::DateSpan period, const std::string& unit,
                        Language language) {
  FormWriter writer(world, period, language);
  for (const Row& task : facts::rows(world, facts::Kind::tasks)) writer.task(task);
  std::vector<std::string> order = world.unit_names();
  for (const auto& [name, rows] : writer.rows) {
    if (std::find(order.begin(), order.end(), name) == order.end()) order.push_back(name);
  }
  std::vector<Form> result;
  for (const std::string& name : order) {
    const auto rows = writer.rows.find(name);
    if (rows == writer.rows.end() || (!unit.empty() && unit != name)) continue;
    result.push_back({name, page_of(name, period, language, std::move(rows->second))});
    writer.rows.erase(rows);
  }
  return result;
}

LockedRows locked_in_forms(const facts::World& world, base::Date day) {
  using namespace std::chrono;
  const year_month_day date(day);
  const unsigned month = static_cast<unsigned>(date.month());
  const auto from_month = [&](unsigned months) {
    const unsigned first = (month - 1) / months * months + 1;
    return base::Date(date.year() / std::chrono::month(first) / 1);
  };
  constexpr unsigned quarter = 3, half = 6, whole = 12;
  constexpr int days_of_week = 7;
  const std::array begins = {
      from_month(1), from_month(quarter),         from_month(half), from_month(whole),
      day,           day - days(days_of_week - 1)};
  LockedRows locked;
  for (const base::Date begin : begins) {
    for (const auto language : {Language::zh, Language::en}) {
      // Only words differ, and those have no beginning.
      if (language == Language::en && begin != begins.front()) continue;
      for (const Form& form : forms(world, {begin, day}, {}, language)) {
        for (std::size_t i = form.page.head_rows; i < form.page.rows.size(); ++i) {
          const auto& cells = form.page.rows[i];
          LockedRow& row = locked[cells[static_cast<std::size_t>(FormColumn::address)].text];
          row.unit = form.unit;
          row.value = cells[static_cast<std::size_t>(FormColumn::value)].text;
          for (const FormHead& head : form_heads) {
            if (head.column >= FormColumn::value) break;
            row.said[head.column].push_back(cells[static_cast<std::size_t>(head.column)].text);
          }
        }
      }
    }
  }
  return locked;
}

}  // namespace taizhang::intake
