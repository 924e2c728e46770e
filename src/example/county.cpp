// SPDX-License-Identifier: MIT
#include "example/county.h"

#include <optional>

#include "example/fill.h"

namespace taizhang::example {

using model::UnitStatus;
using model::UnitType;

namespace {

struct Row {
  std::string_view name;
  std::string_view full_name;
  UnitType type;
  std::string_view rank_group;
  std::string_view alias = {};
};

constexpr Row rows[] = {
    {"县委办公室", "中共澄溪县委办公室", UnitType::party, "党群综合"},
    {"县委宣传部", "中共澄溪县委宣传部", UnitType::party, "党群综合"},
    {"县政府办公室", "澄溪县人民政府办公室", UnitType::government, "", "县府办"},
    {"县发改局", "澄溪县发展和改革局", UnitType::government, "经济发展"},
    {"县工信局", "澄溪县工业和信息化局", UnitType::government, "经济发展"},
    {"县科技局", "澄溪县科学技术局", UnitType::government, "经济发展"},
    {"县财政局", "澄溪县财政局", UnitType::government, "经济发展"},
    {"县商务局", "澄溪县商务局", UnitType::government, "经济发展"},
    {"县招商局", "澄溪县招商局", UnitType::institution, "经济发展"},
    {"县投资促进局", "澄溪县投资促进局", UnitType::institution, "经济发展"},
    {"县金融服务中心", "澄溪县金融服务中心", UnitType::institution, "经济发展"},
    {"县铁路建设办公室", "澄溪县铁路建设办公室", UnitType::institution, "经济发展"},
    {"县教体局", "澄溪县教育和体育局", UnitType::government, "社会民生", "县教育局"},
    {"县民政局", "澄溪县民政局", UnitType::government, "社会民生"},
    {"县司法局", "澄溪县司法局", UnitType::government, "社会民生"},
    {"县人社局", "澄溪县人力资源和社会保障局", UnitType::government, "社会民生"},
    {"县卫健局", "澄溪县卫生健康局", UnitType::government, "社会民生"},
    {"县医保局", "澄溪县医疗保障局", UnitType::government, "社会民生"},
    {"县文旅局", "澄溪县文化和旅游局", UnitType::government, "社会民生"},
    {"县应急局", "澄溪县应急管理局", UnitType::government, "社会民生"},
    {"县市场监管局", "澄溪县市场监督管理局", UnitType::government, "社会民生"},
    {"县审批服务局", "澄溪县行政审批服务局", UnitType::government, "社会民生"},
    {"县统计局", "澄溪县统计局", UnitType::government, "社会民生"},
    {"县自然资源局", "澄溪县自然资源和规划局", UnitType::government, "城乡建设"},
    {"县生态环境局", "澄溪县生态环境局", UnitType::government, "城乡建设"},
    {"县住建局", "澄溪县住房和城乡建设局", UnitType::government, "城乡建设"},
    {"县交通局", "澄溪县交通运输局", UnitType::government, "城乡建设"},
    {"县水利局", "澄溪县水利局", UnitType::government, "城乡建设", "县水务局"},
    {"县农业农村局", "澄溪县农业农村局", UnitType::government, "城乡建设"},
    {"县园林环卫中心", "澄溪县园林环卫服务中心", UnitType::institution, "城乡建设"},
    {"县大数据中心", "澄溪县大数据中心", UnitType::institution, "城乡建设"},
    {"县城投集团", "澄溪县城市建设投资集团有限公司", UnitType::company, "县属企业"},
    {"县水务公司", "澄溪县水务有限公司", UnitType::company, "县属企业"},
    {"县供电公司", "澄溪县供电公司", UnitType::company, "县属企业"},
    {"县总工会", "澄溪县总工会", UnitType::mass_org, "党群综合"},
    {"县妇联", "澄溪县妇女联合会", UnitType::mass_org, "党群综合"},
    {"县残联", "澄溪县残疾人联合会", UnitType::mass_org, "党群综合"},
    {"县经济开发区", "澄溪县经济开发区管理委员会", UnitType::zone, "经济发展"},
    {"城关街道澄溪社区", "", UnitType::village, ""},
    {"市生态环境监测中心", "示例市生态环境监测中心", UnitType::upper_level, ""},
    {"市统计调查队", "示例市统计调查队", UnitType::upper_level, ""},
};

/// 街道 are streets, all others townships.
UnitType type_of_town(std::string_view town) {
  return town.ends_with("街道") ? UnitType::street : UnitType::township;
}

constexpr std::string_view town_names[] = {"城关街道", "白石镇", "柳河镇", "松岭镇",
                                           "望湖镇",   "杏林镇", "沙湾镇", "石桥镇"};

/// What becomes of a unit: from the day after, its work is the successor's.
struct End {
  std::string_view unit;
  UnitStatus status;
  int permille;  ///< of the first period, at a month's end
  std::string_view successor;
};

constexpr End ends[] = {
    {"县招商局", UnitStatus::renamed, 330, "县投资促进局"},
    {"县金融服务中心", UnitStatus::merged, 580, "县财政局"},
    {"县铁路建设办公室", UnitStatus::abolished, 250, ""},
};

const End* end_of(std::string_view unit) {
  for (const End& end : ends) {
    if (end.unit == unit) return &end;
  }
  return nullptr;
}

/// The day from which a unit bears a new name; nothing for those that were there before.
std::optional<Date> new_since(std::string_view unit, Period first) {
  for (const End& end : ends) {
    if (end.status == UnitStatus::renamed && end.successor == unit) {
      return first.month_end_at(end.permille) + std::chrono::days{1};
    }
  }
  return std::nullopt;
}

model::Unit unit_of(const Row& row, Period first) {
  model::Unit unit(unwritten);
  set(unit.name, row.name);
  if (!row.full_name.empty()) set(unit.full_name, row.full_name);
  if (!row.alias.empty()) add(unit.aliases, row.alias);
  unit.type.value = row.type;
  if (!row.rank_group.empty()) set(unit.rank_group, row.rank_group);
  unit.valid.from.value = new_since(row.name, first);
  unit.status.value = UnitStatus::active;
  if (const End* end = end_of(row.name)) {
    unit.valid.to.value = first.month_end_at(end->permille);
    unit.status.value = end->status;
    if (!end->successor.empty()) set(unit.successor, end->successor);
  }
  return unit;
}

}  // namespace

model::Registry County::registry() const {
  model::Registry registry(unwritten);
  registry.schema.value = model::FormatVersion{};
  for (const Row& row : rows) registry.units.items.push_back(unit_of(row, first_));
  model::Unit group(unwritten);
  set(group.name, all_towns);
  set(group.full_name, "澄溪县各镇人民政府、街道办事处");
  group.type.value = UnitType::group;
  for (const std::string_view town : town_names) {
    registry.units.items.push_back(unit_of({town, {}, type_of_town(town), "镇街", {}}, first_));
    add(group.members, town);
  }
  registry.units.items.push_back(std::move(group));
  return registry;
}

std::string_view County::name_on(std::string_view unit, Date day) const {
  const End* end = end_of(unit);
  const bool gone = end && !end->successor.empty() && day > first_.month_end_at(end->permille);
  return gone ? end->successor : unit;
}

std::span<const std::string_view> towns() { return town_names; }

std::string_view alias_of(std::string_view unit) {
  for (const Row& row : rows) {
    if (row.name == unit) return row.alias;
  }
  return {};
}

}  // namespace taizhang::example
