// SPDX-License-Identifier: MIT
#include "load/advice_on_key.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "load/entities.h"

namespace taizhang::load {

namespace {

bool stands_in(const EntityKeys& entity, const EntityKeys& around) {
  return std::ranges::any_of(around.keys, [&](const KeyAbout& key) {
    return key.inside && (key.inside == &entity || stands_in(entity, *key.inside));
  });
}

/// The entities that have the key, those first of all that stand in `around`; none where they are
/// many.
std::vector<const EntityKeys*> entities_with(std::string_view key, const EntityKeys& around) {
  constexpr std::ptrdiff_t few = 3;
  std::vector<const EntityKeys*> all;
  std::ranges::copy_if(entities(), std::back_inserter(all),
                       [&](const EntityKeys* one) { return one->find(key); });
  std::vector<const EntityKeys*> near;
  std::ranges::copy_if(all, std::back_inserter(near),
                       [&](const EntityKeys* one) { return stands_in(*one, around); });
  if (!near.empty()) all = near;
  if (std::ssize(all) > few) all.clear();
  return all;
}

}  // namespace

base::Phrase advice_on_key(std::string_view key, const base::Bilingual& entity) {
  const EntityKeys* around = find_entity(entity.en);
  if (!around || key.find('\t') != key.npos) return {};
  const std::vector<const EntityKeys*> owners = entities_with(key, *around);
  const auto file = std::ranges::find_if(owners, [](auto* one) { return !one->file.empty(); });
  if (file != owners.end()) {
    return {wrong_file, {key, (*file)->title, (*file)->file}};
  }
  if (!owners.empty()) {
    std::vector<std::string> zh;
    std::vector<std::string> en;
    for (const EntityKeys* one : owners) {
      zh.emplace_back(one->title.zh);
      en.emplace_back(one->title.en);
    }
    return {{"“{0}”是{1}的键：移到那里，缩进与它的别的键对齐",
             "“{0}” is a key of a {2}: move it there, under its other keys"},
            {key, base::joined(zh, "、"), base::joined(en, ", ")}};
  }
  if (around->find("note")) return {};
  return {{"改成{0}的一个键；没有合适的键，就写成 # 开头的备注（{0}没有 note）",
           "use a key of a {0}; what fits none is a remark behind # (a {0} has no note)"},
          {around->title}};
}

}  // namespace taizhang::load
