// SPDX-License-Identifier: MIT
//
// The pages of what the tables of the program tell: an entity with its keys, one key, a kind of row
// with its fields, one field. Each is text for a terminal of eighty columns.
#include <algorithm>

#include "base/date_span.h"
#include "base/phrase.h"
#include "base/suggest.h"
#include "base/text.h"
#include "command/command.h"
#include "command/topics.h"
#include "facts/catalogue.h"
#include "load/entities.h"

namespace taizhang::command {

using base::Language;
using load::EntityKeys;
using load::KeyAbout;

namespace {

constexpr int page_width = 80;

/// `reporting`（报送方式）: a name with its other one.
std::string both(std::string_view name, std::string_view zh) {
  return std::string(name) + "（" + std::string(zh) + "）";
}

class Page {
 public:
  explicit Page(Language language) : language_(language) {}

  std::string_view in(base::Bilingual text) const { return text.in(language_); }

  /// A paragraph, each of its lines behind so many blanks.
  void put(const std::string& paragraph, int indent = 0) {
    for (const std::string& line : base::wrapped(paragraph, page_width - indent)) {
      text_ += std::string(static_cast<std::size_t>(indent), ' ') + line + "\n";
    }
  }
  void put(const base::Phrase& phrase, int indent = 0) { put(phrase.in(language_), indent); }
  void gap() { text_ += "\n"; }

  /// `name  word`, the one under the other with as much room for each name.
  void put_pair(std::string_view name, std::string_view word, int room) {
    const int blanks = std::max(2, room - base::display_width(name));
    std::string head =
        "  " + std::string(name) + std::string(static_cast<std::size_t>(blanks), ' ');
    const int indent = base::display_width(head);
    for (const std::string& line : base::wrapped(std::string(word), page_width - indent)) {
      text_ += head + line + "\n";
      head.assign(static_cast<std::size_t>(indent), ' ');
    }
  }

  /// A word that a file or a filter may have, with what people call it.
  void put_word(std::string_view name, base::Bilingual label) {
    const std::string_view here = in(label);
    put_pair("  " + std::string(name), here == label.zh ? std::string(here) : both(here, label.zh),
             18);
  }

  /// A sentence of what was told in a phrase or two.
  std::string sentence(std::string text) const { return text + std::string(in({"。", "."})); }

  std::string take() { return std::move(text_); }

 private:
  Language language_;
  std::string text_;
};

/// What stands there: 日期（列表）.
std::string value_of(const KeyAbout& about, const Page& page) {
  return std::string(page.in(about.value)) + std::string(page.in(load::form_word(about.form)));
}

/// What holds without the key, as a sentence; empty where nothing does.
std::string otherwise(const KeyAbout& about, const Page& page) {
  const model::Otherwise& otherwise = about.key->otherwise;
  const std::string text(otherwise.value.empty() ? page.in(otherwise.rule) : otherwise.value);
  if (text.empty()) return text;
  return std::string(page.in({"不写：", "When left out: "})) + page.sentence(text);
}

std::string values_of(const KeyAbout& about) {
  std::string words;
  for (const load::KnownWord& word : about.words) {
    words += (words.empty() ? "" : ", ") + both(word.name, word.label.zh);
  }
  return words;
}

bool is_required(const KeyAbout& about) { return about.key->need == model::Need::required; }

/// A key as one of a list.
void put_key(const KeyAbout& about, Page& page) {
  std::string head = both(about.key->key, about.key->zh);
  if (is_required(about)) head += std::string(page.in({"，必填", ", required"}));
  page.put(head, 2);
  std::string body = page.sentence(std::string(page.in(about.key->about)));
  body += std::string(page.in({"写", " Value: "}));
  body += page.sentence(about.words.empty() ? value_of(about, page) : values_of(about));
  if (const std::string text = otherwise(about, page); !text.empty()) {
    body += std::string(page.in({"", " "})) + text;
  }
  page.put(body, 6);
}

/// `task.indicators, …`: the keys under which an entity stands.
std::string places_of(const EntityKeys& entity) {
  std::string places(entity.file);
  for (const EntityKeys* holder : load::entities()) {
    for (const KeyAbout& about : holder->keys) {
      if (about.inside != &entity) continue;
      places += (places.empty() ? "" : ", ") + holder->name + "." + std::string(about.key->key);
    }
  }
  return places;
}

/// The kind of row that the entities of this name are; null where they are none.
const facts::KindOfRow* kind_of_entity(const EntityKeys& entity) {
  return facts::find_kind(entity.title.zh);
}

std::string entity_page(const EntityKeys& entity, Language language) {
  Page page(language);
  page.put(base::Phrase{{"{0} {1}，写在 {2}", "{0} {1}: {3}, in {2}"},
                        {entity.name, entity.title.zh, places_of(entity), entity.title.en}});
  page.gap();
  for (const KeyAbout& about : entity.keys) put_key(about, page);
  page.gap();
  page.put(base::Phrase{{"一个键的详情：taizhang help {0}.{1}", "More: taizhang help {0}.{1}"},
                        {entity.name, entity.keys.front().key->key}});
  if (const facts::KindOfRow* kind = kind_of_entity(entity)) {
    page.put(base::Phrase{
        {"查询时有哪些字段：taizhang fields {0}", "Its fields in queries: taizhang fields {0}"},
        {kind->name}});
  }
  return page.take();
}

void put_field(const facts::KindOfRow& kind, const facts::Field& field, Page& page) {
  page.put(std::string(kind.name) + "." + both(field.name, field.title.zh) + ": " +
               std::string(page.in(field.about)) + page.sentence("").c_str(),
           2);
}

std::string key_page(const EntityKeys& entity, const KeyAbout& about, Language language) {
  Page page(language);
  page.put(entity.name + "." + std::string(about.key->key) + " " + std::string(entity.title.zh) +
           "." + std::string(about.key->zh));
  page.gap();
  page.put(page.sentence(std::string(page.in(about.key->about))), 2);
  page.put(base::Phrase{{"写：{0}。", "Value: {0}."}, {value_of(about, page)}}, 2);
  for (const load::KnownWord& word : about.words) {
    page.put_word(word.name, word.label);
  }
  page.put(page.sentence(
               std::string(page.in(is_required(about) ? base::Bilingual{"必填", "Required"}
                                                      : base::Bilingual{"可以不写", "Optional"}))) +
               std::string(page.in({"", " "})) + otherwise(about, page),
           2);
  for (const model::Renamed& one : entity.renamed) {
    if (one.now != about.key->key) continue;
    page.put(base::Phrase{{"从前写作 {0}，仍读得懂。", "Once called {0}, which is still read."},
                          {one.before}},
             2);
  }
  if (about.inside) {
    page.put(base::Phrase{{"其中的键：taizhang help {0}", "Its keys: taizhang help {0}"},
                          {about.inside->name}},
             2);
  }
  const facts::KindOfRow* kind = kind_of_entity(entity);
  if (const auto field = kind ? facts::find_field(kind->kind, about.key->key) : std::nullopt;
      field && field->kind == kind->kind) {
    page.gap();
    page.put(base::Phrase{{"查询时：", "In queries:"}, {}});
    put_field(*kind, *field->field, page);
  }
  return page.take();
}

std::string kind_page(const facts::KindOfRow& kind, Language language) {
  Page page(language);
  page.put(
      base::Phrase{{"{0} {1}：list --rows {0} 的字段", "{0} {1}: the fields of list --rows {0}"},
                   {kind.name, kind.title.zh}});
  page.gap();
  for (const facts::Field* field : facts::own_fields(kind.kind)) {
    page.put(both(field->name, field->title.zh), 2);
    page.put(page.sentence(std::string(page.in(field->about))), 6);
  }
  page.gap();
  page.put(base::Phrase{{"行里没有的字段，取它所在的{0}的。",
                         "A field that it does not have is that of the {0} it lies in."},
                        {facts::kind_of(kind.parent).title}});
  return page.take();
}

/// The words of an enumeration, as filters and SQL know them.
void put_words(const facts::Asked& asked, Page& page) {
  if (asked.type() != facts::Type::word || !asked.known()) return;
  for (const facts::Known& known : asked.known()({})) {
    const auto& word = *known.value.as<document::Word>();
    page.put_word(word.name, word.label);
  }
}

std::string field_page(const facts::KindOfRow& kind, const facts::Asked& asked, Language language) {
  Page page(language);
  const facts::Field& field = *asked.field;
  page.put(base::Phrase{{"{0}：{1}的字段", "{0}: a field of {1}"},
                        {both(std::string(kind.name) + "." + field.name, field.title.zh),
                         facts::kind_of(asked.kind).title}});
  page.gap();
  page.put(page.sentence(std::string(page.in(field.about))), 2);
  const document::Word type = facts::type_word(field.type);
  page.put(base::Phrase{{"类型：{0}。", "Type: {0}."}, {type.label}}, 2);
  if (!field.also.empty()) {
    page.put(base::Phrase{{"也写作：{0}。", "Also: {0}."}, {field.also}}, 2);
  }
  put_words(asked, page);
  for (const facts::Part& part : field.parts) {
    page.put_pair(field.name + "." + std::string(part.name), page.in(part.title), 24);
  }
  return page.take();
}

/// The key that the names behind `entity` lead to, one in another; null where there is none.
std::pair<const EntityKeys*, const KeyAbout*> key_at(const EntityKeys& entity,
                                                     std::string_view path) {
  const std::size_t dot = path.find('.');
  const KeyAbout* about = entity.find(path.substr(0, dot));
  if (!about || dot == path.npos) return {&entity, about};
  if (!about->inside) return {&entity, nullptr};
  return key_at(*about->inside, path.substr(dot + 1));
}

/// The entities of which `name` is a key.
std::vector<std::pair<const EntityKeys*, const KeyAbout*>> keys_called(std::string_view name) {
  std::vector<std::pair<const EntityKeys*, const KeyAbout*>> found;
  for (const EntityKeys* entity : load::entities()) {
    if (const KeyAbout* about = entity->find(name)) found.emplace_back(entity, about);
  }
  return found;
}

std::string keys_page(const std::string& name,
                      const std::vector<std::pair<const EntityKeys*, const KeyAbout*>>& keys,
                      Language language) {
  Page page(language);
  page.put(base::Phrase{{"几种东西都有“{0}”这个键：", "Several things have the key {0}:"}, {name}});
  page.gap();
  for (const auto& [entity, about] : keys) {
    page.put(base::Phrase{{"taizhang help {0}.{1}：{2}的{3}", "taizhang help {0}.{1}: {3} of {2}"},
                          {entity->name, about->key->key, entity->title, about->key->about}},
             2);
  }
  return page.take();
}

/// The fields that are called `name`, each with its kind of row.
std::vector<std::pair<const facts::KindOfRow*, facts::Asked>> fields_called(std::string_view name) {
  std::vector<std::pair<const facts::KindOfRow*, facts::Asked>> found;
  for (const facts::KindOfRow* kind : facts::kinds()) {
    const auto field = facts::find_field(kind->kind, name);
    if (field && field->kind == kind->kind) found.emplace_back(kind, *field);
  }
  return found;
}

std::string fields_page(const std::string& name,
                        const std::vector<std::pair<const facts::KindOfRow*, facts::Asked>>& fields,
                        Language language) {
  Page page(language);
  page.put(base::Phrase{{"几种行都有“{0}”这个字段：", "Several kinds of row have the field {0}:"},
                        {name}});
  page.gap();
  for (const auto& [kind, asked] : fields) {
    page.put(base::Phrase{{"taizhang help {0}.{1}：{2}的{3}", "taizhang help {0}.{1}: {3} of {2}"},
                          {kind->name, asked.field->name, kind->title, asked.field->about}},
             2);
  }
  return page.take();
}

/// The words for days, each with the one that says the same in the other language.
std::string day_words_page(Language language) {
  constexpr int room = 26;
  Page page(language);
  page.gap();
  page.put(base::Phrase{{"表示日期的词：", "Words for days:"}, {}});
  for (const base::DayWord& day : base::day_words()) {
    page.put_pair(day.word.in(language), page.in({day.word.en, day.word.zh}), room);
  }
  return page.take();
}

std::string list_page(Language language) {
  Page page(language);
  page.put(base::Phrase{{"用法：taizhang help 主题", "Usage: taizhang help TOPIC"}, {}});
  page.gap();
  page.put(base::Phrase{{"主题", "Topics"}, {}});
  for (const Topic& topic : topics()) page.put_pair(topic.name, topic.title.zh, 26);
  page.gap();
  page.put(base::Phrase{{"文件里写的", "What files hold"}, {}});
  for (const EntityKeys* one : load::entities()) page.put_pair(one->name, one->title.zh, 26);
  page.gap();
  page.put(base::Phrase{{"能查的", "What can be asked for"}, {}});
  for (const facts::KindOfRow* kind : facts::kinds()) {
    page.put_pair(kind->name, kind->title.zh, 26);
  }
  page.gap();
  page.put(base::Phrase{{"命令", "Commands"}, {}});
  for (const Command* one : commands()) page.put_pair(one->name, page.in(one->summary), 14);
  page.gap();
  page.put(
      base::Phrase{{"一个键、一个字段：taizhang help indicator.target、taizhang help 指标.目标",
                    "One key or field: taizhang help indicator.target, or 指标.目标"},
                   {}});
  return page.take();
}

}  // namespace

std::string topic_page(const std::string& name, Language language) {
  if (name.empty()) return list_page(language);
  for (const Topic& topic : topics()) {
    const std::vector<std::string_view> also = base::split(topic.also, ' ');
    if (topic.name == name || topic.title.zh == name || std::ranges::count(also, name) > 0) {
      return std::string(topic.text.in(language)) +
             (topic.name == "dates" ? day_words_page(language) : "");
    }
  }
  if (const EntityKeys* entity = load::find_entity(name)) return entity_page(*entity, language);
  if (const facts::KindOfRow* kind = facts::find_kind(name)) return kind_page(*kind, language);
  const std::size_t dot = name.find('.');
  if (dot != name.npos) {
    const std::string first = name.substr(0, dot);
    const std::string rest = name.substr(dot + 1);
    const EntityKeys* entity = load::find_entity(first);
    if (entity) {
      if (const auto [holder, about] = key_at(*entity, rest); about) {
        return key_page(*holder, *about, language);
      }
    }
    // A figure has no key: indicator.ratio.
    const facts::KindOfRow* kind = entity ? kind_of_entity(*entity) : facts::find_kind(first);
    const auto field = kind ? facts::find_field(kind->kind, rest) : std::nullopt;
    if (field) return field_page(*kind, *field, language);
  } else if (const auto keys = keys_called(name); !keys.empty()) {
    if (keys.size() > 1) return keys_page(name, keys, language);
    return key_page(*keys.front().first, *keys.front().second, language);
  } else if (const auto fields = fields_called(name); !fields.empty()) {
    if (fields.size() > 1) return fields_page(name, fields, language);
    return field_page(*fields.front().first, fields.front().second, language);
  }
  const std::vector<std::string> names = topic_names(name);
  const std::vector<std::string_view> known(names.begin(), names.end());
  base::Phrase help{{"运行 taizhang help 看有哪些主题", "run taizhang help to see them"}, {}};
  if (base::suggestion(name, known)) help = base::near_or_all(name, known);
  base::refuse({{"没有“{0}”这个主题", "there is no topic “{0}”"}, {name}}, std::move(help));
}

std::vector<std::string> topic_names(std::string_view begun) {
  std::vector<std::string> names;
  if (const std::size_t dot = begun.find('.'); dot != begun.npos) {
    const std::string first(begun.substr(0, dot));
    const EntityKeys* entity = load::find_entity(first);
    const facts::KindOfRow* kind = entity ? kind_of_entity(*entity) : facts::find_kind(first);
    const auto add = [&](std::string_view part) {
      std::string name = first + "." + std::string(part);
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(std::move(name));
      }
    };
    if (entity) {
      for (const KeyAbout& about : entity->keys) {
        add(about.key->key);
        add(about.key->zh);
      }
    }
    if (kind) {
      for (const facts::Field* field : facts::own_fields(kind->kind)) add(field->name);
    }
    if (!names.empty()) return names;
  }
  for (const Topic& topic : topics()) {
    names.emplace_back(topic.name);
    names.emplace_back(topic.title.zh);
  }
  for (const EntityKeys* one : load::entities()) {
    names.push_back(one->name);
    names.emplace_back(one->title.zh);
  }
  for (const facts::KindOfRow* kind : facts::kinds()) names.emplace_back(kind->name);
  for (const Command* one : commands()) names.emplace_back(one->name);
  if (begun.empty()) return names;
  // Nobody looks through all keys, but who has begun one is to find it.
  for (const EntityKeys* entity : load::entities()) {
    for (const KeyAbout& about : entity->keys) {
      for (const std::string_view key : {about.key->key, about.key->zh}) {
        if (std::find(names.begin(), names.end(), key) == names.end()) names.emplace_back(key);
      }
    }
  }
  return names;
}

}  // namespace taizhang::command
