// SPDX-License-Identifier: MIT
#include "render/paper_xlsx.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <set>

#include "base/text.h"
#include "render/heading_number.h"
#include "sheets/book_writer.h"

namespace taizhang::render {

namespace {

bool is_percent(const document::Number& number) {
  return number.form == document::Form::percent || number.form == document::Form::share;
}

using document::Tone;
using document::Value;

constexpr lxw_row_t head_row = 1;
constexpr double line_height = 15;
constexpr double highest_row = 409;
/// What is as wide as several pages is printed with 6 of its 11 pt.
constexpr int points = 11;
constexpr int points_of_wide = 6;

/// The ground of a cell and its letters, dark enough on it for print.
struct Paint {
  lxw_color_t ground;
  lxw_color_t letters;
};
constexpr Paint paints[] = {{0xFFFFFF, 0x000000}, {0xDDEBF7, 0x1F4E79}, {0xE2EFDA, 0x1E5C2A},
                            {0xEDEDED, 0x525252}, {0xFFEB9C, 0x6B5000}, {0xFFC7CE, 0x9C0006}};

/// How a cell looks: two that are alike share a format of the workbook.
struct Dress {
  std::string number = {};  ///< the format of a number or a day
  Tone tone = Tone::plain;
  lxw_format_alignments align = LXW_ALIGN_LEFT;

  friend auto operator<=>(const Dress&, const Dress&) = default;
};

/// What stands behind the digits where a number is printed, as a format of a sheet has it.
std::string unit_part(const document::Number& number, base::Language language) {
  const std::string shown = document::text(Value(number), language);
  const std::size_t at = std::min(shown.find_first_not_of("+-.0123456789"), shown.size());
  // No change is a word; it has no unit.
  std::string unit = at == 0 ? "" : shown.substr(at);
  std::erase_if(unit, [](char c) { return c == '"' || c == '\\'; });
  return unit.empty() ? unit : "\"" + unit + "\"";
}

/// The format in which a number looks as it is printed.
std::string number_format(const document::Number& number, base::Language language) {
  std::string form = "General";
  if (is_percent(number)) {
    form = number.form == document::Form::percent ? "0.00%" : "0.0%";
  } else {
    if (number.form == document::Form::ratio) form = "0.0000";
    if (number.form == document::Form::score) form = "0.00";
    form += unit_part(number, language);
  }
  if (!number.is_change) return form;
  // No change is a word.
  document::Number none = number;
  none.value = {};
  return "+" + form + ";-" + form + ";\"" + document::text(Value(none), language) + "\"";
}

class PaperBook {
 public:
  explicit PaperBook(const document::Document& document) : document_(document) {
    title_ = workbook_add_format(book_);
    format_set_align(title_, LXW_ALIGN_CENTER);
    format_set_align(title_, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(title_);
    large_ = workbook_add_format(book_);
    format_set_font_name(large_, "方正小标宋简体");
    format_set_font_size(large_, 22);
    small_ = workbook_add_format(book_);
    format_set_font_name(small_, "楷体_GB2312");
    format_set_font_size(small_, 11);
    head_ = workbook_add_format(book_);
    format_set_font_name(head_, "黑体");
    format_set_font_size(head_, 11);
    format_set_align(head_, LXW_ALIGN_CENTER);
    format_set_align(head_, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(head_);
    format_set_border(head_, LXW_BORDER_THIN);
    format_set_bg_color(head_, 0xF2F2F2);
    for (const Value& line : document.head) below_title_.push_back(text(line));
    const document::Masthead& masthead = *document.masthead;
    for (const std::string& part :
         {masthead.issuer, masthead.edition.is_absent() ? "" : text(masthead.edition),
          masthead.date.is_absent() ? "" : text(masthead.date)}) {
      if (!part.empty()) below_title_.push_back(part);
    }
  }

  void add(const document::Table& whole, const std::string& name) {
    const document::Table table = without_printed_numbers(whole);
    if (table.columns.empty()) return;
    if (table.rows.size() + head_row + 1 >= LXW_ROW_MAX)
      sheets::BookWriter::refuse_rows(table.rows.size());
    const auto last = static_cast<lxw_col_t>(table.columns.size() - 1);
    begin(name);
    const bool is_first = names_used_++ == 0;
    const std::vector<int> widths = set_widths(table);
    const lxw_col_t repeated = frozen_columns(table);
    const SheetPages pages = pages_of(widths, repeated);
    const std::string title = is_first ? document_.title : document_.title + " · " + name;
    write_titles(title, pages, widths);
    int head_lines = 1;
    for (std::size_t i = 0; i <= last; ++i) {
      const std::string& head = table.columns[i].title;
      sheets::put_text(place(head_row, i), head, head_);
      head_lines = std::max(head_lines, lines_of(head, widths[i]));
    }
    worksheet_set_row(sheet_, head_row, line_height * head_lines + 6, nullptr);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const auto row = static_cast<lxw_row_t>(head_row + 1 + r);
      int lines = 1;
      for (std::size_t i = 0; i <= last; ++i) {
        const Value& value = table.rows[r].cells[i];
        const bool right = table.columns[i].align == document::Align::right;
        // A number of the rows stands apart from the words beside it.
        const bool is_row_number = right && i == 0 && repeated > 0;
        write(place(row, i), value,
              is_row_number ? LXW_ALIGN_CENTER
              : right       ? LXW_ALIGN_RIGHT
                            : LXW_ALIGN_LEFT);
        lines = std::max(lines, lines_of(text(value), widths[i]));
      }
      // No program makes a row as high as its text by itself.
      worksheet_set_row(sheet_, row, std::min(line_height * lines + 4, highest_row), nullptr);
    }
    if (!table.rows.empty()) {
      worksheet_autofilter(sheet_, head_row, 0,
                           static_cast<lxw_row_t>(head_row + table.rows.size()), last);
    }
    worksheet_freeze_panes(sheet_, head_row + 1, repeated);
    worksheet_repeat_rows(sheet_, 0, head_row);
    if (!pages.breaks.empty() && repeated > 0) worksheet_repeat_columns(sheet_, 0, repeated - 1);
    set_up_page(pages);
  }

  /// What stands in the foot of the document, a line a row.
  void add_foot(const std::string& name) {
    begin(name);
    constexpr int width = 110;
    worksheet_set_column(sheet_, 0, 0, width, nullptr);
    lxw_format* const wrapped = workbook_add_format(book_);
    format_set_text_wrap(wrapped);
    format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
    lxw_row_t row = 0;
    for (const Value& line : document_.foot) {
      sheets::put_text(place(row, 0), text(line), wrapped);
      worksheet_set_row(sheet_, row++, line_height * lines_of(text(line), width) + 4, nullptr);
    }
    set_up_page({});
  }

  std::string bytes() { return workbook_.bytes(); }

 private:
  std::string text(const Value& value) const { return document::text(value, document_.language); }

  void begin(const std::string& name) {
    sheet_ = workbook_add_worksheet(book_, names_.name(name).c_str());
    if (!sheet_) sheets::BookWriter::fail();
  }

  void set_up_page(const SheetPages& pages) {
    constexpr std::uint8_t a3 = 8;
    constexpr std::uint8_t a4 = 9;
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, pages.is_a3 ? a3 : a4);
    if (pages.breaks.empty()) {
      worksheet_fit_to_pages(sheet_, 1, 0);
    } else {
      // A sheet that is fitted to its pages is parted wherever that ends, not at these columns.
      worksheet_set_print_scale(sheet_, 100 * points_of_wide / points);
      std::vector<lxw_col_t> breaks(pages.breaks.begin(), pages.breaks.end());
      breaks.push_back(0);  // ends the list
      check(worksheet_set_v_pagebreaks(sheet_, breaks.data()));
    }
    worksheet_center_horizontally(sheet_);
    worksheet_set_margins(sheet_, 0.5, 0.5, 0.6, 0.7);  // inches
    worksheet_set_footer(sheet_, "&C&10— &P/&N —");
  }

  /// One cell over all columns of a page: the title, and smaller what and of when it is.
  void write_titles(const std::string& title, const SheetPages& pages,
                    const std::vector<int>& widths) {
    double highest = 0;
    for (std::size_t page = 0; page <= pages.breaks.size(); ++page) {
      const std::size_t first = page == 0 ? 0 : pages.breaks[page - 1];
      const std::size_t end = page == pages.breaks.size() ? widths.size() : pages.breaks[page];
      const auto at = widths.begin();
      const int width = std::accumulate(at + static_cast<std::ptrdiff_t>(first),
                                        at + static_cast<std::ptrdiff_t>(end), 0);
      const std::string below = below_title(width);
      write_title({title, below}, static_cast<lxw_col_t>(first), static_cast<lxw_col_t>(end - 1));
      // Letters of the title take twice the width of those that columns are measured in.
      constexpr double title_line = 34;
      highest = std::max(highest, title_line * lines_of(title, width / 2) +
                                      line_height * lines_of(below, width) + 15);
    }
    worksheet_set_row(sheet_, 0, std::min(highest, highest_row), nullptr);
  }

  /// The parts beside each other as far as a line goes, so that no day is broken at its hyphens.
  std::string below_title(int width) const {
    const int room = std::max(1, width - 2);
    std::string lines;
    int used = room;
    for (const std::string& part : below_title_) {
      const int own = base::display_width(part);
      if (used + 2 + own <= room) {
        lines += "　" + part;
        used += 2 + own;
        continue;
      }
      for (const std::string& line : base::wrapped(part, room)) {
        lines += (lines.empty() ? "" : "\n") + line;
        used = base::display_width(line);
      }
    }
    return lines;
  }

  struct Titles {
    std::string title;
    std::string below;
  };
  void write_title(const Titles& given, lxw_col_t from, lxw_col_t last) {
    std::string title = sheets::cell_text(given.title);
    std::string below = sheets::cell_text("\n" + given.below);
    if (last > from) check(worksheet_merge_range(sheet_, 0, from, 0, last, "", title_));
    lxw_rich_string_tuple first{large_, title.data()};
    lxw_rich_string_tuple second{small_, below.data()};
    lxw_rich_string_tuple* both[] = {&first, &second, nullptr};
    check(worksheet_write_rich_string(sheet_, 0, from, both, title_));
  }

  /// The column that programs get with the number of a task as issued stands in its first one,
  /// where people read it.
  static document::Table without_printed_numbers(const document::Table& whole) {
    document::Table table = whole;
    const auto is_number = [](const document::Column& column) {
      return column.key == "no" && column.in_heading;
    };
    const auto found = std::ranges::find_if(table.columns, is_number);
    const bool has_item =
        std::ranges::find(table.columns, "item", &document::Column::key) != table.columns.end();
    if (found == table.columns.end() || !has_item) return table;
    const auto at = found - table.columns.begin();
    table.columns.erase(found);
    for (document::Row& row : table.rows) row.cells.erase(row.cells.begin() + at);
    return table;
  }

  /// As narrow as what a column holds: a figure stays on its line, texts go on in the next ones.
  std::vector<int> set_widths(const document::Table& table) {
    std::vector<int> widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      widths.push_back(width_of(table, i));
      const auto at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, at, at, widths.back(), nullptr);
    }
    return widths;
  }

  /// What is a number or a day in the sheet: it has no second line.
  static bool is_on_one_line(const Value& value) {
    return value.as<long long>() || value.as<base::Date>() ||
           document::bare(value).as<document::Number>();
  }

  int width_of(const document::Table& table, std::size_t column) const {
    constexpr int narrowest = 6;
    constexpr int longest_word = 14;
    constexpr int narrow_text = 8;
    constexpr int widest_text = 28;
    // Beside the text there are the margins of a cell and, in the head, the button of a filter.
    constexpr int margins = 2;
    constexpr int button = 3;
    const std::string& title = table.columns[column].title;
    const int title_width = base::display_width(title);
    // A head of more than three 汉字 has two lines.
    int head =
        title_width <= narrowest ? title_width : std::max(narrowest, (title_width + 3) / 4 * 2);
    head = std::min(std::max(head, widest_piece(title)), longest_word);
    int figure = 0;
    int word = 0;
    int longest = 0;
    for (const document::Row& row : table.rows) {
      const Value& value = row.cells[column];
      const std::string shown = text(value);
      const int width = base::display_width(shown);
      if (is_on_one_line(value)) {
        figure = std::max(figure, width);
      } else {
        longest = std::max(longest, width);
        word = std::max(word, widest_piece(shown));
      }
    }
    // A text of several lines gets wider the longer it is.
    const int most =
        std::max(std::clamp(longest / 3, narrow_text, widest_text), std::min(word, longest_word));
    return std::max(
        {narrowest, head + button, figure + margins, std::min(longest, most) + margins});
  }

  /// The widest of what no line is broken within.
  static int widest_piece(const std::string& words) {
    int widest = 0;
    for (const std::string& piece : base::pieces(words)) {
      widest = std::max(widest, base::display_width(base::trimmed(piece)));
    }
    return widest;
  }

  /// What names a row stays in sight where it stands near the edge.
  static lxw_col_t frozen_columns(const document::Table& table) {
    constexpr std::size_t near = 3;
    for (std::size_t i = 0; i < std::min(near, table.columns.size() - 1); ++i) {
      const std::string& key = table.columns[i].key;
      if (key == "title" || key == "name") return static_cast<lxw_col_t>(i + 1);
    }
    return 0;
  }

  static int lines_of(const std::string& words, int width) {
    int lines = 0;
    for (const std::string_view line : base::split(words, '\n')) {
      // A 汉字 that does not fit whole goes to the next line.
      lines += 1 + std::max(0, base::display_width(line) - 1) / std::max(1, width - 2);
    }
    return lines;
  }

  static void check(lxw_error error) {
    if (error != LXW_NO_ERROR) sheets::BookWriter::fail();
  }

  sheets::CellPlace place(lxw_row_t row, std::size_t column) const {
    return {sheet_, row, static_cast<lxw_col_t>(column)};
  }

  void write(const sheets::CellPlace& at, const Value& value, lxw_format_alignments align) {
    Dress dress{.tone = value.tone(), .align = align};
    // Of what is not there a dash is left out; a word that says why it is not stays.
    if (text(value) == document::absent_sign) {
      check(worksheet_write_blank(at.sheet, at.row, at.column, format_of(dress)));
    } else if (const auto* whole = value.as<long long>()) {
      sheets::put_number(at, static_cast<double>(*whole), format_of(dress));
    } else if (const auto* number = document::bare(value).as<document::Number>()) {
      const std::string shown = text(value);
      const std::string own = text(document::bare(value));
      const std::string in_words = "\"" + shown + "\"";
      // What is told in other words is shown in them, below zero too.
      dress.number = shown.starts_with(own) ? number_format(*number, document_.language)
                                            : in_words + ";" + in_words + ";" + in_words;
      if (shown.starts_with(own) && shown != own) {
        dress.number += "\"" + shown.substr(own.size()) + "\"";
      }
      sheets::put_number(at, figure_of(*number), format_of(dress));
    } else if (const auto* date = value.as<base::Date>()) {
      dress.number = "yyyy-mm-dd";
      sheets::put_day(at, *date, format_of(dress));
    } else {
      dress.number = "@";
      sheets::put_text(at, text(value), format_of(dress));
    }
  }

  lxw_format* format_of(const Dress& dress) {
    lxw_format*& format = formats_[dress];
    if (format) return format;
    format = workbook_add_format(book_);
    format_set_font_name(format, "仿宋_GB2312");
    format_set_font_size(format, 11);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_align(format, dress.align);
    format_set_border(format, LXW_BORDER_THIN);
    if (!dress.number.empty()) format_set_num_format(format, dress.number.c_str());
    if (dress.tone != Tone::plain) {
      const Paint& paint = paints[static_cast<std::size_t>(dress.tone)];
      format_set_bg_color(format, paint.ground);
      format_set_font_color(format, paint.letters);
    }
    return format;
  }

  const document::Document& document_;
  sheets::BookWriter workbook_{sheets::BookWriter::Rows::kept};
  lxw_workbook* const book_ = workbook_.book();
  lxw_worksheet* sheet_ = nullptr;
  lxw_format *title_, *large_, *small_, *head_;
  std::vector<std::string> below_title_;  ///< what and of when the paper is, part by part
  std::map<Dress, lxw_format*> formats_;
  sheets::SheetNames names_;
  int names_used_ = 0;
};

}  // namespace

SheetPages pages_of(const std::vector<int>& widths, std::size_t repeated) {
  // What a line of each paper holds between its margins, on its side, in letters of 11 pt: they are
  // wider where the fonts are lacking.
  constexpr int letters_of_a4 = 109;
  constexpr int letters_of_a3 = 160;
  const auto sum = [&](std::size_t end) {
    return std::accumulate(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(end), 0);
  };
  const int all = sum(widths.size());
  if (all <= letters_of_a4 * points / points_of_wide) return {};
  constexpr int whole = letters_of_a3 * points / points_of_wide;
  if (all <= whole) return {.is_a3 = true};
  SheetPages pages{.is_a3 = true};
  // Beside its letters a column has its margins.
  const int on_each = sum(repeated) + static_cast<int>(repeated);
  int used = on_each;
  for (std::size_t i = repeated; i < widths.size(); ++i) {
    if (used + widths[i] + 1 > whole && used > on_each) {
      pages.breaks.push_back(i);
      used = on_each;
    }
    used += widths[i] + 1;
  }
  return pages;
}

double figure_of(const document::Number& number) {
  const double printed = std::strtod(number.digits().c_str(), nullptr);
  return is_percent(number) ? printed / 100 : printed;
}

std::string paper_xlsx(const document::Document& document) {
  PaperBook book(document);
  document::Document all = document;
  if (document.sheets) {
    for (document::Chapter& chapter : document.sheets()) all.chapters.push_back(std::move(chapter));
  }
  std::set<std::string_view> plans;
  for (const document::Chapter& chapter : all.chapters) {
    if (!chapter.plan.empty()) plans.insert(chapter.plan);
  }
  document::for_each_table(all, [&](const document::Chapter& chapter, const document::Table& table,
                                    const std::string& title) {
    const std::string subject = chapter.subject.empty() ? "" : chapter.subject + " ";
    // What the sheet is comes first: of a long name a sheet keeps the start.
    const std::string plan = plans.size() > 1 && !chapter.plan.empty() ? " " + chapter.plan : "";
    book.add(table, subject + std::string(without_number(title)) + plan);
  });
  book.add_foot(document.language == base::Language::zh ? "说明" : "notes");
  return book.bytes();
}

}  // namespace taizhang::render
