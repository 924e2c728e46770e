// SPDX-License-Identifier: MIT
#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <optional>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "yaml/node.h"

namespace taizhang::yaml {

/// Thrown out of the parser when the nesting passes `deepest_nesting`; `offset` is where.
struct TooDeep : std::runtime_error {
  explicit TooDeep(std::size_t offset) : std::runtime_error("too deep"), offset(offset) {}
  std::size_t offset;
};

/// Builds a tree out of yaml-cpp's events, noting faults on the way.
///
/// yaml-cpp's marks say where a node begins; where it ends is found in the text. `text` is what
/// the parser was given, which starts at byte `shift` of the file.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, std::size_t shift, std::uint32_t file,
              std::vector<source::Fault>& faults)
      : text_(text), shift_(shift), file_(file), faults_(faults) {}

  /// Where the key of the top map begins whose value is not complete; asked after an error.
  std::optional<std::size_t> unfinished_key() const;

  /// What has been built; after an error, all that was read before it.
  Node take_root();

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

 private:
  struct Frame {
    Node node;
    Node key;
    bool has_key = false;
  };

  source::Span span(const YAML::Mark& mark, std::size_t size) const;
  std::size_t scalar_size(std::size_t begin, const std::string& value, bool quoted) const;
  void feature(const YAML::Mark& mark, base::Bilingual name);
  void note_extras(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
  void open(const YAML::Mark& mark, NodeKind kind);
  void close();
  void place(Node node);

  std::string_view text_;
  std::size_t shift_;
  std::uint32_t file_;
  std::vector<source::Fault>& faults_;
  std::vector<Frame> open_;
  Node root_;
  int documents_ = 0;
};

}  // namespace taizhang::yaml
