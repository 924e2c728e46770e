// SPDX-License-Identifier: MIT
#include "report/explain/explain.h"

namespace taizhang::report {

Document explain(const Asked& asked, const facts::Row& subject) {
  return started(asked, "explain", facts::address(subject));
}

}  // namespace taizhang::report
