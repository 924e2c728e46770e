// SPDX-License-Identifier: MIT
//
// What decoding notes without knowing the type of what it reads: which field a key stands for, in
// English, in Chinese or under a former name, what is unknown, missing or given twice, and values
// of the wrong shape. Whoever asks about faults asks by the English key, whoever reads them sees
// the key of the file.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "load/shape.h"
#include "source/fault.h"
#include "yaml/node.h"

namespace taizhang::load {

/// Notes the faults of one file.
class FaultNotes {
 public:
  /// `whole` is false after a syntax error: then nothing is called missing.
  FaultNotes(std::vector<source::Fault>& faults, bool whole) : whole_(whole), faults_(faults) {}

  /// Take the fixes out of what the writer copied letter by letter: titles, quotes, texts, blocks;
  /// and those of tabs out of all texts.
  void leave_copied_texts();
  /// What is called missing in one entity and unknown or too many in another stands in the wrong
  /// place only.
  void leave_misplaced_keys();
  /// Where a value is missing, the blank that stood before it is no mistake of its own.
  void leave_blanks_of_nothing();
  /// Whether the keys of a whole file, which has to be of the shape `own`, are those of another
  /// kind of file; that is noted.
  bool is_of_other_file(const yaml::Node& root, const Shape& own);

 protected:
  using Node = yaml::Node;

  /// From here on `key` is read, which stands for `field`.
  void begin(const Node& key, const FieldName& field);

  /// The two parts of `backfilled true`, a key that lacks its colon; nothing where it is none.
  static std::optional<yaml::Pair> without_colon(const yaml::Pair& pair);
  /// Note that the colon between `key` and `value` is missing.
  void note_colon(const Node& key, const Node& value);

  /// Note an unknown key and what it was probably meant to be: one of `absent`.
  void unknown_key(const yaml::Pair& pair, bool in_braces,
                   const std::vector<std::string_view>& absent, WrittenKeys& keys);
  /// Whether the first thing between braces, without a value of its own, is that of the one key
  /// which is lacking: `{r4, date: …}`; that is noted.
  bool is_first_value(const yaml::Pair& pair, WrittenKeys& keys);
  /// Whether the one key of a map that is unknown may be the one that is `lacking`: then it is told
  /// so there.
  bool told_as_unknown(const WrittenKeys& keys, const std::string& lacking);
  /// Note what has to be there and is not. A misspelt key is one mistake, not two.
  void require_all(const WrittenKeys& keys, source::Span place);

  /// The items of a list of entities where some of them stand too far to the left and belong to the
  /// list that the last key of the one before has no items for; that is noted. `items` themselves
  /// where none does.
  std::span<const Node> put_under_keys(const Shape& shape, std::span<const Node> items);

  /// The pairs of a map where a list of entities, with its key, stands too far to the left: it
  /// belongs to an item of a list before it. That is noted, and its key goes from `keys` as well.
  /// `pairs` themselves where none does.
  std::span<const yaml::Pair> put_into_items(WrittenKeys& keys, std::span<const yaml::Pair> pairs);

  /// The items of a list of `shape` in an entity of `around`, up to those that are of another list
  /// which the entity lacks: the line with its key was lost. That is noted.
  std::span<const Node> up_to_lost_key(const WrittenKeys& around, const Shape& shape,
                                       std::span<const Node> items);

  /// `items`, all of one list, without those that stand twice, one behind the other or all of them
  /// once more; that is noted.
  std::span<const Node> without_copies(std::span<const Node> items);

  /// Whether an item of a list of entities, or what stands in place of the list, has no keys: it is
  /// a row of a table, its cells parted by commas, tabs or blanks; that is noted.
  bool is_row(const Node& item);

  /// The text of a scalar, in which is noted what is wrong though it is one: characters that nobody
  /// sees, what other readers of YAML would not take for a text, what a `#` cuts off. Of an id it
  /// is what was meant.
  std::string look_at_text(const Node& node);

  /// The text of a value that may be a number or a day, and of the path of a field, in plain
  /// digits and signs; that it was typed otherwise is noted.
  std::string plain_number(const Node& node);
  std::string plain_path(const Node& node);

  bool is_scalar(const Node& node, base::Bilingual wanted);
  bool is_list(const Node& node);
  bool is_map(const Node& node);
  bool is_list_of_entities(const Node& node);

  /// An entry in a list is shown at its first key.
  static source::Span head_of(const Node& map);
  /// Where a value stands; for nothing at all, where its key stands.
  source::Span place_of(const Node& node) const;

  /// The edit that puts `text` in the place of a scalar; none without a text, or where the scalar
  /// does not stand in the file letter by letter.
  static std::vector<source::Edit> rewritten(const Node& node,
                                             const std::optional<std::string>& text);

  template <class Kind>
  void add(source::Span at, Kind what, std::vector<source::Edit> fix = {}) {
    faults_.push_back({at, std::move(what), std::move(fix), field_});
  }
  void help(base::Phrase help) { faults_.back().help = std::move(help); }

  bool whole_;
  const WrittenKeys* around_ = nullptr;  ///< of the entity whose value is being decoded
  const Node* key_ = nullptr;            ///< the key whose value is being decoded
  std::string_view field_;               ///< the field that it stands for
  bool in_list_ = false;

 private:
  /// The edit that makes `名称：值` a key with its value; none where it is something else.
  static std::vector<source::Edit> with_plain_colon(const Node& node);
  /// Whether lines that could not be read stand next below a key: they were its value.
  bool is_torn_below(const Node& key) const;
  /// Note that something else than `wanted` stands here; always false.
  bool refuse(const Node& node, base::Bilingual wanted);
  /// The word that a key with a wrong sign behind it begins with: `by` of `by=县水务局`.
  static std::string_view word_of(std::string_view key);
  /// Whether an unknown key stands behind one that has nothing below it, as if it were to stand
  /// there; that is noted.
  bool note_fallen_key(const Node& key, base::Bilingual entity);
  /// Say what to do about an unknown key between braces that has no value.
  void tell_lone_key(const Node& key);
  void look_at_characters(const Node& node);
  void look_at_quotes(const Node& node);
  void look_at_line(const Node& node);
  /// The result is what the name was meant to be.
  std::string look_at_name(const Node& node);
  /// Note a text that ends in a quote which nothing opens, or in a comma behind which nothing
  /// comes.
  void look_at_end(const Node& node);
  /// Note a key of the same entity that a plain text has swallowed: 集中投用，done：2024-03-20, its
  /// comma and its colon both full-width. Only where the key is an English one that the entity
  /// lacks: a text in Chinese may well say “，备注：…”.
  void look_at_swallowed_key(const Node& node);

  std::vector<source::Fault>& faults_;
  bool is_required_ = false;
  const Node* fallen_ = nullptr;               ///< the last key that was noted so
  std::deque<std::vector<Node>> moved_items_;  ///< lists that were put under a key
  std::deque<std::vector<yaml::Pair>> moved_pairs_;
  /// A text of the writer's own and where it stands.
  struct Copied {
    std::uint32_t begin;
    std::uint32_t end;
    bool to_the_letter;  ///< its signs are those of the document as well
  };
  std::vector<Copied> copied_;
  std::vector<std::string> swallowed_;  ///< keys that stand in a text
};

}  // namespace taizhang::load
