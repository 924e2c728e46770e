#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Read every export back with tools of others, and hold each cell against the JSON of `list`.

    python3 tests/export/read_back.py build/dev/taizhang SOURCE_DIR

The ledger has titles that a spreadsheet, XML or a terminal would take for something else. The
commands of README.md that load the CSV files into PostgreSQL run on a server of the test's own;
where PostgreSQL is not installed, the test says so and goes on.
"""
import csv
import glob
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).absolute()
DAY = ("--as-of", "2024-07-12", "--since", "2024-03-31")
EVIL = {
    2: ('"=cmd|\' /C calc\'!A0"', "=cmd|' /C calc'!A0"),
    4: ('"<w:p>&]]>"', "<w:p>&]]>"),
    5: ('"a_x0041_b <!-- \\"q\\" -->"', 'a_x0041_b <!-- "q" -->'),
    6: ('"@SUM(1)\\u202Ecba"', "@SUM(1)\u202ecba"),
}
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
counts = {}
failures = []


def check(what, is_right, detail=""):
    counts[what] = counts.get(what, 0) + 1
    if not is_right:
        failures.append(f"{what}: {detail}")


def run(*arguments, folder):
    done = subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"taizhang {' '.join(arguments)}: {done.returncode}\n{done.stderr}")
    return done.stdout


def ledger_in(folder):
    shutil.copytree(SOURCE / "tasks", folder / "tasks")
    other = SOURCE / "tests/cases/ledgers/linshui"
    shutil.copytree(other / "2024", folder / "tasks/2024")
    shutil.copy(other / "units.yaml", folder / "tasks/2024")
    changed = 0
    for path in (folder / "tasks").rglob("*.yaml"):
        text = path.read_text()
        item = re.search(r"^item: (\d+)", text, re.M)
        if item and int(item[1]) in EVIL:
            text, n = re.subn(r"^title: .*$", lambda _: "title: " + EVIL[int(item[1])][0], text,
                              flags=re.M)
            changed += n
            path.write_text(text)
    check("titles put in", changed > len(EVIL), changed)


def expected_rows(folder):
    """Each kind with its columns in order and its rows as `list` has them."""
    kinds = {}
    for name in re.findall(r"^CREATE TABLE \"?(\w+)", run("sql", "--schema", folder=folder), re.M):
        fields = json.loads(run("fields", name, "--format", "json", folder=folder))
        names = [row["name"] for row in fields["plans"][0]["tables"][name]]
        rows = json.loads(run("list", "--rows", name, "--columns", ",".join(names), "--format",
                              "json", *DAY, folder=folder))
        types = dict(re.findall(r"^  \"?(\w+)\"? ([A-Z]+)", run("sql", "--schema", name,
                                                              folder=folder), re.M))
        kinds[name] = (names, rows, types)
    return kinds


def expected(value, kind_type):
    """A value of JSON as tables have it: what is no number or day in a column of these is empty."""
    if isinstance(value, (list, dict)) or (kind_type == "JSON" and isinstance(value, str)):
        return json.dumps(value)
    if isinstance(value, str) and kind_type in ("DOUBLE", "INTEGER", "DATE"):
        return value if kind_type == "DATE" and re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    if kind_type == "TEXT" and value is not None and not isinstance(value, str):
        return json.dumps(value)
    return value


def same(got, want, kind_type):
    if kind_type == "JSON" and got is not None and want is not None:
        return loaded(got) == loaded(want)
    return got == want


def loaded(cell):
    return json.loads(cell) if isinstance(cell, str) else cell


def visible(text):
    """A text as files for people have it: nothing that steers a terminal or turns the order."""
    return re.sub("[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b-\u001f]", " ", text)


def read_json_lines(folder, kinds):
    run("export", "lines", "--format", "json-lines", *DAY, folder=folder)
    for name, (names, rows, types) in kinds.items():
        lines = (folder / "lines" / f"{name}.jsonl").read_text().splitlines()
        check("json-lines: rows", len(lines) == len(rows), name)
        for line, row in zip(map(json.loads, lines), rows):
            for field in names:
                column = field.replace(".", "_")
                check("json-lines", same(line[column], expected(row[field], types[column]),
                                         types[column]), (name, field, line[column], row[field]))


def read_sqlite(folder, kinds):
    run("export", "ledger.sqlite", *DAY, folder=folder)
    base = sqlite3.connect(folder / "ledger.sqlite")
    check("sqlite: sound", base.execute("pragma integrity_check").fetchone() == ("ok",))
    for name, (names, rows, types) in kinds.items():
        cursor = base.execute(f"select * from {name}")
        columns = [column[0] for column in cursor.description]
        check("sqlite: columns", columns == [n.replace(".", "_") for n in names], name)
        got = cursor.fetchall()
        check("sqlite: rows", len(got) == len(rows), name)
        for cells, row in zip(got, rows):
            for cell, column, field in zip(cells, columns, names):
                check("sqlite", same(cell, expected(row[field], types[column]), types[column]),
                      (name, field, cell, row[field]))
    base.close()


def read_csv(folder, kinds):
    run("export", "csv", *DAY, folder=folder)
    for name, (names, rows, types) in kinds.items():
        with open(folder / "csv" / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file))
        check("csv: columns", lines[0] == [n.replace(".", "_") for n in names], name)
        check("csv: rows", len(lines) == len(rows) + 1, name)
        for cells, row in zip(lines[1:], rows):
            for cell, field in zip(cells, names):
                kind_type = types[field.replace(".", "_")]
                want = expected(row[field], kind_type)
                if kind_type == "JSON" and want is not None:
                    check("csv", json.loads(cell) == loaded(want if not isinstance(want, str) else visible(want)), (name, field, cell))
                    continue
                want = ("" if want is None else visible(want) if isinstance(want, str)
                        else str(int(want)) if isinstance(want, bool) else json.dumps(want))
                check("csv", cell.lstrip("'") == want.lstrip("'"), (name, field, cell, want))
                formula = cell[:1] in "=+-@" and not re.fullmatch(r"[+-]?[\d.%]+|", cell)
                check("csv: no formula", not formula, (name, field, cell))


def cells_of(sheet, strings):
    """The cells of a sheet by column and row: their type and value."""
    for cell in sheet.iter(f"{MAIN}c"):
        kind = cell.get("t", "n")
        check("xlsx: no formula", cell.find(f"{MAIN}f") is None, cell.get("r"))
        if kind == "inlineStr":
            value = "".join(t.text or "" for t in cell.iter(f"{MAIN}t"))
            value = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), value)
        elif kind == "s":
            value = strings[int(cell.find(f"{MAIN}v").text)]
        else:
            found = cell.find(f"{MAIN}v")
            if found is None:
                continue
            value = found.text
        column, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups()
        number = 0
        for letter in column:
            number = number * 26 + ord(letter) - 64
        yield number - 1, int(row) - 1, kind, value, int(cell.get("s", 0))


def read_xlsx(folder, kinds):
    run("export", "ledger.xlsx", *DAY, folder=folder)
    first = (folder / "ledger.xlsx").read_bytes()
    run("export", "ledger.xlsx", *DAY, folder=folder)
    check("xlsx: the same bytes", first == (folder / "ledger.xlsx").read_bytes())
    book = zipfile.ZipFile(folder / "ledger.xlsx")
    check("xlsx: sound", book.testzip() is None)
    names_of_sheets = [sheet.get("name") for sheet in
                       xml.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
    check("xlsx: sheets", names_of_sheets == list(kinds), names_of_sheets)
    styles = xml.fromstring(book.read("xl/styles.xml"))
    forms = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(f"{MAIN}numFmt")}
    looks = [forms.get(x.get("numFmtId"), "") for x in styles.find(f"{MAIN}cellXfs")]
    for number, (name, (names, rows, types)) in enumerate(kinds.items(), 1):
        sheet = xml.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
        pane = sheet.find(f".//{MAIN}pane")
        check("xlsx: frozen head", pane is not None and pane.get("ySplit") == "1", name)
        grid = {(r, c): (kind, value, look) for c, r, kind, value, look in cells_of(sheet, [])}
        for c, field in enumerate(names):
            check("xlsx: columns", grid[0, c][1] == field.replace(".", "_"), (name, field))
        for r, row in enumerate(rows, 1):
            for c, field in enumerate(names):
                kind_type = types[field.replace(".", "_")]
                want = expected(row[field], kind_type)
                kind, value, look = grid.get((r, c), ("none", None, 0))
                if want is None or want == "":
                    is_right = value is None or value == ""
                elif isinstance(want, bool):
                    is_right = (kind, value) == ("b", str(int(want)))
                elif isinstance(want, (int, float)):
                    is_right = kind == "n" and float(value) == want
                elif kind_type == "DATE":
                    day = (int(want[:4]), int(want[5:7]), int(want[8:]))
                    is_right = (kind == "n" and "yy" in looks[look] and days_of(value) == day)
                elif kind_type == "JSON":
                    is_right = loaded(value) == loaded(visible(want))
                else:
                    is_right = kind == "inlineStr" and value == visible(want)
                check("xlsx", is_right, (name, field, kind, value, want))


def days_of(serial):
    import datetime
    day = datetime.date(1899, 12, 30) + datetime.timedelta(days=int(float(serial)))
    return day.year, day.month, day.day


def read_filtered(folder):
    """With a filter only what lies in the tasks it takes is exported; sections stay whole."""
    run("export", "one", "item:2 plan:2023", *DAY, folder=folder)
    for name, one_task in (("tasks", True), ("indicators", True), ("sections", False)):
        with open(folder / "one" / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
            addresses = [row["address"] for row in csv.DictReader(file)]
        in_task = [a for a in addresses if a.strip("'") == "2023/2" or a.startswith("2023/2/")]
        check("filtered", (in_task == addresses) == one_task and addresses, (name, addresses))


def commands_of_readme(word):
    """The commands of the shell block of README.md that has `word`."""
    blocks = re.findall(r"^```sh\n(.*?)^```", (SOURCE / "README.md").read_text(), re.M | re.S)
    found = [block for block in blocks if word in block]
    if len(found) != 1:
        sys.exit(f"README.md has {len(found)} blocks with {word}")
    return found[0]


def with_program(folder):
    """An environment in which the commands of README.md find the program."""
    (folder / "bin").mkdir(exist_ok=True)
    if not (folder / "bin/taizhang").exists():
        (folder / "bin/taizhang").symlink_to(PROGRAM)
    return {**os.environ, "PATH": f"{folder}/bin:" + os.environ["PATH"], "LC_ALL": "C.UTF-8",
            "TAIZHANG_LANG": "zh"}


def ask_sqlite(folder, kinds):
    """What is not there is in no count and no mean, as README.md has it."""
    if not shutil.which("sqlite3"):
        print("skipped: asking SQLite, whose command sqlite3 is not installed")
        return
    commands = re.sub(r"--as-of \S+", " ".join(DAY), commands_of_readme("sqlite3 ledger.sqlite"))
    told = subprocess.run(["bash", "-euc", commands], cwd=folder, capture_output=True, text=True,
                          env=with_program(folder))
    rows = kinds["indicators"][1]
    done = [row["completion"] for row in rows if row["completion"] is not None]
    values = [row for row in rows if row["value"] is not None]
    check("SQLite: some are not there", 0 < len(values) < len(rows), (len(values), len(rows)))
    count, with_value, mean = (told.stdout.strip().split("|") + ["", "", ""])[:3]
    check("SQLite: README", told.returncode == 0 and int(count or 0) == len(rows)
          and int(with_value or 0) == len(values)
          and abs(float(mean or 0) - sum(done) / len(done)) < 0.01, (told.stdout, told.stderr))


def load_into_postgresql(folder, kinds):
    print("not tested: the commands of README.md for DuckDB")
    servers = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    if not servers or not shutil.which("psql"):
        print("skipped: loading into PostgreSQL, which is not installed")
        return
    tools = os.path.dirname(servers[-1])
    place = folder / "server"
    place.mkdir()
    owner = []
    if os.getuid() == 0:
        # The server does not run as root.
        owner = ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups"]
        shutil.chown(place, "nobody", "nogroup")
        for above in (folder, *folder.parents):
            if above.stat().st_uid == 0 and above != pathlib.Path("/") and above != pathlib.Path("/tmp"):
                above.chmod(0o755)
    environment = {**with_program(folder), "PGHOST": str(place), "PGUSER": "ledger",
                   "PGPORT": "5432"}
    environment["PATH"] = tools + ":" + environment["PATH"]
    subprocess.run([*owner, f"{tools}/initdb", "-D", f"{place}/data", "-U", "ledger", "-A", "trust",
                    "-E", "UTF8", "--locale", "C.UTF-8"], check=True, stdout=subprocess.DEVNULL,
                   env=environment)
    server = subprocess.Popen([*owner, f"{tools}/postgres", "-D", f"{place}/data", "-k", str(place),
                               "-c", "listen_addresses="], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, env=environment)
    try:
        for _ in range(100):
            if subprocess.run([f"{tools}/pg_isready", "-h", str(place)],
                              stdout=subprocess.DEVNULL).returncode == 0:
                break
            subprocess.run(["sleep", "0.2"])
        commands = re.sub(r"--as-of \S+", " ".join(DAY), commands_of_readme("psql"))
        loaded = subprocess.run(["bash", "-euc", commands], cwd=folder,
                                capture_output=True, text=True, env=environment)
        check("PostgreSQL: README", loaded.returncode == 0 and "ERROR" not in loaded.stderr,
              loaded.stderr)
        for name, (names, rows, types) in kinds.items():
            asked = subprocess.run(["psql", "-d", "ledger", "-Atc",
                                    f"select json_agg(x) from (select * from {name}) x"],
                                   capture_output=True, text=True, env=environment)
            got = json.loads(asked.stdout.strip() or "null") or []
            check("PostgreSQL: rows", len(got) == len(rows), (name, len(got), asked.stderr))
            # A table of PostgreSQL has no order.
            by_address = {line["address"]: line for line in got}
            check("PostgreSQL: addresses", len(by_address) == len(got), name)
            for row in rows:
                line = by_address[row["address"]]
                for field in names:
                    kind_type = types[field.replace(".", "_")]
                    value = line[field.replace(".", "_")]
                    if kind_type == "JSON":
                        is_right = value == row[field]
                    else:
                        want = expected(row[field], kind_type)
                        is_right = value == (None if want == "" else want)
                    check("PostgreSQL", is_right, (name, field, value, row[field]))
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()


def main():
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = pathlib.Path(name)
        ledger_in(folder)
        kinds = expected_rows(folder)
        titles = {row["title"] for row in kinds["tasks"][1]}
        check("titles read", {text for _, text in EVIL.values()} <= titles, titles)
        read_json_lines(folder, kinds)
        read_sqlite(folder, kinds)
        read_csv(folder, kinds)
        read_xlsx(folder, kinds)
        read_filtered(folder)
        ask_sqlite(folder, kinds)
        load_into_postgresql(folder, kinds)
    for what in ("json-lines", "sqlite", "csv", "xlsx"):
        check("cells compared", counts.get(what, 0) >= 8000, (what, counts.get(what)))
    for line in failures[:40]:
        print(line)
    print(", ".join(f"{what} {count}" for what, count in counts.items()))
    sys.exit(1 if failures else 0)


main()
