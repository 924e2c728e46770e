// SPDX-License-Identifier: MIT
#include "command/output.h"

#include <algorithm>
#include <iostream>

#include "base/suggest.h"
#include "base/text.h"

namespace taizhang::command {

namespace {

[[noreturn]] void fail_to_write(const std::string& path, const base::Written& written) {
  throw base::Fatal(
      base::Exit::internal,
      {{"写不了 {0}：{1}", "{0} cannot be written: {1}"},
       {path, base::words_for(written.fault, written.reason)}},
      {{"检查文件夹是否存在、是否有写入权限", "check that its folder exists and may be written"}});
}

}  // namespace

std::string ending_of(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string::npos || path.find('/', dot) != std::string::npos) {
    base::refuse({{"“{0}”没有扩展名", "“{0}” has no ending"}, {path}},
                 {{"文件名以 .html 或 .md 结尾，或用 --format 指明格式",
                   "let the name end in .html or .md, or give a --format"}});
  }
  return path.substr(dot + 1);
}

namespace {

/// The format called `name`, by its name or a file's ending.
const render::Format& format_called(const std::string& name, base::Bilingual what) {
  if (const render::Format* format = render::format_of_ending(name)) return *format;
  std::vector<std::string_view> known;
  for (const render::Format& format : render::document_formats()) known.push_back(format.name);
  base::refuse_unknown(name, what, known);
}

/// The format of the ending of `path`; null where it has none that is known.
const render::Format* format_of_path(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string::npos ? nullptr : render::format_of_ending(path.substr(dot + 1));
}

}  // namespace

const render::Format& chosen_format(const std::string& format, const std::string& output,
                                    const std::string& usual) {
  if (format.empty()) {
    if (output.empty()) return format_called(usual, {"格式", "format"});
    return format_called(ending_of(output), {"输出格式", "output format"});
  }
  const render::Format& wanted = format_called(format, {"格式", "format"});
  const render::Format* of_path = output.empty() ? nullptr : format_of_path(output);
  if (of_path && of_path != &wanted) {
    base::refuse(
        {{"--format {0} 与文件名 {1} 不一致", "--format {0} contradicts the name {1}"},
         {format, output}},
        {{"去掉 --format，或换一个扩展名", "leave --format out, or let the name end otherwise"}});
  }
  return wanted;
}

void require_writable(const Context& context, const std::string& path) {
  if (path.empty()) return;
  const std::size_t dot = path.rfind('.');
  const std::string ending = dot == std::string::npos ? std::string() : path.substr(dot + 1);
  if (ending == "yaml" || ending == "yml") {
    base::refuse({{"{0} 是台账的文件名，不往里写结果",
                   "{0} is named as files of a ledger are; no "
                   "result is written there"},
                  {path}},
                 {{"换一个扩展名，如 .html、.md", "let the name end otherwise, in .html or .md"}});
  }
  const base::Written able = context.io.disk.writable(path);
  if (able.fault != base::DiskFault::none) fail_to_write(path, able);
}

void write_result(const Context& context, const std::string& path, const std::string& text) {
  if (path.empty()) {
    context.io.out << text;
    return;
  }
  const base::Written written = context.io.disk.write(path, text);
  if (written.fault != base::DiskFault::none) fail_to_write(path, written);
}

namespace {

/// Refuse a template that was read once and no longer is: to pass it over would change pages in
/// silence.
void refuse_old_template(const std::string& name) {
  const bool page = name == "weekly.html.mustache" || name == "table.html.mustache" ||
                    name == "report.css.mustache";
  if (!page && name != "weekly.md.mustache") return;
  base::refuse(
      {{"模板 {0} 已经不用", "the template {0} is no longer read"}, {name}},
      page ? base::Phrase{{"网页的样子写在 page.html.mustache、page.css.mustache 和 blocks/ 里，"
                           "原件用 taizhang templates 输出",
                           "pages are made by page.html.mustache, page.css.mustache and blocks/; "
                           "taizhang templates prints them"}}
           : base::Phrase{{"Markdown 不再用模板；改词句写 words/zh.yaml，改样子用网页的模板",
                           "Markdown has no template; words/ changes its texts, and the templates "
                           "of pages change theirs"}});
}

/// Whether a folder of templates may have a file of that name for people and their tools.
bool is_for_people(const std::string& name) {
  return name.starts_with(".") || name.starts_with("README");
}

/// The files of a folder of templates and of all folders in it, as templates are called; `prefix`
/// is the way to `folder`.
void add_files(const base::Disk& disk, const std::string& folder, const std::string& prefix,
               std::vector<std::string>& files) {
  for (const base::Entry& entry : disk.list(folder).entries) {
    if (is_for_people(entry.name)) continue;
    const std::string name = prefix + entry.name;
    if (entry.kind == base::EntryKind::folder) {
      add_files(disk, base::join_path(folder, entry.name), name + "/", files);
    } else if (entry.kind != base::EntryKind::link_to_folder) {
      files.push_back(name);
    }
  }
}

std::string_view last_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// What may have been meant by `file`, which is none of `known`: one that lies in another folder,
/// then one that ends otherwise, then the one that looks most like it.
base::Phrase meant_template(std::string_view file, const std::vector<std::string_view>& known) {
  const auto same = std::ranges::find_if(
      known, [&](std::string_view one) { return last_of(one) == last_of(file); });
  if (same != known.end()) return {{"应当放在 {0}", "it has to be {0}"}, {*same}};
  const auto alike = std::ranges::find_if(known, [&](std::string_view one) {
    const std::string_view stem = one.substr(0, one.rfind('.') + 1);
    return one.starts_with(file) || file.starts_with(stem);
  });
  const auto near =
      alike != known.end() ? std::optional(std::string(*alike)) : base::suggestion(file, known);
  if (near) return {{"应当叫做 {0}", "it has to be called {0}"}, {*near}};
  return {{"名称见 taizhang templates；README 和点号开头的文件可以放在那里，其余的拿走",
           "taizhang templates prints the names; a README and files that begin with a dot can "
           "stand there, take others away"}};
}

/// Refuse a file that nothing uses: to pass it over would let its office believe that it had been
/// heeded. `all` has those that others include.
void refuse_unused(const std::vector<std::string>& files, const render::Templates& all) {
  const render::Templates built_in = render::embedded_templates();
  const std::vector<std::string_view> known = template_names(built_in);
  const std::string_view ending = ".mustache";
  for (const std::string& file : files) {
    if (std::ranges::find(known, std::string_view(file)) != known.end()) continue;
    const std::string tag = "{{> " + file.substr(0, file.size() - ending.size()) + "}}";
    const bool is_included =
        file.ends_with(ending) && all.contains(file) &&
        std::ranges::any_of(all, [&](const auto& one) {
          return one.first != file && one.second.find(tag) != std::string::npos;
        });
    if (is_included) continue;
    base::refuse({{"模板文件夹里的 {0} 没有用处", "nothing uses {0} of the templates"}, {file}},
                 meant_template(file, known));
  }
}

}  // namespace

std::vector<std::string_view> template_names(const render::Templates& all) {
  std::vector<std::string_view> names;
  for (const auto& [name, text] : all) names.emplace_back(name);
  names.push_back(words_of_en);
  names.push_back(words_of_zh);
  std::ranges::sort(names);
  return names;
}

render::Templates templates(const Context& context) {
  render::Templates all = render::embedded_templates();
  const std::string& folder = context.options.templates;
  if (folder.empty()) return all;
  const base::Listing listing = context.io.disk.list(folder);
  if (listing.fault != base::DiskFault::none) {
    base::refuse({{"打不开模板文件夹 {0}：{1}", "the templates in {0} cannot be opened: {1}"},
                  {folder, base::words_for(listing.fault, listing.reason)}},
                 {{"用 --templates 指明一个文件夹", "name a folder with --templates"}});
  }
  constexpr std::size_t largest_template = 1 << 20;
  for (const base::Entry& entry : listing.entries) refuse_old_template(entry.name);
  // What the folder has beyond the built-in names can be included by the others.
  for (const base::Entry& entry : listing.entries) {
    if (entry.name.ends_with(".mustache")) all.try_emplace(entry.name);
  }
  for (auto& [name, text] : all) {
    base::Content own = context.io.disk.read(base::join_path(folder, name), largest_template);
    if (own.fault == base::DiskFault::none) {
      if (base::first_invalid_utf8(own.text)) {
        base::refuse({{"模板 {0} 不是 UTF-8 编码", "the template {0} is not UTF-8"}, {name}},
                     {base::save_as_utf8});
      }
      text = base::without_mark(own.text);
    } else if (own.fault != base::DiskFault::missing) {
      base::refuse({{"读不出模板 {0}：{1}", "the template {0} cannot be read: {1}"},
                    {base::join_path(folder, name), base::words_for(own.fault, own.reason)}},
                   {{"检查它的权限", "check its permissions"}});
    }
  }
  std::vector<std::string> files;
  add_files(context.io.disk, folder, "", files);
  refuse_unused(files, all);
  return all;
}

}  // namespace taizhang::command
