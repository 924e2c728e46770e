// SPDX-License-Identifier: MIT
//
// How figures are told: which of them, under what, in which sentences, of what row.
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "facts/trace.h"
#include "query/rows.h"
#include "report/report.h"

namespace taizhang::report {

/// A figure that has a step of its own: what it is called, how its value is put, and the figures of
/// a trace that are told under it, in this order. `>` stands before one that is told under the main
/// figure of the next in a trace that has one; it stands here for its place.
struct MainFigure {
  std::string_view name;
  words::Key<0> label;
  words::NamedKey shown;
  std::string_view told;
};

/// A figure of a trace and the main one under which it is told; empty for that of the next figure
/// that has one, `unsaid` for none.
struct ToldFigure {
  std::string_view name;
  std::string_view under;
};

inline constexpr std::string_view unsaid = "-";

/// In the order of a story.
std::span<const MainFigure> main_figures();

/// In the order in which they are told under a main figure.
const std::vector<ToldFigure>& told_figures();

/// Whether a rule says nothing that people would miss: its figure is what the file says, or what
/// another rule has said. Programs get it all the same.
bool goes_without_saying(std::string_view rule);

/// The value at a place of a sentence; absent where there is nothing to say.
using ValueAt = std::function<Value(std::string_view name)>;

/// `text` with the values of its places. `{x.bare}` is a number as a term of a sum: without its
/// unit of measure, in brackets where it is negative. What stands in
/// square brackets is said only where each of its places has something: `{x.if}` asks for that and
/// is not printed, `{x.not}` asks for the opposite. Absent where nothing is left to say.
Value sentence(std::string_view text, const ValueAt& value_at);

/// A place without the ending that says how it is printed: `x` of `x.bare`.
std::string_view place_name(std::string_view place);

/// The sentence of the rule of a step; `row` is the row that it is of.
Value told(const Asked& asked, const facts::Row& row, const facts::Step& step);

/// The same beside the value that it gave: without what stands behind the `‖` of the sentence, such
/// as the bounds of a light, what it was before and what it is.
Value told_beside(const Asked& asked, const facts::Row& row, const facts::Step& step);

/// How the figures of `row` came about, from those of `steps` that are of it: one step a figure,
/// below it the sentences of its rules.
document::Steps story(const Asked& asked, const facts::Row& row,
                      const std::vector<facts::Step>& steps);

/// A subject for programs: what it is, its row, `more`, and as `steps` `{row, figure, value, rule,
/// operands}` each, `row` being an address.
Value for_programs(const facts::Row& subject, document::Record more,
                   const std::vector<facts::Step>& steps);

/// Why the light of a task, an indicator or a milestone is what it is, in one line: of a task the
/// rules that its worst measure went by, then those that made it the task's.
/// `steps` are those of the subject, or of the task that it lies in.
Value why_light(const Asked& asked, const facts::Row& subject,
                const std::vector<facts::Step>& steps);

/// How many of some tasks stand how, and what their mean completion stands on.
document::Steps story_of_tasks(const Asked& asked, const facts::Row& plan, std::string id,
                               const query::Rows& tasks);

/// The document of a task, or of an indicator, a milestone or an issue alone.
Document explain_task(const Asked& asked, const facts::Row& subject);

/// The document of a plan, a section or a unit: which tasks make up its numbers, and which do not.
Document explain_group(const Asked& asked, const facts::Row& subject);

}  // namespace taizhang::report
