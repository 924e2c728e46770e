// SPDX-License-Identifier: MIT
#include "render/table_page.h"

#include <nlohmann/json.hpp>

#include "render/escape.h"
#include "render/table.h"

namespace taizhang::render {

std::string table_page(const query::Table& table, const std::string& title,
                       const std::string& subtitle, const Templates& templates,
                       const words::Words& words) {
  const report::Json view{{"lang", words.language() == base::Language::zh ? "zh-CN" : "en"},
                          {"title", title},
                          {"subtitle", subtitle},
                          {"table", table_html(table)}};
  return fill_template(templates, "table.html.mustache", view, words, escape_html);
}

}  // namespace taizhang::render
