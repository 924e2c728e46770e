// SPDX-License-Identifier: MIT
#include "intake/numbers.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace taizhang::intake {

using model::Commitment;
using model::Indicator;
using model::Kind;
using model::Qualifier;

namespace {

using Text = std::string_view;

constexpr auto sentence_ends = std::to_array<Text>({"。", "；", "\n"});
constexpr auto clause_ends = std::to_array<Text>({"。", "；", "，", "：", "\n"});

// The longer ones first: 万平方米 is no 万.
constexpr auto measure_units = std::to_array<Text>(
    {"万美元", "亿美元", "万立方米", "亿立方米", "万平方米", "平方公里", "个百分点", "万千瓦",
     "立方米", "平方米", "万公顷",   "万人次",   "万亩",     "万元",     "亿元",     "亿斤",
     "万吨",   "万人",   "万户",     "万头",     "万株",     "万只",     "公里",     "千米",
     "公顷",   "人次",   "场次",     "批次",     "千伏",     "兆瓦",     "千瓦",     "美元",
     "小时",   "吨级",   "%",        "％",       "家",       "个",       "项",       "人",
     "名",     "户",     "所",       "张",       "场",       "处",       "条",       "座",
     "台",     "辆",     "宗",       "起",       "件",       "次",       "套",       "位",
     "头",     "栋",     "支",       "期",       "亩",       "吨",       "株",       "元",
     "米",     "篇",     "部",       "分"});

/// Units of what a thing is rather than of how many there are.
constexpr auto size_units =
    std::to_array<Text>({"千伏", "兆瓦", "千瓦", "万千瓦", "吨级", "吨", "立方米", "万立方米"});
constexpr auto threshold_units = std::to_array<Text>({"万元", "亿元", "平方米", "亩", "人"});

template <std::size_t n>
bool is_one_of(Text text, const std::array<Text, n>& all) {
  return std::find(all.begin(), all.end(), text) != all.end();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Where the last of `marks` before `at` ends; 0 where there is none.
template <class Marks>
std::size_t behind_last(Text text, std::size_t at, const Marks& marks) {
  std::size_t begin = 0;
  for (const Text mark : marks) {
    const std::size_t found = at == 0 ? text.npos : text.rfind(mark, at - 1);
    if (found != text.npos && found + mark.size() <= at)
      begin = std::max(begin, found + mark.size());
  }
  return begin;
}

/// Where the first of `marks` from `at` on begins; the end of the text where there is none.
template <class Marks>
std::size_t before_first(Text text, std::size_t at, const Marks& marks) {
  std::size_t end = text.size();
  for (const Text mark : marks) end = std::min(end, text.find(mark, at));
  return end;
}

std::size_t skip_blanks(Text text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

/// Whether a 汉字, and no mark, stands at `at`.
bool is_word_at(Text text, std::size_t at) {
  at = skip_blanks(text, at);
  if (at >= text.size()) return false;
  const char32_t point = base::character(text, at).point;
  return point >= 0x4E00 && point <= 0x9FFF;
}

/// Whether `text` is in such brackets or quotes at `at`.
bool is_between(Text text, std::size_t at, Text open, Text close) {
  const std::size_t begin = at == 0 ? text.npos : text.rfind(open, at);
  if (begin == text.npos) return false;
  return text.find(close, begin) > at && text.find(close, begin) != text.npos;
}

/// One number as it stands: its unit and what is said around it.
struct Found {
  std::size_t at, end;  ///< of its digits
  Text digits;
  Text unit = {};
  std::size_t behind = 0;  ///< the unit and 以上, 左右 …
  Text after = {};         ///< 以上, 左右 …; empty where nothing is said
  bool more = false;       ///< 余
};

constexpr auto after_words =
    std::to_array<Text>({"及以上", "以上", "以内", "以下", "左右", "上下", "之内", "余"});

/// The unit of measure behind the digits and the words behind that.
void look_behind(Text text, Found& found) {
  std::size_t at = skip_blanks(text, found.end);
  const auto takes = [&](Text word) {
    if (text.substr(at, word.size()) != word) return false;
    at += word.size();
    return true;
  };
  found.more = takes("余") || takes("多");
  at = skip_blanks(text, at);
  for (const Text unit : measure_units) {
    if (text.substr(at, unit.size()) != unit) continue;
    found.unit = unit == "％" ? Text("%") : unit;
    at += unit.size();
    break;
  }
  at = skip_blanks(text, at);
  for (const Text word : after_words) {
    if (!takes(word)) continue;
    found.after = word;
    break;
  }
  found.behind = at;
}

constexpr auto front_words = std::to_array<Text>(
    {"力争", "争取", "确保", "努力", "年内",   "年底前", "年底", "全年", "到年底",
     "全市", "全县", "预计", "完成", "实现",   "并",     "和",   "及",   "与",
     "、",   "其中", "，",   " ",    "至年底", "今年",   "为",   "再"});
constexpr auto back_words =
    std::to_array<Text>({"达到", "突破", "不少于", "不低于", "不超过", "控制在", "超过", "低于",
                         "不高于", "至少", "达", "约", "到", "至", " ", "在"});

/// `text` without such words at its front and back.
std::string core(Text text) {
  for (bool again = true; again;) {
    again = false;
    for (const Text word : front_words) {
      if (!text.starts_with(word) || text.size() == word.size()) continue;
      text.remove_prefix(word.size());
      again = true;
    }
    for (const Text word : back_words) {
      if (!text.ends_with(word)) continue;
      text.remove_suffix(word.size());
      again = true;
    }
  }
  return std::string(base::trimmed(text));
}

/// Whether `name` says only what is done and not to what, as 新建 does of 新建 3 所幼儿园.
bool is_verbs_alone(Text name) {
  constexpr auto verbs = std::to_array<Text>(
      {"新改建", "新签约", "新建", "新增", "新培育", "新引进", "改造", "提升", "建设",
       "建成",   "完成",   "组织", "培育", "引进",   "举办",   "评选", "认定", "创建",
       "支持",   "推荐",   "列入", "参加", "开展",   "发放",   "盘活", "编制", "开工",
       "实施",   "争创",   "养护", "治理", "为",     "对"});
  for (bool again = true; again && !name.empty();) {
    again = false;
    for (const Text verb : verbs) {
      if (!name.starts_with(verb)) continue;
      name.remove_prefix(verb.size());
      again = true;
    }
  }
  return name.empty();
}

/// Units in which whole things are counted.
constexpr auto counting_units = std::to_array<Text>(
    {"家", "个", "项", "人", "名", "户", "所", "张", "场", "处", "条",   "座",   "台",  "辆",
     "宗", "起", "件", "次", "套", "位", "头", "栋", "支", "期", "场次", "人次", "批次"});

class NumberReader {
 public:
  explicit NumberReader(const std::string& text) : text_(text) {}

  std::vector<Mention> read() {
    for (std::size_t at = 0; at < text_.size();) {
      if (is_digit(text_[at]))
        at = digits(at);
      else
        at = words(at);
    }
    link_parts();
    return std::move(mentions_);
  }

 private:
  std::size_t digits(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size() &&
           (is_digit(text_[end]) ||
            (text_[end] == '.' && end + 1 < text_.size() && is_digit(text_[end + 1])))) {
      ++end;
    }
    Found found{at, end, text_.substr(at, end - at)};
    look_behind(text_, found);
    Mention mention{at, std::string(found.digits)};
    const base::Bilingual why_not = reason_against(found);
    if (why_not.zh.empty())
      propose(found, mention);
    else
      mention.why_not = why_not;
    end_of_last_ = std::max(end, found.behind);
    mentions_.push_back(std::move(mention));
    return end;
  }

  /// Numbers that are words.
  std::size_t words(std::size_t at) {
    const Text rest = text_.substr(at);
    const std::size_t next = at + base::character_size(text_, at);
    constexpr Text all_covered = "全覆盖";
    if (rest.starts_with(all_covered)) {
      Found found{at, at, "100"};
      found.unit = "%";
      found.behind = at + all_covered.size();
      Mention mention{at, std::string(all_covered)};
      propose(found, mention);
      mention.proposed->qualifier.value = Qualifier::reach;
      mention.proposed->kind.value = Kind::ratio;
      mentions_.push_back(std::move(mention));
      end_of_last_ = found.behind;
      return found.behind;
    }
    if (const std::size_t end = compared(at); end != at) return end;
    if (const std::size_t end = one_of_something(at); end != at) return end;
    return next;
  }

  /// 超过全省平均: an indicator for each rate that is named before it.
  std::size_t compared(std::size_t at) {
    constexpr std::array<std::pair<Text, Qualifier>, 6> ways{{{"不低于", Qualifier::at_least},
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
      const std::size_t end = mean + Text("平均").size();
      const std::string name(text_.substr(begin, end - begin));
      const std::size_t from = std::max(behind_last(text_, at, clause_ends), end_of_last_);
      std::string what = core(text_.substr(from, at - from));
      for (std::size_t mark = what.find("、"); !what.empty(); mark = what.find("、")) {
        Mention mention{at, std::string(text_.substr(at, end - at))};
        Indicator indicator{source::start_of(0)};
        indicator.name.value = what.substr(0, mark);
        indicator.kind.value = Kind::ratio;
        indicator.qualifier.value = qualifier;
        indicator.commitment.value = commitment(at);
        indicator.than.name.value = name;
        indicator.than.by.value = base::Decimal();
        indicator.unit.value = "%";
        mention.proposed = std::move(indicator);
        mentions_.push_back(std::move(mention));
        what = mark == what.npos ? "" : what.substr(mark + Text("、").size());
      }
      end_of_last_ = end;
      return end;
    }
    return at;
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
      Found found{at, end, number};
      look_behind(text_, found);
      Mention mention{at, std::string(numeral)};
      propose(found, mention);
      mentions_.push_back(std::move(mention));
      end_of_last_ = found.behind;
      return found.behind;
    }
    return at;
  }

  /// Why a number is no promise; empty where it may be one.
  base::Bilingual reason_against(const Found& found) const {
    const Text behind = text_.substr(skip_blanks(text_, found.end));
    const Text before = base::trimmed(text_.substr(0, found.at));
    const auto begins = [&](Text word) { return behind.starts_with(word); };
    if (begins("年") || begins("月") || begins("日") || begins("时") || begins("点") ||
        begins("—") || begins("-") || before.ends_with("—") || before.ends_with("-")) {
      return {"日期或期间", "a date"};
    }
    if (begins("号") || before.ends_with("第") || is_between(text_, found.at, "〔", "〕")) {
      return {"编号或第几", "an ordinal"};
    }
    if (is_between(text_, found.at, "“", "”") || is_between(text_, found.at, "《", "》") ||
        begins("大") || begins("+") || before.ends_with("+")) {
      return {"名称的一部分", "a part of a name"};
    }
    const char next = found.end < text_.size() ? text_[found.end] : ' ';
    const char last = found.at > 0 ? text_[found.at - 1] : ' ';
    if (is_latin(next) || is_latin(last)) return {"名称或规格", "a name or a size"};
    constexpr std::size_t digits_of_phone = 7;
    if (found.digits.size() >= digits_of_phone) return {"电话或编号", "a telephone or a number"};
    if (found.unit.empty()) return {"没有计量单位", "no unit of measure"};
    if (before.ends_with("前") && !says_rank(found)) return {"范围", "a range"};
    const std::size_t clause = behind_last(text_, found.at, clause_ends);
    const std::size_t clause_end = before_first(text_, found.behind, clause_ends);
    const Text around = text_.substr(clause, clause_end - clause);
    if (base::trimmed(around).starts_with("以") && around.find("为") != around.npos) {
      return {"说明情况的数", "a number that describes"};
    }
    for (const Mention& other : mentions_) {
      if (other.at >= clause && other.why_not.zh == Text("名称的一部分") &&
          around.find("大") != around.npos) {
        return {"名称的一部分", "a part of a name"};
      }
    }
    const bool word = is_word_at(text_, found.behind);
    if (is_one_of(found.unit, size_units) && word) return {"规格或门槛", "a size or a threshold"};
    const bool bound = found.after == "以上" || found.after == "及以上" || found.after == "以下";
    const bool more_numbers =
        std::any_of(text_.begin() + static_cast<std::ptrdiff_t>(found.behind),
                    text_.begin() + static_cast<std::ptrdiff_t>(clause_end), is_digit);
    if (bound && word && is_one_of(found.unit, threshold_units) &&
        (more_numbers || found.unit != "人")) {
      return {"门槛", "a threshold"};
    }
    return {};
  }

  bool says_rank(const Found& found) const {
    const std::size_t clause = behind_last(text_, found.at, clause_ends);
    const Text before = text_.substr(clause, found.at - clause);
    const auto says = [&](Text word) { return before.find(word) != before.npos; };
    if (says("位次") || says("排名") || says("名次")) return true;
    const bool place = found.unit == "位" || found.unit == "名";
    return place && base::trimmed(before).ends_with("前") && (says("进入") || says("考核"));
  }

  /// 力争 and 争取 govern what follows in their sentence, up to 确保.
  Commitment commitment(std::size_t at) const {
    const std::size_t begin = behind_last(text_, at, sentence_ends);
    const Text before = text_.substr(begin, at - begin);
    std::size_t strive = Text::npos;
    for (const Text word : {"力争", "争取", "努力争创", "争创"}) {
      const std::size_t found = before.rfind(word);
      if (found != before.npos && (strive == Text::npos || found > strive)) strive = found;
    }
    const std::size_t sure = before.rfind("确保");
    const bool bound = strive == Text::npos || (sure != before.npos && sure > strive);
    return bound ? Commitment::binding : Commitment::strive;
  }

  static Qualifier qualifier(const Found& found, Text before) {
    const auto ends = [&](Text word) { return before.ends_with(word); };
    if (found.after == "左右" || found.after == "上下") return Qualifier::about;
    if (ends("不超过") || ends("不高于") || ends("控制在") || found.after == "以内" ||
        found.after == "之内" || found.after == "以下") {
      return Qualifier::at_most;
    }
    if (ends("突破") || ends("超过")) return Qualifier::exceed;
    if (found.after == "以上" || found.after == "及以上" || found.after == "余" || found.more ||
        ends("不少于") || ends("不低于") || ends("至少")) {
      return Qualifier::at_least;
    }
    if (ends("低于") || ends("少于")) return Qualifier::below;
    if (ends("达到") || ends("达") || ends("降至") || ends("降到")) return Qualifier::reach;
    return Qualifier::exactly;
  }

  Kind kind(const Found& found, Text before) const {
    const auto says = [&](Text word) { return before.find(word) != before.npos; };
    if (says_rank(found)) return Kind::rank;
    if (found.unit == "%" || found.unit == "个百分点") {
      return says("增长") || says("增速") || says("增幅") || says("下降") ? Kind::growth
                                                                          : Kind::ratio;
    }
    const bool added = says("新") || says("完成") || says("建设") || says("培育") || says("引进") ||
                       says("改造") || says("组织") || says("推荐");
    const bool stock = says("达到") || says("突破") || says("存栏") || says("总数") ||
                       says("保有量") || says("总量");
    return stock && !added ? Kind::level : Kind::cumulative;
  }

  void propose(const Found& found, Mention& mention) const {
    const std::size_t clause = std::max(behind_last(text_, found.at, clause_ends), end_of_last_);
    const Text before = base::trimmed(text_.substr(clause, found.at - clause));
    Indicator indicator{source::start_of(0)};
    std::string name = core(before);
    if (is_verbs_alone(name)) {
      Text rest =
          text_.substr(found.behind, before_first(text_, found.behind, clause_ends) - found.behind);
      rest = rest.substr(0, rest.find("、"));
      rest = rest.substr(0, rest.find_first_of("(0123456789"));
      rest = rest.substr(0, rest.find("（"));
      if (rest.starts_with("的")) rest.remove_prefix(Text("的").size());
      name += std::string(base::trimmed(rest));
    }
    constexpr int longest_name = 60;
    if (name.empty()) name = std::string(found.unit);
    indicator.name.value = base::shortened(name, longest_name);
    indicator.kind.value = kind(found, before);
    indicator.qualifier.value = qualifier(found, before);
    indicator.commitment.value = commitment(found.at);
    const auto number = base::Decimal::parse(found.digits);
    if (!number.decimal) {
      mention.why_not = {"位数太多", "too many digits"};
      return;
    }
    indicator.target.value = model::Target{number.decimal};
    if (!number.decimal->is_whole() && is_one_of(found.unit, counting_units)) {
      indicator.integer.value = false;
    }
    indicator.unit.value = std::string(found.unit);
    if (indicator.kind.value == Kind::rank) indicator.qualifier.value = Qualifier::reach;
    mention.proposed = std::move(indicator);
  }

  /// What stands behind 其中 are parts of the number before it that has their unit.
  void link_parts() {
    for (std::size_t i = 1; i < mentions_.size(); ++i) {
      Mention& part = mentions_[i];
      if (!part.proposed) continue;
      const std::size_t sentence = behind_last(text_, part.at, sentence_ends);
      const std::size_t among = text_.rfind("其中", part.at);
      if (among == text_.npos || among < sentence) continue;
      for (std::size_t j = i; j-- > 0;) {
        const Mention& total = mentions_[j];
        if (total.at >= among || total.at < sentence || !total.proposed) continue;
        if (total.proposed->unit.value != part.proposed->unit.value) continue;
        // Only what comes in one row with it: 4 所、9 所, no new clause.
        if (text_.substr(among, part.at - among).find("，") == text_.npos) part.part_of = j;
        break;
      }
    }
  }

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
      indicator.weight.value = base::Decimal();
    }
    result.push_back(std::move(indicator));
  }
  return result;
}

}  // namespace taizhang::intake
