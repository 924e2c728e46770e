// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/phrase.h"
#include "source/fault.h"
#include "source/finding.h"

namespace taizhang::check {

struct AtLedger;
struct AtRegistry;
struct AtPlan;
class AtTask;
class AtIndicator;
struct AtReading;
struct AtIssue;
struct AtChange;
struct OnDay;
struct AtOwed;
struct AtAnyFault;
template <class Kind>
struct AtFault;
struct Ignore;
struct Rule;

inline base::Argument argument(base::Date date) { return base::iso(date); }
inline base::Argument argument(base::Decimal number) { return number.text(); }
template <class Data>
base::Argument argument(const Data& data) {
  if constexpr (std::is_integral_v<Data>) {
    return static_cast<long long>(data);
  } else {
    return data;
  }
}

/// A sentence of a finding: its two texts, then what stands in their places.
struct Words : base::Phrase {
  Words(base::Phrase phrase) : Phrase(std::move(phrase)) {}
  Words(base::Bilingual text, std::vector<base::Argument> arguments = {})
      : Phrase{text, std::move(arguments)} {}
  template <class... Data>
  Words(const char* zh, const char* en, const Data&... data)
      : Phrase{{zh, en}, {argument(data)...}} {}
};

/// Another place that a finding has to do with, where the files have it.
struct Nearby {
  std::optional<source::Span> at;
  Words message;
};

/// Collects what one rule finds, under the rule's code and severity.
class Collector {
 public:
  Collector(const Rule& rule, std::vector<source::Finding>& findings)
      : rule_(&rule), findings_(&findings) {}

  /// Add a finding; a related place that the files do not have is left out, and data in the words
  /// is cut where it is very long. `fix` is for what has one right answer: `check --fix` writes it.
  /// Whoever finds several things at one place gives what it returned its `distinction`.
  source::Finding& add(source::Span at, Words message, Words help, std::vector<Nearby> related = {},
                       std::vector<source::Edit> fix = {}) const;

  /// Add what a fault says, where it stands and with its fix.
  source::Finding& add(const source::Fault& fault, Words message, Words help,
                       std::vector<Nearby> related = {}) const {
    return add(fault.at, std::move(message), std::move(help), std::move(related), fault.fix);
  }

 private:
  const Rule* rule_;
  std::vector<source::Finding>* findings_;
};

/// How a rule looks at one kind of thing: it is called once for each of them.
template <class At>
using Look = void (*)(const At& at, Collector& found);

/// What a rule asks to be shown, by the arguments of the functions that it gives; the walk passes
/// it by at all else. Faults are shown by their kind.
class Looks {
 public:
  template <class... Function>
  constexpr Looks(Function... look) {
    (add(look, +look), ...);
  }

  template <class At>
  constexpr Look<At> at() const {
    return std::get<Look<At>>(looks_);
  }
  constexpr Look<AtAnyFault> at_fault(std::size_t kind) const { return faults_[kind]; }

  /// Whether it comes and goes with the calendar.
  constexpr bool on_day() const { return at<OnDay>() || at<AtOwed>(); }

 private:
  using Kinds = source::FaultKinds;

  template <class Function, class At>
  constexpr void add(Function, Look<At> look) {
    std::get<Look<At>>(looks_) = look;
  }
  template <class Function, class Kind>
  constexpr void add(Function, Look<AtFault<Kind>>) {
    faults_[index_of<Kind>(static_cast<Kinds*>(nullptr))] = [](const auto& at, Collector& found) {
      Function()(AtFault<Kind>(at), found);
    };
  }

  template <class Kind, class... Kinds>
  static constexpr std::size_t index_of(std::variant<Kinds...>*) {
    std::size_t index = 0;
    bool met = false;
    (((met |= std::is_same_v<Kind, Kinds>) || (++index, false)), ...);
    return index;
  }

  std::tuple<Look<AtLedger>, Look<AtRegistry>, Look<AtPlan>, Look<AtTask>, Look<AtIndicator>,
             Look<AtReading>, Look<AtIssue>, Look<AtChange>, Look<OnDay>, Look<AtOwed>,
             Look<Ignore>>
      looks_{};
  std::array<Look<AtAnyFault>, std::variant_size_v<Kinds>> faults_{};
};

/// One thing that can be wrong with a ledger. A rule is complete where it stands: what it finds,
/// why that matters, and an example of both; `explain CODE` prints it.
struct Rule {
  /// `code_and_name` is `W04 jump`.
  template <class... Function>
  constexpr Rule(std::string_view code_and_name, base::Bilingual its_summary,
                 base::Bilingual its_why, std::string_view its_bad, std::string_view its_good,
                 Function... look)
      : code(code_and_name.substr(0, code_and_name.find(' '))),
        name(code_and_name.substr(code.size() + 1)),
        summary(its_summary),
        why(its_why),
        bad(its_bad),
        good(its_good),
        looks(look...) {}

  constexpr source::Severity severity() const {
    return code.front() == 'E' ? source::Severity::error : source::Severity::warning;
  }

  std::string_view code;    ///< stable; E for errors, W for warnings
  std::string_view name;    ///< for people, in kebab-case
  base::Bilingual summary;  ///< what is wrong, in one line
  base::Bilingual why;      ///< why it matters
  std::string_view bad;     ///< a piece of a file that fires
  std::string_view good;    ///< the same piece put right
  Looks looks;
};

}  // namespace taizhang::check
