// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "command/record/said.h"
#include "command/settle.h"
#include "intake/entries.h"
#include "intake/target.h"

namespace taizhang::command {

using intake::already_there;
using intake::entry_named;
using intake::next_id;
using intake::says_all_of;
using intake::Target;

struct RecordKind;

/// One call of `record`: what is said of what, and the ledger before it.
struct Recording {
  const Context& context;
  const WriteOptions& writing;
  Said said;
  const pipeline::Trial before;
  const Target target;
  const RecordKind& kind;
  base::Phrase more = {};  ///< to be told with what is recorded

  const source::SourceFile& file() const { return before.ledger.sources.at(target.file->file); }
  /// The language of the keys of its file.
  edit::Spelling spelling() const;
  base::Date day() const { return context.clocks.as_of; }
  /// The id at that place of the address; empty where it has none.
  std::string id(std::size_t place) const {
    return place < target.ids.size() ? target.ids[place] : std::string();
  }
  /// Throw `Fatal` (usage) for an address that is longer than what is recorded has.
  void require_depth(std::size_t most) const;
  /// Throw `Fatal` (usage) for an option that no key of `known` is.
  void require_known(const std::vector<std::string_view>& known) const;
  /// The days of an entity that are not said are the day asked for.
  template <class E>
  void fill_from_said(E& entity) const {
    const auto keys = model::keys<E>();
    require_known({keys.begin(), keys.end()});
    fill(said, context.io.today, entity);
  }

  base::Exit unchanged(const std::string& address) const;
  base::Exit refused(const base::Phrase& why, const base::Phrase& help) const;
  [[noreturn]] void fail_to_place() const;

  /// Put `entry` at the end of the list `key` of what begins at `owner` (nothing: of the task), in
  /// which `there` stand; `address` is what it will be called.
  template <class Owner, class E>
  base::Exit add(std::optional<source::Span> owner, base::Bilingual key, const E& entry,
                 const std::string& address, bool compact) const {
    FileChanges changes;
    edit::FileChange& change = begin(changes);
    const auto path = owner ? change.path_to(*owner) : edit::Path{};
    if (!path || !change.add<Owner>(*path, key, entry, compact)) fail_to_place();
    return finish(changes, address);
  }

  /// What to answer where `entry`, as far as it is said, stands among `there` already.
  template <class E>
  std::optional<base::Exit> said_before(const model::Many<E>& there, const E& entry) const {
    const E* same = already_there(there, entry);
    if (!same) return std::nullopt;
    return unchanged(target.address + "/" + same->id.value_or(""));
  }

  /// Put `entry` at the end of the task's list `key`, in which `there` stand, under the next id.
  template <class E>
  base::Exit add_named(base::Bilingual key, const model::Many<E>& there, E entry,
                       const std::string& prefix) const {
    entry.id.value = next_id(there, prefix);
    return add<model::Task>({}, key, entry, target.address + "/" + *entry.id, false);
  }

  /// Give keys of what begins at `owner` their values.
  template <class Owner>
  base::Exit set(source::Span owner,
                 const std::vector<std::pair<base::Bilingual, edit::Value>>& values,
                 const std::string& address) const {
    FileChanges changes;
    edit::FileChange& change = begin(changes);
    const auto path = change.path_to(owner);
    for (const auto& [key, value] : values) {
      if (!path || !change.set<Owner>(*path, key, value)) fail_to_place();
    }
    return finish(changes, address);
  }

 private:
  edit::FileChange& begin(FileChanges& changes) const;
  base::Exit finish(const FileChanges& changes, const std::string& address) const;
};

/// One thing that can be recorded.
struct RecordKind {
  std::string_view name;
  base::Bilingual label;  ///< what people call it; a user may write it in place of the name
  std::string_view form;  ///< what follows the name: address and words
  /// The keys that its words without an option are of; what is left goes to the last.
  std::array<std::string_view, 2> words;
  bool of_work;  ///< of what is done on a task: of one that is over that is told
  base::Exit (*run)(Recording& recording);
};

base::Exit record_approval(Recording& recording);
base::Exit record_change(Recording& recording);
base::Exit record_done(Recording& recording);
base::Exit record_inspection(Recording& recording);
base::Exit record_issue(Recording& recording);
base::Exit record_order(Recording& recording);
base::Exit record_progress(Recording& recording);
base::Exit record_reading(Recording& recording);
base::Exit record_reply(Recording& recording);
base::Exit record_status(Recording& recording);
base::Exit record_step(Recording& recording);

}  // namespace taizhang::command
