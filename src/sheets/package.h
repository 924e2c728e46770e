// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

struct zip;

namespace taizhang::sheets {

/// The files packed in an xlsx, ods or docx file.
class Package {
 public:
  /// Throws `Fatal` (usage) where `bytes` are no such file; `help` says what to do about one that
  /// is damaged.
  Package(const std::string& bytes, const std::string& name, base::Bilingual help);
  ~Package();
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;

  bool has(const std::string& path) const;
  /// Read a file that is XML into `document`; false where there is none. Throws `Fatal` (usage)
  /// where it is damaged or unpacks to more than is read.
  bool read(const std::string& path, pugi::xml_document& document) const;

  const std::string& name() const { return name_; }
  [[noreturn]] void fail() const;

 private:
  std::string name_;
  base::Bilingual help_;
  zip* archive_ = nullptr;
  mutable std::size_t unpacked_ = 0;
};

/// A file that is packed.
struct Packed {
  std::string path;
  std::string text;
};

/// The files packed into one, the same bytes for the same files. Throws `Fatal` (internal) where
/// that cannot be done.
std::string packed(const std::vector<Packed>& files);

/// The name of an element or attribute without its prefix: other writers choose others.
std::string_view local(const char* name);
/// Whether the element is one called `name`, with whatever prefix.
inline bool is(pugi::xml_node node, std::string_view name) { return local(node.name()) == name; }
/// The first child of that name.
pugi::xml_node child(pugi::xml_node node, std::string_view name);
/// The attribute of that name, by its local name.
pugi::xml_attribute attribute(pugi::xml_node node, std::string_view name);

}  // namespace taizhang::sheets
