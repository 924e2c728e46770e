// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "model/ledger.h"
#include "yaml/node.h"

namespace taizhang::load {

/// Turn a parsed file into its struct; faults are added, never thrown. One function a file, so
/// that each large table is compiled by itself.
void decode(const yaml::Document& document, std::uint32_t file, model::Task& task,
            std::vector<source::Fault>& faults);
void decode(const yaml::Document& document, std::uint32_t file, model::Plan& plan,
            std::vector<source::Fault>& faults);
void decode(const yaml::Document& document, std::uint32_t file, model::Registry& registry,
            std::vector<source::Fault>& faults);
void decode(const yaml::Document& document, std::uint32_t file, model::Settings& settings,
            std::vector<source::Fault>& faults);

}  // namespace taizhang::load
