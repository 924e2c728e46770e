// SPDX-License-Identifier: MIT
#include "render/template.h"

#include <doctest/doctest.h>

#include "base/fatal.h"
#include "render/escape.h"
#include "render/json_text.h"

namespace render_template_test {

using namespace taizhang;
using base::Language;
using render::fill_template;
using render::Json;
using render::Templates;
using words::Words;

namespace {

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

std::string filled(const std::string& text, const Json& view,
                   render::Escape escape = render::escape_html) {
  return fill_template({{"main.mustache", text}}, "main.mustache", view, Words(Language::zh),
                       escape);
}

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("Values of a view stand where the template names them") {
  CHECK(filled("{{title}}: {{done}} of {{all}}, {{a.b}}",
               {{"title", "甲"}, {"done", 3}, {"all", 27.34}, {"a", {{"b", "深"}}}}) ==
        "甲: 3 of 27.34, 深");
}

TEST_CASE("Each value is put through the escape of the format, the template is not") {
  CHECK(filled("<b>{{x}}</b>", {{"x", "<i>"}}) == "<b>&lt;i&gt;</b>");
  CHECK(filled("abc {{x}}", {{"x", "def"}}, upper) == "abc DEF");
  CHECK(filled("{{#rows}}{{.}};{{/rows}}", {{"rows", {"<", "&"}}}) == "&lt;;&amp;;");
}

TEST_CASE("Data that looks like a template is data") {
  CHECK(filled("{{x}}", {{"x", "{{y}}"}, {"y", "secret"}}) == "{{y}}");
  CHECK(filled("{{x}}", {{"x", "{{> other}}"}}) == "{{&gt; other}}");
}

TEST_CASE("A list is gone through, an empty one shows its opposite") {
  const std::string text = "{{#rows}}[{{name}}]{{/rows}}{{^rows}}none{{/rows}}";
  CHECK(filled(text, {{"rows", {{{"name", "a"}}, {{"name", "b"}}}}}) == "[a][b]");
  CHECK(filled(text, {{"rows", Json::array()}}) == "none");
}

TEST_CASE("True, false, null and the empty text decide about sections") {
  const std::string text = "{{#x}}yes{{/x}}{{^x}}no{{/x}}";
  CHECK(filled(text, {{"x", true}}) == "yes");
  CHECK(filled(text, {{"x", "甲"}}) == "yes");
  CHECK(filled(text, {{"x", false}}) == "no");
  CHECK(filled(text, {{"x", nullptr}}) == "no");
  CHECK(filled(text, {{"x", ""}}) == "no");
  CHECK(filled(text, Json::object()) == "no");
}

TEST_CASE("A zero is a figure, not nothing") {
  CHECK(filled("{{#x}}{{x}}{{/x}}{{^x}}none{{/x}}", {{"x", 0}}) == "0");
}

TEST_CASE("Words stand at w, in the language of the report and with the user's own") {
  const Templates templates{{"main.mustache", "{{w.field.plan}}"}};
  const auto said = [&](const Words& words) {
    return fill_template(templates, "main.mustache", Json::object(), words, render::escape_html);
  };
  CHECK(said(Words(Language::zh)) == "计划");
  CHECK(said(Words(Language::en)) == "Plan");
  CHECK(said(Words(Language::zh, {{"field.plan", "编码"}})) == "编码");
}

TEST_CASE("Another template is included by its name without the ending") {
  const Templates templates{{"main.md.mustache", "a {{> row.md}} c"},
                            {"row.md.mustache", "<{{x}}>"}};
  CHECK(fill_template(templates, "main.md.mustache", {{"x", "&"}}, Words(Language::zh),
                      render::escape_html) == "a <&amp;> c");
}

TEST_CASE("A template with a syntax error is refused by name, as the user's mistake") {
  for (const char* text : {"{{#rows}}never closed", "{{/rows}}", "{{open"}) {
    CAPTURE(text);
    try {
      filled(text, {{"rows", true}});
      FAIL_CHECK("accepted");
    } catch (const base::Fatal& fatal) {
      CHECK(fatal.exit == base::Exit::usage);
      CHECK(fatal.message.in(Language::en).starts_with("the template main.mustache has an error"));
      CHECK_FALSE(fatal.help.empty());
    }
  }
}

TEST_CASE("A syntax error in an included template is refused too") {
  const Templates templates{{"main.mustache", "{{> part}}"}, {"part.mustache", "{{#x}}open"}};
  CHECK_THROWS_AS(fill_template(templates, "main.mustache", {{"x", true}}, Words(Language::zh),
                                render::escape_html),
                  base::Fatal);
}

TEST_CASE("The templates that are compiled in have no syntax error") {
  const Templates templates = render::embedded_templates();
  CHECK(templates.contains("page.html.mustache"));
  CHECK(templates.contains("blocks/table.html.mustache"));
  for (const auto& [name, text] : templates) {
    CAPTURE(name);
    CHECK_NOTHROW(
        fill_template(templates, name, Json::object(), Words(Language::zh), render::escape_html));
  }
}

TEST_SUITE_END();

}  // namespace render_template_test
