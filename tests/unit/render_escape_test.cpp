// SPDX-License-Identifier: MIT
#include "render/escape.h"

#include <doctest/doctest.h>

#include <string>

namespace render_escape_test {

using namespace taizhang;
using render::escape_github;
using render::escape_github_property;
using render::escape_html;
using render::escape_markdown;
using render::escape_uri_path;
using render::escape_xml;

namespace {

/// The first character that is not a blank.
char first_shown(const std::string& text) {
  const std::size_t at = text.find_first_not_of(' ');
  return at == std::string::npos ? ' ' : text[at];
}

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("Plain text passes through Markdown as it is") {
  CHECK(escape_markdown("新增 221 个公共充电桩，占 57.01%（城区 3 处）。") ==
        "新增 221 个公共充电桩，占 57.01%（城区 3 处）。");
  CHECK(escape_markdown("").empty());
  CHECK(escape_markdown("-8").find('8') != std::string::npos);
}

TEST_CASE("Marks of Markdown and of HTML become their own picture") {
  CHECK(escape_markdown("<script>alert(1)</script>") == R"(\<script\>alert(1)\</script\>)");
  CHECK(escape_markdown("a|b") == R"(a\|b)");
  CHECK(escape_markdown("*a* _b_ `c` ~~d~~") == R"(\*a\* \_b\_ \`c\` \~\~d\~\~)");
  CHECK(escape_markdown("[a](javascript:x)") == R"(\[a\](javascript:x))");
  CHECK(escape_markdown("![a](b)") == R"(\!\[a\](b))");
  CHECK(escape_markdown("&lt;") == R"(\&lt;)");
  CHECK(escape_markdown(R"(a\)") == R"(a\\)");
  CHECK(escape_markdown(R"(\|)") == R"(\\\|)");
  CHECK(escape_markdown("$x$") == R"(\$x\$)");
}

TEST_CASE("A line end or another control character cannot begin a new row") {
  CHECK(escape_markdown("a\nb") == "a b");
  CHECK(escape_markdown("a\r\nb") == "a  b");
  CHECK(escape_markdown("a\tb\x1b[31m") == R"(a b \[31m)");
}

TEST_CASE("What steers a terminal or turns the text round is a blank in Markdown too") {
  CHECK(escape_markdown("甲\u009B31m乙\u202E丙") == "甲 31m乙 丙");
}

TEST_CASE("A bare address does not become a link") {
  CHECK(escape_markdown("https://a.example/x") == "https&#58;//a.example/x");
  CHECK(escape_markdown("www.a.example").find("www.") == std::string::npos);
}

TEST_CASE("Text at the start of a line begins no list, heading, quote or rule") {
  CHECK(escape_markdown("- a") == R"(\- a)");
  CHECK(escape_markdown("+ a") == R"(\+ a)");
  CHECK(escape_markdown("# a") == R"(\# a)");
  CHECK(escape_markdown("### a") == R"(\### a)");
  CHECK(escape_markdown("> a") == R"(\> a)");
  CHECK(escape_markdown("1. a") == R"(1\. a)");
  CHECK(escape_markdown("12) a") == R"(12\) a)");
  CHECK(escape_markdown("---") == R"(\---)");
  CHECK(escape_markdown("- - -") == R"(\- - -)");
  CHECK(escape_markdown("===") == R"(\===)");
  CHECK(escape_markdown("-") == R"(\-)");
  CHECK(escape_markdown("1.") == R"(1\.)");
}

TEST_CASE("Amounts and decimals at the start of a line are left as they are") {
  CHECK(escape_markdown("27.34 公里") == "27.34 公里");
  CHECK(escape_markdown("-8 个") == "-8 个");
  CHECK(escape_markdown("+32 个") == "+32 个");
}

TEST_CASE("Blanks before a mark do not bring the list or heading back") {
  // Markdown allows up to three blanks before any of them.
  CHECK(first_shown(escape_markdown(" - a")) == '\\');
  CHECK(first_shown(escape_markdown("  # a")) == '\\');
  CHECK(first_shown(escape_markdown("\n- a")) == '\\');
  CHECK(escape_markdown("   1. a").find("1. ") == std::string::npos);
}

TEST_CASE("A control character after a mark is a blank in the result and so makes no list") {
  CHECK(first_shown(escape_markdown("-\ta")) == '\\');
  CHECK(first_shown(escape_markdown("#\na")) == '\\');
  CHECK(escape_markdown("1.\ta").find("1. ") == std::string::npos);
}

TEST_CASE("Four blanks at the start do not make a block of code") {
  CHECK_FALSE(escape_markdown("    a").starts_with("    "));
}

TEST_CASE("Text is inert in HTML, in elements and in attributes") {
  CHECK(escape_html("<script>alert('1')</script>") ==
        "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;");
  CHECK(escape_html(R"(" onclick="x)") == "&quot; onclick=&quot;x");
  CHECK(escape_html("&lt;") == "&amp;lt;");
  CHECK(escape_html("甲\u202E乙") == "甲 乙");
  CHECK(escape_html("新增 221 个 | a*b*") == "新增 221 个 | a*b*");
  CHECK(escape_html("").empty());
}

TEST_CASE("Control characters are blanks in HTML, line ends stay") {
  CHECK(escape_html("a\nb") == "a\nb");
  CHECK(escape_html("a\x1b[31mb\x7F") == "a [31mb ");
  CHECK(escape_html(std::string_view("a\0b", 3)) == "a b");
}

TEST_CASE("XML holds only what XML may hold, and an attribute keeps its line ends") {
  CHECK(escape_xml("<a href=\"x\" b='y'>&amp;]]>") ==
        "&#60;a href=&#34;x&#34; b=&#39;y&#39;&#62;&#38;amp;]]&#62;");
  CHECK(escape_xml("汉字\U00020000 a") == "汉字\U00020000 a");
  CHECK(escape_xml("a\tb\r\nc") == "a&#9;b&#13;&#10;c");
  CHECK(escape_xml(std::string_view("a\0b", 3)) == "a\uFFFDb");
  CHECK(escape_xml("\x1b[31m\x08") == "\uFFFD[31m\uFFFD");
  CHECK(escape_xml("\uFFFE\uFFFF\uFFFD") == "\uFFFD\uFFFD\uFFFD");
  // Bytes that are no UTF-8: a lone one, a surrogate, a character cut short.
  CHECK(escape_xml("a\xFF") == "a\uFFFD");
  CHECK(escape_xml("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
  CHECK(escape_xml("\xE6\xB1") == "\uFFFD\uFFFD");
}

TEST_CASE("A path becomes the path of a URI, byte for byte") {
  CHECK(escape_uri_path("tasks/2023/014-piles_v1.~.yaml") == "tasks/2023/014-piles_v1.~.yaml");
  CHECK(escape_uri_path("任务/a b.yaml") == "%E4%BB%BB%E5%8A%A1/a%20b.yaml");
  CHECK(escape_uri_path("a:b?c#d%e[f]\\\n") == "a%3Ab%3Fc%23d%25e%5Bf%5D%5C%0A");
  CHECK(escape_uri_path("\xFF") == "%FF");
}

TEST_CASE("A workflow command ends where it is to end") {
  CHECK(escape_github("50% a:b,c\n::error::x\n") == "50%25 a:b,c%0A::error::x%0A");
  CHECK(escape_github("a\r\nb") == "a %0Ab");
  CHECK(escape_github("\x1b[31m\u202E") == " [31m ");
  CHECK(escape_github_property("a:b,c%\n::d") == "a%3Ab%2Cc%25%0A%3A%3Ad");
  CHECK(escape_github_property("汉字\xFF") == "汉字\uFFFD");
  CHECK(escape_github("").empty());
}

TEST_SUITE_END();

}  // namespace render_escape_test
