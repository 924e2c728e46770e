// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/words.h"
#include "measure/figures.h"
#include "query/table.h"

namespace taizhang::query {

/// The colour of a light.
Tone tone_of(model::Light light);

/// The colour of the light that puts something into a class.
Tone tone_of(model::Class standing);

/// A light for people: its word, in its colour where there are colours; `*` marks one that was set
/// by hand.
Cell light_cell(model::Light light, bool by_hand, const base::Words& words);

/// Both in one: `黄灯（滞后）`.
Cell standing_cell(model::Light light, bool by_hand, model::Class standing,
                   const base::Words& words);

/// How something stands, in the colour of its light: 超序时, 滞后 ….
Cell class_cell(model::Class standing, model::Light light, const base::Words& words);

/// What the lights mean: stands under every table that shows them (domain.md §6.8).
std::string legend(const base::Words& words);

}  // namespace taizhang::query
