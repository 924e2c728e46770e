// SPDX-License-Identifier: MIT
#include "run.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "cli/run.h"

namespace taizhang::test {

Outcome run(const std::vector<std::string>& arguments, const MemoryDisk& disk, const World& world) {
  std::istringstream in(world.input);
  std::ostringstream out, err;
  const base::Terminal terminal{world.terminal, world.width};
  base::Io io{in,
              out,
              err,
              disk,
              *base::parse_date(world.today).date,
              terminal,
              [&](const std::string& name) -> std::optional<std::string> {
                const auto found = world.environment.find(name);
                if (found == world.environment.end()) return std::nullopt;
                return found->second;
              }};
  Outcome outcome;
  outcome.exit = cli::run(arguments, io);
  outcome.out = out.str();
  outcome.err = err.str();
  return outcome;
}

std::vector<std::string> arguments_of(const std::string& line) {
  std::vector<std::string> arguments;
  std::string argument;
  bool quoted = false;
  bool any = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
      any = true;
    } else if (!quoted && (c == ' ' || c == '\n')) {
      if (any) arguments.push_back(std::move(argument));
      argument.clear();
      any = false;
    } else {
      argument += c;
      any = true;
    }
  }
  if (any) arguments.push_back(std::move(argument));
  return arguments;
}

std::string source_folder() { return TAIZHANG_SOURCE_DIR; }
std::string cases_folder() { return source_folder() + "/tests/cases"; }
std::string source_text(const std::string& path) { return read_file(source_folder() + "/" + path); }

bool accepting() {
  const char* accept = std::getenv("ACCEPT");
  return accept && std::string(accept) == "1";
}

void write_file(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  if (!out) throw std::runtime_error("cannot write " + path);
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace taizhang::test
