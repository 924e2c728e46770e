// SPDX-License-Identifier: MIT
#include "report/paper/fit.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>

#include "base/text.h"
#include "document/paper_columns.h"
#include "report/paper/paper.h"

namespace taizhang::report {

namespace {

/// A4 with margins of 18 mm at the sides, in letters of 六号 in tables and 小五 in lines; the docx
/// that is compact and a page that is printed have these sizes.
constexpr int page_height = 15478;
constexpr int page_width = 9866;
constexpr int table_letter = 75;
constexpr int table_line = 176;
constexpr int table_rule = 12;
constexpr int gap = 60;
constexpr int text_letters = 108;
constexpr int text_line = 194;
constexpr int indent_of_text = 4;
constexpr int heading_line = 240;
constexpr int heading_part = 290;
constexpr int height_of_cards = 700;
/// The head with its red line, the foot with legend and provenance.
constexpr int head_and_foot = 2450;
/// By how much a paper may be higher than it was reckoned: programs break lines each in its own
/// way.
constexpr int spare = 700;
/// What stays free at the end of a page, for no row and no heading is parted from what follows.
constexpr int lost_at_page_end = 500;

/// With how many tasks a plan still has the pages of a short one.
constexpr std::size_t short_plan = 120;
constexpr int pages_of_short_plan = 2;
constexpr int pages_of_long_plan = 4;

int height_of_text(const std::string& text) {
  return text_line * document::lines_of(text, text_letters, indent_of_text);
}

}  // namespace

int letters_of_line() { return text_letters - indent_of_text; }

HeightOfTable height_of(const document::Table& whole, base::Language language, std::size_t shown) {
  const document::Table table = document::below_heading(whole);
  HeightOfTable height;
  const std::vector<int> widths =
      document::shared_out(document::wishes_of(table, shown, language), page_width, table_letter);
  const auto of = [](int lines) { return table_line * lines + table_rule; };
  height.head = of(document::lines_of(table.columns, widths, table_letter)) + gap;
  for (const document::Row& row : table.rows) {
    height.rows.push_back(of(document::lines_of(row, widths, table_letter, language)));
  }
  return height;
}

int height_of(const document::Block& block, base::Language language) {
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
    if (bullets->runs_on) {
      std::string all;
      for (const Value& line : bullets->lines) all += document::text(line, language);
      return height_of_text(all);
    }
    int height = 0;
    for (const Value& line : bullets->lines) {
      height += height_of_text(document::text(line, language));
    }
    return height;
  }
  return std::holds_alternative<document::Cards>(block) ? height_of_cards : 0;
}

int height_of_words(int letters) { return (letters * text_line + text_letters - 1) / text_letters; }

int room_on(int pages) {
  return pages * page_height - head_and_foot - spare - (pages - 1) * lost_at_page_end;
}

std::size_t most_rows_on(int pages, std::size_t rows_above) {
  constexpr int lowest_row = table_line + table_rule;
  const auto most = static_cast<std::size_t>(room_on(pages) / lowest_row);
  return most - std::min(most, rows_above);
}

namespace {

/// What stands in a room, as it fills.
class Filling {
 public:
  Filling(const std::vector<Cuttable>& all, int room) : all_(all), room_(room) {
    for (const Cuttable& one : all) {
      const std::size_t least = std::min(one.least, one.heights.size());
      counts_.push_back({least, least});
      room_ -= std::accumulate(one.heights.begin(),
                               one.heights.begin() + static_cast<std::ptrdiff_t>(least), 0);
      if (least < one.count) room_ -= one.rest;
    }
  }

  /// Whether there was room for one more of those at `i`.
  bool add_row(std::size_t i) {
    const Cuttable& one = all_[i];
    InRoom& now = counts_[i];
    if (now.stand == one.heights.size()) return false;
    const bool was_named = now.stand < now.named;
    const bool ends_rest = now.named < one.count && now.stand + 1 == one.count;
    const int more = one.heights[now.stand] - (was_named ? one.names[now.stand] : 0) -
                     (ends_rest ? one.rest : 0);
    if (more > room_) return false;
    room_ -= more;
    now.named = std::max(now.named, ++now.stand);
    return true;
  }

  bool add_name(std::size_t i) {
    const Cuttable& one = all_[i];
    InRoom& now = counts_[i];
    if (now.named >= one.names.size()) return false;
    const int more = one.names[now.named] - (now.named + 1 == one.count ? one.rest : 0);
    if (more > room_) return false;
    room_ -= more;
    ++now.named;
    return true;
  }

  const std::vector<InRoom>& counts() const { return counts_; }

 private:
  const std::vector<Cuttable>& all_;
  int room_;
  std::vector<InRoom> counts_;
};

}  // namespace

std::vector<InRoom> counts_in_room(const std::vector<Cuttable>& all, int room) {
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
  return filling.counts();
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

std::vector<document::Block> Paper::rest_of(const Exceptions& exceptions, std::size_t in_table,
                                            std::size_t named) const {
  std::vector<document::Block> lines;
  const auto some = [&](std::size_t first, std::size_t end) {
    return std::vector<Row>(exceptions.rows.begin() + static_cast<std::ptrdiff_t>(first),
                            exceptions.rows.begin() + static_cast<std::ptrdiff_t>(end));
  };
  if (exceptions.by_name && named > in_table) {
    const std::vector<Row> rows = some(in_table, named);
    lines.emplace_back(document::Paragraph{
        "named", say(asked_, *exceptions.by_name, one_by_one(rows), names_of(asked_, rows))});
  }
  std::size_t first = 0;
  for (const Exceptions::Group& group : exceptions.groups) {
    const std::size_t begin = std::max({first, in_table, named});
    first = group.end;
    if (begin >= group.end) continue;
    const std::vector<Row> rows = some(begin, group.end);
    lines.emplace_back(document::Paragraph{group.id, say(asked_, group.words, one_by_one(rows),
                                                         rest_by_unit(rows, exceptions.field))});
  }
  return lines;
}

int Paper::pages() const {
  const bool is_short = plan_.plan->tasks.size() <= short_plan;
  return is_short ? pages_of_short_plan : pages_of_long_plan;
}

std::vector<Row> Paper::that_may_stand(const std::vector<Row>& rows, std::size_t least) const {
  if (endless_) return rows;
  const std::size_t most = std::max(least, most_rows_on(pages(), must_stand_));
  return {rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(most, rows.size()))};
}

std::vector<InRoom> Paper::rows_in_room() const {
  const base::Language language = asked_.language();
  int room = room_on(pages());
  auto cut = cuts_.begin();
  std::vector<Cuttable> all;
  for (std::size_t i = 0; i < chapter_.blocks.size(); ++i) {
    if (cut == cuts_.end() || cut->block != i) {
      room -= height_of(chapter_.blocks[i], language);
      continue;
    }
    const Exceptions& exceptions = cut->exceptions;
    ++cut;
    Cuttable& one = all.emplace_back();
    one.count = exceptions.rows.size();
    one.least = std::min(exceptions.least, one.count);
    one.pressing = exceptions.pressing;
    one.weight = exceptions.weight;
    one.names_first = exceptions.names_first;
    for (const document::Block& line : rest_of(exceptions, one.least, 0)) {
      one.rest += height_of(line, language);
    }
    if (!exceptions.by_name || one.least == one.count) continue;
    room -= text_line;
    one.names.resize(one.least);
    for (int height = 0; height <= room && one.names.size() < one.count;) {
      const Value name = name_of(asked_, exceptions.rows[one.names.size()]);
      const std::string text = document::text(name, language) + "、";
      one.names.push_back(height_of_words(base::display_width(text)));
      height += one.names.back();
    }
  }
  // How wide the columns are depends on the rows that stand there: the second look knows them.
  std::vector<InRoom> counts;
  for (int look = 0; look < 2; ++look) {
    int left = room;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto& table = std::get<document::Table>(chapter_.blocks[cuts_[i].block]);
      HeightOfTable height =
          height_of(table, language, look == 0 ? table.rows.size() : counts[i].stand);
      left -= height.head;
      all[i].heights = std::move(height.rows);
    }
    counts = counts_in_room(all, left);
  }
  return counts;
}

document::Chapter Paper::finished() {
  if (endless_ || cuts_.empty()) return std::move(chapter_);
  std::vector<InRoom> counts = rows_in_room();
  const auto is_named = [&](std::size_t i) {
    return !cuts_[i].exceptions.names_first || counts[i].named == cuts_[i].exceptions.rows.size();
  };
  bool are_named = true;
  for (std::size_t i = 0; i < cuts_.size(); ++i) are_named = are_named && is_named(i);
  if (brief_ && !are_named) {
    chapter_.blocks[brief_->first] = std::move(brief_->second);
    counts = rows_in_room();
  }
  for (std::size_t i = cuts_.size(); i-- > 0;) {
    const auto& [block, exceptions] = cuts_[i];
    std::get<document::Table>(chapter_.blocks[block]).rows.resize(counts[i].stand);
    std::vector<document::Block> rest = rest_of(exceptions, counts[i].stand, counts[i].named);
    chapter_.blocks.insert(chapter_.blocks.begin() + static_cast<std::ptrdiff_t>(block) + 1,
                           std::make_move_iterator(rest.begin()),
                           std::make_move_iterator(rest.end()));
  }
  return std::move(chapter_);
}

}  // namespace taizhang::report
