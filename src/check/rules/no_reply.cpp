// SPDX-License-Identifier: MIT
#include <string>

#include "check/moment.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

void look_at_order(const measure::OrderFigures& figures, base::Date day, Collector& found) {
  if (!figures.overdue) return;
  const model::Order& order = *figures.order;
  std::string units;
  for (const auto& unit : order.to.items) {
    if (unit) units += (units.empty() ? "" : "、") + unit->text;
  }
  found.add(order.reply_by.at_or(order.at),
            {{"应于 {0} 前回复，已超 {1} 天还没有回复",
              "the reply was due by {0} (days overdue: {1}), and there is none"},
             {base::iso(*order.reply_by), base::days_between(*order.reply_by, day)}},
            units.empty()
                ? base::Phrase{{"催要回复；已回复的写上 reply: {date: 回复日期}",
                                "ask for it; where it has come, write reply: {date: its day}"},
                               {}}
                : base::Phrase{{"向 {0} 催要回复；已回复的写上 reply: {date: 回复日期}",
                                "ask {0} for it; where it has come, write reply: {date: its day}"},
                               {units}});
}

void find_no_reply(const Moment& moment, Collector& found) {
  for (const measure::PlanFigures& plan : moment.plans) {
    for (const measure::TaskFigures& task : plan.tasks) {
      if (task.orders.empty() || !moment.ledger.is_whole(task.file->file)) continue;
      if (task.status == model::Status::cancelled) continue;
      const auto meant = [&](std::string_view key) {
        return moment.ledger.was_meant(task.file->file, key);
      };
      if (meant("reply") || meant("closed")) continue;
      for (const measure::OrderFigures& order : task.orders) {
        look_at_order(order, moment.clocks.as_of, found);
      }
    }
  }
}

}  // namespace

const Rule no_reply{
    "W21",
    "no-reply",
    source::Severity::warning,
    {"督办到期没有回复", "an order without a reply"},
    {"提醒函、督办单写了回复期限的，到期没有回复也没有办结，就要催；拖着不回，督办等于没发。",
     "A reminder or order that asks for a reply by a day has to be followed up when neither the "
     "reply nor its closing is there; otherwise it might as well not have been sent."},
    R"yaml(# 截至 2023-10-20
- {id: o1, date: 2023-09-15, level: order, to: [市工信局], reply_by: 2023-09-22}
)yaml",
    R"yaml(# 截至 2023-10-20
- {id: o1, date: 2023-09-15, level: order, to: [市工信局], reply_by: 2023-09-22, reply: {date: 2023-09-20}}
)yaml",
    nullptr,
    nullptr,
    find_no_reply,
};

}  // namespace taizhang::check
