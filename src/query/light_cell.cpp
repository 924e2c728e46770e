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

Tone tone_of(model::Class standing) {
  switch (standing) {
    case model::Class::done:
      return Tone::blue;
    case model::Class::ahead:
    case model::Class::on_schedule:
      return Tone::green;
    case model::Class::behind:
      return Tone::yellow;
    case model::Class::far_behind:
      return Tone::red;
    case model::Class::not_reported:
    case model::Class::not_measured:
    case model::Class::not_applicable:
      break;
  }
  return Tone::grey;
}

Cell light_cell(model::Light light, bool by_hand, const base::Words& words) {
  return {model::label(words.language(), light) + (by_hand ? "*" : ""), tone_of(light)};
}

Cell standing_cell(model::Light light, bool by_hand, model::Class standing,
                   const base::Words& words) {
  Cell cell = light_cell(light, by_hand, words);
  cell.text += words.say("text.in_brackets", {model::label(words.language(), standing)});
  return cell;
}

Cell class_cell(model::Class standing, model::Light light, const base::Words& words) {
  return {model::label(words.language(), standing), tone_of(light)};
}

std::string legend(const base::Words& words) { return std::string(words["text.legend"]); }

}  // namespace taizhang::query
