// SPDX-License-Identifier: MIT
#include "query/topic.h"

#include <algorithm>

#include "base/fatal.h"
#include "base/suggest.h"
#include "base/text.h"
#include "facts/world.h"

namespace taizhang::query {

using base::Exit;
using base::Fatal;
using facts::Kind;
using facts::Row;

namespace {

std::string plain_value(const Row& row, std::string_view field) {
  return plain(facts::value(row, field));
}

std::vector<Row> rows_with(const facts::World& world, Kind kind, std::string_view field,
                           const std::string& wanted) {
  std::vector<Row> found;
  for (const Row& row : facts::rows(world, kind)) {
    if (plain_value(row, field) == wanted) found.push_back(row);
  }
  return found;
}

Row only_one(const std::vector<Row>& found, const std::string& given) {
  if (found.size() == 1) return found.front();
  std::vector<std::string> plans;
  for (const Row& row : found) plans.push_back(row.plan->plan->id);
  throw Fatal(Exit::usage,
              {{"“{0}”在 {1} 个计划里都有", "“{0}” is in {1} plans"},
               {given, static_cast<long long>(found.size())}},
              {{"用 --plan 指明是哪一个：{0}", "name one of them with --plan: {0}"},
               {base::joined(plans, ", ")}});
}

Row find_part(const Row& task, const std::string& address, const std::string& id) {
  std::vector<std::string> known;
  for (const Kind kind : {Kind::indicators, Kind::milestones, Kind::issues}) {
    for (const Row& part : facts::rows_in(task, kind)) {
      const std::string own = plain_value(part, "id");
      if (own == id) return part;
      known.push_back(own);
    }
  }
  base::Phrase help = base::near_or_all(id, {known.begin(), known.end()});
  if (known.empty()) {
    help = {{"这项任务没有指标、节点和问题", "the task has no indicator, milestone or issue"}, {}};
  }
  throw Fatal(Exit::usage,
              {{"任务 {0} 没有编号为“{1}”的指标、节点或问题",
                "the task {0} has no indicator, milestone or issue “{1}”"},
               {address, id}},
              help);
}

/// The task, or the part of one, at an address of one to three parts; nothing where it is none.
std::optional<Row> at_address(const facts::World& world, const std::string& word) {
  const std::vector<std::string_view> pieces = base::split(word, '/');
  const std::vector<std::string> parts(pieces.begin(), pieces.end());
  const auto is_number = [&](std::size_t i) { return whole_number(parts[i]).has_value(); };
  const auto has_item = [&](const std::string& item) {
    return !rows_with(world, Kind::tasks, "item", item).empty();
  };
  const auto plans = rows_with(world, Kind::plans, "id", parts.front());
  if (parts.size() == 1 && is_number(0)) {
    if (!plans.empty() && !has_item(word)) return plans.front();
    return find_task(world, word);
  }
  if (parts.size() == 2) {
    const bool plan_first = !plans.empty() || (is_number(0) && !has_item(parts[0]));
    if (plan_first && is_number(1)) return find_task(world, word);
    if (is_number(0)) return find_part(find_task(world, parts[0]), parts[0], parts[1]);
  }
  if (const auto task = find_by_no(world, word)) return task;
  const std::size_t slash = word.rfind('/');
  if (slash != std::string::npos && !is_number(parts.size() - 2)) {
    const std::string address = word.substr(0, slash);
    if (const auto task = find_by_no(world, address)) {
      return find_part(*task, address, parts.back());
    }
  }
  if (parts.size() == 3 && is_number(1)) {
    const std::string address = parts[0] + "/" + parts[1];
    return find_part(find_task(world, address), address, parts[2]);
  }
  return std::nullopt;
}

/// Every name of a unit, section or plan.
std::vector<std::string> names(const facts::World& world) {
  std::vector<std::string> all = world.unit_names();
  for (const auto& plan : world.plans()) all.push_back(plan.plan->id);
  for (const Row& section : facts::rows(world, Kind::sections)) {
    all.push_back(plain_value(section, "title"));
  }
  return all;
}

}  // namespace

Row find_section(const facts::World& world, const std::string& given) {
  const std::string number = section_number(world, given);
  std::vector<Row> found = rows_with(world, Kind::sections, "title", given);
  if (found.empty()) found = rows_with(world, Kind::sections, "no", number);
  return only_one(found, given);
}

Row find_unit(const facts::World& world, const std::string& given) {
  const std::string unit = unit_name(world, given);
  const std::vector<Row> known = rows_with(world, Kind::units, "name", unit);
  std::vector<Row> at_work;
  for (const Row& row : known) {
    if (plain_value(row, "leads") != "0" || plain_value(row, "supports") != "0") {
      at_work.push_back(row);
    }
  }
  return only_one(at_work.empty() ? known : at_work, given);
}

Row find_topic(const facts::World& world, const std::string& word,
               const std::vector<std::string_view>& also_known) {
  if (const auto topic = at_address(world, word)) return *topic;
  if (world.unit_named(word)) return find_unit(world, word);
  if (!rows_with(world, Kind::sections, "title", word).empty()) return find_section(world, word);
  const auto plans = rows_with(world, Kind::plans, "id", word);
  if (!plans.empty()) return plans.front();
  const std::vector<std::string> own = names(world);
  std::vector<std::string_view> known(own.begin(), own.end());
  known.insert(known.end(), also_known.begin(), also_known.end());
  base::Phrase help{
      {"写任务序号（14）、指标（14/piles）、单位、板块或计划的名称，或检查规则（E24）",
       "write an item (14), an indicator (14/piles), the name of a unit, section or "
       "plan, or a rule of check (E24)"},
      {}};
  if (base::suggestion(word, known)) help = base::near_or_all(word, known);
  throw Fatal(Exit::usage,
              {{"没有“{0}”这个任务、单位、板块、计划或检查规则",
                "there is no task, unit, section, plan or rule “{0}”"},
               {word}},
              help);
}

}  // namespace taizhang::query
