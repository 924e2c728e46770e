// SPDX-License-Identifier: MIT
#include "render/saved_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace taizhang::render {

namespace {

/// The value of `name="…"` in `tag`, as it is written.
std::string_view attribute_of(std::string_view tag, std::string_view name) {
  const std::string start = " " + std::string(name) + "=\"";
  const std::size_t at = tag.find(start);
  if (at == tag.npos) return {};
  const std::size_t from = at + start.size();
  return tag.substr(from, tag.find('"', from) - from);
}

/// Whether `tag` says in which charset the page is written, and says ours.
bool tells_charset(std::string_view tag) {
  const std::string lower = base::lower_ascii(std::string(tag));
  return lower == "<meta charset=\"utf-8\">" ||
         lower == "<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\">";
}

/// `<rect …/>` as `<rect …></rect>`, as a browser writes it.
std::string closed(std::string_view tag) {
  constexpr auto of_pictures =
      std::to_array<std::string_view>({"rect", "path", "circle", "polyline"});
  const std::string_view name = tag.substr(1, tag.find_first_of(" /") - 1);
  const bool is_of_picture = std::ranges::find(of_pictures, name) != of_pictures.end();
  if (!tag.ends_with("/>") || !is_of_picture) return std::string(tag);
  return std::string(tag.substr(0, tag.size() - 2)) + "></" + std::string(name) + ">";
}

/// `page` without line ends around the tag that begins at `at`.
void close_up(std::string& page, std::size_t at) {
  if (at == page.npos) return;
  const std::size_t behind = page.find('>', at);
  if (behind == page.npos) return;
  const std::size_t next = std::min(page.find_first_not_of('\n', behind + 1), page.size());
  page.erase(behind + 1, next - behind - 1);
  const std::size_t before = at == 0 ? 0 : page.find_last_not_of('\n', at - 1) + 1;
  page.erase(before, at - before);
}

/// Takes out the buttons that sort a table, by the words that the page gives its script.
void take_out_sorting(std::string& page, std::string_view words) {
  const std::string open =
      "<button type=\"button\" class=\"sort\" title=\"" + std::string(words) + "\">";
  constexpr std::string_view close = "</button>";
  for (std::size_t at = 0; (at = page.find(open, at)) != page.npos;) {
    const std::size_t end = page.find('<', at + open.size());
    if (end == page.npos || !std::string_view(page).substr(end).starts_with("</button></th>")) {
      at += open.size();
      continue;
    }
    page.erase(end, close.size());
    page.erase(at, open.size());
  }
}

std::size_t count_of(std::string_view text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += what.size()) ++count;
  return count;
}

/// What a page says, without its tags.
std::string words_of(std::string_view page) {
  std::string words;
  for (std::size_t at = page.find("<body"); at < page.size();) {
    const std::size_t tag = page.find('<', at);
    words += page.substr(at, tag - at);
    at = tag == page.npos ? tag : page.find('>', tag);
    at = at == page.npos ? at : at + 1;
  }
  return words;
}

/// Takes out the line above a long table where one filters and folds it. It says how many rows the
/// table has and what it is called: only where that is so it is the script's.
void take_out_tools(std::string& page, std::string_view body) {
  const std::string find(attribute_of(body, "data-find"));
  const std::string open =
      "<p class=\"tools\"><input type=\"search\" placeholder=\"" + find + "\" aria-label=\"" + find;
  const std::string rows(attribute_of(body, "data-rows"));
  const std::string fold(attribute_of(body, "data-fold"));
  std::string words;
  for (std::size_t at = 0; (at = page.find(open, at)) != page.npos;) {
    if (words.empty()) words = words_of(page);
    const std::size_t from = at + open.size();
    const std::string name = page.substr(from, page.find('"', from) - from);
    const std::size_t table = page.find("<tbody>", from);
    const std::size_t end = page.find("</tbody>", from);
    const bool is_named = name.empty() || (name.size() > 1 && name[0] == ' ' &&
                                           words.find(name.substr(1)) != words.npos);
    if (table > end || end == page.npos || !is_named) {
      at = from;
      continue;
    }
    const std::size_t count = count_of(std::string_view(page).substr(table, end - table), "<tr");
    const std::string whole = open + name + "\"> <output>" + std::to_string(count) + " " + rows +
                              "</output> <button type=\"button\" aria-expanded=\"true\">" + fold +
                              "</button></p>";
    if (std::string_view(page).substr(at).starts_with(whole)) {
      page.erase(at, whole.size());
    } else {
      at = from;
    }
  }
}

}  // namespace

std::string without_transport(std::string_view text) {
  text = base::without_mark(text);
  std::string result;
  const auto end_line = [&] {
    while (result.ends_with(' ') || result.ends_with('\t')) result.pop_back();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool line_end = text[i] == '\n' || text[i] == '\r';
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
    if (line_end) end_line();
    result += line_end ? '\n' : text[i];
  }
  end_line();
  return result;
}

std::string markdown_as_written(std::string_view text) {
  std::string result;
  const std::string plain = without_transport(text);
  for (const std::string_view line : base::lines_of(plain)) {
    // Blanks before a line make it another block.
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    result += line.substr(0, indent);
    result += base::with_single_blanks(std::string(line.substr(indent)));
  }
  return result;
}

std::string page_as_written(std::string_view given) {
  std::string text = without_transport(given);
  constexpr std::string_view doctype = "<!DOCTYPE html>";
  constexpr std::string_view saved_from = "<!-- saved from url=(";
  if (text.starts_with(doctype)) {
    close_up(text, 0);
    const std::string_view behind = std::string_view(text).substr(doctype.size());
    const std::size_t end = behind.find('>');
    if (behind.starts_with(saved_from) && behind.substr(0, end + 1).ends_with("-->")) {
      text.erase(doctype.size(), end + 1);
    }
  }
  std::string page;
  std::string body;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '<') {
      std::string words = text.substr(at, text.find('<', at) - at);
      at += words.size();
      base::replace_all(words, "&nbsp;", " ");
      base::replace_all(words, "&#39;", "'");
      base::replace_all(words, "&quot;", "\"");
      page += base::with_single_blanks(std::move(words));
      continue;
    }
    const std::size_t end = std::min(text.find('>', at), text.size() - 1);
    std::string tag = text.substr(at, end - at + 1);
    at = end + 1;
    if (tells_charset(tag)) {
      if (page.ends_with('\n')) page.pop_back();
      continue;
    }
    base::replace_all(tag, "&#39;", "'");
    if (tag.starts_with("<body")) body = tag;
    page += closed(tag);
    // What stands in these is no text: a blank may be one that the page shows.
    const std::string_view close = tag.starts_with("<style")    ? "</style>"
                                   : tag.starts_with("<script") ? "</script>"
                                                                : "";
    if (close.empty()) continue;
    const std::size_t behind = std::min(text.find(close, at), text.size());
    page += std::string_view(text).substr(at, behind - at);
    at = behind;
  }
  close_up(page, page.find("<html"));
  close_up(page, page.find("<head>"));
  close_up(page, page.rfind("</body>"));
  close_up(page, page.rfind("</html>"));
  if (!attribute_of(body, "data-sort").empty()) {
    take_out_sorting(page, attribute_of(body, "data-sort"));
    take_out_tools(page, body);
  }
  return page;
}

}  // namespace taizhang::render
