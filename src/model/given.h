// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/language.h"
#include "source/span.h"

namespace taizhang::model {

/// What may not be there, in memory of its own: most keys are not written, and a place kept for a
/// text under each of them is most of what a ledger would take. Used like `std::optional`. A copy
/// is the same value until one of the two is changed: a ledger as it stood on a day has nearly all
/// texts of the one that was read.
template <class T>
class Held {
 public:
  Held() = default;
  Held(std::nullopt_t) {}
  Held(T value) : box_(new Box{std::move(value)}) {}
  Held(std::optional<T> value) : box_(value ? new Box{*std::move(value)} : nullptr) {}
  Held(const Held& other) : box_(other.box_) {
    if (box_) box_->holders.fetch_add(1, std::memory_order_relaxed);
  }
  Held(Held&& other) noexcept : box_(std::exchange(other.box_, nullptr)) {}
  Held& operator=(Held other) noexcept {
    std::swap(box_, other.box_);
    return *this;
  }
  ~Held() {
    if (box_ && box_->holders.fetch_sub(1, std::memory_order_acq_rel) == 1) delete box_;
  }

  template <class... Arguments>
  T& emplace(Arguments&&... arguments) {
    *this = Held(T(std::forward<Arguments>(arguments)...));
    return box_->value;
  }
  void reset() { *this = Held(); }

  bool has_value() const { return box_ != nullptr; }
  explicit operator bool() const { return has_value(); }
  const T& operator*() const& { return box_->value; }
  T& operator*() & { return own(); }
  T&& operator*() && { return std::move(own()); }
  const T* operator->() const { return &box_->value; }
  T* operator->() { return &own(); }
  T value_or(T fallback) const { return box_ ? box_->value : std::move(fallback); }
  operator std::optional<T>() const { return box_ ? std::optional<T>(box_->value) : std::nullopt; }

  friend bool operator==(const Held& a, const Held& b) {
    return a && b ? *a == *b : a.has_value() == b.has_value();
  }
  template <class U>
  friend bool operator==(const Held& held, const U& other) {
    return held && *held == other;
  }

 private:
  struct Box {
    T value;
    std::atomic<std::uint32_t> holders{1};
  };

  T& own() {
    if (box_->holders.load(std::memory_order_acquire) > 1) *this = Held(T(box_->value));
    return box_->value;
  }

  Box* box_ = nullptr;
};

/// Members that few entries have, together in memory of their own: it is taken when the first of
/// them is set. Of an entry that has none they are all as not written.
template <class Members>
class Rare {
 public:
  const Members& operator*() const { return held_ ? *held_ : none(); }
  const Members* operator->() const { return &**this; }

  /// For whoever sets one of them.
  Members& change() {
    if (!held_) held_.emplace();
    return *held_;
  }

 private:
  static const Members& none() {
    static const Members all;
    return all;
  }

  Held<Members> held_;
};

/// Where a value is kept that may not be there: a small one takes no memory of its own.
template <class T>
using Kept = std::conditional_t<(sizeof(T) > sizeof(std::string_view)), Held<T>, std::optional<T>>;

/// A value as a file gives it, with its place. Three states: not written (no place), written and
/// understood, written but faulty (a place, no value; the fault has been reported).
template <class T>
struct Given {
  Kept<T> value;
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

/// A list whose copies are one until one of them is changed: of a ledger as it stood on a day most
/// is as it is now, and a list of what came day by day is then the beginning of the whole one.
template <class E>
class Shared {
 public:
  std::span<const E> all() const {
    return all_ ? std::span<const E>(*all_).first(size_) : std::span<const E>();
  }
  operator std::span<const E>() const { return all(); }

  /// Keep the first `count` entries; the others stay where they are shared.
  void cut(std::size_t count) { size_ = std::min(size_, count); }

  /// Change the list by `change(std::vector<E>&)`; it then is that of nobody else.
  template <class Change>
  void change(Change change) {
    own();
    change(*all_);
    size_ = all_->size();
  }

  auto begin() const { return all().begin(); }
  auto end() const { return all().end(); }
  auto begin() { return own().begin(); }
  auto end() { return own().end(); }
  bool empty() const { return all().empty(); }
  std::size_t size() const { return all().size(); }
  const E& operator[](std::size_t i) const { return all()[i]; }
  E& operator[](std::size_t i) { return own()[i]; }
  const E* data() const { return all().data(); }
  const E& front() const { return all().front(); }
  E& front() { return own().front(); }
  const E& back() const { return all().back(); }
  E& back() { return own().back(); }
  void reserve(std::size_t count) { own().reserve(count); }
  void push_back(E entry) { emplace_back(std::move(entry)); }
  template <class... Arguments>
  E& emplace_back(Arguments&&... arguments) {
    E& entry = own().emplace_back(std::forward<Arguments>(arguments)...);
    size_ = all_->size();
    return entry;
  }

 private:
  std::vector<E>& own() {
    if (!all_ || all_.use_count() > 1 || all_->size() > size_) {
      all_ = std::make_shared<std::vector<E>>(all().begin(), all().end());
    }
    return *all_;
  }

  std::shared_ptr<std::vector<E>> all_;
  std::size_t size_ = 0;
};

/// A list of entries such as `indicators`.
template <class E>
struct Many {
  Shared<E> items;
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
