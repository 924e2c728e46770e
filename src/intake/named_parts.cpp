// SPDX-License-Identifier: MIT
#include "intake/named_parts.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"

namespace taizhang::intake {

namespace {

constexpr auto separators =
    std::to_array<std::string_view>({"、", "，", ",", "；", ";", "\n", " ", "　", "/", "。"});

bool is_separator(std::string_view one) {
  return std::find(separators.begin(), separators.end(), one) != separators.end();
}

/// `text` without separators at its ends.
std::string without_separators(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : separators) {
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        again = true;
      }
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  return std::string(text);
}

/// A head and its colon.
struct NameAt {
  std::string_view head;
  std::size_t end;  ///< behind the colon
};

/// The longest head of a table that begins at `at` and has a colon behind it.
std::optional<NameAt> name_at(std::string_view text, std::size_t at) {
  std::optional<NameAt> found;
  for (const TableHead& known : table_heads()) {
    for (const std::string_view head : known.heads) {
      if (text.substr(at, head.size()) != head) continue;
      std::size_t end = at + head.size();
      while (end < text.size() && text[end] == ' ') ++end;
      for (const std::string_view colon : {"：", ":"}) {
        const bool longer = !found || head.size() > found->head.size();
        if (longer && text.substr(end, colon.size()) == colon) found = {head, end + colon.size()};
      }
    }
  }
  return found;
}

/// The short word with a colon behind it that begins at `at`, whatever it is.
std::optional<NameAt> any_name_at(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 24;  // bytes
  for (const std::string_view colon : {"：", ":"}) {
    const std::size_t end = text.find(colon, at);
    if (end == text.npos || end == at || end - at > longest) continue;
    const std::string_view head = text.substr(at, end - at);
    if (without_separators(head) != head) continue;
    const bool parts = std::any_of(separators.begin(), separators.end(),
                                   [&](auto mark) { return head.find(mark) != head.npos; });
    if (!parts) return NameAt{head, end + colon.size()};
  }
  return std::nullopt;
}

/// Take （牵头） and the like off the end of `unit`.
NamedUnit without_role(const std::string& unit) {
  for (const std::string_view open : {"（", "("}) {
    const std::size_t at = unit.rfind(open);
    if (at == unit.npos || at == 0) continue;
    if (!unit.ends_with("）") && !unit.ends_with(")")) continue;
    std::string_view inside = std::string_view(unit).substr(at + open.size());
    for (const std::string_view end : {"）", ")", "单位", "部门"}) {
      if (inside.ends_with(end)) inside.remove_suffix(end.size());
    }
    for (const std::string_view word : {"牵头", "主办", "主责", "总牵头"}) {
      if (inside == word) return {unit.substr(0, at), TableColumn::lead};
    }
    for (const std::string_view word : {"配合", "协办", "参与", "协助"}) {
      if (inside == word) return {unit.substr(0, at), TableColumn::support};
    }
  }
  return {unit};
}

/// Whether `name` ends as the names of units do, or is of all of a kind: 各乡镇（街道）.
bool is_like_unit(std::string_view name) {
  constexpr auto ends = std::to_array<std::string_view>(
      {"局",   "委",   "办",     "办公室", "部",       "厅",   "院",   "会",   "中心", "公司",
       "集团", "镇",   "乡",     "街道",   "政府",     "单位", "部门", "站",   "所",   "队",
       "区",   "县",   "市",     "学校",   "银行",     "支行", "法院", "联",   "社",   "馆",
       "园",   "分局", "指挥部", "专班",   "领导小组", "企业", "协会", "大学", "学院"});
  constexpr std::size_t longest = 60;  // bytes
  if (name.empty() || name.size() > longest) return false;
  return name.starts_with("各") ||
         std::ranges::any_of(ends, [&](std::string_view end) { return name.ends_with(end); });
}

/// The units of 县发改局和县财政局; 县发展和改革局 is one.
std::vector<std::string> parted_by_and(const std::string& name) {
  if (name.empty()) return {};
  for (const std::string_view word : {"以及", "和", "及", "与"}) {
    for (std::size_t at = name.find(word); at != name.npos; at = name.find(word, at + 1)) {
      const std::string first = name.substr(0, at);
      const std::string second = name.substr(at + word.size());
      const bool begins =
          std::ranges::any_of(std::array{"县", "市", "区", "省", "各", "国"},
                              [&](std::string_view level) { return second.starts_with(level); });
      if (!begins || !is_like_unit(first) || !is_like_unit(second)) continue;
      std::vector<std::string> units{first};
      for (std::string& one : parted_by_and(second)) units.push_back(std::move(one));
      return units;
    }
  }
  return {name};
}

/// What one clause says that units do.
NamedPart spoken_part(const std::string& clause) {
  struct Doing {
    std::string_view word;
    TableColumn column;
  };
  constexpr auto doings = std::to_array<Doing>({{"按职责分工负责", TableColumn::lead},
                                                {"按职责负责", TableColumn::lead},
                                                {"分工负责", TableColumn::lead},
                                                {"牵头负责", TableColumn::lead},
                                                {"牵头落实", TableColumn::lead},
                                                {"共同牵头", TableColumn::lead},
                                                {"牵头", TableColumn::lead},
                                                {"主办", TableColumn::lead},
                                                {"主责", TableColumn::lead},
                                                {"共同负责", TableColumn::lead},
                                                {"具体负责", TableColumn::lead},
                                                {"负责", TableColumn::lead},
                                                {"配合", TableColumn::support},
                                                {"参与", TableColumn::support},
                                                {"参加", TableColumn::support},
                                                {"协办", TableColumn::support},
                                                {"协助", TableColumn::support}});
  for (const Doing& doing : doings) {
    if (!clause.ends_with(doing.word)) continue;
    std::string_view units = std::string_view(clause);
    units.remove_suffix(doing.word.size());
    if (units.starts_with("由")) units.remove_prefix(std::string_view("由").size());
    if (units.ends_with("等")) units.remove_suffix(std::string_view("等").size());
    const std::string said = without_separators(units);
    const std::vector<NamedUnit> named = named_units(said);
    const bool are_units = !named.empty() && std::ranges::all_of(named, [](const NamedUnit& one) {
      return is_like_unit(one.name);
    });
    if (are_units) return {{}, doing.column, said};
  }
  return {{}, {}, clause};
}

}  // namespace

std::vector<NamedPart> named_parts(const std::string& text, bool any) {
  std::vector<NamedPart> parts;
  NamedPart part;
  std::size_t begin = 0;
  const auto finish = [&](std::size_t end) {
    part.text = without_separators(std::string_view(text).substr(begin, end - begin));
    if (!part.text.empty()) parts.push_back(part);
  };
  for (std::size_t at = 0; at < text.size();) {
    auto name = name_at(text, at);
    const std::string_view before = std::string_view(text).substr(0, at);
    if (!name && any && (before.ends_with("；") || before.ends_with(";"))) {
      name = any_name_at(text, at);
    }
    if (name) {
      finish(at);
      part = {std::string(name->head), meaning_of(std::string(name->head)).holds};
      at = begin = name->end;
    } else {
      at += base::character_size(text, at);
    }
  }
  finish(text.size());
  return parts;
}

std::vector<NamedPart> spoken_parts(const std::string& text) {
  std::vector<NamedPart> parts;
  bool is_said = false;
  std::string_view rest = text;
  while (!rest.empty()) {
    std::size_t end = rest.size(), behind = rest.size();
    for (const std::string_view mark : {"，", ",", "；", ";", "。"}) {
      const std::size_t at = rest.find(mark);
      if (at >= end) continue;
      end = at;
      behind = at + mark.size();
    }
    const std::string clause = without_separators(rest.substr(0, end));
    rest.remove_prefix(behind);
    if (clause.empty()) continue;
    parts.push_back(spoken_part(clause));
    is_said = is_said || parts.back().holds;
  }
  return is_said ? parts : std::vector<NamedPart>{};
}

std::vector<NamedUnit> named_units(const std::string& text) {
  std::vector<NamedUnit> units;
  std::string unit;
  int depth = 0;
  const auto end = [&] {
    const std::string name(base::trimmed(unit));
    for (const std::string& one : parted_by_and(name)) units.push_back(without_role(one));
    unit.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = base::character_size(text, at);
    const std::string one = text.substr(at, size);
    if (one == "（" || one == "(") ++depth;
    if ((one == "）" || one == ")") && depth > 0) --depth;
    if (depth == 0 && is_separator(one))
      end();
    else
      unit += one;
    at += size;
  }
  end();
  return units;
}

}  // namespace taizhang::intake
