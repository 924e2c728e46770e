"""The worked values of the specification (§10), checked against the calculator.

The readings are made up; they are those of the two samples of the specification.
"""

from datetime import date
from fractions import Fraction

import calculator

PLAN = {
    "schema": 1, "id": "2023", "title": "示例", "issued": date(2023, 8, 2),
    "period": {"start": date(2023, 1, 1), "end": date(2023, 12, 31)},
    "sections": [{"no": 2, "title": "第二板块"}, {"no": 6, "title": "第六板块"}],
}


def reading(number, day, value, on, **more):
    return {"id": "r%d" % number, "date": date.fromisoformat(day), "value": Fraction(value),
            "reported": date.fromisoformat(on), **more}


PILES = {
    "id": "piles", "name": "新增电动汽车公共充电桩", "kind": "cumulative",
    "qualifier": "exactly", "commitment": "binding", "target": 221, "unit": "个",
    "integer": True, "baseline": 0, "trajectory": {"type": "linear"}, "frequency": "month",
    "weight": 1,
    "readings": [
        reading(1, "2023-03-31", 38, "2023-08-09", backfilled=True),
        reading(2, "2023-06-30", 97, "2023-08-09", backfilled=True),
        reading(3, "2023-07-31", 126, "2023-08-09", backfilled=True),
        reading(4, "2023-07-31", 118, "2023-08-18", corrects="r3"),
        reading(5, "2023-08-31", 131, "2023-09-12"),
        reading(6, "2023-09-30", 150, "2023-10-04"),
    ],
}
VEHICLES = {
    "schema": 1, "item": 14, "section": 2, "title": "推动汽车产业向新能源转型",
    "lead": ["市工信局", "市发改局"], "due": date(2023, 12, 31), "status": "in_progress",
    "indicators": [PILES],
    "self_assessments": [{"date": date(2023, 10, 5), "grade": "良", "expect_year_end": 215}],
}


def stepwise(name, unit, target, points, readings):
    return {
        "id": name, "name": name, "kind": "cumulative", "qualifier": "at_least",
        "commitment": "binding", "target": Fraction(target), "unit": unit, "baseline": 0,
        "trajectory": {"type": "step", "points": [
            {"date": date.fromisoformat(day), "value": Fraction(value)}
            for day, value in points]},
        "frequency": "season", "weight": 1, "readings": readings,
    }


AREA = stepwise("area", "万亩", "44.16", [("2023-05-31", "20.50"), ("2023-08-31", "44.16")], [
    reading(1, "2023-05-31", "20.60", "2023-08-10", backfilled=True),
    reading(2, "2023-08-31", "44.31", "2023-09-04"),
])
OUTPUT = stepwise("output", "亿斤", "3.65", [("2023-07-15", "1.72"), ("2023-11-30", "3.65")], [
    reading(1, "2023-07-15", "1.70", "2023-08-10", backfilled=True),
    reading(2, "2023-11-30", "3.66", "2023-12-08", provisional=True),
    reading(3, "2023-11-30", "3.64", "2024-01-22", final=True, corrects="r2"),
])
FARMING = {
    "schema": 1, "item": 43, "section": 6, "title": "提升农业绿色发展水平",
    "lead": ["市农业农村局"], "due": date(2023, 12, 31), "status": "in_progress",
    "indicators": [AREA, OUTPUT],
}

COLUMNS = ["value", "data_date", "time", "expected", "expected_exact", "completion", "ratio",
           "light", "stale", "forecast ratio", "forecast recent"]
PILES_118 = "118 2023-07-31 %s 128 128.362 53.39 0.9219 yellow 0 203 -"
PILES_150 = "150 2023-09-30 %s 165 165.296 67.87 0.9091 %s 200 203"
ROWS = [  # task, indicator, as of, known by, the figures of COLUMNS
    (VEHICLES, PILES, "2023-07-31", "2023-08-10",
     "126 2023-07-31 58.08 128 128.362 57.01 0.9844 green 0 216 -"),
    (VEHICLES, PILES, "2023-07-31", "2023-08-31", PILES_118 % "58.08"),
    (VEHICLES, PILES, "2023-08-31", "2023-09-05", PILES_118 % "66.58"),
    (VEHICLES, PILES, "2023-08-31", "2023-09-30",
     "131 2023-08-31 66.58 147 147.132 59.28 0.8912 yellow 0 196 197"),
    (VEHICLES, PILES, "2023-09-30", "2023-10-05", PILES_150 % ("74.79", "yellow 0")),
    (VEHICLES, PILES, "2023-12-10", "2023-12-10", PILES_150 % ("94.25", "yellow 1")),
    (VEHICLES, PILES, "2024-01-05", "2024-01-05", PILES_150 % ("100", "red 2")),
    (FARMING, AREA, "2023-08-31", "2023-08-31",
     "20.60 2023-05-31 66.58 20.50 20.50 46.65 1.0049 green 0 44.375 -"),
    (FARMING, AREA, "2023-09-30", "2023-10-05",
     "44.31 2023-08-31 74.79 44.16 44.16 100.34 1.0034 blue 0 44.31 -"),
    (FARMING, OUTPUT, "2023-08-31", "2023-08-31",
     "1.70 2023-07-15 66.58 1.72 1.72 46.58 0.9884 green 0 3.608 -"),
    (FARMING, OUTPUT, "2023-12-31", "2023-12-31",
     "3.66 2023-11-30 100 3.65 3.65 100.27 1.0027 blue 0 3.66 -"),
    (FARMING, OUTPUT, "2023-12-31", "2024-01-31",
     "3.64 2023-11-30 100 3.65 3.65 99.73 0.9973 red 0 3.64 -"),
]
FURTHER = [  # what the table says in words: task, indicator, as of, known by, field, value
    (VEHICLES, PILES, "2023-08-31", "2023-09-05", "missing", 1),
    (VEHICLES, PILES, "2023-08-31", "2023-09-30", "missing", 0),
    (VEHICLES, PILES, "2023-08-31", "2023-09-30", "late", 1),
    (VEHICLES, PILES, "2024-01-05", "2024-01-05", "pending_final", True),
    (FARMING, OUTPUT, "2023-12-31", "2024-01-31", "pending_final", False),
]


def measured(task, indicator, as_of, known_by):
    return calculator.present_indicator(calculator.measure_indicator(
        PLAN, task, indicator, date.fromisoformat(as_of), date.fromisoformat(known_by)))


def figure(shown, column):
    group, _, name = column.rpartition(" ")
    return shown[group][name] if group else shown[name]


def as_figure(text):
    """The text of a row as the calculator gives it."""
    if text == "-":
        return None
    if text.count("-") == 2:
        return date.fromisoformat(text)
    return text if text.isalpha() else Fraction(text)


def check():
    """Checks every line of the table; prints the differences; 0 when there are none."""
    expected = []
    for task, indicator, as_of, known_by, row in ROWS:
        for column, text in zip(COLUMNS, row.split(), strict=True):
            expected.append((task, indicator, as_of, known_by, column, as_figure(text)))
    failures = 0
    for task, indicator, as_of, known_by, column, value in expected + FURTHER:
        actual = figure(measured(task, indicator, as_of, known_by), column)
        if actual != value:
            failures += 1
            print("%s as of %s, known by %s: %s is %s, not %s"
                  % (indicator["id"], as_of, known_by, column, actual, value))
    print("%d lines, %d figures checked, %d wrong"
          % (len(ROWS), len(expected) + len(FURTHER), failures))
    return 1 if failures else 0
