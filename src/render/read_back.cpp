// SPDX-License-Identifier: MIT
#include "render/read_back.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace taizhang::render {

namespace {

/// What a text says that a format has escaped.
std::string unescaped_markdown(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    result += text[i];
  }
  return result;
}

std::string unescaped_html(std::string_view text) {
  constexpr std::pair<std::string_view, char> entities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto entity = std::ranges::find_if(
        entities, [&](const auto& one) { return text.substr(i).starts_with(one.first); });
    result += entity == std::end(entities) ? text[i] : entity->second;
    i += entity == std::end(entities) ? 1 : entity->first.size();
  }
  return result;
}

/// Puts together what stands where.
class Places {
 public:
  void heading(std::string text) {
    table_ = std::move(text);
    line_ = 0;
    columns_.clear();
  }
  void columns(std::vector<std::string> titles) {
    columns_ = std::move(titles);
    row_ = 0;
  }
  bool in_table() const { return !columns_.empty(); }
  void end_table() { columns_.clear(); }
  void row(const std::vector<std::string>& cells) {
    ++row_;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      values_.push_back({table_, std::to_string(row_),
                         i < columns_.size() ? columns_[i] : std::to_string(i + 1), cells[i]});
    }
  }
  void line(std::string text) {
    values_.push_back({table_, std::to_string(++line_), {}, std::move(text)});
  }
  std::vector<ReadValue> take(std::string (*unescaped)(std::string_view)) {
    for (ReadValue& value : values_) value.text = unescaped(value.text);
    return std::move(values_);
  }

 private:
  std::vector<ReadValue> values_;
  std::string table_;
  std::vector<std::string> columns_;
  std::size_t row_ = 0;
  std::size_t line_ = 0;
};

/// The cells of a line of a pipe table; a pipe that is escaped is one of a cell.
std::vector<std::string> pipe_cells(std::string_view line) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size()) {
      cell += line[i];
      cell += line[++i];
    } else if (line[i] == '|') {
      cells.emplace_back(base::trimmed(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return cells;
}

std::vector<ReadValue> of_markdown(std::string_view text) {
  Places places;
  for (const std::string_view line : base::split(text, '\n')) {
    if (line.starts_with("#")) {
      places.heading(std::string(base::trimmed(line.substr(line.find_first_not_of('#')))));
    } else if (!line.starts_with("|")) {
      places.end_table();
      if (!base::trimmed(line).empty()) places.line(std::string(line));
    } else if (!places.in_table()) {
      places.columns(pipe_cells(line));
    } else if (!line.starts_with("| ---")) {
      places.row(pipe_cells(line));
    }
  }
  return places.take(unescaped_markdown);
}

/// The text of a page between tags, what its style sheet says left out.
std::vector<ReadValue> of_html(std::string_view text) {
  Places places;
  std::string words;
  std::vector<std::string> cells;
  bool in_head = false;
  const std::size_t body = text.find("<body");
  if (body == std::string_view::npos) return {};
  for (std::size_t at = body; at < text.size();) {
    if (text[at] != '<') {
      const std::size_t end = std::min(text.find('<', at), text.size());
      words += text.substr(at, end - at);
      at = end;
      continue;
    }
    const std::size_t end = std::min(text.find('>', at), text.size() - 1);
    const std::string_view tag = text.substr(at, end - at + 1);
    const bool is_heading = tag.size() == 5 && tag.starts_with("</h");
    const std::string said(base::trimmed(words));
    if (tag.starts_with("<thead")) in_head = true;
    if (tag == "</thead>") in_head = false;
    if (tag == "</th>" || tag == "</td>") {
      cells.push_back(said);
    } else if (tag == "</tr>") {
      in_head ? places.columns(cells) : places.row(cells);
      cells.clear();
    } else if (is_heading) {
      places.heading(said);
    } else if (!said.empty() &&
               (tag == "</p>" || tag == "</li>" || tag == "</dt>" || tag == "</dd>")) {
      places.line(said);
    }
    // What marks a word inside of a cell or a line does not end it.
    if (!tag.starts_with("<span") && tag != "</span>") words.clear();
    at = end + 1;
  }
  return places.take(unescaped_html);
}

std::optional<std::vector<ReadValue>> of_json(std::string_view text) {
  const auto json = nlohmann::ordered_json::parse(text, nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  std::vector<ReadValue> values;
  const auto flat = json.flatten();
  for (const auto& [path, value] : flat.items())
    values.push_back({{}, path, {}, value.is_string() ? value.get<std::string>() : value.dump()});
  return values;
}

}  // namespace

std::optional<std::vector<ReadValue>> read_values(std::string_view text, std::string_view format) {
  if (format == "markdown") return of_markdown(text);
  if (format == "html") return of_html(text);
  if (format == "json") return of_json(text);
  return std::nullopt;
}

}  // namespace taizhang::render
