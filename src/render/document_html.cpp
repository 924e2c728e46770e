// SPDX-License-Identifier: MIT
#include <algorithm>
#include <nlohmann/json.hpp>

#include "render/document_view.h"
#include "render/escape.h"
#include "render/format.h"

namespace taizhang::render {

std::string document_html(const document::Document& document, const Look& look) {
  const bool with_tables =
      std::any_of(look.templates.begin(), look.templates.end(),
                  [](const auto& file) { return file.second.find("tables") != std::string::npos; });
  return fill_template(look.templates, "page.html.mustache", document_view(document, with_tables),
                       look.words, escape_html);
}

}  // namespace taizhang::render
