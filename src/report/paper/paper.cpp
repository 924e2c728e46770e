// SPDX-License-Identifier: MIT
#include "report/paper/paper.h"

#include <algorithm>

#include "facts/events.h"
#include "report/paper/behind.h"

namespace taizhang::report {

namespace {

Value own(const Row& row, std::string_view field) { return facts::value(row, field); }

/// Whether a text stands within another: who writes 《…》（…号） as the number of a plan has said
/// its title, and who ends a title with the number has said that.
bool is_said_in(const Value& text, const Value& other) {
  return !text.is_absent() && !other.is_absent() &&
         query::plain(other).find(query::plain(text)) != std::string::npos;
}

}  // namespace

Paper::Paper(const Asked& asked, const Row& plan, int level, base::Date first_day)
    : asked_(asked),
      plan_(plan),
      level_(level),
      first_day_(first_day),
      clocks_before_{
          first_day - std::chrono::days{1},
          asked.clocks.known_by - (asked.clocks.as_of - first_day) - std::chrono::days{1}},
      behind_(std::make_unique<Behind>(asked)) {
  chapter_.plan = facts::address(plan);
}

Paper::~Paper() = default;

bool is_public(const Row& row) {
  return text_of(facts::ancestor(row, Kind::plans), "reporting") == "public";
}

bool Paper::is_public() const { return report::is_public(plan_); }

Rows Paper::before(Kind kind) const { return in_view(asked_.world_on(clocks_before_, {}), kind); }

Rows Paper::counted(Kind kind) const {
  return now(kind).where({{"counted", Test::equals, "true"}});
}

std::vector<Row> Paper::events(Kind kind, std::string_view name) const {
  const facts::World& world = asked_.world_on(asked_.clocks, clocks_before_);
  const std::string row_kind(facts::kind_of(kind).name);
  const Rows some = in_view(world, Kind::events)
                        .where({{"event", Test::equals, std::string(name)},
                                {"row_kind", Test::equals, row_kind}});
  return {some.begin(), some.end()};
}

std::vector<Row> Paper::changed(Kind kind, std::string_view name) const {
  std::vector<Row> rows = events(kind, name);
  std::transform(rows.begin(), rows.end(), rows.begin(), facts::event_subject);
  return rows;
}

Rows Paper::in_view(const facts::World& world, Kind kind) const {
  return Rows(world, kind)
      .where({{"plan", Test::equals, chapter_.plan}})
      .where(query::conditions(world, asked_.selection));
}

std::vector<query::Group> Paper::grouped(const Rows& rows, std::string_view field) const {
  auto groups =
      query::counted_by(rows, query::find_column(rows.kind(), std::string(field)), plan_).groups;
  std::erase_if(groups, [](const query::Group& group) { return group.rows.empty(); });
  return groups;
}

std::vector<std::pair<std::string_view, std::vector<Row>>> Paper::of_no_unit(
    const std::vector<Row>& rows, std::string_view field) const {
  if (field != "turn") return {{asked_.words[keys::stats_nowhere], rows}};
  std::vector<Row> open = rows;
  const auto closed = std::stable_partition(
      open.begin(), open.end(), [](const Row& row) { return text_of(row, "open") == "true"; });
  std::vector<Row> others(closed, open.end());
  open.erase(closed, open.end());
  return {{asked_.words[keys::paper_closers], std::move(open)},
          {asked_.words[keys::paper_turn_closed], std::move(others)}};
}

Value Paper::by_unit(const std::vector<Row>& rows, std::string_view field) const {
  document::List units;
  std::size_t told = 0;
  const auto add_rows = [&](Value name, const std::vector<Row>& some) {
    if (some.empty()) return;
    told += some.size();
    units.items.push_back(say(asked_, keys::paper_of_unit, std::move(name), one_by_one(some)));
  };
  const auto with = [&](const query::Condition& condition) {
    std::vector<Row> some;
    std::ranges::copy_if(rows, std::back_inserter(some),
                         [&](const Row& row) { return query::passes(own(row, field), condition); });
    return some;
  };
  for (const facts::Known& unit : facts::find_field(Kind::tasks, "lead")->field->known(plan_)) {
    add_rows(unit.label, with({"", Test::contains, query::plain(unit.value)}));
  }
  for (const auto& [name, some] : of_no_unit(with({"", Test::absent}), field)) {
    add_rows(std::string(name), some);
  }
  if (told <= rows.size()) return units;
  return say(asked_, keys::paper_by_each, Value(std::move(units)));
}

document::Column Paper::number(std::string_view key, words::Key<0> title) const {
  return {std::string(key), word(title), document::Align::right};
}

document::Column Paper::text(std::string_view key, words::Key<0> title) const {
  return {.key = std::string(key), .title = word(title), .yields = true};
}

void Paper::table(words::Key<0> title, document::Table table) {
  if (table.rows.empty()) return;
  heading(word(title), 1);
  put(std::move(table));
}

void Paper::table(words::Key<0> title, document::Table table, Exceptions exceptions) {
  if (table.rows.empty()) return;
  heading(word(title), 1);
  put(std::move(table), std::move(exceptions));
}

void Paper::table_or(document::Table table, words::Key<0> none) {
  if (table.rows.empty()) {
    line("none", word(none));
  } else {
    put(std::move(table));
  }
}

void Paper::table_or(document::Table table, Exceptions exceptions, words::Key<0> none) {
  if (table.rows.empty()) {
    line("none", word(none));
  } else {
    put(std::move(table), std::move(exceptions));
  }
}

void Paper::picture(std::optional<document::Chart> chart) {
  if (!chart) return;
  const bool is_there = std::ranges::any_of(chapter_.blocks, [&](const document::Block& block) {
    const auto* drawn = std::get_if<document::Chart>(&block);
    return drawn && drawn->id == chart->id;
  });
  if (!is_there) put(std::move(*chart));
}

Value part_heading(const Asked& asked, int number, const std::string& name) {
  constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五",
                                           "六", "七", "八", "九", "十"};
  const bool chinese = asked.language() == base::Language::zh;
  return say(asked, keys::paper_part,
             chinese ? std::string(numerals[static_cast<std::size_t>(number - 1)])
                     : std::to_string(number),
             name);
}

PlansInView plans_in_view(const Asked& asked) {
  PlansInView view;
  const base::Date day = asked.clocks.as_of;
  for (const Row& plan : facts::rows(asked.world(), Kind::plans)) {
    const model::Period& period = plan.plan->plan->plan.period;
    const std::chrono::days settlement{plan.plan->limits.deadlines.settlement};
    const bool runs =
        (!period.start || day >= *period.start) && (!period.end || day <= *period.end + settlement);
    (runs || asked.sending.plan_is_named ? view.plans : view.left_out).push_back(plan);
  }
  if (view.plans.empty()) std::swap(view.plans, view.left_out);
  return view;
}

bool takes_none(const Asked& asked) {
  const Rows tasks =
      Rows(asked.world(), Kind::tasks).where(query::conditions(asked.world(), asked.selection));
  return std::ranges::none_of(plans_in_view(asked).plans, [&](const Row& plan) {
    return !tasks.where({{"plan", Test::equals, facts::address(plan)}}).empty();
  });
}

void name_plans(const Asked& asked, Document& document) {
  const std::vector<Row> plans = plans_in_view(asked).plans;
  std::vector<Value> lines;
  for (const Row& plan : plans) {
    const Value title = own(plan, "title");
    const Value doc_no = own(plan, "doc_no");
    const bool is_one = plans.size() == 1;
    if (!is_one || !is_said_in(title, doc_no)) lines.push_back(title);
    if (is_one && !doc_no.is_absent() && !is_said_in(doc_no, title)) {
      lines.push_back(say(asked, keys::paper_basis, doc_no));
    }
  }
  document.head.insert(document.head.begin(), lines.begin(), lines.end());
}

Value title_and_number(const Asked& asked, const Row& plan) {
  const Value title = own(plan, "title");
  const Value doc_no = own(plan, "doc_no");
  if (is_said_in(title, doc_no)) return doc_no;
  return is_said_in(doc_no, title) ? title : beside(asked, title, doc_no);
}

Value cited(const Asked& asked, const Value& title) {
  std::string text = query::plain(title);
  const bool zh = asked.language() == base::Language::zh;
  if (!text.starts_with("《")) {
    // What is cited within a title has the narrower brackets.
    for (const auto& [wide, narrow] : {std::pair("《", "〈"), std::pair("》", "〉")}) {
      const std::string mark(wide);
      for (std::size_t at = 0; zh && (at = text.find(mark, at)) != text.npos;) {
        text.replace(at, mark.size(), narrow);
      }
    }
    text = zh ? "《" + text + "》" : "“" + text + "”";
  }
  Value cited = std::move(text);
  return title.origin() ? std::move(cited).from(document::Origin(*title.origin())) : cited;
}

Document started_paper(const Asked& asked, PaperKind kind) {
  Document document = started(asked, std::move(kind.id), std::string(asked.words[kind.title]));
  const PlansInView view = plans_in_view(asked);
  document.head.clear();
  document.has_few_pages = kind.has_pages;
  if (!kind.of_sheets) name_plans(asked, document);
  const bool is_any_public = std::ranges::any_of(view.plans, is_public);
  if (!asked.selection.takes_all()) {
    document.head.push_back(say(asked, keys::stats_selection, selection_line(asked)));
    if (takes_none(asked)) {
      document.head.push_back(
          Value(asked.words[keys::paper_none_selected]).toned(document::Tone::red));
    }
  }
  document::Masthead masthead{
      .issuer = asked.sending.issuer, .edition = {}, .date = days_of_paper(asked)};
  const Value issuer = own(view.plans.front(), "issuer");
  if (masthead.issuer.empty() && !issuer.is_absent()) masthead.issuer = query::plain(issuer);
  if (!asked.sending.edition.empty()) {
    masthead.edition =
        document::Phrase{.text = {"第 {0} 期", "No. {0}"},
                         .arguments = {Value(*query::whole_number(asked.sending.edition))},
                         .is_remark = true};
  }
  document.masthead = std::move(masthead);
  std::vector<Value> foot{
      legend(asked),
      Value(asked.words[kind.has_means ? keys::paper_footnote : keys::paper_footnote_absent])};
  if (is_any_public) foot.emplace_back(asked.words[keys::paper_public]);
  for (const Row& plan : view.left_out) {
    const auto& start = plan.plan->plan->plan.period.start;
    const bool is_ahead = start && asked.clocks.as_of < *start;
    foot.push_back(
        say(asked, is_ahead ? keys::paper_not_begun : keys::paper_over, own(plan, "title")));
  }
  document.foot.insert(document.foot.begin(), foot.begin(), foot.end());
  return document;
}

Document paper_of(const Asked& asked, PaperKind kind, base::Date first_day,
                  std::span<const Part> parts, Value period) {
  Document document = started_paper(asked, std::move(kind));
  if (!period.is_absent()) document.head.push_back(std::move(period));
  const std::vector<Row> plans = plans_in_view(asked).plans;
  for (const Row& plan : plans) {
    Paper paper(asked, plan, plans.size() > 1 ? 2 : 1, first_day);
    if (document.has_few_pages) paper.keep_to_pages(document.foot);
    if (plans.size() > 1) {
      paper.heading(own(plan, "title"), -1);
      const Value doc_no = own(plan, "doc_no");
      if (!doc_no.is_absent() && !is_said_in(doc_no, own(plan, "title"))) {
        paper.line("doc_no", say(asked, keys::paper_basis, doc_no));
      }
    }
    int number = 0;
    int annex = 0;
    for (const Part& part : parts) {
      const std::string name = paper.word(part.title);
      paper.heading(part.is_annex ? say(asked, keys::paper_annex, std::to_string(++annex), name)
                                  : part_heading(asked, ++number, name));
      const std::size_t before = paper.written();
      part.write(paper);
      if (part.none && paper.written() == before) paper.line("none", paper.word(*part.none));
    }
    document.chapters.push_back(paper.finished());
  }
  return document;
}

Rows asked_for(const Rows& rows) {
  return rows.where({{"counted", Test::equals, "true"}, {"open", Test::equals, "true"}});
}

Rows issues_asked_for(const Rows& issues) {
  return issues.where({{"open", Test::equals, "true"},
                       {"status", Test::differs, "suspended"},
                       {"status", Test::differs, "cancelled"},
                       {"status", Test::differs, "carried_over"}});
}

namespace {

Rows with_own_date(const Rows& rows) {
  if (rows.kind() != Kind::indicators) return rows;
  return rows.where({{"due_apart", Test::equals, "true"}});
}

}  // namespace

Rows overdue(const Rows& rows) {
  return with_own_date(rows).where({{"overdue", Test::equals, "true"}});
}

Rows due_within(const Rows& rows, std::chrono::days days) {
  const query::Condition is_ahead = rows.kind() == Kind::milestones
                                        ? query::Condition{"done", Test::absent}
                                        : query::Condition{"met", Test::differs, "true"};
  return with_own_date(rows).where({is_ahead,
                                    {"days_left", Test::at_least, "0"},
                                    {"days_left", Test::at_most, std::to_string(days.count())}});
}

Value one_by_one(const std::vector<Row>& rows) {
  std::vector<Value> ones;
  for (const Row& row : rows) {
    ones.push_back(
        Value(1).from(document::Origin{.how = document::Origin::How::count,
                                       .kind = std::string(facts::kind_of(row.kind).name),
                                       .clocks = row.world->clocks(),
                                       .where = {{"address", Test::equals, facts::address(row)}}}));
  }
  return query::sum(ones);
}

Value name_of(const Asked& asked, const Row& row) {
  const Row task = facts::ancestor(row, Kind::tasks);
  const std::string item = facts::printed_item(task);
  // A number runs into the title behind it; （二）4 is told from it as it stands.
  const bool is_bare = item.find_first_not_of("0123456789.-") == std::string::npos;
  return say(asked, is_bare ? keys::paper_named : keys::paper_task, item, own(task, "title"),
             own(task, "lead"));
}

Value names_of(const Asked& asked, const std::vector<Row>& rows,
               const std::function<Value(const Row&)>& name) {
  // A number behind a comma would run into the title before it.
  const bool zh = asked.language() == base::Language::zh;
  document::Sentence names;
  for (const Row& row : rows) {
    if (!names.pieces.empty()) names.pieces.emplace_back(zh ? "；" : "; ");
    names.pieces.push_back(name ? name(row) : name_of(asked, row));
  }
  return names;
}

Value item_of(const Row& row) {
  const Row task = facts::ancestor(row, Kind::tasks);
  // The heading of a chapter says of which plan it is.
  Value item = own(task, "item");
  const Value shown = query::field(task, "item");
  if (shown.origin()) item = std::move(item).from(*shown.origin());
  const Value no = own(task, "no");
  if (no.is_absent()) return item;
  return document::Phrase{
      .text = {"{1}", "{1}"}, .arguments = {std::move(item), no}, .is_remark = true};
}

std::vector<Shown> with_task(std::vector<Shown> columns) {
  columns.insert(columns.begin(), {{"item", nullptr, item_of}, {"title"}, {"lead"}});
  columns.push_back({.field = "no", .for_programs = true});
  return columns;
}

Value days_over(const Row& row) {
  return query::difference(query::sum({}), query::field(row, "days_left"), false);
}

Value days_ahead(const Asked& asked, const Row& row) {
  Value left = query::field(row, "days_left");
  if (*left.as<long long>() == 0) return asked.words[keys::paper_due_today];
  return say(asked, keys::paper_days_left, std::move(left));
}

Value beside(const Asked& asked, Value value, Value beside) {
  if (beside.is_absent() || value.is_absent()) return value;
  return say(asked, keys::paper_beside, std::move(value), std::move(beside));
}

Value with_remark(Value value, Value remark) {
  if (remark.is_absent() || value.is_absent()) return value;
  const document::Tone tone = value.tone();
  return Value(document::Phrase{.text = {"{0}（{1}）", "{0} ({1})"},
                                .arguments = {std::move(value), std::move(remark)},
                                .is_remark = true})
      .toned(tone);
}

Value over_by(const Row& task) {
  const std::string status = text_of(task, "status");
  const bool is_over = status == "carried_over" || status == "closed";
  return is_over ? facts::find_field(Kind::tasks, "status")->shown(task) : Value();
}

Value items(const Rows& rows) {
  std::vector<long long> all;
  document::List runs;
  for (const Row& row : rows) {
    if (const Value no = facts::value(row, "no"); !no.is_absent()) {
      runs.items.push_back(no);
      continue;
    }
    const Value value = facts::value(row, "item");
    const auto* item = value.as<long long>();
    if (item && (all.empty() || all.back() != *item)) all.push_back(*item);
  }
  for (std::size_t first = 0; first < all.size();) {
    std::size_t last = first;
    while (last + 1 < all.size() && all[last + 1] == all[last] + 1) ++last;
    // Two in a row are no run yet.
    if (last == first + 1) last = first;
    const std::string end = last == first ? "" : "–" + std::to_string(all[last]);
    runs.items.emplace_back(std::to_string(all[first]) + end);
    first = last + 1;
  }
  return runs;
}

std::vector<query::Condition> between(std::string field, base::Date first, base::Date last) {
  return {{field, Test::at_least, base::iso(first)}, {field, Test::at_most, base::iso(last)}};
}

std::string text_of(const Row& row, std::string_view field) {
  const Value value = facts::value(row, field);
  return value.is_absent() ? std::string(document::absent_sign) : query::plain(value);
}

}  // namespace taizhang::report
