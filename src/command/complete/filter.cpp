// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "command/complete/completer.h"
#include "query/saved.h"

namespace taizhang::command {

using facts::Kind;

namespace {

/// The kind that stands before a dot: indicators, indicator, 指标.
const facts::KindOfRow* kind_before_dot(const std::string& name) {
  const facts::KindOfRow* kind = facts::find_kind(name);
  return kind ? kind : facts::find_kind(name + "s");
}

}  // namespace

/// The fields of the rows and of what they lie in, each with `tail` behind it: in Chinese where
/// such a name has been begun; behind a dot those of what lies in them, or the parts of a record.
void Completer::field_names(const std::string& head, const std::string& begun,
                            std::string_view tail) {
  const std::size_t dot = begun.find('.');
  if (dot != begun.npos) {
    const std::string whole = begun.substr(0, dot);
    const facts::KindOfRow* inner = kind_before_dot(whole);
    if (inner && facts::can_hold(kind(), inner->kind)) {
      own_field_names(inner->kind, head + whole + ".", begun.substr(dot + 1), tail);
    }
    if (const auto field = facts::find_field(kind(), whole)) {
      for (const facts::Part& part : field->field->parts)
        put(head + whole + "." + std::string(part.name) + std::string(tail), in(part.title));
    }
  }
  for (Kind at = kind();; at = facts::kind_of(at).parent) {
    own_field_names(at, head, begun, tail);
    if (facts::kind_of(at).parent == at) break;
  }
}

void Completer::own_field_names(Kind of, const std::string& head, const std::string& begun,
                                std::string_view tail) {
  for (const facts::Field* field : facts::own_fields(of)) {
    const bool zh = !is_ascii(begun);
    const std::string name = zh ? std::string(field->title.zh) : field->name;
    put(head + name + std::string(tail), zh ? std::string_view(field->name) : in(field->title));
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
  field_names(head, term, ":");
  if (std::string_view("has").starts_with(term))
    put(head + "has:", in({"有没有", "whether it is there"}));
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
  const facts::KindOfRow* part = kind_before_dot(name.substr(0, dot));
  auto field = facts::find_field(kind(), name);
  if (!field && part && dot != name.npos)
    field = facts::find_field(part->kind, name.substr(dot + 1));
  if (!field) return;
  if (field->known()) {
    each_plan([&](const facts::Row& plan) {
      for (const facts::Known& known : field->known()(plan)) {
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

}  // namespace taizhang::command
