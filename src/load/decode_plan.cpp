// SPDX-License-Identifier: MIT
#include "load/decode.h"
#include "load/decoder.h"
#include "model/plan.h"

namespace taizhang::load {

void decode(const yaml::Document& document, std::uint32_t file, model::Plan& plan,
            std::vector<source::Fault>& faults) {
  decode_file(document, file, plan, faults);
}

}  // namespace taizhang::load
