// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <string>

#include "render/json_text.h"
#include "words/words.h"

namespace taizhang::render {

/// The templates by file name: `page.html.mustache`. Those compiled in, or a folder's own.
using Templates = std::map<std::string, std::string, std::less<>>;

/// The templates that are compiled in.
Templates embedded_templates();

using Escape = std::string (*)(std::string_view);

/// The Mustache template `name`, read once for any number of views. Each value is put through
/// `escape`; words are at `w` (`{{w.weekly.title}}`), and other templates can be included as
/// `{{> name}}` without their ending. Throws `Fatal` (usage) when the template has a syntax error:
/// it may be the user's own.
class Template {
 public:
  Template(const Templates& templates, const std::string& name, const words::Words& words,
           Escape escape);
  Template(Template&& other) noexcept;
  ~Template();

  /// The template filled with `view`; several threads may ask at once.
  std::string filled(const Json& view) const;

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
};

/// The same for one view.
std::string fill_template(const Templates& templates, const std::string& name, const Json& view,
                          const words::Words& words, Escape escape);

}  // namespace taizhang::render
