// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edit/entity.h"
#include "edit/place.h"

namespace taizhang::edit {

/// A file as it was read and what is to become of it, one change after the other.
class FileChange {
 public:
  /// `file` is the index of the file in its ledger.
  FileChange(std::string before, std::uint32_t file);
  FileChange(const FileChange&) = delete;
  FileChange& operator=(const FileChange&) = delete;

  /// The way to the entity that begins at `at` of the file as it was read.
  std::optional<Path> path_to(source::Span at) const { return first_.path_to(at); }
  Spelling spelling() const { return first_.spelling(); }

  /// Put `entry` at the end of the list `key` of the map at `owner`, an `Owner`; false where the
  /// file does not take it (edit/place.h).
  template <class Owner, class E>
  bool add(const Path& owner, base::Bilingual key, const E& entry, bool compact = false) {
    return add(owner, key, value_of(entry, spelling()), order_of<Owner>(), compact);
  }
  /// Put all of `entries` there, one behind the other.
  template <class Owner, class E>
  bool add_all(const Path& owner, base::Bilingual key, const std::vector<E>& entries,
               bool compact = false) {
    std::vector<Value> values;
    for (const E& entry : entries) values.push_back(value_of(entry, spelling()));
    return add_all(owner, key, values, order_of<Owner>(), compact);
  }
  /// Give the key a value.
  template <class Owner>
  bool set(const Path& owner, base::Bilingual key, const Value& value) {
    return set(owner, key, value, order_of<Owner>());
  }

  const std::string& before() const { return before_; }
  const std::string& after() const { return after_; }
  const std::vector<source::Edit>& edits() const { return edits_; }

  /// Whether every scalar that was in the file still is, but for those that the changes touch.
  bool keeps_scalars() const;

 private:
  bool add(const Path& owner, base::Bilingual key, const Value& value,
           const std::vector<std::string_view>& order, bool compact);
  bool add_all(const Path& owner, base::Bilingual key, const std::vector<Value>& values,
               const std::vector<std::string_view>& order, bool compact);
  bool set(const Path& owner, base::Bilingual key, const Value& value,
           const std::vector<std::string_view>& order);
  bool take(const Places::Edits& edits);

  std::string before_;
  std::string after_;
  std::uint32_t file_;
  Places first_;
  std::vector<source::Edit> edits_;
};

}  // namespace taizhang::edit
