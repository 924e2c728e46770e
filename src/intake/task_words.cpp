// SPDX-License-Identifier: MIT
#include "intake/task_words.h"

#include <algorithm>

#include "base/text.h"
#include "intake/cell_values.h"
#include "intake/cell_words.h"
#include "intake/named_parts.h"
#include "intake/number_words.h"
#include "intake/numbers.h"

namespace taizhang::intake {

void add_line(model::Given<std::string>& given, const std::string& text) {
  given.value = given.value ? *given.value + "\n" + text : text;
}

void add_note(model::Task& task, const std::string& line) {
  if (task.note.value_or("").find(line) == std::string::npos) add_line(task.note, line);
}

void join_line(std::string& text, std::string_view line) {
  const std::string_view next = base::trimmed(line);
  if (next.empty()) return;
  const auto is_word = [](char c) { return is_latin(c) || is_digit(c); };
  if (!text.empty() && is_word(text.back()) && is_word(next.front())) text += ' ';
  text += next;
}

std::string on_one_line(const std::string& text) {
  std::string line;
  for (const std::string_view one : base::split(text, '\n')) join_line(line, one);
  return line;
}

std::vector<std::string> stages_of(const std::string& text, std::string_view also) {
  std::vector<std::string> stages;
  std::string stage;
  for (std::size_t at = 0; at <= text.size();) {
    const std::string one = text.substr(at, base::character_size(text, at));
    if (at == text.size() || one == "；" || one == ";" || one == "\n" || one == also) {
      if (const auto said = base::trimmed(stage); !said.empty()) stages.emplace_back(said);
      stage.clear();
    } else {
      stage += one;
    }
    at += std::max<std::size_t>(one.size(), 1);
  }
  return stages;
}

void TaskWords::begin_row(bool keeps_lead, bool keeps_due) {
  TaskRow row;
  row.first = row.end = task_.indicators.size();
  if (keeps_lead) row.leads = rows_.back().leads;
  if (keeps_due) row.due = rows_.back().due;
  rows_.push_back(std::move(row));
}

std::string TaskWords::subject_of(const TaskRow& row) const {
  std::vector<std::string> names;
  for (std::size_t i = row.first; i < row.end; ++i) {
    names.push_back(*task_.indicators.items[i].name);
  }
  if (!names.empty()) return base::joined(names, "、");
  constexpr int longest = 60;
  return base::shortened(row.words.substr(0, row.words.find('\n')), longest);
}

bool TaskWords::takes(TableColumn column) {
  return column == TableColumn::lead || column == TableColumn::support ||
         column == TableColumn::due || column == TableColumn::contact ||
         column == TableColumn::leader;
}

void TaskWords::take(TableColumn column, const std::string& text) {
  const bool is_of_units = column == TableColumn::lead || column == TableColumn::support;
  if (is_of_units && take_spoken(text)) return;
  for (const NamedPart& part : named_parts(text)) {
    if (part.head.empty())
      take_one(column, part.text);
    else
      take_part(part);
  }
}

bool TaskWords::take_spoken(const std::string& text) {
  const std::vector<NamedPart> parts = spoken_parts(text);
  // Who is in charge beside one that leads takes part: 县发改局牵头，县财政局等分工负责.
  for (NamedPart part : parts) {
    const auto due = part.holds ? std::nullopt : due_in(part.text, period_);
    if (due) part.holds = TableColumn::due;
    const bool is_led =
        part.holds == TableColumn::lead && !task_.lead.items.empty() && &part != &parts.front();
    if (is_led) part.holds = TableColumn::support;
    take_part(part);
  }
  return !parts.empty();
}

void TaskWords::take_named(const std::string& text) {
  for (NamedPart& part : named_parts(text, true)) {
    const bool is_unit = part.holds == TableColumn::lead || part.holds == TableColumn::support;
    if (is_unit) std::erase(part.text, ' ');
    // 责任单位 leads, unless somebody else does.
    const bool is_led = part.holds == TableColumn::lead && !task_.lead.items.empty();
    if (is_led && part.head.starts_with("责任")) part.holds = TableColumn::support;
    take_part(part);
  }
}

void TaskWords::take_part(const NamedPart& part) {
  if (part.holds && takes(*part.holds))
    take_one(*part.holds, part.text);
  else
    add_note(task_, part.head.empty() ? part.text : part.head + "：" + part.text);
}

void TaskWords::take_one(TableColumn column, const std::string& text) {
  if (column == TableColumn::leader) {
    task_.leader.items.push_back({text, {}});
  } else if (column == TableColumn::contact) {
    task_.contact.value = task_.contact ? *task_.contact + " " + text : text;
  } else if (column == TableColumn::due) {
    // 45565 is a day for a spreadsheet and no word for people.
    if (const auto day = date_in({sheets::CellKind::text, text}).value) {
      const bool is_serial = text.find_first_not_of("0123456789") == text.npos;
      take_due(is_serial ? "" : text, model::DueDay{*day});
    } else if (const auto due = due_in(text, period_)) {
      take_due(text, due);
    } else {
      take_due(text, take_stages_of_due(text));
    }
  } else {
    take_units(column, text);
  }
}

void TaskWords::add_unit(TableColumn role, const std::string& name) {
  const auto is_same = [&](const auto& one) { return one->text == name; };
  const bool leads = std::ranges::any_of(task_.lead.items, is_same);
  if (role == TableColumn::lead) rows_.back().leads.push_back(name);
  auto& list = role == TableColumn::lead ? task_.lead : task_.support;
  // Who leads does not support itself as well.
  if (role == TableColumn::lead) std::erase_if(task_.support.items, is_same);
  if (!leads && std::ranges::none_of(list.items, is_same)) {
    list.items.push_back({model::UnitName{name}, {}});
  }
  if (std::ranges::find(result_.units, name) == result_.units.end()) result_.units.push_back(name);
}

void TaskWords::take_units(TableColumn column, const std::string& text) {
  const std::vector<NamedUnit> units = named_units(text);
  // Where one is marked as the lead, those without a mark are not.
  const bool has_lead =
      std::ranges::any_of(units, [](const auto& one) { return one.role == TableColumn::lead; });
  for (const NamedUnit& unit : units) {
    const TableColumn role = unit.role.value_or(has_lead ? TableColumn::support : column);
    add_unit(role, unit.name);
  }
}

void TaskWords::take_day(const std::string& iso) {
  const auto day = base::parse_date(iso).date;
  take_due(day ? "" : iso, day ? std::optional(model::DueDay{*day}) : std::nullopt);
}

void TaskWords::take_due(const std::string& words, const std::optional<model::DueDay>& due) {
  const bool is_first = !task_.due && !task_.due_text;
  const auto iso = [](const model::DueDay& day) { return day.date ? base::iso(*day.date) : ""; };
  // The words stay where a date alone would not say them all.
  if (!is_first || !words.empty()) {
    std::string before = task_.due_text.value_or("");
    if (before.empty() && task_.due) before = iso(*task_.due);
    const std::string said = words.empty() && due ? iso(*due) : words;
    task_.due_text.value = before.empty() || before == said ? said : before + "、" + said;
  }
  const auto is_later = [&](const auto& than) {
    return due && (!than || (due->date && than->date && *due->date > *than->date));
  };
  if (is_later(task_.due.value)) task_.due.value = *due;
  if (is_later(rows_.back().due)) rows_.back().due = *due;
  const bool is_outside =
      due && due->date && (*due->date < period_.from || *due->date > period_.to);
  if (is_outside) {
    add_note(task_, std::string(to_confirm) + "：完成时限" +
                        (words.empty() ? iso(*due) : "“" + words + "”") + "不在计划周期内");
  }
  if (!due) add_note(task_, std::string(to_confirm) + "：完成时限“" + words + "”");
}

std::optional<model::DueDay> TaskWords::take_stages_of_due(const std::string& text) {
  std::vector<std::pair<std::string, base::Date>> stages;
  for (const std::string& part : stages_of(text, "，")) {
    const auto due = due_in(part, period_);
    if (!due || !due->date) return std::nullopt;
    stages.emplace_back(part, *due->date);
  }
  if (stages.size() < 2) return std::nullopt;
  for (const auto& [name, day] : stages) take_stage(name, day);
  const auto last =
      std::ranges::max_element(stages, {}, [](const auto& one) { return one.second; });
  return model::DueDay{last->second};
}

bool TaskWords::is_there(const model::Indicator& wanted) const {
  return std::ranges::any_of(task_.indicators.items, [&](const model::Indicator& one) {
    return one.unit.value == wanted.unit.value && one.target && wanted.target &&
           one.target->number == wanted.target->number;
  });
}

void TaskWords::propose(const std::string& text) {
  TaskRow& row = rows_.back();
  if (row.words.empty()) row.words = text;
  auto found = mentions(text);
  for (const Stage& stage : stages_among(text, found, period_)) take_stage(stage.text, stage.due);
  const int first = static_cast<int>(task_.indicators.size()) + 1;
  auto proposed = proposals(text, found, task_.title.value_or(""), first);
  // 4处 in a column of its own says again what 新建养老服务中心4处 said.
  if (proposed.size() == 1 && proposed[0].name.value == task_.title.value &&
      is_there(proposed[0])) {
    for (Mention& mention : found) {
      if (mention.proposed) mention.why_not = {"前面的目标已有", "a target said before"};
      mention.proposed.reset();
    }
    proposed.clear();
  }
  link_to_total(proposed, text);
  for (auto& indicator : proposed) task_.indicators.items.push_back(std::move(indicator));
  row.end = task_.indicators.size();
  std::string rest;
  for (const Mention& mention : found) {
    if (mention.proposed) continue;
    rest += (rest.empty() ? "未列为指标的数：" : "、") + mention.written + "（" +
            std::string(mention.why_not.zh) + "）";
  }
  if (!rest.empty()) add_line(task_.note, rest);
}

void TaskWords::link_to_total(std::vector<model::Indicator>& proposed, const std::string& text) {
  constexpr Text among = "其中";
  const TaskRow& row = rows_.back();
  const bool begins = row.words.starts_with(among) || text.starts_with(among);
  if (rows_.size() < 2 || (!begins && total_.empty())) return;
  Text subject = row.words;
  for (const Text mark : {among, Text("：")}) {
    if (subject.starts_with(mark)) subject.remove_prefix(mark.size());
  }
  auto& there = task_.indicators.items;
  for (model::Indicator& part : proposed) {
    if (part.part_of || !part.target) continue;
    const auto total = std::ranges::find_if(there, [&](const model::Indicator& one) {
      const bool is_wanted = total_.empty() ? !one.part_of : one.id.value == total_;
      return is_wanted && one.target && one.unit.value == part.unit.value;
    });
    if (total == there.end()) continue;
    base::Decimal sum = *part.target->number;
    for (const model::Indicator& one : there) {
      if (one.part_of.value == total->id.value && one.target) sum = sum + *one.target->number;
    }
    if (sum > *total->target->number) {
      total_.clear();
      continue;
    }
    total_ = sum == *total->target->number ? "" : *total->id;
    part.part_of.value = *total->id;
    part.weight.value = base::Decimal();
    // 新增床位 of 中医院 is not that of the total.
    const bool is_named = part.name->find(subject) != std::string::npos;
    constexpr std::size_t longest = 30;  // bytes
    if (!is_named && subject.size() <= longest) part.name.value->insert(0, subject);
  }
}

void TaskWords::take_stage(const std::string& text, base::Date due) {
  stages_.push_back({{text, due}, rows_.size() - 1});
}

void TaskWords::complete() {
  complete_due();
  if (rows_.size() > 1) complete_rows();
  std::vector<Stage> stages;
  for (const auto& [stage, row] : stages_) {
    stages.push_back({stage.text, stage.due, rows_[row].first, rows_[row].end});
  }
  give_stages(task_, stages, period_);
}

void TaskWords::complete_rows() {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const TaskRow& row = rows_[i];
    const bool is_own_due = row.due && row.due->date != task_.due->date;
    const bool is_own_lead = !row.leads.empty() && row.leads[0] != task_.lead.items[0]->text;
    for (std::size_t one = row.first; one < row.end; ++one) {
      model::Indicator& indicator = task_.indicators.items[one];
      if (is_own_due && row.due->date) indicator.due.value = *row.due->date;
      if (is_own_lead) indicator.reporter.value = model::UnitName{row.leads[0]};
    }
    const std::string subject = subject_of(row);
    if (subject.empty()) continue;
    const std::string mark = std::string(to_confirm) + "：“" + subject + "”";
    if (is_own_due && !row.due->date) add_note(task_, mark + "长期坚持，没有期限");
    if (row.first != row.end) continue;
    if (is_own_lead) add_note(task_, mark + "由" + base::joined(row.leads, "、") + "负责");
    if (is_own_due && row.due->date) stages_.push_back({{subject, *row.due->date}, i});
  }
}

void TaskWords::complete_due() {
  if (task_.due) return;
  task_.due.value = model::DueDay{period_.to};
  ++result_.due_assumed;
  // What is said and says no day stands in the note already.
  if (!task_.due_text) {
    add_note(task_, std::string(to_confirm) + "：完成时限没有写，按计划的最后一天");
  }
}

}  // namespace taizhang::intake
