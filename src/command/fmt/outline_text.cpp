// SPDX-License-Identifier: MIT
#include <algorithm>

#include "command/fmt/outline.h"

namespace taizhang::command {

namespace {

using Shape = OutlineValue::Shape;

constexpr std::size_t step = 2;  ///< of the indent

class OutlineWriter {
 public:
  std::string write(const Outline& outline) {
    remarks(outline.start, 0);
    entries(outline.root, 0);
    std::vector<OutlineRemark> end = outline.end;
    while (!end.empty() && end.back().text.empty()) end.pop_back();
    remarks(end, 0);
    return std::move(text_);
  }

 private:
  void line(std::size_t indent, const std::string& words) {
    if (!words.empty()) text_ += std::string(indent, ' ') + words;
    text_ += '\n';
  }

  /// One empty line in the place of several, and none before the first line of the file.
  void remark(const OutlineRemark& one, std::size_t indent) {
    if (one.text.empty() && (text_.empty() || text_.ends_with("\n\n") || keeps_end_)) return;
    line(indent, one.text);
  }
  void remarks(const std::vector<OutlineRemark>& all, std::size_t indent) {
    for (const OutlineRemark& one : all) remark(one, indent);
  }

  void entries(const OutlineValue& collection, std::size_t indent) {
    for (const OutlineEntry& entry : collection.entries) {
      above(collection, entry, indent);
      const bool is_list = collection.shape == Shape::list;
      entry_line(entry, is_list ? "-" : entry.key + ":", indent, indent);
    }
  }

  /// What stands above an item is also what stands above the first key of the map that it is.
  void above(const OutlineValue& collection, const OutlineEntry& entry, std::size_t indent) {
    remarks(entry.above, indent);
    if (collection.shape != Shape::list || entry.value.shape != Shape::map) return;
    remarks(entry.value.entries.front().above, indent);
  }

  /// An entry that is indented so far; before its key or dash `head` so many blanks are still to be
  /// written, none where a dash stands there.
  void entry_line(const OutlineEntry& entry, const std::string& head, std::size_t indent,
                  std::size_t blanks) {
    const OutlineValue& value = entry.value;
    const std::string beside = entry.beside.empty() ? "" : "  " + entry.beside;
    const std::string start = std::string(blanks, ' ') + head;
    const std::size_t further_indent = indent + (value.extra_indent ? value.extra_indent : step);
    block_ = no_block;
    keeps_end_ = false;
    switch (value.shape) {
      case Shape::nothing:
        text_ += start + beside + "\n";
        break;
      case Shape::line:
        text_ += start + " " + value.text + beside + "\n";
        break;
      case Shape::lines:
        text_ += start + " " + value.text + "\n";
        for (const std::string& further : value.further) line(further_indent, further);
        if (value.is_block()) {
          block_ = further_indent;
          keeps_end_ = value.keeps_end();
        }
        if (!beside.empty()) text_.insert(text_.size() - 1, beside);
        break;
      case Shape::map:
      case Shape::list:
        if (head == "-") {
          inside_item(entry, start, indent);
        } else {
          text_ += start + beside + "\n";
          entries(value, indent + step);
        }
        break;
    }
    for (const OutlineRemark& one : entry.below) {
      // Behind a block it would be a part of it where it is indented as far.
      const std::size_t column = one.column > indent ? one.column : indent + step;
      remark(one, column < block_ ? column : indent);
    }
  }

  /// The first key of a map that is an item stands on the line of its dash.
  void inside_item(const OutlineEntry& item, const std::string& start, std::size_t indent) {
    const OutlineValue& value = item.value;
    text_ += start + " ";
    const bool is_list = value.shape == Shape::list;
    bool is_first = true;
    for (const OutlineEntry& entry : value.entries) {
      if (!is_first) above(value, entry, indent + step);
      entry_line(entry, is_list ? "-" : entry.key + ":", indent + step,
                 is_first ? 0 : indent + step);
      is_first = false;
    }
  }

  static constexpr std::size_t no_block = static_cast<std::size_t>(-1);

  std::string text_;
  std::size_t block_ = no_block;  ///< how far the block is indented that ends the text
  bool keeps_end_ = false;        ///< the empty lines behind it are a part of it
};

}  // namespace

std::string text_of(const Outline& outline) { return OutlineWriter().write(outline); }

}  // namespace taizhang::command
