// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/phrase.h"
#include "model/ledger.h"
#include "source/finding.h"

namespace taizhang::check {

class Told;
struct Moment;
struct Ignore;
struct Rule;

/// Another place that a finding has to do with, where the files have it.
struct Nearby {
  std::optional<source::Span> at;
  base::Phrase message;
};

/// Collects what one rule finds, under the rule's code and severity.
class Collector {
 public:
  Collector(const Rule& rule, std::vector<source::Finding>& findings)
      : rule_(rule), findings_(findings) {}

  /// Add a finding; a related place that the files do not have is left out, and data in the words
  /// is cut where it is very long. `fix` is for what has one right answer: `check --fix` writes it.
  /// Whoever finds several things at one place gives what it returned its `distinction`.
  source::Finding& add(source::Span at, base::Phrase message, base::Phrase help,
                       std::vector<Nearby> related = {}, std::vector<source::Edit> fix = {});

 private:
  const Rule& rule_;
  std::vector<source::Finding>& findings_;
};

/// One thing that can be wrong with a ledger. A rule is complete in its own file: what it finds,
/// why that matters, and an example of both; `explain CODE` prints it.
struct Rule {
  std::string_view code;  ///< stable; E for errors, W for warnings
  std::string_view name;  ///< for people, in kebab-case
  source::Severity severity;
  base::Bilingual summary;  ///< what is wrong, in one line
  base::Bilingual why;      ///< why it matters
  std::string_view bad;     ///< a piece of a file that fires
  std::string_view good;    ///< the same piece put right
  /// One of these looks for it: in the files alone, in them and at each indicator by itself, in
  /// what they mean on a day, or in the remarks that ask for silence, once all else has been found.
  void (*run)(const model::Ledger& ledger, Collector& found);
  void (*run_on_indicator)(const Told& told, Collector& found) = nullptr;
  void (*run_on_day)(const Moment& moment, Collector& found) = nullptr;
  void (*run_on_ignores)(std::span<const Ignore> ignores, Collector& found) = nullptr;
};

/// The help for a fault: what to write where one thing can be meant, else `otherwise`.
base::Phrase help_of(const source::Fault& fault, base::Phrase otherwise);

/// Call `visit(const source::Fault&, const Kind&)` for every fault of the kind.
template <class Kind, class Visit>
void for_each_fault(const model::Ledger& ledger, Visit visit) {
  for (const source::Fault& fault : ledger.faults) {
    if (const Kind* what = std::get_if<Kind>(&fault.what)) visit(fault, *what);
  }
}

}  // namespace taizhang::check
