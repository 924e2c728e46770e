// SPDX-License-Identifier: MIT
//
// Numbers in the words of a target, by the rules by which a notice becomes a plan: what the year
// promises is an indicator; a name, a threshold, a size or a date is none.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/task.h"

namespace taizhang::intake {

/// A number of a text, or words that mean one (全覆盖, 一个, 超过全省平均), and what is made of it.
struct Mention {
  std::size_t at;                                 ///< its first byte in the text that was given
  std::string written;                            ///< `30`, `全覆盖`
  std::optional<model::Indicator> proposed = {};  ///< without an id
  base::Bilingual why_not = {};                   ///< where nothing is proposed
  std::optional<std::size_t> part_of = {};        ///< the mention that it is a part of
  bool is_aside = false;  ///< among what another counts (其中), so that it is not counted again
  /// The mention that promises for sure what this one strives to exceed: 120个，力争150个.
  std::optional<std::size_t> beyond = {};
};

/// Every number of `text`, in its order.
std::vector<Mention> mentions(const std::string& text);

/// What every proposal carries until a person has looked at it.
inline constexpr std::string_view to_confirm = "待确认";

/// The proposed indicators of a text with ids, quotes and the mark that they are to be confirmed;
/// parts of a total carry `part_of` and no weight, what is among one and has another unit no
/// weight, nor what is only striven for beyond what is promised. What has no name but a verb is
/// called `title`.
std::vector<model::Indicator> proposals(const std::string& text, const std::vector<Mention>& found,
                                        const std::string& title, int first_id = 1);

}  // namespace taizhang::intake
