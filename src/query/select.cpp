// SPDX-License-Identifier: MIT
#include "query/select.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/fatal.h"
#include "base/look_alike.h"
#include "base/suggest.h"
#include "base/text.h"
#include "facts/world.h"
#include "query/filter/filter.h"

namespace taizhang::query {

using base::Exit;
using base::Fatal;
using facts::Kind;
using facts::Row;

namespace {

std::vector<std::string_view> views(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

[[noreturn]] void fail_unknown(base::Bilingual message, const std::string& given,
                               const std::vector<std::string>& known) {
  throw Fatal(Exit::usage, {message, {given}}, base::near_or_all(given, views(known)));
}

/// The machine name of a status, by that name or by the word for it in either language.
std::string status_named(const std::string& given) {
  std::vector<std::string> names;
  for (const facts::Known& known : facts::find_field(Kind::tasks, "status")->field->known({})) {
    const auto* word = known.value.as<document::Word>();
    if (word->name == given || word->label.zh == given || word->label.en == given) {
      return std::string(word->name);
    }
    names.emplace_back(word->name);
  }
  fail_unknown({"没有“{0}”这个状态", "there is no status “{0}”"}, given, names);
}

}  // namespace

std::optional<int> whole_number(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string unit_name(const facts::World& world, const std::string& given) {
  if (const auto name = world.unit_named(given)) return *name;
  // People leave out the place that all names begin with: 工信局 where only one unit ends so.
  std::set<std::string> meant;
  for (const std::string& name : world.unit_names()) {
    if (!given.empty() && name.ends_with(given))
      meant.insert(world.unit_named(name).value_or(name));
  }
  if (meant.size() == 1) return *meant.begin();
  fail_unknown({"没有“{0}”这个单位", "there is no unit “{0}”"}, given, world.unit_names());
}

std::string section_number(const facts::World& world, const std::string& given) {
  std::vector<std::string> known;
  for (const Row& section : facts::rows(world, Kind::sections)) {
    const std::string no = plain(facts::value(section, "no"));
    const std::string title = plain(facts::value(section, "title"));
    if (no == given || title == given) return no;
    known.push_back(title);
  }
  fail_unknown({"没有“{0}”这个板块", "there is no section “{0}”"}, given, known);
}

std::vector<Condition> conditions(const facts::World& world, const Selection& selection) {
  std::vector<Condition> all;
  if (!selection.section.empty()) {
    all.push_back({"section", Test::equals, section_number(world, selection.section)});
  }
  if (!selection.unit.empty()) {
    const std::string_view of = facts::kind_of(Kind::tasks).name;
    const std::string unit = unit_name(world, selection.unit);
    all.push_back({std::string(of), Test::meets, "units:" + filter::quoted(unit)});
  }
  if (!selection.status.empty()) {
    all.push_back({"status", Test::equals, status_named(selection.status)});
  }
  if (!selection.filter.empty()) {
    const std::string_view of = selection.of_tasks ? facts::kind_of(Kind::tasks).name : "";
    all.push_back({std::string(of), Test::meets, selection.filter});
  }
  return all;
}

std::optional<Row> find_by_no(const facts::World& world, const std::string& given) {
  std::optional<Row> found;
  for (const Row& task : facts::rows(world, Kind::tasks)) {
    const Value written = facts::value(task, "no");
    if (written.is_absent()) continue;
    const std::string no = plain(written);
    const std::string plan = plain(facts::value(task, "plan"));
    if (given != no && given != plan + "/" + no) continue;
    if (found) return std::nullopt;
    found = task;
  }
  return found;
}

namespace {

/// The only task whose title has all of the words that stand in `words`; nothing where none has.
std::optional<Row> find_by_title(const facts::World& world, const std::string& words) {
  const auto wanted = base::split(words, ' ');
  std::vector<Row> found;
  for (const Row& task : facts::rows(world, Kind::tasks)) {
    const std::string title = plain(facts::value(task, "title"));
    const bool has_all = std::ranges::all_of(
        wanted, [&](std::string_view word) { return title.find(word) != title.npos; });
    if (has_all) found.push_back(task);
  }
  if (found.empty()) return std::nullopt;
  if (found.size() == 1) return found.front();
  constexpr std::size_t most = 10;
  std::vector<std::string> titles;
  for (const Row& task : found) {
    if (titles.size() == most) break;
    titles.push_back(
        document::text(facts::find_field(Kind::tasks, "item")->shown(task), base::Language::en) +
        " " + plain(facts::value(task, "title")));
  }
  if (found.size() > most) titles.emplace_back("…");
  throw Fatal(Exit::usage,
              {{"标题里有“{0}”的任务有 {1} 项", "{1} tasks have “{0}” in their title"},
               {words, static_cast<long long>(found.size())}},
              {{"写序号：{0}", "write an item: {0}"}, {base::joined(titles, "; ")}});
}

}  // namespace

Row find_task(const facts::World& world, const std::string& address) {
  const std::size_t slash = address.rfind('/');
  const bool with_plan = slash != std::string::npos;
  const auto item = whole_number(with_plan ? address.substr(slash + 1) : address);
  if (!item) {
    if (const auto task = find_by_no(world, address)) return *task;
    if (const auto task = find_by_title(world, address)) return *task;
    const filter::Test has_it = filter::meaning(world, Kind::tasks, filter::quoted(address));
    const auto tasks = facts::rows(world, Kind::tasks);
    const auto speaking = std::ranges::count_if(
        tasks, [&](const Row& task) { return has_it(task) == filter::Truth::yes; });
    if (speaking > 0) {
      throw Fatal(Exit::usage,
                  {{"没有任务的标题里有“{0}”，说到它的任务有 {1} 项",
                    "no title has “{0}”; {1} {1|task speaks|tasks speak} of it"},
                   {address, static_cast<long long>(speaking)}},
                  {{"看有哪些：taizhang list {0}", "see which: taizhang list {0}"}, {address}});
    }
    throw Fatal(Exit::usage,
                {{"“{0}”不是任务序号，也没有任务的标题里有它",
                  "“{0}” is no item number, and no title has it"},
                 {address}},
                {{"写序号如 14、“计划编号/序号”如 {0}/14，或标题里的词",
                  "write an item such as 14, plan/item such as {0}/14, or words of a title"},
                 {world.plans().empty() ? std::string("2023") : world.plans().front().plan->id}});
  }
  const std::string number = std::to_string(*item);
  std::vector<Row> found;
  std::vector<std::string> addresses;
  for (const Row& task : facts::rows(world, Kind::tasks)) {
    if (plain(facts::value(task, "item")) != number) continue;
    if (with_plan && plain(facts::value(task, "plan")) != address.substr(0, slash)) continue;
    found.push_back(task);
    addresses.push_back(facts::address(task));
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    throw Fatal(Exit::usage, {{"没有“{0}”这项任务", "there is no task {0}"}, {address}},
                {{"运行 taizhang list 看有哪些任务", "run taizhang list to see the tasks"}, {}});
  }
  throw Fatal(Exit::usage,
              {{"“{0}”指到 {1} 项任务", "{0} names {1} tasks"},
               {address, static_cast<long long>(found.size())}},
              {{"写明计划：{0}", "name the plan: {0}"}, {base::joined(addresses, ", ")}});
}

facts::Asked find_column(Kind kind, const std::string& name) {
  if (const auto field = facts::find_field(kind, name)) return *field;
  std::vector<std::string> known;
  for (Kind at = kind;; at = facts::kind_of(at).parent) {
    for (const facts::Field& field : facts::kind_of(at).fields()) {
      known.push_back(field.name);
      known.emplace_back(field.title.zh);
      for (const std::string_view other : base::split(field.also, ' ')) {
        if (!other.empty()) known.emplace_back(other);
      }
      for (const facts::Part& part : field.parts) {
        known.push_back(field.name + "." + std::string(part.name));
      }
    }
    if (facts::kind_of(at).parent == at) break;
  }
  Fatal fatal(
      Exit::usage,
      {{"{0}没有“{1}”这个字段", "{0} have no field “{1}”"}, {facts::kind_of(kind).title, name}},
      {{"运行 taizhang fields {0} 看有哪些字段", "run taizhang fields {0} to see them"},
       {facts::kind_of(kind).name}});
  const std::string plain_name = base::plain_form(name);
  const auto near = facts::find_field(kind, plain_name) ? std::optional(plain_name)
                                                        : base::suggestion(name, views(known));
  if (const auto meant = near ? near : base::half_alike(name, views(known))) {
    fatal.help = {{"是不是“{0}”？", "did you mean “{0}”?"}, {*meant}};
  }
  // What lies in such rows may have it.
  for (const facts::KindOfRow* other : facts::kinds()) {
    const bool inside = other->parent == kind && other->kind != kind;
    if (!inside || !facts::find_field(other->kind, name)) continue;
    fatal.help = {{"{0}有这个字段：加 --rows {1}", "{0} have it: add --rows {1}"},
                  {other->title, other->name}};
    break;
  }
  throw fatal;
}

}  // namespace taizhang::query
