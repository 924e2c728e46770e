// SPDX-License-Identifier: MIT
//
// Whoever copies an example out of the README's chapter on filters, or out of `help filter`, gets
// an answer: every command and every term that stands there is asked of the project's own ledger.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "run.h"

using namespace taizhang;

namespace filter_examples_test {

namespace {

test::Outcome run(std::vector<std::string> arguments) {
  static const test::MemoryDisk ledger = [] {
    test::MemoryDisk disk;
    disk.mount(test::source_folder() + "/tasks", "tasks");
    return disk;
  }();
  return test::run(arguments, ledger);
}

std::string part(const std::string& text, std::string_view from, std::string_view to) {
  const std::size_t begins = text.find(from) + from.size();
  return text.substr(begins, text.find(to, begins) - begins);
}

/// Whether it looks like `field:value`, and is none that only shows the form.
bool is_term(const std::string& text) {
  for (const char* form : {"字段:值", "field:value"})
    if (text == form) return false;
  const std::size_t sign = text.find_first_of(":<>=~");
  return sign != text.npos && sign > 0 && sign + 1 < text.size() && !text.starts_with("--") &&
         text.find(": ") == text.npos && text[0] != ':' && text[0] != '~' && text[0] != '{';
}

void is_taken(const std::string& term) {
  const test::Outcome outcome = run({"list", "--", term});
  CAPTURE(term);
  CAPTURE(outcome.err);
  CHECK(outcome.exit == 0);
}

/// A command line as a shell takes it apart; the tests know double quotes alone.
void is_answered(std::string line) {
  std::ranges::replace(line, '\'', '"');
  std::ranges::replace(line, '\n', ' ');
  const test::Outcome outcome = run(test::arguments_of(line));
  CAPTURE(line);
  CAPTURE(outcome.err);
  CHECK(outcome.exit == 0);
}

bool begins_with_command(const std::string& text) {
  return std::ranges::any_of(
      std::initializer_list<const char*>{"list ", "stats ", "show ", "diff "},
      [&](const char* name) { return text.starts_with(name); });
}

}  // namespace

TEST_SUITE_BEGIN("readme");

TEST_CASE("every example of the README's chapter on filters is answered") {
  const std::string chapter = part(test::source_text("README.md"), "\n### 筛选\n", "\n### ");
  int terms = 0;
  int commands = 0;
  bool in_block = false;
  for (const std::string_view one : base::split(chapter, '\n')) {
    const std::string line(one);
    if (line.starts_with("```")) {
      in_block = !in_block;
      continue;
    }
    if (in_block) {
      if (!line.starts_with("taizhang ") || line.find("select") != line.npos) continue;
      is_answered(line.substr(std::string_view("taizhang ").size()));
      ++commands;
      continue;
    }
    const auto pieces = base::split(line, '`');
    for (std::size_t i = 1; i < pieces.size(); i += 2) {
      const std::string piece(pieces[i]);
      if (begins_with_command(piece)) {
        is_answered(piece);
        ++commands;
      } else if (is_term(piece)) {
        is_taken(piece);
        ++terms;
      }
    }
  }
  CHECK(terms >= 15);
  CHECK(commands >= 9);
}

TEST_CASE("every example of help filter is answered, in both languages") {
  for (const char* language : {"zh", "en"}) {
    const std::string page = run({"help", "filter", "--lang", language}).out;
    std::string command = "list '" + part(page, "taizhang list '", "'") + "'";
    while (command.find("  ") != command.npos) command.replace(command.find("  "), 2, " ");
    is_answered(command);
    int terms = 0;
    for (const std::string_view line : base::split(page, '\n')) {
      std::string text(line);
      for (const char* sign : {"、", "，", "；", "。", "：", ";", ", ", ": ", "'"}) {
        for (std::size_t at; (at = text.find(sign)) != text.npos;)
          text.replace(at, std::string_view(sign).size(), " ");
      }
      for (const std::string_view word : base::split(text, ' ')) {
        const std::string term(word.ends_with('.') ? word.substr(0, word.size() - 1) : word);
        if (!is_term(term) || term.find('"') != term.npos) continue;
        is_taken(term);
        ++terms;
      }
    }
    CHECK(terms >= 10);
  }
}

TEST_SUITE_END();

}  // namespace filter_examples_test
