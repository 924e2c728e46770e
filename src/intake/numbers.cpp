// SPDX-License-Identifier: MIT
#include "intake/numbers.h"

#include <optional>
#include <utility>

#include "base/text.h"
#include "intake/number_text.h"
#include "intake/promise.h"

namespace taizhang::intake {

using model::Indicator;
using model::Kind;
using model::Qualifier;

namespace {

/// What there was, and of what.
struct Baseline {
  std::string name;
  std::optional<base::Decimal> number;
  Text unit;
};

class NumberReader {
 public:
  explicit NumberReader(const std::string& given)
      : given_(given), plain_(with_plain_numbers(given)), text_(plain_.text) {}

  std::vector<Mention> read() {
    for (std::size_t at = 0; at < text_.size();) {
      if (is_digit(text_[at]))
        at = digits(at);
      else
        at = words(at);
    }
    link_parts();
    link_hopes();
    for (Mention& mention : mentions_) mention.at = plain_.from[mention.at];
    return std::move(mentions_);
  }

 private:
  Mention mention_of(std::size_t at, std::size_t end) const {
    const std::size_t begin = plain_.from[at];
    return {at, given_.substr(begin, plain_.from[end] - begin)};
  }

  std::size_t end_of_digits(std::size_t at) const {
    const auto is_part = [&](std::size_t i) {
      return is_digit(text_[i]) ||
             (text_[i] == '.' && i + 1 < text_.size() && is_digit(text_[i + 1]));
    };
    while (at < text_.size() && is_part(at)) ++at;
    return at;
  }

  std::size_t digits(std::size_t at) {
    for (const auto& [begin, end] : plain_.doubtful) {
      if (begin != at) continue;
      Mention mention = mention_of(at, end);
      mention.why_not = {"逗号的位置不合千分位，不知是一个数还是两个",
                         "its commas part no thousands: one number or two"};
      mentions_.push_back(std::move(mention));
      return end;
    }
    std::size_t end = end_of_digits(at);
    const Found found = found_at(text_, at, end, text_.substr(at, end - at));
    const base::Bilingual why_not = why_no_promise(text_, found, is_in_name(at));
    const bool is_range = why_not.zh.starts_with("区间");
    if (is_range) end = end_of_digits(range_from(text_, found));
    Mention mention = mention_of(at, end);
    mention.why_not = why_not;
    // 9月底前建成 is not what is built; in 投资500万元以上的项目60个 the threshold is, and in
    // 较2020年下降 the year.
    const Text before = base::trimmed(text_.substr(0, at));
    if (why_not.zh != a_date.zh && is_baseline(found))
      take_baseline(found, mention);
    else if (why_not.zh.empty())
      propose(found, mention);
    else if (why_not.zh == a_date.zh && !before.ends_with("较") && !before.ends_with("比"))
      end_of_last_ = end_of_date(text_, found);
    mentions_.push_back(std::move(mention));
    return end;
  }

  /// Whether the number is what there was: 由1.8万元提高到2万元.
  bool is_baseline(const Found& found) const {
    const Text before = base::trimmed(text_.substr(0, found.at));
    if (!before.ends_with("由") && !before.ends_with("从")) return false;
    constexpr std::size_t longest_way = 12;  // bytes of 提高到了
    const Text rest = base::trimmed(text_.substr(found.behind));
    const std::size_t number = rest.find_first_of("0123456789");
    if (number == rest.npos || number > longest_way) return false;
    const Text way = base::trimmed(rest.substr(0, number));
    return way.ends_with("到") || way.ends_with("至");
  }

  void take_baseline(const Found& found, Mention& mention) {
    mention.why_not = {"原来的数", "what it was before"};
    const std::size_t begin = std::max(behind_last(text_, found.at, clause_ends), end_of_last_);
    Text name = base::trimmed(text_.substr(begin, found.at - begin));
    name.remove_suffix(std::min(Text("由").size(), name.size()));
    baseline_ = Baseline{core(name), base::Decimal::parse(found.digits).decimal, found.unit};
    end_of_last_ = std::max(found.end, found.behind);
  }

  /// Whether a number before `at` in its clause is a part of a name.
  bool is_in_name(std::size_t at) const {
    const std::size_t clause = behind_last(text_, at, clause_ends);
    return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& one) {
      return one.at >= clause && one.why_not.zh == part_of_name.zh;
    });
  }

  /// Numbers that are words.
  std::size_t words(std::size_t at) {
    const Text rest = text_.substr(at);
    const std::size_t next = at + base::character_size(text_, at);
    constexpr Text all_covered = "全覆盖";
    if (rest.starts_with(all_covered)) {
      const std::size_t end = at + all_covered.size();
      Found found{at, at, "100"};
      found.unit = "%";
      found.behind = end;
      Mention mention = mention_of(at, end);
      propose(found, mention);
      mention.proposed->qualifier.value = Qualifier::reach;
      mention.proposed->kind.value = Kind::ratio;
      mentions_.push_back(std::move(mention));
      return end;
    }
    if (const std::size_t end = compared(at); end != at) return end;
    if (const std::size_t end = one_of_something(at); end != at) return end;
    if (const std::size_t end = in_words(at); end != at) return end;
    return next;
  }

  /// 超过全省平均: an indicator for each rate that is named before it.
  std::size_t compared(std::size_t at) {
    constexpr std::array<std::pair<Text, Qualifier>, 8> ways{{{"不低于", Qualifier::at_least},
                                                              {"≥", Qualifier::at_least},
                                                              {"≤", Qualifier::at_most},
                                                              {"超过", Qualifier::exceed},
                                                              {"高于", Qualifier::exceed},
                                                              {"不高于", Qualifier::at_most},
                                                              {"低于", Qualifier::below},
                                                              {"优于", Qualifier::exceed}}};
    for (const auto& [way, qualifier] : ways) {
      if (!text_.substr(at).starts_with(way)) continue;
      const std::size_t begin = at + way.size();
      const std::size_t mean = text_.find("平均", begin);
      constexpr std::size_t longest_place = 12;  // bytes of 全省, 同类县
      if (mean == text_.npos || mean == begin || mean - begin > longest_place) continue;
      std::size_t end = mean + Text("平均").size();
      const std::string name(text_.substr(begin, end - begin));
      const bool is_below = qualifier == Qualifier::below || qualifier == Qualifier::at_most;
      const base::Decimal by = distance(end, is_below);
      const std::size_t from = std::max(behind_last(text_, at, clause_ends), end_of_last_);
      std::string what = core(text_.substr(from, at - from));
      for (std::size_t mark = what.find("、"); !what.empty(); mark = what.find("、")) {
        Mention mention = mention_of(at, end);
        Indicator indicator{source::start_of(0)};
        indicator.name.value = what.substr(0, mark);
        indicator.kind.value = is_growth(*indicator.name) ? Kind::growth : Kind::ratio;
        // Two points above the mean is reached with two points.
        indicator.qualifier.value = by == base::Decimal() ? qualifier
                                    : is_below            ? Qualifier::at_most
                                                          : Qualifier::at_least;
        indicator.commitment.value = commitment_at(text_, at, false);
        indicator.than.name.value = name;
        indicator.than.by.value = by;
        indicator.unit.value.emplace("%");
        mention.proposed = std::move(indicator);
        mentions_.push_back(std::move(mention));
        what = mark == what.npos ? "" : what.substr(mark + Text("、").size());
      }
      end_of_last_ = end;
      return end;
    }
    return at;
  }

  /// The points behind a mean, below it as less than nothing; `end` goes behind them.
  base::Decimal distance(std::size_t& end, bool is_below) const {
    std::size_t at = end;
    if (text_.substr(at).starts_with("水平")) at += Text("水平").size();
    const std::size_t begin = skip_blanks(text_, at);
    const std::size_t behind = end_of_digits(begin);
    const auto number = base::Decimal::parse(text_.substr(begin, behind - begin)).decimal;
    if (begin == behind || !number) return {};
    for (const Text unit : {"个百分点", "百分点", "个点"}) {
      if (!text_.substr(behind).starts_with(unit)) continue;
      end = behind + unit.size();
      return is_below ? base::Decimal() - *number : *number;
    }
    return {};
  }

  /// 完成一个水权交易: a number in 汉字 behind a verb.
  std::size_t one_of_something(std::size_t at) {
    constexpr std::array<std::pair<Text, Text>, 10> numerals{{{"一", "1"},
                                                              {"两", "2"},
                                                              {"二", "2"},
                                                              {"三", "3"},
                                                              {"四", "4"},
                                                              {"五", "5"},
                                                              {"六", "6"},
                                                              {"七", "7"},
                                                              {"八", "8"},
                                                              {"十", "10"}}};
    constexpr auto counters =
        std::to_array<Text>({"个", "项", "处", "家", "所", "座", "条", "场", "件"});
    constexpr auto verbs = std::to_array<Text>(
        {"完成", "建成", "新建", "新增", "打造", "创建", "举办", "建设", "培育", "引进"});
    for (const auto& [numeral, number] : numerals) {
      if (!text_.substr(at).starts_with(numeral)) continue;
      const Text before = text_.substr(0, at);
      const bool verb =
          std::any_of(verbs.begin(), verbs.end(), [&](Text one) { return before.ends_with(one); });
      const std::size_t end = at + numeral.size();
      const bool counted = std::any_of(counters.begin(), counters.end(), [&](Text one) {
        return text_.substr(end).starts_with(one);
      });
      if (!verb || !counted) return at;
      const Found found = found_at(text_, at, end, number);
      Mention mention = mention_of(at, end);
      propose(found, mention);
      mentions_.push_back(std::move(mention));
      return found.behind;
    }
    return at;
  }

  /// 一千六百个: too rare to reckon with, and none to lose.
  std::size_t in_words(std::size_t at) {
    constexpr Text numerals = "一二三四五六七八九十百千万两零";
    std::size_t end = at, size = 0;
    bool is_large = false;
    for (; end < text_.size(); end += size) {
      size = base::character_size(text_, end);
      const Text one = text_.substr(end, size);
      if (size < 3 || numerals.find(one) == numerals.npos) break;
      is_large = is_large || one == "十" || one == "百" || one == "千" || one == "万";
    }
    const bool goes_on = at > 0 && is_digit(text_[at - 1]);  // 5千万元
    const bool is_number = !goes_on && is_large && end - at > std::string_view("十").size();
    if (!is_number || unit_at(text_, end).empty()) return at;
    Mention mention = mention_of(at, end);
    mention.why_not = {"汉字写的数", "a number in words"};
    mentions_.push_back(std::move(mention));
    return end;
  }

  void propose(const Found& found, Mention& mention) {
    const std::size_t begin = std::max(behind_last(text_, found.at, clause_ends), end_of_last_);
    Indicator indicator = promised(text_, found, begin);
    if (const auto was = std::exchange(baseline_, {})) begin_at(*was, found, indicator);
    name_rank(found, indicator);
    carry_subject(found, indicator);
    end_of_last_ = std::max(found.end, found.behind);
    if (indicator.target)
      mention.proposed = std::move(indicator);
    else
      mention.why_not = {"位数太多", "too many digits"};
  }

  /// Name what is raised or brought down from `was`.
  static void begin_at(const Baseline& was, const Found& found, Indicator& indicator) {
    if (was.name.empty()) return;
    indicator.name.value = was.name;
    indicator.qualifier.value = Qualifier::reach;
    const bool is_share = found.unit == "%" || found.unit == "个百分点";
    indicator.kind.value = is_share ? Kind::ratio : Kind::level;
    const bool is_same_unit = was.unit.empty() || was.unit == found.unit;
    if (!was.number || !is_same_unit || !indicator.target) return;
    indicator.baseline.one.value = *was.number;
    if (*indicator.target->number < *was.number) {
      indicator.direction.value = model::Direction::down;
    }
  }

  /// A place that is said of nothing in its own clause is that of the figure before it.
  void name_rank(const Found& found, Indicator& indicator) const {
    if (indicator.kind.value != Kind::rank || !indicator.name->empty()) return;
    if (const Indicator* before = proposed_before(found.at)) {
      indicator.name.value = *before->name + "位次";
    }
  }

  /// The last proposal before `at` in its sentence, in `unit` where one is given.
  const Indicator* proposed_before(std::size_t at, Text unit = {}) const {
    const std::size_t sentence = behind_last(text_, at, sentence_ends);
    for (auto one = mentions_.rbegin(); one != mentions_.rend() && one->at >= sentence; ++one) {
      if (one->proposed && (unit.empty() || *one->proposed->unit == unit)) return &*one->proposed;
    }
    return nullptr;
  }

  /// The clause before that of `at`, where it stands in the same sentence and has no number.
  std::string clause_before(std::size_t at) const {
    const std::size_t clause = behind_last(text_, at, clause_ends);
    if (clause <= behind_last(text_, at, sentence_ends)) return {};
    const std::size_t end = clause - Text("，").size();
    const std::size_t begin = std::max(behind_last(text_, end, clause_ends), end_of_last_);
    constexpr std::size_t longest = 45;  // bytes
    return begin < end && end - begin <= longest ? core(text_.substr(begin, end - begin))
                                                 : std::string();
  }

  /// A number that does not say of what it is, as in 新增充电桩120个，力争150个, is of what the
  /// one before it in its sentence is, or of what the clause before it names.
  void carry_subject(const Found& found, Indicator& indicator) const {
    if (indicator.kind.value == Kind::rank) return;
    std::string& name = *indicator.name.value;
    if (lacks_subject(name) && !name.empty()) {
      const Indicator* before = proposed_before(found.at);
      std::string of = before ? *before->name : clause_before(found.at);
      // What there is in all is no longer what was added.
      if (!says_any(name, {"增", "降", "减"})) of = without_verbs(of);
      if (!of.empty() && !lacks_subject(of)) name.insert(0, of);
      return;
    }
    if (!is_verbs_alone(name)) return;
    const Indicator* before = proposed_before(found.at, *indicator.unit);
    const bool says_what = !name.empty() && name != "完成" && name != "实现" && name != "建成";
    if (says_what) {
      // 新建公园3个，改造5个.
      if (before) name += without_verbs(*before->name);
    } else if (before) {
      const Text own = text_.substr(behind_last(text_, found.at, clause_ends));
      const bool is_stock = indicator.kind.value == Kind::level &&
                            indicator.commitment.value == model::Commitment::binding &&
                            before->commitment.value == model::Commitment::binding &&
                            !own.starts_with("确保");
      if (is_stock && before->kind.value == Kind::cumulative) {
        name = std::string(without_verbs(*before->name)) + "总数";
        return;
      }
      name = *before->name;
      indicator.kind.value = before->kind.value;
      indicator.direction = before->direction;
      indicator.integer = before->integer;
    } else if (name.empty()) {
      name = clause_before(found.at);
    }
  }

  /// Where one and the same is promised and, beyond that, striven for, the promise counts.
  void link_hopes() {
    const auto strives = [](const Mention& one) {
      return one.proposed->commitment.value == model::Commitment::strive;
    };
    for (std::size_t i = 1; i < mentions_.size(); ++i) {
      const std::size_t sentence = behind_last(text_, mentions_[i].at, sentence_ends);
      for (std::size_t j = i; j-- > 0 && mentions_[j].at >= sentence;) {
        Mention &one = mentions_[i], &other = mentions_[j];
        if (!one.proposed || !other.proposed || strives(one) == strives(other)) continue;
        const bool is_same = one.proposed->name.value == other.proposed->name.value &&
                             one.proposed->unit.value == other.proposed->unit.value &&
                             one.proposed->kind.value == other.proposed->kind.value;
        if (!is_same) continue;
        Mention& hope = strives(one) ? one : other;
        hope.beyond = strives(one) ? j : i;
        hope.is_aside = true;
        *hope.proposed->name.value += "（力争）";
        break;
      }
    }
  }

  /// What stands behind 其中 are parts of the number before it that has their unit.
  void link_parts() {
    for (std::size_t i = 1; i < mentions_.size(); ++i) {
      Mention& part = mentions_[i];
      if (!part.proposed) continue;
      std::size_t sentence = behind_last(text_, part.at, sentence_ends);
      const std::size_t among = text_.rfind("其中", part.at);
      const bool is_among = among != text_.npos && among >= sentence;
      // What comes in one row with it, 4 所、9 所; behind a comma only what goes on with the parts.
      const bool in_row = is_among && text_.substr(among, part.at - among).find("，") == text_.npos;
      if (is_among && !in_row && goes_on_with_parts(i, among)) continue;
      if (!in_row) {
        link_bracketed(i);
        continue;
      }
      // …项目30个；其中投资500万元以上20个 is of the sentence before.
      if (base::trimmed(text_.substr(sentence, among - sentence)).empty() && sentence > 0) {
        sentence = behind_last(text_, sentence - 1, sentence_ends);
      }
      for (std::size_t j = i; j-- > 0 && !part.part_of;) {
        const Mention& total = mentions_[j];
        if (total.at >= among || total.at < sentence || !total.proposed) continue;
        part.is_aside = true;
        if (total.proposed->unit.value != part.proposed->unit.value) continue;
        part.part_of = j;
        const bool is_sure = text_.substr(among, part.at - among).find("确保") != text_.npos;
        if (!is_sure) part.proposed->commitment.value = total.proposed->commitment.value;
      }
    }
  }

  /// Make a part of what comes behind the comma after another part, 其中专项债3亿元，一般债2亿元,
  /// until the parts are the total; false where it is none. What is done anew, 改造学校5所, is one
  /// only where it makes up the total.
  bool goes_on_with_parts(std::size_t i, std::size_t among) {
    Mention& part = mentions_[i];
    std::optional<std::size_t> of;
    for (std::size_t j = i; j-- > 0 && mentions_[j].at >= among && !of;) {
      if (mentions_[j].proposed) of = mentions_[j].part_of;
      if (mentions_[j].proposed && !of) return false;
    }
    if (!of || !part.proposed->target) return false;
    const Indicator& total = *mentions_[*of].proposed;
    const bool adds_up =
        total.target && (total.kind.value == Kind::cumulative || total.kind.value == Kind::level);
    if (!adds_up || total.unit.value != part.proposed->unit.value) return false;
    base::Decimal sum = *part.proposed->target->number;
    bool is_done_anew = without_verbs(*part.proposed->name) != *part.proposed->name;
    for (std::size_t j = *of + 1; j < i; ++j) {
      const Mention& one = mentions_[j];
      if (one.part_of != of || !one.proposed->target) continue;
      sum = sum + *one.proposed->target->number;
      const std::string& name = *one.proposed->name;
      if (without_verbs(name) != name) is_done_anew = false;
    }
    const base::Decimal whole = *total.target->number;
    if (sum > whole || (is_done_anew && sum != whole)) return false;
    part.part_of = of;
    part.is_aside = true;
    part.proposed->commitment.value = total.commitment.value;
    return true;
  }

  /// What stands in brackets behind a number and has its unit, as in 中心2个（甲乡1个、乙乡1个）,
  /// is a part of it, unless it is more.
  void link_bracketed(std::size_t i) {
    Mention& part = mentions_[i];
    const std::size_t open = behind_last(text_, part.at, std::array<Text, 2>{"（", "("});
    const bool is_inside =
        open > 0 && before_first(text_, open, std::array<Text, 2>{"）", ")"}) > part.at;
    const bool has_target = part.proposed->target && part.proposed->kind.value == Kind::cumulative;
    if (!is_inside || !has_target) return;
    const std::size_t sentence = behind_last(text_, open, sentence_ends);
    for (std::size_t j = i; j-- > 0 && mentions_[j].at >= sentence;) {
      const Mention& total = mentions_[j];
      if (total.at >= open || !total.proposed || !total.proposed->target) continue;
      const bool is_total = total.proposed->unit.value == part.proposed->unit.value &&
                            *total.proposed->target->number >= *part.proposed->target->number &&
                            total.proposed->commitment.value == part.proposed->commitment.value;
      part.is_aside = is_total;
      if (is_total) part.part_of = j;
      return;
    }
  }

  std::optional<Baseline> baseline_;
  const std::string& given_;
  PlainNumbers plain_;
  Text text_;
  std::vector<Mention> mentions_;
  std::size_t end_of_last_ = 0;
};

}  // namespace

std::vector<Mention> mentions(const std::string& text) { return NumberReader(text).read(); }

std::vector<Indicator> proposals(const std::string& text, const std::vector<Mention>& found,
                                 const std::string& title, int first_id) {
  std::vector<Indicator> result;
  std::vector<std::string> ids(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i].proposed) continue;
    Indicator indicator = *found[i].proposed;
    ids[i] = "n" + std::to_string(first_id++);
    indicator.id.value = ids[i];
    if (is_verbs_alone(*indicator.name)) indicator.name.value = title;
    const std::size_t begin = behind_last(Text(text), found[i].at, sentence_ends);
    const std::size_t end = before_first(Text(text), found[i].at, sentence_ends);
    indicator.quote.value = std::string(base::trimmed(Text(text).substr(begin, end - begin)));
    indicator.note.value = std::string(to_confirm);
    if (found[i].part_of) {
      indicator.part_of.value = ids[*found[i].part_of];
    } else if (found[i].beyond) {
      indicator.note.value = std::string(to_confirm) + "：同一件事另有确保的目标，权重记 0";
    } else if (found[i].is_aside) {
      indicator.note.value = std::string(to_confirm) + "：其中项，计量单位与总数不同，权重记 0";
    }
    if (found[i].is_aside) indicator.weight.value = base::Decimal();
    result.push_back(std::move(indicator));
  }
  return result;
}

}  // namespace taizhang::intake
