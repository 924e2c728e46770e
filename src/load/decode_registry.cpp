// SPDX-License-Identifier: MIT
#include "load/decode.h"
#include "load/decoder.h"
#include "model/unit.h"

namespace taizhang::load {

void decode(const yaml::Document& document, std::uint32_t file, model::Registry& registry,
            std::vector<source::Fault>& faults) {
  decode_file(document, file, registry, faults);
}

}  // namespace taizhang::load
