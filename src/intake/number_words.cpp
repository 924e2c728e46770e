// SPDX-License-Identifier: MIT
#include "intake/number_words.h"

#include "base/text.h"

namespace taizhang::intake {

namespace {

// The longer ones first: 万平方米 is no 万.
constexpr auto measure_units = std::to_array<Text>(
    {"万美元", "亿美元", "万立方米", "亿立方米", "万平方米", "平方公里", "个百分点", "万千瓦",
     "立方米", "平方米", "万公顷",   "万人次",   "万亩",     "万元",     "亿元",     "亿斤",
     "万吨",   "万人",   "万户",     "万头",     "万株",     "万只",     "公里",     "千米",
     "公顷",   "人次",   "场次",     "批次",     "千伏",     "兆瓦",     "千瓦",     "美元",
     "小时",   "吨级",   "微克",     "毫克",     "千克",     "公斤",     "分贝",     "%",
     "家",     "个",     "项",       "人",       "名",       "户",       "所",       "张",
     "场",     "处",     "条",       "座",       "台",       "辆",       "宗",       "起",
     "件",     "次",     "套",       "位",       "头",       "栋",       "支",       "期",
     "分钟",   "亩",     "吨",       "株",       "元",       "米",       "篇",       "部",
     "分",     "天",     "克"});

/// What a second part of a unit is beside those: 元/年.
constexpr auto times = std::to_array<Text>({"年", "月", "日"});

constexpr auto size_units =
    std::to_array<Text>({"千伏", "兆瓦", "千瓦", "万千瓦", "吨级", "吨", "立方米", "万立方米"});
constexpr auto threshold_units = std::to_array<Text>({"万元", "亿元", "平方米", "亩", "人"});
constexpr auto counting_units = std::to_array<Text>(
    {"家", "个", "项", "人", "名", "户", "所", "张", "场", "处", "条",   "座",   "台",  "辆",
     "宗", "起", "件", "次", "套", "位", "头", "栋", "支", "期", "场次", "人次", "批次"});

constexpr auto front_words = std::to_array<Text>(
    {"力争", "争取", "确保",   "努力", "年内", "年底前", "年底", "全年", "到年底", "全市",
     "全县", "预计", "完成",   "实现", "并",   "和",     "及",   "与",   "、",     "其中",
     "，",   " ",    "至年底", "今年", ":",    "为",     "再",   "的"});
/// Words that begin like one of those and are none.
constexpr auto kept_words =
    std::to_array<Text>({"完成率", "完成量", "完成额", "完成值", "实现率", "及时", "和谐", "并网",
                         "并购", "为民", "为企", "再生", "再就业"});
constexpr auto back_words = std::to_array<Text>(
    {"、",   "达到", "突破",     "不少于",   "不低于", "不超过", "控制在", "稳定在", "保持在",
     "超过", "低于", "不高于",   "至少",     "达",     "约",     "到",     "至",     " ",
     "在",   "为",   "小于等于", "大于等于", "小于",   "大于",   "少于",   "≤",      "≥",
     "≦",    "≧",    "⩽",        "⩾",        "<",      ">",      "＜",     "＞",     "="});

template <std::size_t n>
bool is_one_of(Text text, const std::array<Text, n>& all) {
  return std::find(all.begin(), all.end(), text) != all.end();
}

/// The first of `all` that begins at `at`; empty where none does.
template <std::size_t n>
Text word_at(Text text, std::size_t at, const std::array<Text, n>& all) {
  for (const Text word : all) {
    if (text.substr(at, word.size()) == word) return word;
  }
  return {};
}

}  // namespace

std::size_t skip_blanks(Text text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

bool is_word_at(Text text, std::size_t at) {
  at = skip_blanks(text, at);
  if (at >= text.size()) return false;
  const char32_t point = base::character(text, at).point;
  return point >= 0x4E00 && point <= 0x9FFF;
}

bool is_between(Text text, std::size_t at, Text open, Text close) {
  const std::size_t begin = at == 0 ? text.npos : text.rfind(open, at);
  if (begin == text.npos) return false;
  return text.find(close, begin) > at && text.find(close, begin) != text.npos;
}

bool says_any(Text text, std::initializer_list<Text> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](Text word) { return text.find(word) != text.npos; });
}

Text unit_at(Text text, std::size_t at) {
  const Text unit = word_at(text, at, measure_units);
  if (unit.empty() || text.substr(at + unit.size(), 1) != "/") return unit;
  const std::size_t second = at + unit.size() + 1;
  Text per = word_at(text, second, measure_units);
  if (per.empty()) per = word_at(text, second, times);
  return per.empty() ? unit : text.substr(at, unit.size() + 1 + per.size());
}

bool is_size_unit(Text unit) { return is_one_of(unit, size_units); }
bool is_threshold_unit(Text unit) { return is_one_of(unit, threshold_units); }
bool is_counting_unit(Text unit) { return is_one_of(unit, counting_units); }

std::string core(Text text) {
  for (bool again = true; again;) {
    again = false;
    for (const Text word : front_words) {
      if (!text.starts_with(word) || text.size() == word.size()) continue;
      if (!word_at(text, 0, kept_words).empty()) continue;
      text.remove_prefix(word.size());
      again = true;
    }
    for (const Text word : back_words) {
      if (!text.ends_with(word)) continue;
      text.remove_suffix(word.size());
      again = true;
    }
  }
  // 力争 alone says nothing of what; 完成 and 实现 are a verb.
  const bool says_nothing = is_one_of(text, front_words) && text != "完成" && text != "实现";
  return says_nothing ? std::string() : std::string(base::trimmed(text));
}

Text without_verbs(Text name) {
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
  return name;
}

bool is_verbs_alone(Text name) { return without_verbs(name).empty(); }

bool lacks_subject(Text name) {
  constexpr auto by = std::to_array<Text>(
      {"同比", "比上年", "较上年", "比去年", "较去年", "年均", "平均", "累计", "分别"});
  constexpr auto ways = std::to_array<Text>({"增长", "增速", "增幅", "增加", "下降", "降低", "减少",
                                             "总数", "总量", "总额", "占比", "比重", "比例"});
  for (bool again = true; again;) {
    again = false;
    for (const Text word : by) {
      if (!name.starts_with(word)) continue;
      name.remove_prefix(word.size());
      again = true;
    }
  }
  return name.empty() || is_one_of(name, ways);
}

}  // namespace taizhang::intake
