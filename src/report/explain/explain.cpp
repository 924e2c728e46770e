// SPDX-License-Identifier: MIT
#include "report/explain/explain.h"

#include "report/explain/parts.h"

namespace taizhang::report {

Document explain(const Asked& asked, const facts::Row& subject) {
  const bool is_group = subject.kind < facts::Kind::tasks;
  return is_group ? explain_group(asked, subject) : explain_task(asked, subject);
}

}  // namespace taizhang::report
