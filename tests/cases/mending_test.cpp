// SPDX-License-Identifier: MIT
//
// Slips of the keyboard and of the spreadsheet, put into the sound ledgers one or a few at a time,
// and then mended: no scalar may be lost, no file may have more errors, and nearly every file with
// one slip comes out clean. The suite takes some hundreds; `make soak` takes 100,000.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <random>
#include <set>

#include "around.h"
#include "check/check.h"
#include "command/check_mend.h"
#include "edit/change.h"
#include "ledgers.h"
#include "run.h"

using namespace taizhang;

TEST_SUITE_BEGIN("mending");

namespace {

/// The numbers of the standard's generator are the same everywhere; what its distributions make of
/// them is not.
class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t end) { return end == 0 ? 0 : random_() % end; }

  template <class T>
  const T& some(const std::vector<T>& from) {
    return from[below(from.size())];
  }

 private:
  std::mt19937 random_;
};

/// A stretch of a text.
struct Piece {
  std::size_t at;
  std::size_t size;
};

bool is_key_letter(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A key of the file with its value, which ends with its line or with the next comma or brace.
struct Pair {
  Piece key;
  Piece value;  ///< without size where it is a list or a map
};

std::vector<Pair> pairs_of(const std::string& text) {
  std::vector<Pair> pairs;
  std::size_t end = 0;
  for (std::size_t line = 0; line < text.size(); line = end + 1) {
    end = std::min(text.find('\n', line), text.size());
    if (text[line] == '#') continue;
    for (std::size_t at = line; at < end; ++at) {
      if (text[at] != ':' || at == line || !is_key_letter(text[at - 1])) continue;
      std::size_t key = at;
      while (key > line && is_key_letter(text[key - 1])) --key;
      const bool begins = key == line || text[key - 1] == ' ' || text[key - 1] == '{';
      if (!begins || (text[at + 1] != ' ' && text[at + 1] != '\n')) continue;
      const bool flow = text.find('{', line) < key;
      const std::size_t value = std::min(at + 2, end);
      const bool scalar =
          value < end && std::string_view("[{|>").find(text[value]) == std::string_view::npos;
      std::size_t last = scalar ? end : value;
      if (scalar && flow) last = std::min(text.find_first_of(",}", value), end);
      pairs.push_back({{key, at - key}, {value, last - value}});
    }
  }
  return pairs;
}

std::vector<Pair> pairs_with(const std::string& text, bool (*wanted)(const std::string& value)) {
  std::vector<Pair> pairs = pairs_of(text);
  std::erase_if(pairs, [&](const Pair& pair) {
    return pair.value.size == 0 || !wanted(text.substr(pair.value.at, pair.value.size));
  });
  return pairs;
}

bool is_number(const std::string& value) {
  return value.find_first_not_of("0123456789.-") == value.npos;
}
bool is_whole(const std::string& value) {
  return value.find_first_not_of("0123456789") == value.npos;
}
bool is_padded_date(const std::string& value) {
  return value.size() == 10 && is_number(value) && value[4] == '-' &&
         (value[5] == '0' || value[8] == '0');
}

std::string wide(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (is_digit(c)) {
      result += "\xEF\xBC";
      result += static_cast<char>(0x90 + (c - '0'));
    } else {
      result += c == '.' ? "．" : "－";
    }
  }
  return result;
}

/// A slip; false where the text gives no occasion for it.
struct Slip {
  const char* name;
  bool (*make)(std::string& text, Dice& dice);
};

bool replace_some(std::string& text, Dice& dice, const std::vector<Piece>& pieces,
                  std::string (*with)(const std::string& piece)) {
  if (pieces.empty()) return false;
  const Piece piece = dice.some(pieces);
  text.replace(piece.at, piece.size, with(text.substr(piece.at, piece.size)));
  return true;
}

std::vector<Piece> values_of(const std::vector<Pair>& pairs) {
  std::vector<Piece> pieces;
  for (const Pair& pair : pairs) pieces.push_back(pair.value);
  return pieces;
}

/// The colons that a blank follows, with it.
std::vector<Piece> colons(const std::string& text) {
  std::vector<Piece> pieces;
  for (const Pair& pair : pairs_of(text)) {
    if (text[pair.key.at + pair.key.size + 1] != ' ') continue;
    pieces.push_back({pair.key.at + pair.key.size, 2});
  }
  return pieces;
}

const Slip slips[] = {
    {"full-width digits",
     [](std::string& text, Dice& dice) {
       return replace_some(text, dice, values_of(pairs_with(text, is_number)), wide);
     }},
    {"a full-width colon",
     [](std::string& text, Dice& dice) {
       return replace_some(text, dice, colons(text),
                           [](const std::string&) { return std::string("："); });
     }},
    {"a full-width colon and a blank",
     [](std::string& text, Dice& dice) {
       return replace_some(text, dice, colons(text),
                           [](const std::string&) { return std::string("： "); });
     }},
    {"no blank behind a colon",
     [](std::string& text, Dice& dice) {
       return replace_some(text, dice, colons(text),
                           [](const std::string&) { return std::string(":"); });
     }},
    {"a full-width comma between keys",
     [](std::string& text, Dice& dice) {
       std::vector<Piece> commas;
       for (const Pair& pair : pairs_of(text)) {
         if (pair.key.at > 2 && text[pair.key.at - 2] == ',')
           commas.push_back({pair.key.at - 2, 2});
       }
       return replace_some(text, dice, commas,
                           [](const std::string&) { return std::string("，"); });
     }},
    {"blanks at a line's end",
     [](std::string& text, Dice& dice) {
       std::vector<Piece> ends;
       for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; ++at)
         ends.push_back({at, 0});
       return replace_some(text, dice, ends, [](const std::string&) { return std::string("  "); });
     }},
    {"line ends of Windows",
     [](std::string& text, Dice&) {
       for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; at += 2) {
         text.replace(at, 1, "\r\n");
       }
       return true;
     }},
    {"a byte order mark",
     [](std::string& text, Dice&) {
       text.insert(0, "\xEF\xBB\xBF");
       return true;
     }},
    {"another name of a unit",
     [](std::string& text, Dice& dice) {
       if (text.find("units:") != text.npos) return false;
       std::vector<Piece> units;
       for (const std::string_view unit : {"县水务局", "市发改局"}) {
         for (std::size_t at = 0; (at = text.find(unit, at)) != text.npos; ++at) {
           units.push_back({at, unit.size()});
         }
       }
       return replace_some(text, dice, units, [](const std::string& unit) {
         return std::string(unit == "市发改局" ? "发改局" : "县水利局");
       });
     }},
    {"a date without its zeros",
     [](std::string& text, Dice& dice) {
       return replace_some(text, dice, values_of(pairs_with(text, is_padded_date)),
                           [](const std::string& date) {
                             std::string result = date.substr(0, 5);
                             result += date.substr(date[5] == '0' ? 6 : 5, date[5] == '0' ? 2 : 3);
                             return result + date.substr(date[8] == '0' ? 9 : 8);
                           });
     }},
    {"a key one letter off",
     [](std::string& text, Dice& dice) {
       std::vector<Pair> pairs = pairs_of(text);
       std::erase_if(pairs, [](const Pair& pair) { return pair.key.size < 4; });
       if (pairs.empty()) return false;
       const Piece key = dice.some(pairs).key;
       const std::size_t at = key.at + dice.below(key.size - 1);
       switch (dice.below(4)) {
         case 0:
           text.erase(at, 1);
           return true;
         case 1:
           text.insert(at, 1, text[at]);
           return true;
         case 2:
           std::swap(text[at], text[at + 1]);
           return text[at] != text[at + 1];
         default:
           text[at] = 'x';
           return true;
       }
     }},
    {"a sign that needs quotes",
     [](std::string& text, Dice& dice) {
       std::vector<Piece> quoted;
       for (std::size_t at = 0; (at = text.find("\"%\"", at)) != text.npos; ++at)
         quoted.push_back({at, 3});
       return replace_some(text, dice, quoted, [](const std::string&) { return std::string("%"); });
     }},
    {"a colon in a title",
     [](std::string& text, Dice& dice) {
       const std::size_t at = text.find("\ntitle: ");
       if (at == text.npos) return false;
       return replace_some(text, dice, {{at + 8, 0}},
                           [](const std::string&) { return std::string("工程: "); });
     }},
    {"zeros before a number",
     [](std::string& text, Dice& dice) {
       std::vector<Pair> pairs = pairs_with(text, is_whole);
       std::erase_if(pairs, [&](const Pair& pair) {
         const std::string key = text.substr(pair.key.at, pair.key.size);
         return key != "item" && key != "section" && key != "no" && key != "schema";
       });
       return replace_some(text, dice, values_of(pairs),
                           [](const std::string& number) { return "0" + number; });
     }},
};

/// What came of mending a file.
struct Result {
  bool clean = true;
  std::string broken = {};  ///< the promise that was not kept
  std::string text = {};    ///< the file afterwards
};

std::size_t errors_in(const pipeline::Trial& trial, const std::string& path) {
  return static_cast<std::size_t>(
      std::count_if(trial.findings.begin(), trial.findings.end(), [&](const auto& finding) {
        return finding.severity == source::Severity::error &&
               trial.ledger.sources[finding.at.file].path == path;
      }));
}

/// What `sound` has anyway: it is found in other files, or asks for a look and no more.
using Known = std::set<std::string>;

Known known_in(const test::MemoryDisk& sound) {
  Known known;
  for (const auto& finding : pipeline::tried(sound, ".", {}).findings) {
    known.insert(finding.fingerprint);
  }
  return known;
}

Result mended(const test::MemoryDisk& disk, const std::string& path, const Known& known) {
  const std::string& text = disk.files.at(path);
  // The first look of all is at what is there, the last one at what is left.
  std::optional<std::size_t> errors;
  std::size_t errors_left = 0;
  Result result;
  const command::Mending mending = command::mend(disk, ".", [&](const pipeline::Trial& now) {
    errors_left = errors_in(now, path);
    if (!errors) errors = errors_left;
    const auto& sources = now.ledger.sources;
    const auto source = std::ranges::find(sources, path, &source::SourceFile::path);
    result.text = source == sources.end() ? "" : source->text;
    result.clean = std::ranges::all_of(now.findings, [&](const source::Finding& finding) {
      return known.contains(finding.fingerprint);
    });
    return now.findings;
  });
  const auto file = mending.files.find(path);
  if (mending.files.size() > (file == mending.files.end() ? 0U : 1U)) {
    result.broken = "a file was changed that was sound";
  } else if (errors_left > *errors) {
    result.broken = "there are more errors than before";
  } else if (file != mending.files.end() && mending.after(path) != result.text) {
    result.broken = "what is written is not what was tried";
  } else if (file != mending.files.end() &&
             !edit::keeps_scalars(text, result.text, file->second.edits)) {
    result.broken = "a scalar was lost";
  } else if (mending.findings > 0 && result.text == text) {
    result.broken = "nothing was changed, and something was said to be mended";
  }
  return result;
}

/// A sound file in its ledger, of which there is as little as can be.
struct Sound {
  std::string path;
  test::MemoryDisk disk;
  Known known;
};

const std::vector<Sound>& sound_files() {
  static const std::vector<Sound> all = [] {
    std::vector<Sound> result;
    for (const char* name : {"linshui", "shili"}) {
      const test::MemoryDisk disk = test::disk_with_ledger(name);
      for (const auto& [path, text] : disk.files) {
        test::MemoryDisk small = test::around(path, disk);
        Known known = known_in(small);
        result.push_back({path, std::move(small), std::move(known)});
      }
    }
    return result;
  }();
  return all;
}

std::size_t number_of(const char* name, std::size_t otherwise) {
  const char* given = std::getenv(name);
  return given ? std::strtoull(given, nullptr, 10) : otherwise;
}

}  // namespace

TEST_CASE("mutated files: one slip is mended, nothing is lost") {
  Dice dice(static_cast<unsigned>(number_of("SEED", 1)));
  const std::size_t wanted = number_of("MUTATIONS", 140);
  std::map<std::string, std::pair<int, int>> by_slip;  // mended, tried
  std::size_t clean = 0;
  for (std::size_t tried = 0; tried < wanted;) {
    const auto& [path, sound, known] = dice.some(sound_files());
    test::MemoryDisk disk = sound;
    std::string& text = disk.files.at(path);
    const Slip& slip = slips[dice.below(std::size(slips))];
    if (!slip.make(text, dice)) continue;
    ++tried;
    CAPTURE(std::string(slip.name));
    CAPTURE(path);
    const Result result = mended(disk, path, known);
    INFO(text);
    REQUIRE(result.broken == "");
    clean += result.clean ? 1 : 0;
    auto& [good, all] = by_slip[slip.name];
    good += result.clean ? 1 : 0;
    ++all;
    if (std::getenv("TELL") && !result.clean) {
      MESSAGE(std::string(slip.name) << " stays in " << path << "\n" << result.text);
    }
  }
  std::string table;
  for (const auto& [name, count] : by_slip) {
    table +=
        name + ": " + std::to_string(count.first) + " of " + std::to_string(count.second) + "\n";
  }
  INFO(table);
  CHECK(clean * 100 >= wanted * 95);
}

TEST_CASE("mutated files: several slips and torn lines lose nothing either") {
  Dice dice(static_cast<unsigned>(number_of("SEED", 1)) + 1);
  const std::size_t wanted = number_of("MUTATIONS", 60);
  for (std::size_t i = 0; i < wanted; ++i) {
    const auto& [path, sound, known] = dice.some(sound_files());
    test::MemoryDisk disk = sound;
    std::string& text = disk.files.at(path);
    for (std::size_t count = 1 + dice.below(4); count > 0; --count) {
      slips[dice.below(std::size(slips))].make(text, dice);
      const std::size_t at = dice.below(text.size());
      const std::size_t size = std::min(dice.below(30), text.size() - at);
      if (dice.below(3) == 0) text.erase(at, size);
      if (dice.below(4) == 0) text.insert(at, text.substr(at, size));
    }
    CAPTURE(path);
    const Result result = mended(disk, path, known);
    INFO(text);
    REQUIRE(result.broken == "");
  }
}

TEST_SUITE_END();
