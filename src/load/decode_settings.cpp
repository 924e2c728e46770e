// SPDX-License-Identifier: MIT
#include "load/decode.h"
#include "load/decoder.h"
#include "model/query.h"

namespace taizhang::load {

void decode(const yaml::Document& document, std::uint32_t file, model::Settings& settings,
            std::vector<source::Fault>& faults) {
  decode_file(document, file, settings, faults);
}

}  // namespace taizhang::load
