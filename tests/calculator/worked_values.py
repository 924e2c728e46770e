"""The worked values of the specification (§10), checked against the calculator.

The readings are made up; they stand in samples/.
"""

from datetime import date
from fractions import Fraction
from pathlib import Path

import small_yaml
from plan import Plan
from present import present_indicator, present_task
from task import Task

FOLDER = Path(__file__).parent / "samples" / "tasks"
ITEMS = {"piles": "014-new-energy-vehicles", "area": "043-green-farming",
         "output": "043-green-farming"}  # all others stand in the third
THIRD = "086-second-edition"

COLUMNS = ["value", "data_date", "time", "expected", "expected_exact", "completion", "ratio",
           "light", "stale", "missing", "late", "forecast.ratio", "forecast.recent"]
PILES_118 = "118 2023-07-31 %s 128 128.362 53.39 0.9219 yellow 0 %d 0 203 -"
PILES_150 = "150 2023-09-30 %s 165 165.296 67.87 0.9091 %s 1 200 203"
FIRST = [  # indicator, as of, known by, the figures of COLUMNS
    ("piles", "2023-07-31", "2023-08-10",
     "126 2023-07-31 58.08 128 128.362 57.01 0.9844 green 0 0 0 216 -"),
    ("piles", "2023-07-31", "2023-08-31", PILES_118 % ("58.08", 0)),
    ("piles", "2023-08-31", "2023-09-05", PILES_118 % ("66.58", 1)),
    ("piles", "2023-08-31", "2023-09-30",
     "131 2023-08-31 66.58 147 147.132 59.28 0.8912 yellow 0 0 1 196 197"),
    ("piles", "2023-09-30", "2023-10-05", PILES_150 % ("74.79", "yellow 0 0")),
    ("piles", "2023-12-10", "2023-12-10", PILES_150 % ("94.25", "yellow 1 2")),
    ("piles", "2024-01-05", "2024-01-05", PILES_150 % ("100", "red 2 3")),
    ("area", "2023-08-31", "2023-08-31",
     "20.60 2023-05-31 66.58 20.50 20.50 46.65 1.0049 green 0 0 0 44.375 -"),
    ("area", "2023-09-30", "2023-10-05",
     "44.31 2023-08-31 74.79 44.16 44.16 100.34 1.0034 blue 0 0 0 44.31 -"),
    ("output", "2023-08-31", "2023-08-31",
     "1.70 2023-07-15 66.58 1.72 1.72 46.58 0.9884 green 0 0 0 3.608 -"),
    ("output", "2023-12-31", "2023-12-31",
     "3.66 2023-11-30 100 3.65 3.65 100.27 1.0027 blue 0 0 1 3.66 -"),
    ("output", "2023-12-31", "2024-01-31",
     "3.64 2023-11-30 100 3.65 3.65 99.73 0.9973 red 0 0 1 3.64 -"),
]
SECOND = [  # indicator, as of (= known by): value data_date expected completion ratio light
    ("accidents", "2023-07-10", "5 2023-06-30 6 - 1.2000 green", {
        "expected_exact": "5.951", "met_so_far": True, "forecast.value": "11",
        "forecast.ratio": "11", "forecast.will_meet": True, "forecast.gap": "1"}),
    ("accidents", "2023-10-10", "9 2023-09-30 9 - 1.0000 green", {
        "expected_exact": "8.975", "met_so_far": True, "forecast.value": "13",
        "forecast.will_meet": False, "forecast.gap": "-1"}),
    ("accidents", "2023-12-10", "13 2023-11-30 11 - 0.8462 red", {
        "expected_exact": "10.981", "broken": True, "met_so_far": False}),
    ("accidents-fast", "2023-07-10", "11 2023-06-30 6 - 0.5455 yellow", {
        "expected_exact": "5.951", "forecast.value": "23", "forecast.gap": "-11",
        "broken": False}),
    ("debt", "2023-09-10", "58 2023-08-31 60 - 1.0345 green", {"met_so_far": True}),
    ("debt", "2023-10-10", "63 2023-09-30 60 - 0.9524 yellow", {"met_so_far": False}),
    ("debt", "2024-01-10", "59.5 2023-12-31 60 100 1.0084 blue", {"met_so_far": False}),
    ("gdp", "2023-07-31", "5.6 2023-06-30 6 100 0.9333 green", {
        "met_so_far": True, "late": "0", "missing": "0"}),
    ("gdp", "2023-10-31", "5.2 2023-09-30 6 86.67 0.8667 yellow", {
        "gap": "-0.8", "gap_unit": "points"}),
    ("gdp", "2024-01-31", "5.5 2023-12-31 6 100 0.9167 blue", {"late": "0"}),
    ("place", "2023-07-31", "4 2023-06-30 3 - - yellow", {
        "gap": "-1", "gap_unit": "places", "forecast.value": None}),
    ("place", "2024-01-31", "3 2023-12-31 3 - - blue", {"late": "1"}),
    ("public-rate", "2023-07-31", "54.1 2023-06-30 53.6 100 1.0093 green", {
        "met_so_far": True, "gap": "0.5", "gap_unit": "points", "benchmark": "53.6"}),
    ("public-rate", "2024-01-31", "55 2023-12-31 - - - grey", {
        "class": "not_compared", "late": "1"}),
    ("shared-out", "2023-07-10", "22 2023-06-30 24 44.00 0.9167 yellow", {
        "expected_exact": "24.795"}),
    ("none-at-all", "2023-07-10", "0 2023-06-30 0 - - green", {"met_so_far": True}),
    ("none-at-all", "2023-10-10", "1 2023-09-30 0 - - red", {"broken": True}),
]
SHARES = [  # unit, target, value, completion, ratio, light of shared-out on 2023-07-10
    ("市应急局", "20 12 60 1.3333 green"),
    ("市发改局", "30 10 33.33 0.7143 red"),
]


def sample(name):
    plan = Plan(small_yaml.read(FOLDER / "2023" / "plan.yaml"),
                small_yaml.read(FOLDER / "units.yaml")["units"])
    return plan, small_yaml.read(FOLDER / "2023" / (ITEMS.get(name, THIRD) + ".yaml"))


def seen(name, as_of, known_by):
    """The figures of an indicator as they are printed."""
    plan, data = sample(name)
    task = Task(plan, data, date.fromisoformat(as_of), date.fromisoformat(known_by))
    return next(present_indicator(m, task.asked) for m in task.measures if m.data["id"] == name)


def figure(shown, column):
    for name in column.split("."):
        shown = shown[name]
    return shown


def as_figure(text):
    """The text of a row as the calculator gives it."""
    if not isinstance(text, str) or text == "-":
        return None if text == "-" else text
    if text.count("-") == 2:
        return date.fromisoformat(text)
    try:
        return Fraction(text)
    except ValueError:
        return text


def wanted():
    """Every figure: (indicator, as of, known by, column, value)."""
    for name, as_of, known_by, row in FIRST:
        for column, text in zip(COLUMNS, row.split(), strict=True):
            yield name, as_of, known_by, column, as_figure(text)
    for name, as_of, row, more in SECOND:
        columns = ["value", "data_date", "expected", "completion", "ratio", "light"]
        for column, text in zip(columns, row.split(), strict=True):
            yield name, as_of, as_of, column, as_figure(text)
        for column, text in more.items():
            yield name, as_of, as_of, column, as_figure(text)
    yield "piles", "2024-01-05", "2024-01-05", "pending_final", True
    yield "output", "2023-12-31", "2024-01-31", "pending_final", False


def wrong_shares():
    parts = {part["unit"]: part for part in seen("shared-out", "2023-07-10", "2023-07-10")[
        "targets"]}
    for unit, row in SHARES:
        for column, text in zip(["target", "value", "completion", "ratio", "light"],
                                row.split(), strict=True):
            if parts[unit][column] != as_figure(text):
                yield "%s: %s is %s, not %s" % (unit, column, parts[unit][column], text)


def wrong_score():
    """A broken ceiling scores nothing: the task of none-at-all alone."""
    plan, data = sample("none-at-all")
    data["indicators"] = [i for i in data["indicators"] if i["id"] == "none-at-all"]
    day = date(2023, 10, 10)
    base = present_task(Task(plan, data, day, day), {})["score"]["base"]
    if base != 0:
        yield "none-at-all: its score is %s, not 0" % base


def check():
    """Checks every line of the tables; prints the differences; 0 when there are none."""
    figures = list(wanted())
    failures = []
    for name, as_of, known_by, column, value in figures:
        actual = figure(seen(name, as_of, known_by), column)
        if actual != value:
            failures.append("%s as of %s, known by %s: %s is %s, not %s"
                            % (name, as_of, known_by, column, actual, value))
    failures += wrong_shares()
    failures += wrong_score()
    for failure in failures:
        print(failure)
    print("%d lines, %d figures checked, %d wrong" % (
        len(FIRST) + len(SECOND), len(figures) + 5 * len(SHARES) + 1, len(failures)))
    return 1 if failures else 0
