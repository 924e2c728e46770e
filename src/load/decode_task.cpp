// SPDX-License-Identifier: MIT
#include "load/decode.h"
#include "load/decoder.h"
#include "model/task_fields.h"

namespace taizhang::load {

namespace {

/// The English key of `E` that `part` is; `part` itself where it is none.
template <class E>
std::string english(std::string_view part) {
  std::string key(part);
  model::Fields<E>::table.each([&](const model::Key& one) {
    if (part == one.zh) key = one.key;
  });
  return key;
}

/// What a change moves, in the one way in which the program speaks of it: `指标.piles.目标` is
/// `indicators.piles.target`.
std::string english_path(const std::string& path) {
  std::string result;
  std::string_view rest = path;
  for (int place = 0;; ++place) {
    const std::size_t dot = rest.find('.');
    const std::string_view part = rest.substr(0, dot);
    if (place == 0)
      result = english<model::Task>(part);
    else if (place == 2 && result.starts_with("indicators."))
      result += '.' + english<model::Indicator>(part);
    else if (place == 2 && result.starts_with("milestones."))
      result += '.' + english<model::Milestone>(part);
    else if (place == 3 && result.ends_with(".than"))
      result += '.' + english<model::Comparison>(part);
    else
      result.append(".").append(part);
    if (dot == rest.npos) return result;
    rest.remove_prefix(dot + 1);
  }
}

}  // namespace

void decode(const yaml::Document& document, std::uint32_t file, model::Task& task,
            std::vector<source::Fault>& faults) {
  decode_file(document, file, task, faults);
  for (model::Change& change : task.changes.items) {
    if (change.field) change.field.value = english_path(*change.field);
  }
}

}  // namespace taizhang::load
