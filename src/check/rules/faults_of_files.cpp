// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "base/text.h"
#include "check/rules.h"
#include "check/walk.h"
#include "check/written.h"
#include "source/discover.h"

namespace taizhang::check {

namespace {

/// The letters on both sides of a place, where its line has some.
std::string neighbours(std::string_view text, source::Span at) {
  std::size_t before = at.begin;
  while (before > 0 && (static_cast<unsigned char>(text[--before]) & 0xC0) == 0x80) continue;
  std::string around(text.substr(before, at.begin - before));
  around += "▯";
  if (at.end < text.size()) around += text.substr(at.end, base::character(text, at.end).size);
  std::erase_if(around, [](char c) { return c == '\n' || c == '\r'; });
  // What stands beside one of them may be another.
  return base::printable(around);
}

void say_encoding(const AtAnyFault& at, base::Bilingual what, Collector& found) {
  const std::string_view text = at.ledger.sources[at.fault.at.file].text;
  const std::uint32_t begin = at.fault.at.begin;
  const std::uint32_t end = at.fault.at.end;
  const auto [point, size, valid] =
      begin < text.size() ? base::character(text, begin) : base::Character{0, 1, false};
  const bool one = begin + size == end && (valid || point < 0x20);
  if (!at.fault.help.empty() || !one) {
    found.add(at.fault, {"这里有{0}", "there is {0} here", what},
              at.fault.help.empty()
                  ? Words{"在编辑器里把文件另存为 UTF-8", "save the file as UTF-8 in the editor"}
                  : Words(at.fault.help));
    return;
  }
  found.add(at.fault,
            {"“{2}”的 ▯ 处有{0}（{1}）", "there is {0} ({1}) at ▯ in “{2}”", what,
             fmt::format("U+{:04X}", static_cast<unsigned>(point)), neighbours(text, at.fault.at)},
            begin == 0 ? Words{"在编辑器里把文件另存为“UTF-8（无 BOM）”",
                               "save the file as UTF-8 without a byte order mark"}
                       : Words{"删去它，或照原文重打它两边的字",
                               "delete it, or type the letters beside it again"});
}

}  // namespace

const Rule unreadable_file{
    "E01 unreadable-file",
    {"文件或文件夹读不出来", "a file or folder cannot be read"},
    {"读不出来的文件不会出现在任何清单和报表里，所以必须先解决，不能跳过。",
     "What cannot be read is in no list and no report, so it must be solved and never skipped."},
    R"yaml(# 014-piles.yaml 没有读取权限，或者其实是一个文件夹、管道、设备)yaml",
    R"yaml(# chmod u+r 014-piles.yaml)yaml",
    [](const AtFault<source::UnreadableFile>& at, Collector& found) {
      found.add(at.fault, {"读不出这个文件：{0}", "this file cannot be read: {0}", at.what.why},
                {"检查它的权限和类型，它应当是普通的文本文件",
                 "check its permissions and kind; it has to be an ordinary text file"});
    },
    [](const AtFault<source::UnreadableFolder>& at, Collector& found) {
      found.add(at.fault,
                {"打不开这个文件夹：{0}", "this folder cannot be opened: {0}", at.what.why},
                {"检查它的权限", "check its permissions"});
    },
};

const Rule encoding{
    "E02 encoding",
    {"不是干净的 UTF-8 文本", "not clean UTF-8 text"},
    {"单位和任务按名称逐字比对，编码不对就会对不上；控制字符还会扰乱终端。",
     "Units and titles are compared letter by letter, so a wrong encoding breaks every match; "
     "control characters also upset terminals."},
    R"yaml(# 文件存成了 GBK，或开头带有 BOM
title: ������)yaml",
    R"yaml(# 另存为 UTF-8（无 BOM）
title: 推动创新平台建设)yaml",
    [](const AtFault<source::BadBytes>& at, Collector& found) {
      say_encoding(at, at.what.what, found);
    },
    [](const AtFault<source::InvisibleCharacter>& at, Collector& found) {
      say_encoding(at, at.what.what, found);
    },
    [](const AtLedger& at, Collector& found) {
      for_each_file(at.ledger, [&](std::uint32_t, const auto& entity) {
        for_each_text(entity, [&](const std::string& text, source::Span place, bool) {
          if (text.size() < 2 || text.find_first_not_of("? ") != text.npos) return;
          found.add(place,
                    {"这里只有问号：原来的字在转换编码时丢了",
                     "there are question marks alone: the text was lost in a conversion"},
                    {"照原文重新写", "write the text again"});
        });
      });
    },
};

const Rule limit{
    "E05 limit",
    {"超过了读取的上限", "beyond what is read"},
    {"上限远大于正常的任务文件，超过说明文件放错了，或是有意捣乱。",
     "The limits are far above any real task file; what passes them is misplaced or hostile."},
    R"yaml(# 一个五百兆字节的文件，或者嵌套一万层的 [[[[[[)yaml",
    R"yaml(# 一项任务一个文件，几千字节，嵌套不过六层)yaml",
    [](const AtFault<source::OverLimit>& at, Collector& found) {
      found.add(at.fault,
                {"超过上限：{0}最多 {1}", "beyond the limit: {0} may be {1} at most", at.what.what,
                 at.what.most},
                {"一项任务写一个文件，不要把别的数据放进来",
                 "write one task a file and keep other data out"});
    },
};

const Rule stray_file{
    "E15 stray-file",
    {"不属于任何计划的文件", "a file that belongs to no plan"},
    {"不属于计划的文件不会被统计；多半是放错了文件夹。",
     "Such a file is counted nowhere; most often it is in the wrong folder."},
    R"yaml(# tasks/2023/archive/014-piles.yaml，而 archive 里没有 plan.yaml)yaml",
    R"yaml(# tasks/2023/014-piles.yaml)yaml",
    [](const AtFault<source::StrayFile>& at, Collector& found) {
      const std::string_view path = at.ledger.sources[at.fault.at.file].path;
      const std::string_view name = path.substr(path.rfind('/') + 1);
      const std::string meant = source::yaml_name(name);
      if (meant != name && name.starts_with('.')) {
        // It may have been put away so.
        found
            .add(at.fault,
                 {"文件名以句点开头，不会被读取", "a name that begins with a dot is not read"},
                 {"要读就改名为 {0}；不要了就删去", "rename it {0} to have it read, or delete it",
                  meant})
            .severity = source::Severity::warning;
        return;
      }
      if (meant != name) {
        found.add(at.fault,
                  {"文件名的结尾不对，不会被读取", "the name ends wrongly: it is not read"},
                  {"改名为 {0}", "rename it {0}", meant});
        return;
      }
      found.add(at.fault, {"这个 YAML 文件不在任何计划里", "this YAML file is in no plan"},
                {"把它移到有 plan.yaml 的文件夹里，或换个扩展名",
                 "move it into a folder with a plan.yaml, or give it another ending"});
    },
    [](const AtFault<source::MisnamedFile>& at, Collector& found) {
      found.add(at.fault, {"这个文件应当叫 {0}", "this file has to be called {0}", at.what.wanted},
                {"改名为 {0}", "rename it {0}", at.what.wanted});
    },
    [](const AtFault<source::LinkedFolder>& at, Collector& found) {
      found.add(
          at.fault, {"指向文件夹的符号链接不会被读取", "a link to a folder is not followed"},
          {"把文件夹本身放进来，或删去这个链接", "put the folder itself here, or delete the link"});
    },
};

const Rule line_ends{
    "W07 line-ends",
    {"Windows 的换行", "line ends of Windows"},
    {"换行不一致，一处小改会变成整个文件的改动，逐行审核无从看起。",
     "With line ends mixed, a small change becomes a change of the whole file, which nobody can "
     "review."},
    R"yaml(# 文件用 CRLF 换行)yaml",
    R"yaml(# 文件用 LF 换行)yaml",
    [](const AtFault<source::LineEnds>& at, Collector& found) {
      // One for the whole file, wherever its first line ends.
      found
          .add(at.fault,
               {"{0} 行以 Windows 的 CRLF 换行", "lines that end as on Windows (CRLF): {0}",
                at.fault.fix.size()},
               {"在编辑器里把换行改为 LF", "set the line ends to LF in the editor"})
          .distinction = "CRLF";
    },
};

}  // namespace taizhang::check
