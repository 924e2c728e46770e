// SPDX-License-Identifier: MIT
//
// What a template sees of a document, the built-in ones and those of an office alike.
//
//   lang, report, title, name (title and first line of the head), as_of, known_by
//   masthead           of a paper that is sent out: issuer, edition, date; else false
//   navigation         of one of several pages: the lines that lead to the others; else false
//   meta, foot         the lines of head and foot, but for those with a tone: notices
//   patterns           whether a picture needs the patterns that a page defines once
//   chapters           plan, subject, and in each
//     blocks           in order; one of heading, paragraph, fields, table, bullets, steps, cards,
//                      chart, note is there, the others are false
//     tables.ID        title, columns, rows (address, cells.KEY), none
//     fields.ID.KEY, cards.ID.KEY, steps.ID.KEY, paragraphs.KEY, bullets.ID.lines
//
// A chart has an id, a title, its shape (progress, readings, stacked), and rows with the places of
// their marks, as chart_layout.h tells; `any` where there are some, and a caption where the title
// says more than they do.
//
// A table has its `class` and `least`, the width below which it cannot be read; its columns have
// their `share` of it, and `held` says where those that name a row stay. All are empty where a
// browser may share the width out.
//
// A value has `text` as it is printed, `raw` as programs get it, `tone`, `absent`, and `class` for
// a style sheet. Where a part of it leads somewhere, `links` are its parts in order, each with its
// `text` and, of those that do, its `href`. Tables, stories and their figures have an `anchor`. A
// point in an id or key is a step down: the column `written.due` is at `cells.written.due`.
#pragma once

#include "document/document.h"
#include "render/json_text.h"

namespace taizhang::render {

/// The view of a document. Of a long list the tables by their ids are half of the work: where
/// `with_tables` is false they are left out. `leads` is where its values lead, if anywhere.
Json document_view(const document::Document& document, bool with_tables,
                   const document::Leads& leads = nullptr);

}  // namespace taizhang::render
