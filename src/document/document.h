// SPDX-License-Identifier: MIT
//
// What a report says, in order, without a word of how it is set. Tables have ids and columns have
// keys: they are the names by which programs and templates of an office find them.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/clocks.h"
#include "document/value.h"

namespace taizhang::document {

enum class Align { left, right };

struct Column {
  std::string key;
  std::string title;
  Align align = Align::left;
  bool yields = false;  ///< gives way where a terminal is too narrow
  bool wraps = false;   ///< long cells go on in the next line instead of being cut
  /// The heading above the table or the cell beside says it to people: left out for them, not where
  /// rows stand alone.
  bool in_heading = false;
  /// Its amounts are of several things that no other column tells apart: CSV keeps their units.
  bool keeps_units = false;
  /// A terminal shows it in the column before it.
  bool joins = false;
  /// How many columns of a terminal it keeps where it yields.
  int least = 8;
};

struct Row {
  std::vector<Value> cells;
  /// What the row is: the address of a row of the table's `rows`; empty where it is an aggregate.
  std::string address = {};
};

struct Table {
  std::string id;
  std::vector<Column> columns = {};
  std::vector<Row> rows = {};
  std::string title = {};
  /// The kind of row that the rows are, and the days they are of: then a number in a cell comes
  /// from the field that its column is called by, where it has no origin of its own.
  std::string kind = {};
  base::Clocks clocks = {};
};

/// The table below its heading, and whether that is less than all of it: who shows ten thousand
/// rows need not have them twice.
Table below_heading(const Table& table);
bool has_more_than_below_heading(const Table& table);

/// Where the number in a cell comes from; nothing where the cell has no number.
std::optional<Origin> origin_of(const Table& table, const Row& row, std::size_t column);

struct Heading {
  Value text;
  int level = 1;
};

/// Names and values, one pair a line.
struct Fields {
  struct Line {
    std::string key;
    std::string label;
    Value value;
    Value note = std::string();  ///< beside the value
    bool bar = false;            ///< a fraction that a page of cards draws as a bar
  };
  std::string id;
  std::vector<Line> lines;
};

/// Numbers that people would rather look at: a table of which a page draws a picture. Its numbers
/// have their origins as in any table; formats that draw nothing pass it over.
struct Chart : Table {
  enum class Shape {
    progress,  ///< a row a measure: its `value` on the way to its `target`
    readings,  ///< a row a `date`, with the `value` then and that which was `expected`
    stacked,   ///< a row a group, and how much of it there is in each column after the first
  };
  Shape shape = Shape::progress;
};

/// Few of them, large.
struct Cards : Fields {};

struct Paragraph {
  std::string key;
  Value text;
};

/// Points in a list, one a line.
struct Bullets {
  std::string id;
  std::vector<Value> lines;
  bool in_columns = false;  ///< in two columns in Word, where its pages are few
};

/// Numbered points: a name and a value each, and below it the lines that say why.
struct Steps {
  struct Step {
    std::string key;
    std::string label;
    Value value;
    std::vector<Value> lines;
  };
  std::string id;
  std::vector<Step> steps;
};

/// A remark at the foot, such as the legend of the lights.
struct Note {
  Value text;
};

using Block = std::variant<Heading, Paragraph, Fields, Table, Chart, Bullets, Steps, Cards, Note>;

/// The part of a document that speaks of one plan; empty `plan` where it speaks of all. Of a plan
/// there may be several, one a unit, a leader, an order: each is a sheet of its own.
struct Chapter {
  std::string plan = {};
  std::vector<Block> blocks = {};
  std::string subject = {};  ///< what the sheet is of; empty where the plan says it
  /// It goes out by itself: the head of the paper stands above it once more, where it is not the
  /// first.
  bool is_paper = false;
  /// Of such a sheet its own title, in place of that of the document; empty where it has none.
  std::string title = {};
  /// Of such a sheet its own day, in place of that of the paper; absent where it has none.
  Value date = {};
};

/// The head of a paper that an office sends out, above what every document has.
struct Masthead {
  std::string issuer;  ///< the office; empty where none is known
  Value edition;       ///< 第 40 期; absent where it has no number
  Value date;          ///< its day, and that up to which reports had come in where it is another
};

struct Document {
  std::string id;              ///< the report: list, stats, weekly …
  std::string title;           ///< of the page
  bool has_few_pages = false;  ///< it is set small, to stand on few pages of paper
  base::Language language = base::Language::zh;
  base::Clocks clocks = {};
  /// Of one of several pages: the way to it from the first one, then what lies beside it.
  std::vector<Value> navigation = {};
  std::optional<Masthead> masthead = {};
  std::vector<Value> head = {};  ///< below the title: plan, filter, day, issuer …
  std::vector<Chapter> chapters = {};
  /// By which command line it was made, with the version and a digest of its values; a line of the
  /// foot says it to people.
  std::string provenance = {};
  std::vector<Value> foot = {};  ///< legend, faults, what a reader must know beside all of it
  /// What a workbook has on sheets of its own beside the tables above, a chapter a plan; built only
  /// when it is asked for.
  std::function<std::vector<Chapter>()> sheets = nullptr;
  /// What programs get in place of the blocks, where the document is a view of rows: built only
  /// when it is asked for.
  std::function<Value()> data = nullptr;
};

/// Where a value leads, beside what it says: to a place of a page of the same set, or elsewhere.
struct Target {
  std::string base = {};    ///< as it stands, before the path: an address, or nothing
  std::string path = {};    ///< names and slashes, without any escaping
  std::string anchor = {};  ///< the place in it; empty for its start
};

/// Where a value, or a part of one, with this origin leads; nothing where to nothing.
using Leads = std::function<std::optional<Target>(const Value&, const Origin&)>;

/// The names by which links find a place in a page: the ids of tables and stories, and of the
/// figures in these. Of two that are the same the first has it.
class Anchors {
 public:
  /// The name of the place called `id`, without blanks; empty where another has it.
  std::string of(std::string_view id);
  /// That of a figure in the story called `id`.
  std::string of(std::string_view id, std::string_view figure);

 private:
  std::set<std::string> given_;
};

/// The title that stands above a chapter: its own, else that of the document.
const std::string& title_above(const Document& document, std::size_t chapter);
/// The head that stands above a chapter, with its own day where it has one. Only of a document that
/// has a masthead.
Masthead masthead_above(const Document& document, std::size_t chapter);

/// Call `visit` for every table of a document, with its title: its own, else the heading above it,
/// else that of the document.
void for_each_table(const Document& document,
                    const std::function<void(const Chapter& chapter, const Table& table,
                                             const std::string& title)>& visit);

/// Call `visit` for every number of a document, with where it comes from.
void for_each_number(const Document& document,
                     const std::function<void(const Value&, const std::optional<Origin>&)>& visit);

}  // namespace taizhang::document
