// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "command/command.h"

namespace taizhang::command {

/// A word that may stand where the cursor is.
struct Candidate {
  std::string text;   ///< the whole word, as the program is to get it
  std::string about;  ///< a few words; may be empty
};

/// What may stand at the end of a command line.
struct Completion {
  enum class Paths { none, files, folders };

  std::vector<Candidate> candidates = {};
  Paths paths = Paths::none;  ///< files or folders of the disk instead
};

/// A command line up to the cursor, in the words of a shell.
struct ShellLine {
  std::vector<std::string> words;  ///< those that are finished, the program's name first
  std::string current;             ///< the last one; empty behind a blank
  char quote = 0;                  ///< that it stands in
};

/// Part a line as a shell does: at blanks outside of quotes.
ShellLine parted_line(const std::string& text);

/// What may stand in the place of the line's last word: commands, options and their values, fields
/// of filters and the values that they have in the ledger at hand. It never throws: where a ledger
/// cannot be read, only what needs none is told.
Completion completed(const ShellLine& line, const Context& context);

/// What is offered for the value of an option or for a word that the help calls `type`, by the
/// table of all of them; whether there is such a row.
bool knows_values_of(std::string_view command, std::string_view type);

/// The names of the formats of export.
std::vector<std::string_view> export_format_names();

/// The options and words of a command as it declares them.
class DeclaredOptions : public Options {
 public:
  struct One {
    std::vector<std::string> names;  ///< with their dashes; none of a word
    std::string type;                ///< of its value; empty for a flag
    std::string about;
    bool repeated = false;
  };

  explicit DeclaredOptions(base::Language language) : language_(language) {}

  void positional(const char* name, std::string&, base::Bilingual about) override;
  void option(const char* names, std::string&, const char* type, base::Bilingual about) override;
  void rest(const char* name, std::vector<std::string>&, base::Bilingual about) override;
  void flag(const char* names, bool&, base::Bilingual about) override;
  void repeated(const char* names, std::vector<std::string>&, const char* type,
                base::Bilingual about) override;

  std::vector<One> options;
  std::vector<One> words;  ///< without dashes, in their order; a repeated one takes all the rest

 private:
  void add(std::string_view names, std::string_view type, base::Bilingual about, bool repeated);

  base::Language language_;
};

}  // namespace taizhang::command
