// SPDX-License-Identifier: MIT
#include "intake/promise.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/decimal.h"
#include "base/text.h"

namespace taizhang::intake {

using model::Commitment;
using model::Indicator;
using model::Kind;
using model::Qualifier;

namespace {

/// What a sign at the end of `before`, such as ≤, says; nothing where none stands there.
std::optional<Qualifier> sign_before(Text before) {
  constexpr std::array<std::pair<Text, Qualifier>, 14> signs{{{"≤", Qualifier::at_most},
                                                              {"≦", Qualifier::at_most},
                                                              {"⩽", Qualifier::at_most},
                                                              {"<=", Qualifier::at_most},
                                                              {"小于等于", Qualifier::at_most},
                                                              {"≥", Qualifier::at_least},
                                                              {"≧", Qualifier::at_least},
                                                              {"⩾", Qualifier::at_least},
                                                              {">=", Qualifier::at_least},
                                                              {"大于等于", Qualifier::at_least},
                                                              {"<", Qualifier::below},
                                                              {"＜", Qualifier::below},
                                                              {">", Qualifier::exceed},
                                                              {"＞", Qualifier::exceed}}};
  for (const auto& [sign, says] : signs) {
    if (before.ends_with(sign)) return says;
  }
  return std::nullopt;
}

Qualifier qualifier(const Found& found, Text before) {
  const auto ends = [&](Text word) { return before.ends_with(word); };
  if (const auto sign = sign_before(before)) return *sign;
  const bool is_near = ends("近") && !ends("附近") && !ends("最近");
  if (found.after == "左右" || found.after == "上下" || ends("约") || is_near) {
    return Qualifier::about;
  }
  if (ends("不超过") || ends("不高于") || ends("控制在") || found.after == "以内" ||
      found.after == "之内" || found.after == "以下") {
    return Qualifier::at_most;
  }
  if (ends("突破") || ends("超过") || ends("大于")) return Qualifier::exceed;
  if (found.after == "以上" || found.after == "及以上" || found.after == "余" || found.more ||
      ends("不少于") || ends("不低于") || ends("至少")) {
    return Qualifier::at_least;
  }
  if (ends("低于") || ends("少于") || ends("小于")) return Qualifier::below;
  if (ends("达到") || ends("达") || ends("降至") || ends("降到")) return Qualifier::reach;
  return Qualifier::exactly;
}

/// Whether a bracket closes in `text` that opened before it: （力争150个）.
bool is_closed_between(Text text) {
  for (const auto& [open, close] : {std::pair<Text, Text>("（", "）"), {"(", ")"}}) {
    const std::size_t end = text.find(close);
    if (end != text.npos && text.substr(0, end).find(open) == text.npos) return true;
  }
  return false;
}

/// What is added in the year is counted from its start; what there is, is a stock.
Kind kind_of_amount(Text before) {
  const bool added =
      says_any(before, {"新增", "新建", "新改建", "新签约", "新培育", "新引进", "新认定", "新开",
                        "新登记", "新发展", "建设", "培育", "引进", "改造", "组织", "推荐"}) ||
      (before.find("完成") != before.npos && before.find("完成率") == before.npos);
  if (says_any(before, {"新增"})) return Kind::cumulative;
  if (says_any(before, {"总数", "存栏", "保有量", "总量"})) return Kind::level;
  const bool stock = says_any(before, {"达到", "突破", "稳定在", "保持在"});
  return stock && !added ? Kind::level : Kind::cumulative;
}

Kind kind(Text text, const Found& found, Text before) {
  if (says_rank(text, found)) return Kind::rank;
  if (found.unit == "%" || found.unit == "个百分点") {
    const bool grows = is_growth(before) || says_any(before, {"下降", "降低", "减少"});
    return grows && !says_any(before, {"降至", "降到", "下降到", "下降至"}) ? Kind::growth
                                                                            : Kind::ratio;
  }
  // 38微克/立方米 is no amount that grows over the year.
  return found.unit.find('/') != found.unit.npos ? Kind::level : kind_of_amount(before);
}

/// `before` without the words by which a place is reached.
Text without_rank(Text before) {
  for (bool again = true; again;) {
    again = false;
    for (const Text word : {"前", "第", "全国", "全省", "全市", "全县", "位居", "居", "位列", "列",
                            "进入", "跻身", "保持", "排名", "排", "在"}) {
      if (!before.ends_with(word)) continue;
      before.remove_suffix(word.size());
      again = true;
    }
  }
  return before;
}

/// `before` from behind a bracket that is still open.
Text behind_bracket(Text before) {
  for (const auto& [open, close] : {std::pair<Text, Text>("（", "）"), {"(", ")"}}) {
    const std::size_t at = before.rfind(open);
    if (at != before.npos && before.find(close, at) == before.npos) {
      before = before.substr(at + open.size());
    }
  }
  return before;
}

/// The words behind the number, up to a mark or another number: 新建 3 所幼儿园.
std::string counted_things(Text text, const Found& found) {
  Text rest =
      text.substr(found.behind, before_first(text, found.behind, clause_ends) - found.behind);
  rest = rest.substr(0, rest.find("、"));
  rest = rest.substr(0, rest.find_first_of("(0123456789"));
  for (const Text end : {"（", "）"}) rest = rest.substr(0, rest.find(end));
  if (rest.starts_with("的")) rest.remove_prefix(Text("的").size());
  return std::string(base::trimmed(rest));
}

}  // namespace

Commitment commitment_at(Text text, std::size_t at, bool goes_on) {
  const std::size_t sentence = behind_last(text, at, sentence_ends);
  const std::size_t clause = behind_last(text, at, clause_ends);
  const Text before = text.substr(sentence, at - sentence);
  std::size_t strive = Text::npos;
  Text word_of = {};
  for (const Text word : {"力争", "争取", "努力争创", "争创"}) {
    const std::size_t found = before.rfind(word);
    if (found != before.npos && (strive == Text::npos || found > strive)) {
      strive = found;
      word_of = word;
    }
  }
  const std::size_t sure = before.rfind("确保");
  const bool is_said = strive != Text::npos && (sure == before.npos || sure < strive);
  if (!is_said || is_closed_between(before.substr(strive))) return Commitment::binding;
  // 力争年内, at the head of a sentence, is said of all that it promises.
  const Text behind = before.substr(strive + word_of.size());
  constexpr auto spans = std::to_array<Text>({"年内", "全年", "今年", "年底", "到年底"});
  const bool is_of_all =
      base::trimmed(before.substr(0, strive)).empty() &&
      std::ranges::any_of(spans, [&](Text span) { return behind.starts_with(span); });
  const bool is_own = sentence + strive >= clause;
  return is_own || is_of_all || goes_on ? Commitment::strive : Commitment::binding;
}

bool is_growth(Text name) { return says_any(name, {"增长", "增速", "增幅"}); }

Indicator promised(Text text, const Found& found, std::size_t begin) {
  const Text before = base::trimmed(behind_bracket(text.substr(begin, found.at - begin)));
  Indicator indicator{source::start_of(0)};
  indicator.kind.value = kind(text, found, before);
  const bool rank = indicator.kind.value == Kind::rank;
  indicator.qualifier.value = rank ? Qualifier::reach : qualifier(found, before);
  const bool is_near = indicator.qualifier.value == Qualifier::about && before.ends_with("近");
  const Text subject = is_near ? before.substr(0, before.size() - Text("近").size()) : before;
  std::string name = core(rank ? without_rank(before) : subject);
  if (!rank && is_verbs_alone(name)) name += counted_things(text, found);
  constexpr int longest_name = 60;
  indicator.name.value = base::shortened(name, longest_name);
  // What has no subject of its own goes on with what was said before it: 其中, 同比增长.
  const bool goes_on = name.empty() || lacks_subject(name) || before.starts_with("其中");
  indicator.commitment.value = commitment_at(text, found.at, goes_on);
  indicator.unit.value = rank && found.unit.empty() ? "位" : std::string(found.unit);
  auto number = base::Decimal::parse(found.digits).decimal;
  if (!number) return indicator;
  const bool falls = indicator.kind.value == Kind::growth &&
                     std::ranges::any_of(
                         std::array<Text, 3>{"下降", "降低", "减少"},
                         [&](Text word) { return name.ends_with(word) || name.starts_with(word); });
  if (falls) {
    // A fall is a growth below zero.
    number = base::Decimal() - *number;
    indicator.direction.value = model::Direction::down;
  }
  // 死亡人数为0人 is kept by none, and every number is at least that.
  const bool is_none = *number == base::Decimal() &&
                       indicator.qualifier.value != Qualifier::reach && !rank &&
                       indicator.kind.value != Kind::growth;
  if (is_none) indicator.qualifier.value = Qualifier::at_most;
  indicator.target.value = model::Target{number};
  if (!number->is_whole() && is_counting_unit(found.unit)) indicator.integer.value = false;
  return indicator;
}

}  // namespace taizhang::intake
