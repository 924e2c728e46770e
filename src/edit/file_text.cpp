// SPDX-License-Identifier: MIT
#include "edit/file_text.h"

#include <algorithm>

#include "base/text.h"

namespace taizhang::edit {

namespace {

constexpr std::size_t widest_line = 100;

bool is_list_of_maps(const Value& value) {
  return value.kind == Value::Kind::list && !value.items.empty() &&
         value.items.front().kind == Value::Kind::map;
}

bool fits(const Value& value, std::size_t indent) {
  const bool holds_lists =
      std::any_of(value.pairs.begin(), value.pairs.end(),
                  [](const auto& pair) { return is_list_of_maps(pair.value); });
  const auto width = static_cast<std::size_t>(base::display_width(on_one_line(value)));
  return !holds_lists && indent + width <= widest_line;
}

void add_map(const Value& map, std::size_t indent, std::string& text);

void add_value(const Value& value, std::size_t indent, std::size_t used, std::string& text) {
  if (is_list_of_maps(value)) {
    text += "\n";
    for (const Value& item : value.items) {
      text += std::string(indent + 2, ' ') + "- ";
      if (fits(item, indent + 4))
        text += on_one_line(item) + "\n";
      else
        add_map(item, indent + 4, text);
    }
  } else if (value.kind == Value::Kind::map && !fits(value, used)) {
    text += "\n" + std::string(indent + 2, ' ');
    add_map(value, indent + 2, text);
  } else {
    text += " " + on_one_line(value) + "\n";
  }
}

/// The keys of a map; where its first line begins is already there.
void add_map(const Value& map, std::size_t indent, std::string& text) {
  bool first = true;
  for (const auto& [key, value] : map.pairs) {
    if (!first) text += std::string(indent, ' ');
    first = false;
    const std::string name = scalar(key) + ":";
    text += name;
    add_value(value, indent, indent + static_cast<std::size_t>(base::display_width(name)) + 1,
              text);
  }
}

}  // namespace

std::string file_text(const Value& map) {
  std::string text;
  add_map(map, 0, text);
  return text;
}

}  // namespace taizhang::edit
