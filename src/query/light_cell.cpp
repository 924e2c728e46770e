// SPDX-License-Identifier: MIT
#include "query/light_cell.h"

namespace taizhang::query {

Tone tone_of(model::Light light) {
  switch (light) {
    case model::Light::blue:
      return Tone::blue;
    case model::Light::green:
      return Tone::green;
    case model::Light::yellow:
      return Tone::yellow;
    case model::Light::red:
      return Tone::red;
    case model::Light::grey:
      break;
  }
  return Tone::grey;
}

Cell light_cell(model::Light light, bool by_hand, const base::Words& words) {
  return {model::label(words, light) + (by_hand ? "*" : ""), tone_of(light)};
}

Cell class_cell(model::Class standing, model::Light light, const base::Words& words) {
  return {model::label(words, standing), tone_of(light)};
}

std::string legend(const base::Words& words) { return std::string(words["text.legend"]); }

}  // namespace taizhang::query
