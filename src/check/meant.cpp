// SPDX-License-Identifier: MIT
#include "check/meant.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "model/task_fields.h"

namespace taizhang::check {

namespace {

/// The key of a fault, by the kinds that there is one for.
struct KeyOf {
  std::string operator()(const source::UnknownKey& fault) const { return fault.near.value_or(""); }
  std::string operator()(const source::DuplicateKey& fault) const { return fault.key; }
  std::string operator()(const source::WrongType& fault) const { return fault.key; }
  std::string operator()(const source::EmptyValue& fault) const { return fault.key; }
  std::string operator()(const source::BadNumber& fault) const { return fault.key; }
  std::string operator()(const source::BadDate& fault) const { return fault.key; }
  std::string operator()(const source::NotInList& fault) const { return fault.key; }
  template <class Other>
  std::string operator()(const Other&) const {
    return {};
  }
};

/// Goes down to the innermost entity around one byte that has such a key; where none has it, a key
/// of the user's own, to the innermost of all.
class Descent {
 public:
  Descent(std::string_view key, std::uint32_t offset) : key_(key), offset_(offset) {}

  template <class E>
  const model::Entity* from(const E& entity) {
    constexpr auto keys = model::keys<E>();
    const bool has_key = std::find(keys.begin(), keys.end(), key_) != keys.end();
    if (has_key || !has_key_) owner_ = &entity;
    has_key_ |= has_key;
    model::Fields<E>::table.each([&](const auto& field) { enter(field.of(entity)); });
    return owner_;
  }

 private:
  template <class Member>
  void enter(const Member& member) {
    if constexpr (std::is_base_of_v<model::Part, Member>) {
      if (member.at && member.at->begin <= offset_ && offset_ <= member.ends) from(member);
    } else if constexpr (requires { member.items.front().ends; }) {
      // The entries stand in the order of the file.
      const auto after = std::partition_point(
          member.begin(), member.end(), [&](const auto& one) { return one.at.begin <= offset_; });
      if (after != member.begin() && offset_ <= std::prev(after)->ends) from(*std::prev(after));
    }
  }

  std::string_view key_;
  std::uint32_t offset_;
  const model::Entity* owner_ = nullptr;
  bool has_key_ = false;
};

/// Goes through all entities of a file, for those that may have one of the keys.
template <class Note>
class Owners {
 public:
  Owners(const std::set<std::string>& keys, Note note) : keys_(keys), note_(note) {}

  template <class E>
  void from(const E& entity) {
    model::Fields<E>::table.each([&](const auto& field) {
      const bool is_one =
          keys_.contains(std::string(field.key)) || keys_.contains(std::string(field.zh));
      if (is_one) note_(entity, std::string(field.key));
      enter(field.of(entity));
    });
  }

 private:
  template <class Member>
  void enter(const Member& member) {
    if constexpr (std::is_base_of_v<model::Part, Member>) {
      from(member);
    } else if constexpr (requires { member.items.front().ends; }) {
      for (const auto& one : member) from(one);
    }
  }

  const std::set<std::string>& keys_;
  Note note_;
};

}  // namespace

std::string key_of(const source::Fault& fault) {
  std::string key = std::visit(KeyOf(), fault.what);
  const bool is_known = !key.empty() || fault.is<source::UnknownKey>();
  return is_known && !fault.field.empty() ? std::string(fault.field) : key;
}

Meant::Meant(const model::Ledger& ledger) {
  if (ledger.faults.empty()) return;
  using Find = std::function<const model::Entity*(std::string_view, std::uint32_t)>;
  std::vector<Find> by_file(ledger.sources.size());
  // A key that stands in the wrong place may be that of any entity of its file.
  std::vector<std::set<std::string>> misplaced(ledger.sources.size());
  for (const source::Fault& fault : ledger.faults) {
    const auto* unknown = std::get_if<source::UnknownKey>(&fault.what);
    if (unknown && !unknown->near) misplaced.at(fault.at.file).insert(unknown->key);
  }
  const auto note_owner = [&](const model::Entity& entity, std::string key) {
    by_entity_[&entity].insert(std::move(key));
  };
  const auto note = [&](std::uint32_t file, const auto& entity) {
    by_file[file] = [&entity](std::string_view key, std::uint32_t offset) {
      return Descent(key, offset).from(entity);
    };
    if (!misplaced[file].empty()) Owners(misplaced[file], note_owner).from(entity);
  };
  for (const model::RegistryFile& file : ledger.registries) note(file.file, file.registry);
  for (const model::PlanFolder& plan : ledger.plans) {
    note(plan.file, plan.plan);
    for (const model::TaskFile& file : plan.tasks) note(file.file, file.task);
  }
  for (const source::Fault& fault : ledger.faults) {
    std::string key = key_of(fault);
    if (key.empty() || fault.at.file >= by_file.size() || !by_file[fault.at.file]) continue;
    const model::Entity* entity = by_file[fault.at.file](key, fault.at.begin);
    by_entity_[entity].insert(std::move(key));
  }
}

bool Meant::has(const model::Entity& entity, std::initializer_list<std::string_view> keys) const {
  const auto found = by_entity_.find(&entity);
  return found != by_entity_.end() && std::any_of(keys.begin(), keys.end(), [&](auto key) {
           return found->second.contains(key);
         });
}

}  // namespace taizhang::check
