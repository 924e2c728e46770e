// SPDX-License-Identifier: MIT
//
// Excel, WPS and LibreOffice write xlsx with other prefixes, other paths, with shared strings or
// without, and may leave out where a cell stands; what is read is what they have in common.
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <map>

#include "base/text.h"
#include "sheets/formats.h"

namespace taizhang::sheets {

namespace {

/// How a number is shown.
enum class Shown { number, day, time, percent };

struct Style {
  Shown shown = Shown::number;
  std::string words = {};  ///< behind the number
};

/// Whether a format's code shows a day, a y or d that is not quoted, escaped or in brackets, or a
/// time, an h or s that is not quoted or escaped.
Shown shown_by(std::string_view code) {
  bool quoted = false, bracket = false;
  Shown shown = Shown::number;
  for (const char* hours : {"[h]", "[hh]", "[H]", "[HH]", "[mm]", "[m]", "[ss]", "[s]"}) {
    if (code.find(hours) != code.npos) return Shown::time;
  }
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
      continue;
    }
    if (c == '[') bracket = true;
    if (c == ']') bracket = false;
    if (bracket) continue;
    if (c == '%') return Shown::percent;
    if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') return Shown::day;
    if (c == 'h' || c == 'H' || c == 's' || c == 'S') shown = Shown::time;
  }
  return shown;
}

/// The 汉字 that a format such as 0"家以上" shows behind the number; empty where it shows other
/// things as well.
std::string words_behind(std::string_view code) {
  code = code.substr(0, code.find(';'));
  const std::size_t digits = code.starts_with("General")
                                 ? std::string_view("General").size()
                                 : std::min(code.find_first_not_of("0#,."), code.size());
  std::string_view words = code.substr(digits);
  if (digits == 0 || words.size() < 3 || words.front() != '"' || words.back() != '"') return {};
  words = words.substr(1, words.size() - 2);
  const bool is_plain = words.find('"') == words.npos && static_cast<signed char>(words[0]) < 0;
  return is_plain ? std::string(words) : std::string();
}

/// The same of a format that is known by its number alone, Chinese builds' own among them.
Shown shown_by(int id) {
  if (id == 9 || id == 10) return Shown::percent;
  constexpr std::array ranges = {std::pair(14, 17), std::pair(22, 22), std::pair(27, 31),
                                 std::pair(36, 36), std::pair(50, 54), std::pair(57, 58)};
  for (const auto& [first, last] : ranges) {
    if (first <= id && id <= last) return Shown::day;
  }
  constexpr std::array times = {std::pair(18, 21), std::pair(32, 35), std::pair(45, 47),
                                std::pair(55, 56)};
  for (const auto& [first, last] : times) {
    if (first <= id && id <= last) return Shown::time;
  }
  return Shown::number;
}

/// The time of day that is the fraction of `number`, as people see it: 12:30.
std::string time_of_day(const std::string& number) {
  constexpr long long minutes_of_day = 24LL * 60, minutes_of_hour = 60;
  const double days = std::strtod(number.c_str(), nullptr);
  const long long minutes =
      std::llround((days - std::floor(days)) * static_cast<double>(minutes_of_day)) %
      minutes_of_day;
  const std::string past = std::to_string(minutes % minutes_of_hour);
  return std::to_string(minutes / minutes_of_hour) + ":" + (past.size() < 2 ? "0" : "") + past;
}

/// The text of a string item: its runs, without the readings of 汉字 that may stand beside them;
/// `_x000D_` is one character that XML cannot hold.
std::string rich_text(pugi::xml_node item) {
  std::string text;
  for (pugi::xml_node part : item.children()) {
    if (is(part, "t")) text += part.text().get();
    if (is(part, "r")) text += child(part, "t").text().get();
  }
  for (std::size_t at = text.find("_x"); at != text.npos; at = text.find("_x", at + 1)) {
    unsigned code = 0;
    const char* const first = text.data() + at + 2;
    if (at + 7 > text.size() || text[at + 6] != '_') continue;
    if (std::from_chars(first, first + 4, code, 16).ptr != first + 4 || code >= 0x80) continue;
    text.replace(at, 7, code == '\r' ? "" : std::string(1, static_cast<char>(code)));
  }
  return text;
}

/// Where `C4` is; false where `name` is no such thing.
bool place_of(std::string_view name, std::size_t& row, std::size_t& column) {
  std::size_t letters = 0, wide = 0;
  while (letters < name.size() && name[letters] >= 'A' && name[letters] <= 'Z' && letters < 4) {
    wide = wide * 26 + static_cast<std::size_t>(name[letters++] - 'A' + 1);
  }
  std::size_t number = 0;
  const char* const end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + letters, end, number);
  if (letters == 0 || error != std::errc() || stop != end || number == 0) return false;
  row = number - 1;
  column = wide - 1;
  return true;
}

class XlsxReader {
 public:
  explicit XlsxReader(const Package& package) : package_(package), count_(package.name()) {}

  Workbook read() {
    const std::string book = related("", "officeDocument");
    pugi::xml_document document;
    if (book.empty() || !package_.read(book, document)) package_.fail();
    const pugi::xml_node root = document.document_element();
    since_1904_ = attribute(child(root, "workbookPr"), "date1904").as_bool();
    read_strings(related(book, "sharedStrings"));
    read_styles(related(book, "styles"));
    const auto targets = relations(book);
    Workbook workbook;
    for (pugi::xml_node one : child(root, "sheets").children()) {
      const std::string_view state = attribute(one, "state").value();
      const bool hidden = state == "hidden" || state == "veryHidden";
      Sheet sheet{attribute(one, "name").value(), hidden, {}, {}};
      // `id` without its prefix; `sheetId` is another.
      const auto target = targets.find(attribute(one, "id").value());
      if (target == targets.end()) continue;
      read_sheet(target->second.first, sheet);
      workbook.sheets.push_back(std::move(sheet));
    }
    return workbook;
  }

 private:
  using Relations = std::map<std::string, std::pair<std::string, std::string>>;

  /// What the part at `path` refers to, by id: path and type.
  Relations relations(const std::string& path) const {
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == path.npos ? "" : path.substr(0, slash + 1);
    const std::string name = slash == path.npos ? path : path.substr(slash + 1);
    Relations found;
    pugi::xml_document document;
    if (!package_.read(folder + "_rels/" + name + ".rels", document)) return found;
    for (pugi::xml_node one : document.document_element().children()) {
      std::string target = attribute(one, "Target").value();
      if (target.starts_with('/'))
        target.erase(0, 1);
      else
        target.insert(0, folder);
      for (std::size_t up = target.find("/../"); up != target.npos; up = target.find("/../")) {
        const std::size_t start = up == 0 ? 0 : target.rfind('/', up - 1) + 1;
        target.erase(start, up + 4 - start);
      }
      found[attribute(one, "Id").value()] = {target, attribute(one, "Type").value()};
    }
    return found;
  }

  std::string related(const std::string& path, std::string_view type) const {
    for (const auto& [id, one] : relations(path)) {
      const auto& [target, its_type] = one;
      if (its_type.ends_with("/" + std::string(type))) return target;
    }
    return {};
  }

  void read_strings(const std::string& path) {
    pugi::xml_document document;
    if (path.empty() || !package_.read(path, document)) return;
    for (pugi::xml_node item : document.document_element().children()) {
      if (is(item, "si")) strings_.push_back(rich_text(item));
    }
  }

  void read_styles(const std::string& path) {
    pugi::xml_document document;
    if (path.empty() || !package_.read(path, document)) return;
    const pugi::xml_node root = document.document_element();
    std::map<int, Style> own;
    for (pugi::xml_node format : child(root, "numFmts").children()) {
      const std::string_view code = attribute(format, "formatCode").value();
      own[attribute(format, "numFmtId").as_int()] = {shown_by(code), words_behind(code)};
    }
    for (pugi::xml_node style : child(root, "cellXfs").children()) {
      const int id = attribute(style, "numFmtId").as_int();
      const auto known = own.find(id);
      styles_.push_back(known == own.end() ? Style{shown_by(id), {}} : known->second);
    }
  }

  Cell cell_of(pugi::xml_node node) const {
    const std::string_view type = attribute(node, "t").value();
    const std::string value = child(node, "v").text().get();
    if (type == "inlineStr") return cell_of_text(rich_text(child(node, "is")));
    const pugi::xml_node formula = child(node, "f");
    const bool has_none = type == "str" ? !child(node, "v") : value.empty();
    if (formula && has_none) return {CellKind::formula, "=" + std::string(formula.text().get())};
    if (type == "s") {
      const auto index = child(node, "v").text().as_ullong(strings_.size());
      return index < strings_.size() ? cell_of_text(strings_[index]) : Cell{};
    }
    if (type == "str") return cell_of_text(value);
    if (type == "b") return {CellKind::yes_no, value == "1" ? "true" : "false"};
    if (type == "e") return {CellKind::error, value};
    if (type == "d") return {CellKind::date, value.substr(0, 10)};
    const std::string number = plain_number(value);
    if (number.empty()) return {};
    const auto style = attribute(node, "s").as_ullong(0);
    const Style known = style < styles_.size() ? styles_[style] : Style{};
    const Shown shown = known.shown;
    if (shown == Shown::day) {
      const std::string day = day_of_serial(value, since_1904_);
      if (!day.empty()) return {CellKind::date, day};
    }
    if (shown == Shown::time) return {CellKind::text, time_of_day(number)};
    if (!known.words.empty()) return {CellKind::text, number + known.words};
    return {CellKind::number, number, shown == Shown::percent};
  }

  void read_sheet(const std::string& path, Sheet& sheet) {
    pugi::xml_document document;
    if (!package_.read(path, document)) package_.fail();
    const pugi::xml_node root = document.document_element();
    std::size_t row = 0;
    for (pugi::xml_node line : child(root, "sheetData").children()) {
      if (!is(line, "row")) continue;
      row = attribute(line, "r").as_ullong(row + 1) - 1;
      std::size_t column = 0;
      for (pugi::xml_node node : line.children()) {
        if (!is(node, "c")) continue;
        place_of(attribute(node, "r").value(), row, column);
        count_.put(sheet, row, column++, cell_of(node));
      }
      ++row;
    }
    for (pugi::xml_node one : child(root, "mergeCells").children()) {
      const std::string_view range = attribute(one, "ref").value();
      const std::size_t colon = range.find(':');
      Merge merge{};
      if (colon != range.npos && place_of(range.substr(0, colon), merge.row, merge.column) &&
          place_of(range.substr(colon + 1), merge.last_row, merge.last_column)) {
        sheet.merges.push_back(merge);
      }
    }
  }

  const Package& package_;
  CellCount count_;
  bool since_1904_ = false;
  std::vector<std::string> strings_;
  std::vector<Style> styles_;
};

}  // namespace

Workbook read_xlsx(const Package& package) { return XlsxReader(package).read(); }

}  // namespace taizhang::sheets
