// SPDX-License-Identifier: MIT
#include "example/fill.h"
#include "example/records.h"

namespace taizhang::example {

using base::Decimal;
using model::Light;
using model::OrderLevel;
using std::chrono::days;

namespace {

std::string_view reason_of(OrderLevel level) {
  switch (level) {
    case OrderLevel::reminder:
      return "示例：进度滞后于序时，提醒加快推进";
    case OrderLevel::order:
      return "示例：连续两个月滞后，请逐项说明原因和措施";
    case OrderLevel::listed:
      return "示例：连续两个月严重滞后，挂牌督办";
    case OrderLevel::talk:
      break;
  }
  return "示例：连续三个月严重滞后，建议约谈";
}

std::string_view reason_of(Light light) {
  switch (light) {
    case Light::blue:
      return "示例：实际已完成，统计口径调整后补报";
    case Light::green:
      return "示例：受统计时点影响，实际推进正常";
    case Light::yellow:
      return "示例：剩余工作集中在年底，需重点关注";
    case Light::red:
      return "示例：督查核实数与上报数差距较大";
    case Light::grey:
      break;
  }
  return "示例：数据口径正在核实，暂不评价";
}

}  // namespace

void add_order(const Scene& scene, model::Task& task) {
  const bool behind = scene.course.lost() || scene.course.pace == Pace::slightly_behind ||
                      scene.course.pace == Pace::fading;
  if (!behind || scene.course.untouched() || !scene.decks.order_times.deal()) return;
  Random& random = scene.random;
  model::Order order(unwritten);
  set(order.id, "o1");
  const Date day = scene.frame.period.at(random.between(420, 800));
  order.date.value = day;
  order.level.value = scene.decks.orders.deal();
  set(order.reason, reason_of(*order.level));
  add(order.to, scene.frame.county.name_on(scene.course.lead, day));
  order.reply_by.value = day + days{7};
  const OrderEnd end = scene.decks.order_ends.deal();
  if (end != OrderEnd::unanswered) {
    order.reply.date.value = day + days{random.between(3, 11)};
    set(order.reply.text, "示例：已制定追赶计划，倒排工期、挂图作战");
    if (end == OrderEnd::closed) order.closed.value = day + days{random.between(25, 45)};
  }
  task.orders.items.push_back(std::move(order));
}

void add_override(const Scene& scene, model::Task& task) {
  if (!scene.decks.override_times.deal()) return;
  const Period period = scene.frame.period;
  // Every other one comes after one that was meant for the middle of the year.
  if (*task.item % 2 == 0) {
    model::Override first(unwritten);
    first.light.value = Light::grey;
    set(first.reason, reason_of(Light::grey));
    set(first.by, county_office);
    first.from.value = period.month_end_at(420);
    first.until.value = period.month_end_at(500);
    task.override_.items.push_back(std::move(first));
  }
  model::Override entry(unwritten);
  entry.light.value = scene.decks.overrides.deal();
  const bool bad = *entry.light == Light::red || *entry.light == Light::yellow;
  entry.score.value = Decimal::whole(bad ? 60 : 85);
  set(entry.reason, reason_of(*entry.light));
  set(entry.by, county_office);
  entry.from.value = period.month_end_at(620) + days{5};
  entry.until.value = period.month_end_at(scene.random.between(800, 1000));
  task.override_.items.push_back(std::move(entry));
}

}  // namespace taizhang::example
