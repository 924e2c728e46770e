#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Open reports with LibreOffice, and hold what it prints against what they say.

    python3 tests/word/through_office.py build/dev/taizhang SOURCE_DIR

Every docx goes to PDF and on to text: each title, word and number of it stands there in order, a
title that would be markup as well; so does, where Chromium is installed, what is in every page of
HTML. Nothing is printed over something else or off the paper. The ledger as a workbook goes to PDF on A3,
also with a column a month; its title stands over the columns of every page, and so do its heads. A
weekly has the pages that an office allows it, in Word and, where Chromium is
installed, as a page. Where LibreOffice or poppler is not installed, the test says so and is skipped.
"""
import collections
import html.parser
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as xml
import zipfile

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).absolute()
SKIPPED = 77
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EVIL = "<w:p>&]]>\\x1b\\u202E推动"
PAPERS = [  # the report, its arguments, the fewest pieces of text that it has
    ("weekly", ("--as-of", "2024-07-14"), 60),
    ("monthly", ("--as-of", "2024-07-31"), 300),
    ("bulletin", ("--as-of", "2024-07-12"), 30),
    ("unit", ("--as-of", "2024-07-12", "--lang", "en"), 100),
    ("ledger", ("--as-of", "2024-07-12"), 100),
]
PAGES = PAPERS + [("order", ("--as-of", "2024-07-12"), 30), ("matrix", ("--as-of", "2024-07-12"), 10)]
WEEKLIES = [  # tasks, seed, a day on which much is red and owed, the most pages on A4
    (85, 4, "2024-10-08", 2),
    (85, 5, "2024-10-08", 2),
    (85, 152, "2024-10-08", 2),  # has many long cells
    (300, 4, "2024-10-08", 4),
]
BETWEEN_PAGES = 300  # letters, of the heads of a wide table
Word = collections.namedtuple("Word", "left top right bottom text")
failures = []


def ledger_in(folder):
    subprocess.run([PROGRAM, "example", str(folder), "--tasks", "30", "--seed", "3"], check=True,
                   stdout=subprocess.DEVNULL)
    task = sorted((folder / "tasks/2024").glob("001-*.yaml"))[0]
    # A function, for the text of a replacement would have its own escapes.
    text, titles = re.subn(r"^title: .*$", lambda _: f'title: "{EVIL}"', task.read_text(),
                           count=1, flags=re.M)
    if titles != 1:
        sys.exit(f"{task} has no title")
    task.write_text(text)


def pieces_of(docx):
    """The text of each paragraph, in order."""
    body = xml.fromstring(zipfile.ZipFile(docx).read("word/document.xml"))[0]
    for paragraph in body.iter(WORD + "p"):
        yield "".join(text.text or "" for text in paragraph.iter(WORD + "t"))


def solid(text):
    # A font may have one glyph for a letter and the sign of its radical.
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


class Pieces(html.parser.HTMLParser):
    """The text of each cell, heading and line of a page, in order, but for what paper has not and
    the heads of sheets, which a browser draws last."""
    WHOLE = {"h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "caption", "th", "td"}
    LEFT_OUT = {"figure", "nav", "svg", "header"}

    def __init__(self, page):
        super().__init__()
        self.found, self.left_out, self.inside = [""], 0, False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.left_out += tag in self.LEFT_OUT
        self.inside = self.inside or tag == "main"
        if tag in self.WHOLE:
            self.found.append("")

    def handle_endtag(self, tag):
        self.left_out -= tag in self.LEFT_OUT
        self.inside = self.inside and tag != "main"
        if tag in self.WHOLE:
            self.found.append("")

    def handle_data(self, text):
        if self.inside and not self.left_out:
            self.found[-1] += text


def through_office(paths, folder, form="pdf"):
    profile = (folder / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", form,
         "--outdir", str(folder), *map(str, paths)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)


def print_page(chromium, page, pdf):
    subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu",
                    "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()],
                   check=True, timeout=120, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def printed(pdf):
    """The text of each page, in the order in which it was drawn, without what is in its foot."""
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True,
                          text=True).stdout
    return [re.sub(r"^— \d+(/\d+)? —$", "", page, flags=re.M) for page in text.split("\f")[:-1]]


def hold(pdf, pieces, least):
    name, text = pdf.stem, solid("".join(printed(pdf)))
    at = found = 0
    for piece in filter(None, map(solid, pieces)):
        # No further than what begins a page: what is found later is another one of its kind.
        there = text.find(piece, at, at + BETWEEN_PAGES + len(piece))
        if there < 0:
            failures.append(f"{name}: {piece!r} is not behind {text[max(0, at - 40):at]!r}")
            return
        at, found = there + len(piece), found + 1
    if found < least:
        failures.append(f"{name}: only {found} pieces of text, not {least}")
    if name.startswith(("ledger", "monthly")) and "<w:p>&]]>" not in text:
        failures.append(f"{name}: the title that is like markup is not printed")
    hold_apart(pdf)


def hold_apart(pdf):
    """No word is off the paper or printed over another one: what is so cannot be read."""
    for number, (width, words) in enumerate(words_at(pdf), 1):
        for word in words:
            if word.left < 0 or word.right > width:
                failures.append(f"{pdf.stem}: page {number} is too narrow for {word.text!r}")
        words.sort(key=lambda word: word.top)
        for at, one in enumerate(words):
            for other in words[at + 1:]:
                if other.top > one.bottom:
                    break
                if is_over(one, other):
                    failures.append(
                        f"{pdf.stem}: page {number} prints {one.text!r} over {other.text!r}")


def is_over(one, other):
    height = min(one.bottom - one.top, other.bottom - other.top)
    if min(one.bottom, other.bottom) - max(one.top, other.top) < 0.6 * height:
        return False
    left, right = sorted((one, other))
    # Of two marks beside each other, or one at the end of a line, half of the first is blank.
    marks = [letter for letter in (left.text[-1:], right.text[:1])
             if unicodedata.category(letter or " ").startswith("P")]
    return min(left.right, right.right) - right.left > (0.45 * height if marks else 1.5)


def pages_of(pdf):
    told = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"^Pages: +(\d+)", told, re.M).group(1))


def hold_weeklies(folder):
    """No weekly is longer than it may be, and the longest is near it: it is not an empty one."""
    chromium = shutil.which("chromium")
    papers = []
    for tasks, seed, day, most in WEEKLIES:
        ledger, name = folder / f"ledger{tasks}-{seed}", f"weekly{tasks}-{seed}"
        subprocess.run([PROGRAM, "example", str(ledger), "--tasks", str(tasks), "--seed",
                        str(seed)], check=True, stdout=subprocess.DEVNULL)
        for ending in ("docx", "html"):
            subprocess.run([PROGRAM, "report", "weekly", "-C", str(ledger), "--as-of", day, "-o",
                            str(folder / f"{name}.{ending}")], check=True)
        papers.append((folder / f"{name}.pdf", most))
    through_office([pdf.with_suffix(".docx") for pdf, _ in papers], folder)
    told = [(pdf, most, pages_of(pdf)) for pdf, most in papers]
    if chromium:
        for pdf, most in papers:
            page = pdf.with_name(pdf.stem + "-page.pdf")
            print_page(chromium, pdf.with_suffix(".html"), page)
            told.append((page, most, pages_of(page)))
    for pdf, most, pages in told:
        if pages > most or pages < most - 1:
            failures.append(f"{pdf.stem}: {pages} pages where {most} are to be filled and no more")


def words_at(pdf):
    """Of each page its width and its words, each with its edges."""
    text = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True,
                          text=True).stdout
    place = r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<'
    for page in re.split(r"<page ", text)[1:]:
        yield (float(re.match(r'width="([\d.]+)"', page).group(1)),
               [Word(*map(float, word[:4]), word[4]) for word in re.findall(place, page)])


def hold_saved_again(folder):
    """What LibreOffice has saved again says what it said."""
    through_office([folder / f"{report}.docx" for report, _, _ in PAPERS], folder / "again", "docx")
    for report, _, _ in PAPERS:
        same = subprocess.run([PROGRAM, "verify", str(folder / f"again/{report}.docx")], cwd=folder,
                              capture_output=True, text=True)
        if same.returncode != 0:
            failures.append(f"{report} saved again: {same.stdout[:500]}{same.stderr[:500]}")


def hold_workbook(name, paper, folder):
    """Every page but that of the notes has the title over its columns, heads, and names of rows."""
    pdf = folder / f"{name}.pdf"
    sizes = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    if not re.search(rf"^Page size: +{paper}", sizes, re.M):
        failures.append(f"{name}: {sizes}")
    pages = list(words_at(pdf))
    if len(pages) < 4:
        failures.append(f"{name}: only {len(pages)} pages")
    for number, (width, words) in enumerate(pages[:-1], 1):
        said = {word.text for word in words}
        titles = [(word.left + word.right) / 2 for word in words if word.text == "重点任务工作台账"]
        # The title of the first page is drawn behind the repeated columns, where nobody sees it.
        if not any(0.3 * width < title < 0.7 * width for title in titles):
            failures.append(f"{name}: page {number} has its title at {titles} of {width}")
        if not said & {"序号", "单位", "阶段"}:
            failures.append(f"{name}: page {number} does not name its rows")


def hold_pages(folder):
    """What a page of HTML says stands on paper, in order and whole."""
    chromium = shutil.which("chromium")
    if not chromium:
        return
    for report, arguments, least in PAGES:
        page, pdf = folder / f"{report}.html", folder / f"{report}-page.pdf"
        subprocess.run([PROGRAM, "report", report, *arguments, "-o", str(page)], cwd=folder,
                       check=True)
        print_page(chromium, page, pdf)
        hold(pdf, Pieces(page.read_text()).found, least)


def hold_printed_ledger(folder):
    """The head of the ledger stands on every page on paper, with all of its columns."""
    chromium = shutil.which("chromium")
    if not chromium:
        return
    for more, columns in ((), 17), (("--monthly",), 17 + 9):
        page, pdf = folder / "ledger.html", folder / "printed.pdf"
        subprocess.run([PROGRAM, "report", "ledger", "-C", str(folder / "ledger300-4"), "--as-of",
                        "2024-09-30", *more, "-o", str(page)], check=True)
        heads = re.findall(r"<th scope=\"col\"[^>]*>([^<]*)</th>", page.read_text())
        if len(heads) != columns:
            failures.append(f"ledger: {len(heads)} columns, not {columns}")
        print_page(chromium, page, pdf)
        pages = [solid(text) for text in printed(pdf)]
        if len(pages) < 10:
            failures.append(f"ledger: only {len(pages)} pages of 300 tasks")
        for number, text in enumerate(pages[:-1], 1):
            lacking = [head for head in heads if solid(head) not in text]
            if lacking:
                failures.append(f"ledger {more}: page {number} has no column {lacking}")


def main():
    missing = [tool for tool in ("soffice", "pdftotext", "pdfinfo") if not shutil.which(tool)]
    if missing:
        print(f"skipped: {', '.join(missing)} not installed (libreoffice, poppler-utils)")
        return SKIPPED
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "ledger"
        ledger_in(folder)
        for report, arguments, _ in PAPERS:
            subprocess.run([PROGRAM, "report", report, *arguments, "-o", f"{report}.docx"],
                           cwd=folder, check=True)
        books = {"book": ((), r"1190\.\d+ x 841\.\d+ pts \(A3\)"),
                 "months": (("--monthly",), r"1190\.\d+ x 841\.\d+ pts \(A3\)")}
        for book, (more, _) in books.items():
            subprocess.run([PROGRAM, "report", "ledger", "--as-of", "2024-07-12", *more, "-o",
                            f"{book}.xlsx"], cwd=folder, check=True)
        through_office([folder / f"{report}.docx" for report, _, _ in PAPERS] +
               [folder / f"{book}.xlsx" for book in books], folder)
        for report, _, least in PAPERS:
            hold(folder / f"{report}.pdf", pieces_of(folder / f"{report}.docx"), least)
        hold_saved_again(folder)
        hold_pages(folder)
        for book, (_, paper) in books.items():
            hold_workbook(book, paper, folder)
        hold_weeklies(pathlib.Path(name))
        hold_printed_ledger(pathlib.Path(name))
    for failure in failures:
        print(failure)
    return 1 if failures else 0


sys.exit(main())
