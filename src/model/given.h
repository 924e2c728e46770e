// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/language.h"
#include "source/span.h"

namespace taizhang::model {

/// A value as a file gives it, with its place. Three states: not written (no place), written and
/// understood, written but faulty (a place, no value; the fault has been reported).
template <class T>
struct Given {
  std::optional<T> value;
  std::optional<source::Span> at;

  bool written() const { return at.has_value(); }
  /// Its place, or that of what it would stand in.
  source::Span at_or(source::Span around) const { return at.value_or(around); }
  explicit operator bool() const { return value.has_value(); }
  const T& operator*() const { return *value; }
  const T* operator->() const { return &*value; }
  T value_or(T fallback) const { return value.value_or(std::move(fallback)); }
};

/// A list of plain values; items that were faulty have a place and no value.
template <class T>
struct List {
  std::vector<Given<T>> items;
  std::optional<source::Span> at;

  bool written() const { return at.has_value(); }
  source::Span at_or(source::Span around) const { return at.value_or(around); }
};

/// A list of entries such as `indicators`.
template <class E>
struct Many {
  std::vector<E> items;
  std::optional<source::Span> at;

  bool written() const { return at.has_value(); }
  source::Span at_or(source::Span around) const { return at.value_or(around); }
  auto begin() const { return items.begin(); }
  auto end() const { return items.end(); }
  bool empty() const { return items.empty(); }
  std::size_t size() const { return items.size(); }
  const E& operator[](std::size_t i) const { return items[i]; }
};

/// A map with keys of the user's own, such as `share: {市科技局: 0.6}`.
template <class T>
struct Table {
  std::vector<std::pair<Given<std::string>, Given<T>>> rows;
  std::optional<source::Span> at;

  bool written() const { return at.has_value(); }
  source::Span at_or(source::Span around) const { return at.value_or(around); }
};

/// A map from names of the user's own to entries: `queries: {mine: {filter: …}}`. A text in the
/// place of an entry gives the field that `E::text()` tells.
template <class E>
struct ByName {
  std::vector<std::pair<Given<std::string>, E>> rows;
  std::optional<source::Span> at;

  bool written() const { return at.has_value(); }
  source::Span at_or(source::Span around) const { return at.value_or(around); }
};

/// The largest whole number that a file may give; the least is 0.
inline constexpr int largest_whole = 1'000'000;

/// The version of the rules by which a file is written.
struct FormatVersion {
  static constexpr int known = 1;  ///< the only one that this program reads
  int number = known;
};

/// The name of a unit as written: a task names units, the registry tells what they are.
struct UnitName {
  std::string text;
};

/// A date that may be known only in part: `2022`, `2022-08` or `2022-08-31`.
struct PartialDate {
  std::string text;
};

/// A target: a number, or none while it is still to be set (目标待下达).
struct Target {
  static constexpr base::Bilingual pending{"待下达", "pending"};

  std::optional<base::Decimal> number;
};

/// The day by which a task is due; none where it has no end.
struct DueDay {
  static constexpr base::Bilingual standing{"长期坚持", "standing"};

  std::optional<base::Date> date;
};

/// The same as a date: without a value where the task has no end.
inline Given<base::Date> date_of(const Given<DueDay>& due) {
  return {due ? due->date : std::nullopt, due.at};
}

/// A day by which reports come: of the month after the period, or with `own` (`own-28`) of the
/// period's own last month. Of weeks it is the weekday, 1 Monday … 7 Sunday.
struct DeadlineDay {
  static constexpr std::string_view own_mark = "own-";

  int day = 0;
  bool own = false;
};

/// A list that a single value may stand for.
template <class T>
struct OneOrList : List<T> {};

/// A list of entries that a single entry may stand for.
template <class E>
struct OneOrMany : Many<E> {};

/// One number for the whole, or a map with one for each name (a unit, an indicator).
struct Amounts {
  Given<base::Decimal> one;
  Table<base::Decimal> by;

  bool written() const { return one.written() || by.written(); }
};

/// What has a table of keys (model/field.h).
struct Entity {};

/// An entity that a file or an entry of a list is: the place where it begins is always known.
struct Entry : Entity {
  explicit Entry(source::Span begins) : at(begins), ends(begins.end) {}

  source::Span at;
  std::uint32_t ends;  ///< behind the last byte of it
};

/// An entity under a key of another, which need not be there; then all in it is as not written.
struct Part : Entity {
  std::optional<source::Span> at;  ///< of its key
  std::uint32_t ends = 0;          ///< behind the last byte of it, where it is written

  bool written() const { return at.has_value(); }
  source::Span at_or(source::Span around) const { return at.value_or(around); }
};

}  // namespace taizhang::model
