// SPDX-License-Identifier: MIT
//
// Two documents are held against each other heading by heading. A row that was taken out of a table
// must not make all rows below it differ: rows are paired so that as many cells as can be are equal
// in their order, as two texts are by their lines. Pairs have half of their cells alike; between
// two pairs what is left is paired in its order where both sides have as many, else it has no
// partner. The cost is the rows of one times those of the other, where what is equal above and
// below is left out; beyond some thousands that differ they are paired in their order.
#include "command/verify_differences.h"

#include <algorithm>
#include <optional>

namespace taizhang::command {

namespace {

using render::ReadValue;

/// A row of a table, or a line of text.
struct ReadLine {
  std::vector<const ReadValue*> cells;

  bool is_row() const { return !cells.front()->column.empty(); }
};

bool is_same(const ReadValue& a, const ReadValue& b) {
  return a.column == b.column && a.text == b.text;
}

bool is_same_line(const ReadLine& a, const ReadLine& b) {
  return std::ranges::equal(a.cells, b.cells, [](const ReadValue* one, const ReadValue* other) {
    return is_same(*one, *other);
  });
}

/// How alike two lines are, from 1; 0 where they are no pair.
int likeness(const ReadLine& a, const ReadLine& b) {
  const std::size_t most = std::max(a.cells.size(), b.cells.size());
  std::size_t same = 0;
  for (std::size_t i = 0; i < std::min(a.cells.size(), b.cells.size()); ++i) {
    same += is_same(*a.cells[i], *b.cells[i]) ? 1 : 0;
  }
  return 2 * same >= most && same > 0 ? static_cast<int>(2 * same) : 0;
}

/// The rows of the tables below a heading, or the lines there.
struct Side {
  std::string heading;
  bool is_of_rows = false;
  std::vector<ReadLine> lines;
};

std::vector<Side> sides_of(const std::vector<ReadValue>& values) {
  std::vector<Side> sides;
  const ReadValue* last = nullptr;
  for (const ReadValue& value : values) {
    const bool is_of_rows = !value.column.empty();
    auto side = std::ranges::find_if(sides, [&](const Side& one) {
      return one.heading == value.table && one.is_of_rows == is_of_rows;
    });
    if (side == sides.end()) side = sides.insert(side, {value.table, is_of_rows, {}});
    const bool goes_on = is_of_rows && last && last->table == value.table &&
                         last->row == value.row && !last->column.empty();
    if (!goes_on) side->lines.emplace_back();
    side->lines.back().cells.push_back(&value);
    last = &value;
  }
  return sides;
}

using Pair = std::pair<std::optional<std::size_t>, std::optional<std::size_t>>;

/// Pairs what stands between two pairs.
void pair_in_order(std::size_t a, std::size_t a_end, std::size_t b, std::size_t b_end,
                   std::vector<Pair>& pairs) {
  if (a_end - a == b_end - b) {
    for (; a < a_end; ++a, ++b) pairs.emplace_back(a, b);
    return;
  }
  for (; a < a_end; ++a) pairs.emplace_back(a, std::nullopt);
  for (; b < b_end; ++b) pairs.emplace_back(std::nullopt, b);
}

std::vector<Pair> paired(const std::vector<ReadLine>& a, const std::vector<ReadLine>& b) {
  std::vector<Pair> pairs;
  std::size_t head = 0;
  while (head < std::min(a.size(), b.size()) && is_same_line(a[head], b[head])) {
    pairs.emplace_back(head, head);
    ++head;
  }
  std::size_t tail = 0;
  while (tail < std::min(a.size(), b.size()) - head &&
         is_same_line(a[a.size() - 1 - tail], b[b.size() - 1 - tail])) {
    ++tail;
  }
  const std::size_t rows = a.size() - head - tail;
  const std::size_t columns = b.size() - head - tail;
  std::size_t from_a = head;
  std::size_t from_b = head;
  constexpr std::size_t most_compared = 4'000'000;
  if (rows * columns <= most_compared) {
    // The best that can be had of the last lines of both, from line i and line j on.
    std::vector<int> best((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> int& {
      return best[i * (columns + 1) + j];
    };
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;) {
        const int alike = likeness(a[head + i], b[head + j]);
        at(i, j) = std::max(at(i + 1, j), at(i, j + 1));
        if (alike > 0) at(i, j) = std::max(at(i, j), alike + at(i + 1, j + 1));
      }
    }
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      const int alike = likeness(a[head + i], b[head + j]);
      if (alike > 0 && at(i, j) == alike + at(i + 1, j + 1)) {
        pair_in_order(from_a, head + i, from_b, head + j, pairs);
        pairs.emplace_back(head + i, head + j);
        from_a = head + ++i;
        from_b = head + ++j;
      } else {
        at(i, j) == at(i + 1, j) ? ++i : ++j;
      }
    }
  }
  pair_in_order(from_a, head + rows, from_b, head + columns, pairs);
  for (std::size_t i = 0; i < tail; ++i) pairs.emplace_back(head + rows + i, head + columns + i);
  return pairs;
}

/// What a row is called by: its first cells.
std::string name_of(const ReadLine& line) {
  constexpr std::size_t cells_in_name = 3;
  std::string name;
  for (std::size_t i = 0; i < std::min(cells_in_name, line.cells.size()); ++i) {
    name += (name.empty() ? "" : " ") + line.cells[i]->text;
  }
  return name;
}

/// Where a value stands, for people.
std::string place_of(const ReadValue& value, base::Language language) {
  if (value.table.starts_with("/")) return value.table + "/" + value.row + value.column;
  const bool is_line =
      !value.row.empty() && value.row.find_first_not_of("0123456789") == value.row.npos;
  if (value.table.empty() && value.column.empty() && !is_line) return value.row;
  const base::Phrase phrase =
      value.column.empty() && value.table.empty()
          ? base::Phrase{{"开头第 {0} 段", "line {0} at its head"}, {value.row}}
      : value.column.empty()
          ? base::Phrase{{"“{0}”第 {1} 段", "“{0}”, line {1}"}, {value.table, value.row}}
          : base::Phrase{{"“{0}”第 {1} 行“{2}”", "“{0}”, row {1}, {2}"},
                         {value.table, value.row, value.column}};
  return phrase.in(language);
}

/// The tag of `markup` in which it leaves `other`.
std::string odd_tag(const std::string& markup, const std::string& other) {
  const auto [here, there] = std::ranges::mismatch(markup, other);
  const auto at = static_cast<std::size_t>(here - markup.begin());
  const std::size_t begin = markup.rfind('<', at);
  if (begin == std::string::npos) return markup.substr(at);
  return markup.substr(begin, markup.find('>', begin) - begin + 1);
}

/// What an element is to somebody who looks at the page in a word processor.
struct Kind {
  std::string_view element;
  base::Bilingual words;
};
constexpr Kind kinds[] = {
    {"ins", {"插入修订", "tracked insertion"}},
    {"del", {"删除修订", "tracked deletion"}},
    {"moveFrom", {"移动修订", "tracked move"}},
    {"moveTo", {"移动修订", "tracked move"}},
    {"cellIns", {"插入修订", "tracked insertion"}},
    {"cellDel", {"删除修订", "tracked deletion"}},
    {"rPrChange", {"格式修订", "tracked format"}},
    {"pPrChange", {"格式修订", "tracked format"}},
    {"tblPrChange", {"格式修订", "tracked format"}},
    {"trPrChange", {"格式修订", "tracked format"}},
    {"tcPrChange", {"格式修订", "tracked format"}},
    {"sectPrChange", {"格式修订", "tracked format"}},
    {"sdt", {"内容控件", "content control"}},
    {"fldSimple", {"域", "field"}},
    {"fldChar", {"域", "field"}},
    {"instrText", {"域", "field"}},
    {"sym", {"符号", "symbol"}},
    {"drawing", {"图形或文本框", "drawing or text box"}},
    {"pict", {"图形或文本框", "drawing or text box"}},
    {"object", {"嵌入的对象", "embedded object"}},
    {"AlternateContent", {"图形或文本框", "drawing or text box"}},
    {"commentReference", {"批注", "comment"}},
    {"footnoteReference", {"脚注", "footnote"}},
    {"endnoteReference", {"尾注", "endnote"}},
    {"hyperlink", {"超链接", "link"}},
    {"oMath", {"公式", "formula"}},
    {"oMathPara", {"公式", "formula"}},
    {"vanish", {"隐藏文字", "hidden text"}},
    {"specVanish", {"隐藏文字", "hidden text"}},
    {"hidden", {"隐藏的行", "hidden row"}},
    {"strike", {"删除线", "text struck out"}},
    {"dstrike", {"删除线", "text struck out"}},
    {"color", {"字的颜色", "colour of text"}},
    {"shd", {"底纹", "shading"}},
    {"highlight", {"突出显示", "highlighting"}},
    {"sz", {"字号太小", "tiny text"}},
    {"u", {"下划线", "underline"}},
    {"numPr", {"自动编号", "automatic number"}},
    {"tbl", {"格里的表", "table in a cell"}},
    {"vMerge", {"合并的单元格", "merged cells"}},
    {"hMerge", {"合并的单元格", "merged cells"}},
    {"gridSpan", {"合并的单元格", "merged cells"}},
    {"framePr", {"图文框", "frame"}},
};

std::string named(const std::vector<render::Foreign>& all, base::Language language) {
  std::string names;
  for (const render::Foreign& one : all) {
    if (!names.empty()) names += language == base::Language::zh ? "、" : ", ";
    const std::size_t colon = one.element.find(':');
    const std::string_view local =
        std::string_view(one.element).substr(colon == std::string::npos ? 0 : colon + 1);
    const auto* kind = std::ranges::find(kinds, local, &Kind::element);
    if (kind != std::end(kinds)) names += std::string(kind->words.in(language)) + " ";
    names += one.element;
    if (!one.words.empty()) names += "“" + one.words + "”";
  }
  return names;
}

class Differences {
 public:
  explicit Differences(base::Language language) : language_(language) {}

  void compare(const std::vector<ReadLine>& file, const std::vector<ReadLine>& computed) {
    for (const auto& [at_file, at_computed] : paired(file, computed)) {
      if (at_file && at_computed) {
        compare(file[*at_file], computed[*at_computed]);
      } else if (at_file) {
        put_in(file[*at_file]);
      } else {
        taken_out(computed[*at_computed]);
      }
    }
  }

  std::vector<base::Phrase> take() { return std::move(all_); }

 private:
  void compare(const ReadLine& file, const ReadLine& computed) {
    // Two columns may have one title: the first of them goes with the first.
    std::vector<const ReadValue*> others = computed.cells;
    for (const ReadValue* cell : file.cells) {
      const auto found = std::ranges::find(others, cell->column, &ReadValue::column);
      if (found == others.end()) {
        put_in(*cell);
        continue;
      }
      compare(*cell, **found);
      others.erase(found);
    }
    for (const ReadValue* cell : others) taken_out(*cell);
  }

  void compare(const ReadValue& file, const ReadValue& computed) {
    if (file.text != computed.text) {
      all_.push_back({{"{0}：文件里是“{1}”，重算是“{2}”", "{0}: “{1}” in the file, “{2}” computed"},
                      {place_of(file, language_), file.text, computed.text}});
    } else if (file.markup != computed.markup) {
      all_.push_back({{"{0}：文字相同，标记不同：{1}", "{0}: the same text, other markup: {1}"},
                      {place_of(file, language_), odd_tag(file.markup, computed.markup)}});
    }
    if (file.foreign != computed.foreign) foreign(file);
  }

  void foreign(const ReadValue& value) {
    if (value.foreign.empty()) return;
    all_.push_back({{"{0}：有报表里从不写的内容：{1}", "{0}: what no report has: {1}"},
                    {place_of(value, language_), named(value.foreign, language_)}});
  }

  void put_in(const ReadLine& line) {
    if (!line.is_row()) return put_in(*line.cells.front());
    const ReadValue& first = *line.cells.front();
    all_.push_back({{"“{0}”：多了第 {1} 行“{2}”，重算的报表里没有",
                     "“{0}”: row {1}, “{2}”, is not in the computed report"},
                    {first.table, first.row, name_of(line)}});
    for (const ReadValue* cell : line.cells) foreign(*cell);
  }
  void taken_out(const ReadLine& line) {
    if (!line.is_row()) return taken_out(*line.cells.front());
    const ReadValue& first = *line.cells.front();
    all_.push_back({{"“{0}”：少了一行“{2}”，在重算的报表里是第 {1} 行",
                     "“{0}”: a row is missing, “{2}”, row {1} of the computed report"},
                    {first.table, first.row, name_of(line)}});
  }
  void put_in(const ReadValue& value) {
    if (!value.text.empty() || value.foreign.empty()) {
      all_.push_back({{"{0}：文件里是“{1}”，重算没有", "{0}: “{1}” in the file, nothing computed"},
                      {place_of(value, language_), value.text}});
    }
    foreign(value);
  }
  void taken_out(const ReadValue& value) {
    all_.push_back({{"{0}：文件里没有，重算是“{1}”", "{0}: nothing in the file, “{1}” computed"},
                    {place_of(value, language_), value.text}});
  }

  base::Language language_;
  std::vector<base::Phrase> all_;
};

}  // namespace

std::vector<base::Phrase> differences_of(const std::vector<ReadValue>& file,
                                         const std::vector<ReadValue>& computed,
                                         base::Language language) {
  const std::vector<Side> written = sides_of(file);
  std::vector<Side> again = sides_of(computed);
  Differences differences(language);
  for (const Side& side : written) {
    const auto other = std::ranges::find_if(again, [&](const Side& one) {
      return one.heading == side.heading && one.is_of_rows == side.is_of_rows;
    });
    differences.compare(side.lines, other == again.end() ? std::vector<ReadLine>() : other->lines);
    if (other != again.end()) again.erase(other);
  }
  for (const Side& side : again) differences.compare({}, side.lines);
  return differences.take();
}

}  // namespace taizhang::command
