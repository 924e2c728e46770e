#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Hold `taizhang schema` against a validator that others wrote, and against `check`.

    python3 tests/schema/validate.py build/dev/taizhang SOURCE_DIR

The schemas must be valid draft-07. Every file of the real ledger, of the ledgers of the tests and
of an example ledger must pass. Of the cases of the rules, what the reader of files refuses must be
refused on the same line, and all else must pass. Hand-written faults must be found where they are.
"""
import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import jsonschema
    import yaml
except ImportError as missing:
    sys.exit(f"{missing}: install the Debian packages python3-jsonschema and python3-yaml")

KINDS = ("plan", "task", "units")
# Files that are no clean YAML never come to a schema, nor do files that belong to no plan; tabs
# between words are none to PyYAML, and of W09 its readings of YAML know only some.
OF_NO_FILE = ("E01", "E02", "E03", "E04", "E05", "E06", "E15", "W06", "W09")
# Keys, shapes, missing and empty values, numbers, dates, words, the version of the format.
OF_THE_READER = ("E07", "E08", "E09", "E10", "E11", "E12", "E13", "E14")
# Faults that only the text shows, which `check` reads: YAML makes a good value of it.
BEYOND_A_SCHEMA = {
    "E10/bad-3-reading",  # no value at all is null
    "E11/bad-10",  # 3.
    "E11/bad-11",  # .5
    "E11/bad-5",  # 1e3
    "E11/bad-6",  # 03
    "E11/bad-7",  # 3.1234567
    "E11/bad-9",  # +3
    "E13/bad-9-capital",  # True
}
# One such fault beside another that a schema sees.
BEYOND_IN_PART = {"E40/bad-2-neighbours"}
# Good texts that a schema refuses.
ONLY_THE_SCHEMA = {
    "E14/good/002-kindergartens.yaml",  # schema: "1", which as a constant has to be a number
}


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 core, as editors read it: no dates, no yes and no, no numbers to the base 60."""

    yaml_implicit_resolvers = {}


def resolve(tag, pattern, first):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^({pattern})$"), first)


resolve("null", "~|null|Null|NULL|", ["~", "n", "N", ""])
resolve("bool", "true|True|TRUE|false|False|FALSE", list("tTfF"))
resolve("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789"))
resolve(
    "float",
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
    list("-+.0123456789"),
)


def whole_number(loader, node):
    return int(node.value, 0 if node.value[:2] in ("0o", "0x") else 10)


CoreLoader.add_constructor("tag:yaml.org,2002:int", whole_number)


class Checks:
    """Counts what was looked at and prints what was wrong."""

    def __init__(self):
        self.count, self.wrong = 0, 0

    def that(self, holds, what):
        self.count += 1
        if not holds:
            self.wrong += 1
            print(what)


def kind_of(path):
    return {"plan.yaml": "plan", "units.yaml": "units"}.get(path.name, "task")


def errors_of(validators, path):
    value = yaml.load(path.read_text(encoding="utf-8"), CoreLoader)
    errors = list(validators[kind_of(path)].iter_errors(value))
    # Where a key is unknown, `check` takes it for the one that is missing; a schema knows no better
    # than to name both.
    places = [e.absolute_path for e in errors if e.validator == "additionalProperties"]
    # A key may stand in English or in Chinese: what is required is an `anyOf` of both.
    return [e for e in errors
            if e.validator not in ("required", "anyOf") or e.absolute_path not in places]


def words_of(errors):
    return [f"{list(e.absolute_path)} {e.validator}: {e.message[:80]}" for e in errors]


def lines_of(error, root):
    """The lines, from 1, where an editor may draw the red line: the value, its key, a key in it."""
    node, lines = root, {1 if root is None else root.start_mark.line + 1}
    for step in error.absolute_path:
        if isinstance(step, int):
            node = node.value[step]
            lines = {node.start_mark.line + 1}
        else:
            key, node = next(pair for pair in node.value if pair[0].value == step)
            lines = {key.start_mark.line + 1, node.start_mark.line + 1}
    if error.validator == "additionalProperties":
        known = error.schema["properties"]
        lines = {k.start_mark.line + 1 for k, _ in node.value if k.value not in known}
    return lines


def check_schemas(schemas, checks):
    for kind in KINDS:
        jsonschema.Draft7Validator.check_schema(schemas[kind])
        checks.that(schemas[kind]["$id"].startswith("urn:"), f"{kind}: $id is no urn")


def check_ledgers(taizhang, source, validators, checks):
    with tempfile.TemporaryDirectory() as name:
        example = pathlib.Path(name, "example")
        command = [taizhang, "example", str(example), "--plans", "2", "--seed", "7"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        for folder, least in (
            (source / "tasks", 87),
            (source / "tests/cases/ledgers", 9),
            (source / "tests/cases/readme", 0),
            (example, 100),
        ):
            # What a ledger must give stands beside it and is no part of it.
            files = sorted(f for f in folder.rglob("*.yaml") if f.name != "expected.yaml")
            checks.that(len(files) >= least, f"{folder}: only {len(files)} files")
            for path in files if least else []:
                errors = errors_of(validators, path)
                checks.that(not errors, f"{path}: {words_of(errors)}")


def check_case(case, name, validators, checks):
    """What the reader finds in a case is refused on the line that `check` names, no more."""
    expected = {}
    expect = case / "expect"
    for line in expect.read_text(encoding="utf-8").splitlines() if expect.exists() else []:
        # The name of a file may have blanks.
        path, row, code = re.match(r"(.+):(\d+):\d+ (\w+)", line).groups()
        if code in OF_THE_READER:
            expected.setdefault(path, set()).add(int(row))
    for path in sorted(case.rglob("*.yaml")):
        errors = errors_of(validators, path)
        rows = expected.get(str(path.relative_to(case)), set())
        root = yaml.compose(path.read_text(encoding="utf-8"), CoreLoader)
        found = [lines_of(error, root) for error in errors]
        if name in BEYOND_A_SCHEMA:
            checks.that(not errors, f"{name} is found after all: {words_of(errors)}")
        elif f"{name}/{path.name}" in ONLY_THE_SCHEMA:
            checks.that(errors, f"{name} passes after all")
        elif rows:
            met = all(any(row in lines for lines in found) for row in rows)
            checks.that(met, f"{name}: {sorted(rows)} wanted, {found} found: {words_of(errors)}")
            strays = [lines for lines in found if not lines & rows]
            checks.that(not strays, f"{name}: beside the point: {strays} {words_of(errors)}")
        else:
            checks.that(not errors, f"{name}: {path.name}: {words_of(errors)}")


def check_cases(source, validators, checks):
    seen = 0
    for rule in sorted((source / "tests/cases/rules").iterdir()):
        if rule.name in OF_NO_FILE:
            continue
        for case in sorted(rule.iterdir()):
            if f"{rule.name}/{case.name}" in BEYOND_IN_PART:
                continue
            seen += 1
            check_case(case, f"{rule.name}/{case.name}", validators, checks)
    checks.that(seen >= 150, f"only {seen} cases of rules")


TASK = {
    "schema": 1, "item": 14, "section": "2", "title": "名称", "due": "2023-12-31",
    "status": "in_progress", "lead": ["市工信局"], "share": {"市工信局": "0.6"},
    "indicators": [{
        "id": "piles", "name": "充电桩", "kind": "cumulative", "qualifier": "exactly",
        "commitment": "binding", "target": 27.34, "unit": "个",
        "trajectory": {"type": "step", "points": [{"date": "2023-06-30", "value": 9}]},
        "readings": [{"id": "r1", "date": "2023-06-30", "value": None, "parts": {"甲": 1}}],
    }],
    "changes": [{"id": "c1", "effective": "2023-08-02", "field": "lead", "from": ["甲"], "to": 3}],
    "progress": [{"date": "2023-08-02", "source": {"title": "来源"}}],
}  # fmt: skip
PLAN = {
    "schema": 1, "id": "2023", "title": "计划", "sections": [{"no": 1, "title": "板块"}],
    "period": {"start": "2023-01-01", "end": "2023-12-31"},
    "policies": [{"title": "文件", "date": 2022}, {"title": "文件", "date": "2022-08"}],
    "rules": {"stale": {"month": [45, 75]}, "light": {"rule": "ratio"}},
}  # fmt: skip
UNITS = {"schema": 1, "units": [{"name": "市科技局", "type": "government"}]}
GOOD = {"plan": PLAN, "task": TASK, "units": UNITS}
GONE = object()
INDICATOR, READING = ("indicators", 0), ("indicators", 0, "readings", 0)

# What is put where, and where (from there) which keyword has to refuse it. A missing or an unknown
# key is refused by the entity around it.
FAULTS = (
    ("task", ("statuss",), "closed", "additionalProperties"),
    ("task", (*INDICATOR, "qualifer"), "exactly", "additionalProperties"),
    ("task", (*READING, "vlaue"), 1, "additionalProperties"),
    ("task", ("progress", 0, "source", "link"), "http://a", "additionalProperties"),
    ("task", ("due",), GONE, "required"),
    ("task", (*INDICATOR, "kind"), GONE, "required"),
    ("task", (*READING, "value"), GONE, "required"),
    ("task", ("progress", 0, "source", "title"), GONE, "required"),
    ("task", ("status",), "in-progress", "enum"),
    ("task", ("status",), "推进", "enum"),
    ("task", (*INDICATOR, "trajectory", "type"), "line", "enum"),
    ("task", ("lead",), "市工信局", "type"),
    ("task", ("title",), ["名称"], "type"),
    ("task", ("title",), None, "type"),
    ("task", ("title",), 2023, "type"),
    ("task", ("title",), "", "minLength"),
    ("task", ("indicators",), {"id": "piles"}, "type"),
    ("task", ("indicators", 0), "piles", "type"),
    ("task", ("mechanism",), "yes", "pattern"),
    ("task", ("mechanism",), 1, "type"),
    ("task", ("share", "市工信局"), "六成", "pattern"),
    ("task", (*READING, "parts", "甲"), None, "type"),
    ("task", (*INDICATOR, "target"), "221个", "pattern"),
    ("task", (*INDICATOR, "target"), "1,200", "pattern"),
    ("task", (*INDICATOR, "target"), "0.1234567", "pattern"),
    ("task", (*INDICATOR, "target"), 1234567890123, "exclusiveMaximum"),
    ("task", (*INDICATOR, "target"), None, "type"),
    ("task", ("item",), 0, "minimum"),
    ("task", ("item",), 1.5, "type"),
    ("task", ("item",), "14号", "pattern"),
    ("task", ("section",), -1, "minimum"),
    ("task", ("section",), 1000001, "maximum"),
    ("task", ("schema",), 2, "const"),
    ("task", ("due",), "2023-8-2", "pattern"),
    ("task", ("due",), "2023-06-31", "pattern"),
    ("task", ("due",), "2023年8月2日", "pattern"),
    ("task", ("due",), 2023, "type"),
    ("task", (*READING, "date"), "3023-08-02", "pattern"),
    ("task", ("changes", 0, "from"), None, "anyOf"),
    ("task", ("changes", 0, "from"), {"a": 1}, "anyOf"),
    ("task", ("changes", 0, "to"), [["甲"]], "anyOf"),
    ("plan", ("id",), 2023, "type"),
    ("plan", ("sections",), GONE, "required"),
    ("plan", ("period",), "2023", "type"),
    ("plan", ("period", "end"), GONE, "required"),
    ("plan", ("policies", 0, "date"), 1800, "minimum"),
    ("plan", ("policies", 0, "date"), "2022-13", "pattern"),
    ("plan", ("rules", "stale", "month"), 45, "type"),
    ("plan", ("rules", "light", "gren"), 0.9, "additionalProperties"),
    ("plan", ("holidays",), ["2023-10-1"], "pattern"),
    ("units", ("units", 0, "type"), "bureau", "enum"),
    ("units", ("units", 0, "name"), GONE, "required"),
    ("units", ("units", 0, "valid"), {"from": "2019"}, "pattern"),
)


def put(document, path, value):
    for step in path[:-1]:
        document = document[step]
    if value is GONE:
        del document[path[-1]]
    else:
        document[path[-1]] = value


def check_faults(validators, checks):
    for kind in KINDS:
        errors = list(validators[kind].iter_errors(GOOD[kind]))
        checks.that(not errors, f"{kind}: {words_of(errors)}")
    for kind, path, value, keyword in FAULTS:
        document = copy.deepcopy(GOOD[kind])
        put(document, path, value)
        errors = list(validators[kind].iter_errors(document))
        place = path[:-1] if keyword in ("additionalProperties", "required") else path
        hits = [e for e in errors if tuple(e.absolute_path)[: len(place)] == place]
        wanted = (keyword, "anyOf") if keyword == "required" else (keyword,)
        found = any(e.validator in wanted for e in hits)
        what = f"{kind} {path} {value!r}: {keyword} wanted, found {words_of(errors)}"
        checks.that(found and len(hits) == len(errors), what)


def main():
    taizhang, source = sys.argv[1], pathlib.Path(sys.argv[2])
    checks = Checks()
    for language in ("zh", "en"):
        schemas = {}
        for kind in KINDS:
            command = [taizhang, "schema", kind, "--lang", language]
            schemas[kind] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        check_schemas(schemas, checks)
        dates = jsonschema.FormatChecker(formats=["date"])
        validators = {k: jsonschema.Draft7Validator(schemas[k], format_checker=dates) for k in KINDS}
        check_faults(validators, checks)
    # The languages differ in words only (a unit test says so): once is enough.
    check_ledgers(taizhang, source, validators, checks)
    check_cases(source, validators, checks)
    print(f"{checks.count} checks, {checks.wrong} wrong")
    return 1 if checks.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
