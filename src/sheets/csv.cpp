// SPDX-License-Identifier: MIT
#include <iconv.h>

#include <algorithm>

#include "base/fatal.h"
#include "base/text.h"
#include "sheets/formats.h"

namespace taizhang::sheets {

void CellCount::put(Sheet& sheet, std::size_t row, std::size_t column, Cell cell) {
  if (cell.kind == CellKind::empty) return;
  if (++count_ > most_cells || row >= most_rows || column >= most_columns) {
    base::refuse({{"{0} 的表太大", "the table in {0} is too large"}, {name_}},
                 {{"只留要用的行和列，另存一份再试",
                   "save a copy with the rows and columns that are needed and try again"}});
  }
  if (row >= sheet.rows.size()) sheet.rows.resize(row + 1);
  std::vector<Cell>& cells = sheet.rows[row];
  if (column >= cells.size()) cells.resize(column + 1);
  cells[column] = std::move(cell);
}

namespace {

/// `bytes` out of `encoding` as UTF-8; empty where they are not of it.
std::string converted(std::string_view bytes, const char* encoding) {
  const iconv_t conversion = ::iconv_open("UTF-8", encoding);
  // NOLINTNEXTLINE: that is how iconv says no
  if (conversion == reinterpret_cast<iconv_t>(-1)) return {};
  std::string text(bytes.size() * 3 + 4, '\0');
  char* in = const_cast<char*>(bytes.data());
  char* out = text.data();
  std::size_t left = bytes.size(), room = text.size();
  const std::size_t result = ::iconv(conversion, &in, &left, &out, &room);
  ::iconv_close(conversion);
  if (result == static_cast<std::size_t>(-1) || left > 0) return {};
  text.resize(text.size() - room);
  return text;
}

/// Where the first byte is that is not of `encoding`; the end where all are.
std::size_t first_not_of(std::string_view bytes, const char* encoding) {
  const iconv_t conversion = ::iconv_open("UTF-8", encoding);
  // NOLINTNEXTLINE: that is how iconv says no
  if (conversion == reinterpret_cast<iconv_t>(-1)) return 0;
  std::string text(bytes.size() * 3 + 4, '\0');
  char* in = const_cast<char*>(bytes.data());
  char* out = text.data();
  std::size_t left = bytes.size(), room = text.size();
  ::iconv(conversion, &in, &left, &out, &room);
  ::iconv_close(conversion);
  return bytes.size() - left;
}

/// Whether `text` has characters that no text has: those of a packed file, a picture.
bool has_controls(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v';
  });
}

}  // namespace

std::optional<std::string> decoded_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string text;
  if (bytes.starts_with("\xFF\xFE"))
    text = converted(bytes.substr(2), "UTF-16LE");
  else if (bytes.starts_with("\xFE\xFF"))
    text = converted(bytes.substr(2), "UTF-16BE");
  else if (!base::first_invalid_utf8(bytes))
    text = bytes;
  else
    text = converted(bytes, "GB18030");
  if (text.empty() || has_controls(text)) return std::nullopt;
  return text;
}

namespace {

/// What parts the cells: the one of these that the first lines, title and heads, have most of.
char separator_of(const std::string& text) {
  constexpr int most_lines = 20;
  std::size_t end = 0;
  for (int line = 0; line < most_lines && end < text.size(); ++line) {
    end = std::min(text.find('\n', end), text.size() - 1) + 1;
  }
  const auto last = text.begin() + static_cast<std::ptrdiff_t>(end);
  char best = ',';
  for (const char one : {',', '\t', ';'}) {
    if (std::count(text.begin(), last, one) > std::count(text.begin(), last, best)) best = one;
  }
  return best;
}

}  // namespace

void refuse_bad_byte(std::string_view bytes, const std::string& name) {
  const bool is_wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (bytes.empty() || is_wide || has_controls(std::string(bytes))) return;
  // The encoding that goes on for longer is the one that is meant.
  const std::size_t utf8 = base::first_invalid_utf8(bytes).value_or(bytes.size());
  const std::size_t gb = first_not_of(bytes, "GB18030");
  const std::size_t at = std::max(utf8, gb);
  if (at >= bytes.size()) return;
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(bytes[at]);
  const std::string hex{digits[byte / 16], digits[byte % 16]};
  const auto line =
      std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  base::refuse(
      {{"{0} 读不成文字：第 {1} 行有不是 {2} 的字节 {3}（文件的第 {4} 个字节）",
        "{0} is not read as text: line {1} has the byte {3}, which is not of {2} (byte {4} "
        "of the file)"},
       {name, static_cast<long long>(line + 1), utf8 >= gb ? "UTF-8" : "GB18030", hex,
        static_cast<long long>(at + 1)}},
      {{"文件可能损坏，或混了两种编码；打开看看那一行，另存为 UTF-8 再收",
        "it may be damaged or of two encodings; look at that line and save it as UTF-8"}});
}

Workbook read_csv(const std::string& bytes, const std::string& name) {
  const std::optional<std::string> decoded = decoded_text(bytes);
  if (!decoded) {
    refuse_bad_byte(bytes, name);
    base::refuse({{"{0} 不是表格", "{0} is no spreadsheet"}, {name}},
                 {{"要 xlsx、ods，或 UTF-8、GB18030 的 csv",
                   "an xlsx, an ods, or a csv in UTF-8 or GB18030 is wanted"}});
  }
  const std::string& text = *decoded;
  const char separator = separator_of(text);
  Sheet sheet{name, false, {}, {}};
  CellCount count(name);
  std::size_t row = 0, column = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::string cell;
    if (text[at] == '"') {
      // Up to the quote that no other follows.
      for (++at; at < text.size(); ++at) {
        if (text[at] == '"' && (at + 1 == text.size() || text[at + 1] != '"')) break;
        if (text[at] == '"') ++at;
        cell += text[at];
      }
      ++at;
    }
    while (at < text.size() && text[at] != separator && text[at] != '\n') {
      if (text[at] != '\r') cell += text[at];
      ++at;
    }
    if (!cell.empty()) count.put(sheet, row, column, cell_of_text(std::move(cell)));
    ++column;
    if (at < text.size() && text[at] == '\n') {
      ++row;
      column = 0;
    }
    ++at;
  }
  return {{std::move(sheet)}};
}

}  // namespace taizhang::sheets
