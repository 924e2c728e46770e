// SPDX-License-Identifier: MIT
//
// What a completion is made with: the line as it was typed so far, the ledger at hand, and the
// candidates that have been found. Its jobs are in files of their own: what the line asks for
// (completer.cpp), the values of options and words (values.cpp), the terms of filters (filter.cpp).
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command/complete/complete.h"
#include "facts/catalogue.h"
#include "pipeline.h"

namespace taizhang::command {

class Completer {
 public:
  Completer(const ShellLine& line, const Context& context);

  Completion completed();

  // -- sources of values, for their table --------------------------------------------------------

  void nothing();
  void files();
  void folders();
  void formats();
  void finding_formats();
  void export_formats();
  void file_kinds();
  void reports();
  void colours();
  void languages();
  void shells();
  void steps();
  void topics();
  void kinds();
  void tables();
  void rules();
  void statuses();
  void dates();
  void fields();
  void plans();
  void sections();
  void units();
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
  void field_names(const std::string& head, const std::string& begun, std::string_view tail = {});
  void own_field_names(facts::Kind of, const std::string& head, const std::string& begun,
                       std::string_view tail);
  void field_values(const std::string& head, const std::string& name);
  facts::Kind kind() const;

  /// The ledger at hand on the day; null where there is none that can be read.
  const facts::World* world();
  template <class Visit>
  void each_row(facts::Kind kind, const Visit& visit) {
    if (!world()) return;
    for (const facts::Row& row : facts::rows(*world(), kind)) visit(row);
  }
  template <class Visit>
  void each_plan(const Visit& visit) {
    each_row(facts::Kind::plans, visit);
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

/// Whether `text` has no character of another alphabet.
bool is_ascii(std::string_view text);

}  // namespace taizhang::command
