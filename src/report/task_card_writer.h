// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/text.h"
#include "query/task_table.h"
#include "report/document.h"
#include "report/phrases.h"
#include "report/task_card.h"

namespace taizhang::report {

/// Writes the card of one task. Its parts stand in three files: what the task is
/// (task_card.cpp), its measures (task_card_measures.cpp), its records (task_card_records.cpp).
class TaskCard {
 public:
  TaskCard(const query::TaskInPlan& entry, bool several_plans, const base::Words& words);

  Document write();

 private:
  void facts();
  void indicator(const measure::IndicatorFigures& figures);
  void promise(const measure::IndicatorFigures& figures, FieldList& fields) const;
  void standing(const measure::IndicatorFigures& figures, FieldList& fields) const;
  void reporting(const measure::IndicatorFigures& figures, FieldList& fields) const;
  query::Table readings(const measure::IndicatorFigures& figures) const;
  std::string remarks(const model::Reading& reading, const measure::Outcome& outcome) const;
  std::string fate_text(const measure::Outcome& outcome) const;
  std::string expected_text(const measure::IndicatorFigures& figures) const;
  std::string forecast_text(const measure::IndicatorFigures& figures) const;
  void score(FieldList& fields) const;
  void milestones();
  std::string milestone_remarks(const model::Milestone& milestone) const;
  void qualitative();
  void progress();
  void issues();
  query::Table issue_log(const model::Issue& issue) const;
  void inspections();
  void self_assessments();
  void orders();
  void changes();

  std::string word(std::string_view key) const { return std::string(words_[key]); }

  /// A value for people; `—` where there is none.
  template <class T>
  std::string shown(const model::Given<T>& given) const {
    if (!given) return query::absent;
    if constexpr (std::is_same_v<T, base::Date>) {
      return base::iso(*given);
    } else if constexpr (std::is_same_v<T, base::Decimal>) {
      return given->text();
    } else if constexpr (std::is_same_v<T, model::UnitName>) {
      return given->text;
    } else if constexpr (std::is_enum_v<T>) {
      return model::label(words_.language(), *given);
    } else {
      return *given;
    }
  }

  std::string texts(const model::List<std::string>& list) const;

  /// Add a line only where there is something to say.
  void add(FieldList& fields, std::string_view key, const query::Cell& value) const;

  void heading(std::string_view key) { document_.push_back(Heading{word(key), 2}); }
  void text(std::string_view key, const std::string& content);

  /// A table with these columns; those marked true wrap where the terminal is narrow.
  query::Table table(std::initializer_list<std::pair<std::string_view, bool>> columns) const;

  const query::TaskInPlan& entry_;
  const measure::TaskFigures& figures_;
  const model::Task& task_;
  const base::Words& words_;
  Document document_;
};

}  // namespace taizhang::report
