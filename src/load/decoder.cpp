// SPDX-License-Identifier: MIT
#include "load/decoder.h"

namespace taizhang::load {

void Decoder::pairs(const Node& node, source::Span place, const Shape& shape, void* entity) {
  WrittenKeys keys(shape, node);
  const std::span<const yaml::Pair> pairs = put_into_items(keys, node.pairs);
  std::vector<std::string_view> absent;
  std::size_t unknown = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const yaml::Pair& pair = pairs[i];
    if (const auto field = keys.pairs[i]) {
      begin(pair.key, shape.fields[*field]);
      if (const Node* first = keys.fields[*field].key; first != &pair.key) {
        add(pair.key.at, source::DuplicateKey{std::string(pair.key.text), first->at});
      } else {
        around_ = &keys;
        member(pair.value, shape.fields[*field], entity);
      }
      continue;
    }
    if (read_without_colon(pair, keys, entity)) continue;
    if (node.flow && i == 0 && is_first_value(pair, keys)) continue;
    // Nobody misspells a hundred keys; a hostile file must not cost a suggestion each.
    if (++unknown == 1) absent = keys.absent();
    if (unknown == 100) absent.clear();
    unknown_key(pair, node.flow, absent, keys);
  }
  if (whole_) require_all(keys, place);
}

bool Decoder::read_without_colon(const yaml::Pair& pair, WrittenKeys& keys, void* entity) {
  const std::optional<yaml::Pair> meant = without_colon(pair);
  const auto field = meant ? keys.shape.field_of(meant->key.text) : std::nullopt;
  if (!field || keys.fields[*field].is_there()) return false;
  begin(meant->key, keys.shape.fields[*field]);
  note_colon(meant->key, meant->value);
  around_ = &keys;
  member(meant->value, keys.shape.fields[*field], entity);
  keys.fields[*field].meant = true;
  return true;
}

void Decoder::refuse_scalar(const Node& node, ScalarFault& fault) {
  std::visit(
      [&](auto& what) {
        what.key = key_->text;
        add(place_of(node), std::move(what), rewritten(node, fault.mended));
        if (!fault.mended) help(std::move(fault.help));
      },
      fault.what);
}

}  // namespace taizhang::load
