// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "base/text.h"
#include "intake/number_text.h"
#include "intake/numbers.h"

namespace intake_numbers_test {

using namespace taizhang;

TEST_SUITE_BEGIN("import");

namespace {

/// What is proposed, as `name kind qualifier target unit`, then what is not, as `number: why`.
std::string read(const std::string& text) {
  std::vector<std::string> said;
  for (const intake::Mention& one : intake::mentions(text)) {
    if (!one.proposed) {
      said.push_back(one.written + ": " + std::string(one.why_not.zh));
      continue;
    }
    const model::Indicator& indicator = *one.proposed;
    const std::string target =
        indicator.than.name ? "than " + *indicator.than.name : indicator.target->number->text();
    said.push_back(*indicator.name + " " + std::string(model::name(*indicator.kind)) + " " +
                   std::string(model::name(*indicator.qualifier)) + " " + target + " " +
                   *indicator.unit);
  }
  return base::joined(said, "; ");
}

}  // namespace

TEST_CASE("A number with separators or in full width is the number that is meant") {
  for (const char* number :
       {"1600", "1,600", "1，600", "１６００", "１,６００", "１，６００", "1 600"}) {
    CAPTURE(number);
    CHECK(read("新建充电桩" + std::string(number) + "个") ==
          "新建充电桩 cumulative exactly 1600 个");
  }
  CHECK(read("投资1,234.5万元") == "投资 cumulative exactly 1234.5 万元");
  CHECK(read("投资１２．５亿元") == "投资 cumulative exactly 12.5 亿元");
  CHECK(read("产值1,234,567万元") == "产值 cumulative exactly 1234567 万元");
  CHECK(read("覆盖率１００％") == "覆盖率 ratio exactly 100 %");
  CHECK(read("培训教师1 200人次") == "培训教师 cumulative exactly 1200 人次");
  // Never a part of a number whose separators part no thousands.
  const std::string doubtful = "逗号的位置不合千分位，不知是一个数还是两个";
  for (const char* number : {"1,60", "12，34", "1,600,20", "1,600，200", "0,600", "2024，300"}) {
    CAPTURE(number);
    CHECK(read("建成" + std::string(number) + "个") == number + (": " + doubtful));
  }
  CHECK(read("新建校舍3所，20个班") ==
        "新建校舍 cumulative exactly 3 所; 班 cumulative exactly 20 个");
  CHECK(read("新建充电桩一千六百个") == "一千六百: 汉字写的数");
}

TEST_CASE("What a number is written as and where are those of the text that was given") {
  const std::string text = "一是新建充电桩１,６００个；二是改造２处。";
  const auto found = intake::mentions(text);
  REQUIRE(found.size() == 2);
  CHECK(found[0].written == "１,６００");
  CHECK(text.substr(found[0].at, found[0].written.size()) == found[0].written);
  CHECK(text.substr(found[1].at, found[1].written.size()) == "２");
  const auto proposed = intake::proposals(text, found, "甲");
  REQUIRE(proposed.size() == 2);
  CHECK(*proposed[0].quote == "一是新建充电桩１,６００个");
}

TEST_CASE("A number that does not say of what it is goes on with what was said before it") {
  CHECK(read("新增充电桩120个以上，力争150个") ==
        "新增充电桩 cumulative at_least 120 个; 新增充电桩（力争） cumulative exactly 150 个");
  CHECK(read("新增充电桩120个，力争达到150个以上") ==
        "新增充电桩 cumulative exactly 120 个; 新增充电桩（力争） cumulative at_least 150 个");
  CHECK(read("新增充电桩120个（力争150个）") ==
        "新增充电桩 cumulative exactly 120 个; 新增充电桩（力争） cumulative exactly 150 个");
  CHECK(read("新增充电桩，确保100个，力争完成120个") ==
        "新增充电桩 cumulative exactly 100 个; 新增充电桩（力争） cumulative exactly 120 个");
  CHECK(read("普惠率达到90%，争取95%") ==
        "普惠率 ratio reach 90 %; 普惠率（力争） ratio exactly 95 %");
  CHECK(read("固定资产投资100亿元，同比增长8%") ==
        "固定资产投资 cumulative exactly 100 亿元; 固定资产投资同比增长 growth exactly 8 %");
  CHECK(read("新增高新技术企业20家，总数达到80家") ==
        "新增高新技术企业 cumulative exactly 20 家; 高新技术企业总数 level reach 80 家");
  CHECK(read("新增高新技术企业20家，达到80家") ==
        "新增高新技术企业 cumulative exactly 20 家; 高新技术企业总数 level reach 80 家");
  CHECK(read("新建公园3个，改造5个") ==
        "新建公园 cumulative exactly 3 个; 改造公园 cumulative exactly 5 个");
  // Of another unit, or in another sentence, it is of something else.
  CHECK(read("新建学校3所。力争150个") ==
        "新建学校 cumulative exactly 3 所;  cumulative exactly 150 个");
}

TEST_CASE("What is striven for beyond a promise is not counted beside it") {
  const auto proposed_of = [](const std::string& text) {
    return intake::proposals(text, intake::mentions(text), "甲");
  };
  const auto two = proposed_of("新增充电桩120个以上，力争150个");
  REQUIRE(two.size() == 2);
  CHECK(two[0].commitment.value == model::Commitment::binding);
  CHECK_FALSE(two[0].weight);
  CHECK(two[1].commitment.value == model::Commitment::strive);
  CHECK(two[1].weight.value == base::Decimal());
  CHECK(two[1].note->find("待确认") == 0);
  // What is striven for alone counts, and so do two things.
  const auto both = proposed_of("力争新增充电桩120个，改造车位80个");
  REQUIRE(both.size() == 2);
  CHECK_FALSE(both[0].weight);
  CHECK_FALSE(both[1].weight);
}

TEST_CASE("A sign before a number says what the words for it do, and is no part of the name") {
  CHECK(read("超采量≤100万立方米，优良率≥85%") ==
        "超采量 cumulative at_most 100 万立方米; 优良率 ratio at_least 85 %");
  CHECK(read("浓度＜35微克/立方米；覆盖率 > 90%") ==
        "浓度 level below 35 微克/立方米; 覆盖率 ratio exceed 90 %");
  CHECK(read("漏损率<9%；投资＞3亿元") == "漏损率 ratio below 9 %; 投资 cumulative exceed 3 亿元");
  CHECK(read("能耗下降≥3%") == "能耗下降 growth at_least -3 %");
  CHECK(read("优良率≥全省平均") == "优良率 ratio at_least than 全省平均 %");
}

TEST_CASE("What is striven for is the number of its own clause, or all behind 力争年内") {
  const auto strives = [](const std::string& text) {
    std::string said;
    for (const intake::Mention& one : intake::mentions(text)) {
      if (!one.proposed) continue;
      said += *one.proposed->commitment == model::Commitment::strive ? '?' : '!';
    }
    return said;
  };
  CHECK(strives("争取入库企业突破300家，培育领军企业2家") == "?!");
  CHECK(strives("资金突破50亿元，力争60亿元，实际利用外资同比增长10%左右") == "!?!");
  CHECK(strives("力争工业增加值增长8%以上、固定资产投资增长6%左右") == "??");
  CHECK(strives("力争年内列入创新项目15项左右，推荐示范企业1家左右") == "??");
  CHECK(strives("新增充电桩120个（力争150个），改造车位80个") == "!?!");
  CHECK(strives("力争新建学校13所，其中小学4所、幼儿园9所") == "???");
  CHECK(strives("力争新增10家，确保投资3亿元") == "?!");
}

TEST_CASE("Parts go on behind a comma until they are the total") {
  const auto parts = [](const std::string& text) {
    std::string said;
    for (const auto& one : intake::proposals(text, intake::mentions(text), "甲")) {
      said += *one.name + (one.part_of ? "<" + *one.part_of + " " : " ");
    }
    return said;
  };
  CHECK(parts("化解债务5亿元，其中专项债3亿元，一般债2亿元，隐性债1亿元") ==
        "化解债务 专项债<n1 一般债<n1 隐性债 ");
  CHECK(parts("化解债务5亿元，其中专项债3亿元，新增就业2人，一般债2亿元") ==
        "化解债务 专项债<n1 新增就业 一般债 ");
  CHECK(parts("新建学校13所，其中小学4所，改造学校5所") == "新建学校 小学<n1 改造学校 ");
  CHECK(parts("化解债务5亿元，其中专项债3亿元。一般债2亿元") == "化解债务 专项债<n1 一般债 ");
}

TEST_CASE("What is done in each period is no figure of the year") {
  CHECK(read("每季度督查1次，每月调度2次") == "1: 每期的数，不是全年的; 2: 每期的数，不是全年的");
}

TEST_CASE("A stock, a growth and a place are told from what is added") {
  CHECK(read("高新技术企业总数突破80家") == "高新技术企业总数 level exceed 80 家");
  CHECK(read("新增高新技术企业80家") == "新增高新技术企业 cumulative exactly 80 家");
  CHECK(read("农民收入增速高于全市平均水平") == "农民收入增速 growth exceed than 全市平均 %");
  CHECK(read("公办率超过全省平均") == "公办率 ratio exceed than 全省平均 %");
  CHECK(read("GDP增速位居全市前3位") == "GDP增速 rank reach 3 位");
  CHECK(read("综合考核进入全省前3") == "综合考核 rank reach 3 位");
  CHECK(read("奖励前3名企业") == "3: 名次或范围");
  CHECK(read("因汛死亡人数为0人") == "因汛死亡人数 cumulative at_most 0 人");
  CHECK(read("存栏生猪保持在30万头") == "存栏生猪 level exactly 30 万头");
  CHECK(read("浓度低于35微克/立方米") == "浓度 level below 35 微克/立方米");
  CHECK(read("均价控制在6000元/平方米以内") == "均价 level at_most 6000 元/平方米");
}

TEST_CASE("A fall is a growth below zero") {
  const auto found = intake::mentions("万元GDP用水量较2020年下降16%以上");
  REQUIRE(found.size() == 2);
  CHECK(found[0].why_not.zh == "日期或期间");
  const model::Indicator& fall = *found[1].proposed;
  CHECK(*fall.name == "万元GDP用水量较2020年下降");
  CHECK(fall.target->number->text() == "-16");
  CHECK(*fall.direction == model::Direction::down);
  CHECK(*fall.qualifier == model::Qualifier::at_least);
  CHECK(read("降低能耗3.2%") == "降低能耗 growth exactly -3.2 %");
  CHECK(read("失业率下降到5%") == "失业率下降 ratio reach 5 %");
}

TEST_CASE("What there was is a baseline, and points above a mean are no target") {
  CHECK(read("收入由1.8万元提高到2万元") == "1.8: 原来的数; 收入 level reach 2 万元");
  CHECK(read("合格率从60%提升至75%") == "60: 原来的数; 合格率 ratio reach 75 %");
  const auto was = intake::mentions("能耗由0.5吨降到0.4吨");
  REQUIRE(was.size() == 2);
  REQUIRE(was[1].proposed);
  CHECK(was[1].proposed->baseline.one->text() == "0.5");
  CHECK(*was[1].proposed->direction == model::Direction::down);
  const auto compared = intake::mentions("增幅高于全省平均2个百分点");
  REQUIRE(compared.size() == 1);
  CHECK(compared[0].proposed->than.by->text() == "2");
  CHECK(*compared[0].proposed->qualifier == model::Qualifier::at_least);
  const auto below = intake::mentions("失业率低于全省平均水平0.5个百分点");
  REQUIRE(below.size() == 1);
  CHECK(below[0].proposed->than.by->text() == "-0.5");
  CHECK(*below[0].proposed->qualifier == model::Qualifier::at_most);
  CHECK(intake::mentions("增幅高于全省平均")[0].proposed->than.by->text() == "0");
}

TEST_CASE("A ring of so many minutes is a name, about is about, and a place is that of a figure") {
  CHECK(read("打造10分钟生活圈") == "10: 名称的一部分");
  CHECK(read("培训约30家") == "培训 cumulative about 30 家");
  CHECK(read("举办活动近40场") == "举办活动 cumulative about 40 场");
  CHECK(read("财政收入突破2.5亿元，位居全市前3名") ==
        "财政收入 level exceed 2.5 亿元; 财政收入位次 rank reach 3 名");
}

TEST_CASE("A name has all its words and no brackets") {
  CHECK(read("开工投资500万元以上的项目60个") ==
        "500: 门槛; 开工投资500万元以上的项目 cumulative exactly 60 个");
  CHECK(read("新建公路100公里以上、完成率100%") ==
        "新建公路 cumulative at_least 100 公里; 完成率 ratio exactly 100 %");
  CHECK(read("新增就业4000人（其中脱贫人口300人）") ==
        "新增就业 cumulative exactly 4000 人; 脱贫人口 cumulative exactly 300 人");
  CHECK(read("9月底前建成养老中心4处") == "9: 日期或期间; 建成养老中心 cumulative exactly 4 处");
  CHECK(read("PM2.5年均浓度控制在38微克/立方米以下") ==
        "2.5: 名称或规格; PM2.5年均浓度 level at_most 38 微克/立方米");
}

TEST_CASE("A range is no number, and a date no range") {
  CHECK(read("造林2000—3000亩") == "2000—3000: 区间，不是一个数");
  CHECK(read("新建学校3-5所，提升2所") == "3-5: 区间，不是一个数; 提升 cumulative exactly 2 所");
  CHECK(read("增长6%至8%") == "6%至8: 区间，不是一个数");
  CHECK(read("建成１～２座") == "１～２: 区间，不是一个数");
  CHECK(read("2023—2025年") == "2023: 日期或期间; 2025: 日期或期间");
  CHECK(read("1月至6月") == "1: 日期或期间; 6: 日期或期间");
}

TEST_CASE("What is among a total is not counted again, in whatever unit") {
  const std::string text = "到位资金45亿元，其中制造业20亿元、外资3000万美元";
  const auto proposed = intake::proposals(text, intake::mentions(text), "招商");
  REQUIRE(proposed.size() == 3);
  CHECK_FALSE(proposed[0].weight);
  CHECK(*proposed[1].part_of == "n1");
  CHECK(proposed[1].weight->text() == "0");
  CHECK_FALSE(proposed[2].part_of);
  CHECK(proposed[2].weight->text() == "0");
  CHECK(proposed[2].note->find("计量单位与总数不同") != std::string::npos);
  // Parts stand in brackets, and in a clause of their own as well.
  const auto parts = [](const std::string& given) {
    std::string all;
    for (const model::Indicator& one : intake::proposals(given, intake::mentions(given), "甲")) {
      all += *one.id + (one.part_of ? "<" + *one.part_of : "") +
             (one.weight ? "*" + one.weight->text() : "") + " ";
    }
    return all;
  };
  CHECK(parts("建成2个中心（甲乡1个、乙乡1个），覆盖率100%") == "n1 n2<n1*0 n3<n1*0 n4 ");
  CHECK(parts("实施技改项目30个；其中投资500万元以上项目20个") == "n1 n2<n1*0 ");
  CHECK(parts("完成投资12,000万元（其中: 一期5000万元）") == "n1 n2<n1*0 ");
  CHECK(parts("培育企业10家（培育园区12家）") == "n1 n2 ");
  CHECK(parts("改造小区10个（惠及1600户）") == "n1 n2 ");
  const std::string apart = "到位资金45亿元，出口3000万美元";
  CHECK_FALSE(intake::proposals(apart, intake::mentions(apart), "招商").at(1).weight);
}

TEST_SUITE_END();

}  // namespace intake_numbers_test
