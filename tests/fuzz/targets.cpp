// SPDX-License-Identifier: MIT
//
// What must hold whatever the bytes are. No crash and no hang are seen by who runs the targets;
// the rest is asserted here.
#include "targets.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "check/check.h"
#include "command/check_mend.h"
#include "edit/change.h"
#include "ledgers.h"
#include "load/decode.h"
#include "load/known_keys.h"
#include "load/load.h"
#include "measure/figures.h"
#include "model/task.h"
#include "pipeline.h"
#include "render/findings.h"
#include "render/json_text.h"
#include "trees_differ.h"
#include "yaml/parse.h"

namespace taizhang::fuzz {

namespace {

using base::Language;
using source::Finding;

void require(bool holds, const std::string& promise) {
  if (!holds) throw Broken(promise.c_str());
}

// -- reader --------------------------------------------------------------------------------------

bool lies_within(source::Span at, std::size_t size) { return at.begin <= at.end && at.end <= size; }

void check_node(const yaml::Node& node, std::size_t size, int depth) {
  require(depth <= yaml::deepest_nesting, "the tree is deeper than the limit");
  require(lies_within(node.at, size), "a node lies outside of its file");
  require(node.at.end <= node.end && node.end <= size, "a node ends outside of its file");
  for (const yaml::Node& item : node.items) check_node(item, size, depth + 1);
  for (const yaml::Pair& pair : node.pairs) {
    check_node(pair.key, size, depth + 1);
    check_node(pair.value, size, depth + 1);
  }
}

void check_faults(const std::vector<source::Fault>& faults, std::size_t size) {
  for (const source::Fault& fault : faults) {
    require(lies_within(fault.at, size), "a fault lies outside of its file");
    const auto* twice = std::get_if<source::DuplicateKey>(&fault.what);
    require(!twice || lies_within(twice->first, size), "a related place lies outside of its file");
  }
}

yaml::Document read(const std::string& bytes) {
  yaml::Document document = yaml::parse(bytes, 0, source::Reader::plain, load::vocabulary);
  check_node(document.root, bytes.size(), 0);
  check_faults(document.faults, bytes.size());
  require(document.whole || !document.faults.empty(), "something is lost and nobody was told");
  return document;
}

void run_reader(const std::string& bytes) { read(bytes); }

// -- decoder -------------------------------------------------------------------------------------

template <class E>
void decode_as(const yaml::Document& document, std::size_t size) {
  E entity(source::start_of(0));
  std::vector<source::Fault> faults;
  load::decode(document, 0, entity, faults);
  check_faults(faults, size);
}

void run_decoder(const std::string& bytes) {
  const yaml::Document document = read(bytes);
  decode_as<model::Task>(document, bytes.size());
  decode_as<model::Plan>(document, bytes.size());
  decode_as<model::Registry>(document, bytes.size());
}

// -- ledger --------------------------------------------------------------------------------------

/// Where the bytes are put in the sound ledger: what looks like a plan or a registry is one.
std::string path_for(const std::string& bytes) {
  if (bytes.find("units:") != bytes.npos) return "tasks/units.yaml";
  if (bytes.find("period:") != bytes.npos) return "tasks/2024/plan.yaml";
  return "tasks/2024/003-leadership.yaml";
}

std::size_t errors_in(const pipeline::Trial& trial, const std::string& path) {
  return static_cast<std::size_t>(
      std::count_if(trial.findings.begin(), trial.findings.end(), [&](const Finding& finding) {
        return finding.severity == source::Severity::error &&
               trial.ledger.sources[finding.at.file].path == path;
      }));
}

bool same(const Finding& a, const Finding& b) {
  const auto same_words = [](const base::Phrase& one, const base::Phrase& other) {
    return one.in(Language::zh) == other.in(Language::zh) &&
           one.in(Language::en) == other.in(Language::en);
  };
  return a.code == b.code && a.at == b.at && a.severity == b.severity &&
         same_words(a.message, b.message) && same_words(a.help, b.help) &&
         a.related.size() == b.related.size();
}

void check_places(const model::Ledger& ledger, const std::vector<Finding>& findings) {
  const auto is_in = [&](source::Span at) {
    return at.file < ledger.sources.size() && lies_within(at, ledger.sources[at.file].text.size());
  };
  for (const Finding& finding : findings) {
    require(is_in(finding.at), "a finding lies outside of its file");
    for (const source::Related& place : finding.related) {
      require(is_in(place.at), "a related place lies outside of its file");
    }
  }
}

/// Nothing that a terminal could obey, and text to its last byte.
void check_text(const std::string& text) {
  require(!base::first_invalid_utf8(text), "a format is not UTF-8");
  require(std::none_of(text.begin(), text.end(),
                       [](char c) { return (c >= 0 && c < 0x20 && c != '\n') || c == 0x7F; }),
          "a format lets a control character through");
}

void check_format(const model::Ledger& ledger, const std::vector<Finding>& findings,
                  const render::FindingFormat& format, Language language) {
  const std::string text = format.render({findings, ledger, language, render::Style(false), "0"});
  check_text(text);
  if (format.name == "concise") {
    require(
        std::count(text.begin(), text.end(), '\n') == static_cast<std::ptrdiff_t>(findings.size()),
        "concise is not a line a finding");
  }
  if (format.name == "json") {
    require(render::Json::parse(text).size() == findings.size(),
            "JSON does not hold every finding");
  }
}

/// What asks for a day: the measures, and the rules that read a clock, the same in each run.
void check_on_a_day(const model::Ledger& ledger) {
  const base::Date day = *base::parse_date("2024-10-08").date;
  const measure::Clocks clocks{day, day};
  for (const model::PlanFolder& plan : ledger.plans) {
    measure::measure_plan(plan, ledger.registry_of(plan), clocks);
  }
  const std::vector<Finding> findings = check::check(ledger, clocks);
  check_places(ledger, findings);
  const std::vector<Finding> again = check::check(ledger, clocks);
  require(std::equal(findings.begin(), findings.end(), again.begin(), again.end(), same),
          "two runs differ");
}

/// A plan of one task with as little in it as can be: a run costs what the bytes cost.
test::MemoryDisk small_ledger() {
  const test::MemoryDisk sound = test::disk_with_ledger("linshui");
  test::MemoryDisk small;
  for (const char* path :
       {"tasks/units.yaml", "tasks/2024/plan.yaml", "tasks/2024/003-leadership.yaml"}) {
    small.files[path] = sound.files.at(path);
  }
  return small;
}

/// A number made of the bytes, so that each input has some of the dear checks and always the same.
std::size_t share_of(const std::string& bytes) {
  std::size_t share = bytes.size();
  for (const char c : bytes) share = share * 31 + static_cast<unsigned char>(c);
  return share;
}

/// The ledger with the bytes in it, as it was read and checked. What does not ask for a place in
/// the file is dear, and looked at with every fourth input.
void look_at(const pipeline::Trial& read, std::size_t share) {
  const auto& [ledger, findings] = read;
  check_places(ledger, findings);
  require(!findings.empty() || ledger.faults.empty(), "a fault is passed over in silence");
  constexpr std::size_t shares = 4;
  if (share % shares == 0) check_on_a_day(ledger);
  if (share % shares != 1) return;
  const auto formats = render::finding_formats();
  const std::size_t language = share / shares % 2, format = share / shares / 2 % formats.size();
  check_format(ledger, findings, formats[format], language == 0 ? Language::zh : Language::en);
}

/// What is mended stands in the file, loses no scalar of it and leaves no more errors in it.
void run_ledger(const std::string& bytes) {
  static const test::MemoryDisk sound = small_ledger();
  test::MemoryDisk disk = sound;
  const std::string path = path_for(bytes);
  disk.files[path] = bytes;
  // The first look of all is at the file as it is, the last one at what is left.
  std::vector<std::size_t> errors;
  const command::Mending mending = command::mend(disk, ".", [&](const pipeline::Trial& now) {
    if (errors.empty()) look_at(now, share_of(bytes));
    errors.push_back(errors_in(now, path));
    return now.findings;
  });
  require(errors.back() <= errors.front(), "a fix leaves more errors than there were");
  for (const auto& [changed, file] : mending.files) {
    require(changed == path, "a fix changes a file that is sound");
    for (const source::Edit& edit : file.edits) {
      require(lies_within(edit.at, file.before.size()), "a fix lies outside of its file");
    }
    require(edit::keeps_scalars(file.before, mending.after(path), file.edits),
            "a fix loses a scalar");
  }
}

// -- plain ---------------------------------------------------------------------------------------

/// The plain reader declines, or gives what yaml-cpp gives.
void run_plain(const std::string& bytes) {
  const test::Readings readings = test::read_both(bytes);
  require(readings.difference.empty(), "the readers differ: " + readings.difference);
}

constexpr Target table[] = {
    {"decoder", run_decoder},
    {"ledger", run_ledger},
    {"plain", run_plain},
    {"reader", run_reader},
};

}  // namespace

std::span<const Target> targets() { return table; }

const Target* find_target(std::string_view name) {
  const auto found =
      std::ranges::find_if(table, [&](const Target& target) { return target.name == name; });
  return found == std::end(table) ? nullptr : &*found;
}

}  // namespace taizhang::fuzz
