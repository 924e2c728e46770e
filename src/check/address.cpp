// SPDX-License-Identifier: MIT
#include "check/address.h"

#include <algorithm>

#include "base/disk.h"
#include "model/task_fields.h"

namespace taizhang::check {

namespace {

constexpr std::size_t longest_name = 200;

/// The text at a place, without quotes.
std::string name_at(const source::SourceFile& file, source::Span at) {
  std::string_view text = std::string_view(file.text).substr(at.begin, at.end - at.begin);
  if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
      text.back() == text.front()) {
    text = text.substr(1, text.size() - 2);
  }
  return std::string(text.substr(0, longest_name));
}

/// Walks from an entity down to what holds one byte of its file, and notes the way.
class Walk {
 public:
  Walk(const source::SourceFile& file, std::uint32_t offset, Address& address)
      : file_(file), offset_(offset), address_(address) {}

  template <class E>
  void enter(const E& entity) {
    model::Fields<E>::table.any(
        [&](const auto& field) { return take(field.key, field.of(entity)); });
  }

 private:
  bool covers(source::Span at) const {
    return at.begin <= offset_ && offset_ < std::max(at.end, at.begin + 1);
  }
  bool covers(const std::optional<source::Span>& at) const { return at && covers(*at); }

  bool arrive(std::string_view key) {
    address_.part += "/" + std::string(key);
    address_.exact = true;
    return true;
  }

  bool arrive(std::string_view key, source::Span name) {
    return arrive(key) && arrive(name_at(file_, name));
  }

  /// The last of `items` that begins at the byte or before it; they are in the order of the file.
  template <class Items, class PlaceOf>
  auto last_before(const Items& items, PlaceOf place_of) const {
    const auto after = std::partition_point(items.begin(), items.end(), [&](const auto& item) {
      const std::optional<source::Span> at = place_of(item);
      return at && at->begin <= offset_;
    });
    return after == items.begin() ? nullptr : &*std::prev(after);
  }

  template <class T>
  bool take(std::string_view key, const model::Given<T>& given) {
    return covers(given.at) && arrive(key);
  }

  bool take(std::string_view key, const model::Given<model::Loose>& given) {
    if (covers(given.at)) return arrive(key);
    if (!given) return false;
    const auto* text =
        last_before(given->places, [](source::Span at) { return std::optional(at); });
    return text && covers(*text) && arrive(key, *text);
  }

  template <class T>
  bool take(std::string_view key, const model::List<T>& list) {
    if (covers(list.at)) return arrive(key);
    const auto* item = last_before(list.items, [](const auto& one) { return one.at; });
    return item && covers(item->at) && arrive(key, *item->at);
  }

  template <class T>
  bool take(std::string_view key, const model::Table<T>& table) {
    if (covers(table.at)) return arrive(key);
    const auto* row = last_before(table.rows, [](const auto& one) { return one.first.at; });
    return row && (covers(row->first.at) || covers(row->second.at)) && arrive(key, *row->first.at);
  }

  bool take(std::string_view key, const model::Amounts& amounts) {
    return take(key, amounts.one) || take(key, amounts.by);
  }

  template <class E>
  bool take(std::string_view key, const model::Many<E>& many) {
    if (covers(many.at)) return arrive(key);
    const E* entry = last_before(many.items, [](const E& one) { return std::optional(one.at); });
    if (!entry || (offset_ >= entry->ends && !covers(entry->at))) return false;
    address_.part += "/" + std::string(key) + "/" + name_of(*entry, entry - many.items.data());
    address_.exact = covers(entry->at);
    enter(*entry);
    return true;
  }

  template <class E>
  bool take(std::string_view key, const model::ByName<E>& table) {
    if (covers(table.at)) return arrive(key);
    const auto* row = last_before(table.rows, [](const auto& one) { return one.first.at; });
    if (!row || (offset_ >= row->second.ends && !covers(row->first.at))) return false;
    address_.part += "/" + std::string(key) + "/" + name_at(file_, *row->first.at);
    address_.exact = covers(row->first.at);
    enter(row->second);
    return true;
  }

  template <class E>
  requires std::is_base_of_v<model::Part, E>
  bool take(std::string_view key, const E& part) {
    if (covers(part.at)) return arrive(key);
    if (!part.at || offset_ < part.at->begin || offset_ >= part.ends) return false;
    address_.part += "/" + std::string(key);
    enter(part);
    return true;
  }

  /// What an entry is known by: the first of its keys that has a value; its number where none has.
  template <class E>
  std::string name_of(const E& entry, std::ptrdiff_t index) const {
    std::string name;
    const auto look = [&](const auto& member) {
      if constexpr (requires { member.value; }) {
        if (member) name = name_at(file_, member.at_or(entry.at));
      }
      return !name.empty();
    };
    model::Fields<E>::table.any([&](const auto& field) { return look(field.of(entry)); });
    return name.empty() ? "#" + std::to_string(index + 1) : name;
  }

  const source::SourceFile& file_;
  std::uint32_t offset_;
  Address& address_;
};

}  // namespace

std::string_view path_in_ledger(const model::Ledger& ledger, std::uint32_t file) {
  std::string_view path = ledger.sources.at(file).path;
  const std::string root = base::join_path(ledger.root, "");
  if (path.starts_with(root)) path.remove_prefix(root.size());
  return path;
}

Addresses::Addresses(const model::Ledger& ledger)
    : ledger_(ledger), holders_(ledger.sources.size()) {
  for (const model::RegistryFile& file : ledger.registries) holders_.at(file.file).registry = &file;
  for (const model::PlanFolder& plan : ledger.plans) {
    holders_.at(plan.file).plan = &plan;
    for (const model::TaskFile& task : plan.tasks) holders_.at(task.file) = {nullptr, &plan, &task};
  }
}

Address Addresses::of(source::Span at) const {
  const Holder& holder = holders_.at(at.file);
  const std::optional<int> item = holder.task ? holder.task->item() : std::nullopt;
  Address address{item ? holder.plan->id + "/" + std::to_string(*item)
                       : std::string(path_in_ledger(ledger_, at.file)),
                  {},
                  at == source::start_of(at.file)};
  if (address.exact) return address;
  Walk walk(ledger_.sources.at(at.file), at.begin, address);
  const auto look_in = [&](const auto& entity) {
    address.exact = entity.at.begin <= at.begin && at.begin < entity.at.end;
    walk.enter(entity);
  };
  if (holder.registry) {
    look_in(holder.registry->registry);
  } else if (holder.task) {
    look_in(holder.task->task);
  } else if (holder.plan) {
    look_in(holder.plan->plan);
  }
  return address;
}

}  // namespace taizhang::check
