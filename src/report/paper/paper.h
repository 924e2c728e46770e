// SPDX-License-Identifier: MIT
//
// What the papers that an office sends out have in common: their head and foot, the plans they are
// of, numbered parts that always stand, the two days that they compare, exceptions by name and the
// rest by unit.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/groups.h"
#include "report/paper/height.h"
#include "report/report.h"
#include "report/tally.h"
#include "words/keys.h"

namespace taizhang::report {

class Behind;

/// The rows of a table that are told by name as far as the pages go, the gravest first; how many
/// others there are, a line below it says by unit.
struct Exceptions {
  std::vector<Row> rows;   ///< those of the table
  std::string_view field;  ///< where the unit or units of a row stand
  /// What the line below says of those of the rows that end here.
  struct Group {
    std::string id;
    std::size_t end;
    words::Key<1> words = words::keys::paper_rest;
    words::Key<1> of_all = words::keys::paper_all;  ///< where no row of the table stands
  };
  std::vector<Group> groups;
  std::size_t least = 1;     ///< so many stand there whatever it takes
  std::size_t pressing = 0;  ///< so many come before the rows of any other table
  std::size_t weight = 1;    ///< how many rows it gets for one of another table
  /// The first of the others stand by name in a line of their own, which this says.
  const words::Key<2>* by_name = nullptr;
  std::function<Value(const Row&)> name = nullptr;  ///< how, where the task alone does not say it
  bool names_first = false;  ///< before what presses, and before any room for lines in full
  /// The table with lower rows, for pages that have no room for what must stand.
  std::function<document::Table()> brief = nullptr;
  /// The same with the lowest rows, where nothing else makes room.
  std::function<document::Table()> briefest = nullptr;
};

/// All rows are of one group.
Exceptions exceptions_of(std::vector<Row> rows, std::string_view field, std::string id);

/// Whether the plan that a row is or lies in records only published results: nothing is owed
/// (RULES.md §4, reporting).
bool is_public(const Row& row);

/// A list that tells tasks by number: them all, and by address those that it gives their titles.
struct ToldByNumber {
  document::Bullets list;
  std::vector<Row> tasks;
  std::set<std::string> titled;
};

/// What every part of a paper works on: one plan on the last day of a span of days and on the day
/// before its first, and the blocks of its chapter as they are written.
class Paper {
 public:
  /// `level` is that of the headings of parts.
  Paper(const Asked& asked, const Row& plan, int level, base::Date first_day);
  ~Paper();

  const Asked& asked() const { return asked_; }
  const Row& plan() const { return plan_; }
  base::Date today() const { return asked_.clocks.as_of; }
  base::Date first_day() const { return first_day_; }
  bool is_public() const;
  /// It stands on few pages of A4, and tells by name what these have room for. Else nothing is left
  /// out: a screen has no end, and other papers are as long as they have to be.
  void keep_to_pages(const std::vector<Value>& foot);
  bool has_pages() const { return has_pages_; }
  /// What is said of tasks that are behind, in all parts alike.
  Behind& behind() { return *behind_; }

  /// The first of the rows of a table that may be cut, without those that its pages have no room
  /// for, however low they are: nobody needs their cells. `least` of them stand whatever it takes.
  std::vector<Row> that_may_stand(const std::vector<Row>& rows, std::size_t least = 1) const;

  /// The rows of a kind in the plan, on the last day and on the one before the first; of them the
  /// counted ones.
  Rows now(Kind kind) const { return in_view(asked_.world_on(asked_.clocks, {}), kind); }
  Rows before(Kind kind) const;
  Rows counted(Kind kind) const;

  /// What differs between the two days: the events called `name` that speak of rows of `kind`.
  std::vector<Row> events(Kind kind, std::string_view name) const;
  /// The rows that they speak of, as they are now.
  std::vector<Row> changed(Kind kind, std::string_view name) const;

  /// Those groups of rows by a field that have any, units in the order of the registry.
  std::vector<query::Group> grouped(const Rows& rows, std::string_view field) const;
  /// How many of `rows` each unit has: 县住建局 3 项，县教体局 2 项. `field` holds the unit or
  /// units of a row, which each have it; a remark says so where that makes more than there are.
  Value by_unit(const std::vector<Row>& rows, std::string_view field) const;

  std::string word(words::Key<0> key) const { return std::string(asked_.words[key]); }
  document::Column number(std::string_view key, words::Key<0> title) const;
  document::Column text(std::string_view key, words::Key<0> title) const;

  void heading(Value text, int below = 0) {
    put(document::Heading{std::move(text), level_ + below});
  }
  /// Other words for the heading that was written last.
  void head_anew(Value text) {
    std::get<document::Heading>(chapter_.blocks.back()).text = std::move(text);
  }
  void line(std::string key, Value text) { put(document::Paragraph{std::move(key), text}); }
  /// A table under a heading of its own; nothing where it has no rows.
  void table(words::Key<0> title, document::Table table);
  void table(words::Key<0> title, document::Table table, Exceptions exceptions);
  /// A table, else the line `none`.
  void table_or(document::Table table, words::Key<0> none);
  void table_or(document::Table table, Exceptions exceptions, words::Key<0> none);
  /// A table whose last rows may be left out where the paper would be longer than its pages.
  void put(document::Table table, Exceptions exceptions);
  /// A list that tells tasks by number, each line as long as `lines` of a column, with the titles
  /// of `untitled`, which stand nowhere else; on pages in two lines each, in one where else not all
  /// would be named that must be, and `briefest` where there is no room for more than what must
  /// stand.
  using ListByNumber =
      std::function<ToldByNumber(int lines, const std::set<std::string>& untitled)>;
  void put(ListByNumber list, document::Bullets briefest) {
    by_number_ = {written(), std::move(list), {}};
    by_number_->told = by_number_->make(lines_of_full, {});
    if (has_pages_) shorter_.push_back({written(), Brevity::numbers, std::move(briefest)});
    put(document::Block(by_number_->told.list));
  }
  /// A table, and the line that stands for it where nothing else makes room; nothing where it has
  /// no rows.
  void put(document::Table table, document::Paragraph line) {
    if (table.rows.empty()) return;
    if (has_pages_) shorter_.push_back({written(), Brevity::lines, std::move(line)});
    put(document::Block(std::move(table)));
  }
  void put(document::Block block) { chapter_.blocks.push_back(std::move(block)); }
  /// A table; nothing where it has no rows.
  void put_rows(document::Table table) {
    if (!table.rows.empty()) put(std::move(table));
  }
  /// A picture, where there is something to draw and it does not stand in the chapter already.
  void picture(std::optional<document::Chart> chart);

  std::size_t written() const { return chapter_.blocks.size(); }
  /// The chapter, with as many rows of its exceptions as its pages have room for.
  document::Chapter finished();

 private:
  /// How briefly it is told where there is little room: each goes further than the one before.
  enum class Brevity {
    full,
    brief_list,   ///< the list that has a shorter form in that
    brief_rows,   ///< tables that have lower rows with these
    no_rows,      ///< of tables of which nothing must stand whatever it takes no row need do so
    numbers,      ///< the rest by number alone, not by unit, and the list in its shortest form
    lowest_rows,  ///< tables that have still lower rows with these
    lines,        ///< tables of little weight as the lines that stand for them
  };
  /// The form of a block of the chapter from some brevity on.
  struct Shorter {
    std::size_t block;
    Brevity from;
    document::Block form;  ///< that which does not stand in the chapter now
  };
  /// The list of a block of the chapter that tells tasks by number.
  struct ByNumber {
    std::size_t block;
    ListByNumber make;
    ToldByNumber told;
  };
  static constexpr int lines_of_full = 2;
  static constexpr int lines_of_brief = 1;
  /// The table of a block of the chapter that may be cut.
  struct Cut {
    std::size_t block;
    Exceptions exceptions;
  };
  Rows in_view(const facts::World& world, Kind kind) const;
  /// On how many pages of A4 it stands.
  int pages() const;
  /// How many rows have room, and whether what must stand does and all those are named that must be
  /// where that is possible.
  struct Room {
    std::vector<InRoom> counts;
    bool fits = false;
    bool all_named = false;
  };
  /// How high the blocks of the chapter are.
  class Heights;
  /// How briefly all is told, and of which of the tables that may be cut the rest is told by number
  /// alone.
  struct Telling {
    Brevity brevity = Brevity::full;
    std::vector<bool> by_number;
  };
  /// Give back what the last steps took and there is room for after all: the units of what is left
  /// out, then forms that say more.
  Room told_again(Telling& telling, Heights& heights, Room room);
  /// Where it was known before that something grew what fitted, from that on: that is quicker.
  Room rows_in_room(const Telling& telling, Heights& heights, const Room* before = nullptr) const;
  /// The form that the blocks have from `brevity` on.
  void shorten(Telling& telling, Heights& heights, Brevity brevity,
               const std::set<std::string>& untitled);
  /// Which of the tasks that the list tells by number have no title on the paper, with so many rows
  /// of its tables but the last `spare` of each.
  std::vector<std::string> without_title(const std::vector<InRoom>& counts,
                                         std::size_t spare) const;
  /// Whether a heading that is no part stands above a table, for it alone.
  bool has_own_heading(std::size_t table) const;
  std::vector<document::Block> rest_of(const Exceptions& exceptions, const InRoom& in_room,
                                       bool by_number) const;
  /// Rows that have no unit in `field` under what stands for it: it is nobody's turn once an issue
  /// is resolved, or closed.
  std::vector<std::pair<std::string_view, std::vector<Row>>> of_no_unit(
      const std::vector<Row>& rows, std::string_view field) const;
  Value rest_by_unit(const std::vector<Row>& rows, std::string_view field) const;

  const Asked& asked_;
  const Row plan_;
  const int level_;
  const base::Date first_day_;
  const base::Clocks clocks_before_;
  bool has_pages_ = false;
  Height foot_;                 ///< of the paper
  std::size_t must_stand_ = 0;  ///< rows of tables that may be cut
  std::unique_ptr<Behind> behind_;
  document::Chapter chapter_;
  std::vector<Cut> cuts_;
  std::vector<Shorter> shorter_;
  std::optional<ByNumber> by_number_;
};

/// A part of a chapter; where it writes nothing, the line `none` says so. Annexes are numbered
/// apart.
struct Part {
  words::Key<0> title;
  void (*write)(Paper& paper);
  const words::Key<0>* none = nullptr;
  bool is_annex = false;
};

/// What stands above a numbered part: 一、本周概况; numbers go up to ten.
Value part_heading(const Asked& asked, int number, const std::string& name);

/// The plans that a paper is of: one that has not begun, or is over and settled, is left out where
/// another is in view, unless it was named.
struct PlansInView {
  std::vector<Row> plans;
  std::vector<Row> left_out;
};
PlansInView plans_in_view(const Asked& asked);

/// Whether what was asked for takes no task of the plans in view.
bool takes_none(const Asked& asked);

/// The title of a plan with its number, each of them once.
Value title_and_number(const Asked& asked, const Row& plan);
/// A title between 《》, where it does not begin with one itself.
Value cited(const Asked& asked, const Value& title);

/// Which paper it is, and what there is in it that its head and foot speak of.
struct PaperKind {
  std::string id;
  words::Key<0> title;
  bool of_sheets = false;  ///< each of several sheets tells its own plan, and what it is based on
  bool has_means = true;   ///< means of tasks, and counts by unit: the foot says how to read them
  bool has_pages = false;  ///< it keeps to few pages (Paper::keep_to_pages)
};

/// A paper with its head and foot, and no chapters.
Document started_paper(const Asked& asked, PaperKind kind);
/// Puts the plans in view into the head: of sheets where there are none that tell their own.
void name_plans(const Asked& asked, Document& document);

/// A paper with these parts for each plan; `period` tells in the head which days it is of.
Document paper_of(const Asked& asked, PaperKind kind, base::Date first_day,
                  std::span<const Part> parts, Value period = {});

/// Those of `rows` that are counted and lie in open tasks: the only ones that anybody is asked for.
Rows asked_for(const Rows& rows);
/// Those of some issues that are still to be solved: nobody is asked to while their task rests, or
/// once it is cancelled or carried over.
Rows issues_asked_for(const Rows& issues);

/// Those of what is asked for that are past their due date in force, and not done; and those that
/// fall due within some days. An indicator stands here only where its date is not its task's.
Rows overdue(const Rows& rows);
Rows due_within(const Rows& rows, std::chrono::days days);

/// How many rows there are of some that no condition tells apart: each is counted by its address.
Value one_by_one(const std::vector<Row>& rows);

/// The task that a row is or lies in, by name: 第 14 项 新能源汽车（市工信局）.
Value name_of(const Asked& asked, const Row& row);

/// Several by name: 第 14 项 新能源汽车（市工信局）；第 15 项 …. Or as `name` tells each.
Value names_of(const Asked& asked, const std::vector<Row>& rows,
               const std::function<Value(const Row&)>& name = nullptr);

/// The item of the task of a row as its plan prints it; programs have the whole number.
Value item_of(const Row& row);

/// The columns that name the task of a row: its item, its title, its lead units; for programs also
/// its number in the plan, where that is another.
std::vector<Shown> with_task(std::vector<Shown> columns);

/// How many days the number of days left of a row lies in the past.
Value days_over(const Row& row);
/// How many are left of a row whose day has not passed, in words; on the day itself that it is due.
Value days_ahead(const Asked& asked, const Row& row);

/// `value`, with `beside` in brackets where it is there.
Value beside(const Asked& asked, Value value, Value beside);
/// The same, where programs have the value alone.
Value with_remark(Value value, Value remark);

/// How a task is over that still counts: 已销号, 已结转; absent where it goes on.
Value over_by(const Row& task);

/// The items of the tasks that rows are or lie in, each once, runs drawn together: 1–3、7.
Value items(const Rows& rows);

/// A condition that a day in a field lies in a span of days.
std::vector<query::Condition> between(std::string field, base::Date first, base::Date last);

/// The text of a field of a row, for a sentence: item numbers and ids are names there.
std::string text_of(const Row& row, std::string_view field);

}  // namespace taizhang::report
