// SPDX-License-Identifier: MIT
//
// What forms that came back say of a ledger: for each cell that is filled in what becomes of it,
// and what is to be written.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "edit/file_change.h"
#include "intake/filled.h"
#include "model/ledger.h"

namespace taizhang::intake {

/// What becomes of a cell. What is `left` is of no use: no return has it.
enum class Fate { added, corrected, unchanged, refused, left, noted };

struct Outcome {
  Fate fate;
  std::string place;    ///< `县水务局.xlsx:I5`
  std::string address;  ///< `14/piles`
  base::Phrase what;    ///< the figure; or why not
};

/// The day on which a milestone was done.
struct DayDone {
  const model::Milestone* milestone;
  base::Date day;
};

/// What a unit says of itself behind words that are recorded already.
struct VerdictGiven {
  const model::Progress* entry;
  model::Verdict verdict;
};

/// Something to be written.
struct Addition {
  const model::TaskFile* file;
  const model::Indicator* indicator;  ///< of a reading
  std::variant<model::Reading, model::Progress, DayDone, VerdictGiven> entry;
  std::size_t outcome;  ///< which of the outcomes it is
};

/// Put `additions`, all readings of one indicator, all progress of one task or one day, into their
/// file; false where that does not take them.
bool apply(const std::vector<const Addition*>& additions, edit::FileChange& change);

class Returns {
 public:
  /// Forms came in on `reported`; where a form does not say so, its figures are of `date` and from
  /// `unit`.
  Returns(const model::Ledger& ledger, base::Date reported, std::optional<base::Date> date,
          std::string unit)
      : ledger_(ledger), reported_(reported), date_(date), unit_(std::move(unit)) {}

  /// The day of a form's figures. Throws `Fatal` (usage) where nobody says it.
  base::Date day_of(const FilledForm& form) const;

  /// Add what a form says; `locked` are the rows that forms of its day have.
  void take(const FilledForm& form, const LockedRows& locked);

  std::vector<Outcome> outcomes;
  std::vector<Addition> additions;

 private:
  struct Matched;
  struct At;

  std::optional<Matched> match(const FilledRow& row, base::Phrase& why) const;
  /// `matched` where all that the row says of it is as in the ledger; else nothing, and why.
  static std::optional<Matched> agreed(const FilledRow& row, Matched matched, base::Phrase& why);
  /// The progress of the ledger that says what `progress` does, but for the verdict that it lacks;
  /// null where none does.
  const model::Progress* lacking_verdict(const At& at, const model::Task& task,
                                         const model::Progress& progress) const;
  static bool is_said(const At& at, const model::Task& task,
                      const model::Many<model::Progress>& entries, const model::Progress& progress);
  /// Tell of the cells of a row in which nothing is filled in and that no row of the ledger is.
  void leave_if_strange(const FilledForm& form, const FilledRow& row);
  /// Refuse the figures of rows that are of one thing and say different ones; those rows.
  std::set<const FilledRow*> refuse_rivals(const FilledForm& form);
  /// Tell of locked cells that do not say what the form had there, for they are not taken.
  void tell_if_changed(const At& at, const Matched& matched, const LockedRows& locked);
  /// Refuse the words of rows that are of one task and say different ones; by row the columns.
  using Rivals = std::set<std::pair<const FilledRow*, FormColumn>>;
  Rivals refuse_rival_words(const FilledForm& form,
                            const std::map<const FilledRow*, Matched>& matched);
  void day_done(const At& at, const Matched& matched);
  void figure(const At& at, const Matched& matched);
  /// Tell of a figure that the form had and that was cleared, which takes nothing back.
  void tell_if_cleared(const At& at, const LockedRow& row);
  /// Tell of a reason to correct where nothing was corrected, or only what `there` says of it.
  void leave_reason(const At& at, const model::Reading* there);
  /// Take what all `rows` of one task say of it, which is told at the first of them.
  void words(const At& at, const Matched& matched, const std::vector<const FilledRow*>& rows,
             const Rivals& rivals);
  void tell(Fate fate, const At& at, FormColumn column, base::Phrase what);

  const model::Ledger& ledger_;
  base::Date reported_;
  std::optional<base::Date> date_;
  std::string unit_;
  /// Readings and progress with what is to be added.
  std::map<const model::Indicator*, model::Many<model::Reading>> readings_;
  std::map<const model::Task*, model::Many<model::Progress>> progress_;
};

}  // namespace taizhang::intake
