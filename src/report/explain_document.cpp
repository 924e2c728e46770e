// SPDX-License-Identifier: MIT
#include "query/light_cell.h"
#include "report/explain.h"

namespace taizhang::report {

namespace {

void write(const Story& story, int level, Document& document) {
  document.push_back(Heading{story.heading, level});
  if (!story.facts.empty()) document.push_back(FieldList{story.facts});
  if (!story.table_title.empty()) document.push_back(Heading{story.table_title, level + 1});
  if (!story.table.rows.empty()) document.push_back(story.table);
  Numbered numbered;
  for (const Step& step : story.steps) {
    numbered.rows.push_back({step.label, step.value, step.because});
  }
  if (!numbered.rows.empty()) document.push_back(std::move(numbered));
  for (const Story& part : story.parts) write(part, level + 1, document);
}

}  // namespace

Document story_document(const Story& story, const base::Words& words) {
  Document document;
  write(story, 1, document);
  if (story.synthetic) document.push_back(Note{std::string(words["text.synthetic"])});
  // An issue alone has no light.
  if (story.subject != "issue") document.push_back(Note{query::legend(words)});
  return document;
}

}  // namespace taizhang::report
