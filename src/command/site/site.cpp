// SPDX-License-Identifier: MIT
#include "report/site/site.h"

#include <iostream>

#include "base/digest.h"
#include "base/text.h"
#include "base/threads.h"
#include "command/answer.h"
#include "command/output.h"
#include "command/report_asked.h"
#include "command/site/files.h"
#include "words/keys.h"

namespace taizhang::command {

namespace {

struct SiteOptions : AnswerOptions {
  std::string folder;
  std::string source;
};

/// The prefix that an address of a file begins with, with its last slash: of the web, or relative
/// to the pages. Anything else could run in the reader's browser.
std::string source_prefix(const std::string& given) {
  if (given.empty()) return given;
  const bool is_web = given.starts_with("https://") || given.starts_with("http://");
  const std::size_t colon = given.find(':');
  const bool is_relative = given.front() != '/' && given.front() != '\\' && colon == given.npos;
  const bool is_clean =
      given.find_first_of(" \t\r\n\"'<>\\") == given.npos && base::printable(given) == given;
  if ((!is_web && !is_relative) || !is_clean) {
    base::refuse({{"--source-url 不能是“{0}”", "--source-url cannot be “{0}”"}, {given}},
                 {{"写网址或相对路径，如 https://host/repo/blob/main/、../",
                   "give an address of the web or a relative path, such as "
                   "https://host/repo/blob/main/ or ../"}});
  }
  return given.ends_with('/') || given.ends_with('=') ? given : given + "/";
}

/// The command line that makes the pages once more.
std::string line_of(const SiteOptions& options, const report::Asked& asked) {
  std::string line = "site --as-of " + base::iso(asked.clocks.as_of) + " --known-by " +
                     base::iso(asked.clocks.known_by);
  if (!options.plan.empty()) line += " --plan " + shell_word(options.plan);
  if (!options.source.empty()) line += " --source-url " + shell_word(options.source);
  return line + " --lang " + (asked.language() == base::Language::zh ? "zh" : "en");
}

base::Exit run(const SiteOptions& options, const Context& context) {
  if (options.folder.empty()) {
    base::refuse({{"写到哪个文件夹？", "into which folder?"}},
                 {{"如：taizhang site public", "such as: taizhang site public"}});
  }
  if (!options.filter.empty()) {
    base::refuse({{"site 不带条件：“{0}”", "site has no filter: “{0}”"},
                  {base::joined(options.filter, " ")}},
                 {{"网页上每个数都能查到由来，只写一部分任务，合计和由来就对不上；选计划用 --plan，"
                   "只要一部分任务用 taizhang report",
                   "every figure of the pages leads to how it came about, which figures of some "
                   "tasks would contradict; --plan takes one plan, and taizhang report writes of "
                   "some tasks"}});
  }
  const std::string source = source_prefix(options.source);
  SiteFiles files(context, options.folder);
  const render::Templates templates = command::templates(context);
  std::map<std::string, std::string> pages;
  const Question question{.sending = {.plan_is_named = !options.plan.empty()},
                          .in_language_of_plan = true};
  with_ledger(context, options, question, [&](const report::Asked& asked) {
    report::Site site = report::site(asked, source);
    const render::PageWriter writer(
        {.templates = templates, .words = asked.words, .leads = std::move(site.leads)});
    const std::string line = line_of(options, asked);
    std::vector<std::string> texts(site.pages.size());
    constexpr std::size_t worth_a_thread = 8;
    base::in_threads(texts.size(), worth_a_thread, [&](std::size_t i) {
      document::Document& document = site.pages[i].document;
      document.provenance = asked.words.say(words::keys::paper_provenance, TAIZHANG_VERSION, line,
                                            base::digest(render::document_json(document, {})));
      document.foot.emplace_back(document.provenance);
      texts[i] = writer.written(document);
    });
    for (std::size_t i = 0; i < texts.size(); ++i) {
      pages[site.pages[i].file] = std::move(texts[i]);
    }
  });
  const SiteFiles::Done done = files.keep(pages);
  const base::Phrase told{
      {"共 {0} 页：写入 {1}，未变 {2}，删除 {3}",
       "{0} pages: {1} written, {2} unchanged, {3} removed"},
      {static_cast<long long>(pages.size()), done.written, done.unchanged, done.removed}};
  context.io.out << told.in(context.language) << "\n";
  return base::Exit::clean;
}

void declare(Options& options, SiteOptions& site) {
  options.positional("DIR", site.folder,
                     {"写到哪个文件夹：新的、空的，或本命令写过的",
                      "the folder: new, empty, or written by this command before"});
  declare_plan(options, site);
  options.rest("FILTER", site.filter,
               {"不用：网页写的是整个计划", "none: the pages are of whole plans"});
  options.option("--source-url", site.source, "URL",
                 {"台账文件的网址前缀，如 https://host/repo/blob/main/",
                  "what the address of a file begins with, such as https://host/repo/blob/main/"});
}

}  // namespace

const Command site_command{
    "site",
    Needs::figures,
    {"把台账写成网页", "write the ledger as pages of the web"},
    {R"(把整个台账写成一组互相链接的网页：首页（概况、各板块、红灯黄灯任务、到期与逾期、各单位），全部任务一页，
每个板块、单位、责任领导、任务各一页。每个数都链接到它是怎么来的，再到台账文件和行号；写了 --source-url，
行号链接到网上的那一行。网页不用联网，不用脚本，直接打开就能看，也可以放到任何网站上。联系人和电话不上网页。

只改写有变化的页，其余文件连时间都不动；不再有的页删去，但只删本命令写的、写后没有人改过的，写过哪些记在
文件夹的 .taizhang-site 里。不是本命令写的文件从不覆盖、从不删除。

示例：
  taizhang site public
  taizhang site public --as-of 2023-12-31 --known-by 2024-01-31
  taizhang site public --source-url https://git.example.cn/ledger/blob/main/
)",
     R"(Write the whole ledger as pages that lead to each other: the first one (figures, sections, red and
yellow tasks, what is due, units), one with all tasks, one for each section, unit, leader and task.
Every figure leads to how it came about, and from there to file and line; with --source-url to that
line on the web. The pages need no network and no script; they open as they are and can be put on any
server. Contacts of persons are not in them.

Only pages that changed are written, the others keep even their time; pages that are no more are
removed, but only those that this command wrote and nobody changed since: .taizhang-site in the
folder says which. A file of somebody else is never replaced and never removed.

Examples:
  taizhang site public
  taizhang site public --as-of 2023-12-31 --known-by 2024-01-31
  taizhang site public --source-url https://git.example.cn/ledger/blob/main/
)"},
    set_up<SiteOptions, declare, run>,
};

}  // namespace taizhang::command
