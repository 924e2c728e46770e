// SPDX-License-Identifier: MIT
#include "intake/returns.h"

#include "base/fatal.h"
#include "base/text.h"
#include "facts/over.h"
#include "intake/cell_values.h"
#include "intake/entries.h"
#include "intake/target.h"
#include "intake/task_words.h"

namespace taizhang::intake {

using model::Indicator;
using model::Progress;
using model::Reading;
using sheets::Cell;

/// What a row is of.
struct Returns::Matched {
  const model::TaskFile* file;
  const Indicator* indicator = nullptr;
  const model::Milestone* milestone = nullptr;
  std::string unit;     ///< whose share of the indicator it is; empty of the whole
  std::string address;  ///< as the ledger has it
  bool by_title = false;
};

struct Returns::At {
  const FilledForm& form;
  const FilledRow& row;
  const std::string& address;
  base::Date date;
};

namespace {

/// The unit of `targets` that `name` is, by any case of blanks.
bool has_share(const Indicator& indicator, const std::string& name) {
  for (const auto& [unit, target] : indicator.targets.rows) {
    if (unit.value == name) return true;
  }
  return false;
}

const Indicator* indicator_with_id(const model::Task& task, const std::string& id) {
  for (const Indicator& indicator : task.indicators) {
    if (indicator.id.value == id) return &indicator;
  }
  return nullptr;
}

const model::Milestone* milestone_with_id(const model::Task& task, const std::string& id) {
  for (const model::Milestone& milestone : task.milestones) {
    if (milestone.id.value == id) return &milestone;
  }
  return nullptr;
}

/// The columns in which a unit speaks of a task.
constexpr std::array word_columns = {FormColumn::done, FormColumn::problems, FormColumn::next,
                                     FormColumn::verdict};

bool is_filled(const FilledRow& row) {
  return std::ranges::any_of(form_heads, [&](const FormHead& head) {
    return head.column >= FormColumn::value && row.cells.contains(head.column);
  });
}

/// The reading that says what `wanted` does, letter by letter as a return of the same unit would
/// again, and counts no more because `after` came; nulls where there is none.
struct Outdated {
  const Reading* said = nullptr;
  const Reading* after = nullptr;
};
Outdated outdated_by_correction(const model::Many<Reading>& readings, const Reading& wanted) {
  const auto same_text = [](const auto& a, const auto& b) {
    return a.value_or({}) == b.value_or({});
  };
  const auto says_it = [&](const Reading& one) {
    const bool same_value =
        wanted.extras->values.rows.empty()
            ? one.value.value == wanted.value.value
            : std::ranges::any_of(one.extras->values.rows, [&](const auto& row) {
                const auto& [unit, value] = wanted.extras->values.rows.front();
                return *row.first == *unit && row.second.value == value.value;
              });
    const std::string by = one.by ? one.by->text : "";
    return one.id && one.date.value == wanted.date.value && same_value &&
           same_text(one.extras->reason, wanted.extras->reason) &&
           by == (wanted.by ? wanted.by->text : "") &&
           (!wanted.extras->benchmark ||
            one.extras->benchmark.value == wanted.extras->benchmark.value);
  };
  Outdated found;
  for (const Reading& one : readings) {
    if (!says_it(one)) continue;
    for (const Reading& later : readings) {
      if (later.extras->corrects.value == one.id.value) found = {&one, &later};
    }
  }
  return found;
}

}  // namespace

std::optional<Returns::Matched> Returns::agreed(const FilledRow& row, Matched matched,
                                                base::Phrase& why) {
  const model::Task& task = matched.file->task;
  const auto differs = [&](FormColumn column, const std::string& ledger) {
    const std::string form = text_in(row.at(column));
    if (form.empty() || bare(form) == bare(ledger)) return false;
    why = {{"{0}是“{1}”，台账里 {2} 的{0}是“{3}”：地址和名称要是同一件事；改正后再报",
            "the {0} is “{1}”, that of {2} in the ledger “{3}”: address and names have to be of "
            "one thing; put it right and send it again"},
           {form_heads[static_cast<std::size_t>(column)].head, form, matched.address, ledger}};
    return true;
  };
  const std::string item = std::to_string(matched.file->item().value_or(0));
  if (differs(FormColumn::item, item) || differs(FormColumn::task, task.title.value_or(""))) {
    return std::nullopt;
  }
  if (matched.milestone) {
    if (differs(FormColumn::indicator, matched.milestone->name.value_or(""))) return std::nullopt;
    return matched;
  }
  if (!matched.indicator) return matched;
  if (differs(FormColumn::indicator, matched.indicator->name.value_or(""))) return std::nullopt;
  const std::string unit = text_in(row.at(FormColumn::unit));
  const std::string& known = matched.indicator->unit.value_or("");
  if (unit.empty() || bare(unit) == bare(known)) return matched;
  why = {{"计量单位改成了“{0}”，台账里是“{1}”；按 {1} 换算好再报",
          "the unit of measure is now “{0}”, in the ledger it is “{1}”; give the figure in {1}"},
         {unit, known}};
  return std::nullopt;
}

std::optional<Returns::Matched> Returns::match(const FilledRow& row, base::Phrase& why) const {
  const std::string address = text_in(row.at(FormColumn::address));
  if (!address.empty()) {
    try {
      const Target target = find_target(ledger_, address);
      Matched matched{target.file, nullptr, nullptr, {}, address};
      if (target.ids.empty()) return agreed(row, std::move(matched), why);
      matched.indicator = indicator_with_id(target.task(), target.ids.front());
      if (!matched.indicator && target.ids.size() == 1) {
        matched.milestone = milestone_with_id(target.task(), target.ids.front());
        if (matched.milestone) return agreed(row, std::move(matched), why);
      }
      if (target.ids.size() == 2) matched.unit = target.ids[1];
      const bool known = matched.indicator && target.ids.size() <= 2 &&
                         (matched.unit.empty() || has_share(*matched.indicator, matched.unit));
      if (known) return agreed(row, std::move(matched), why);
    } catch (const base::Fatal& fatal) {
      why = fatal.message;
    }
  }
  // An address that is lost or spoilt: the number and the title tell the task, the name the rest.
  const std::string item = text_in(row.at(FormColumn::item));
  const std::string title = text_in(row.at(FormColumn::task));
  const std::string name = text_in(row.at(FormColumn::indicator));
  for (const model::PlanFolder& plan : ledger_.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      const auto number = file.item();
      if (!number || std::to_string(*number) != item || file.task.title.value != title) continue;
      const std::string task = ledger_.plans.size() > 1 ? plan.id + "/" + item : item;
      if (name.empty()) return Matched{&file, nullptr, nullptr, {}, task, true};
      for (const Indicator& indicator : file.task.indicators) {
        if (indicator.name.value != name || indicator.targets.written()) continue;
        return agreed(
            row, {&file, &indicator, nullptr, {}, task + "/" + indicator.id.value_or(""), true},
            why);
      }
      for (const model::Milestone& one : file.task.milestones) {
        if (one.name.value != name) continue;
        return Matched{&file, nullptr, &one, {}, task + "/" + one.id.value_or(""), true};
      }
    }
  }
  why = {{"台账里没有“{0}”", "the ledger has no “{0}”"},
         {address.empty() ? item + " " + title + " " + name : address}};
  return std::nullopt;
}

void Returns::tell(Fate fate, const At& at, FormColumn column, base::Phrase what) {
  outcomes.push_back({fate, at.form.cell(at.row, column), at.address, std::move(what)});
}

base::Date Returns::day_of(const FilledForm& form) const {
  const std::optional<base::Date> date = form.date ? form.date : date_;
  if (date) return *date;
  base::refuse(
      {{"{0} 没有写明数据截止日", "{0} does not say of which date its figures are"}, {form.place}},
      {{"用 --date 写明，如 --date 2023-09-30", "give it with --date, such as --date 2023-09-30"}});
}

void Returns::take(const FilledForm& form, const LockedRows& locked) {
  const base::Date date = day_of(form);
  if (!form.date_note.empty()) {
    outcomes.push_back({Fate::noted, form.place, {}, form.date_note});
  }
  for (const StrayCell& stray : form.strays) {
    outcomes.push_back(
        {Fate::left, stray.place, {}, {{"“{0}”：{1}", "“{0}”: {1}"}, {stray.text, stray.why}}});
  }
  const std::set<const FilledRow*> rivals = refuse_rivals(form);
  std::map<const FilledRow*, Matched> known;
  std::map<const FilledRow*, base::Phrase> unknown;
  std::map<const model::TaskFile*, std::vector<const FilledRow*>> by_task;
  for (const FilledRow& row : form.rows) {
    base::Phrase why;
    if (auto matched = match(row, why)) {
      if (is_filled(row)) by_task[matched->file].push_back(&row);
      known.emplace(&row, std::move(*matched));
    } else {
      unknown.emplace(&row, std::move(why));
    }
  }
  const Rivals rival_words = refuse_rival_words(form, known);
  for (const FilledRow& row : form.rows) {
    const auto found = known.find(&row);
    const std::string address =
        found != known.end() ? found->second.address : text_in(row.at(FormColumn::address));
    const At at{form, row, address, date};
    if (found == known.end()) {
      if (is_filled(row))
        tell(Fate::refused, at, FormColumn::address, unknown.at(&row));
      else
        leave_if_strange(form, row);
      continue;
    }
    const Matched& matched = found->second;
    tell_if_changed(at, matched, locked);
    if (!is_filled(row)) continue;
    if (auto over = facts::words_if_over(matched.file->task, address, reported_); !over.empty()) {
      tell(Fate::noted, at, FormColumn::address, std::move(over));
    }
    if (!rivals.contains(&row)) figure(at, matched);
    const auto& rows = by_task.at(matched.file);
    if (rows.front() == &row) words(at, matched, rows, rival_words);
  }
}

Returns::Rivals Returns::refuse_rival_words(const FilledForm& form,
                                            const std::map<const FilledRow*, Matched>& known) {
  std::map<std::pair<const model::TaskFile*, FormColumn>, std::vector<const FilledRow*>> said;
  for (const FilledRow& row : form.rows) {
    const auto found = known.find(&row);
    if (found == known.end()) continue;
    for (const FormColumn column : word_columns) {
      if (!text_in(row.at(column)).empty()) said[{found->second.file, column}].push_back(&row);
    }
  }
  Rivals rivals;
  for (const auto& [key, rows] : said) {
    const FormColumn column = key.second;
    const std::string first = text_in(rows.front()->at(column));
    const bool agree = std::ranges::all_of(
        rows, [&](const FilledRow* row) { return text_in(row->at(column)) == first; });
    if (agree) continue;
    for (const FilledRow* row : rows) {
      const FilledRow* other = row == rows.front() ? rows.back() : rows.front();
      rivals.emplace(row, column);
      outcomes.push_back(
          {Fate::refused,
           form.cell(*row, column),
           known.at(row).address,
           {{"同一项任务写了两样的{0}，另一处是“{1}”，在 {2}；合写在一行里（每项任务填一处）",
             "two different words for {0} of one task, the others are “{1}” at {2}; "
             "put them into one row, for a task has one of each"},
            {form_heads[static_cast<std::size_t>(column)].head, text_in(other->at(column)),
             form.cell(*other, column)}}});
    }
  }
  return rivals;
}

void Returns::tell_if_changed(const At& at, const Matched& matched, const LockedRows& locked) {
  if (matched.by_title) {
    tell(Fate::noted, at, FormColumn::task,
         {{"地址对不上，按序号和名称认出", "known by its number and names, not by its address"}});
  }
  const auto row = locked.find(at.address);
  if (row == locked.end()) return;
  const auto same = [](const std::string& a, const std::string& b) {
    if (bare(a) == bare(b)) return true;
    const auto first = base::Decimal::parse(bare(a)).decimal;
    return first && first == base::Decimal::parse(bare(b)).decimal;
  };
  tell_if_cleared(at, row->second);
  for (const auto& [column, said] : row->second.said) {
    // What is owed of a mean comes with the mean, which the form brings itself.
    const bool is_with_mean =
        column == FormColumn::expected && matched.indicator && matched.indicator->than.written();
    if (is_with_mean) continue;
    const bool is_checked = column != FormColumn::address && at.form.columns.contains(column);
    const std::string text = text_in(at.row.at(column));
    const auto is_same = [&](const std::string& one) { return same(one, text); };
    if (!is_checked || std::ranges::any_of(said, is_same)) continue;
    const base::Bilingual head = form_heads[static_cast<std::size_t>(column)].head;
    const bool was_empty = said.front().empty();
    if (was_empty) {
      tell(Fate::left, at, column,
           {{"{0}“{1}”：台账里没有，这一栏不从报送表收",
             "the {0} “{1}”: the ledger has none, and no form changes it"},
            {head, text}});
      continue;
    }
    tell(Fate::left, at, column,
         text.empty() ? base::Phrase{{"{0}空了：台账里是“{1}”，这一栏不从报送表收",
                                      "the {0} is empty: in the ledger it is “{1}”, and no form "
                                      "changes it"},
                                     {head, said.front()}}
                      : base::Phrase{{"{0}“{1}”：台账里是“{2}”，这一栏不从报送表收",
                                      "the {0} “{1}”: in the ledger it is “{2}”, and no form "
                                      "changes it"},
                                     {head, text, said.front()}});
  }
  if (at.form.unit.empty() || at.form.unit == row->second.unit || !is_filled(at.row)) return;
  tell(Fate::noted, at, FormColumn::address,
       {{"这一行在“{0}”的报送表里，这张表写的是“{1}”", "the row is of the form of {0}, not of {1}"},
        {row->second.unit, at.form.unit}});
}

void Returns::leave_if_strange(const FilledForm& form, const FilledRow& row) {
  for (const auto& [column, cell] : row.cells) {
    outcomes.push_back(
        {Fate::left,
         form.cell(row, column),
         {},
         {{"“{0}”：这一行没有填数，也没有话", "“{0}”: its row has no figure and no words"},
          {cell.text}}});
  }
}

std::set<const FilledRow*> Returns::refuse_rivals(const FilledForm& form) {
  std::map<std::string, std::vector<const FilledRow*>> by_address;
  for (const FilledRow& row : form.rows) {
    const std::string address = text_in(row.at(FormColumn::address));
    if (!address.empty() && row.cells.contains(FormColumn::value))
      by_address[address].push_back(&row);
  }
  std::set<const FilledRow*> rivals;
  for (const auto& [address, rows] : by_address) {
    const auto& first = rows.front()->at(FormColumn::value).text;
    const bool agree = std::ranges::all_of(
        rows, [&](const FilledRow* row) { return row->at(FormColumn::value).text == first; });
    if (agree) continue;
    for (const FilledRow* row : rows) {
      const FilledRow* other = row == rows.front() ? rows.back() : rows.front();
      rivals.insert(row);
      outcomes.push_back(
          {Fate::refused,
           form.cell(*row, FormColumn::value),
           address,
           {{"同一项填了两个数，另一个是 {0}，在 {1}；只留对的那一行",
             "two figures of one thing, the other one is {0} at {1}; leave the right row alone"},
            {other->at(FormColumn::value).text, form.cell(*other, FormColumn::value)}}});
    }
  }
  return rivals;
}

void Returns::tell_if_cleared(const At& at, const LockedRow& row) {
  const bool is_cleared = at.form.columns.contains(FormColumn::value) && !row.value.empty() &&
                          !at.row.cells.contains(FormColumn::value);
  if (!is_cleared) return;
  tell(Fate::left, at, FormColumn::value,
       {{"本期累计空了：台账里是“{0}”，没有改；要改，填对的数和更正原因，要撤回，用 taizhang "
         "record {1} --corrects 编号 --reason 为什么",
         "the total to date is empty: in the ledger it is “{0}”, which stays; to correct it give "
         "the right figure with its reason, to withdraw it use taizhang record {1} --corrects ID "
         "--reason WHY"},
        {row.value, at.address}});
}

void Returns::leave_reason(const At& at, const Reading* there) {
  const std::string reason = text_in(at.row.at(FormColumn::reason));
  if (reason.empty() || (there && there->extras->reason.value == reason)) return;
  tell(Fate::left, at, FormColumn::reason,
       there ? base::Phrase{{"“{0}”：数没有变，用不上更正原因",
                             "“{0}”: the figure is as reported and needs no reason"},
                            {reason}}
             : base::Phrase{
                   {"“{0}”：第一次报，没有可更正的", "“{0}”: the first report corrects nothing"},
                   {reason}});
}

void Returns::figure(const At& at, const Matched& matched) {
  const Cell& cell = at.row.at(FormColumn::value);
  const Cell& compared = at.row.at(FormColumn::benchmark);
  if (base::Phrase fault = formula_fault(at.row.at(FormColumn::reason)); !fault.empty()) {
    tell(Fate::refused, at, FormColumn::reason, std::move(fault));
    return;
  }
  const std::string reason = text_in(at.row.at(FormColumn::reason));
  if (cell.kind == sheets::CellKind::empty) {
    if (!reason.empty()) {
      tell(Fate::refused, at, FormColumn::reason,
           {{"写了更正原因，没有写数", "a reason to correct without a figure"}});
    }
    if (compared.kind != sheets::CellKind::empty) {
      tell(Fate::refused, at, FormColumn::benchmark,
           {{"写了比较值，没有写数", "a benchmark without a figure"}});
    }
    return;
  }
  if (matched.milestone) return day_done(at, matched);
  if (!matched.indicator) {
    tell(Fate::refused, at, FormColumn::value,
         {{"这一行不是指标，不收数", "the row is of no indicator and takes no figure"}});
    return;
  }
  const Indicator& indicator = *matched.indicator;
  const Taken<base::Decimal> taken = number_in(cell, indicator.unit.value_or(""));
  if (!taken.value) {
    tell(Fate::refused, at, FormColumn::value, taken.fault);
    return;
  }
  if (base::Phrase fault = fault_of_rank(indicator, *taken.value); !fault.empty()) {
    tell(Fate::refused, at, FormColumn::value, std::move(fault));
    return;
  }
  if (!taken.note.empty()) tell(Fate::noted, at, FormColumn::value, taken.note);
  const Taken<base::Decimal> benchmark = number_in(compared, indicator.unit.value_or(""));
  if (!benchmark.fault.empty() || (benchmark.value && !indicator.than.written())) {
    const base::Phrase none{{"这个指标不和别处比，不收比较值",
                             "the indicator is compared with nothing and takes no benchmark"}};
    tell(Fate::refused, at, FormColumn::benchmark,
         benchmark.fault.empty() ? none : benchmark.fault);
    return;
  }
  if (!benchmark.note.empty()) tell(Fate::noted, at, FormColumn::benchmark, benchmark.note);
  Reading reading{indicator.at};
  reading.extras.change().benchmark.value = benchmark.value;
  reading.date.value = at.date;
  if (matched.unit.empty())
    reading.value.value = taken.value;
  else
    reading.extras.change().values.rows.push_back({{matched.unit, {}}, {*taken.value, {}}});
  const std::string figure = taken.value->text();
  auto& readings = readings_.try_emplace(&indicator, indicator.readings).first->second;
  const Reading* other = other_of_date(readings, reading);
  const auto said = [&](const Reading& one) -> std::optional<base::Decimal> {
    if (matched.unit.empty()) return one.value.value_or({});
    for (const auto& [unit, value] : one.extras->values.rows) {
      if (unit.value == matched.unit) return value.value;
    }
    return std::nullopt;
  };
  const bool same_value = other && said(*other) == taken.value;
  if (same_value && (!benchmark.value || other->extras->benchmark.value == benchmark.value)) {
    tell(Fate::unchanged, at, FormColumn::value, {{"{0}", "{0}"}, {figure}});
    leave_reason(at, other);
    return;
  }
  // 下降3%以上 is promised as −3: whether 3.5 is a fall or a rise has to be said.
  const bool falls = indicator.kind.value == model::Kind::growth && indicator.target &&
                     indicator.target->number && *indicator.target->number < base::Decimal();
  const bool is_signed = base::trimmed(cell.text).starts_with('+') || !falls;
  if (!is_signed && *taken.value > base::Decimal()) {
    tell(Fate::refused, at, FormColumn::value,
         {{"{0} 没有写明升降：目标是 {1}，下降 {0} 填 -{0}，上升填 +{0}",
           "{0} does not say which way: the target is {1}; give a fall as -{0}, a rise as +{0}"},
          {figure, indicator.target->number->text()}});
    return;
  }
  const std::string& by = at.form.unit.empty() ? unit_ : at.form.unit;
  if (!by.empty()) reading.by.value = model::UnitName{by};
  if (!reason.empty()) reading.extras.change().reason.value = reason;
  if (const auto [before, after] = outdated_by_correction(readings, reading); before) {
    tell(Fate::unchanged, at, FormColumn::value, {{"{0}", "{0}"}, {figure}});
    tell(Fate::noted, at, FormColumn::value,
         {{"{0} 已收过（{1}），之后改为 "
           "{2}（{3}）：这张表比台账旧，不再收；要改回来，写另外的更正原因",
           "{0} was taken in before ({1}) and then became {2} ({3}): the form is older than the "
           "ledger and is not taken again; to turn it back give another reason"},
          {figure, *before->id, value_text(other ? *other : *after),
           (other ? other : after)->id.value_or("")}});
    return;
  }
  // A benchmark that comes later needs no reason (RULES.md §4).
  const bool is_late_benchmark = same_value && !other->extras->benchmark;
  if (same_value && !is_late_benchmark && reason.empty()) {
    tell(Fate::refused, at, FormColumn::benchmark,
         {{"比较值 {0} 与已报的 {1} 不同（{2}），要写更正原因",
           "the benchmark {0} differs from {1}, as reported ({2}), and needs its reason"},
          {benchmark.value->text(), other->extras->benchmark->text(), *other->id}});
    return;
  }
  if (other && reason.empty() && !is_late_benchmark) {
    tell(Fate::refused, at, FormColumn::value,
         {{"{0} 与已报的 {1} 不同（{2}），要写更正原因",
           "{0} differs from {1}, as reported ({2}), and needs its reason"},
          {figure, value_text(*other), *other->id}});
    return;
  }
  if (other) {
    reading.extras.change().corrects.value = other->id.value;
    if (!reading.extras->benchmark)
      reading.extras.change().benchmark.value = other->extras->benchmark.value;
    // What the old reading says of other units still holds.
    for (const auto& row : other->extras->values.rows) {
      if (row.first.value != matched.unit) reading.extras.change().values.rows.push_back(row);
    }
  }
  const bool again = std::ranges::any_of(readings, [&](const Reading& one) {
    return one.date.value == reading.date.value && said(one);
  });
  if (!again) reading.extras.change().reason.value.reset();
  reading.reported.value = reported_;
  reading.id.value = next_id(readings, "r");
  additions.push_back({matched.file, &indicator, reading, outcomes.size()});
  if (other) {
    tell(Fate::corrected, at, FormColumn::value,
         {{"{0}，更正 {1}", "{0}, corrects {1}"}, {figure, *other->id}});
  } else {
    tell(Fate::added, at, FormColumn::value, {{"{0}", "{0}"}, {figure}});
    if (!again) leave_reason(at, nullptr);
  }
  readings.items.push_back(std::move(reading));
}

void Returns::day_done(const At& at, const Matched& matched) {
  const Cell& cell = at.row.at(FormColumn::value);
  const model::Milestone& milestone = *matched.milestone;
  const Taken<base::Date> taken = date_in(cell);
  if (!taken.value) {
    tell(Fate::refused, at, FormColumn::value,
         {{"“{0}”不是日期；办完了填哪天办完，没办完的留空",
           "“{0}” is no date; give the day it was done, or nothing while it is not"},
          {cell.text}});
    return;
  }
  const std::string day = base::iso(*taken.value);
  if (!taken.note.empty()) tell(Fate::noted, at, FormColumn::value, taken.note);
  if (*taken.value > at.date) {
    tell(Fate::refused, at, FormColumn::value,
         {{"完成日期 {0} 晚于数据截止 {1}", "{0} is later than the form's data date {1}"},
          {day, base::iso(at.date)}});
  } else if (milestone.done && *milestone.done == *taken.value) {
    tell(Fate::unchanged, at, FormColumn::value, {{"{0}", "{0}"}, {day}});
  } else if (milestone.done) {
    tell(Fate::refused, at, FormColumn::value,
         {{"已记于 {0} 完成，与 {1} 不同；日期写错了的，请在文件里改",
           "it was done on {0}, as recorded, and not on {1}; mend a wrong date in the file"},
          {base::iso(*milestone.done), day}});
  } else {
    additions.push_back(
        {matched.file, nullptr, DayDone{&milestone, *taken.value}, outcomes.size()});
    tell(Fate::added, at, FormColumn::value,
         {{"{0} 完成：{1}", "done on {0}: {1}"}, {day, milestone.name.value_or("")}});
  }
}

const Progress* Returns::lacking_verdict(const At& at, const model::Task& task,
                                         const Progress& progress) const {
  if (!progress.verdict || !(progress.done || progress.problems || progress.next)) return nullptr;
  const auto known = progress_.find(&task);
  for (const Progress& there : task.progress) {
    if (there.verdict || known == progress_.end()) continue;
    // One that has got its verdict from another row or form lacks none.
    const auto now = std::ranges::find_if(known->second, [&](const Progress& one) {
      return one.at.begin == there.at.begin && one.at.file == there.at.file;
    });
    if (now == known->second.end() || now->verdict) continue;
    Progress without = progress;
    without.verdict.value.reset();
    model::Many<Progress> alone;
    alone.items.push_back(there);
    if (is_said(at, task, alone, without)) return &there;
  }
  return nullptr;
}

bool Returns::is_said(const At& at, const model::Task& task, const model::Many<Progress>& entries,
                      const Progress& progress) {
  const auto same = [&](const Progress& there) {
    const auto as = [&](FormColumn column, const auto& a, const auto& b) {
      return !at.form.columns.contains(column) || a.value == b.value;
    };
    return as(FormColumn::done, there.done, progress.done) &&
           as(FormColumn::problems, there.problems, progress.problems) &&
           as(FormColumn::next, there.next, progress.next) &&
           (!progress.verdict || as(FormColumn::verdict, there.verdict, progress.verdict));
  };
  const bool on_the_day = std::any_of(entries.begin(), entries.end(), [&](const Progress& there) {
    return there.date.value == at.date &&
           (!there.by || !progress.by || there.by->text == progress.by->text) && same(there);
  });
  if (on_the_day || !progress.by) return on_the_day;
  // A form has what was said in its month; a row that is left as it came says nothing new.
  const std::chrono::year_month_day day(at.date);
  const base::DateSpan month{day.year() / day.month() / 1, at.date};
  const Progress* newest = progress_of(task, entries, progress.by->text, month);
  return newest && same(*newest);
}

void Returns::words(const At& at, const Matched& matched, const std::vector<const FilledRow*>& rows,
                    const Rivals& rivals) {
  const model::Task& task = matched.file->task;
  Progress progress{task.at};
  // What the first row that says something says; those behind it say the same.
  const auto cell_of = [&](FormColumn column) -> std::pair<At, const Cell*> {
    for (const FilledRow* row : rows) {
      if (rivals.contains({row, column})) break;
      if (row->cells.contains(column)) {
        return {At{at.form, *row, at.address, at.date}, &row->at(column)};
      }
    }
    static const Cell none;
    return {at, &none};
  };
  const auto take = [&](FormColumn column, model::Given<std::string>& given) {
    const auto& [place, cell] = cell_of(column);
    if (base::Phrase fault = formula_fault(*cell); !fault.empty()) {
      tell(Fate::refused, place, column, std::move(fault));
      return;
    }
    const std::string text = text_in(*cell);
    if (!text.empty()) given.value = text;
  };
  take(FormColumn::done, progress.done);
  take(FormColumn::problems, progress.problems);
  take(FormColumn::next, progress.next);
  const auto& [own, verdict_cell] = cell_of(FormColumn::verdict);
  if (base::Phrase fault = formula_fault(*verdict_cell); !fault.empty()) {
    tell(Fate::refused, own, FormColumn::verdict, std::move(fault));
  }
  const std::string verdict = text_in(*verdict_cell);
  if (!verdict.empty()) {
    progress.verdict.value = model::from_name<model::Verdict>(verdict);
    if (!progress.verdict) {
      std::vector<std::string> known;
      for (const auto& row : model::Names<model::Verdict>::table) {
        known.emplace_back(row.label.zh);
      }
      tell(Fate::refused, own, FormColumn::verdict,
           {{"自评“{0}”不认得，可用：{1}", "“{0}” is no verdict; known: {1}"},
            {verdict, base::joined(known, "、")}});
    }
  }
  if (!progress.done && !progress.problems && !progress.next && !progress.verdict) return;
  progress.date.value = at.date;
  const std::string& by = at.form.unit.empty() ? unit_ : at.form.unit;
  if (!by.empty()) progress.by.value = model::UnitName{by};
  const FormColumn column = progress.done       ? FormColumn::done
                            : progress.problems ? FormColumn::problems
                            : progress.next     ? FormColumn::next
                                                : FormColumn::verdict;
  auto& entries = progress_.try_emplace(&task, task.progress).first->second;
  std::string all;
  for (const FormColumn one : word_columns) {
    const std::string text = rivals.contains({&at.row, one}) ? "" : text_in(*cell_of(one).second);
    const bool is_refused = one == FormColumn::verdict && !progress.verdict;
    if (text.empty() || is_refused) continue;
    const std::string_view head = form_heads[static_cast<std::size_t>(one)].head.zh;
    all += (all.empty() ? "" : "；") + std::string(head) + "“" + on_one_line(text) + "”";
  }
  const At said = cell_of(column).first;
  if (is_said(at, task, entries, progress)) {
    tell(Fate::unchanged, said, column, {{"{0}", "{0}"}, {all}});
    return;
  }
  if (const Progress* there = lacking_verdict(at, task, progress)) {
    additions.push_back(
        {matched.file, nullptr, VerdictGiven{there, *progress.verdict}, outcomes.size()});
    tell(Fate::added, own, FormColumn::verdict,
         {{"{0}（补到 {1} 的进展上）", "{0} (put to the progress of {1})"},
          {verdict, base::iso(*there->date)}});
    for (Progress& one : entries.items) {
      if (one.at.begin == there->at.begin && one.at.file == there->at.file) {
        one.verdict.value = *progress.verdict;
      }
    }
    return;
  }
  additions.push_back({matched.file, nullptr, progress, outcomes.size()});
  tell(Fate::added, said, column, {{"{0}", "{0}"}, {all}});
  entries.items.push_back(std::move(progress));
}

namespace {

bool set_day(const DayDone& done, edit::FileChange& change) {
  const auto path = change.path_to(done.milestone->at);
  return path && change.set<model::Milestone>(*path, model::name_of_key<&model::Milestone::done>(),
                                              edit::Value::plain(base::iso(done.day)));
}

bool set_verdict(const VerdictGiven& given, edit::FileChange& change) {
  const auto path = change.path_to(given.entry->at);
  model::Given<model::Verdict> verdict;
  verdict.value = given.verdict;
  return path && change.set<Progress>(*path, model::name_of_key<&Progress::verdict>(),
                                      edit::value_of(verdict, base::Language::en));
}

}  // namespace

bool apply(const std::vector<const Addition*>& additions, edit::FileChange& change) {
  std::vector<Reading> readings;
  std::vector<Progress> progress;
  for (const Addition* one : additions) {
    if (const auto* reading = std::get_if<Reading>(&one->entry))
      readings.push_back(*reading);
    else if (const auto* words = std::get_if<Progress>(&one->entry))
      progress.push_back(*words);
    else if (const auto* verdict = std::get_if<VerdictGiven>(&one->entry))
      return set_verdict(*verdict, change);
    else
      return set_day(std::get<DayDone>(one->entry), change);
  }
  if (!progress.empty()) {
    return change.add_all<model::Task>({}, model::name_of_key<&model::Task::progress>(), progress);
  }
  const auto path = change.path_to(additions.front()->indicator->at);
  return path && change.add_all<Indicator>(*path, model::name_of_key<&Indicator::readings>(),
                                           readings, true);
}

}  // namespace taizhang::intake
