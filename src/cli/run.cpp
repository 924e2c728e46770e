// SPDX-License-Identifier: MIT
//
// From arguments to a command and from whatever happens to an exit code. CLI11 does the parsing;
// its English messages are not shown: unknown words are collected as extras and reported in the
// user's language with a suggestion, all other mistakes by their type.
#include "cli/run.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <span>

#include "base/fatal.h"
#include "base/suggest.h"
#include "base/text.h"
#include "base/threads.h"
#include "cli/help.h"
#include "cli/language.h"
#include "cli/reflow.h"
#include "command/command.h"

namespace taizhang::cli {

using base::Exit;
using base::Fatal;
using base::Language;
using command::Command;
using command::Context;
using command::GlobalOptions;

namespace {

/// The parser with all commands and their options.
struct Program {
  CLI::App app;
  GlobalOptions options;
  bool version = false;
  bool help = false;
  std::map<const CLI::App*, std::pair<const Command*, command::Runner>> commands;
};

/// Stands before a word that CLI11 is to leave as it is: one behind `--`, and one in brackets,
/// which it would take apart at its commas.
constexpr char guard = '\x01';

std::string unguarded(const std::string& word) {
  return word.starts_with(guard) ? word.substr(1) : word;
}

/// Hands the options that a command declares to CLI11.
class Declared : public command::Options {
 public:
  Declared(CLI::App& app, Language language) : app_(app), language_(language) {}

  void positional(const char* name, std::string& value, base::Bilingual about) override {
    const auto take = [&value](const std::string& word) { value = unguarded(word); };
    app_.add_option_function<std::string>(name, take, std::string(about.in(language_)));
  }
  void option(const char* names, std::string& value, const char* type,
              base::Bilingual about) override {
    app_.add_option(names, value, std::string(about.in(language_)))->type_name(type);
  }
  void rest(const char* name, std::vector<std::string>& values, base::Bilingual about) override {
    const auto take = [&values](const std::vector<std::string>& words) {
      std::ranges::transform(words, std::back_inserter(values), unguarded);
    };
    app_.add_option_function<std::vector<std::string>>(name, take,
                                                       std::string(about.in(language_)));
  }
  void flag(const char* names, bool& value, base::Bilingual about) override {
    app_.add_flag(names, value, std::string(about.in(language_)));
  }
  void repeated(const char* names, std::vector<std::string>& values, const char* type,
                base::Bilingual about) override {
    CLI::Option* option = app_.add_option(names, values, std::string(about.in(language_)));
    option->type_name(type)->allow_extra_args(false);
  }

 private:
  CLI::App& app_;
  Language language_;
};

void add_options(Program& program, Language language) {
  CLI::App& app = program.app;
  Declared declared(app, language);
  app.set_help_flag();
  command::declare_common(declared, program.options);
  app.add_option("--yaml", program.options.reader)->group("");
  app.add_flag("--timings", program.options.timings)->group("");
  app.add_option("--threads", program.options.threads)->group("");
  declared.flag("-h,--help", program.help, {"显示用法", "show how to use it"});
  declared.flag("--version", program.version, {"显示版本", "show the version"});
}

std::unique_ptr<Program> build(Language language) {
  auto program = std::make_unique<Program>();
  add_options(*program, language);
  program->app.allow_extras();
  program->app.fallthrough();
  program->app.require_subcommand(0, 1);
  for (const Command* command : command::commands()) {
    CLI::App* app = program->app.add_subcommand(std::string(command->name));
    app->set_help_flag();
    app->allow_extras();
    app->fallthrough();
    Declared declared(*app, language);
    program->commands[app] = {command, command->set_up(declared)};
  }
  return program;
}

void check_word(const std::string& given, const char* option,
                std::span<const std::string_view> known) {
  if (std::find(known.begin(), known.end(), given) != known.end()) return;
  const std::vector<std::string> names(known.begin(), known.end());
  throw Fatal(Exit::usage, {{"{0} 不能是“{1}”", "{0} cannot be “{1}”"}, {option, given}},
              {{"可用：{0}", "known: {0}"}, {base::joined(names, ", ")}});
}

Context context_of(Program& program, ChosenLanguage language, base::Io& io) {
  GlobalOptions& options = program.options;
  check_word(options.colour, "--color", command::colour_words);
  check_word(options.reader, "--yaml", command::reader_words);
  base::limit_threads(options.threads);
  if (!options.language.empty()) check_word(options.language, "--lang", command::language_words);
  Context context{io, options, language.language, language.chosen, {io.today, io.today}};
  const auto last_day = [](const std::string& text, const char* option, base::Date seen_from) {
    return command::span_option(text, option, seen_from).to;
  };
  base::Clocks& clocks = context.clocks;
  if (!options.as_of.empty()) clocks.as_of = last_day(options.as_of, "--as-of", io.today);
  clocks.known_by = options.known_by.empty()
                        ? clocks.as_of
                        : last_day(options.known_by, "--known-by", clocks.as_of);
  return context;
}

/// Say which of the common options the command has no use for: to pass over them in silence would
/// let a user believe that they had been heeded.
void warn_of_idle_options(const Command& command, const Context& context) {
  const GlobalOptions& options = context.options;
  std::vector<std::string> idle;
  if (command.needs == command::Needs::nothing) {
    if (options.dir != ".") idle.emplace_back("-C");
    if (!options.as_of.empty()) idle.emplace_back("--as-of");
    if (!options.known_by.empty()) idle.emplace_back("--known-by");
  }
  if (command.needs != command::Needs::figures && !options.templates.empty()) {
    idle.emplace_back("--templates");
  }
  if (idle.empty()) return;
  context.say({{"{0} 对 {1} 不起作用", "{0} has no effect on {1}"},
               {base::joined(idle, ", "), command.name}});
}

std::string shown_name(const CLI::Option& option) {
  if (option.get_positional()) {
    return option.get_expected_max() > 1 ? "[" + option.get_name() + "...]" : option.get_name();
  }
  std::string name;
  for (const std::string& one : option.get_snames()) name += "-" + one + ", ";
  for (const std::string& one : option.get_lnames()) name += "--" + one + ", ";
  name.erase(name.size() - 2);
  return option.get_type_size() == 0 ? name : name + " " + option.get_type_name();
}

OptionsHelp help_of_options(const CLI::App& app) {
  OptionsHelp help;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;
    help.push_back({shown_name(*option), option->get_description(), option->get_positional()});
  }
  return help;
}

/// The page of a command, or of the whole program, for a terminal of the usual width.
std::string help_page(const Program& program, const CLI::App* of, Language language) {
  constexpr int usual_width = 80;
  const OptionsHelp common = help_of_options(program.app);
  if (!of) return reflowed(program_help(common, language), usual_width);
  return reflowed(
      command_help(*program.commands.at(of).first, help_of_options(*of), common, language),
      usual_width);
}

/// The command that `taizhang help COMMAND` asks about; null where it asks for another topic.
const CLI::App* asked_about(const Program& program, const CLI::App& chosen) {
  if (program.commands.at(&chosen).first != &command::help_command) return nullptr;
  const auto& words = chosen.get_options().front()->results();
  for (const auto& [app, command] : program.commands) {
    if (words.size() == 1 && command.first->name == words.front()) return app;
  }
  return nullptr;
}

/// The options that are known where `app` is in use, with their dashes.
std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* level = &app; level; level = level->get_parent()) {
    for (const CLI::Option* option : level->get_options()) {
      if (option->get_group().empty()) continue;
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
      for (const std::string& name : option->get_snames()) names.push_back("-" + name);
    }
  }
  return names;
}

/// Refuse an option with an empty value: `--unit "$UNIT"` of a script with nothing in it must not
/// mean all units.
void refuse_empty_values(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->count() == 0 || option->get_type_size() == 0) continue;
    const auto& values = option->results();
    const auto is_empty = [](const std::string& value) { return value.empty(); };
    if (!values.empty() && std::none_of(values.begin(), values.end(), is_empty)) continue;
    if (option->get_positional()) {
      throw Fatal(
          Exit::usage, {{"有一个词是空的", "one of the words is empty"}},
          {{"写上内容；没有的，连引号一起去掉", "say something, or leave the quotes out too"}});
    }
    throw Fatal(Exit::usage, {{"{0} 的值是空的", "{0} has an empty value"}, {option->get_name()}},
                {{"写上值，或去掉这个选项", "give it a value or leave it out"}, {}});
  }
}

/// Refuse what CLI11 could not place: a mistyped command, option, or a word too many.
void refuse_extras(const Program& program) {
  const auto chosen = program.app.get_subcommands();
  const std::vector<std::string> extras = program.app.remaining(true);
  if (extras.empty()) return;
  const bool is_word = extras.front().starts_with(guard);
  const std::string extra = unguarded(extras.front());
  if (!is_word && extra.starts_with('-') && extra != "-") {
    const std::string name = extra.substr(0, extra.find('='));
    const auto names = option_names(chosen.empty() ? program.app : *chosen.front());
    const std::vector<std::string_view> known(names.begin(), names.end());
    base::refuse_unknown(name, {"选项", "option"}, known);
  }
  if (chosen.empty()) {
    std::vector<std::string_view> known;
    for (const Command* command : command::commands()) known.push_back(command->name);
    base::refuse_unknown(extra, {"命令", "command"}, known);
  }
  throw Fatal(
      Exit::usage, {{"多出了“{0}”", "“{0}” is one word too many"}, {extra}},
      {{"用法见 taizhang {0} --help", "see taizhang {0} --help"}, {chosen.front()->get_name()}});
}

/// Refuse a term of a filter that stands alone and begins with `-`: `-has:readings` would be read
/// as `-h` and so on, `-充电` is no option at all.
void refuse_lone_negations(const std::vector<std::string>& arguments) {
  for (const std::string& word : arguments) {
    if (word.size() < 3 || word[0] != '-' || word[1] == '-') continue;
    const std::size_t sign = word.find_first_of(":<>=~/ ");
    const bool is_chinese = static_cast<unsigned char>(word[1]) >= 0x80;
    const bool is_term = word[1] == '@' || is_chinese ||
                         (word.find("：") != word.npos && sign == word.npos) ||
                         (sign != word.npos && sign > 2 && word[sign] != '/' && word[sign] != ' ');
    if (!is_term) continue;
    throw Fatal(
        Exit::usage,
        {{"“{0}”以 - 开头，会被当作选项", "“{0}” begins with - and would be an option"}, {word}},
        {{"写成 not {0}（非 {0}），或把整个条件放在一对引号里、前面另有条件",
          "write not {0}, or quote the whole filter with another term before it"},
         {word.substr(1)}});
  }
}

/// Whether `word` is an option that a value follows, of whichever command.
bool wants_value(const Program& program, const std::string& word) {
  if (!word.starts_with('-')) return false;
  const auto has = [&](const CLI::App* app) {
    const CLI::Option* option = app->get_option_no_throw(word);
    return option && option->get_type_size() > 0;
  };
  return has(&program.app) || std::ranges::any_of(program.commands, [&](const auto& command) {
           return has(command.first);
         });
}

/// `arguments` with what CLI11 would read otherwise than it stands there put out of its reach: the
/// value of an option that begins with `-` and a Chinese character or a blank, words in brackets,
/// and all words behind `--`.
std::vector<std::string> guarded(const Program& program,
                                 const std::vector<std::string>& arguments) {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (word == "--") {
      for (++i; i < arguments.size(); ++i) result.push_back(guard + arguments[i]);
      break;
    }
    const bool is_value = i > 0 && wants_value(program, arguments[i - 1]);
    const bool is_dashed = word.size() > 1 && word[0] == '-' &&
                           (word[1] == ' ' || static_cast<unsigned char>(word[1]) >= 0x80);
    if (is_value && is_dashed) {
      result.back() += "=" + word;
    } else if (!is_value && word.starts_with('[')) {
      result.push_back(guard + word);
    } else {
      result.push_back(word);
    }
  }
  return result;
}

void parse(Program& program, const std::vector<std::string>& given) {
  const std::vector<std::string> arguments = guarded(program, given);
  refuse_lone_negations(arguments);
  try {
    // CLI11 takes them from the back.
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    program.app.parse(std::move(reversed));
  } catch (const CLI::ArgumentMismatch& e) {
    const std::string text = e.what();
    throw Fatal(Exit::usage,
                {{"{0} 只能写一次，后面跟一个值", "{0} is given once, with one value"},
                 {text.substr(0, text.find(':'))}},
                {{"补上值，或去掉多余的选项", "give the value, or leave the option out"}, {}});
  } catch (const CLI::ParseError& e) {
    throw Fatal(Exit::usage, {{"参数有误：{0}", "wrong arguments: {0}"}, {std::string(e.what())}},
                {{"用法见 taizhang --help", "see taizhang --help"}, {}});
  }
}

Exit run_command(const std::vector<std::string>& arguments, ChosenLanguage language, base::Io& io) {
  const std::unique_ptr<Program> program = build(language.language);
  parse(*program, arguments);
  const auto chosen = program->app.get_subcommands();
  if (program->version) {
    io.out << "taizhang " << TAIZHANG_VERSION << "\n";
    return Exit::clean;
  }
  if (program->help) {
    io.out << help_page(*program, chosen.empty() ? nullptr : chosen.front(), language.language);
    return Exit::clean;
  }
  refuse_extras(*program);
  refuse_empty_values(program->app);
  for (const CLI::App* app : chosen) refuse_empty_values(*app);
  if (chosen.empty()) {
    io.err << help_page(*program, nullptr, language.language);
    return Exit::usage;
  }
  if (const CLI::App* about = asked_about(*program, *chosen.front())) {
    io.out << help_page(*program, about, language.language);
    return Exit::clean;
  }
  const Context context = context_of(*program, language, io);
  const auto& [command, run] = program->commands.at(chosen.front());
  warn_of_idle_options(*command, context);
  return run(context);
}

void complain(base::Io& io, Language language, const Fatal& wrong) {
  io.err << command::complaint({"错误", "error"}, wrong, language);
}

}  // namespace

int run(const std::vector<std::string>& arguments, base::Io& io) {
  const ChosenLanguage language = choose_language(arguments, io);
  Exit exit = Exit::internal;
  try {
    exit = run_command(arguments, language, io);
  } catch (const Fatal& e) {
    complain(io, language.language, e);
    exit = e.exit;
  } catch (const std::exception& e) {
    complain(
        io, language.language,
        Fatal(Exit::internal,
              {{"程序内部出错：{0}", "something went wrong inside: {0}"}, {std::string(e.what())}},
              {{"请把命令和台账一并报告给维护者",
                "please report the command and the ledger to the maintainers"},
               {}}));
  }
  io.out.flush();
  if (!io.out) {
    complain(io, language.language,
             Fatal(Exit::internal, {{"输出写不完整", "the output could not be written"}, {}}, {}));
    return static_cast<int>(Exit::internal);
  }
  return static_cast<int>(exit);
}

}  // namespace taizhang::cli
