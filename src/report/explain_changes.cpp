// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "query/task_table.h"
#include "report/explain_parts.h"

namespace taizhang::report {

namespace {

/// Why and by whom, in brackets; nothing where the file says neither.
std::string grounds(const model::Change& change, const base::Words& words) {
  std::vector<std::string> all;
  if (change.reason) all.push_back(*change.reason);
  if (change.approved_by) all.push_back(words.say("text.approved_by", {*change.approved_by}));
  if (change.doc_no) all.push_back(*change.doc_no);
  if (all.empty()) return {};
  return words.say("text.in_brackets", {base::joined(all, words["text.clause_comma"])});
}

}  // namespace

std::optional<std::string> shown_date(const std::string& text) {
  const auto date = base::parse_date(text).date;
  return date ? std::optional(base::iso(*date)) : std::nullopt;
}

std::vector<std::string> change_sentences(
    const model::Task& task, std::string_view field, base::Date as_of, const base::Words& words,
    const std::function<std::optional<std::string>(const std::string&)>& shown) {
  std::vector<std::string> sentences;
  for (const model::Change& change : task.changes) {
    if (!change.field || *change.field != field) continue;
    const auto text_of = [&](const model::Given<model::Loose>& given) {
      const bool single = given && given->texts.size() == 1;
      return single ? shown(given->texts.front()) : std::nullopt;
    };
    const auto to = text_of(change.to);
    const std::vector<std::string> arguments{
        change.effective ? base::iso(*change.effective) : query::absent,
        text_of(change.from).value_or(query::absent), to.value_or(query::absent),
        grounds(change, words)};
    if (!to || !change.effective)
      sentences.push_back(words.say("explain.change.unreadable", arguments));
    else if (!change.approved_by)
      sentences.push_back(words.say("explain.change.not_approved", arguments));
    else if (*change.effective > as_of)
      sentences.push_back(words.say("explain.change.not_yet", arguments));
    else
      sentences.push_back(words.say("explain.change.in_force", arguments));
  }
  return sentences;
}

}  // namespace taizhang::report
