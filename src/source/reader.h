// SPDX-License-Identifier: MIT
#pragma once

namespace taizhang::source {

/// Who reads a file: yaml-cpp, or before it our own reader of what is plain (`yaml/plain.h`).
enum class Reader { plain, library };

}  // namespace taizhang::source
