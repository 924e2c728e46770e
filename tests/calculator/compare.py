"""Runs the program on random ledgers and compares its figures with the calculator's.

For every seed a ledger is written to a folder, and `BINARY list --format json` is run for
several pairs of clocks. Every field of every task, indicator and milestone is compared.
Differences are printed with all that is needed to look into them; the last line counts the
indicators compared. Exit status 1 when there is a difference.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path

import calculator
import random_ledger

TASK_FIELDS = ["plan", "item", "section", "title", "lead", "support", "due", "status", "light",
               "class", "completion", "measures_known", "measures"]
INDICATOR_FIELDS = ["id", "name", "kind", "qualifier", "commitment", "target", "unit", "weight",
                    "due", "reading", "value", "data_date", "time", "expected",
                    "expected_exact", "completion", "ratio", "met", "age", "stale", "light",
                    "class", "overdue", "pending_final", "late", "missing"]
FORECAST_FIELDS = ["method", "value", "ratio", "recent", "last", "unit", "low", "high"]
MILESTONE_FIELDS = ["id", "name", "due", "weight", "done", "light", "overdue"]
ABSENT = "(no such field)"


class Failure(Exception):
    """The program did not give what it was asked for."""


def list_tasks(binary, folder, as_of, known_by):
    """What the program lists, with exact numbers."""
    command = [binary, "list", "-C", str(folder), "--as-of", as_of.isoformat(),
               "--known-by", known_by.isoformat(), "--format", "json"]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    if not result.stdout.strip():
        raise Failure("%s: exit status %d\n%s"
                      % (" ".join(command), result.returncode, result.stderr))
    try:
        return json.loads(result.stdout, parse_float=Fraction, parse_int=int)
    except ValueError as error:
        raise Failure("%s: %s" % (" ".join(command), error)) from error


def differences(expected, actual, fields):
    """The fields that differ, as (field, expected value, actual value)."""
    for field in fields:
        mine = as_json(expected[field])
        theirs = actual.get(field, ABSENT)
        if mine != theirs or isinstance(mine, bool) != isinstance(theirs, bool):
            yield field, mine, theirs


def as_json(value):
    return value.isoformat() if isinstance(value, date) else value


def forecast_differences(expected, actual, fields):
    """Those of the forecast; a forecast that is null is one without any figure."""
    forecast = actual.get("forecast", ABSENT)
    if forecast == ABSENT:
        yield "forecast", expected["forecast"]["value"], ABSENT
        return
    for field, mine, theirs in differences(
            expected["forecast"], forecast or dict.fromkeys(FORECAST_FIELDS), fields):
        yield "forecast." + field, mine, theirs


def shown(value):
    """A value as it is printed in a difference."""
    if isinstance(value, Fraction):
        return ("%f" % float(value)).rstrip("0").rstrip(".")
    return "null" if value is None else str(value)


class Comparison:
    """Counts and prints the differences."""

    def __init__(self, only, limit):
        self.only, self.limit = only, limit
        self.passed = self.failed = self.other = 0
        self.by_field = Counter()

    def wanted(self, fields):
        return [field for field in fields if not self.only or field in self.only]

    def report(self, where, found):
        for field, mine, theirs in found:
            self.by_field[field] += 1
            if self.by_field[field] <= self.limit:
                print("%s: %s: calculator %s, program %s"
                      % (where, field, shown(mine), shown(theirs)))

    def task(self, where, expected, actual):
        found = list(differences(expected, actual, self.wanted(TASK_FIELDS)))
        self.report(where, found)
        self.other += bool(found)
        self.parts(where, "milestone", expected["milestones"], actual.get("milestones"))
        self.parts(where, "indicator", expected["indicators"], actual.get("indicators"))

    def parts(self, where, what, expected, actual):
        """The milestones or the indicators of a task, by their id."""
        theirs = {part["id"]: part for part in actual or []}
        for mine in expected:
            here = "%s %s %s" % (where, what, mine["id"])
            part = theirs.get(mine["id"])
            if part is None:
                found = [("id", mine["id"], ABSENT)]
            elif what == "indicator":
                found = self.of_indicator(mine, part)
            else:
                found = list(differences(mine, part, self.wanted(MILESTONE_FIELDS)))
            self.report(here, found)
            if what == "milestone":
                self.other += bool(found)
            elif found:
                self.failed += 1
            else:
                self.passed += 1

    def of_indicator(self, expected, actual):
        found = list(differences(expected, actual, self.wanted(INDICATOR_FIELDS)))
        if not self.only or "forecast" in self.only:
            found += forecast_differences(expected, actual, FORECAST_FIELDS)
        return found


def compare_seed(options, seed, folder, comparison):
    plan, tasks = random_ledger.make_ledger(seed, options.tasks)
    paths = random_ledger.write_ledger(plan, tasks, folder)
    for as_of, known_by in random_ledger.make_clocks(seed, options.clocks):
        actual = {task["item"]: task
                  for task in list_tasks(options.binary, folder, as_of, known_by)}
        for measures in calculator.measure_plan(plan, tasks, as_of, known_by)["tasks"]:
            expected = calculator.present_task(measures)
            where = "seed %d, as of %s, known by %s, item %d" % (
                seed, as_of, known_by, expected["item"])
            if options.keep:
                where = "%s: %s" % (paths[expected["item"]], where)
            comparison.task(where, expected, actual.get(expected["item"], {}))


def folder_of(options, seed, temporary):
    return Path(options.keep or temporary) / ("seed-%d" % seed)


def seeds_of(text):
    first, dots, last = text.partition("..")
    return range(int(first), int(last if dots else first) + 1)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", help="the program to be tested")
    parser.add_argument("--seeds", type=seeds_of, default=range(1, 21), metavar="A..B",
                        help="seeds of the ledgers (default 1..20)")
    parser.add_argument("--tasks", type=int, default=20, metavar="N", help="tasks of a ledger")
    parser.add_argument("--clocks", type=int, default=6, metavar="N",
                        help="pairs of clocks of a ledger")
    parser.add_argument("--keep", metavar="DIR", help="write the ledgers here and keep them")
    parser.add_argument("--fields", type=lambda text: set(text.split(",")), metavar="A,B",
                        help="compare these fields only")
    parser.add_argument("--most", type=int, default=sys.maxsize, metavar="N",
                        help="print at most so many differences of a field")
    return parser.parse_args()


def main():
    options = parse_arguments()
    comparison = Comparison(options.fields, options.most)
    with tempfile.TemporaryDirectory() as temporary:
        for seed in options.seeds:
            try:
                compare_seed(options, seed, folder_of(options, seed, temporary), comparison)
            except Failure as failure:
                print("seed %d: %s" % (seed, failure))
                comparison.other += 1
    for field, count in comparison.by_field.most_common():
        print("%6d differences of %s" % (count, field))
    if comparison.other:
        print("%d tasks, milestones or runs with differences of their own" % comparison.other)
    print("%d passed, %d failed" % (comparison.passed, comparison.failed))
    return 1 if comparison.failed or comparison.other else 0


if __name__ == "__main__":
    sys.exit(main())
