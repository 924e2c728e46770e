// SPDX-License-Identifier: MIT
//
// A table has a title, heads of one row or two, rows of sections, and tasks of one row or several:
//
//   序号  重点任务   年度目标        牵头单位   完成时限
//   一、城乡建设
//   1     改造管网   改造40公里以上  县水务局   9月底前
//                    新建水厂1座                年底前
//
// First each cell gets its head, then rows are gathered into tasks, then each column has its say.
#include "intake/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/fatal.h"
#include "base/look_alike.h"
#include "base/suggest.h"
#include "base/text.h"
#include "intake/cell_values.h"
#include "intake/numbers.h"

namespace taizhang::intake {

using model::Milestone;
using model::Progress;
using model::Task;
using sheets::Cell;
using sheets::CellKind;
using sheets::Merge;
using sheets::Sheet;

const std::vector<TableHead>& table_heads() {
  // Of two heads that a text has the longer one counts: 牵头单位 is no 单位.
  static const std::vector<TableHead> heads{
      {TableColumn::number, "number", {"序号", "编号"}},
      {TableColumn::source, "source", {"任务来源", "来源", "依据"}},
      {TableColumn::section, "section", {"板块", "类别", "领域", "分类"}},
      {TableColumn::title,
       "title",
       {"重点任务", "任务内容", "目标任务", "任务名称", "工作任务", "主要任务", "督办事项",
        "工作内容", "项目名称", "任务"}},
      {TableColumn::text, "text", {"具体任务", "工作举措", "具体举措", "工作措施", "主要措施"}},
      {TableColumn::goal,
       "goal",
       {"年度目标", "全年目标", "年度目标任务", "全年目标任务", "工作目标"}},
      {TableColumn::stage, "stage", {"阶段目标", "季度目标", "月度目标", "时序目标", "节点目标"}},
      {TableColumn::leader,
       "leader",
       {"责任领导", "分管领导", "牵头领导", "牵头区领导", "包抓领导"}},
      {TableColumn::lead, "lead", {"牵头单位", "主办单位", "牵头部门", "责任单位", "责任部门"}},
      {TableColumn::support,
       "support",
       {"配合单位", "参与单位", "协办单位", "配合部门", "责任单位", "参加单位"}},
      {TableColumn::contact, "contact", {"责任人", "联系人", "联系电话", "电话", "联系方式"}},
      {TableColumn::due, "due", {"完成时限", "完成时间", "办理时限", "时限", "截止时间"}},
      {TableColumn::progress,
       "progress",
       {"进展情况", "具体进展", "推进情况", "办理情况", "工作进展", "完成情况", "进展"}},
      {TableColumn::status, "status", {"任务状态", "状态"}},
      {TableColumn::problems, "problems", {"存在问题", "存在的困难", "问题困难", "困难问题"}},
      {TableColumn::next, "next", {"下步打算", "下一步措施", "下步措施", "下一步打算", "下步计划"}},
      {TableColumn::note, "note", {"备注", "说明"}},
  };
  return heads;
}

namespace {

std::string head_text(const std::string& text) {
  std::string result;
  for (const char c : base::plain_form(text)) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') result += c;
  }
  return result;
}

/// The column that a head names, by the longest of the known heads that is in it.
std::optional<TableColumn> column_named(const std::string& head) {
  std::optional<TableColumn> column;
  std::size_t longest = 0;
  for (const TableHead& known : table_heads()) {
    for (const std::string_view one : known.heads) {
      if (one.size() > longest && head.find(one) != head.npos) {
        longest = one.size();
        column = known.column;
      }
    }
  }
  return column;
}

struct Column {
  std::string head;  ///< of two rows both: 进展情况/1月
  std::optional<TableColumn> holds = {};
};

/// A cell of a task, with what it was taken for still to be said.
struct Piece {
  std::size_t row;
  std::size_t column;
  std::string text;
  const Cell* cell;
};

const std::string numerals = "一二三四五六七八九十";

/// What stands behind 一、 or （一）; empty where `text` does not begin so.
std::string behind_numeral(const std::string& text) {
  std::size_t at = text.starts_with("（") ? std::string_view("（").size() : 0;
  const std::size_t begin = at;
  while (at < text.size()) {
    const std::size_t size = base::character_size(text, at);
    if (numerals.find(text.substr(at, size)) == numerals.npos) break;
    at += size;
  }
  if (at == begin) return {};
  for (const char* mark : {"、", "）", ".", "．"}) {
    if (text.compare(at, std::string_view(mark).size(), mark) == 0) {
      return std::string(base::trimmed(text.substr(at + std::string_view(mark).size())));
    }
  }
  return {};
}

class TableReader {
 public:
  TableReader(const Sheet& sheet, const TableOptions& options) : sheet_(sheet), options_(options) {}

  NewTasks read() {
    find_heads();
    gather();
    return std::move(result_);
  }

 private:
  std::size_t width() const {
    std::size_t widest = 0;
    for (const auto& row : sheet_.rows) widest = std::max(widest, row.size());
    return widest;
  }

  std::string text(std::size_t row, std::size_t column) const {
    return text_in(sheet_.at(row, column));
  }

  const Merge* merge_at(std::size_t row, std::size_t column) const {
    for (const Merge& merge : sheet_.merges) {
      if (merge.row <= row && row <= merge.last_row && merge.column <= column &&
          column <= merge.last_column) {
        return &merge;
      }
    }
    return nullptr;
  }

  /// Find the row that has the heads, the title above it, and the second row of heads below.
  void find_heads() {
    constexpr std::size_t most_rows_above = 15;
    std::size_t best = 0, most = 1;
    for (std::size_t row = 0; row < std::min(sheet_.rows.size(), most_rows_above); ++row) {
      std::set<TableColumn> known;
      for (std::size_t column = 0; column < sheet_.rows[row].size(); ++column) {
        constexpr std::size_t longest_head = 45;  // bytes
        const std::string head = head_text(text(row, column));
        const auto holds = head.size() > longest_head ? std::nullopt : column_named(head);
        if (holds) known.insert(*holds);
        if (options_.columns.contains(head)) known.insert(TableColumn::title);
      }
      if (known.size() > most) {
        most = known.size();
        best = row;
      }
    }
    if (most < 2) {
      base::refuse({{"表里没有认得的栏目", "the table has no heads that are known"}},
                   {{"要有 序号、重点任务、牵头单位、完成时限 一类的栏目；别的叫法用 --column "
                     "叫法=title 说明",
                     "heads such as 序号, 重点任务, 牵头单位 are wanted; name others with --column "
                     "HEAD=title"}});
    }
    head_ = best;
    body_ = best + 1;
    for (const Merge& merge : sheet_.merges) {
      if (merge.row == best) body_ = std::max(body_, merge.last_row + 1);
    }
    // A head over several columns has a second row below it.
    for (const Merge& merge : sheet_.merges) {
      if (merge.row == best && merge.last_row == best && merge.last_column > merge.column) {
        body_ = std::max(body_, best + 2);
      }
    }
    for (std::size_t row = 0; row < best; ++row) {
      for (std::size_t column = 0; column < sheet_.rows[row].size(); ++column) {
        const std::string said = text(row, column);
        if (said.empty()) continue;
        if (result_.title.empty())
          result_.title = said;
        else
          not_understood(row, column, {"标题以外的说明", "beside the title"});
      }
    }
    name_columns();
  }

  void name_columns() {
    std::set<std::string> wanted;
    for (const auto& [head, name] : options_.columns) wanted.insert(head);
    bool has_lead = false;
    for (std::size_t column = 0; column < width(); ++column) {
      Column one;
      for (std::size_t row = head_; row < body_; ++row) {
        const std::string part = head_text(sheet_.seen_at(row, column).text);
        if (part.empty() || part == one.head) continue;
        one.head += (one.head.empty() ? "" : "/") + part;
      }
      one.holds = column_named(one.head);
      const auto own = options_.columns.find(one.head);
      if (own != options_.columns.end()) {
        wanted.erase(own->first);
        one.holds = named(own->second);
      }
      has_lead = has_lead ||
                 (one.holds == TableColumn::lead && one.head.find("责任") == std::string::npos);
      columns_.push_back(std::move(one));
    }
    if (!wanted.empty()) {
      std::vector<std::string_view> known;
      for (const Column& one : columns_) known.push_back(one.head);
      base::refuse_unknown(*wanted.begin(), {"栏目", "head"}, known);
    }
    // 责任单位 leads, unless somebody else does; and the first column of a kind is the title.
    bool has_title = false;
    for (Column& one : columns_) {
      if (has_lead && one.holds == TableColumn::lead && one.head.find("责任") != one.head.npos &&
          !options_.columns.contains(one.head)) {
        one.holds = TableColumn::support;
      }
      if (one.holds == TableColumn::title && has_title) one.holds = TableColumn::goal;
      has_title = has_title || one.holds == TableColumn::title;
    }
    for (Column& one : columns_) {
      const bool may = one.holds == TableColumn::text || one.holds == TableColumn::goal;
      if (!has_title && may) {
        one.holds = TableColumn::title;
        has_title = true;
      }
    }
  }

  static TableColumn named(const std::string& name) {
    std::vector<std::string_view> known;
    for (const TableHead& head : table_heads()) {
      if (head.name == name) return head.column;
      known.push_back(head.name);
    }
    base::refuse_unknown(name, {"栏目种类", "kind of column"}, known);
  }

  std::optional<std::size_t> column_of(TableColumn wanted) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].holds == wanted) return i;
    }
    return std::nullopt;
  }

  void not_understood(std::size_t row, std::size_t column, base::Bilingual why) {
    const std::string head = row >= body_ && column < columns_.size() ? columns_[column].head : "";
    result_.not_understood.push_back(
        {sheets::cell_name(row, column), head, text(row, column), why});
  }

  /// Gather rows into sections and tasks: a row without a number and title of its own goes on with
  /// the task above it.
  void gather() {
    const auto number = column_of(TableColumn::number);
    const auto title = column_of(TableColumn::title);
    std::vector<Piece> pieces;
    for (std::size_t row = body_; row < sheet_.rows.size(); ++row) {
      std::vector<Piece> own;
      for (std::size_t column = 0; column < sheet_.rows[row].size(); ++column) {
        const std::string said = text(row, column);
        if (!said.empty()) own.push_back({row, column, said, &sheet_.at(row, column)});
      }
      if (own.empty()) continue;
      if (is_section(own)) {
        finish(pieces);
        begin_section(own.front().text);
        continue;
      }
      const auto has = [&](const std::optional<std::size_t>& column) {
        return column && std::any_of(own.begin(), own.end(),
                                     [&](const Piece& one) { return one.column == *column; });
      };
      const bool begins =
          number ? has(number) || (has(title) && !goes_on(row, *number)) : has(title);
      if (begins) finish(pieces);
      pieces.insert(pieces.end(), own.begin(), own.end());
    }
    finish(pieces);
  }

  /// Whether the number above is merged down to this row.
  bool goes_on(std::size_t row, std::size_t column) const {
    const Merge* merge = merge_at(row, column);
    return merge && merge->row < row;
  }

  bool is_section(const std::vector<Piece>& own) const {
    if (own.size() != 1) return false;
    const Merge* merge = merge_at(own.front().row, own.front().column);
    const bool wide = merge && merge->last_column - merge->column >= 2;
    return wide || !behind_numeral(own.front().text).empty();
  }

  int begin_section(const std::string& text) {
    const std::string bare = behind_numeral(text);
    const std::string title = bare.empty() ? text : bare;
    const auto found = std::find(result_.sections.begin(), result_.sections.end(), title);
    section_ = static_cast<int>(found - result_.sections.begin()) + 1;
    if (found == result_.sections.end()) result_.sections.push_back(title);
    return section_;
  }

  static void add_line(model::Given<std::string>& given, const std::string& text) {
    given.value = given.value ? *given.value + "\n" + text : text;
  }

  void add_units(const std::string& text, model::List<model::UnitName>& list) {
    for (const std::string& unit : units_in(text)) {
      const bool there = std::any_of(list.items.begin(), list.items.end(),
                                     [&](const auto& one) { return one->text == unit; });
      if (!there) list.items.push_back({model::UnitName{unit}, {}});
      if (std::find(result_.units.begin(), result_.units.end(), unit) == result_.units.end()) {
        result_.units.push_back(unit);
      }
    }
  }

  /// Make a task of the cells gathered so far.
  void finish(std::vector<Piece>& pieces) {
    if (pieces.empty()) return;
    const std::vector<Piece> own = std::move(pieces);
    pieces.clear();
    const auto title = column_of(TableColumn::title);
    const bool has_title =
        std::any_of(own.begin(), own.end(), [&](const Piece& one) { return one.column == title; });
    if (!has_title) {
      // 注： below the table, or a row of totals.
      for (const Piece& one : own) {
        not_understood(one.row, one.column, {"这一行没有任务名称", "the row has no title"});
      }
      return;
    }
    Task task{source::start_of(0)};
    task.schema.value = model::FormatVersion{};
    Progress progress{source::start_of(0)};
    for (const Piece& one : own) take(one, task, progress);
    complete(task, std::move(progress));
    result_.tasks.push_back(std::move(task));
  }

  void take(const Piece& one, Task& task, Progress& progress) {
    const Column& column = columns_[one.column];
    if (!column.holds) {
      add_line(task.note, column.head.empty() ? one.text : column.head + "：" + one.text);
      return;
    }
    switch (*column.holds) {
      case TableColumn::number:
        take_number(one.text, task);
        break;
      case TableColumn::source:
        task.source.items.push_back({one.text, {}});
        break;
      case TableColumn::section:
        task.section.value = begin_section(one.text);
        break;
      case TableColumn::title:
        take_title(one.text, task);
        break;
      case TableColumn::text:
      case TableColumn::goal:
        add_line(task.text, one.text);
        propose(one.text, task);
        break;
      case TableColumn::stage:
        take_stage(one, column.head, task);
        break;
      case TableColumn::leader:
        task.leader.items.push_back({one.text, {}});
        break;
      case TableColumn::lead:
        add_units(one.text, task.lead);
        break;
      case TableColumn::support:
        add_units(one.text, task.support);
        break;
      case TableColumn::contact:
        task.contact.value = task.contact ? *task.contact + " " + one.text : one.text;
        break;
      case TableColumn::due:
        take_due(one, task);
        break;
      case TableColumn::progress: {
        const std::size_t slash = column.head.find('/');
        const std::string of =
            slash == column.head.npos ? "" : column.head.substr(slash + 1) + "：";
        add_line(progress.done, of + one.text);
        break;
      }
      case TableColumn::status:
        take_status(one.text, column.head, task);
        break;
      case TableColumn::problems:
        add_line(progress.problems, one.text);
        break;
      case TableColumn::next:
        add_line(progress.next, one.text);
        break;
      case TableColumn::note:
        add_line(task.note, one.text);
        break;
    }
  }

  void take_number(const std::string& text, Task& task) {
    const std::string plain = base::plain_form(text);
    constexpr std::size_t most_digits = 4;
    const bool whole = !plain.empty() && plain.size() <= most_digits &&
                       plain.find_first_not_of("0123456789") == plain.npos && plain[0] != '0';
    if (whole && items_.insert(std::stoi(plain)).second) task.item.value = std::stoi(plain);
    // Numbers that begin anew in each section, or are no numbers, are printed as they are.
    if (!task.item) task.no.value = text;
  }

  void take_title(const std::string& text, Task& task) {
    // What follows the first 。 says how; a second title of one number goes on with the first.
    const std::size_t stop = text.find("。");
    if (!task.title) {
      task.title.value = text.substr(0, stop);
      if (stop == text.npos || stop + std::string_view("。").size() == text.size()) {
        propose(text, task);
        return;
      }
    }
    add_line(task.text, text);
    propose(text, task);
  }

  void take_stage(const Piece& one, const std::string& head, Task& task) {
    Milestone milestone{source::start_of(0)};
    milestone.id.value = "m" + std::to_string(task.milestones.size() + 1);
    const std::size_t slash = head.find('/');
    const std::string when = slash == head.npos ? one.text : head.substr(slash + 1);
    milestone.name.value = one.text;
    const auto due = due_in(when, options_.period);
    milestone.due.value = due && due->date ? *due->date : options_.period.to;
    task.milestones.items.push_back(std::move(milestone));
    if (task.note.value_or("").find(to_confirm) == std::string::npos) {
      add_line(task.note, std::string(to_confirm) + "：阶段目标的日期");
    }
  }

  void take_due(const Piece& one, Task& task) {
    const Taken<base::Date> date = date_in(*one.cell);
    const auto due =
        date.value ? std::optional(model::DueDay{*date.value}) : due_in(one.text, options_.period);
    const bool is_first = !task.due && !task.due_text;
    // The words stay where a date alone would not say them all.
    if (!is_first || one.cell->kind != CellKind::date) {
      std::string before = task.due_text.value_or("");
      if (before.empty() && task.due && task.due->date) before = base::iso(*task.due->date);
      task.due_text.value = before.empty() ? one.text : before + "、" + one.text;
    }
    const bool later =
        due && (!task.due || (due->date && task.due->date && *due->date > *task.due->date));
    if (later) task.due.value = *due;
    if (!due) add_line(task.note, std::string(to_confirm) + "：完成时限“" + one.text + "”");
  }

  static void take_status(const std::string& text, const std::string& head, Task& task) {
    for (const char* word : {"正常推进", "推进中", "进行中", "超期"}) {
      if (text == word) task.status.value = model::Status::in_progress;
    }
    for (const char* word : {"未启动", "未开工", "待接收"}) {
      if (text == word) task.status.value = model::Status::not_started;
    }
    // That it is closed or stopped is for those to say who may.
    add_line(task.note, head + "：" + text);
  }

  void propose(const std::string& text, Task& task) {
    const auto found = mentions(text);
    for (auto& indicator : proposals(text, found, task.title.value_or(""),
                                     static_cast<int>(task.indicators.size()) + 1)) {
      task.indicators.items.push_back(std::move(indicator));
    }
    for (const Mention& mention : found) {
      if (mention.proposed) continue;
      add_line(task.note, "未列为指标的数：" + mention.written + "（" +
                              std::string(mention.why_not.zh) + "）");
    }
  }

  void complete(Task& task, Progress progress) {
    if (!task.item) {
      int item = options_.first_item;
      while (!items_.insert(item).second) ++item;
      task.item.value = item;
    }
    if (!task.section) {
      task.section.value = section_ > 0 ? section_ : begin_section("重点任务");
    }
    if (!task.due) task.due.value = model::DueDay{options_.period.to};
    if (!task.status) task.status.value = model::Status::in_progress;
    if (progress.done || progress.problems || progress.next) {
      progress.date.value = options_.date;
      if (!task.lead.items.empty()) progress.by.value = *task.lead.items.front();
      task.progress.items.push_back(std::move(progress));
    }
  }

  const Sheet& sheet_;
  const TableOptions& options_;
  NewTasks result_;
  std::vector<Column> columns_;
  std::size_t head_ = 0, body_ = 0;
  int section_ = 0;
  std::set<int> items_;
};

/// The number that stands before `word` in `text`; nothing where none does.
std::optional<int> number_before(const std::string& text, std::string_view word) {
  const std::size_t end = text.find(word);
  if (end == text.npos) return std::nullopt;
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
  constexpr std::size_t most_digits = 4;
  if (begin == end || end - begin > most_digits) return std::nullopt;
  return std::stoi(text.substr(begin, end - begin));
}

}  // namespace

NewTasks read_table(const Sheet& sheet, const TableOptions& options) {
  return TableReader(sheet, options).read();
}

std::optional<model::DueDay> due_in(const std::string& given, base::DateSpan period) {
  using namespace std::chrono;
  const std::string text = head_text(given);
  const auto says = [&](std::string_view word) { return text.find(word) != text.npos; };
  if (says("常态") || says("长期") || says("持续")) return model::DueDay{};
  const std::chrono::year_month_day end(period.to);
  const int year = number_before(text, "年").value_or(static_cast<int>(end.year()));
  const auto last_of = [&](int month) -> std::optional<model::DueDay> {
    constexpr int months = 12;
    if (month < 1 || month > months) return std::nullopt;
    return model::DueDay{sys_days(std::chrono::year{year} / month / last)};
  };
  if (const auto month = number_before(text, "月")) {
    const auto day = number_before(text, "日");
    if (!day) return last_of(*month);
    const auto date = base::parse_date(fmt::format("{:04}-{:02}-{:02}", year, *month, *day)).date;
    return date ? std::optional(model::DueDay{*date}) : std::nullopt;
  }
  constexpr int months_of_quarter = 3;
  const std::array<std::array<std::string_view, 3>, 4> quarters{{{"一季度", "1季度", "Q1"},
                                                                 {"二季度", "2季度", "Q2"},
                                                                 {"三季度", "3季度", "Q3"},
                                                                 {"四季度", "4季度", "Q4"}}};
  for (std::size_t i = 0; i < quarters.size(); ++i) {
    if (std::any_of(quarters[i].begin(), quarters[i].end(), says)) {
      return last_of((static_cast<int>(i) + 1) * months_of_quarter);
    }
  }
  if (says("上半年")) return last_of(6);
  if (says("年底") || says("全年") || says("年内") || says("年末") || says("年"))
    return last_of(12);
  return std::nullopt;
}

std::vector<std::string> units_in(const std::string& text) {
  std::vector<std::string> units;
  std::string unit;
  const auto end = [&] {
    const std::string name(base::trimmed(unit));
    if (!name.empty()) units.push_back(name);
    unit.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = base::character_size(text, at);
    const std::string one = text.substr(at, size);
    const bool parts = one == "、" || one == "，" || one == "," || one == "；" || one == ";" ||
                       one == "\n" || one == " " || one == "　" || one == "/";
    if (parts)
      end();
    else
      unit += one;
    at += size;
  }
  end();
  return units;
}

}  // namespace taizhang::intake
