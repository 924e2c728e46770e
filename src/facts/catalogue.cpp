// SPDX-License-Identifier: MIT
#include "facts/catalogue.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

#include "base/capital.h"
#include "base/text.h"
#include "facts/kinds.h"

namespace taizhang::facts {

using document::List;
using document::Record;

namespace {

// In the order of `Kind`.
const KindOfRow* const table[] = {
    &plans_kind,       &sections_kind,        &units_kind,   &tasks_kind,      &duties_kind,
    &indicators_kind,  &unit_indicators_kind, &shares_kind,  &milestones_kind, &readings_kind,
    &periods_kind,     &progress_kind,        &issues_kind,  &steps_kind,      &inspections_kind,
    &assessments_kind, &orders_kind,          &changes_kind, &deductions_kind, &events_kind,
};

constexpr std::string_view written_prefix = "written.";

/// What every row has.
const Field address_field =
    of_file("address", {"地址", "Address"}, Type::text,
            {"这一行的名称：2023/14/piles", "what the row is called: 2023/14/piles"}, address);
const Field parent_field =
    of_file("parent", {"所属", "Lies in"}, Type::text,
            {"它所在的指标、任务或计划的地址",
             "the address of what it lies in: an indicator, a task, a plan"},
            [](const Row& row) {
              const KindOfRow& kind = kind_of(row.kind);
              const bool lies_in_nothing = kind.parent == kind.kind;
              return lies_in_nothing ? std::string() : address(ancestor(row, kind.parent));
            });
const Field* const of_every_row[] = {&address_field, &parent_field};

using FieldsByName = std::unordered_map<std::string_view, const Field*>;

/// The fields of a kind by all that they are called: of two that share a name the one whose own it
/// is, else the first.
FieldsByName by_name(Kind kind) {
  FieldsByName all;
  for (const Field* field : of_every_row) all.emplace(field->name, field);
  const std::vector<Field>& fields = kind_of(kind).fields();
  for (const Field& field : fields) all.emplace(field.name, &field);
  for (const Field& field : fields) {
    all.emplace(field.title.zh, &field);
    all.emplace(field.title.en, &field);
    for (const std::string_view other : base::split(field.also, ' ')) {
      if (!other.empty()) all.emplace(other, &field);
    }
  }
  for (const Field& field : fields) {
    if (!field.key.empty()) all.emplace(field.key, &field);
  }
  return all;
}

const Field* own_field(Kind kind, std::string_view name) {
  // Each kind by itself: the fields of one may be made of those of another.
  static std::array<std::pair<std::once_flag, FieldsByName>, std::size(table)> all;
  auto& one = all[static_cast<std::size_t>(kind)];
  std::call_once(one.first, [&one, kind] { one.second = by_name(kind); });
  const FieldsByName& fields = one.second;
  const auto found = fields.find(name);
  return found == fields.end() ? nullptr : found->second;
}

/// The name of the part of a record that is called `name`, in any language; nothing where there is
/// none. What a file names itself (a unit) is called as it is.
std::optional<std::string> part_called(const Field& field, std::string_view name) {
  if (field.parts.empty()) return std::string(name);
  for (const Part& part : field.parts) {
    if (part.name == name || part.title.zh == name || part.title.en == name) {
      return std::string(part.name);
    }
  }
  return std::nullopt;
}

bool lies_in_nothing(const KindOfRow& kind) { return kind.parent == kind.kind; }

/// The names by which a row below plans is told where it lies.
void add_whereabouts(Record& record, const Row& row) {
  record.rows.emplace_back("address", address(row));
  if (row.kind == Kind::plans) return;
  record.rows.emplace_back("plan", row.plan->plan->id);
  if (row.task && row.kind != Kind::tasks) {
    record.rows.emplace_back("item", value(row, "item"));
  }
}

Record fields_of(const Row& row, Need most) {
  Record record;
  Record written;
  for (const Field& field : kind_of(row.kind).fields()) {
    if (field.need > most) continue;
    if (std::string_view(field.name).starts_with(written_prefix)) {
      written.rows.emplace_back(field.name.substr(written_prefix.size()), field.get(row));
    } else {
      record.rows.emplace_back(field.name, field.get(row));
    }
  }
  for (const KindOfRow* kind : table) {
    if (kind->parent != row.kind || lies_in_nothing(*kind) || kind->list.empty()) continue;
    List list;
    kind->each(row, [&](const Row& child) { list.items.emplace_back(fields_of(child, most)); });
    record.rows.emplace_back(kind->list, std::move(list));
  }
  if (!written.rows.empty()) record.rows.emplace_back("written", std::move(written));
  return record;
}

void each_in(const Row& parent, Kind kind, const Visit& visit) {
  const KindOfRow& wanted = kind_of(kind);
  if (wanted.parent == parent.kind) return wanted.each(parent, visit);
  each_in(parent, wanted.parent, [&](const Row& between) { wanted.each(between, visit); });
}

/// Kinds that have some of the tasks of their plan, in which these lie.
bool has_tasks_of_plan(Kind kind) { return kind == Kind::sections || kind == Kind::units; }

/// Whether the task of `row` is one of the section or unit `owner`.
bool has_task(const Row& owner, const Row& row) {
  if (owner.kind == Kind::sections) {
    const auto& no = owner.as<model::Section>().no;
    return no && row.task->task().section.value == no.value;
  }
  const auto& name = owner.as<model::Unit>().name;
  return std::ranges::any_of(row.world->duties(*row.plan, *row.task),
                             [&](const auto& one) { return one.duty.unit == *name; });
}

}  // namespace

std::span<const KindOfRow* const> kinds() { return table; }

const KindOfRow& kind_of(Kind kind) { return *table[static_cast<std::size_t>(kind)]; }

const KindOfRow* find_kind(std::string_view name) {
  for (const KindOfRow* kind : table) {
    if (kind->name == name || kind->title.zh == name) return kind;
  }
  return nullptr;
}

std::vector<const Field*> own_fields(Kind kind) {
  std::vector<const Field*> all(std::begin(of_every_row), std::end(of_every_row));
  for (const Field& field : kind_of(kind).fields()) all.push_back(&field);
  return all;
}

Row ancestor(Row row, Kind kind) {
  while (row.kind != kind) {
    row.kind = kind_of(row.kind).parent;
    row.part = nullptr;
  }
  return row;
}

std::optional<Asked> find_field(Kind kind, std::string_view name) {
  for (Kind at = kind;; at = kind_of(at).parent) {
    if (const Field* field = own_field(at, name)) return Asked{at, field, {}};
    const std::size_t dot = name.rfind('.');
    if (dot != std::string_view::npos) {
      const Field* field = own_field(at, name.substr(0, dot));
      if (field && field->type == Type::record) {
        if (const auto part = part_called(*field, name.substr(dot + 1))) {
          return Asked{at, field, *part};
        }
      }
    }
    if (lies_in_nothing(kind_of(at))) return std::nullopt;
  }
}

Type Asked::type() const {
  const auto found = std::ranges::find(field->parts, part, &Part::name);
  return found == field->parts.end() ? field->type : found->type;
}

std::vector<Known> (*Asked::known() const)(const Row&) {
  if (part.empty()) return field->known;
  const auto found = std::ranges::find(field->parts, part, &Part::name);
  return found == field->parts.end() ? nullptr : found->known;
}

bool Asked::names_units() const { return known() == &all_units; }

std::string Asked::name() const { return field->name + (part.empty() ? "" : "." + part); }

Value Asked::get(const Row& row) const {
  Value value = field->get(ancestor(row, kind));
  if (part.empty()) return value;
  const Record* record = value.as<Record>();
  const Value* found = record ? record->find(part) : nullptr;
  return found ? *found : Value();
}

Value Asked::shown(const Row& row) const {
  return field->shown && part.empty() ? field->shown(ancestor(row, kind)) : get(row);
}

std::string Asked::title(base::Language language) const {
  constexpr base::Bilingual as_written{"原写的", "as written: "};
  std::string all(field->title.in(language));
  if (std::string_view(field->name).starts_with(written_prefix)) {
    all.insert(0, as_written.in(language));
  }
  for (const Part& one : field->parts) {
    if (one.name == part) all += "·" + std::string(one.title.in(language));
  }
  return base::capitalised(std::move(all));
}

Value value(const Row& row, std::string_view name) {
  const auto asked = find_field(row.kind, name);
  return asked ? asked->get(row) : Value();
}

document::Origin origin_of(const Row& row, std::string_view field) {
  return {.kind = std::string(kind_of(row.kind).name),
          .clocks = row.world->clocks(),
          .address = address(row),
          .field = std::string(field)};
}

std::vector<Row> rows(const World& world, Kind kind) {
  std::vector<Row> all;
  Row root;
  root.world = &world;
  plans_kind.each(root, [&](const Row& plan) {
    if (kind == Kind::plans) return all.push_back(plan);
    each_in(plan, kind, [&](const Row& row) { all.push_back(row); });
  });
  return all;
}

std::vector<Row> rows_in(const Row& parent, Kind kind) {
  if (parent.kind == kind) return {parent};
  std::vector<Row> all;
  if (!has_tasks_of_plan(parent.kind)) {
    each_in(parent, kind, [&](const Row& row) { all.push_back(row); });
    return all;
  }
  // Tasks lie in plans; whose they are they say themselves.
  for (const Row& row : rows_in(ancestor(parent, Kind::plans), kind)) {
    if (row.task && has_task(parent, row)) all.push_back(row);
  }
  return all;
}

bool can_hold(Kind outer, Kind inner) {
  if (outer == inner) return false;
  const Kind holder = has_tasks_of_plan(outer) ? Kind::tasks : outer;
  while (inner != holder && kind_of(inner).parent != inner) inner = kind_of(inner).parent;
  return inner == holder;
}

std::string address(const Row& row) {
  const KindOfRow& kind = kind_of(row.kind);
  if (lies_in_nothing(kind)) return kind.name_of(row);
  return address(ancestor(row, kind.parent)) + "/" + kind.name_of(row);
}

Record record(const Row& row, Need most) {
  Record all;
  add_whereabouts(all, row);
  Record own = fields_of(row, most);
  std::move(own.rows.begin(), own.rows.end(), std::back_inserter(all.rows));
  return all;
}

Record record(const Row& row, const std::vector<Asked>& fields,
              const std::vector<std::string>& names) {
  Record record;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    record.rows.emplace_back(names[i], fields[i].get(row));
  }
  return record;
}

// -- what kinds/ share --------------------------------------------------------------------------

std::vector<Field> arranged(std::vector<Field> computed, std::vector<Field> stored,
                            std::initializer_list<std::string_view> nested) {
  std::erase_if(stored, [&](const Field& field) {
    return std::find(nested.begin(), nested.end(), field.name) != nested.end();
  });
  const auto take = [&](const std::string& name) -> std::optional<Field> {
    const auto found = std::find_if(stored.begin(), stored.end(),
                                    [&](const Field& field) { return field.name == name; });
    if (found == stored.end()) return std::nullopt;
    Field field = std::move(*found);
    stored.erase(found);
    return field;
  };
  std::vector<Field> fields;
  std::vector<Field> written;
  for (Field& field : computed) {
    std::optional<Field> replaced = take(field.name);
    if (!field.get) {
      if (field.known) replaced->known = field.known;
      if (!field.also.empty()) replaced->also = field.also;
      if (!field.title.zh.empty()) replaced->title = field.title;
      fields.push_back(std::move(replaced.value()));
      continue;
    }
    if (replaced) {
      field.key = replaced->key;
      if (!field.known) field.known = replaced->known;
      field.may_be_several |= replaced->may_be_several;
      replaced->name = std::string(written_prefix) + replaced->name;
      written.push_back(std::move(*replaced));
    }
    fields.push_back(std::move(field));
  }
  std::move(stored.begin(), stored.end(), std::back_inserter(fields));
  std::move(written.begin(), written.end(), std::back_inserter(fields));
  return fields;
}

void mark_unit_names(std::vector<Field>& fields, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const auto found = std::ranges::find(fields, name, &Field::name);
    if (found == fields.end()) throw std::logic_error("no field " + std::string(name));
    found->known = all_units;
  }
}

std::vector<Field> joined(std::initializer_list<std::vector<Field>> lists) {
  std::vector<Field> all;
  for (const std::vector<Field>& list : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

std::string place(const Row& row) { return "#" + std::to_string(row.index + 1); }

Value number_in(const Row& row, Type type, const std::optional<base::Ratio>& fraction) {
  static constexpr std::pair<Type, Form> forms[] = {{Type::percent, Form::percent},
                                                    {Type::points, Form::points},
                                                    {Type::ratio, Form::ratio},
                                                    {Type::score, Form::score}};
  for (const auto& [of, form] : forms) {
    if (of == type) return in_form(fraction, form);
  }
  return amount_of(row, fraction);
}

std::string measure_unit(const Row& row) { return row.indicator->indicator->unit.value_or(""); }

std::string place_unit(const Row& row) {
  const std::string unit = measure_unit(row);
  return unit.empty() || unit == "%" ? "位" : unit;
}

Field field_through(Row (*as)(const Row&), Kind kind, std::string_view name,
                    Value (*shown)(const Row&)) {
  Field field = *find_field(kind, name)->field;
  field.get = [as, get = field.get](const Row& row) { return get(as(row)); };
  field.shown = shown;
  return field;
}

Value days_until(const Row& row, const std::optional<base::Date>& date) {
  return date ? Value(base::days_between(row.world->clocks().as_of, *date)) : Value();
}

}  // namespace taizhang::facts
