// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "measure/clocks.h"
#include "measure/frame.h"
#include "measure/trace.h"
#include "model/task.h"

namespace taizhang::measure {

/// Where an inspection stands on a day.
struct InspectionFigures {
  const model::Inspection* inspection;
  /// It left something to put right: a day to do it by, or a result that is not consistent.
  bool asks_feedback;
  /// The last day for the feedback: as written, else some days after it (RULES.md §7).
  std::optional<base::Date> feedback_due;
  bool fed_back;
  /// Feedback is asked for, its last day is past, and it has not come: never so where only public
  /// results are recorded.
  bool overdue;
};

/// Where a reminder or an order stands on a day.
struct OrderFigures {
  const model::Order* order;
  bool replied;
  bool closed;
  bool overdue;  ///< its reply is past due, and it is neither replied nor closed; as above
};

/// The state of `inspection`; nothing where it was made after `clocks.as_of`.
std::optional<InspectionFigures> measure_inspection(const model::Inspection& inspection,
                                                    const Frame& frame, Clocks clocks,
                                                    Trace* trace = nullptr);

/// The state of `order`; nothing where it was sent after `clocks.as_of`.
std::optional<OrderFigures> measure_order(const model::Order& order, const Frame& frame,
                                          Clocks clocks, Trace* trace = nullptr);

}  // namespace taizhang::measure
