# SPDX-License-Identifier: MIT
"""Hold every format of `taizhang check` against its own schema.

    validate.py PROGRAM CASES

The ledgers are one of many plans, for each rule its bad case (CASES/rules/*/bad) laid over the sound
ledger, and one that is made here to be as hostile as a disk allows: names and texts with line ends,
escapes, markup, bytes that are not UTF-8, empty files. Needs Debian's python3-jsonschema and
libxml2-utils; no network.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    sys.exit("python3-jsonschema is missing: run `make deps`")

HERE = pathlib.Path(__file__).resolve().parent
TASK = """schema: 1
item: %d
section: 1
title: "<b>&amp; ]]> [a](https://example.org) \\e[31m \\u202e \\ufffe {0} `x` | 汉字"
lead: ["县\\"水务%%局\\n::error::x", 县水务局]
due: 2024-12-31
status: in_progress
indicators:
  - {id: a, name: 甲, kind: level, qualifier: exactly, commitment: strive, target: 5, unit: 个}
  - {id: a, name: 乙, kind: cumulative, qualifer: exactly, target: 1,000, unit: "\\u0001"}
"""


def hostile_ledger(sound, folder):
    """Faults of every kind, in files whose names are as bad as what is in them."""
    shutil.copytree(sound, folder / "tasks")
    plan = folder / "tasks" / "2024"
    names = [b"101-a\nb.yaml", b"102-\x1b[31m.yaml", b"103-\xff.yaml", b"104-%,:;=&<>\"'.yaml",
             "105-县 局\u202e\ufffe.yaml".encode(), b"106-]]>--.yaml"]
    for item, name in enumerate(names, 101):
        path = bytes(plan) + b"/" + name
        with open(path, "wb") as file:
            file.write((TASK % item).encode())
    (plan / "107-empty.yaml").write_bytes(b"")
    (plan / "108-binary.yaml").write_bytes(bytes(range(256)))
    (plan / "109-windows.yaml").write_bytes((TASK % 109).replace("\n", "\r\n").encode())
    (plan / "110-cut.yaml").write_bytes(b"schema: 1\nitem: 110\ntitle: \xe6\xb1")
    (plan / "111-nowhere.yaml").symlink_to("nothing")
    (plan / "112-none.yaml").write_text(
        "schema: 1\nitem: 112\nsection: 1\ntitle: 无指标\nlead: [县水务局]\n"
        "due: 2024-12-31\nstatus: in_progress", encoding="utf-8")


def ledgers(cases, scratch):
    sound = cases / "ledgers" / "linshui"
    hostile_ledger(sound, scratch / "hostile")
    yield scratch / "hostile"
    for bad in sorted(cases.glob("rules/*/bad/tasks")):
        folder = scratch / "rules" / "tasks" / bad.parent.parent.name
        shutil.copytree(sound, folder)
        shutil.copytree(bad, folder, dirs_exist_ok=True)
    yield scratch / "rules"
    shutil.copytree(sound, scratch / "sound" / "tasks")
    yield scratch / "sound"


def run(program, folder, arguments, language):
    done = subprocess.run([program, "check", "--lang", language] + arguments, cwd=folder,
                          capture_output=True, env={"PATH": "/usr/bin:/bin"}, check=False)
    assert done.returncode in (0, 1), (folder, arguments, done)
    return done.stdout


def schema(name):
    text = json.loads((HERE / name).read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(text)
    kind.check_schema(text)
    return kind(text)


SARIF = schema("sarif-2.1.0.json")
GITLAB = schema("gitlab-code-quality.json")
RDJSON = schema("rdjson.json")


def valid(validator, text):
    value = json.loads(text.decode("utf-8"))
    for error in validator.iter_errors(value):
        raise AssertionError("%s at %s" % (error.message, list(error.absolute_path)))
    return value


def check_sarif(text, findings):
    run_object = valid(SARIF, text)["runs"][0]
    rules = [rule["id"] for rule in run_object["tool"]["driver"]["rules"]]
    assert rules == sorted(set(finding["code"] for finding in findings)), rules
    results = run_object["results"]
    assert len(results) == len(findings)
    for result, finding in zip(results, findings):
        assert rules[result["ruleIndex"]] == result["ruleId"] == finding["code"]
        place = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"(file://)?([A-Za-z0-9._~/-]|%[0-9A-F]{2})+",
                            place["artifactLocation"]["uri"]), place
        region = place["region"]
        assert (region["startLine"], region["startColumn"]) <= (
            region["endLine"], region["endColumn"]), region
        assert len(result.get("relatedLocations", [])) == len(finding["related"])
        assert ("fixes" in result) == (finding["fix"] is not None)


def check_gitlab(text, findings):
    report = valid(GITLAB, text)
    prints = [row["fingerprint"] for row in report]
    assert len(set(prints)) == len(prints) == len(findings)


def check_rdjson(text, findings):
    assert len(valid(RDJSON, text)["diagnostics"]) == len(findings)


def check_junit(text, findings):
    done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", str(HERE / "junit.xsd"),
                           "-"], input=text, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    errors = sum(finding["severity"] == "error" for finding in findings)
    assert text.count(b"<failure ") == errors
    assert text.count(b"<skipped>") == len(findings) - errors


def check_json_lines(text, findings):
    lines = text.decode("utf-8").split("\n")
    assert lines.pop() == "" and [json.loads(line) for line in lines] == findings


def check_github(text, findings):
    lines = text.decode("utf-8").split("\n")
    assert lines.pop() == "" and len(lines) == len(findings)
    form = re.compile(r"::(error|warning) file=([^,:\x00-\x1f]+),line=\d+,endLine=\d+"
                      r"(,col=\d+,endColumn=\d+)?,title=[EW]\d+ [^,:]*::[^\x00-\x1f]+")
    kinds = [form.fullmatch(line)[1] for line in lines]
    assert kinds == sorted(kinds), "errors come first"


def check_json(text, findings):
    assert json.loads(text.decode("utf-8")) == findings


def check_text(text, findings):
    text.decode("utf-8")
    assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", text)
    assert text == b"" or findings or text.count(b"\n") == 1


FORMATS = {
    "concise": check_text,
    "full": check_text,
    "github": check_github,
    "gitlab": check_gitlab,
    "json": check_json,
    "json-lines": check_json_lines,
    "junit": check_junit,
    "rdjson": check_rdjson,
    "sarif": check_sarif,
}


def main():
    program, cases = sys.argv[1], pathlib.Path(sys.argv[2])
    unknown = subprocess.run([program, "check", "--format", "none-of-them", "--lang", "en"],
                             capture_output=True, check=False)
    known = unknown.stderr.decode().rstrip().split("known: ")[1].split(", ")
    assert known == list(FORMATS), known
    seen = {"error": 0, "warning": 0, "related": 0, "fix": 0}
    with tempfile.TemporaryDirectory() as scratch:
        for number, folder in enumerate(ledgers(cases, pathlib.Path(scratch))):
            # Both languages for the first, either for the rest.
            for language in ("zh", "en") if number == 0 else (("zh", "en")[number % 2],):
                findings = json.loads(run(program, folder, ["--format", "json"], language))
                for finding in findings:
                    seen[finding["severity"]] += 1
                    seen["related"] += bool(finding["related"])
                    seen["fix"] += finding["fix"] is not None
                for name, check in FORMATS.items():
                    try:
                        check(run(program, folder, ["--format", name], language), findings)
                    except Exception as problem:
                        sys.exit("%s, %s: %r" % (name, folder.name, problem))
    assert seen["error"] > 100 and seen["warning"] > 3 and seen["related"] > 5 and seen["fix"] > 5, seen
    print("valid in every format:", seen)


main()
