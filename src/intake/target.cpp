// SPDX-License-Identifier: MIT
#include "intake/target.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace taizhang::intake {

namespace {

std::optional<int> item_number(std::string_view text) {
  constexpr std::size_t most_digits = 6;
  const bool digits = !text.empty() && text.size() <= most_digits &&
                      text.find_first_not_of("0123456789") == text.npos;
  return digits ? std::optional(std::stoi(std::string(text))) : std::nullopt;
}

/// How `record` begins a list of entries.
struct Beginning {
  std::string_view of;  ///< what one is called
  std::string kind;
  base::Bilingual words;
};

const std::array<Beginning, 4> beginnings{
    {{"报数", "", {"数值", "NUMBER"}},
     {"问题", "issue ", {"\"什么问题\"", "\"WHAT IT IS\""}},
     {"督办", "order ", {"reminder --to 单位", "reminder --to UNIT"}},
     {"调整", "change ", {"target 240 --reason 为什么", "target 240 --reason WHY"}}}};

}  // namespace

Target find_target(const model::Ledger& ledger, const std::string& address) {
  std::vector<std::string> parts;
  for (std::string_view part : base::split(address, '/')) parts.emplace_back(part);
  std::vector<Target> found;
  std::vector<Target> exact;  // with their plan
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      const auto item = file.item();
      if (!item) continue;
      const bool with_plan =
          parts.size() > 1 && parts[0] == plan.id && item_number(parts[1]) == item;
      if (!with_plan && item_number(parts[0]) != item) continue;
      const std::size_t behind = with_plan ? 2 : 1;
      const auto rest = parts.begin() + static_cast<std::ptrdiff_t>(behind);
      Target target{&plan, &file, {}, {rest, parts.end()}};
      target.address = base::joined({parts.begin(), rest}, "/");
      // `2023/14` of plan 2023 is no part of an item 2023.
      (with_plan ? exact : found).push_back(std::move(target));
    }
  }
  if (!exact.empty()) found = std::move(exact);
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    base::refuse({{"没有“{0}”这一项", "there is no item “{0}”"}, {address}},
                 {{"写成 14、2023/14 或 14/piles 的样子；有哪些见 taizhang list",
                   "write it like 14, 2023/14 or 14/piles; taizhang list has them all"}});
  }
  std::vector<std::string> all;
  const bool is_one_plan =
      std::ranges::all_of(found, [&](const Target& one) { return one.plan == found.front().plan; });
  if (is_one_plan) {
    for (const Target& one : found) all.push_back(ledger.sources.at(one.file->file).path);
    base::refuse({{"有 {0} 个文件都是“{1}”这一项", "{0} files are of item “{1}”"},
                  {static_cast<long long>(found.size()), found.front().address}},
                 {{"留下对的一个，别的删去或改序号：{0}",
                   "keep the right one; delete the others or give them another number: {0}"},
                  {base::joined(all, ", ")}});
  }
  for (const Target& one : found) all.push_back(one.plan->id + "/" + address);
  base::refuse({{"“{0}”在几个计划里都有", "several plans have an item “{0}”"}, {address}},
               {{"写明哪一个：{0}", "name one: {0}"}, {base::joined(all, ", ")}});
}

void refuse_missing_id(const Target& target, base::Bilingual what,
                       const std::vector<std::string_view>& known) {
  if (known.empty()) {
    const base::Phrase none{{"{0} 里没有{1}", "{0} has no {1}"}, {target.address, what}};
    for (const Beginning& one : beginnings) {
      if (what.zh != one.of) continue;
      const std::string id = what.zh == "报数" && !target.ids.empty() ? "/" + target.ids[0] : "";
      base::refuse(none, {{"先用 taizhang record {0}{1}{2} {3} 记一条",
                           "record one first: taizhang record {0}{1}{2} {3}"},
                          {one.kind, target.address, id, one.words}});
    }
    base::refuse(none, {{"先在任务文件里写上", "write one into the file of the task first"}});
  }
  std::vector<std::string> all;
  for (std::string_view id : known) all.push_back(target.address + "/" + std::string(id));
  base::refuse({{"没有写明是哪一个{0}", "which {0} is meant is not said"}, {what}},
               {{"写成 {0}", "write {0}"}, {base::joined(all, ", ")}});
}

}  // namespace taizhang::intake
