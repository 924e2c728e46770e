// SPDX-License-Identifier: MIT
#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <optional>
#include <stdexcept>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "yaml/clean_text.h"
#include "yaml/node.h"

namespace taizhang::yaml {

/// Thrown out of the parser where the builder sees what the parser does not; `at` is where.
struct TooDeep : std::runtime_error {
  explicit TooDeep(std::size_t offset) : std::runtime_error("too deep"), at(offset) {}
  std::size_t at;
};
/// One value more than are read of a file.
struct TooMany : std::runtime_error {
  explicit TooMany(std::size_t offset) : std::runtime_error("too many"), at(offset) {}
  std::size_t at;
};
/// An open quote at the end of the text, or a sign that the parser never gets past.
struct Spoilt : std::runtime_error {
  explicit Spoilt(std::size_t offset) : std::runtime_error("spoilt"), at(offset) {}
  std::size_t at;
};

/// Builds a tree out of yaml-cpp's events, noting faults on the way.
///
/// yaml-cpp's marks say where a node begins; where it ends is found in the text. What the parser
/// was given starts at byte `shift` of `clean`. `room` is how many values may still be read.
class TreeBuilder : public YAML::EventHandler {
 public:
  /// Faults are added to `faults`, and the places of quotes and blocks to `texts`.
  TreeBuilder(const CleanText& clean, std::size_t shift, std::uint32_t file, std::size_t& room,
              Memory& memory, std::vector<source::Fault>& faults, std::vector<source::Span>& texts)
      : clean_(clean),
        text_(clean.text().substr(shift)),
        shift_(shift),
        file_(file),
        room_(room),
        memory_(memory),
        faults_(faults),
        texts_(texts),
        root_(file, memory) {}

  /// Where the key of the top map begins whose value is not complete, as an offset in what the
  /// parser was given; asked after an error.
  std::optional<std::size_t> unfinished_key() const;

  /// What has been built. After an error at `error_at` all that was read before it: brackets that
  /// were open and the value on the line of the error are `lost`; with `nothing_sure` the whole
  /// unfinished entry is.
  Node take_root();
  Node take_root_after_error(std::size_t error_at, bool nothing_sure);

  /// Whether a key was left out with its value, as bytes of another encoding stand in it.
  bool has_lost_key() const { return has_lost_key_; }

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

  /// A span of the file for `size` bytes from `begin` of what the parser was given.
  source::Span span(std::size_t begin, std::size_t size) const;
  /// The span of one whole character.
  source::Span span_of_character(std::size_t at) const;

  void note_feature(std::size_t at, base::Bilingual name);

 private:
  struct Frame {
    explicit Frame(source::Span at) : node(at), key(at) {}

    Node node;
    std::vector<Node> items;  ///< of the list so far
    std::vector<Pair> pairs;  ///< of the map so far
    Node key;                 ///< where `has_key`
    std::size_t key_at = 0;
    std::size_t key_size = 0;
    bool has_key = false;
    /// Its keys and where they stand, once it has many: among few each is looked at.
    std::unordered_map<std::string_view, source::Span> seen;
  };

  std::size_t scalar_size(std::size_t begin, const std::string& value, bool quoted) const;
  /// Behind a plain text over several lines that begins at `begin` and reads as `value`; nothing
  /// where the two do not agree.
  std::optional<std::size_t> end_of_folded(std::size_t begin, const std::string& value) const;
  /// The lines of a block whose sign stands at `at`, without the line of the sign.
  source::Span span_of_block(std::size_t at) const;
  void note_extras(std::size_t at, const std::string& tag, YAML::anchor_t anchor);
  void open(std::size_t at, NodeKind kind, YAML::EmitterStyle::value style);
  void close();
  void take_room(std::size_t at);
  void place(const Node& node, std::size_t at);
  /// Where the key of `frame` stands for the first time; nothing where it is new.
  static std::optional<source::Span> seen_before(Frame& frame);
  /// Whether the key of `frame` has neither a value nor a colon of YAML.
  bool is_key_alone(const Frame& frame, const Node& value) const;
  /// Read `value：150` and `value:150`, which YAML takes for a key between braces and at the end of
  /// a file, as they are meant.
  void part(Frame& frame, Node& value);
  /// Whether the key of `frame`, which stands at `first` already, begins an item that has lost its
  /// dash; and begin that item.
  bool begins_item(const Frame& frame, source::Span first) const;
  void begin_item(Frame& frame);
  /// Whether the key of `frame` is the end of the number before it: the 500 of `value: 1,500`. Then
  /// it has been put there.
  bool joins_number(Frame& frame);

  const CleanText& clean_;
  std::string_view text_;
  std::size_t shift_;
  std::uint32_t file_;
  std::size_t& room_;
  Memory& memory_;
  std::vector<source::Fault>& faults_;
  std::vector<source::Span>& texts_;
  std::vector<Frame> open_;
  JoinedMap root_;
  std::size_t behind_ = 0;  ///< where what was read last ends
  bool has_lost_key_ = false;
  int documents_ = 0;
  int document_at_ = -1;
};

}  // namespace taizhang::yaml
