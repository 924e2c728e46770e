// SPDX-License-Identifier: MIT
//
// The JSON of values, under the names that the formats know it by.
#pragma once

#include "document/json_text.h"

namespace taizhang::render {

using document::Json;
using document::json_line;
using document::json_number_text;
using document::json_of;
using document::json_text;

}  // namespace taizhang::render
