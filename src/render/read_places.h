// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/read_back.h"

namespace taizhang::render {

/// Puts together what stands where.
class Places {
 public:
  /// A heading is a line below the one before it: one that is gone is missed.
  void heading(std::string text) {
    line(text);
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
      if (i < markups_.size()) values_.back().markup = std::move(markups_[i]);
      if (i < foreign_.size()) values_.back().foreign = std::move(foreign_[i]);
    }
    markups_.clear();
    foreign_.clear();
  }
  void line(std::string text) {
    values_.push_back({table_, std::to_string(++line_), {}, std::move(text)});
    for (const std::string& markup : markups_) values_.back().markup += markup;
    for (std::vector<Foreign>& one : foreign_) {
      values_.back().foreign.insert(values_.back().foreign.end(), one.begin(), one.end());
    }
    markups_.clear();
    foreign_.clear();
  }
  /// What stands around the next line, or the next cell of a row.
  void markup(std::string markup) { markups_.push_back(std::move(markup)); }
  /// What is foreign at the next line, or the next cell of a row.
  void foreign(std::vector<Foreign> all) { foreign_.push_back(std::move(all)); }
  /// What stands beside the text: around it, or on every page.
  void beside(ReadValue value) { values_.push_back(std::move(value)); }
  std::vector<ReadValue> take(std::string (*unescaped)(std::string_view)) {
    for (ReadValue& value : values_) value.text = unescaped(value.text);
    return std::move(values_);
  }

 private:
  std::vector<ReadValue> values_;
  std::string table_;
  std::vector<std::string> columns_;
  std::vector<std::string> markups_;
  std::vector<std::vector<Foreign>> foreign_;
  std::size_t row_ = 0;
  std::size_t line_ = 0;
};

}  // namespace taizhang::render
