// SPDX-License-Identifier: MIT
#include "edit/place.h"

#include <doctest/doctest.h>

#include "edit/change.h"

namespace edit_place_test {

using namespace taizhang;
using edit::Path;
using edit::Value;

TEST_SUITE_BEGIN("edit");

namespace {

const Value reading = Value::map({{"id", Value::text("r3")}, {"value", Value::plain("3")}});
const Path indicator{std::string("indicators"), std::size_t{0}};

std::string made(const std::string& text, const edit::Places::Edits& edits) {
  return edits ? edit::edited(text, *edits) : "refused";
}

std::string with_reading(const std::string& text) {
  return made(
      text, edit::Places(text, 0).add(indicator, "readings", reading, {"id", "readings", "note"}));
}

std::string with_due(const std::string& text) {
  return made(text,
              edit::Places(text, 0).set({}, "due", Value::plain("2024-12-31"), {"title", "due"}));
}

std::string without(const std::string& text, const Path& path) {
  return made(text, edit::Places(text, 0).remove(path));
}

}  // namespace

TEST_CASE("An item goes into a list that is missing, empty, in brackets or on lines") {
  CHECK(with_reading("indicators:\n  - id: a   # one\n    note: x\n") ==
        "indicators:\n  - id: a   # one\n    readings:\n      - {id: r3, value: 3}\n    note: x\n");
  CHECK(with_reading("indicators:\n  - id: a\n    readings:   # none yet\n    note: x\n") ==
        "indicators:\n  - id: a\n    readings:   # none yet\n      - {id: r3, value: 3}\n    note: "
        "x\n");
  CHECK(with_reading("indicators:\n  - id: a\n    readings: []  # none\n") ==
        "indicators:\n  - id: a\n    readings: [{id: r3, value: 3}]  # none\n");
  CHECK(with_reading("indicators:\n  - id: a\n    readings: [{id: r1}, {id: r2}]\n") ==
        "indicators:\n  - id: a\n    readings: [{id: r1}, {id: r2}, {id: r3, value: 3}]\n");
  CHECK(with_reading(
            "indicators:\n  - id: a\n    readings: [\n      {id: r1},\n      {id: r2},\n    ]\n") ==
        "indicators:\n  - id: a\n    readings: [\n      {id: r1},\n      {id: r2},\n      {id: r3, "
        "value: "
        "3},\n    ]\n");
  CHECK(
      with_reading(
          "indicators:\n  - id: a\n    readings:\n    - {id: r1} # first\n    # end\nnote: y\n") ==
      "indicators:\n  - id: a\n    readings:\n    - {id: r1} # first\n    - {id: r3, value: 3}\n   "
      " # "
      "end\nnote: y\n");
  CHECK(with_reading("indicators:\n  - id: a\n    readings:\n      - id: r1\n        value: 1\n") ==
        "indicators:\n  - id: a\n    readings:\n      - id: r1\n        value: 1\n      - id: r3\n "
        "       "
        "value: 3\n");
  CHECK(with_reading("indicators: [{id: a}]\n") ==
        "indicators: [{id: a, readings: [{id: r3, value: 3}]}]\n");
}

TEST_CASE("A remark stays with the entry behind which it stands") {
  CHECK(with_reading("indicators:\n  - id: a\n    readings: [\n      {id: r1},\n      {id: r2} # "
                     "two\n    ]\n") ==
        "indicators:\n  - id: a\n    readings: [\n      {id: r1},\n      {id: r2}, # two\n      "
        "{id: r3, value: 3}\n    ]\n");
  CHECK(with_reading("indicators:\n  - id: a\n    readings: [\n      {id: r2}, # two\n    ]\n") ==
        "indicators:\n  - id: a\n    readings: [\n      {id: r2}, # two\n      {id: r3, value: "
        "3},\n    ]\n");
  CHECK(with_reading("indicators:\n  - id: a\n    readings: [{id: r2} # two\n    ]\n") ==
        "indicators:\n  - id: a\n    readings: [{id: r2}, # two\n               {id: r3, value: "
        "3}\n    ]\n");
  CHECK(with_reading("indicators:\n  - id: a\n    readings: [ # none\n    ]\n") ==
        "indicators:\n  - id: a\n    readings: [ # none\n      {id: r3, value: 3}\n    ]\n");
  CHECK(with_reading("indicators:\r\n  - id: a\r\n    readings: [\r\n    ]\r\n") ==
        "indicators:\r\n  - id: a\r\n    readings: [\r\n      {id: r3, value: 3}\r\n    ]\r\n");
}

TEST_CASE("A dash may stand by itself, its entry below it") {
  CHECK(with_reading("indicators:\n  - id: a\n    readings:\n      -\n        id: r1\n        "
                     "value: 1\n") ==
        "indicators:\n  - id: a\n    readings:\n      -\n        id: r1\n        value: 1\n      "
        "- id: r3\n        value: 3\n");
  CHECK(with_reading("indicators:\n  -   # first\n    id: a\n    readings:\n    - # one\n      "
                     "{id: r1}\n") ==
        "indicators:\n  -   # first\n    id: a\n    readings:\n    - # one\n      {id: r1}\n    - "
        "{id: r3, value: 3}\n");
}

TEST_CASE("A key that is new takes the place that it has among the others") {
  const auto with_day = [](const std::string& text) {
    return made(text, edit::Places(text, 0).set({std::string("changes"), std::size_t{0}},
                                                "effective", Value::plain("2024-07-01"),
                                                {"id", "requested", "effective", "field", "to"}));
  };
  CHECK(with_day("changes:\n  - {id: c1, requested: 2024-06-01, field: due, to: x} # asked\n") ==
        "changes:\n  - {id: c1, requested: 2024-06-01, effective: 2024-07-01, field: due, to: x} # "
        "asked\n");
  CHECK(with_day("changes: [{field: due}]\n") ==
        "changes: [{effective: 2024-07-01, field: due}]\n");
  CHECK(with_day("changes:\n  - {id: c1, # first\n     field: due}\n") ==
        "changes:\n  - {id: c1, # first\n     effective: 2024-07-01,\n     field: due}\n");
  CHECK(with_day("changes:\n  - id: c1\n    field: due\n") ==
        "changes:\n  - id: c1\n    effective: 2024-07-01\n    field: due\n");
  CHECK(with_day("changes:\n  - field: due\n") ==
        "changes:\n  - effective: 2024-07-01\n    field: due\n");
}

TEST_CASE("Line ends stay what they are, and a last line without one stays so") {
  CHECK(with_reading("indicators:\r\n  - id: a\r\n") ==
        "indicators:\r\n  - id: a\r\n    readings:\r\n      - {id: r3, value: 3}\r\n");
  // One line of another system is no model for the rest.
  CHECK(with_reading("item: 1\r\nsection: 1\nindicators:\n  - id: a\n") ==
        "item: 1\r\nsection: 1\nindicators:\n  - id: a\n    readings:\n      - {id: r3, value: "
        "3}\n");
  CHECK(with_reading("item: 1\nsection: 1\r\nindicators:\r\n  - id: a\r\n") ==
        "item: 1\nsection: 1\r\nindicators:\r\n  - id: a\r\n    readings:\r\n      - {id: r3, "
        "value: 3}\r\n");
  CHECK(with_reading("indicators:\n  - id: a") ==
        "indicators:\n  - id: a\n    readings: [{id: r3, value: 3}]");
}

TEST_CASE("A key gets a value in the place of the one it has") {
  CHECK(with_due("title: x\nlead: [a]\n") == "title: x\ndue: 2024-12-31\nlead: [a]\n");
  CHECK(with_due("due: 2023-12-31  # as decided\n") == "due: 2024-12-31  # as decided\n");
  CHECK(with_due("due: '2023-12-31'\n") == "due: '2024-12-31'\n");
  CHECK(with_due("due:\nlead: [a]\n") == "due: 2024-12-31\nlead: [a]\n");
  CHECK(with_due("due: [a,\n  b]\nlead: c\n") == "due: 2024-12-31\nlead: c\n");
  CHECK(with_due("due: |\n  a\n  b\nlead: c\n") == "due: 2024-12-31\nlead: c\n");
  CHECK(with_due("due:\n  - a\n  - b\nlead: c\n") == "due: 2024-12-31\nlead: c\n");
  CHECK(with_due("due: one\n  two\nlead: c\n") == "due: 2024-12-31\nlead: c\n");
  CHECK(with_due("{title: x}\n") == "{title: x, due: 2024-12-31}\n");
}

TEST_CASE("A key or an item goes with its line or its comma") {
  CHECK(without("a: 1\nb:\n  - x\nc: 3\n", {std::string("b")}) == "a: 1\nc: 3\n");
  CHECK(without("l:\n  - id: a\n    b: 2\n",
                {std::string("l"), std::size_t{0}, std::string("id")}) == "l:\n  - b: 2\n");
  CHECK(without("l:\n  - a\n  - b # B\n  - c\n", {std::string("l"), std::size_t{1}}) ==
        "l:\n  - a\n  - c\n");
  CHECK(without("l:\n  - a\n", {std::string("l"), std::size_t{0}}) == "l: []\n");
  CHECK(without("l: [a, b, c]\n", {std::string("l"), std::size_t{2}}) == "l: [a, b]\n");
  CHECK(without("l: {a: 1, b: 2}\n", {std::string("l"), std::string("a")}) == "l: {b: 2}\n");
}

TEST_CASE("What is not there, has another shape or cannot be read is refused") {
  const std::string text = "a: 1\n";
  const edit::Places places(text, 0);
  CHECK_FALSE(places.add({std::string("b")}, "c", reading));
  CHECK_FALSE(places.add({}, "a", reading));
  CHECK_FALSE(places.remove({std::string("b")}));
  const std::string broken = "a: \"1\n";
  CHECK_FALSE(edit::Places(broken, 0).set({}, "b", Value::plain("1")));
}

TEST_CASE("Texts get quotes where they need them") {
  for (const char* text : {"", "2024", "a: b", "x #y", "[a]", "true", "- a", "\"", "a\nb", " a"}) {
    CAPTURE(text);
    CHECK(edit::scalar(text).starts_with('"'));
  }
  CHECK(edit::scalar("甲局") == "甲局");
  CHECK(edit::on_one_line(Value::list({Value::text("甲"), Value::text("a, b")})) ==
        "[甲, \"a, b\"]");
}

TEST_SUITE_END();

}  // namespace edit_place_test
