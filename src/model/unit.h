// SPDX-License-Identifier: MIT
#pragma once

#include "base/date.h"
#include "model/enums.h"
#include "model/field.h"
#include "model/given.h"

namespace taizhang::model {

struct Validity : Part {
  Given<base::Date> from;
  Given<base::Date> to;
};

/// A department, an office, a company: whoever can lead or take part in a task.
struct Unit : Entry {
  using Entry::Entry;

  Given<std::string> name;  ///< as printed; the key
  Given<std::string> full_name;
  List<std::string> aliases;
  Given<UnitType> type;
  List<UnitName> members;
  Given<std::string> rank_group;
  Validity valid;
  Given<UnitStatus> status;
  Given<UnitName> successor;
};

/// `units.yaml`: the units of all plans below it.
struct Registry : Entry {
  using Entry::Entry;

  Given<FormatVersion> schema;
  Many<Unit> units;
};

template <>
struct Fields<Validity> {
  static constexpr base::Bilingual name{"有效期", "validity"};
  static constexpr FieldTable table{optional("from", "起", &Validity::from, {"起", "first day"}),
                                    optional("to", "止", &Validity::to, {"止", "last day"})};
};

template <>
struct Fields<Unit> {
  static constexpr base::Bilingual name{"单位", "unit"};
  static constexpr FieldTable table{
      required("name", "名称", &Unit::name, {"名称，以文件印发为准", "name as printed"}),
      optional("full_name", "全称", &Unit::full_name, {"全称", "full name"}),
      optional("aliases", "别名", &Unit::aliases, {"别名", "other names"}),
      required("type", "类别", &Unit::type, {"类别", "type"}),
      optional("members", "成员单位", &Unit::members, {"成员单位", "members"}),
      optional("rank_group", "考核分组", &Unit::rank_group, {"考核分组", "group for ranking"}),
      optional("valid", "有效期", &Unit::valid, {"有效期", "validity"}),
      optional("status", "状态", &Unit::status, {"状态", "status"}, "active"),
      optional("successor", "承接单位", &Unit::successor, {"职责承接单位", "successor"})};
};

template <>
struct Fields<Registry> {
  static constexpr base::Bilingual name{"单位名录", "registry of units"};
  static constexpr FieldTable table{
      required("schema", "格式版本", &Registry::schema, {"格式版本，现为 1", "format version, 1"}),
      required("units", "单位", &Registry::units, {"单位", "units"})};
};

}  // namespace taizhang::model
