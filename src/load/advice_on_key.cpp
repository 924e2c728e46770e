// SPDX-License-Identifier: MIT
#include "load/advice_on_key.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "load/entities.h"

namespace taizhang::load {

namespace {

/// The entities that have the key, where they are few.
std::vector<const EntityKeys*> entities_with(std::string_view key) {
  constexpr std::ptrdiff_t few = 3;
  std::vector<const EntityKeys*> owners;
  std::ranges::copy_if(entities(), std::back_inserter(owners),
                       [&](const EntityKeys* one) { return one->find(key); });
  if (std::ssize(owners) > few) owners.clear();
  return owners;
}

}  // namespace

base::Phrase advice_on_key(std::string_view key, const base::Bilingual& entity) {
  const EntityKeys* around = find_entity(entity.en);
  if (!around || key.find('\t') != key.npos) return {};
  const std::vector<const EntityKeys*> owners = entities_with(key);
  if (owners.size() == 1 && !owners.front()->file.empty()) {
    return {{"“{0}”是{1}文件（{2}）的键：内容放错了文件",
             "“{0}” is a key of a {1} ({2}): this is the wrong file for it"},
            {key, owners.front()->title, owners.front()->file}};
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
