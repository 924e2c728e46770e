// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/look_alike.h"
#include "base/suggest.h"
#include "base/text.h"
#include "load/advice_on_key.h"
#include "load/entities.h"
#include "load/fault_notes.h"
#include "load/known_keys.h"
#include "model/query.h"
#include "yaml/diagnose.h"

namespace taizhang::load {

using yaml::NodeKind;

namespace {

/// Words that people write for a key, which no letters of it tell.
constexpr std::pair<std::string_view, std::string_view> other_words[] = {
    {"标题", "title"},       {"名称", "title"},       {"名称", "name"},    {"数量", "value"},
    {"数字", "value"},       {"数据", "value"},       {"完成", "value"},   {"完成数", "value"},
    {"完成值", "value"},     {"实际", "value"},       {"实际值", "value"}, {"amount", "value"},
    {"number", "value"},     {"actual", "value"},     {"时间", "date"},    {"截止", "due"},
    {"时限", "due"},         {"期限", "due"},         {"deadline", "due"}, {"目标值", "target"},
    {"领导", "leader"},      {"责任人", "leader"},    {"牵头", "lead"},    {"责任单位", "lead"},
    {"配合单位", "support"}, {"协办单位", "support"}, {"填报单位", "by"},  {"单位", "by"}};

/// The one of `absent` for which people write `key`; nothing where it is no such word.
std::optional<std::string> meant_by_word(std::string_view key, const Shape& shape,
                                         const std::vector<std::string_view>& absent,
                                         bool is_chinese) {
  for (const auto& [word, name] : other_words) {
    const auto field = word == key ? shape.field_of(name) : std::nullopt;
    if (!field || std::ranges::find(absent, name) == absent.end()) continue;
    const FieldName& names = shape.fields[*field];
    return std::string(is_chinese ? names.zh : names.key);
  }
  return std::nullopt;
}

}  // namespace

std::optional<yaml::Pair> FaultNotes::without_colon(const yaml::Pair& pair) {
  const Node& key = pair.key;
  const std::size_t blank = key.text.find(' ');
  const bool alone =
      is_nothing(pair.value) && !key.quoted && key.at.end - key.at.begin == key.text.size();
  if (!alone || blank == key.text.npos) return std::nullopt;
  const auto part = [&](std::size_t from, std::size_t to) {
    const auto at = [&](std::size_t offset) {
      return key.at.begin + static_cast<std::uint32_t>(offset);
    };
    Node node({key.at.file, at(from), at(to)});
    node.kind = NodeKind::scalar;
    node.text = key.text.substr(from, to - from);
    return node;
  };
  // key = value, as in other files of settings.
  const std::size_t value = key.text.find_first_not_of(" =", blank);
  if (value == key.text.npos) return std::nullopt;
  yaml::Pair meant{part(0, blank), part(value, key.text.size())};
  // What stands between brackets is read once the colon is there.
  const char first = meant.value.text[0];
  if (first == '[' || first == '{') meant.value.kind = NodeKind::lost;
  return meant;
}

void FaultNotes::note_colon(const Node& key, const Node& value) {
  add(key.at, yaml::no_colon, {{{key.at.file, key.at.end, value.at.begin}, ": "}});
}

bool FaultNotes::note_fallen_key(const Node& key, base::Bilingual entity) {
  if (fallen_ && fallen_ == key_) return true;
  const source::Fault* const last = faults_.empty() ? nullptr : &faults_.back();
  const auto* empty = last ? std::get_if<source::EmptyValue>(&last->what) : nullptr;
  const bool wants_more = empty && (empty->wanted.en == source::map_of_keys.en ||
                                    empty->wanted.en == source::list_of_items.en);
  if (!wants_more || !key_ || last->at.begin != key_->at.begin) return false;
  fallen_ = key_;
  faults_.pop_back();
  add(key.at, source::UnknownKey{std::string(key.text), entity, {}});
  help({{"是“{0}”下面的就缩进到它下面，比它多两格",
         "indent it by two blanks more than “{0}” if it stands below that"},
        {key_->text}});
  return true;
}

void FaultNotes::unknown_key(const yaml::Pair& pair, bool in_braces,
                             const std::vector<std::string_view>& absent, WrittenKeys& keys) {
  const Node& key = pair.key;
  const auto is_slip = [&](std::string_view one) { return base::is_one_slip(key.text, one); };
  // `by=县水务局`, `valid {to`: the key is there, its colon is not.
  const std::string_view word = word_of(key.text);
  const auto meant =
      word.size() < key.text.size() ? keys.shape.field_of(word) : std::optional<std::size_t>();
  const bool is_without_colon = meant && !keys.fields[*meant].is_there();
  std::vector<std::string> near;
  if (const auto other = meant_by_word(key.text, keys.shape, absent, keys.is_chinese())) {
    near = {*other};
  } else if (!is_without_colon) {
    near = base::neighbours(key.text, absent);
  }
  if (near.empty() && !is_without_colon) {
    // `di` for `id`, 板快 for 板块: of a name so short more than a third may differ.
    for (const std::string_view one : absent) {
      const bool is_short =
          base::code_points(one).size() == 2 && base::code_points(key.text).size() == 2;
      if (is_short && is_slip(one)) near.emplace_back(one);
    }
    if (near.size() > 1) near.clear();
  }
  const std::string plain = base::plain_form(key.text);
  const auto in_plain = plain == key.text ? std::nullopt : keys.shape.field_of(plain);
  constexpr std::size_t shortest_part = 6;  // bytes, two 汉字
  const bool is_wide = in_plain && !keys.fields[*in_plain].is_there();
  if (is_wide) {
    near = {plain};
  } else if (near.empty() && !is_without_colon && key.text.size() >= shortest_part &&
             key.text[0] < 0) {
    // 日期 for 数据日期, 单位 for 上报单位: a part of the first that is lacking.
    const auto whole = std::ranges::find_if(absent, [&](std::string_view one) {
      return one[0] < 0 && (one.ends_with(key.text) || one.starts_with(key.text));
    });
    if (whole != absent.end()) near = {std::string(*whole)};
  }
  const auto nearest = near.empty() ? std::nullopt : std::optional(near.front());
  // A key that stands in the wrong place is no slip of a letter, but for `section` with a list.
  const auto is_one_of_several = [&] {
    const bool differ_by_s = key.text == *nearest + "s" || *nearest == std::string(key.text) + "s";
    const FieldName& field = keys.shape.fields[*keys.shape.field_of(*nearest)];
    return differ_by_s && (field.items != nullptr) == (pair.value.kind == NodeKind::list);
  };
  const bool is_sure = is_wide || (nearest && is_slip(*nearest) &&
                                   std::count_if(near.begin(), near.end(), is_slip) == 1 &&
                                   (!is_key_somewhere(key.text) || is_one_of_several()));
  field_ = {};
  if (nearest) {
    const std::size_t field = *keys.shape.field_of(*nearest);
    keys.fields[field].meant = true;
    field_ = keys.shape.fields[field].key;
  }
  if (is_without_colon) {
    keys.fields[*meant].meant = true;
    field_ = keys.shape.fields[*meant].key;
  }
  if (!nearest && note_fallen_key(key, keys.shape.name)) return;
  base::Phrase advice;
  if (!nearest && keys.shape.name.en != model::Fields<model::Query>::name.en) {
    advice = advice_on_key(key.text, keys.shape.name);
    const source::Fault* last = faults_.empty() ? nullptr : &faults_.back();
    if (last && last->is<source::UnknownKey>() && last->help.text.zh == wrong_file.zh) return;
  }
  add(key.at, source::UnknownKey{std::string(key.text), keys.shape.name, nearest},
      rewritten(key, is_sure ? nearest : std::nullopt));
  // What stands behind a key that nobody knows may be a text.
  if (!nearest) copied_.push_back({pair.value.at.begin, pair.value.end, true});
  const bool is_lone = !nearest && in_braces && is_nothing(pair.value);
  if (!nearest && !is_without_colon && !is_nothing(pair.value)) keys.unknown.push_back(&key);
  if (is_lone) {
    tell_lone_key(key);
  } else if (!advice.empty()) {
    help(std::move(advice));
  }
  if (nearest || keys.shape.name.en != model::Fields<model::Query>::name.en) return;
  // Between braces a comma ends the filter, and the rest of it is no key to be mended.
  for (source::Fault& fault : faults_) {
    if (fault.at.file != key.at.file || fault.at.begin != key.at.begin) continue;
    fault.fix.clear();
    fault.help = {{"条件里有逗号的，整个放进引号：filter: '…'",
                   "a filter with a comma in it stands in quotes: filter: '…'"},
                  {}};
  }
}

std::string_view FaultNotes::word_of(std::string_view key) {
  std::size_t end = key.find_first_of("=; \t{[:");
  for (const std::string_view sign : {"；", "﹕", "︰", "∶"}) end = std::min(end, key.find(sign));
  return key.substr(0, end);
}

bool FaultNotes::is_first_value(const yaml::Pair& pair, WrittenKeys& keys) {
  const Node& word = pair.key;
  const bool is_word = is_nothing(pair.value) && !word.text.empty() &&
                       word.text.find_first_of("=; \t{[:") == word.text.npos &&
                       !is_key_somewhere(word_of(word.text));
  if (!is_word) return false;
  std::optional<std::size_t> lacking;
  for (std::size_t i = 0; i < keys.fields.size(); ++i) {
    if (!keys.shape.fields[i].required || keys.fields[i].is_there()) continue;
    if (lacking) return false;
    lacking = i;
  }
  if (!lacking || keys.count() == 0) return false;
  keys.fields[*lacking].meant = true;
  const FieldName& field = keys.shape.fields[*lacking];
  field_ = field.key;
  add(word.at, source::UnknownKey{std::string(word.text), keys.shape.name, {}});
  help({{"值前面少了键，写成 {0}: {1}", "the key before this value is missing: write {0}: {1}"},
        {keys.is_chinese() ? field.zh : field.key, word.text}});
  return true;
}

void FaultNotes::tell_lone_key(const Node& key) {
  const std::size_t sign =
      word_of(key.text).size() < key.text.size() &&
              std::string_view(" \t").find(key.text[word_of(key.text).size()]) == key.text.npos
          ? word_of(key.text).size()
          : key.text.npos;
  if (key.text.empty()) {
    help({{"多写了一个逗号，删去它", "this is a comma too many: delete it"}, {}});
  } else if (sign != key.text.npos && is_key_somewhere(key.text.substr(0, sign))) {
    help({yaml::write_colon, {}});
    const bool as_written = key.at.end - key.at.begin == key.text.size();
    const std::uint32_t at = key.at.begin + static_cast<std::uint32_t>(sign);
    const std::uint32_t size = key.text[sign] < 0 ? 3 : 1;
    if (as_written) faults_.back().fix = {{{key.at.file, at, at + size}, ": "}};
  } else if (key.text[0] < 0 || (key.text[0] >= '0' && key.text[0] <= '9')) {
    help({{"“{0}”前面的逗号把值截断了：花括号里的文字有逗号的，整个值加引号",
           "the comma before “{0}” ends the value: between braces a text with a comma stands in "
           "quotes"},
          {std::string(key.text)}});
  }
}

bool FaultNotes::told_as_unknown(const WrittenKeys& keys, const std::string& lacking) {
  if (keys.unknown.size() != 1 || !keys.unknown.front()) return false;
  const source::Span at = keys.unknown.front()->at;
  const auto fault = std::ranges::find_if(faults_, [&](const source::Fault& one) {
    return one.is<source::UnknownKey>() && one.at.file == at.file && one.at.begin == at.begin;
  });
  if (fault == faults_.end()) return false;
  const std::string_view key = keys.unknown.front()->text;
  fault->help = {
      {"这里缺少“{0}”：写的是它，就把“{1}”改成“{0}”；不是的，补上它，“{1}”移到合适的地方",
       "“{0}” is lacking here: if that is meant, write it for “{1}”; else add it and move "
       "“{1}” to where it belongs"},
      {lacking, key}};
  return true;
}

void FaultNotes::require_all(const WrittenKeys& keys, source::Span place) {
  const std::span<const FieldName> names = keys.shape.fields;
  const auto name = [&](std::size_t field) {
    return std::string(keys.is_chinese() ? names[field].zh : names[field].key);
  };
  const auto note = [&](std::size_t field, std::vector<std::string> write) {
    add(place,
        source::MissingKey{names[field].key, names[field].zh, keys.shape.name, std::move(write)});
  };
  /// A field that is lacking, and the keys of which one is to be written.
  std::vector<std::pair<std::size_t, std::vector<std::string>>> lacking;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].required && !keys.fields[i].is_there()) lacking.push_back({i, {name(i)}});
  }
  for (const model::OneOf& one_of : keys.shape.one_of) {
    std::vector<std::size_t> choice;
    bool there = false;
    for (const std::string_view key : one_of.keys) {
      const auto field = key.empty() || there ? std::nullopt : keys.shape.field_of(key);
      if (!field) continue;
      there = keys.fields[*field].is_there();
      choice.push_back(*field);
    }
    if (there || choice.empty()) continue;
    std::vector<std::string> write;
    for (const std::size_t field : choice) write.push_back(name(field));
    lacking.push_back({choice.front(), std::move(write)});
  }
  if (lacking.size() == 1 && told_as_unknown(keys, lacking.front().second.front())) return;
  for (auto& [field, write] : lacking) note(field, std::move(write));
}

}  // namespace taizhang::load
