// SPDX-License-Identifier: MIT
#include "report/explain/parts.h"

#include <algorithm>
#include <set>

#include "query/rows.h"

namespace taizhang::report {

using facts::Kind;
using facts::Row;
using facts::Step;

namespace {

/// Operands that are the id of another row, and the kinds of row that this can be.
constexpr std::pair<std::string_view, Kind> references[] = {
    {"measure", Kind::indicators}, {"measure", Kind::milestones}, {"issue", Kind::issues},
    {"change", Kind::changes},     {"reading", Kind::readings},   {"unit", Kind::shares}};

/// The field of `row` itself; absent where its kind has none of that name. The value of what is
/// a record in one kind and a value in another is `x.value` in both.
Value own_field(const Row& row, std::string_view name) {
  constexpr std::string_view value = ".value";
  const auto has = [&](std::string_view one) {
    const auto field = facts::find_field(row.kind, one);
    return field && field->kind == row.kind;
  };
  if (!has(name) && name.ends_with(value)) name.remove_suffix(value.size());
  return has(name) ? query::field(row, name) : Value();
}

/// The field `name` of the row whose id is the operand `operand`.
Value field_of_other(const Row& row, std::string_view operand, const Value& id,
                     std::string_view name) {
  for (const auto& [name_of_id, kind] : references) {
    if (name_of_id != operand) continue;
    const bool is_below = kind == Kind::readings || kind == Kind::shares;
    const Row parent = is_below ? row : facts::ancestor(row, Kind::tasks);
    const std::string_view name_of_row = kind == Kind::shares ? "unit" : "id";
    for (const Row& other : facts::rows_in(parent, kind)) {
      if (query::plain(facts::value(other, name_of_row)) == query::plain(id)) {
        return own_field(other, name);
      }
    }
  }
  return {};
}

/// Where a sentence asks for a field of the row that its step is of.
constexpr std::string_view of_row = "row";

/// The row that a step is of, in or above `row`.
Row row_of(const Row& row, const Step& step) {
  const Kind kind = facts::find_kind(step.row)->kind;
  if (kind <= row.kind) return facts::ancestor(row, kind);
  for (Row& one : facts::rows_in(row, kind)) {
    if (facts::address(one) == step.id) return one;
  }
  return row;
}

/// Whether a step tells how the light of a unit's share of the target of `row` came about.
bool is_of_share(const Step& step, const std::string& address) {
  const bool is_below = step.id.starts_with(address + "/") &&
                        step.id.find('/', address.size() + 1) == std::string::npos;
  return is_below && step.row == facts::kind_of(Kind::shares).name;
}

/// Whether the task of `row` is in no count.
bool is_not_counted(const Row& row) {
  const Value counted = facts::value(facts::ancestor(row, Kind::tasks), "counted");
  return query::plain(counted) == "false";
}

std::vector<const Step*> steps_of_rule(const std::vector<Step>& steps, std::string_view rule) {
  std::vector<const Step*> found;
  for (const Step& step : steps) {
    if (step.rule == rule) found.push_back(&step);
  }
  return found;
}

/// The place of a step among the figures that are told.
std::size_t place_of(const Step& step) {
  const auto all = told_figures();
  const auto found = std::ranges::find(all, step.figure, &ToldFigure::name);
  return static_cast<std::size_t>(found - all.begin());
}

/// The main figure of the step at `at`: its own, or that of the next one that has one.
std::string_view main_of(const std::vector<Step>& steps, std::size_t at) {
  for (; at < steps.size(); ++at) {
    const std::size_t place = place_of(steps[at]);
    if (place == told_figures().size()) return unsaid;
    const std::string_view under = told_figures()[place].under;
    if (!under.empty()) return under;
  }
  return unsaid;
}

/// The steps of a light that are of the row at `address`.
std::vector<const Step*> light_of(const std::vector<Step>& steps, const std::string& address) {
  std::vector<const Step*> found;
  for (const Step& step : steps) {
    const bool is_its = step.id == address || is_of_share(step, address);
    if (step.figure == "light" && is_its) found.push_back(&step);
  }
  return found;
}

/// The sentence of a rule: what is said anywhere, and what goes without saying beside its value.
struct RuleSentence {
  std::string said;
  std::string rest;
};

RuleSentence sentence_of(const Asked& asked, const Step& step) {
  constexpr std::string_view mark = "‖";
  const auto key = words::named_key("rule." + std::string(step.rule));
  const std::string text(asked.words[key.value()]);
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + mark.size())};
}

bool is_same_number(const Value& a, const Value& b) {
  const auto* one = a.as<document::Number>();
  const auto* other = b.as<document::Number>();
  return one && other && one->value == other->value;
}

/// `text` with the operands of `step`, which is of `row`.
Value filled(const std::string& text, const Row& row, const Step& step) {
  return sentence(text, [&](std::string_view name) {
    if (name == "result") return step.value;
    const std::size_t dot = name.find('.');
    if (name.substr(0, dot) == of_row) {
      return query::field(row_of(row, step), name.substr(dot + 1));
    }
    const Value* operand = step.operand(name.substr(0, dot));
    if (!operand) return Value();
    // What nothing was changed from is not told, nor a sum that no limit has cut.
    const bool is_same =
        (step.figure == "light" && name == "before" &&
         query::plain(*operand) == query::plain(step.value)) ||
        (step.rule == "deducted.at_most" && name == "sum" && is_same_number(*operand, step.value));
    if (is_same) return Value();
    if (dot == std::string_view::npos) return *operand;
    return field_of_other(row, name.substr(0, dot), *operand, name.substr(dot + 1));
  });
}

}  // namespace

Value told(const Asked& asked, const Row& row, const Step& step) {
  const RuleSentence whole = sentence_of(asked, step);
  return filled(whole.said + whole.rest, row, step);
}

Value told_beside(const Asked& asked, const Row& row, const Step& step) {
  return filled(sentence_of(asked, step).said, row, step);
}

document::Steps story(const Asked& asked, const Row& row, const std::vector<Step>& steps) {
  const std::string id = facts::address(row);
  const std::string_view kind = facts::kind_of(row.kind).name;
  std::vector<Step> own;
  std::ranges::copy_if(steps, std::back_inserter(own), [&](const Step& step) {
    return (step.row == kind && step.id == id) ||
           (row.kind == Kind::indicators && is_of_share(step, id));
  });
  // What is not counted is in no class and has no light: why, and nothing of how it would stand.
  const bool is_left_out = row.kind >= Kind::tasks && is_not_counted(row);
  document::Steps story{id, {}};
  for (const MainFigure& figure : main_figures()) {
    std::vector<const Step*> of_figure;
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (!goes_without_saying(own[i].rule) && main_of(own, i) == figure.name) {
        of_figure.push_back(&own[i]);
      }
    }
    if (of_figure.empty()) continue;
    std::ranges::stable_sort(of_figure, {}, [](const Step* step) { return place_of(*step); });
    document::Steps::Step main{
        std::string(figure.name),
        std::string(asked.words[figure.label]),
        sentence(asked.words[figure.shown],
                 [&](std::string_view name) { return own_field(row, name); }),
        {}};
    if (is_left_out && (figure.name == "light" || figure.name == "class")) {
      of_figure = figure.name == "light" ? steps_of_rule(steps, "counted.by_status")
                                         : std::vector<const Step*>();
    }
    std::set<std::string> said;
    for (const Step* step : of_figure) {
      Value line = told(asked, row, *step);
      const bool is_new = said.insert(document::text(line, asked.language())).second;
      if (!line.is_absent() && is_new) main.lines.push_back(std::move(line));
    }
    story.steps.push_back(std::move(main));
  }
  return story;
}

Value for_programs(const Row& subject, document::Record more, const std::vector<Step>& steps) {
  document::List all;
  for (const Step& step : steps) {
    document::Record operands;
    for (const auto& [name, value] : step.operands) operands.rows.emplace_back(name, value);
    all.items.push_back(document::Record{{{"row", step.id},
                                          {"figure", step.figure},
                                          {"value", step.value},
                                          {"rule", step.rule},
                                          {"operands", std::move(operands)}}});
  }
  document::Record record{{{"subject", facts::kind_of(subject.kind).name}}};
  document::Record row = facts::record(subject, facts::Need::score);
  std::ranges::move(row.rows, std::back_inserter(record.rows));
  std::ranges::move(more.rows, std::back_inserter(record.rows));
  record.rows.emplace_back("steps", std::move(all));
  return record;
}

Value why_light(const Asked& asked, const facts::Row& subject, const std::vector<Step>& steps) {
  const std::string address = facts::address(subject);
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
    line.pieces.push_back(told(asked, subject, *step));
  }
  return line;
}

}  // namespace taizhang::report
