// SPDX-License-Identifier: MIT
#include "report/paper/fit.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

#include "base/text.h"
#include "document/paper_columns.h"
#include "report/paper/paper.h"

namespace taizhang::report {

namespace {

/// A4 with margins of 18 mm at the sides, in letters of 六号 in tables and 小五 in lines, as the
/// docx that is compact has it; and as the style sheet of a page prints it.
constexpr Height page_height{15478, 15590};
constexpr int page_width = document::width_of_few_pages;
constexpr int table_letter = document::letter_of_few_pages;
constexpr Height table_line{176, 167};
constexpr Height table_rule{12, 26};
constexpr Height gap{60, 80};
constexpr int text_letters = 108;
constexpr int text_letters_on_page = 126;
constexpr Height text_line{194, 205};
constexpr int indent_of_text = 4;
constexpr Height heading_line{240, 256};
constexpr Height heading_part{290, 364};
constexpr Height card_lines{500, 540};  ///< those of the label and the figure
/// The head with its red line.
constexpr Height head_of_paper{1585, 1381};
/// The foot: legend, footnotes, provenance.
constexpr Height foot_line{160, 195};
constexpr Height around_foot{60, 160};
constexpr int foot_letters = 131;
constexpr int foot_letters_on_page = 140;
/// By how much a paper may be higher than it was reckoned, for each page after the first: programs
/// break lines each in its own way, and the more of them there are the more that is.
constexpr Height spare_of_page{400, 300};
constexpr Height spare(int pages) { return spare_of_page * (pages - 1); }

/// After so many turns the pages take what they have.
constexpr int most_turns = 20;
constexpr int most_looks = 8;
/// So many rows of each table may give way to titles.
constexpr std::size_t rows_that_give_way = 2;

/// With how many tasks a plan still has the pages of a short one.
constexpr std::size_t short_plan = 120;
constexpr int pages_of_short_plan = 2;
constexpr int pages_of_long_plan = 4;

Height height_of_text(const std::string& text) {
  return {text_line.word * document::lines_of(text, text_letters, indent_of_text),
          text_line.page * document::lines_of(text, text_letters_on_page)};
}

/// The notes of cards beside each other go on below them.
Height height_of_cards(const document::Cards& cards, base::Language language) {
  const auto count = static_cast<int>(std::max<std::size_t>(cards.lines.size(), 1));
  const int letters = page_width / count / table_letter - 2;
  int notes = 0;
  for (const auto& card : cards.lines) {
    const std::string note = document::text(card.note, language);
    if (!note.empty()) notes = std::max(notes, document::lines_of(note, letters));
  }
  return card_lines + Height{table_line.word * notes, 0} + gap;
}

}  // namespace

int lines_in_column(const std::string& text) {
  return document::lines_of(text, document::letters_of_column);
}

namespace {

HeightOfTable height_with(const document::Table& table, const std::vector<int>& widths,
                          base::Language language) {
  HeightOfTable height;
  const auto of = [](int lines) { return table_line * lines + table_rule; };
  height.head = of(document::lines_of(table.columns, widths, table_letter)) + gap;
  for (const document::Row& row : table.rows) {
    height.rows.push_back(of(document::lines_of(row, widths, table_letter, language)));
  }
  return height;
}

}  // namespace

HeightOfTable height_of(const document::Table& whole, base::Language language, std::size_t shown) {
  const document::Table table = document::below_heading(whole);
  return height_with(table, document::lowest(table, shown, page_width, table_letter, language),
                     language);
}

HeightOfTable rough_height_of(const document::Table& whole, base::Language language) {
  const document::Table table = document::below_heading(whole);
  return height_with(
      table, document::shared_out(document::wishes_of(table, language), page_width, table_letter),
      language);
}

Height height_of(const document::Block& block, base::Language language) {
  if (const auto* heading = std::get_if<document::Heading>(&block)) {
    return heading->level == 1 ? heading_part : heading_line;
  }
  if (const auto* table = std::get_if<document::Table>(&block)) {
    const HeightOfTable height = height_of(*table, language, table->rows.size());
    return std::accumulate(height.rows.begin(), height.rows.end(), height.head);
  }
  if (const auto* line = std::get_if<document::Paragraph>(&block)) {
    return height_of_text(document::text(line->text, language));
  }
  if (const auto* bullets = std::get_if<document::Bullets>(&block)) {
    if (bullets->in_columns) {
      std::vector<std::string> lines;
      for (const Value& line : bullets->lines) lines.push_back(document::text(line, language));
      return gap + text_line * document::in_two_columns(lines).lines;
    }
    Height height;
    for (const Value& line : bullets->lines) {
      height += height_of_text(document::text(line, language));
    }
    return height;
  }
  const auto* cards = std::get_if<document::Cards>(&block);
  return cards ? height_of_cards(*cards, language) : Height();
}

Height height_of_words(int letters) {
  const auto part = [&](int line, int of) { return (letters * line + of - 1) / of; };
  return {part(text_line.word, text_letters), part(text_line.page, text_letters_on_page)};
}

Height height_of_foot(const std::vector<Value>& lines, base::Language language) {
  Height height = around_foot + foot_line;
  for (const Value& line : lines) {
    const std::string text = document::text(line, language);
    height += {foot_line.word * document::lines_of(text, foot_letters),
               foot_line.page * document::lines_of(text, foot_letters_on_page)};
  }
  return height;
}

Height room_on(int pages, Height foot) {
  return page_height * pages - head_of_paper - foot - spare(pages);
}

void add_text(std::vector<Piece>& pieces, Height height) {
  while (height.word > 0 || height.page > 0) {
    const Height line{std::min(height.word, text_line.word), std::min(height.page, text_line.page)};
    pieces.push_back({line});
    height -= line;
  }
}

void add_table(std::vector<Piece>& pieces, Height head, std::span<const Height> rows) {
  if (rows.empty()) return;
  pieces.push_back({head, true});
  for (const Height& row : rows) pieces.push_back({.height = row, .again = head});
}

namespace {

/// The same of one kind of pages.
int excess(int pages, const std::vector<Piece>& pieces, int foot, int Height::*kind) {
  const int whole = page_height.*kind;
  int left = pages;
  int at = head_of_paper.*kind;
  for (std::size_t i = 0; i < pieces.size();) {
    std::size_t end = i;
    int together = 0;
    do together += pieces[end].height.*kind;
    while (pieces[end++].keeps_next && end < pieces.size());
    if (at + together > whole) {
      --left;
      at = pieces[i].again.*kind;
    }
    at += together;
    i = end;
  }
  // The foot is never parted.
  if (at + foot > whole) {
    --left;
    at = 0;
  }
  return at + foot - left * whole;
}

}  // namespace

Height excess_on(int pages, const std::vector<Piece>& pieces, Height foot) {
  return {excess(pages, pieces, foot.word, &Height::word),
          excess(pages, pieces, foot.page, &Height::page)};
}

std::size_t most_rows_on(int pages, std::size_t rows_above) {
  constexpr Height lowest_row = table_line + table_rule;
  const Height room = room_on(pages, 0);
  const auto most =
      static_cast<std::size_t>(std::min(room.word / lowest_row.word, room.page / lowest_row.page));
  return most - std::min(most, rows_above);
}

namespace {

/// What stands in a room, as it fills.
class Filling {
 public:
  Filling(const std::vector<Cuttable>& all, Height room) : all_(all), room_(room) {
    for (const Cuttable& one : all) {
      const std::size_t least = std::min(one.least, one.heights.size());
      counts_.push_back({least, least});
      room_ -= std::accumulate(one.heights.begin(),
                               one.heights.begin() + static_cast<std::ptrdiff_t>(least),
                               least > 0 ? one.head : Height());
      if (least < one.count) room_ -= one.rest;
    }
    fits_ = Height().fits(room_);
  }

  /// Whether what must stand does.
  bool fits() const { return fits_; }

  /// Whether there was room for one more of those at `i`.
  bool add_row(std::size_t i) {
    const Cuttable& one = all_[i];
    InRoom& now = counts_[i];
    if (now.stand == one.heights.size()) return false;
    const bool was_named = now.stand < now.named;
    const bool ends_rest = now.named < one.count && now.stand + 1 == one.count;
    const Height more = one.heights[now.stand] + (now.stand == 0 ? one.head : Height()) -
                        (was_named ? one.names[now.stand] : Height()) -
                        (ends_rest ? one.rest : Height());
    if (!more.fits(room_)) return false;
    room_ -= more;
    now.named = std::max(now.named, ++now.stand);
    return true;
  }

  bool add_name(std::size_t i) {
    const Cuttable& one = all_[i];
    InRoom& now = counts_[i];
    if (now.named >= one.names.size()) return false;
    const Height more = one.names[now.named] - (now.named + 1 == one.count ? one.rest : Height());
    if (!more.fits(room_)) return false;
    room_ -= more;
    ++now.named;
    return true;
  }

  const std::vector<InRoom>& counts() const { return counts_; }

 private:
  const std::vector<Cuttable>& all_;
  Height room_;
  bool fits_ = true;
  std::vector<InRoom> counts_;
};

}  // namespace

Filled filled_room(const std::vector<Cuttable>& all, Height room) {
  Filling filling(all, room);
  const auto stand = [&](std::size_t i) { return filling.counts()[i].stand; };
  // A name takes a part of the room of a row, and who is not named cannot be asked.
  const auto add_names = [&](bool first) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      while (all[i].names_first == first && filling.add_name(i)) {
      }
    }
  };
  add_names(true);
  for (std::size_t i = 0; i < all.size(); ++i) {
    while (stand(i) < all[i].pressing && filling.add_row(i)) {
    }
  }
  add_names(false);
  std::vector<bool> is_full(all.size(), false);
  for (bool has_more = true; has_more;) {
    has_more = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t n = 0; n < all[i].weight && !is_full[i]; ++n) {
        is_full[i] = !filling.add_row(i);
        has_more |= !is_full[i];
      }
    }
  }
  return {filling.counts(), filling.fits()};
}

Exceptions exceptions_of(std::vector<Row> rows, std::string_view field, std::string id) {
  const std::size_t count = rows.size();
  return {.rows = std::move(rows), .field = field, .groups = {{std::move(id), count}}};
}

void Paper::put(document::Table table, Exceptions exceptions) {
  must_stand_ += std::min(exceptions.least, exceptions.rows.size());
  cuts_.push_back({chapter_.blocks.size(), std::move(exceptions)});
  put(document::Block(std::move(table)));
}

Value Paper::rest_by_unit(const std::vector<Row>& rows, std::string_view field) const {
  document::List units;
  std::vector<std::pair<std::string, std::vector<Row>>> groups;
  bool has_joint = false;
  std::map<std::string, Value> labels;
  for (const facts::Known& unit : facts::find_field(Kind::tasks, "lead")->field->known(plan_)) {
    labels.emplace(query::plain(unit.value), unit.label);
    groups.emplace_back(query::plain(unit.value), std::vector<Row>());
  }
  groups.emplace_back("", std::vector<Row>());
  for (const Row& row : rows) {
    Value value = facts::value(row, field);
    if (const auto* list = value.as<document::List>()) {
      has_joint |= list->items.size() > 1;
      value = list->items.empty() ? Value() : Value(list->items.front());
    }
    const std::string unit = value.is_absent() ? "" : query::plain(value);
    const auto at =
        std::ranges::find_if(groups, [&](const auto& one) { return one.first == unit; });
    (at == groups.end() ? groups.back() : *at).second.push_back(row);
  }
  const auto add = [&](Value label, const std::vector<Row>& some) {
    if (some.empty()) return;
    units.items.push_back(say(asked_, keys::paper_of_unit, std::move(label), one_by_one(some)));
  };
  for (const auto& [unit, some] : groups) {
    if (!unit.empty()) add(labels.at(unit), some);
  }
  for (const auto& [name, some] : of_no_unit(groups.back().second, field)) {
    add(std::string(name), some);
  }
  Value told(std::move(units));
  return has_joint ? say(asked_, keys::paper_by_first, std::move(told)) : told;
}

std::vector<document::Block> Paper::rest_of(const Exceptions& exceptions, const InRoom& in_room,
                                            bool by_number) const {
  std::vector<document::Block> lines;
  const auto some = [&](std::size_t first, std::size_t end) {
    return std::vector<Row>(exceptions.rows.begin() + static_cast<std::ptrdiff_t>(first),
                            exceptions.rows.begin() + static_cast<std::ptrdiff_t>(end));
  };
  const auto [in_table, named] = in_room;
  if (exceptions.by_name && named > in_table) {
    const std::vector<Row> rows = some(in_table, named);
    lines.emplace_back(
        document::Paragraph{"named", say(asked_, *exceptions.by_name, one_by_one(rows),
                                         names_of(asked_, rows, exceptions.name))});
  }
  std::size_t first = 0;
  for (const Exceptions::Group& group : exceptions.groups) {
    const bool is_all = std::max(in_table, named) <= first;
    const std::size_t begin = std::max({first, in_table, named});
    first = group.end;
    if (begin >= group.end) continue;
    const std::vector<Row> rows = some(begin, group.end);
    // That there are others above is what a rest is of.
    Value count =
        say(asked_, is_all && in_table == 0 ? group.of_all : group.words, one_by_one(rows));
    lines.emplace_back(document::Paragraph{
        group.id, by_number ? say(asked_, keys::paper_rest_alone, std::move(count))
                            : say(asked_, keys::paper_rest_by_unit, std::move(count),
                                  rest_by_unit(rows, exceptions.field))});
  }
  return lines;
}

void Paper::keep_to_pages(const std::vector<Value>& foot) {
  has_pages_ = true;
  foot_ = height_of_foot(foot, asked_.language());
}

int Paper::pages() const {
  const bool is_short = plan_.plan->tasks.size() <= short_plan;
  return is_short ? pages_of_short_plan : pages_of_long_plan;
}

std::vector<Row> Paper::that_may_stand(const std::vector<Row>& rows, std::size_t least) const {
  if (!has_pages_) return rows;
  const std::size_t most = std::max(least, most_rows_on(pages(), must_stand_));
  return {rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(most, rows.size()))};
}

bool Paper::has_own_heading(std::size_t table) const {
  const auto* above =
      table > 0 ? std::get_if<document::Heading>(&chapter_.blocks[table - 1]) : nullptr;
  return above && above->level > level_;
}

namespace {

void add_block(std::vector<Piece>& pieces, const document::Block& block, base::Language language) {
  if (const auto* table = std::get_if<document::Table>(&block)) {
    const HeightOfTable height = height_of(*table, language, table->rows.size());
    return add_table(pieces, height.head, height.rows);
  }
  const Height height = height_of(block, language);
  if (std::holds_alternative<document::Heading>(block)) {
    pieces.push_back({height, true});
  } else if (std::holds_alternative<document::Cards>(block)) {
    pieces.push_back({height});
  } else {
    add_text(pieces, height);
  }
}

/// What stands of a table that may be cut, below its heading.
void add_cut(std::vector<Piece>& pieces, const Cuttable& one, const InRoom& now) {
  const auto stand = static_cast<std::ptrdiff_t>(now.stand);
  add_table(pieces, one.head, std::span(one.heights).first(now.stand));
  if (now.named > now.stand) {
    add_text(pieces, std::accumulate(one.names.begin() + stand,
                                     one.names.begin() + static_cast<std::ptrdiff_t>(now.named),
                                     Height(text_line)));
  }
  if (now.named < one.count) add_text(pieces, one.rest);
}

}  // namespace

/// How high the blocks of a chapter are, each worked out once until it is told in another form: a
/// paper is laid out again and again until it has its pages.
class Paper::Heights {
 public:
  Heights(const document::Chapter& chapter, base::Language language)
      : chapter_(chapter), language_(language) {}

  const std::vector<Piece>& of_block(std::size_t block) {
    const auto [at, is_new] = blocks_.try_emplace(block);
    if (is_new) add_block(at->second, chapter_.blocks[block], language_);
    return at->second;
  }
  const HeightOfTable& of_table(std::size_t block, std::size_t shown) {
    const auto [at, is_new] = tables_[block].try_emplace(shown);
    if (is_new) at->second = height_of(table(block), language_, shown);
    return at->second;
  }
  const HeightOfTable& roughly_of_table(std::size_t block) {
    const auto [at, is_new] = rough_.try_emplace(block);
    if (is_new) at->second = rough_height_of(table(block), language_);
    return at->second;
  }

  void forget(std::size_t block) {
    blocks_.erase(block);
    tables_.erase(block);
    rough_.erase(block);
  }

 private:
  const document::Table& table(std::size_t block) const {
    return std::get<document::Table>(chapter_.blocks[block]);
  }

  const document::Chapter& chapter_;
  const base::Language language_;
  std::map<std::size_t, std::vector<Piece>> blocks_;
  std::map<std::size_t, std::map<std::size_t, HeightOfTable>> tables_;
  std::map<std::size_t, HeightOfTable> rough_;
};

Paper::Room Paper::rows_in_room(const Telling& telling, Heights& heights,
                                const Room* before) const {
  const base::Language language = asked_.language();
  Height room = room_on(pages(), foot_);
  auto cut = cuts_.begin();
  std::vector<Cuttable> all;
  std::vector<Height> headings;
  // What stands above the first table that may be cut, between it and the next, below the last.
  std::vector<std::vector<Piece>> between(1);
  for (std::size_t i = 0; i < chapter_.blocks.size(); ++i) {
    if (cut == cuts_.end() || cut->block != i) {
      for (const Piece& piece : heights.of_block(i)) {
        room -= piece.height;
        between.back().push_back(piece);
      }
      continue;
    }
    const Exceptions& exceptions = cut->exceptions;
    const bool by_number = telling.by_number[all.size()];
    ++cut;
    Cuttable& one = all.emplace_back();
    const bool may_be_none = telling.brevity >= Brevity::no_rows && !exceptions.names_first;
    one.count = exceptions.rows.size();
    one.least = may_be_none ? 0 : std::min(exceptions.least, one.count);
    one.pressing = exceptions.pressing;
    one.weight = exceptions.weight;
    one.names_first = exceptions.names_first;
    for (const document::Block& line : rest_of(exceptions, {one.least, 0}, by_number)) {
      one.rest += height_of(line, language);
    }
    headings.push_back(may_be_none && has_own_heading(i) ? heading_line : Height());
    if (headings.back() != Height()) between.back().pop_back();
    between.emplace_back();
    room += headings.back();
    if (!exceptions.by_name || may_be_none || one.least == one.count) continue;
    room -= text_line;
    one.names.resize(one.least);
    for (Height height; height.fits(room) && one.names.size() < one.count;) {
      const Row& row = exceptions.rows[one.names.size()];
      const Value name = exceptions.name ? exceptions.name(row) : name_of(asked_, row);
      const std::string text = document::text(name, language) + "、";
      one.names.push_back(height_of_words(base::display_width(text)));
      height += one.names.back();
    }
  }
  const auto too_high = [&](const std::vector<InRoom>& counts) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < between.size(); ++i) {
      pieces.insert(pieces.end(), between[i].begin(), between[i].end());
      if (i < all.size()) add_cut(pieces, all[i], counts[i]);
    }
    return excess_on(pages(), pieces, foot_ + spare(pages()));
  };
  // How wide the columns are depends on the rows that stand there: the second look knows them. What
  // it adds may make others higher, which the next ones take away again.
  Room in_room = before ? *before : Room();
  for (int look = before ? 1 : 0; look < most_looks; ++look) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::size_t block = cuts_[i].block;
      const HeightOfTable& height = look == 0 ? heights.roughly_of_table(block)
                                              : heights.of_table(block, in_room.counts[i].stand);
      all[i].head = height.head + headings[i];
      all[i].heights = height.rows;
      if (look == 0) continue;
      if (look > 1) all[i].heights.resize(in_room.counts[i].stand);
      // The line of a rest is no longer than that of one with more in it.
      all[i].rest = {};
      const InRoom least{in_room.counts[i].stand, 0};
      for (const document::Block& line :
           rest_of(cuts_[i].exceptions, least, telling.by_number[i])) {
        all[i].rest += height_of(line, language);
      }
    }
    if (look > 1 && too_high(in_room.counts).fits(0)) break;
    // What stays free at the ends of pages is known once it is known what stands on them.
    Height lost;
    Filled filled = filled_room(all, room);
    for (int turns = 0; look > 0 && filled.fits && turns < most_turns; ++turns) {
      const Height excess = too_high(filled.counts);
      if (excess.fits(0)) break;
      lost += {std::max(excess.word, 0), std::max(excess.page, 0)};
      filled = filled_room(all, room - lost);
    }
    // What is left at their ends may hold a row of some table.
    for (bool has_more = look == 1 && filled.fits; has_more;) {
      has_more = false;
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (filled.counts[i].stand == all[i].heights.size()) continue;
        std::vector<InRoom> counts = filled.counts;
        counts[i].named = std::max(counts[i].named, ++counts[i].stand);
        if (!too_high(counts).fits(0)) continue;
        filled.counts = std::move(counts);
        has_more = true;
      }
    }
    in_room.counts = filled.counts;
    in_room.fits = filled.fits;
    if (look > 0 && !filled.fits) break;
  }
  in_room.all_named = true;
  for (std::size_t i = 0; i < all.size(); ++i) {
    in_room.all_named &= !all[i].names_first || in_room.counts[i].named == all[i].count;
  }
  return in_room;
}

Paper::Room Paper::told_again(Telling& telling, Heights& heights, Room room) {
  const auto has_room_now = [&] {
    Room now = rows_in_room(telling, heights);
    if (!now.fits) return false;
    room = std::move(now);
    return true;
  };
  for (std::size_t i = 0; i < cuts_.size(); ++i) {
    if (!telling.by_number[i]) continue;
    telling.by_number[i] = false;
    telling.by_number[i] = !has_room_now();
  }
  for (Shorter& one : shorter_) {
    if (one.from < Brevity::numbers || one.from > telling.brevity) continue;
    const auto swap = [&] {
      std::swap(chapter_.blocks[one.block], one.form);
      heights.forget(one.block);
    };
    swap();
    // The list comes back only where no task of it stands by number alone.
    const auto has_titles = [&] {
      return !by_number_ || one.block != by_number_->block || without_title(room.counts, 0).empty();
    };
    if (!has_room_now() || !has_titles()) swap();
  }
  return room;
}

void Paper::shorten(Telling& telling, Heights& heights, Brevity brevity,
                    const std::set<std::string>& untitled) {
  telling.brevity = brevity;
  if (brevity == Brevity::numbers) telling.by_number.assign(cuts_.size(), true);
  if (brevity == Brevity::brief_list && by_number_) {
    by_number_->told = by_number_->make(lines_of_brief, untitled);
    chapter_.blocks[by_number_->block] = by_number_->told.list;
    heights.forget(by_number_->block);
  }
  for (Shorter& one : shorter_) {
    if (one.from != brevity) continue;
    std::swap(chapter_.blocks[one.block], one.form);
    heights.forget(one.block);
  }
  for (const auto& [block, exceptions] : cuts_) {
    const auto& lower = brevity == Brevity::brief_rows    ? exceptions.brief
                        : brevity == Brevity::lowest_rows ? exceptions.briefest
                                                          : nullptr;
    if (!lower) continue;
    std::get<document::Table>(chapter_.blocks[block]) = lower();
    heights.forget(block);
  }
}

std::vector<std::string> Paper::without_title(const std::vector<InRoom>& counts,
                                              std::size_t spare) const {
  std::vector<Row> left;
  std::ranges::copy_if(by_number_->told.tasks, std::back_inserter(left), [&](const Row& task) {
    return !by_number_->told.titled.contains(facts::address(task));
  });
  if (left.empty()) return {};
  std::set<std::string> titled;
  for (std::size_t i = 0; i < cuts_.size(); ++i) {
    const Exceptions& exceptions = cuts_[i].exceptions;
    const std::size_t in_all = exceptions.by_name ? counts[i].named : counts[i].stand;
    const std::size_t named = in_all - std::min(in_all, spare);
    for (const Row& row : std::span(exceptions.rows).first(named)) {
      titled.insert(facts::address(facts::ancestor(row, Kind::tasks)));
    }
  }
  std::erase_if(left, [&](const Row& task) { return titled.contains(facts::address(task)); });
  // What stands in no table that may be cut is told in full.
  std::set<std::string> cells;
  std::string lines;
  for (std::size_t i = 0; i < chapter_.blocks.size() && !left.empty(); ++i) {
    const document::Block& block = chapter_.blocks[i];
    if (const auto* line = std::get_if<document::Paragraph>(&block)) {
      lines += document::text(line->text, asked_.language()) + "\n";
    } else if (const auto* bullets = std::get_if<document::Bullets>(&block)) {
      if (i == by_number_->block) continue;
      for (const Value& one : bullets->lines) {
        lines += document::text(one, asked_.language()) + "\n";
      }
    } else if (const auto* table = std::get_if<document::Table>(&block)) {
      if (std::ranges::find(cuts_, i, &Cut::block) != cuts_.end()) continue;
      for (const document::Row& row : table->rows) {
        for (const Value& cell : row.cells) cells.insert(document::text(cell, asked_.language()));
      }
    }
  }
  std::vector<std::string> without;
  for (const Row& task : left) {
    const std::string title = document::text(facts::value(task, "title"), asked_.language());
    if (!cells.contains(title) && lines.find(title) == lines.npos) {
      without.push_back(facts::address(task));
    }
  }
  return without;
}

document::Chapter Paper::finished() {
  if (!has_pages_ || (cuts_.empty() && !by_number_)) return std::move(chapter_);
  constexpr Brevity brevities[] = {Brevity::brief_list, Brevity::brief_rows,  Brevity::no_rows,
                                   Brevity::numbers,    Brevity::lowest_rows, Brevity::lines};
  auto next = std::begin(brevities);
  Telling telling{.by_number = std::vector<bool>(cuts_.size())};
  const Brevity& brevity = telling.brevity;
  Heights heights(chapter_, asked_.language());
  std::set<std::string> untitled;
  Room room;
  // A title takes room from rows, of which one may be the only place of another title.
  for (bool has_more = true; has_more;) {
    room =
        untitled.empty() ? rows_in_room(telling, heights) : rows_in_room(telling, heights, &room);
    while (next != std::end(brevities)) {
      if (room.fits && (room.all_named || brevity >= Brevity::brief_rows)) break;
      shorten(telling, heights, *next++, untitled);
      room = rows_in_room(telling, heights);
    }
    has_more = false;
    if (!by_number_ || brevity >= Brevity::numbers) continue;
    if (without_title(room.counts, 0).empty()) continue;
    // The rows that give way are the last ones: their tasks need not be looked for again.
    for (std::string& task : without_title(room.counts, rows_that_give_way)) {
      has_more |= untitled.insert(std::move(task)).second;
    }
    by_number_->told =
        by_number_->make(brevity == Brevity::full ? lines_of_full : lines_of_brief, untitled);
    chapter_.blocks[by_number_->block] = by_number_->told.list;
    heights.forget(by_number_->block);
  }
  if (room.fits && telling.brevity >= Brevity::numbers) {
    room = told_again(telling, heights, std::move(room));
  }
  for (std::size_t i = cuts_.size(); i-- > 0;) {
    const auto& [block, exceptions] = cuts_[i];
    const auto at = chapter_.blocks.begin() + static_cast<std::ptrdiff_t>(block);
    std::get<document::Table>(*at).rows.resize(room.counts[i].stand);
    std::vector<document::Block> rest = rest_of(exceptions, room.counts[i], telling.by_number[i]);
    if (room.counts[i].stand > 0) {
      chapter_.blocks.insert(at + 1, std::make_move_iterator(rest.begin()),
                             std::make_move_iterator(rest.end()));
      continue;
    }
    auto first = at;
    if (has_own_heading(block)) {
      // 灯色变化 above 共 7 项 is one line.
      --first;
      auto& line = std::get<document::Paragraph>(rest.front());
      line.text = say(asked_, keys::paper_under, std::get<document::Heading>(*first).text,
                      std::move(line.text));
    }
    const auto place = chapter_.blocks.erase(first, at + 1);
    chapter_.blocks.insert(place, std::make_move_iterator(rest.begin()),
                           std::make_move_iterator(rest.end()));
  }
  return std::move(chapter_);
}

}  // namespace taizhang::report
