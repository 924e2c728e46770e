// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/groups.h"
#include "report/report.h"
#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;
using facts::Kind;
using query::Rows;
using query::Test;

inline constexpr std::chrono::days one_week{7};

/// What every part of a weekly report works on: one plan on the day and a week before, and the
/// blocks of its chapter as they are written.
class Week {
 public:
  /// `level` is that of the headings of parts.
  Week(const Asked& asked, const facts::Row& plan, int level);

  const Asked& asked() const { return asked_; }
  const facts::Row& plan() const { return plan_; }
  base::Date today() const { return asked_.clocks.as_of; }
  base::Date first_day() const { return today() - one_week + std::chrono::days{1}; }

  /// The rows of a kind in the plan, on the day and a week before.
  Rows now(Kind kind) const { return in_view(asked_.world_on(asked_.clocks, {}), kind); }
  Rows before(Kind kind) const;

  /// What is another than a week before: the events called `name` that speak of rows of `kind`.
  std::vector<facts::Row> events(Kind kind, std::string_view name) const;
  /// The rows that they speak of, as they are now.
  std::vector<facts::Row> changed(Kind kind, std::string_view name) const;

  /// Those groups of rows by a field that have any, units in the order of the registry.
  std::vector<query::Group> grouped(const Rows& rows, std::string_view field) const;

  std::string word(words::Key<0> key) const { return std::string(asked_.words[key]); }
  document::Column number(std::string_view key, words::Key<0> title) const;
  document::Column text(std::string_view key, words::Key<0> title) const;

  void heading(Value text, int below = 0) {
    put(document::Heading{std::move(text), level_ + below});
  }
  void line(std::string key, Value text) { put(document::Paragraph{std::move(key), text}); }
  /// A table under a heading of its own; nothing where it has no rows.
  void table(words::Key<0> title, document::Table table);
  void put(document::Block block) { chapter_.blocks.push_back(std::move(block)); }

  std::size_t written() const { return chapter_.blocks.size(); }
  document::Chapter finished() { return std::move(chapter_); }

 private:
  base::Clocks week_before() const;
  Rows in_view(const facts::World& world, Kind kind) const;

  const Asked& asked_;
  const facts::Row plan_;
  const int level_;
  document::Chapter chapter_;
};

/// The parts, in order.
void weekly_overview(Week& week);
void weekly_changes(Week& week);
void weekly_due(Week& week);
void weekly_issues(Week& week);
void weekly_unreported(Week& week);
void weekly_next(Week& week);

/// Those of `rows` that are counted and lie in open tasks: the only ones that anybody is asked for.
Rows asked_for(const Rows& rows);

/// Those of what is asked for that are past their due date in force, and not done; and those that
/// fall due within some days. An indicator stands here only where its date is not its task's.
Rows overdue(const Rows& rows);
Rows due_within(const Rows& rows, std::chrono::days days);

/// The items of the tasks that rows are or lie in, each once, runs drawn together: 1–3、7.
Value items(const Rows& rows);

/// A condition that a day in a field lies in a span of days.
std::vector<query::Condition> between(std::string field, base::Date first, base::Date last);

/// The text of a field of a row, for a sentence: item numbers and ids are names there.
std::string text_of(const facts::Row& row, std::string_view field);

}  // namespace taizhang::report
