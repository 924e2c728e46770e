// SPDX-License-Identifier: MIT
//
// The story of a light, whosever it is: a sentence for each rule that touched it, in order.
#include "query/light_cell.h"
#include "report/explain_parts.h"

namespace taizhang::report {

Step light_step(const measure::LightStory& story, bool by_hand, const Arguments& arguments,
                const base::Words& words) {
  Step step{"light", std::string(words["explain.step.light"]),
            query::light_cell(story.back().light, by_hand, words)};
  for (std::size_t i = 0; i < story.size(); ++i) {
    const std::string key = std::string(model::Names<measure::LightReason>::words) + "." +
                            std::string(model::name(story[i].reason));
    const bool stays = i > 0 && story[i].light == story[i - 1].light;
    step.because.push_back(words.say(
        stays ? "explain.light_stays" : "explain.light_becomes",
        {words.say(key, arguments(story[i])), model::label(words.language(), story[i].light)}));
  }
  return step;
}

std::string class_by_light(model::Light light, model::Class standing, const base::Words& words) {
  return words.say("explain.class_by_light", {model::label(words.language(), light),
                                              model::label(words.language(), standing)});
}

}  // namespace taizhang::report
