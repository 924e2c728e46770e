// SPDX-License-Identifier: MIT
#include "report/explain/why.h"

#include "report/explain/story.h"
#include "words/keys.h"

namespace taizhang::report {

using facts::Step;

namespace {

/// The steps of a light that are of the row at `address`.
std::vector<const Step*> light_of(const std::vector<Step>& steps, const std::string& address) {
  std::vector<const Step*> found;
  for (const Step& step : steps) {
    if (step.figure == "light" && step.id == address) found.push_back(&step);
  }
  return found;
}

}  // namespace

Value why_light(const Asked& asked, const facts::Row& task) {
  const std::string address = facts::address(task);
  const std::vector<Step> steps = facts::trace(task, facts::Need::figures);
  std::vector<const Step*> said;
  for (const Step* step : light_of(steps, address)) {
    if (const Value* measure = step->operand("measure")) {
      const std::string of = document::text(*measure, asked.language());
      for (const Step* one : light_of(steps, address + "/" + of)) said.push_back(one);
    }
    said.push_back(step);
  }
  document::Sentence line;
  for (const Step* step : said) {
    if (!line.pieces.empty()) line.pieces.emplace_back(asked.words[words::keys::text_clause_comma]);
    line.pieces.push_back(told(asked, task, *step));
  }
  return line;
}

}  // namespace taizhang::report
