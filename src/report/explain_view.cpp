// SPDX-License-Identifier: MIT
#include "report/explain.h"

namespace taizhang::report {

namespace {

/// The list in which a part stands beside the others of its kind; none for a part that is alone.
const char* list_of(std::string_view subject) {
  if (subject == "indicator") return "indicators";
  if (subject == "milestone") return "milestones";
  if (subject == "issue") return "issues";
  return nullptr;
}

Json steps_view(const std::vector<Step>& steps) {
  Json view = Json::array();
  for (const Step& step : steps) {
    view.push_back({{"figure", step.figure},
                    {"label", step.label},
                    {"value", step.value.text},
                    {"because", step.because}});
  }
  return view;
}

Json view_of(const Story& story) {
  Json view = story.figures;
  if (!story.steps.empty()) view["steps"] = steps_view(story.steps);
  for (const Story& part : story.parts) {
    if (const char* list = list_of(part.subject)) view[list] = Json::array();
  }
  for (const Story& part : story.parts) {
    if (const char* list = list_of(part.subject))
      view[list].push_back(view_of(part));
    else
      view[std::string(part.subject)] = view_of(part);
  }
  return view;
}

}  // namespace

Json story_view(const Story& story) {
  Json view = {{"subject", story.subject}};
  view.update(view_of(story));
  if (story.synthetic) view["synthetic"] = true;
  return view;
}

}  // namespace taizhang::report
