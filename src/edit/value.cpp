// SPDX-License-Identifier: MIT
#include "edit/value.h"

#include <utility>

#include "yaml/otherwise.h"

namespace taizhang::edit {

namespace {

std::string in_quotes(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\t') {
      quoted += "\\t";
    } else {
      if (c == '"' || c == '\\') quoted += '\\';
      quoted += c;
    }
  }
  return quoted + "\"";
}

}  // namespace

std::string scalar(const std::string& text) {
  // Marks that mean something at the start, marks that do anywhere inside {…} and […], and texts
  // that would look like a number or a date.
  const bool plain = !text.empty() && text.find_first_of("-?:,[]{}#&*!|>'\"%@` ") != 0 &&
                     text.find_first_of(",[]{}\"\\\n\t") == text.npos &&
                     text.find(": ") == text.npos && text.find(" #") == text.npos &&
                     text.back() != ':' && text.back() != ' ' &&
                     text.find_first_not_of("0123456789.-") != text.npos && text != "true" &&
                     text != "false" && text != "null" && text != "~";
  return plain ? text : in_quotes(text);
}

Value Value::text(const std::string& words) {
  // Keys such as `no` are known by their place; a text that some reader takes for a number or a
  // truth value is not.
  return plain(yaml::read_otherwise(words) ? in_quotes(words) : scalar(words));
}

Value Value::plain(std::string written) { return {std::move(written), {}, {}, Kind::scalar}; }

Value Value::list(std::vector<Value> of) { return {{}, std::move(of), {}, Kind::list}; }

Value Value::map(std::vector<Pair> of) { return {{}, {}, std::move(of), Kind::map}; }

std::string on_one_line(const Value& value) {
  std::string text;
  const auto begin_next = [&] { text += text.empty() ? "" : ", "; };
  switch (value.kind) {
    case Value::Kind::scalar:
      return value.written;
    case Value::Kind::list:
      for (const Value& item : value.items) {
        begin_next();
        text += on_one_line(item);
      }
      return "[" + text + "]";
    case Value::Kind::map:
      break;
  }
  for (const auto& [key, of_key] : value.pairs) {
    begin_next();
    text += scalar(key) + ": " + on_one_line(of_key);
  }
  return "{" + text + "}";
}

std::string on_lines(const Value& map, std::size_t indent, const std::string& line_end) {
  std::string text;
  for (const auto& [key, of_key] : map.pairs) {
    if (!text.empty()) text += line_end + std::string(indent, ' ');
    text += scalar(key) + ": " + on_one_line(of_key);
  }
  return text;
}

}  // namespace taizhang::edit
