// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace taizhang::command {

/// A subject of `taizhang help` that no table of the program tells.
struct Topic {
  std::string_view name;
  base::Bilingual title;  ///< its Chinese is its other name
  std::string_view also;  ///< more names that are understood, parted by blanks
  base::Bilingual text;
};

/// Every one of them, by name.
std::span<const Topic> topics();

/// The page of the topic that `name` names: one of the above, an entity of the files or a key of
/// one (`indicator.target`, 指标.目标), a kind of row or a field of one, or a key by itself, which
/// several entities may have. Throws `Fatal` (usage) with a suggestion where there is none.
std::string topic_page(const std::string& name, base::Language language);

/// The names that `topic_page` takes, in the order in which the list of topics has them: of keys
/// and fields those of the entity or kind with which `begun` begins, `indicator.`; of what else is
/// begun also the keys of every entity.
std::vector<std::string> topic_names(std::string_view begun = {});

}  // namespace taizhang::command
