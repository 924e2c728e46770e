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
#include "command/complete/completer.h"

#include "query/saved.h"

namespace taizhang::command {

using facts::Kind;

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Completer::Completer(const ShellLine& line, const Context& context)
    : line_(line), context_(context), common_(context.language), own_(context.language) {
  GlobalOptions nothing;
  declare_common(common_, nothing);
  for (std::size_t i = 1; i < line.words.size(); ++i) look_at(i);
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

Completion completed(const ShellLine& line, const Context& context) {
  return Completer(line, context).completed();
}

}  // namespace taizhang::command
