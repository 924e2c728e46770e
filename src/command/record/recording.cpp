// SPDX-License-Identifier: MIT
#include "command/record/recording.h"

#include "base/text.h"
#include "facts/over.h"

namespace taizhang::command {

void Recording::require_depth(std::size_t most) const {
  if (target.ids.size() <= most) return;
  base::refuse({{"“{0}”不是能记{1}的地方", "“{0}” is no place for a record of {1}"},
                {target.address + "/" + base::joined(target.ids, "/"), kind.label}},
               {{"用法见 taizhang record --help", "see taizhang record --help"}});
}

void Recording::require_known(const std::vector<std::string_view>& known) const {
  const std::vector<std::string> beyond = said.beyond(known);
  if (beyond.empty()) return;
  std::vector<std::string> names;
  for (std::string_view key : known) {
    const bool given = said.texts.contains(key) || said.flags.contains(key);
    if (given) names.push_back(option_name(key));
  }
  base::refuse({{"{0} 不用于 {1}", "{0} is nothing that {1} has"},
                {option_name(beyond.front()), kind.label}},
               {{"可用：{0}", "known: {0}"}, {base::joined(names, ", ")}});
}

base::Exit Recording::unchanged(const std::string& address) const {
  context.say(
      {{"{0} 已经这样写着，没有改动", "{0} says so already; nothing is changed"}, {address}});
  return base::Exit::clean;
}

base::Exit Recording::refused(const base::Phrase& why, const base::Phrase& help) const {
  throw base::Fatal(base::Exit::findings, why, help);
}

void Recording::fail_to_place() const {
  throw base::Fatal(
      base::Exit::findings,
      {{"{0} 里放不下这一条", "{0} does not take this record"}, {file().path}},
      {{"文件里有读不出来的地方，或不是列表的列表；请运行 taizhang check",
        "something in it cannot be read, or is no list where one is wanted; run taizhang check"}});
}

edit::Spelling Recording::spelling() const {
  return edit::Places(file().text, target.file->file).spelling();
}

edit::FileChange& Recording::begin(FileChanges& changes) const {
  return changes.try_emplace(file().path, file().text, target.file->file).first->second;
}

base::Exit Recording::finish(const FileChanges& changes, const std::string& address) const {
  const base::Phrase over =
      kind.of_work ? facts::words_if_over(target.task(), target.address, day()) : base::Phrase{};
  if (!over.empty()) context.say(over);
  const base::Phrase plain{{"已记入 {0}（{1}）", "recorded: {0} ({1})"}, {address, file().path}};
  if (more.empty()) return settle(context, writing, before, changes, plain);
  return settle(
      context, writing, before, changes,
      {{"{0}：{1}", "{0}: {1}"}, {plain.in(context.language), more.in(context.language)}});
}

}  // namespace taizhang::command
