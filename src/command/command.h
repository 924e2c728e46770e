// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date_span.h"
#include "base/io.h"
#include "base/suggest.h"
#include "facts/row.h"
#include "measure/clocks.h"
#include "model/ledger.h"
#include "pipeline.h"
#include "render/style.h"
#include "words/words.h"

namespace taizhang::command {

/// The options that every command takes, as typed.
struct GlobalOptions {
  std::string dir = ".";
  std::string as_of;
  std::string known_by;
  std::string language;
  std::string colour = "auto";
  std::string templates;
  // For who works on the program; no help lists them.
  std::string reader = "plain";  ///< of YAML
  bool timings = false;          ///< say how long each stage takes
  unsigned threads = 0;          ///< at most so many; 0 is one for each core
};

/// What a command works with.
struct Context {
  base::Io& io;
  GlobalOptions options;
  base::Language language;
  /// The user chose the language; else a report speaks that of its plan.
  bool language_is_chosen = false;
  measure::Clocks clocks;

  /// The ledger's folder, and who reads it.
  pipeline::Folder folder() const {
    return {options.dir,
            options.reader == "library" ? source::Reader::library : source::Reader::plain};
  }

  /// The style of what goes to the file `output`, or to standard output where that is empty.
  render::Style style_for(const std::string& output) const {
    return render::Style(output.empty() && colour_on(io.out_terminal));
  }

  /// Colour on that stream: `--color`, else a terminal that is not dumb and no `NO_COLOR`.
  bool colour_on(const base::Terminal& terminal) const;

  /// The words of tables and reports, with those of `--templates`.
  words::Words words() const { return words_in(language); }
  words::Words words_in(base::Language wanted) const;

  /// Say one line on stderr.
  void say(const base::Phrase& phrase) const;

  /// Warn on stderr of what may be wrong elsewhere: the settings of the user.
  void warn(const std::optional<base::Fatal>& wrong) const;

  /// Say in one line on stderr that files have faults; a command other than `check` goes on.
  void warn_of_faults(const model::Ledger& ledger) const;
};

/// Where a command says which options it takes; `cli/` hands them to the parser.
class Options {
 public:
  virtual ~Options() = default;

  /// A word without dashes, such as the task of `show`; `name` is how the help calls it.
  virtual void positional(const char* name, std::string& value, base::Bilingual about) = 0;

  /// `names` such as `-o,--output`; `type` is how the help calls the value.
  virtual void option(const char* names, std::string& value, const char* type,
                      base::Bilingual about) = 0;

  /// All words without dashes, any number of them.
  virtual void rest(const char* name, std::vector<std::string>& values, base::Bilingual about) = 0;

  /// An option without a value: `value` becomes true where it is given.
  virtual void flag(const char* names, bool& value, base::Bilingual about) = 0;

  /// An option that may be given several times, one value each.
  virtual void repeated(const char* names, std::vector<std::string>& values, const char* type,
                        base::Bilingual about) = 0;
};

using Runner = std::function<base::Exit(const Context&)>;

/// How much of a ledger a command stands on; options that say nothing to it are told on stderr.
enum class Needs {
  nothing,  ///< neither files nor days
  ledger,   ///< files, and for some rules the days
  figures,  ///< files, days and templates
};

/// One subcommand, complete in its own file.
struct Command {
  std::string_view name;
  Needs needs;
  base::Bilingual summary;  ///< one line
  base::Bilingual help;     ///< what it does, with examples
  /// Declare the command's options; the result runs it once they have been parsed.
  Runner (*set_up)(Options& options);
};

/// The words that `--color` and `--lang` take.
inline constexpr std::array<std::string_view, 3> colour_words{"auto", "always", "never"};
inline constexpr std::array<std::string_view, 2> language_words{"zh", "en"};
inline constexpr std::array<std::string_view, 2> reader_words{"plain", "library"};

/// Declare the options that every command takes, but for `--help` and `--version`.
void declare_common(Options& declared, GlobalOptions& options);

/// How most commands are set up: `declare` tells their options, which `run` gets as typed.
template <class Asked, void (*declare)(Options&, Asked&),
          base::Exit (*run)(const Asked&, const Context&)>
Runner set_up(Options& options) {
  auto asked = std::make_shared<Asked>();
  declare(options, *asked);
  return [asked](const Context& context) { return run(*asked, context); };
}

extern const Command check_command;
extern const Command completion_command;
extern const Command diff_command;
extern const Command example_command;
extern const Command explain_command;
extern const Command export_command;
extern const Command fields_command;
extern const Command fmt_command;
extern const Command form_command;
extern const Command help_command;
extern const Command import_command;
extern const Command init_command;
extern const Command list_command;
extern const Command new_command;
extern const Command queries_command;
extern const Command record_command;
extern const Command report_command;
extern const Command schema_command;
extern const Command show_command;
extern const Command site_command;
extern const Command sql_command;
extern const Command stats_command;
extern const Command templates_command;
extern const Command verify_command;

/// Every command, by name.
std::span<const Command* const> commands();

/// The lines that tell what is wrong: what it is (`错误`), where, and what helps.
std::string complaint(base::Bilingual what, const base::Fatal& wrong, base::Language language);

/// The kind of row that `name` names. Throws `Fatal` (usage) with a suggestion where there is none.
facts::Kind kind_named(const std::string& name);

/// The days that `text` means, seen from `today` (`base/date_span.h`). Throws `Fatal` (usage) where
/// it means none; `option` is where it was given, such as `--as-of`.
base::DateSpan span_option(const std::string& text, const char* option, base::Date today);

/// Throw `Fatal` (usage) where the first of two days is after the second.
void require_order(base::Date from, base::Date to);

}  // namespace taizhang::command
