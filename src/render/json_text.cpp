// SPDX-License-Identifier: MIT
#include "render/json_text.h"

#include <nlohmann/json.hpp>

namespace taizhang::render {

std::string json_text(const report::Json& json) {
  return json.dump(2, ' ', false, report::Json::error_handler_t::replace) + "\n";
}

}  // namespace taizhang::render
