// SPDX-License-Identifier: MIT
#include "command/check_mend.h"

#include <algorithm>
#include <optional>
#include <span>

#include "base/overlay_disk.h"
#include "check/fix.h"
#include "edit/change.h"
#include "edit/write.h"

namespace taizhang::command {

using source::Finding;

namespace {

/// A fix never calls for another one that undoes it; should two do so all the same, they stop here.
constexpr int most_rounds = 20;

/// The most trials of one run: each reads and checks all of the ledger.
constexpr int most_trials = 200;

constexpr base::Bilingual not_tried{"行不通的太多，没有一处一处再试",
                                    "too many did not stand, so it was not tried by itself"};

/// `path:line: CODE` of a finding.
std::string place_of(const model::Ledger& ledger, const Finding& finding) {
  const source::SourceFile& file = ledger.sources.at(finding.at.file);
  return file.path + ":" + std::to_string(file.position(finding.at.begin).line) + ": " +
         std::string(finding.code);
}

/// Tries fixes on one state of the ledger.
class Prover {
 public:
  /// `trials_left` is how many trials may still be made, `mended` what was mended up to `before`.
  Prover(const base::Disk& disk, const pipeline::Folder& folder, const pipeline::Trial& before,
         int& trials_left, const std::map<std::string, MendedFile>& mended)
      : disk_(disk), folder_(folder), before_(before), trials_left_(trials_left), mended_(mended) {}

  /// Find out which of the fixes stand; those that do not are `declined`.
  void prove(std::span<const Finding> fixes) {
    if (fixes.empty()) return;
    if (trials_left_ == 0) {
      for (const Finding& fix : fixes) {
        declined[fix.fingerprint] = {place_of(before_.ledger, fix), not_tried};
      }
      return;
    }
    --trials_left_;
    std::vector<Finding> all = accepted;
    all.insert(all.end(), fixes.begin(), fixes.end());
    pipeline::Trial trial = pipeline::tried(disk_, folder_, texts_with(all));
    const check::Seen with_all{trial.ledger, trial.findings};
    auto obstacle = check::obstacle({before_.ledger, before_.findings}, with_all, all);
    if (!obstacle && !keeps_first_scalars(all)) obstacle = check::Obstacle{check::loses_a_value};
    if (!obstacle) {
      accepted = std::move(all);
      after = std::move(trial);
    } else if (fixes.size() == 1) {
      const Finding& fix = fixes.front();
      Declined& why = declined[fix.fingerprint];
      why = {place_of(before_.ledger, fix), obstacle->why};
      if (obstacle->finding) {
        why.where = place_of(trial.ledger, *obstacle->finding);
        why.message = obstacle->finding->message;
      }
    } else {
      prove(fixes.first(fixes.size() / 2));
      prove(fixes.subspan(fixes.size() / 2));
    }
  }

  /// The files of these fixes, with what was mended in them up to here as well.
  std::map<std::string, MendedFile> mended_with(const std::vector<Finding>& fixes) const {
    std::map<std::string, MendedFile> result;
    for (const auto& [file, edits] : check::edits_of(fixes)) {
      const source::SourceFile& source = before_.ledger.sources.at(file);
      const auto up_to_here = mended_.find(source.path);
      MendedFile& changed = result[source.path];
      changed = up_to_here == mended_.end() ? MendedFile{source.text, {}} : up_to_here->second;
      changed.edits = edit::composed(changed.edits, edits);
    }
    return result;
  }

  /// The files with the fixes made, by path.
  std::map<std::string, std::string> texts_with(const std::vector<Finding>& fixes) const {
    std::map<std::string, std::string> texts;
    for (const auto& [file, edits] : check::edits_of(fixes)) {
      const source::SourceFile& source = before_.ledger.sources.at(file);
      texts[source.path] = edit::edited(source.text, edits);
    }
    return texts;
  }

  std::vector<Finding> accepted;
  std::optional<pipeline::Trial> after;  ///< with what is accepted; nothing where that is nothing
  std::map<std::string, Declined> declined;  ///< by their fingerprints

 private:
  /// Whether nothing is lost of what a person wrote: what could not be read at first was not there
  /// for the proof of a round.
  bool keeps_first_scalars(const std::vector<Finding>& fixes) const {
    return std::ranges::all_of(mended_with(fixes), [](const auto& of_path) {
      const MendedFile& file = of_path.second;
      return edit::keeps_scalars(file.before, edit::edited(file.before, file.edits), file.edits);
    });
  }

  const base::Disk& disk_;
  const pipeline::Folder& folder_;
  const pipeline::Trial& before_;
  int& trials_left_;
  const std::map<std::string, MendedFile>& mended_;
};

}  // namespace

std::string Mending::after(const std::string& path) const {
  const MendedFile& file = files.at(path);
  return edit::edited(file.before, file.edits);
}

Mending mend(const base::Disk& disk, const pipeline::Folder& folder, const Wanted& wanted) {
  Mending mending;
  base::OverlayDisk mended(disk);
  pipeline::Trial now = pipeline::tried(mended, folder, {});
  int trials_left = most_trials;
  for (int round = 0; round < most_rounds; ++round) {
    std::vector<Finding> fixes = wanted(now);
    std::erase_if(fixes,
                  [&](const Finding& fix) { return mending.declined.contains(fix.fingerprint); });
    fixes = check::mendable(fixes);
    if (fixes.empty()) break;
    Prover prover(mended, folder, now, trials_left, mending.files);
    prover.prove(fixes);
    mending.declined.merge(prover.declined);
    if (!prover.after) continue;
    for (auto& [path, file] : prover.mended_with(prover.accepted)) {
      mending.files[path] = std::move(file);
    }
    for (auto& [path, text] : prover.texts_with(prover.accepted)) mended.texts[path] = text;
    mending.findings += static_cast<int>(prover.accepted.size());
    now = *std::move(prover.after);
  }
  return mending;
}

void leave_declined(const base::Disk& disk, const pipeline::Folder& folder,
                    const model::Ledger& ledger, std::vector<Finding>& findings) {
  constexpr std::size_t most_fixes = 100;
  constexpr std::size_t most_files = 500;
  const std::vector<Finding> fixes = check::mendable(findings);
  const bool takes_long = fixes.size() > most_fixes || ledger.sources.size() > most_files;
  if (fixes.empty() || takes_long) return;
  const pipeline::Trial now = pipeline::tried(disk, folder, {});
  int trials_left = most_trials;
  const std::map<std::string, MendedFile> none;
  Prover prover(disk, folder, now, trials_left, none);
  prover.prove(fixes);
  for (Finding& finding : findings) {
    if (prover.declined.contains(finding.fingerprint)) finding.fix.clear();
  }
}

void write(const Mending& mending, const base::Disk& disk) {
  std::vector<edit::NewText> texts;
  for (const auto& [path, file] : mending.files) {
    texts.push_back({path, file.before, mending.after(path)});
  }
  edit::write(disk, texts);
}

}  // namespace taizhang::command
