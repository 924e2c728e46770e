// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_stray_file(const model::Ledger& ledger, Collector& found) {
  for_each_fault<source::StrayFile>(ledger, [&](const auto& fault, const auto&) {
    // Editors of Windows hide the ending that they add.
    constexpr std::string_view added = ".txt";
    const std::string_view path = ledger.sources[fault.at.file].path;
    if (path.ends_with(added)) {
      const std::string_view name = path.substr(path.rfind('/') + 1);
      const std::string meant(name.substr(0, name.size() - added.size()));
      found.add(fault.at, {{"文件名多了 {0}", "the name ends with {0} too much"}, {added}},
                {{"改名为 {0}", "rename it {0}"}, {meant}});
      return;
    }
    found.add(fault.at, {{"这个 YAML 文件不在任何计划里", "this YAML file is in no plan"}, {}},
              {{"把它移到有 plan.yaml 的文件夹里，或换个扩展名",
                "move it into a folder with a plan.yaml, or give it another ending"},
               {}});
  });
  for_each_fault<source::MisnamedFile>(ledger, [&](const auto& fault, const auto& what) {
    found.add(fault.at, {{"这个文件应当叫 {0}", "this file has to be called {0}"}, {what.wanted}},
              {{"改名为 {0}", "rename it {0}"}, {what.wanted}});
  });
  for_each_fault<source::LinkedFolder>(ledger, [&](const auto& fault, const auto&) {
    found.add(
        fault.at, {{"指向文件夹的符号链接不会被读取", "a link to a folder is not followed"}, {}},
        {{"把文件夹本身放进来，或删去这个链接", "put the folder itself here, or delete the link"},
         {}});
  });
}

}  // namespace

const Rule stray_file{
    "E15",
    "stray-file",
    source::Severity::error,
    {"不属于任何计划的文件", "a file that belongs to no plan"},
    {"不属于计划的文件不会被统计；多半是放错了文件夹。",
     "Such a file is counted nowhere; most often it is in the wrong folder."},
    R"yaml(# tasks/2023/archive/014-piles.yaml，而 archive 里没有 plan.yaml
)yaml",
    R"yaml(# tasks/2023/014-piles.yaml
)yaml",
    find_stray_file,
};

}  // namespace taizhang::check
