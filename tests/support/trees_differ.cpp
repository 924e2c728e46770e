// SPDX-License-Identifier: MIT
#include "trees_differ.h"

#include <fmt/format.h>

#include "yaml/parse.h"

namespace taizhang::test {

namespace {

using yaml::Node;

std::string described(const Node& node) {
  return fmt::format("kind {} {}{}{} at {}-{} end {} cut [{}] text [{}]",
                     static_cast<int>(node.kind), node.quoted ? "quoted " : "",
                     node.flow ? "flow " : "", node.partial ? "partial " : "", node.at.begin,
                     node.at.end, node.end, node.cut, node.text);
}

std::string difference_of(const Node& a, const Node& b, const std::string& path) {
  if (described(a) != described(b) || a.at.file != b.at.file) {
    return path + ": " + described(a) + " / " + described(b);
  }
  if (a.items.size() != b.items.size() || a.pairs.size() != b.pairs.size()) {
    return path + ": another number of items or pairs";
  }
  std::string found;
  for (std::size_t i = 0; i < a.items.size() && found.empty(); ++i) {
    found = difference_of(a.items[i], b.items[i], fmt::format("{}/{}", path, i));
  }
  for (std::size_t i = 0; i < a.pairs.size() && found.empty(); ++i) {
    found = difference_of(a.pairs[i].key, b.pairs[i].key, fmt::format("{}/key {}", path, i));
    if (!found.empty()) break;
    found = difference_of(a.pairs[i].value, b.pairs[i].value,
                          fmt::format("{}/{}", path, a.pairs[i].key.text));
  }
  return found;
}

std::string described(const source::Fault& fault) {
  std::string text =
      fmt::format("fault {} at {}-{}", fault.what.index(), fault.at.begin, fault.at.end);
  for (const source::Edit& edit : fault.fix) {
    text += fmt::format(" fix {}-{} [{}]", edit.at.begin, edit.at.end, edit.text);
  }
  return text;
}

std::string described(const source::Remark& remark) {
  return fmt::format("remark at {}-{} [{}]", remark.at.begin, remark.at.end, remark.text);
}

template <class T>
std::string difference_of(const std::vector<T>& a, const std::vector<T>& b, const char* what) {
  if (a.size() != b.size()) return fmt::format("{} {} / {}", what, a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (described(a[i]) != described(b[i])) return described(a[i]) + " / " + described(b[i]);
  }
  return {};
}

}  // namespace

Readings read_both(std::string_view text) {
  const yaml::Document plain = yaml::parse(text, 3, yaml::Reader::plain);
  const yaml::Document library = yaml::parse(text, 3, yaml::Reader::library);
  Readings readings{plain.is_plain, library.faults.empty() && library.whole, {}};
  std::string& found = readings.difference;
  if (plain.whole != library.whole) found = "whole";
  if (found.empty()) found = difference_of(plain.root, library.root, "");
  if (found.empty()) found = difference_of(plain.faults, library.faults, "faults");
  if (found.empty()) found = difference_of(plain.remarks, library.remarks, "remarks");
  return readings;
}

}  // namespace taizhang::test
