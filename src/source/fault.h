// SPDX-License-Identifier: MIT
//
// What can be wrong with a file as such, before anybody asks what its figures mean: one struct a
// kind, which holds what its rule in `check/rules/` needs to say it in words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/phrase.h"
#include "source/edit.h"
#include "source/span.h"

namespace taizhang::source {

/// A file that the system does not give.
struct UnreadableFile {
  base::Argument why;
};
struct UnreadableFolder {
  base::Argument why;
};
/// Larger or deeper than the reader takes.
struct OverLimit {
  base::Bilingual what;
  long long most;
};
/// Bytes that are no UTF-8 text.
struct BadBytes {
  base::Bilingual what;
};
/// A character that no editor shows, in a text that is sound otherwise.
struct InvisibleCharacter {
  base::Bilingual what;
};
struct SyntaxError {
  base::Bilingual wrong;
  base::Bilingual instead;
};
/// Anchor, alias, tag, second document.
struct YamlFeature {
  base::Bilingual feature;
};
struct DuplicateKey {
  std::string key;
  Span first;
};
struct UnknownKey {
  std::string key;
  base::Bilingual entity;           ///< what it stands in
  std::optional<std::string> near;  ///< the key that was probably meant
};
struct MissingKey {
  std::string_view key;
  std::string_view zh;  ///< the same key in Chinese
  base::Bilingual entity;
  std::vector<std::string> write;  ///< the keys of which one is to be written, as the file has keys
};
/// What an entity is written as, and what several values are.
inline constexpr base::Bilingual map_of_keys{"键值表", "a map of keys"};
inline constexpr base::Bilingual list_of_items{"列表", "a list"};
struct WrongType {
  std::string key;
  base::Bilingual wanted;
  base::Bilingual found;
};
struct EmptyValue {
  std::string key;
  base::Bilingual wanted;
};
/// A whole file of another shape, and one with nothing in it.
struct WrongFile {
  base::Bilingual entity;
  base::Bilingual wanted;
  base::Bilingual found;
};
struct EmptyFile {
  base::Bilingual entity;
  base::Bilingual wanted;
};
struct BadNumber {
  std::string key;
  std::string text;
  base::Bilingual why;
};
struct BadDate {
  std::string key;
  std::string text;
  base::Bilingual why;
};
struct NotInList {
  std::string key;
  std::string text;
  std::string list;  ///< all that may stand there
  std::optional<std::string> near;
};
/// A YAML file that is in no plan.
struct StrayFile {};
struct MisnamedFile {
  std::string_view wanted;
};
/// A symbolic link to a folder, which is not followed.
struct LinkedFolder {};
/// A text that other readers of YAML take for something else.
struct Unquoted {
  std::string key;
  std::string text;
  base::Bilingual taken_for;
  std::string lost = {};  ///< what stands behind it and is taken for a remark
};
/// Blanks at a line's end, tabs.
struct Blanks {
  base::Bilingual what;
  bool at_end;
};
/// The line ends of Windows.
struct LineEnds {};
/// Characters that look like others.
struct LookAlike {
  std::string written;
  std::string meant;
};

using FaultKinds =
    std::variant<UnreadableFile, UnreadableFolder, OverLimit, BadBytes, InvisibleCharacter,
                 SyntaxError, YamlFeature, DuplicateKey, UnknownKey, MissingKey, WrongType,
                 EmptyValue, WrongFile, EmptyFile, BadNumber, BadDate, NotInList, StrayFile,
                 MisnamedFile, LinkedFolder, Unquoted, Blanks, LineEnds, LookAlike>;

/// What is wrong. How it is copied and put away is compiled once, in fault.cpp: each of these is a
/// table of one function a kind.
class FaultKind : public FaultKinds {
 public:
  template <class Kind>
  FaultKind(Kind kind) : FaultKinds(std::in_place_type<Kind>, std::move(kind)) {}
  FaultKind(const FaultKind& other);
  FaultKind(FaultKind&& other) noexcept;
  FaultKind& operator=(const FaultKind& other);
  FaultKind& operator=(FaultKind&& other) noexcept;
  ~FaultKind();
};

/// One fault where it stands.
struct Fault {
  Span at;
  FaultKind what;
  std::vector<Edit> fix = {};  ///< the one right answer, where there is one
  /// The English key of the field that it is about, whatever the file calls it.
  std::string_view field = {};
  /// What to write, where the place itself tells; else the rule has words for it.
  base::Phrase help = {};

  template <class Kind>
  bool is() const {
    return std::holds_alternative<Kind>(what);
  }

  /// Whether it takes nothing from what the file says.
  bool is_of_form() const {
    return is<Unquoted>() || is<Blanks>() || is<LineEnds>() || is<LookAlike>();
  }
};

}  // namespace taizhang::source
