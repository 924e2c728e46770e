// SPDX-License-Identifier: MIT
#include "query/sql/complaint.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>

#include "base/suggest.h"
#include "base/text.h"
#include "query/filter/syntax.h"

namespace taizhang::query::sql {

using base::Phrase;
using facts::Kind;

namespace {

bool is_part_of_word(char c) {
  return c == '_' || static_cast<unsigned char>(c) >= 0x80 ||
         std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// The word that begins at `at`, or the one sign there.
std::size_t word_size(const std::string& text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_part_of_word(text[end])) ++end;
  return end > at ? end - at : std::min<std::size_t>(1, text.size() - at);
}

/// The kinds whose names the statement has; all where it has none.
std::vector<Kind> kinds_in(const std::string& text) {
  std::set<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = word_size(text, at);
    words.insert(text.substr(at, size));
    at += size;
  }
  std::vector<Kind> named;
  std::vector<Kind> all;
  for (const facts::KindOfRow* kind : facts::kinds()) {
    all.push_back(kind->kind);
    if (words.contains(std::string(kind->name))) named.push_back(kind->kind);
  }
  return named.empty() ? all : named;
}

Phrase did_you_mean(const std::string& name) {
  return {{"是不是“{0}”？", "did you mean “{0}”?"}, {name}};
}

/// The column of the field that people call `name`.
std::optional<std::string> column_called(Kind kind, const std::string& name) {
  const auto field = facts::find_field(kind, name);
  if (!field) return std::nullopt;
  for (const Column& column : columns(kind)) {
    if (column.asked.field == field->field && column.asked.part == field->part) return column.name;
  }
  return std::nullopt;
}

Phrase help_for_table(const std::string& name) {
  if (const facts::KindOfRow* kind = facts::find_kind(name)) {
    return did_you_mean(std::string(kind->name));
  }
  std::vector<std::string_view> known;
  for (const facts::KindOfRow* kind : facts::kinds()) known.push_back(kind->name);
  return base::near_or_all(name, known);
}

Phrase help_for_column(const std::string& word, const std::string& text) {
  const std::string name = word.substr(word.rfind('.') + 1);
  std::string with_underscores = word;
  std::replace(with_underscores.begin(), with_underscores.end(), '.', '_');
  std::vector<std::string_view> known;
  for (const Kind kind : kinds_in(text)) {
    const auto is_it = [&](const Column& column) { return column.name == with_underscores; };
    if (std::any_of(columns(kind).begin(), columns(kind).end(), is_it)) {
      return did_you_mean(with_underscores);
    }
    if (const auto called = column_called(kind, name)) return did_you_mean(*called);
    for (const Column& column : columns(kind)) known.push_back(column.name);
  }
  if (const auto near = base::suggestion(name, known)) return did_you_mean(*near);
  return {{"文字用单引号：'{0}'；有哪些列见 taizhang sql --schema",
           "a text stands in single quotes: '{0}'; taizhang sql --schema lists the columns"},
          {name}};
}

/// What helps where `message` says that a statement goes wrong near a word: a column that is called
/// as a word of SQL stands in quotes.
Phrase help_for_reserved(const std::string& message) {
  constexpr std::string_view begins = "near \"";
  const std::size_t end = message.find('"', begins.size());
  if (!message.starts_with(begins) || end == message.npos) return {};
  const std::string word = message.substr(begins.size(), end - begins.size());
  if (sqlite3_keyword_check(word.data(), static_cast<int>(word.size())) == 0) return {};
  for (const facts::KindOfRow* kind : facts::kinds()) {
    for (const Column& column : columns(kind->kind)) {
      if (column.name != word) continue;
      return {{"“{0}”是 SQL 的保留字，作列名要加双引号：\"{0}\"",
               "“{0}” is a word of SQL; as a column it stands in double quotes: \"{0}\""},
              {word}};
    }
  }
  return {};
}

/// What begins a message of SQLite's, and what we say of the word behind it.
struct Known {
  std::string_view begins;
  base::Bilingual says;
  Phrase (*help)(const std::string& word, const std::string& text);
};

Phrase no_help(const std::string&, const std::string&) { return {}; }
Phrase to_read(const std::string&, const std::string&) { return {only_reads}; }

constexpr Known known_messages[] = {
    {"no such table: ",
     {"没有“{0}”这张表", "there is no table “{0}”"},
     [](const std::string& word, const std::string&) { return help_for_table(word); }},
    {"no such column: ", {"没有“{0}”这一列", "there is no column “{0}”"}, help_for_column},
    {"no such function: ", {"没有“{0}”这个函数", "there is no function “{0}”"}, no_help},
    {"ambiguous column name: ",
     {"几张表都有“{0}”这一列", "several tables have the column “{0}”"},
     [](const std::string& word, const std::string&) {
       return Phrase{{"写明是哪一张的：tasks.{0}", "say whose it is: tasks.{0}"}, {word}};
     }},
    {"not authorized to use function: ",
     {"不能用函数“{0}”", "the function “{0}” cannot be used"},
     to_read},
    {"table ", {"不能改：{0}", "not to be changed: {0}"}, to_read},
    {"access to ", {"不能读：{0}", "not to be read: {0}"}, to_read},
    {"not authorized", {"不能这样做{0}", "this cannot be done{0}"}, to_read},
    {"incomplete input", {"语句没有写完{0}", "the statement has no end{0}"}, no_help},
    {"string or blob too big",
     {"一个值超过 16 MiB{0}", "a value has more than 16 MiB{0}"},
     no_help},
    {"out of memory", {"内存不够{0}", "there is not enough memory{0}"}, no_help},
};

}  // namespace

void complain_at(const std::string& text, std::size_t at, Phrase message, Phrase help) {
  at = std::min(at, text.size());
  const std::size_t before = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  const std::size_t start = before == std::string::npos ? 0 : before + 1;
  const std::string line =
      text.substr(start, std::min(text.find('\n', start), text.size()) - start);
  const std::size_t column = std::min(at - start, line.size());
  filter::fail(line, {column, word_size(line, column)}, std::move(message), std::move(help));
}

void complain(const Connection& connection, const std::string& text) {
  const std::string said = sqlite3_errmsg(connection.get());
  const int at = sqlite3_error_offset(connection.get());
  Phrase message{{"SQL 有误：{0}", "wrong SQL: {0}"}, {said}};
  Phrase help = help_for_reserved(said);
  for (const Known& known : known_messages) {
    if (!said.starts_with(known.begins)) continue;
    const std::string word = said.substr(known.begins.size());
    message = {known.says, {word}};
    help = known.help(word, text);
    break;
  }
  if (at < 0) base::refuse(std::move(message), std::move(help));
  complain_at(text, static_cast<std::size_t>(at), std::move(message), std::move(help));
}

}  // namespace taizhang::query::sql
