// SPDX-License-Identifier: MIT
#include "load/fault_notes.h"

#include <algorithm>

#include "load/advice.h"
#include "load/entities.h"
#include "yaml/diagnose.h"

namespace taizhang::load {

using yaml::NodeKind;

void FaultNotes::leave_copied_texts() {
  std::sort(copied_.begin(), copied_.end(),
            [](const Copied& a, const Copied& b) { return a.begin < b.begin; });
  for (source::Fault& fault : faults_) {
    const bool is_blank = fault.is<source::Blanks>();
    const bool is_sign = fault.is<source::LookAlike>() || fault.is<source::InvisibleCharacter>();
    if (!is_blank && !is_sign) continue;
    const auto next =
        std::upper_bound(copied_.begin(), copied_.end(), fault.at.begin,
                         [](std::uint32_t at, const Copied& one) { return at < one.begin; });
    if (next == copied_.begin()) continue;
    const Copied& text = *std::prev(next);
    // A full-width blank at the end of its line is none of the text.
    const auto* blanks = std::get_if<source::Blanks>(&fault.what);
    if (blanks && blanks->at_end && text.end == fault.at.end) continue;
    if (text.end > fault.at.begin && (is_blank || text.to_the_letter)) fault.fix.clear();
  }
}

void FaultNotes::leave_misplaced_keys() {
  std::vector<std::string> unknown = swallowed_;
  for (const source::Fault& fault : faults_) {
    const auto* what = std::get_if<source::UnknownKey>(&fault.what);
    if (what && !what->near) unknown.push_back(what->key);
    const auto* twice = std::get_if<source::DuplicateKey>(&fault.what);
    if (twice) unknown.push_back(twice->key);
  }
  if (unknown.empty()) return;
  std::erase_if(faults_, [&](const source::Fault& fault) {
    const auto* what = std::get_if<source::MissingKey>(&fault.what);
    return what && std::ranges::any_of(unknown, [&](const std::string& key) {
             return key == what->key || key == what->zh;
           });
  });
}

void FaultNotes::leave_blanks_of_nothing() {
  std::vector<std::uint32_t> empty;
  for (const source::Fault& fault : faults_) {
    if (fault.is<source::EmptyValue>()) empty.push_back(fault.at.end);
  }
  std::erase_if(faults_, [&](const source::Fault& fault) {
    // Behind the key and its colon.
    return fault.is<source::Blanks>() &&
           std::ranges::any_of(empty, [&](std::uint32_t end) { return fault.at.begin == end + 1; });
  });
}

bool FaultNotes::is_of_other_file(const Node& root, const Shape& own) {
  const auto count = [&](const auto& has) {
    return std::ranges::count_if(root.pairs, [&](const auto& pair) { return has(pair.key.text); });
  };
  const auto known = count([&](std::string_view key) { return own.field_of(key).has_value(); });
  if (known > 2 || std::ssize(root.pairs) < 2) return false;
  const EntityKeys* other = nullptr;
  auto most = known;
  for (const EntityKeys* one : entities()) {
    if (one->file.empty() || one->title.en == own.name.en) continue;
    const auto keys = count([&](std::string_view key) { return one->find(key) != nullptr; });
    if (keys > most) {
      most = keys;
      other = one;
    }
  }
  if (!other || most < known + (known > 1 ? 2 : 1)) return false;
  add(head_of(root), source::WrongFile{own.name, own.name, other->title});
  help({{"内容放错了文件：这是{0}的内容，移到{1}",
         "this is the content of another file: move it to {1} ({0})"},
        {other->title, other->file}});
  return true;
}

void FaultNotes::begin(const Node& key, const FieldName& field) {
  key_ = &key;
  field_ = field.key;
  is_required_ = field.required;
}

bool FaultNotes::is_scalar(const Node& node, base::Bilingual wanted) {
  if (node.kind == NodeKind::scalar && !node.text.empty()) return true;
  return refuse(node, wanted);
}

bool FaultNotes::is_list(const Node& node) {
  return node.kind == NodeKind::list || refuse(node, source::list_of_items);
}

bool FaultNotes::is_list_of_entities(const Node& node) {
  if (node.kind == NodeKind::list) return true;
  if (node.kind != NodeKind::map && is_row(node)) return false;
  const std::size_t told = faults_.size();
  refuse(node, source::list_of_items);
  if (faults_.size() == told) return false;
  const bool is_text = node.kind == NodeKind::scalar && !node.text.empty();
  if (is_text) help({yaml::write_items, {}});
  if (node.kind == NodeKind::map) {
    help({{"这是列表：在每一项的第一个键前面写“- ”，其余各行比它多缩进两格",
           "this is a list: write a dash and a blank before the first key of each item, and indent "
           "its other lines by two blanks more"},
          {}});
  }
  return false;
}

bool FaultNotes::is_map(const Node& node) {
  return node.kind == NodeKind::map || refuse(node, source::map_of_keys);
}

bool FaultNotes::is_torn_below(const Node& key) const {
  constexpr std::uint32_t near = 300;
  return !whole_ && std::ranges::any_of(faults_, [&](const source::Fault& fault) {
    return fault.is<source::SyntaxError>() && fault.at.begin >= key.at.end &&
           fault.at.begin < key.at.end + near;
  });
}

bool FaultNotes::refuse(const Node& node, base::Bilingual wanted) {
  // What was lost has been reported; of an entry whose end was lost nobody knows what it was.
  if (node.partial || node.kind == NodeKind::lost) return false;
  const bool is_text = node.kind == NodeKind::scalar;
  if (node.kind == NodeKind::null || (is_text && node.text.empty())) {
    // What should stand there is what could not be read.
    if (!in_list_ && is_nothing(node) && is_torn_below(*key_)) return false;
    add(place_of(node), source::EmptyValue{std::string(key_->text), wanted});
    if (in_list_) {
      help({{"写上这一项；多写了逗号或短横线，就删去那个符号",
             "write the item, or delete the comma or dash that is too many"},
            {}});
    } else if (is_required_) {
      help({{"写上值，这个键必须有", "write the value: this key has to be there"}, {}});
    }
    return false;
  }
  const base::Bilingual shape = is_text ? base::Bilingual{"单个值", "a single value"}
                                : node.kind == NodeKind::list ? source::list_of_items
                                                              : source::map_of_keys;
  add(node.at, source::WrongType{std::string(key_->text), wanted, shape},
      is_text && !node.quoted && wanted.en == source::map_of_keys.en ? with_plain_colon(node)
                                                                     : std::vector<source::Edit>());
  if (!faults_.back().fix.empty()) help({yaml::write_colon, {}});
  if (is_text && wanted.en == source::list_of_items.en)
    help(advice_on_list(std::string(node.text)));
  if (is_text && wanted.en == source::map_of_keys.en && in_list_ && faults_.back().fix.empty()) {
    help({yaml::write_items, {}});
  }
  if (is_text && wanted.en == source::map_of_keys.en && (field_ == "period" || field_ == "valid")) {
    help(advice_on_period(std::string(node.text), field_ == "period"));
  }
  return false;
}

std::vector<source::Edit> FaultNotes::with_plain_colon(const Node& node) {
  constexpr std::string_view wide = "：";
  const std::size_t colon = node.text.find(wide);
  const bool as_written = node.at.end - node.at.begin == node.text.size();
  if (!as_written || colon == node.text.npos || colon == 0) return {};
  const std::size_t end = colon + wide.size();
  const std::size_t value = std::min(node.text.find_first_not_of(' ', end), node.text.size());
  const auto at = [&](std::size_t offset) {
    return node.at.begin + static_cast<std::uint32_t>(offset);
  };
  return {{{node.at.file, at(colon), at(value)}, ": "}};
}

source::Span FaultNotes::head_of(const Node& map) {
  return map.pairs.empty() ? map.at : map.pairs.front().key.at;
}

source::Span FaultNotes::place_of(const Node& node) const {
  return node.at.end > node.at.begin ? node.at : key_->at;
}

std::vector<source::Edit> FaultNotes::rewritten(const Node& node,
                                                const std::optional<std::string>& text) {
  source::Span at = node.at;
  const std::size_t quotes = node.quoted ? 2 : 0;
  if (!text || at.end - at.begin != node.text.size() + quotes) return {};
  if (node.quoted) at = {at.file, at.begin + 1, at.end - 1};
  return {{at, *text}};
}

}  // namespace taizhang::load
