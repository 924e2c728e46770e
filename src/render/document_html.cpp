// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "render/document_view.h"
#include "render/escape.h"
#include "render/format.h"

namespace taizhang::render {

std::string document_html(const document::Document& document, const Look& look) {
  return fill_template(look.templates, "page.html.mustache", document_view(document), look.words,
                       escape_html);
}

}  // namespace taizhang::render
