// SPDX-License-Identifier: MIT
//
// What may stand at the cursor. The shells send the line, and all that is known of words is known
// here, from the tables of commands, options, kinds and fields and from the ledger at hand:
//
//   taizhang list lead:市工|      → lead:市工信局
//   taizhang stats --rows ind|    → indicators
//
// A ledger is read and measured only where its own words are asked for. Whatever is wrong with it
// is for other commands to say.
#include "command/complete.h"

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "check/rules.h"
#include "command/topics.h"
#include "facts/catalogue.h"
#include "load/schema.h"
#include "model/enums.h"
#include "pipeline.h"
#include "query/saved.h"
#include "render/findings.h"
#include "render/format.h"
#include "report/reports.h"

namespace taizhang::command {

using facts::Kind;

ShellLine parted_line(const std::string& text) {
  ShellLine line;
  bool begun = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (line.quote) {
      if (c == line.quote) {
        line.quote = 0;
      } else if (c == '\\' && line.quote == '"' && i + 1 < text.size()) {
        line.current += text[++i];
      } else {
        line.current += c;
      }
    } else if (c == '\'' || c == '"') {
      line.quote = c;
      begun = true;
    } else if (c == ' ' || c == '\t' || c == '\n') {
      if (begun) line.words.push_back(std::exchange(line.current, {}));
      begun = false;
    } else {
      if (c == '\\' && i + 1 < text.size()) ++i;
      line.current += text[i];
      begun = true;
    }
  }
  return line;
}

void DeclaredOptions::add(std::string_view names, std::string_view type, base::Bilingual about,
                          bool repeated) {
  One one{{}, std::string(type), std::string(about.in(language_)), repeated};
  for (const std::string_view name : base::split(names, ',')) one.names.emplace_back(name);
  options.push_back(std::move(one));
}
void DeclaredOptions::positional(const char* name, std::string&, base::Bilingual about) {
  words.push_back({{}, name, std::string(about.in(language_)), false});
}
void DeclaredOptions::rest(const char* name, std::vector<std::string>&, base::Bilingual about) {
  words.push_back({{}, name, std::string(about.in(language_)), true});
}
void DeclaredOptions::option(const char* names, std::string&, const char* type,
                             base::Bilingual about) {
  add(names, type, about, false);
}
void DeclaredOptions::flag(const char* names, bool&, base::Bilingual about) {
  add(names, "", about, false);
}
void DeclaredOptions::repeated(const char* names, std::vector<std::string>&, const char* type,
                               base::Bilingual about) {
  add(names, type, about, true);
}

namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

class Completer {
 public:
  Completer(const ShellLine& line, const Context& context)
      : line_(line), context_(context), common_(context.language), own_(context.language) {
    GlobalOptions nothing;
    declare_common(common_, nothing);
    for (std::size_t i = 1; i < line.words.size(); ++i) look_at(i);
  }

  Completion completed();

  // -- sources of values, for the table ----------------------------------------------------------

  void nothing() {}
  void files() { result_.paths = Completion::Paths::files; }
  void folders() { result_.paths = Completion::Paths::folders; }
  void formats() { put_names(render::document_formats()); }
  void finding_formats() { put_names(render::finding_formats()); }
  void export_formats() {
    for (const std::string_view name : export_format_names()) put(name);
  }
  void file_kinds() { put_names(load::file_kinds()); }
  void reports() { put_names(report::reports()); }
  void colours() {
    for (const std::string_view word : colour_words) put(word);
  }
  void languages() {
    for (const std::string_view word : language_words) put(word);
  }
  void shells() {
    for (const std::string_view word : {"bash", "fish", "zsh"}) put(word);
  }
  void steps() {
    for (const std::string_view word : {"week", "month"}) put(word);
  }
  void topics() {
    for (const std::string& name : topic_names(line_.current)) put(name);
    for (const std::string_view name : {"indicator.", "task.", "plan."}) put(name);
  }
  void kinds() {
    for (const facts::KindOfRow* kind : facts::kinds()) put(kind->name, in(kind->title));
  }
  void rules() {
    const std::string head = head_to(",");
    for (const check::Rule* rule : check::rules())
      put(head + std::string(rule->code), in(rule->summary));
  }
  void statuses() {
    for (const auto& row : model::Names<model::Status>::table) {
      put(is_ascii(line_.current) ? row.name : row.label.zh, row.label.zh);
    }
  }
  void dates();
  void fields();
  void plans() {
    each_plan([&](const facts::Row& plan) { put(text_of(plan, "id"), text_of(plan, "title")); });
  }
  void sections() {
    each_row(Kind::sections, [&](const facts::Row& section) {
      put(text_of(section, "no"), text_of(section, "title"));
    });
  }
  void units() {
    if (!world()) return;
    for (const std::string& name : world()->unit_names()) put(name);
  }
  void items();
  void subjects();
  void filter();

 private:
  /// Take the word at `i` into account; an option takes the next one with it.
  void look_at(std::size_t& i);

  const DeclaredOptions::One* option_named(std::string_view name) const {
    for (const DeclaredOptions* table : {&common_, &own_}) {
      for (const DeclaredOptions::One& one : table->options) {
        if (std::ranges::find(one.names, name) != one.names.end()) return &one;
      }
    }
    return nullptr;
  }
  std::string value_of(std::string_view name) const {
    for (const auto& [option, value] : seen_) {
      const bool is_it =
          option ? std::ranges::find(option->names, name) != option->names.end() : name.empty();
      if (is_it) return value;
    }
    return {};
  }

  void put(std::string_view text, std::string_view about = {}) {
    const std::string whole = before_ + std::string(text);
    if (!whole.starts_with(line_.current) || whole == line_.current) return;
    const auto is_it = [&](const Candidate& one) { return one.text == whole; };
    if (std::ranges::any_of(result_.candidates, is_it)) return;
    result_.candidates.push_back({whole, std::string(about)});
  }
  template <class Table>
  void put_names(const Table& table) {
    for (const auto& row : table) put(row.name, in(row.about));
  }
  std::string_view in(base::Bilingual text) const { return text.in(context_.language); }

  /// The part of the word that is left as it is, up to the last of `signs`.
  std::string head_to(std::string_view signs) const {
    const std::string current = line_.current.substr(before_.size());
    const std::size_t at = current.find_last_of(signs);
    return at == current.npos ? "" : current.substr(0, at + 1);
  }

  void values_of(std::string_view type);
  void options();
  void terms(const std::string& head, std::string term);
  void field_names(const std::string& head, const std::string& begun);
  void field_values(const std::string& head, const std::string& name);
  Kind kind() const;

  /// The ledger at hand on the day; null where there is none that can be read.
  const facts::World* world();
  template <class Visit>
  void each_row(Kind kind, const Visit& visit) {
    if (!world()) return;
    for (const facts::Row& row : facts::rows(*world(), kind)) visit(row);
  }
  template <class Visit>
  void each_plan(const Visit& visit) {
    each_row(Kind::plans, visit);
  }
  std::string text_of(const facts::Row& row, std::string_view field) const {
    return document::text(facts::value(row, field), context_.language);
  }
  /// `14`, or `2023/14` where several plans are in view.
  std::string address_of(const facts::Row& row) {
    const std::string address = facts::address(row);
    return world()->several_plans() ? address : address.substr(address.find('/') + 1);
  }

  const ShellLine& line_;
  const Context& context_;
  DeclaredOptions common_;
  DeclaredOptions own_;
  const Command* command_ = nullptr;
  std::size_t words_ = 0;  ///< behind the command
  /// Options with their values; words have none.
  std::vector<std::pair<const DeclaredOptions::One*, std::string>> seen_;
  const DeclaredOptions::One* awaits_ = nullptr;  ///< the option whose value comes next
  std::string before_;  ///< what stands in the word before the value: `--format=`
  Completion result_;
  bool looked_ = false;
  model::Ledger ledger_;
  std::unique_ptr<pipeline::Measured> measured_;
  const facts::World* world_ = nullptr;
};

/// What a value or a word is, by how the help of the command calls it; the rows of one command come
/// before those of all.
struct Source {
  std::string_view command;
  std::string_view type;
  void (Completer::*put)();
};
constexpr Source sources[] = {
    {"check", "FORMAT", &Completer::finding_formats},
    {"export", "FORMAT", &Completer::export_formats},
    {"form", "FORMAT", &Completer::nothing},
    {"schema", "FILE", &Completer::file_kinds},
    {"", "ADDRESS", &Completer::items},
    {"", "BREAKS", &Completer::nothing},
    {"", "DATE", &Completer::dates},
    {"", "DIR", &Completer::folders},
    {"", "FIELD", &Completer::fields},
    {"", "FIELDS", &Completer::fields},
    {"", "FILE", &Completer::files},
    {"", "FILTER", &Completer::filter},
    {"", "FORMAT", &Completer::formats},
    {"", "FROM", &Completer::dates},
    {"", "HEAD=KIND", &Completer::nothing},
    {"", "ID", &Completer::plans},
    {"", "ITEM", &Completer::nothing},
    {"", "KIND", &Completer::kinds},
    {"", "LANG", &Completer::languages},
    {"", "MONTH", &Completer::dates},
    {"", "N", &Completer::nothing},
    {"", "NAME", &Completer::units},
    {"", "NAMES", &Completer::nothing},
    {"", "NO", &Completer::sections},
    {"", "NUMBER", &Completer::nothing},
    {"", "PATH", &Completer::files},
    {"", "PERIOD", &Completer::dates},
    {"", "REPORT", &Completer::reports},
    {"", "RULES", &Completer::rules},
    {"", "S", &Completer::nothing},
    {"", "SELECT", &Completer::nothing},
    {"", "SHELL", &Completer::shells},
    {"", "STATUS", &Completer::statuses},
    {"", "STEP", &Completer::steps},
    {"", "TARGET", &Completer::files},
    {"", "TASK", &Completer::items},
    {"", "TEXT", &Completer::nothing},
    {"", "TITLE", &Completer::nothing},
    {"", "TO", &Completer::dates},
    {"", "TOPIC", &Completer::topics},
    {"", "UNIT", &Completer::units},
    {"", "WEEK", &Completer::dates},
    {"", "WHAT", &Completer::subjects},
    {"", "WHEN", &Completer::colours},
    {"", "WORD", &Completer::nothing},
    {"", "YEAR", &Completer::nothing},
};

const Source* source_of(std::string_view command, std::string_view type) {
  for (const Source& one : sources) {
    if (one.type == type && (one.command.empty() || one.command == command)) return &one;
  }
  return nullptr;
}

void Completer::look_at(std::size_t& i) {
  const std::string& word = line_.words[i];
  if (word.starts_with('-') && word.size() > 1) {
    const std::size_t sign = word.starts_with("--") ? word.find('=') : word.npos;
    const DeclaredOptions::One* option = option_named(word.substr(0, sign));
    if (!option || option->type.empty()) return;
    if (sign != word.npos) {
      seen_.emplace_back(option, word.substr(sign + 1));
    } else if (i + 1 < line_.words.size()) {
      seen_.emplace_back(option, line_.words[++i]);
    } else {
      awaits_ = option;
    }
    return;
  }
  if (command_) {
    ++words_;
    seen_.emplace_back(nullptr, word);
    return;
  }
  for (const Command* command : commands()) {
    if (command->name != word) continue;
    command_ = command;
    command->set_up(own_);
  }
}

Completion Completer::completed() {
  const std::string& current = line_.current;
  if (awaits_) {
    values_of(awaits_->type);
    return std::move(result_);
  }
  if (current.starts_with("--") && current.find('=') != current.npos) {
    const std::size_t sign = current.find('=');
    if (const DeclaredOptions::One* option = option_named(current.substr(0, sign))) {
      before_ = current.substr(0, sign + 1);
      values_of(option->type);
    }
    return std::move(result_);
  }
  if (current.starts_with('-') && !line_.quote) {
    options();
    return std::move(result_);
  }
  if (!command_) {
    for (const Command* command : commands()) put(command->name, in(command->summary));
    return std::move(result_);
  }
  if (own_.words.empty()) return std::move(result_);
  const std::size_t at = std::min(words_, own_.words.size() - 1);
  if (at == words_ || own_.words[at].repeated) values_of(own_.words[at].type);
  return std::move(result_);
}

void Completer::values_of(std::string_view type) {
  if (const Source* source = source_of(command_ ? command_->name : "", type)) {
    (this->*source->put)();
  }
}

void Completer::options() {
  for (const DeclaredOptions* table : {&own_, &common_}) {
    for (const DeclaredOptions::One& one : table->options) {
      for (const std::string& name : one.names) {
        if (name.starts_with("--") || line_.current == "-") put(name, one.about);
      }
    }
  }
  put("--help");
  if (!command_) put("--version");
}

void Completer::dates() {
  const std::string today = base::iso(context_.io.today);
  for (const std::string& date : {today, today.substr(0, 7), today.substr(0, 4)}) {
    put(date);
  }
  for (const std::string_view word :
       {"today", "-7d", "今天", "7天前", "月初", "月底", "上月底", "季末", "年初", "年底"}) {
    put(word);
  }
}

void Completer::items() {
  each_row(Kind::tasks,
           [&](const facts::Row& task) { put(address_of(task), text_of(task, "title")); });
}

/// What explain takes: a task or an indicator, a unit, a section, a plan, a rule.
void Completer::subjects() {
  if (line_.current.find('/') == line_.current.npos) {
    items();
    if (!is_ascii(line_.current)) units();
    rules();
  } else {
    if (world() && world()->several_plans()) items();
    each_row(Kind::indicators,
             [&](const facts::Row& one) { put(address_of(one), text_of(one, "name")); });
  }
}

/// The kind of row that the command line speaks of.
Kind Completer::kind() const {
  if (const facts::KindOfRow* kind = facts::find_kind(value_of("--rows"))) return kind->kind;
  if (command_ && command_->name == "list") {
    const std::string first = value_of("");
    if (first.starts_with('@') && world_) {
      if (const auto saved = query::find_saved(*world_, first.substr(1, first.find(' ') - 1))) {
        return saved->rows;
      }
    }
  }
  return Kind::tasks;
}

/// The fields of the rows and of what they lie in: in Chinese where such a name has been begun.
void Completer::field_names(const std::string& head, const std::string& begun) {
  for (Kind at = kind();; at = facts::kind_of(at).parent) {
    for (const facts::Field* field : facts::own_fields(at)) {
      if (is_ascii(begun)) {
        put(head + field->name, in(field->title));
      } else {
        put(head + std::string(field->title.zh), field->name);
      }
    }
    if (facts::kind_of(at).parent == at) break;
  }
}

void Completer::fields() {
  const std::string current = line_.current.substr(before_.size());
  std::string head = head_to(",");
  std::string begun = current.substr(head.size());
  if (begun.starts_with('-')) {
    head += "-";
    begun.erase(0, 1);
  }
  field_names(head, begun);
}

void Completer::filter() {
  world();  // the kind of row may be that of a saved query of the ledger
  const std::string current = line_.current.substr(before_.size());
  // Within one pair of quotes terms stand with blanks between them.
  std::size_t at = current.find_last_of(" (");
  at = at == current.npos ? 0 : at + 1;
  if (at < current.size() && current[at] == '-') ++at;
  terms(current.substr(0, at), current.substr(at));
}

/// The terms that begin with `term`; `head` is what stands before it.
void Completer::terms(const std::string& head, std::string term) {
  if (term.starts_with('@')) {
    for (const query::SavedQuery& one : query::saved_queries())
      put(head + "@" + std::string(one.name), in(one.about));
    if (!world()) return;
    for (const std::string_view name : query::names_of_saved(*world()))
      put(head + "@" + std::string(name));
    return;
  }
  // Both the colon of a Chinese keyboard and signs of two characters.
  constexpr std::string_view signs[] = {"：", ":", "!=", "<=", ">=", "=", "<", ">"};
  std::size_t sign = term.npos;
  std::size_t size = 0;
  for (const std::string_view one : signs) {
    if (const std::size_t found = term.find(one); found < sign) {
      sign = found;
      size = one.size();
    }
  }
  if (sign != term.npos) {
    field_values(head + term.substr(0, sign + size), term.substr(0, sign));
    return;
  }
  const std::size_t before = result_.candidates.size();
  const Completion others = result_;
  field_names(head, term);
  if (std::string_view("has").starts_with(term))
    put(head + "has", in({"有没有", "whether it is there"}));
  for (std::size_t i = before; i < result_.candidates.size(); ++i)
    result_.candidates[i].text += ":";
  if (result_.candidates.size() != before + 1) return;
  // The only field: its values at once.
  const Candidate only = result_.candidates.back();
  result_ = others;
  const std::string name = only.text.substr(before_.size() + head.size());
  field_values(head + name, name.substr(0, name.size() - 1));
  if (result_.candidates.size() == before) result_.candidates.push_back(only);
}

/// The values that a field has in the ledger; those after a comma, too.
void Completer::field_values(const std::string& start, const std::string& name) {
  const std::string current = line_.current.substr(before_.size());
  std::string head = start;
  if (const std::size_t comma = current.rfind(','); comma != current.npos && comma >= head.size()) {
    head = current.substr(0, comma + 1);
  }
  const std::string begun = current.size() > head.size() ? current.substr(head.size()) : "";
  if (name == "has") {
    field_names(head, begun);
    for (const facts::KindOfRow* one : facts::kinds())
      put(head + std::string(one->name), in(one->title));
    return;
  }
  const std::size_t dot = name.find('.');
  const facts::KindOfRow* part = facts::find_kind(name.substr(0, dot));
  auto field = facts::find_field(kind(), name);
  if (!field && part && dot != name.npos)
    field = facts::find_field(part->kind, name.substr(dot + 1));
  if (!field) return;
  if (field->field->known && field->part.empty()) {
    each_plan([&](const facts::Row& plan) {
      for (const facts::Known& known : field->field->known(plan)) {
        const std::string label = document::text(known.label, context_.language);
        if (const auto* word = known.value.as<document::Word>()) {
          const bool zh = !is_ascii(begun);
          put(head + std::string(zh ? word->label.zh : word->name),
              zh ? word->name : word->label.zh);
        } else {
          put(head + document::text(known.value, context_.language), label);
        }
      }
    });
    return;
  }
  switch (field->type()) {
    case facts::Type::yes_no:
      for (const std::string_view word : {"yes", "no", "是", "否"}) put(head + std::string(word));
      break;
    case facts::Type::date:
      before_ += head;
      dates();
      break;
    case facts::Type::whole:
      if (field->field->name != "item") break;
      each_row(Kind::tasks, [&](const facts::Row& task) {
        put(head + text_of(task, "item"), text_of(task, "title"));
      });
      break;
    default:
      break;
  }
}

const facts::World* Completer::world() {
  if (looked_) return world_;
  looked_ = true;
  try {
    const std::string given = value_of("--dir");
    const std::string dir = given.empty() ? context_.options.dir : given;
    if (!pipeline::has_ledger(context_.io.disk, dir)) return nullptr;
    ledger_ = pipeline::read(context_.io.disk, {dir});
    pipeline::add_settings(context_.io, ledger_);
    measured_ = std::make_unique<pipeline::Measured>(ledger_, "");
    world_ = &measured_->on(context_.clocks);
  } catch (const base::Fatal&) {
    world_ = nullptr;
  }
  return world_;
}

}  // namespace

bool knows_values_of(std::string_view command, std::string_view type) {
  return source_of(command, type) != nullptr;
}

Completion completed(const ShellLine& line, const Context& context) {
  return Completer(line, context).completed();
}

}  // namespace taizhang::command
