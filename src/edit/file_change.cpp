// SPDX-License-Identifier: MIT
#include "edit/file_change.h"

#include "edit/change.h"

namespace taizhang::edit {

FileChange::FileChange(std::string before, std::uint32_t file)
    : before_(std::move(before)), after_(before_), file_(file), first_(before_, file) {}

bool FileChange::add(const Path& owner, base::Bilingual key, const Value& value,
                     const std::vector<std::string_view>& order, bool compact) {
  const Places now(after_, file_);
  return take(now.add(owner, now.spelled(owner, key), value, order, compact));
}

bool FileChange::add_all(const Path& owner, base::Bilingual key, const std::vector<Value>& values,
                         const std::vector<std::string_view>& order, bool compact) {
  for (auto next = values.begin(); next != values.end();) {
    if (!add(owner, key, *next++, order, compact)) return false;
    // In a list over lines what is left goes behind the first at once: each alone would read the
    // whole file again.
    if (next == values.end()) break;
    const Places now(after_, file_);
    if (take(now.add_lines(owner, now.spelled(owner, key), {next, values.end()}, compact))) break;
  }
  return true;
}

bool FileChange::set(const Path& owner, base::Bilingual key, const Value& value,
                     const std::vector<std::string_view>& order) {
  const Places now(after_, file_);
  return take(now.set(owner, now.spelled(owner, key), value, order));
}

bool FileChange::take(const Places::Edits& edits) {
  if (!edits) return false;
  after_ = edited(after_, *edits);
  edits_ = composed(edits_, *edits);
  return true;
}

bool FileChange::keeps_scalars() const { return edit::keeps_scalars(before_, after_, edits_); }

}  // namespace taizhang::edit
