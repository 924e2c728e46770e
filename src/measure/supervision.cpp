// SPDX-License-Identifier: MIT
#include "measure/supervision.h"

namespace taizhang::measure {

namespace {

/// Whether the file gives it, even where it cannot be read.
template <class T>
bool is_there(const model::Given<T>& given) {
  return given || given.written();
}

/// Whether something with this day had come by the clocks; what has a day that cannot be read has.
bool has_come(const model::Given<base::Date>& day, Clocks clocks) {
  if (!day) return day.written();
  return *day <= clocks.as_of && *day <= clocks.known_by;
}

}  // namespace

std::optional<InspectionFigures> measure_inspection(const model::Inspection& inspection,
                                                    const Frame& frame, Clocks clocks,
                                                    Trace* trace) {
  if (inspection.date && !has_come(inspection.date, clocks)) return std::nullopt;
  if (trace) trace->begin("inspection", inspection.id.value_or(""));
  InspectionFigures figures{};
  figures.inspection = &inspection;
  const auto& result = inspection.result.value;
  figures.asks_feedback =
      is_there(inspection.rectify_by) || (result && *result != model::InspectionResult::consistent);
  if (is_there(inspection.rectify_by)) {
    figures.feedback_due = inspection.rectify_by.value;
    TellAs as(trace, "feedback_due");
    if (trace) trace->tell<"due.as_written">(figures.feedback_due, figures.feedback_due);
  } else if (figures.asks_feedback && inspection.date) {
    figures.feedback_due =
        *inspection.date + std::chrono::days(frame.limits.deadlines.inspection_feedback);
    if (trace) {
      trace->tell<"feedback_due.after_inspection">(*figures.feedback_due, *inspection.date,
                                                   frame.limits.deadlines.inspection_feedback);
    }
  }
  figures.fed_back = has_come(inspection.feedback, clocks);
  if (frame.is_public()) return figures;
  figures.overdue = figures.asks_feedback && !figures.fed_back && figures.feedback_due &&
                    *figures.feedback_due < clocks.as_of;
  if (trace) {
    trace->tell<"overdue.no_feedback">(figures.overdue, figures.asks_feedback, figures.fed_back,
                                       figures.feedback_due, clocks.as_of);
  }
  return figures;
}

std::optional<OrderFigures> measure_order(const model::Order& order, const Frame& frame,
                                          Clocks clocks, Trace* trace) {
  if (order.date && !has_come(order.date, clocks)) return std::nullopt;
  if (trace) trace->begin("order", order.id.value_or(""));
  OrderFigures figures{};
  figures.order = &order;
  const model::Reply& reply = order.reply;
  figures.replied = is_there(reply.date) ? has_come(reply.date, clocks) : is_there(reply.text);
  figures.closed = has_come(order.closed, clocks);
  if (frame.is_public()) return figures;
  figures.overdue =
      !figures.replied && !figures.closed && order.reply_by && *order.reply_by < clocks.as_of;
  if (trace) {
    trace->tell<"overdue.no_reply">(figures.overdue, figures.replied, figures.closed,
                                    order.reply_by.value, clocks.as_of);
  }
  return figures;
}

}  // namespace taizhang::measure
