// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/suggest.h"
#include "base/text.h"
#include "command/command.h"
#include "command/output.h"
#include "words/assets.h"

namespace taizhang::command {

namespace {

struct TemplateChoice {
  std::string name;
  std::string output;
};

/// The words of a language as YAML: a key a line, the parts of its name below each other.
std::string words_as_yaml(base::Language language) {
  std::string yaml;
  std::vector<std::string_view> open;
  for (const words::WordRow& row : words::word_rows()) {
    std::vector<std::string_view> parts = base::split(row.key, '.');
    const auto first_new =
        static_cast<std::size_t>(std::ranges::mismatch(parts, open).in1 - parts.begin());
    for (std::size_t i = first_new; i < parts.size(); ++i) {
      yaml += std::string(2 * i, ' ') + std::string(parts[i]) + ":";
      const bool is_last = i + 1 == parts.size();
      const std::string_view text = language == base::Language::zh ? row.zh : row.en;
      // A text of JSON is one of YAML.
      yaml += is_last ? " " + nlohmann::json(text).dump() + "\n" : "\n";
    }
    parts.pop_back();
    open = std::move(parts);
  }
  return yaml;
}

base::Exit run(const TemplateChoice& choice, const Context& context) {
  const render::Templates all = render::embedded_templates();
  std::string text;
  if (choice.name.empty()) {
    for (const std::string_view name : template_names(all)) text += std::string(name) + "\n";
  } else if (const auto found = all.find(choice.name); found != all.end()) {
    text = found->second;
  } else if (choice.name == words_of_zh) {
    text = words_as_yaml(base::Language::zh);
  } else if (choice.name == words_of_en) {
    text = words_as_yaml(base::Language::en);
  } else {
    base::refuse_unknown(choice.name, {"模板", "template"}, template_names(all));
  }
  require_writable(context, choice.output);
  write_result(context, choice.output, text);
  return base::Exit::clean;
}

void declare(Options& options, TemplateChoice& choice) {
  options.positional("NAME", choice.name,
                     {"哪一个，如 page.html.mustache；不写则列出有哪些",
                      "which, such as page.html.mustache; none lists them all"});
  options.option("-o,--output", choice.output, "FILE", {"写入文件", "write to a file"});
}

}  // namespace

const Command templates_command{
    "templates",
    Needs::nothing,
    {"输出内置的模板和词条，供改写", "print the built-in templates and words, to be changed"},
    {R"(列出内置的模板和词条文件；写了名称，输出它的原件。改好放进一个文件夹，名称和里面的文件夹不变，
用 --templates 指明那个文件夹，就代替内置的；只放改了的几个即可。名称谁也不用的文件是错误，README 和点号开头
的除外。

  page.html.mustache, blocks/   网页
  office.css.mustache           网页样式：加在内置的后面，只写几条也行
  page.css.mustache             网页样式：代替内置的全部
  docx/                         公文
  words/zh.yaml, words/en.yaml  词条，只写要改的

示例：
  taizhang templates
  taizhang templates blocks/table.html.mustache
  taizhang templates office.css.mustache -o office.css.mustache
)",
     R"(List the built-in templates and files of words; with a name, print the original of one. Put
what you changed into a folder under its name, and name the folder with --templates: it stands in
place of the built-in one, and those that you leave out stay. A file whose name nothing uses is an
error, but for a README and what begins with a dot.

  page.html.mustache, blocks/   pages
  office.css.mustache           rules of style behind the built-in ones; a few will do
  page.css.mustache             all rules of style, in place of the built-in ones
  docx/                         papers for a word processor
  words/zh.yaml, words/en.yaml  words; only those that are changed

Examples:
  taizhang templates
  taizhang templates blocks/table.html.mustache
  taizhang templates office.css.mustache -o office.css.mustache
)"},
    set_up<TemplateChoice, declare, run>,
};

}  // namespace taizhang::command
