// SPDX-License-Identifier: MIT
#include <iostream>
#include <iterator>

#include "base/suggest.h"
#include "command/command.h"
#include "command/complete/complete.h"
#include "command/output.h"

namespace taizhang::command {

namespace {

struct CompletionOptions {
  std::string shell;
  std::string breaks;
};

/// A shell and what it has to be told once: each script sends its line up to the cursor to
/// `taizhang completion words` and offers the words that come back. An empty word asks for files or
/// folders.
struct ShellScript {
  std::string_view name;
  std::string_view text;
};

constexpr ShellScript scripts[] = {
    {"bash", R"(# bash completion for taizhang: the program itself tells which words may follow.
_taizhang() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == $'\t'* ]]; then
      compopt -o default
    else
      COMPREPLY+=("${line%%$'\t'*}")
    fi
  done < <("${1/#\~/$HOME}" completion words "$COMP_WORDBREAKS" \
    <<<"${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[:.] ]]; then
    compopt -o nospace
  fi
}
complete -F _taizhang taizhang
)"},
    {"fish", R"(# fish completion for taizhang: the program itself tells which words may follow.
function __taizhang_words
    for line in (commandline -cp | taizhang completion words 2>/dev/null)
        set -l parts (string split -m1 \t -- $line)
        if test -n "$parts[1]"
            echo $line
        else if test "$parts[2]" = folders
            __fish_complete_directories (commandline -ct)
        else
            __fish_complete_path (commandline -ct)
        end
    end
end
complete -c taizhang -f -k -a '(__taizhang_words)'
)"},
    {"zsh", R"(#compdef taizhang
# zsh completion for taizhang: the program itself tells which words may follow.
compdef _taizhang taizhang
_taizhang() {
  local line word about
  local -a all shown open open_shown
  while IFS= read -r line; do
    word=${line%%$'\t'*} about=${line#*$'\t'}
    if [[ -z $word ]]; then
      if [[ $about == folders ]]; then _files -/; else _files; fi
    elif [[ $word == *[:.] ]]; then
      open+=("$word")
      open_shown+=("$word  $about")
    else
      all+=("$word")
      shown+=("$word  $about")
    fi
  done < <(print -r -- "${(j: :)words[1,CURRENT]}" |
    ${~words[1]} completion words 2>/dev/null)
  (( $#all )) && compadd -l -d shown -a all
  (( $#open )) && compadd -S '' -l -d open_shown -a open
}
if [[ $funcstack[1] == _taizhang ]]; then _taizhang; fi
)"},
};

/// A word as bash puts it into the line: without what stands before the last character at which it
/// parts words, and with a backslash before what it would take for itself. `@` and `$` it leaves in
/// the word that they begin.
std::string for_bash(const std::string& word, const ShellLine& line, const std::string& breaks) {
  if (line.quote) return word;
  const std::size_t at = line.current.find_last_of(breaks);
  const bool stays =
      at != line.current.npos && (line.current[at] == '@' || line.current[at] == '$');
  std::string result;
  for (const char c : word.substr(at == line.current.npos ? 0 : at + !stays)) {
    if (std::string_view(" \t'\"\\<>();|&$`*?[]{}!").find(c) != std::string_view::npos) {
      result += '\\';
    }
    result += c;
  }
  return result;
}

/// Answer a shell: what may stand at the end of the line on standard input. A shell that completes
/// is no place for complaints.
base::Exit print_words(const CompletionOptions& options, const Context& context) {
  const std::string input{std::istreambuf_iterator<char>(context.io.in), {}};
  const ShellLine line = parted_line(input.substr(0, input.find_last_not_of('\n') + 1));
  const Completion completion = completed(line, context);
  for (const Candidate& one : completion.candidates) {
    context.io.out << (options.breaks.empty() ? one.text : for_bash(one.text, line, options.breaks))
                   << "\t" << one.about << "\n";
  }
  if (completion.paths == Completion::Paths::files) context.io.out << "\tfiles\n";
  if (completion.paths == Completion::Paths::folders) context.io.out << "\tfolders\n";
  return base::Exit::clean;
}

base::Exit print_completion(const CompletionOptions& options, const Context& context) {
  if (options.shell == "words") return print_words(options, context);
  if (options.shell.empty()) {
    base::refuse({{"哪一种 shell 的？", "of which shell?"}},
                 {{"写上一种：bash、fish、zsh", "name one: bash, fish or zsh"}});
  }
  const auto& script =
      base::find_named(std::span<const ShellScript>(scripts), options.shell, {"shell", "shell"});
  write_result(context, "", std::string(script.text));
  return base::Exit::clean;
}

void declare_completion(Options& options, CompletionOptions& completion) {
  options.positional("SHELL", completion.shell, {"bash、fish 或 zsh", "bash, fish or zsh"});
  options.positional(
      "BREAKS", completion.breaks,
      {"供脚本用：bash 在哪些字符处断词", "for the script of bash: where it parts words"});
}

}  // namespace

const Command completion_command{
    "completion",
    Needs::ledger,
    {"输出 shell 的补全脚本", "print the completion script of a shell"},
    {R"(输出 shell 的补全脚本。装上以后按 Tab 补全命令、选项和它们的值、条件里的字段和
取值、单位、板块、常用查询和手头台账的任务序号。软件包已经装好；自己编译的，写进：

  bash  ~/.bashrc：source <(taizhang completion bash)
  zsh   ~/.zshrc：source <(taizhang completion zsh)
  fish  taizhang completion fish > ~/.config/fish/completions/taizhang.fish

脚本自己什么也不知道，补全时把命令行交给 taizhang completion words。

示例：
  taizhang completion bash
  taizhang completion zsh
  taizhang completion fish
)",
     R"(Print the completion script of a shell. With it the Tab key completes commands,
options and their values, fields of filters and their values, units, sections,
saved queries and the items of the ledger at hand. Packages have it in place;
who builds the program puts it into

  bash  ~/.bashrc: source <(taizhang completion bash)
  zsh   ~/.zshrc: source <(taizhang completion zsh)
  fish  taizhang completion fish > ~/.config/fish/completions/taizhang.fish

The script knows nothing by itself: it hands the line to taizhang completion
words.

Examples:
  taizhang completion bash
  taizhang completion zsh
  taizhang completion fish
)"},
    set_up<CompletionOptions, declare_completion, print_completion>,
};

}  // namespace taizhang::command
