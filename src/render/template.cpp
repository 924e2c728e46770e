// SPDX-License-Identifier: MIT
#include "render/template.h"

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "base/fatal.h"
#include "base/text.h"
#include "words/assets.h"

namespace taizhang::render {

namespace mustache = kainjow::mustache;

namespace {

constexpr std::string_view ending = ".mustache";

mustache::data to_data(const Json& json) {
  if (json.is_object()) {
    mustache::data object(mustache::data::type::object);
    for (const auto& [key, value] : json.items()) object[key] = to_data(value);
    return object;
  }
  if (json.is_array()) {
    mustache::data list(mustache::data::type::list);
    // The library can only copy into a list, which for rows of rows is most of the work.
    auto& items = const_cast<mustache::list&>(list.list_value());
    items.reserve(json.size());
    for (const Json& value : json) items.push_back(to_data(value));
    return list;
  }
  if (json.is_boolean()) return mustache::data(json.get<bool>());
  // An empty text is no text: a section over it is not shown.
  if (json.is_string() && !json.get_ref<const std::string&>().empty()) {
    return mustache::data(json.get<std::string>());
  }
  if (json.is_number()) return mustache::data(json_number_text(json));
  return mustache::data(false);
}

/// All words as nested objects: the key `weekly.title` is `weekly` with a `title` in it.
Json words_view(const words::Words& words) {
  Json view = Json::object();
  const auto rows = words::word_rows();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    Json* at = &view;
    for (std::string_view part : base::split(rows[row].key, '.')) at = &(*at)[std::string(part)];
    *at = words.text(row);
  }
  return view;
}

/// The files that a template's `{{> name}}` name.
std::vector<std::string> includes(const std::string& text) {
  std::vector<std::string> files;
  for (std::size_t at = 0; (at = text.find("{{>", at)) != std::string::npos; at += 3) {
    const std::size_t end = text.find("}}", at);
    if (end == std::string::npos) break;
    const std::string_view name = std::string_view(text).substr(at + 3, end - at - 3);
    files.push_back(std::string(base::trimmed(name)) + std::string(ending));
  }
  return files;
}

/// Refuse templates that include themselves, directly or by way of others: they would never end.
/// `open` are those that include `file`, `done` those that were looked at.
void refuse_cycles(const Templates& templates, const std::string& file,
                   std::vector<std::string>& open, std::set<std::string>& done) {
  if (std::ranges::find(open, file) != open.end()) {
    base::refuse({{"模板 {0} 包含了它自己", "the template {0} includes itself"}, {file}},
                 {{"去掉其中的 {{> …}}", "take the {{> …}} out"}});
  }
  const auto found = templates.find(file);
  if (found == templates.end() || done.contains(file)) return;
  open.push_back(file);
  for (const std::string& name : includes(found->second)) {
    refuse_cycles(templates, name, open, done);
  }
  open.pop_back();
  done.insert(file);
}

/// Refuse a template that cannot be read, before anything is rendered.
void refuse_faulty(const std::string& file, const std::string& text) {
  const mustache::mustache parsed(text);
  if (parsed.is_valid()) return;
  base::refuse({{"模板 {0} 有误：{1}", "the template {0} has an error: {1}"},
                {file, parsed.error_message()}},
               {{"按 Mustache 的写法改正它", "correct it by the rules of Mustache"}});
}

std::string without_ending(const std::string& file) {
  return file.ends_with(ending) ? file.substr(0, file.size() - ending.size()) : file;
}

/// `text` with those partials in place that say nothing of a view, such as a style sheet: they
/// would be read once more for each page.
std::string with_plain_partials(const Templates& templates, std::string text) {
  for (const auto& [file, partial] : templates) {
    const std::size_t tag = partial.find("{{");
    const std::size_t end = partial.find("}}");
    const bool begins_with_remark = tag == 0 && partial.starts_with("{{!") && end != partial.npos;
    const std::size_t from = begins_with_remark ? partial.find('\n', end) + 1 : 0;
    if (partial.find("{{", from) != partial.npos) continue;
    const std::string place = "{{> " + without_ending(file) + "}}\n";
    for (std::size_t at = 0; (at = text.find(place, at)) != text.npos;) {
      text.replace(at, place.size(), partial, from);
      at += partial.size() - from;
    }
  }
  return text;
}

}  // namespace

Templates embedded_templates() {
  Templates templates;
  for (const words::Asset& asset : words::assets()) {
    templates.emplace(std::string(asset.name), std::string(asset.text));
  }
  return templates;
}

struct Template::Parsed {
  mustache::mustache page;
  mustache::data common;  ///< the words and the partials
};

Template::Template(const Templates& templates, const std::string& name, const words::Words& words,
                   Escape escape) {
  std::vector<std::string> open;
  std::set<std::string> done;
  refuse_cycles(templates, name, open, done);
  for (const std::string& file : done) refuse_faulty(file, templates.find(file)->second);
  parsed_ = std::make_unique<Parsed>(
      Parsed{mustache::mustache(with_plain_partials(templates, templates.at(name))),
             mustache::data(mustache::data::type::object)});
  parsed_->common.set("w", to_data(words_view(words)));
  for (const auto& [file, text] : templates) {
    parsed_->common.set(without_ending(file), mustache::partial([text = text] { return text; }));
  }
  parsed_->page.set_custom_escape([escape](const std::string& text) { return escape(text); });
}

Template::Template(Template&& other) noexcept = default;
Template::~Template() = default;

std::string Template::filled(const Json& view) const {
  const mustache::data data = to_data(view);
  mustache::context<std::string> context(&parsed_->common);
  context.push(&data);
  // Nothing in the parsed page changes while it is rendered.
  return parsed_->page.render(context);
}

std::string fill_template(const Templates& templates, const std::string& name, const Json& view,
                          const words::Words& words, Escape escape) {
  return Template(templates, name, words, escape).filled(view);
}

}  // namespace taizhang::render
