// SPDX-License-Identifier: MIT
#include "load/decode.h"
#include "load/decoder.h"
#include "model/task_fields.h"

namespace taizhang::load {

void decode(const yaml::Document& document, std::uint32_t file, model::Task& task,
            std::vector<source::Fault>& faults) {
  decode_file(document, file, task, faults);
}

}  // namespace taizhang::load
