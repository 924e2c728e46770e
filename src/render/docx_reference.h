// SPDX-License-Identifier: MIT
//
// What an office's own document of a word processor lends to ours.
#pragma once

#include <string>

#include "render/docx_layout.h"

namespace taizhang::render {

/// The parts of a package that say how a document looks, each as XML.
struct DocxLook {
  std::string styles;
  std::string fonts;
  std::string theme = {};  ///< empty where there is none
  DocxPage page = {};
};

/// `own` with the styles, fonts, theme and margins of the document that `bytes` are, which is
/// called `name`. A style of ours takes the look of the one there of its name; one that is not
/// there comes along. Throws `Fatal` (usage) where it is no such document, or none that Word 2007
/// reads.
DocxLook with_reference(const DocxLook& own, const std::string& bytes, const std::string& name);

}  // namespace taizhang::render
