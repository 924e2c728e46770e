// SPDX-License-Identifier: MIT
#include "query/sql/columns.h"

#include <sqlite3.h>

#include <algorithm>
#include <map>

namespace taizhang::query::sql {

using facts::Asked;
using facts::Kind;
using facts::Type;

namespace {

std::vector<Column> made(Kind kind) {
  std::vector<Column> all;
  const auto add = [&](Asked asked, bool own) {
    std::string name = asked.field->name + (asked.part.empty() ? "" : "_") + asked.part;
    std::replace(name.begin(), name.end(), '.', '_');
    const auto has_name = [&](const Column& column) { return column.name == name; };
    if (std::any_of(all.begin(), all.end(), has_name)) return;
    all.push_back({std::move(name), std::move(asked), own});
  };
  for (const facts::Field* field : facts::own_fields(kind)) add({kind, field}, true);
  for (Kind at = kind;; at = facts::kind_of(at).parent) {
    for (const facts::Field* field : facts::own_fields(at)) {
      add({at, field}, false);
      for (const facts::Part& part : field->parts) add({at, field, std::string(part.name)}, false);
    }
    if (facts::kind_of(at).parent == at) return all;
  }
}

}  // namespace

const std::vector<Column>& columns(Kind kind) {
  static const std::map<Kind, std::vector<Column>> all = [] {
    std::map<Kind, std::vector<Column>> tables;
    for (const facts::KindOfRow* one : facts::kinds()) tables[one->kind] = made(one->kind);
    return tables;
  }();
  return all.at(kind);
}

std::string_view type_of(const Column& column) {
  if (column.is_part()) return "";
  if (column.asked.field->may_be_several) return "JSON";
  switch (column.asked.field->type) {
    case Type::whole:
      return "INTEGER";
    case Type::number:
    case Type::percent:
    case Type::points:
    case Type::ratio:
    case Type::score:
      return "DOUBLE PRECISION";
    case Type::date:
      return "DATE";
    case Type::yes_no:
      return "BOOLEAN";
    case Type::list:
    case Type::record:
      return "JSON";
    case Type::text:
    case Type::word:
      break;
  }
  return "TEXT";
}

std::string identifier(std::string_view name) {
  const bool is_word = sqlite3_keyword_check(name.data(), static_cast<int>(name.size())) != 0;
  return is_word ? "\"" + std::string(name) + "\"" : std::string(name);
}

std::string schema(const std::vector<Kind>& kinds, base::Language language) {
  std::string text;
  for (const Kind one : kinds) {
    const facts::KindOfRow& kind = facts::kind_of(one);
    if (!text.empty()) text += "\n";
    text += "CREATE TABLE " + identifier(kind.name) + " (  -- " +
            std::string(kind.title.in(language)) + "\n";
    const std::vector<Column>& all = columns(one);
    for (auto column = all.begin(); column != all.end() && column->own; ++column) {
      const bool last = column + 1 == all.end() || !(column + 1)->own;
      text += "  " + identifier(column->name) + " " + std::string(type_of(*column)) +
              (last ? "" : ",") + "  -- " + column->asked.title(language) + "\n";
    }
    text += ");\n";
  }
  return text;
}

std::string declaration(Kind kind) {
  std::string text;
  for (const Column& column : columns(kind)) {
    text += text.empty() ? "CREATE TABLE x(" : ", ";
    text +=
        "\"" + column.name + "\" " + std::string(type_of(column)) + (column.own ? "" : " HIDDEN");
  }
  return text + ")";
}

}  // namespace taizhang::query::sql
