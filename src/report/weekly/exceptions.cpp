// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <memory>

#include "base/text.h"
#include "report/charts.h"
#include "report/paper/behind.h"
#include "report/paper/records.h"
#include "report/weekly/parts.h"

namespace taizhang::report {

namespace {

/// How many measures the picture has, where fewer are red.
constexpr std::size_t in_picture = 15;

Rows of_light(const Rows& rows, const char* light) {
  return rows.where({{"light", Test::equals, light}});
}

/// How the light of a task is another than a week ago: new among the red and yellow, worse, better.
class Trend {
 public:
  explicit Trend(const Paper& paper) : asked_(paper.asked()) {
    for (const Row& row : paper.before(Kind::tasks)) {
      lights_[facts::address(row)] = text_of(row, "light");
    }
  }

  bool is_new(const Row& row) const { return was(row) != "red" && was(row) != "yellow"; }
  bool has_turned(const Row& row) const {
    return !is_new(row) && was(row) != text_of(row, "light");
  }

  /// The light, marked where it is another than a week ago, and where the task is over.
  Value operator()(const Row& row) const {
    return with_remark(facts::find_field(Kind::tasks, "light")->shown(row), mark(row));
  }

  /// The task by name, marked in the same way.
  Value name(const Row& row) const {
    Value name = name_of(asked_, row);
    Value marked = mark(row);
    if (marked.is_absent()) return name;
    return say(asked_, keys::weekly_named_with, std::move(name), std::move(marked));
  }

  /// What the mark says.
  Value change(const Row& row) const {
    if (is_new(row)) return word("new", keys::weekly_trend_new);
    if (!has_turned(row)) return {};
    return was(row) == "yellow" ? word("worse", keys::weekly_trend_worse)
                                : word("better", keys::weekly_trend_better);
  }

  /// How many of some tasks of one light there are, and how many of them are new or turned from the
  /// other one.
  Value counted(const Rows& rows, words::Key<1> turned) const {
    document::List changes;
    const auto add = [&](words::Key<1> key, bool (Trend::*is_so)(const Row&) const) {
      std::vector<Row> some;
      std::ranges::copy_if(rows, std::back_inserter(some),
                           [&](const Row& row) { return (this->*is_so)(row); });
      if (!some.empty()) changes.items.push_back(say(asked_, key, one_by_one(some)));
    };
    add(keys::weekly_light_new, &Trend::is_new);
    add(turned, &Trend::has_turned);
    if (changes.items.empty()) return say(asked_, keys::weekly_of_light, rows.count());
    return say(asked_, keys::weekly_of_light_changed, rows.count(), std::move(changes));
  }

 private:
  Value mark(const Row& row) const {
    document::List marks;
    if (Value changed = change(row); !changed.is_absent()) marks.items.push_back(changed);
    if (Value over = over_by(row); !over.is_absent()) marks.items.push_back(std::move(over));
    return marks.items.empty() ? Value() : Value(std::move(marks));
  }

  Value word(std::string_view name, words::Key<0> label) const {
    const std::string_view text = asked_.words[label];
    return document::Word{name, {text, text}};
  }

  std::string was(const Row& row) const {
    const auto found = lights_.find(facts::address(row));
    return found == lights_.end() ? std::string() : found->second;
  }

  const Asked& asked_;
  std::map<std::string, std::string> lights_;
};

/// The yellow ones that are new come before the others, and of both those furthest behind: those
/// at the end may have no room.
std::vector<Row> new_ones_first(const Rows& rows, const Trend& trend) {
  std::vector<Row> all = furthest_behind_first({rows.begin(), rows.end()});
  std::stable_partition(all.begin(), all.end(), [&](const Row& row) { return trend.is_new(row); });
  return all;
}

/// The first words of a reason, so many that they take no line of their own.
Value begun(const Asked& asked, Value words) {
  constexpr int letters = 24;
  const std::string text = document::text(words, asked.language());
  if (base::display_width(text) <= letters) return words;
  Value cut(base::shortened(text, letters));
  return words.origin() ? std::move(cut).from(document::Origin(*words.origin())) : cut;
}

/// The columns of the exceptions with what is gravest alone: of the measures the one that gave the
/// light, of the reasons the first words.
std::vector<Shown> lower(std::vector<Shown> columns, Behind& behind) {
  std::ranges::find(columns, "promise", &Shown::field)->get = [&behind](const Row& row) {
    const std::optional<Row> measure = behind.measure(row);
    return measure ? behind.promise_of(*measure) : Value();
  };
  std::ranges::find(columns, "why", &Shown::field)->get = [&behind](const Row& row) {
    return begun(behind.asked(), behind.why_in_brief(row));
  };
  return columns;
}

/// A table without those of its columns that hold nothing.
document::Table lowest(document::Table table) {
  for (std::size_t i = table.columns.size(); i-- > 0;) {
    const bool holds_any = std::ranges::any_of(
        table.rows, [&](const document::Row& row) { return !row.cells[i].is_absent(); });
    if (holds_any || table.columns[i].in_heading) continue;
    table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(i));
    for (document::Row& row : table.rows) {
      row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
  return table;
}

}  // namespace

void weekly_exceptions(Paper& paper) {
  const Asked& asked = paper.asked();
  const Rows tasks = paper.counted(Kind::tasks);
  const Rows red = of_light(tasks, "red");
  const Rows yellow = of_light(tasks, "yellow");
  if (red.empty() && yellow.empty()) {
    paper.line("none", paper.word(keys::weekly_no_exceptions));
    put_lights_by_hand(paper, tasks, Above::red_and_yellow);
    return;
  }
  // The columns outlive this part: the table may be made again when all the pages are known.
  const auto trend = std::make_shared<const Trend>(paper);
  paper.line("summary",
             say(asked, keys::weekly_exceptions, trend->counted(red, keys::weekly_light_worse),
                 trend->counted(yellow, keys::weekly_light_better)));
  std::vector<Row> rows(red.begin(), red.end());
  const std::size_t reds = rows.size();
  std::ranges::copy(new_ones_first(yellow, *trend), std::back_inserter(rows));
  Behind& behind = paper.behind();
  std::vector<Shown> columns = with_task(behind.columns());
  columns[3].get = [trend](const Row& row) { return (*trend)(row); };
  columns.push_back({.field = "change",
                     .title = &keys::weekly_change,
                     .get = [trend](const Row& row) { return trend->change(row); },
                     .for_programs = true});
  Exceptions all = exceptions_of(rows, "lead", "yellow_rest");
  // Red ones stand there all, however many they are.
  all.least = std::max<std::size_t>(reds, 1);
  all.weight = 2;
  all.by_name = &keys::weekly_yellow;
  all.name = [trend](const Row& row) { return trend->name(row); };
  all.names_first = true;
  const std::vector<Row> may_stand = paper.that_may_stand(rows, all.least);
  const auto table = [&asked, may_stand](const std::vector<Shown>& shown) {
    return table_of(asked, "exceptions", Kind::tasks, may_stand, shown);
  };
  std::vector<Shown> in_brief = columns;
  std::ranges::find(in_brief, "why", &Shown::field)->get = [&behind](const Row& row) {
    return behind.why_in_brief(row);
  };
  all.brief = [table, in_brief] { return table(in_brief); };
  all.briefest = [table, in_brief, &behind] { return lowest(table(lower(in_brief, behind))); };
  paper.put(table(columns), std::move(all));
  put_lights_by_hand(paper, tasks, Above::red_and_yellow);
  rows.resize(std::min(rows.size(), std::max(reds, in_picture)));
  std::vector<Row> measures;
  for (const Row& row : rows) {
    const std::optional<Row> measure = behind.measure(row);
    if (measure && measure->kind == Kind::indicators) measures.push_back(*measure);
  }
  paper.picture(chart_of_progress(asked, measures, [&](const Row& row) {
    const Row task = facts::ancestor(row, Kind::tasks);
    return say(asked, keys::paper_task, facts::printed_item(task), facts::value(task, "title"),
               facts::value(row, "name"));
  }));
}

}  // namespace taizhang::report
