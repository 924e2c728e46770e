// SPDX-License-Identifier: MIT
#pragma once

#include "model/indicator.h"

namespace taizhang::model {

/// Something that can be seen to be done by a day.
struct Milestone : Entry {
  using Entry::Entry;

  Given<std::string> id;
  Given<std::string> name;
  Given<Date> due;
  Given<Decimal> weight;
  Given<Date> done;
  List<std::string> waits_for;
  List<std::string> evidence;
};

/// A grade for a task that has no number.
struct Qualitative : Part {
  Given<Grade> grade;
  Given<Date> date;
  Given<UnitName> by;
  Given<std::string> note;
};

/// The words of the ledger: 进展情况 / 存在问题 / 下步打算.
struct Progress : Entry {
  using Entry::Entry;

  Given<Date> date;
  Given<UnitName> by;
  Given<std::string> done;
  Given<std::string> problems;
  Given<std::string> next;
  Given<Decimal> percent;  ///< 形象进度, 0 to 100: shown, never counted
  Given<Verdict> verdict;  ///< the unit's own word
  Given<Date> expect_done;
  PublicSource source;
};

struct IssueStep : Entry {
  using Entry::Entry;

  Given<Date> date;
  Given<IssueState> state;
  Given<UnitName> by;
  Given<std::string> note;
  List<std::string> evidence;
  Given<bool> reopened;
};

/// A problem on its way through 发现、协调、解决、反馈.
struct Issue : Entry {
  using Entry::Entry;

  Given<std::string> id;
  Given<Date> found;
  Given<std::string> found_by;  ///< a unit, or whoever saw it: 12345热线
  Given<IssueLevel> level;
  Given<std::string> text;
  Given<std::string> cause;
  Given<UnitName> owner;
  Given<UnitName> coordinator;
  Given<Date> due;
  Many<IssueStep> log;
};

struct Objection : Part {
  Given<Date> date;
  Given<std::string> text;
  Given<std::string> answer;
};

/// A look at the real thing (督查).
struct Inspection : Entry {
  using Entry::Entry;

  Given<std::string> id;
  Given<Date> date;
  List<std::string> team;
  Given<InspectionMethod> method;
  Given<std::string> indicator;
  Given<std::string> reading;
  Given<Decimal> checked;
  Given<Decimal> confirmed;
  Given<Decimal> verified_value;
  Table<Decimal> verified_values;  ///< by unit
  Given<InspectionResult> result;
  Given<std::string> finding;
  Given<Date> rectify_by;
  Given<Date> feedback;
  Objection objection;
};

struct Reply : Part {
  Given<Date> date;
  Given<std::string> text;
};

/// A reminder or an order (提醒函、督办单).
struct Order : Entry {
  using Entry::Entry;

  Given<std::string> id;
  Given<Date> date;
  Given<OrderLevel> level;
  Given<std::string> reason;
  List<UnitName> to;
  Given<Date> reply_by;
  Reply reply;
  Given<Date> closed;
};

struct SelfAssessment : Entry {
  using Entry::Entry;

  Given<Date> date;
  Given<UnitName> by;
  Given<std::string> period;
  Given<Grade> grade;
  Amounts expect_year_end;  ///< by indicator where the task has several
  Given<std::string> note;
};

/// An approved change of a target, a due date or a unit; the first value stays where it was.
struct Change : Entry {
  using Entry::Entry;

  Given<std::string> id;
  Given<Date> requested;
  Given<Date> effective;
  Given<std::string> field;
  Given<Loose> from;
  Given<Loose> to;
  Given<std::string> reason;
  Given<std::string> approved_by;
  Given<std::string> doc_no;
  Given<bool> rescale;
};

/// A light or a score set by hand; printed with *.
struct Override : Entry {
  using Entry::Entry;

  Given<Light> light;
  Given<Decimal> score;
  Given<std::string> reason;
  Given<std::string> by;
  Given<Date> from;
  Given<Date> until;
};

/// A task that goes on in another plan.
struct Carry : Part {
  Given<std::string> plan;
  Given<int> item;
  Given<Decimal> remaining;
};

/// One numbered item of a plan: one file.
struct Task : Entry {
  using Entry::Entry;

  Given<FormatVersion> schema;
  Given<int> item;
  Given<std::string> no;  ///< printed in place of the item
  Given<int> section;
  Given<std::string> title;
  Given<std::string> summary;
  Given<std::string> text;
  OneOrList<std::string> source;  ///< 任务来源
  List<UnitName> lead;
  List<UnitName> support;
  Table<Decimal> share;
  OneOrList<std::string> leader;  ///< posts
  Given<std::string> contact;
  Given<DueDay> due;
  Given<std::string> due_text;  ///< printed in its place: 9月底前
  Given<Status> status;
  Given<bool> mechanism;
  List<std::string> tags;
  List<std::string> policies;
  Many<Indicator> indicators;
  Many<Milestone> milestones;
  Qualitative qualitative;
  Many<Progress> progress;
  Many<Issue> issues;
  Many<Inspection> inspections;
  Many<SelfAssessment> self_assessments;
  Many<Order> orders;
  Many<Change> changes;
  OneOrMany<Override> override_;
  Carry carried_from;
  Carry carried_to;
  Given<std::string> note;
};

}  // namespace taizhang::model
