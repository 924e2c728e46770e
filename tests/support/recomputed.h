// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "document/document.h"
#include "memory_disk.h"

namespace taizhang::test {

/// Numbers of documents once more, from what `list` and `explain` print for programs alone: they
/// are run as a user would, on the days that an origin names.
class Recomputed {
 public:
  explicit Recomputed(const MemoryDisk& disk) : disk_(disk) {}

  /// What is wrong with a number of a document; empty where it comes out the same.
  std::string fault(const document::Value& number, const std::optional<document::Origin>& origin);

  /// How many numbers came out the same, by how they were computed.
  const std::map<document::Origin::How, int>& right() const { return right_; }

 private:
  using Json = nlohmann::json;

  /// What the program says to `arguments`, asked once.
  const Json& answer(const std::vector<std::string>& arguments);
  bool meets(const document::Origin& origin, const Json& row, const document::Condition& condition);
  const Json& rows(const document::Origin& origin, const std::string& field);
  const Json& steps(const document::Origin& origin);
  /// The numbers of a list of rows that meet the origin's conditions.
  std::vector<Json> matching(const document::Origin& origin, const std::string& field);
  Json number(const document::Origin& origin);

  const MemoryDisk& disk_;
  std::map<std::string, Json> cache_;
  std::map<document::Origin::How, int> right_;
};

}  // namespace taizhang::test
