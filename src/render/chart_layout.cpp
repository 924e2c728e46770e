// SPDX-License-Identifier: MIT
#include "render/chart_layout.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace taizhang::render {

using base::Ratio;
using document::Chart;
using document::Value;

namespace {

/// A part of a bar that is at least so wide has room for its count.
const Ratio room_for_count{1, 20};

std::optional<Ratio> number_of(const Value& value) {
  if (const auto* whole = value.as<long long>()) return Ratio(*whole);
  if (const auto* number = value.as<document::Number>()) return number->value;
  return std::nullopt;
}

/// A part of a length in per cent, and with the sign.
std::string bare(const Ratio& part) { return base::percent(part, 2); }
std::string length(const Ratio& part) { return bare(part) + "%"; }

/// A row of a chart that can be asked for its cells by their columns.
struct Cells {
  const Chart& chart;
  const document::Row& row;

  const Value* find(std::string_view key) const {
    for (std::size_t i = 0; i < chart.columns.size(); ++i) {
      if (chart.columns[i].key == key) return &row.cells[i];
    }
    return nullptr;
  }
  std::optional<Ratio> number(std::string_view key) const {
    const Value* value = find(key);
    return value ? number_of(*value) : std::nullopt;
  }
};

/// An axis from one end to the other, which may be the lower number.
struct Axis {
  Ratio first;
  Ratio last;

  bool is_empty() const { return first == last; }
  Ratio at(const Ratio& value) const { return (value - first) / (last - first); }
};

Axis axis_over(const std::vector<Ratio>& values) {
  const auto [least, most] = std::ranges::minmax(values);
  return {least, most};
}

class Rows {
 public:
  Rows(const Chart& chart, base::Language language) : chart_(chart), language_(language) {}

  /// Bars of counts, on one scale.
  Json stacked() {
    Ratio longest(0);
    for (const document::Row& row : chart_.rows) longest = std::max(longest, total(row));
    for (const document::Row& row : chart_.rows) {
      if (total(row) == Ratio(0)) continue;
      start(text(row.cells.front()));
      Ratio before(0);
      for (std::size_t i = 1; i < row.cells.size(); ++i) {
        const std::optional<Ratio> count = number_of(row.cells[i]);
        if (!count || *count <= Ratio(0)) continue;
        const Ratio width = *count / longest;
        const std::string shown = text(row.cells[i]);
        row_["parts"].push_back({{"key", chart_.columns[i].key},
                                 {"tone", document::tone_name(row.cells[i].tone())},
                                 {"x", length(before)},
                                 {"width", length(width)},
                                 {"middle", length(before + width / Ratio(2))},
                                 {"count", width < room_for_count ? std::string() : shown}});
        add_words(chart_.columns[i], row.cells[i], true);
        before += width;
      }
      finish();
    }
    return std::move(rows_);
  }

  /// A bar from the baseline to the value, with marks for what is expected, promised and forecast.
  /// It runs to the right where the target lies, up or down.
  Json progress() {
    for (const document::Row& row : chart_.rows) {
      const Cells cells{chart_, row};
      const std::optional<Ratio> value = cells.number("value");
      const std::optional<Ratio> target = cells.number("target");
      if (!value || !target) continue;
      std::optional<Ratio> from = cells.number("baseline");
      const bool falls = from && *target < *from;
      // What holds a level begins nowhere: it is told from zero.
      if (!from || *from == *target) from = std::min({Ratio(0), *value, *target});
      std::vector<Ratio> all{*from, *value, *target};
      for (const char* key : marks) {
        if (const auto number = cells.number(key)) all.push_back(*number);
      }
      Axis axis = axis_over(all);
      if (axis.is_empty()) continue;
      if (falls) std::swap(axis.first, axis.last);
      start(text(row.cells.front()));
      const Ratio start = std::min(axis.at(*from), axis.at(*value));
      const Value* light = cells.find("light");
      row_["bars"].push_back({{"key", "value"},
                              {"tone", light ? document::tone_name(light->tone()) : ""},
                              {"x", length(start)},
                              {"width", length(abs(axis.at(*value) - axis.at(*from)))}});
      for (const char* key : marks) {
        const auto number = cells.number(key);
        if (number) row_["marks"].push_back({{"key", key}, {"x", length(axis.at(*number))}});
      }
      for (std::size_t i = 1; i < row.cells.size(); ++i) add_words(chart_.columns[i], row.cells[i]);
      finish();
    }
    return std::move(rows_);
  }

  /// The values over their dates, and the line that was expected.
  Json readings() {
    std::vector<Ratio> days;
    std::vector<Ratio> amounts;
    for (const document::Row& row : chart_.rows) {
      days.push_back(day_of(row));
      for (const char* key : lines) {
        if (const auto number = Cells{chart_, row}.number(key)) amounts.push_back(*number);
      }
    }
    if (amounts.empty()) return std::move(rows_);
    const Axis across = axis_over(days);
    Axis up = axis_over(amounts);
    if (across.is_empty()) return std::move(rows_);
    // What never changes runs along the middle.
    if (up.is_empty()) up = {up.first - Ratio(1), up.last + Ratio(1)};
    start(chart_.title);
    for (const char* key : lines) {
      std::string points;
      const document::Row* first = nullptr;
      const document::Row* last = nullptr;
      for (const document::Row& row : chart_.rows) {
        const auto number = Cells{chart_, row}.number(key);
        if (!number) continue;
        const Ratio x = across.at(day_of(row));
        const Ratio y = Ratio(1) - up.at(*number);
        points += (points.empty() ? "" : " ") + bare(x) + "," + bare(y);
        if (key == lines[0]) row_["dots"].push_back({{"x", length(x)}, {"y", length(y)}});
        first = first ? first : &row;
        last = &row;
      }
      if (!first) continue;
      row_["lines"].push_back({{"key", key}, {"points", points}});
      const std::string ends =
          point(*first, key) + (first == last ? std::string() : " → " + point(*last, key));
      const auto column =
          std::ranges::find(chart_.columns, std::string_view(key), &document::Column::key);
      row_["words"].push_back(
          {{"key", key}, {"tone", ""}, {"label", column->title}, {"text", ends}, {"part", false}});
    }
    finish();
    return std::move(rows_);
  }

 private:
  static constexpr const char* marks[] = {"expected_now", "target", "forecast"};
  static constexpr const char* lines[] = {"value", "expected"};

  static Ratio total(const document::Row& row) {
    Ratio sum(0);
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      sum += number_of(row.cells[i]).value_or(Ratio(0));
    }
    return sum;
  }

  Ratio day_of(const document::Row& row) const {
    const Value* date = Cells{chart_, row}.find("date");
    return base::to_ratio(date->as<base::Date>()->time_since_epoch().count());
  }

  std::string point(const document::Row& row, std::string_view key) const {
    const Cells cells{chart_, row};
    return text(*cells.find("date")) + " " + text(*cells.find(key));
  }

  std::string text(const Value& value) const { return document::text(value, language_); }

  void start(std::string label) {
    row_ = {{"label", std::move(label)}};
    for (const char* name : {"parts", "bars", "marks", "lines", "dots", "words"}) {
      row_[name] = Json::array();
    }
  }
  void add_words(const document::Column& column, const Value& value, bool part = false) {
    // A light says itself what it is; what begins at nothing needs not be told.
    const bool is_light = document::bare(value).as<document::Word>() != nullptr;
    if (value.is_absent() || (column.key == "baseline" && number_of(value) == Ratio(0))) return;
    row_["words"].push_back({{"key", column.key},
                             {"part", part},
                             {"tone", document::tone_name(value.tone())},
                             {"label", is_light ? std::string() : column.title},
                             {"text", text(value)}});
  }
  void finish() { rows_.push_back(std::move(row_)); }

  const Chart& chart_;
  base::Language language_;
  Json row_;
  Json rows_ = Json::array();
};

}  // namespace

Json chart_rows(const Chart& chart, base::Language language) {
  Rows rows(chart, language);
  switch (chart.shape) {
    case Chart::Shape::progress:
      return rows.progress();
    case Chart::Shape::readings:
      return rows.readings();
    case Chart::Shape::stacked:
      return rows.stacked();
  }
  return Json::array();
}

}  // namespace taizhang::render
