// SPDX-License-Identifier: MIT
#include "check/measure_units.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "measure/completion.h"

namespace taizhang::check {

namespace {

// Lists of words, each between blanks.
// clang-format off

/// Beside the units that count whole things.
constexpr std::string_view usual_list =
    " % ‰ 百分点 个百分点 分 位 名次 倍 级 点 "
    "元 美元 港元 欧元 日元 "
    "米 公里 千米 海里 厘米 毫米 延米 车道公里 平方米 平方公里 平方千米 亩 公顷 立方米 升 毫升 "
    "吨 公斤 千克 斤 克 毫克 微克 纳克 标准煤 吨标准煤 吨标煤 吨二氧化碳 二氧化碳当量 "
    "千瓦 兆瓦 瓦 千瓦时 度 伏 千伏 千伏安 兆伏安 摄氏度 分贝 帕 字节 比特 兆 字 "
    "年 季度 月 个月 周 天 日 小时 分钟 秒 工作日 学时 课时 人月 人日 人天 "
    "标准箱 标箱 车次 吨公里 人公里 家次 批次 户次 台次 班次 架次 航次 站次 张次 "
    "类 种 样 间 床 张床位 床位 学位 车位 泊位 工位 席 座位 幢 层 单元 根 盏 口 眼 井 幅 本 册 篇 首 卷 "
    "起 案 单 笔 票 桩 端口 线 路 孔 架 艘 船 列 节 班 片 块 段 标段 株 羽 尾 匹 峰 枚 支 队 员 岗 岗位 "
    "届 轮 讲 版 款 课 堂 趟 遍 副 把 面 瓶 箱 袋 包 桶 罐 机组 生产线 点位 网格 "
    "园 镇 乡 乡镇 县 市 区 街道 行政村 自然村 村居 小区 基地 企业 项目 品牌 专利 商标 平台 中心 "
    "学校 医院 家庭 对象 事项 厂 店 门店 ";

struct Respelt {
  std::string_view usual;
  std::string_view others;  ///< in small letters
};

constexpr Respelt respelt[] = {
    {"%", " percent pct 百分比 百分之 "},
    {"‰", " permille 千分之 "},
    {"公里", " km ㎞ 公里数 "},
    {"米", " m "},
    {"厘米", " cm "},
    {"毫米", " mm "},
    {"平方米", " 平米 平方 m2 m² ㎡ "},
    {"平方公里", " km2 km² ㎢ "},
    {"公顷", " ha hm2 hm² "},
    {"亩", " 畝 亩数 "},
    {"立方米", " 立方 m3 m³ ㎥ "},
    {"升", " l "},
    {"毫升", " ml "},
    {"吨", " t 噸 "},
    {"公斤", " kg ㎏ "},
    {"克", " g "},
    {"毫克", " mg "},
    {"微克", " μg µg ug "},
    {"吨标准煤", " tce "},
    {"千瓦", " kw "},
    {"千瓦时", " kwh kw·h 千瓦·时 千瓦小时 "},
    {"兆瓦", " mw "},
    {"千伏", " kv "},
    {"千伏安", " kva "},
    {"兆伏安", " mva "},
    {"摄氏度", " ℃ "},
    {"分贝", " db "},
    {"标准箱", " teu "},
    {"元", " 圆 人民币 元人民币 rmb cny "},
    {"美元", " 美金 usd "},
    {"小时", " h 钟头 "},
    {"个", " 個 个数 "},
    {"家", " 家数 "},
    {"户", " 戶 户数 "},
    {"人", " 人数 "},
    {"次", " 次数 "},
    {"项", " 項 "},
    {"张", " 張 "},
    {"场", " 場 "},
    {"条", " 條 "},
    {"辆", " 輛 "},
};
// clang-format on

/// Where large letters are another unit than the small ones, or mean several: gram and gigabit,
/// metre and megabit, milligram and tonne, milliwatt and megawatt, millilitre and megalitre.
constexpr std::string_view unclear_list = " G M T Mg MG Ml ML mW H ";

bool has_word(std::string_view list, std::string_view word) {
  if (word.empty() || word.find(' ') != word.npos) return false;
  return list.find(" " + std::string(word) + " ") != list.npos;
}

constexpr std::array<std::string_view, 5> number_words{"十", "百", "千", "万", "亿"};

bool is_listed(const model::List<std::string>& list, std::string_view unit) {
  return std::any_of(list.items.begin(), list.items.end(),
                     [&](const auto& own) { return own && *own == unit; });
}

bool is_usual(std::string_view unit, const model::Rules& rules) {
  const auto counting = measure::usual_counting_units();
  return has_word(usual_list, unit) ||
         std::find(counting.begin(), counting.end(), unit) != counting.end() ||
         is_listed(rules.counting_units, unit) || is_listed(rules.measure_units, unit);
}

std::optional<std::string_view> usual_for(std::string_view unit) {
  std::string small(unit);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const Respelt& row : respelt) {
    if (has_word(row.others, small)) return row.usual;
  }
  return std::nullopt;
}

/// How many bytes of `unit` are number words: of 百万元 six.
std::size_t amount_length(std::string_view unit) {
  std::size_t length = 0;
  const auto starts_here = [&](std::string_view word) {
    return unit.substr(length).starts_with(word);
  };
  for (;;) {
    const auto word = std::find_if(number_words.begin(), number_words.end(), starts_here);
    if (word == number_words.end()) return length;
    length += word->size();
  }
}

/// One unit without `/`.
SpeltUnit spelt_alone(std::string_view unit, const model::Rules& rules) {
  if (is_usual(unit, rules)) return {Spelling::usual};
  if (has_word(unclear_list, unit)) return {Spelling::unclear};
  if (const auto usual = usual_for(unit)) return {Spelling::other, std::string(*usual)};
  const std::size_t length = amount_length(unit);
  if (length == 0) return {Spelling::unknown};
  const std::string_view of = unit.substr(length);
  if (of.empty()) return {Spelling::amount};
  if (is_usual(of, rules)) return {Spelling::usual};
  const auto usual = usual_for(of);
  if (!usual) return {Spelling::unknown};
  return {Spelling::other, std::string(unit.substr(0, length)) + std::string(*usual)};
}

/// `unit` without blanks and Chinese quotes, full-width signs as the usual ones.
std::string plain(std::string_view unit) {
  constexpr std::array<std::array<std::string_view, 2>, 10> signs{{{"％", "%"},
                                                                   {"／", "/"},
                                                                   {" ", ""},
                                                                   {"　", ""},
                                                                   {"“", ""},
                                                                   {"”", ""},
                                                                   {"‘", ""},
                                                                   {"’", ""},
                                                                   {"「", ""},
                                                                   {"」", ""}}};
  std::string text(unit);
  for (const auto& [from, to] : signs) {
    for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

}  // namespace

SpeltUnit spelt(std::string_view unit, const model::Rules& rules) {
  if (is_usual(unit, rules)) return {Spelling::usual};
  const std::string text = plain(unit);
  std::string usual;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('/', begin), text.size());
    const std::string_view part = std::string_view(text).substr(begin, end - begin);
    const SpeltUnit one = spelt_alone(part, rules);
    if (one.spelling == Spelling::amount && part.size() == text.size()) return one;
    if (one.spelling == Spelling::unclear) return one;
    if (one.spelling == Spelling::amount || one.spelling == Spelling::unknown) {
      return {Spelling::unknown};
    }
    if (begin > 0) usual += '/';
    usual += one.spelling == Spelling::usual ? std::string(part) : one.usual;
    begin = end + 1;
  }
  if (usual == unit) return {Spelling::usual};
  return {Spelling::other, std::move(usual)};
}

std::vector<std::string_view> usual_units(const model::Rules& rules) {
  std::vector<std::string_view> all;
  const auto counting = measure::usual_counting_units();
  all.insert(all.end(), counting.begin(), counting.end());
  for (const std::string_view unit : base::split(usual_list, ' ')) {
    if (!unit.empty()) all.push_back(unit);
  }
  for (const auto* list : {&rules.counting_units, &rules.measure_units}) {
    for (const auto& own : list->items) {
      if (own) all.push_back(*own);
    }
  }
  return all;
}

}  // namespace taizhang::check
