// SPDX-License-Identifier: MIT
#pragma once

#include "base/date.h"
#include "model/query.h"
#include "model/rules.h"

namespace taizhang::model {

using base::Date;

struct Period : Part {
  Given<Date> start;
  Given<Date> end;
};

/// One of the groups that a plan sorts its tasks into (板块).
struct Section : Entry {
  using Entry::Entry;

  Given<int> no;
  Given<std::string> title;
};

/// A document that the plan stands on.
struct Policy : Entry {
  using Entry::Entry;

  Given<std::string> title;
  Given<std::string> issuer;
  Given<std::string> doc_no;
  Given<PartialDate> date;
};

/// Who steers the plan; `closers` alone may close items and issues (销号).
struct Roles : Part {
  Given<std::string> leading_group;
  Given<UnitName> office;
  List<UnitName> closers;
};

/// One year's list of tasks: `plan.yaml`.
struct Plan : Entry {
  using Entry::Entry;

  Given<FormatVersion> schema;
  Given<std::string> id;
  Given<std::string> title;
  Given<bool> synthetic;
  Given<std::string> doc_no;
  Given<std::string> issuer;
  Given<Date> issued;
  Period period;
  Given<PlanLanguage> language;
  Many<Section> sections;
  Many<Policy> policies;
  Roles roles;
  Given<Reporting> reporting;
  Rules rules;
  List<Date> holidays;
  List<Date> workdays;  ///< make-up working days
  ByName<Query> queries;
  Given<Date> lock;  ///< records dated up to it may no longer change
  Given<std::string> carried_from;
};

template <>
struct Fields<Period> {
  static constexpr base::Bilingual name{"计划周期", "period"};
  static constexpr FieldTable table{
      required("start", "起始日", &Period::start, {"起始日", "first day"}),
      required("end", "截止日", &Period::end, {"截止日", "last day"})};
};

template <>
struct Fields<Section> {
  static constexpr base::Bilingual name{"板块", "section"};
  static constexpr FieldTable table{required("no", "序号", &Section::no, {"序号", "number"}),
                                    required("title", "名称", &Section::title, {"名称", "title"})};
};

template <>
struct Fields<Policy> {
  static constexpr base::Bilingual name{"政策依据", "policy"};
  static constexpr FieldTable table{
      required("title", "名称", &Policy::title, {"文件名称", "title"}),
      optional("issuer", "发文机关", &Policy::issuer, {"发文机关", "issuer"}),
      optional("doc_no", "文号", &Policy::doc_no, {"文号", "document number"}),
      optional("date", "日期", &Policy::date,
               {"日期，可只到年或月", "date, may be a year or a month"})};
};

template <>
struct Fields<Roles> {
  static constexpr base::Bilingual name{"职责分工", "roles"};
  static constexpr FieldTable table{
      optional("leading_group", "领导小组", &Roles::leading_group, {"领导小组", "leading group"}),
      optional("office", "办公室", &Roles::office, {"办公室", "its office"}),
      optional("closers", "销号单位", &Roles::closers,
               {"有权销号的单位", "units that may close items"})};
};

template <>
struct Fields<Plan> {
  static constexpr base::Bilingual name{"计划", "plan"};
  static constexpr FieldTable table{
      required("schema", "格式版本", &Plan::schema, {"格式版本，现为 1", "format version, 1"}),
      required("id", "编号", &Plan::id, {"计划编号，如 \"2023\"", "short name, such as \"2023\""}),
      required("title", "名称", &Plan::title, {"名称", "title"}),
      optional("synthetic", "合成数据", &Plan::synthetic,
               {"合成数据，报表须注明", "synthetic data; every report says so"}, "false"),
      optional("doc_no", "文号", &Plan::doc_no, {"文号", "document number"}),
      optional("issuer", "发文机关", &Plan::issuer, {"发文机关", "issuer"}),
      optional("issued", "印发日期", &Plan::issued, {"印发日期", "date of issue"}),
      required("period", "计划周期", &Plan::period, {"计划周期", "period"}),
      optional("language", "语言", &Plan::language, {"报表语言", "language of its reports"},
               {"运行时的语言", "that of the run"}),
      required("sections", "板块", &Plan::sections, {"板块", "sections"}),
      optional("policies", "政策依据", &Plan::policies, {"政策依据", "policies"}),
      optional("roles", "职责分工", &Plan::roles, {"职责分工", "roles"}),
      optional("reporting", "报送方式", &Plan::reporting,
               {"各单位按期报送，还是只录公开结果", "whether units owe reports"}, "owed"),
      optional("rules", "规则", &Plan::rules, {"规则", "rules"}),
      optional("holidays", "节假日", &Plan::holidays, {"节假日", "holidays"}),
      optional("workdays", "调休上班日", &Plan::workdays, {"调休上班日", "make-up working days"}),
      optional("queries", "常用查询", &Plan::queries,
               {"常用查询：名称后写条件", "saved queries: names, each with its filter"}),
      optional(
          "lock", "锁定日", &Plan::lock,
          {"锁定日：到这一天为止的记录不得再改", "records dated up to it may no longer change"}),
      optional("carried_from", "结转自", &Plan::carried_from,
               {"结转自哪个计划", "the plan before it"})};
};

}  // namespace taizhang::model
