"""Makes a random ledger from a seed: a plan with tasks, as dicts and as YAML files.

It varies everything the measures depend on, and often puts values at or next to the limits
that decide a light. All of it is made up. The same seed gives the same ledger.

    python3 random_ledger.py SEED FOLDER [TASKS]
"""

import random
import re
import sys
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from calculator import Indicator, rules_of

UNITS = ["甲局", "乙局", "丙局", "丁局", "戊中心"]
OFFICE = "办公室"
START, END = date(2023, 1, 1), date(2023, 12, 31)
COUNTING = ["个", "家", "项", "人", "户"]
AMOUNTS = ["亿元", "万亩", "公里", "万吨"]
QUALIFIERS = ["at_least", "exceed", "about", "exactly", "reach"]
STATUSES = ["not_started", "in_progress", "close_requested", "closed", "suspended",
            "carried_over", "cancelled"]
FREQUENCIES = ["week", "month", "month", "month", "quarter", "season", "year", "once"]
LAST_DAY = END + timedelta(days=110)  # of the clocks


def decimal(value, places=2):
    """The nearest decimal of so many places."""
    return Fraction(round(Fraction(value) * 10 ** places), 10 ** places)


def days(count):
    return timedelta(days=count)


class Chance:
    """The random choices of one ledger."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def one_in(self, count):
        return self.random.randrange(count) == 0

    def pick(self, values):
        return self.random.choice(values)

    def number(self, low, high):
        return self.random.randint(low, high)

    def share(self, low, high):
        """A share between two percentages."""
        return Fraction(self.number(low * 100, high * 100), 10000)

    def day(self, first, last):
        return first + days(self.number(0, max((last - first).days, 0)))

    def sample(self, values, count):
        return self.random.sample(values, count)


# Plan

def make_plan(chance):
    plan = {
        "schema": 1, "id": "2023", "title": "随机台账（虚构）",
        "period": {"start": START, "end": END},
        "sections": [{"no": 1, "title": "第一板块"}, {"no": 2, "title": "第二板块"}],
        "roles": {"office": OFFICE, "closers": [OFFICE]},
    }
    if not chance.one_in(5):
        plan["issued"] = chance.pick([date(2023, 8, 2), date(2023, 1, 20), date(2023, 3, 5)])
    rules = make_rules(chance)
    if rules:
        plan["rules"] = rules
    if chance.one_in(3):
        plan["holidays"] = [date(2023, 10, 2), date(2023, 10, 3)]
    return plan


def make_rules(chance):
    """Now and then a rule that differs from the default."""
    rules = {}
    light = {}
    if chance.one_in(3):
        light["rule"] = "points"
    if chance.one_in(4):
        light.update(green=Fraction(9, 10), yellow=Fraction(7, 10), ahead=Fraction(105, 100))
    if chance.one_in(4):
        light.update(green_points=-5, yellow_points=-20)
    if chance.one_in(4):
        light["due_soon"] = chance.pick([0, 15, 60])
    if light:
        rules["light"] = light
    if chance.one_in(5):
        rules["about"] = {"percent_below": 5, "smallest_count": 20,
                          "points_below": Fraction(1)}
    if chance.one_in(5):
        rules["stale"] = {"week": [8, 15], "month": [35, 70]}
    if chance.one_in(5):
        rules["deadlines"] = {"month_day": 10, "week_day": 1, "settlement": 20,
                              "issue_critical": 10}
    if chance.one_in(3):
        rules["forecast"] = {"method": chance.pick(["ratio", "recent", "last", "unit"]),
                             "from": chance.pick([Fraction(1, 4), Fraction(1, 2)])}
    if chance.one_in(6):
        rules["counting_units"] = COUNTING[:3]
    return rules


# Indicators

def make_indicator(chance, plan, number):
    kind = chance.pick(["cumulative", "cumulative", "level", "ratio", "growth"])
    indicator = {
        "id": "k%d" % number, "name": "指标%d" % number, "kind": kind,
        "qualifier": chance.pick(QUALIFIERS),
        "commitment": chance.pick(["binding", "binding", "strive"]),
    }
    if kind in ("ratio", "growth"):
        indicator["unit"] = "%"
    else:
        indicator["unit"] = chance.pick(COUNTING + AMOUNTS)
        if chance.one_in(8):
            indicator["integer"] = chance.one_in(2)
    if chance.one_in(4):
        indicator["direction"] = "down"
    give_target(chance, plan, indicator)
    give_term(chance, indicator)
    if not chance.one_in(4):
        indicator["frequency"] = chance.pick(FREQUENCIES)
    if kind == "ratio" and chance.one_in(3):
        indicator["window"] = "month"
    if kind == "ratio" and chance.one_in(2):
        indicator["numerator"], indicator["denominator"] = "已办件", "应办件"
    give_trajectory(chance, plan, indicator)
    if indicator["trajectory"] is None:
        del indicator["trajectory"]
    return indicator


def is_integer(plan, indicator):
    return indicator.get("integer", indicator["unit"] in rules_of(plan)["counting_units"])


def give_target(chance, plan, indicator):
    """Target and, where there is one, baseline: higher to fall from, lower to rise from."""
    kind, down = indicator["kind"], indicator.get("direction") == "down"
    if kind == "growth":
        indicator["target"] = chance.pick([Fraction(5), Fraction(65, 10), Fraction(0),
                                           Fraction(-2), Fraction(10)])
        if chance.one_in(4):
            indicator["baseline"] = indicator["target"] + (2 if down else -2)
        return
    if kind == "ratio":
        target = chance.pick([Fraction(100), Fraction(95), Fraction(925, 10), Fraction(30)])
        if down:
            target = chance.pick([Fraction(35, 10), Fraction(20), Fraction(0)])
    elif is_integer(plan, indicator):
        target = Fraction(chance.pick([1, 2, 9, 10, 11, 50, 221, chance.number(20, 999)]))
        if down and chance.one_in(3):
            target = Fraction(0)
    else:
        target = decimal(chance.share(50, 20000) if not down else chance.share(1, 3000))
    gap = max(target * chance.share(10, 90), Fraction(1))
    baseline = target + 2 * gap if down else target - gap
    if kind == "cumulative" and not down:
        baseline = Fraction(0)
    baseline = decimal(baseline, 0 if is_integer(plan, indicator) else 2)
    indicator["target"] = target
    stated = not chance.one_in(4) if kind == "cumulative" and down else chance.one_in(2)
    if kind == "cumulative" and down and target == 0:
        stated = True
    if stated and (baseline != target or chance.one_in(6)):
        indicator["baseline"] = baseline


def give_term(chance, indicator):
    if chance.one_in(5):
        indicator["start"] = chance.day(date(2023, 1, 10), date(2023, 4, 30))
    if chance.one_in(4):
        indicator["due"] = chance.pick([
            date(2023, 10, 31), date(2023, 11, 30), chance.day(date(2023, 7, 1), END)])


def give_trajectory(chance, plan, indicator):
    kind = chance.pick([None, None, "linear", "hold", "end", "step", "points"])
    if kind in ("step", "points") and rises_to_a_limit(indicator):
        kind = "linear"
    indicator["trajectory"] = None if kind is None else {"type": kind}
    if kind not in ("step", "points"):
        return
    if chance.one_in(2):
        indicator["frequency"] = "season"
    first = indicator.get("start", START) + days(20)
    last = indicator.get("due", END)
    dates = sorted({chance.day(first, last) for _ in range(chance.number(1, 4))})
    if chance.one_in(2):
        dates[-1] = last
    indicator["trajectory"]["points"] = [
        {"date": day, "value": value}
        for day, value in zip(dates, point_values(chance, plan, indicator, len(dates)))]


def rises_to_a_limit(indicator):
    """A total that is to stay below its target: there is nothing that it falls from."""
    return (indicator["kind"] == "cumulative" and indicator.get("direction") == "down"
            and "baseline" not in indicator)


def point_values(chance, plan, indicator, count):
    """Values on the way from the baseline to the target; the last is the target."""
    target = indicator["target"]
    down = indicator.get("direction") == "down"
    origin = indicator.get("baseline")
    if origin is None:
        origin = target + abs(target) + 5 if down else min(target, Fraction(0))
    shares = sorted(chance.share(5, 95) for _ in range(count - 1))
    places = 0 if is_integer(plan, indicator) else 2
    return [decimal(origin + (target - origin) * share, places) for share in shares] + [target]


# Readings

def make_readings(chance, plan, task, indicator):
    dates = reading_dates(chance, plan, task, indicator)
    readings = []
    issued = plan.get("issued")
    for day in dates:
        reading = {"id": "r%d" % (len(readings) + 1), "date": day}
        give_value(chance, plan, task, indicator, reading, readings)
        give_report(chance, reading, issued)
        reading["by"] = task["lead"][0]
        if chance.one_in(6):
            reading["provisional"] = True
        if day > END - days(60) and chance.one_in(4):
            reading["final"] = True
        readings.append(reading)
        if chance.one_in(8):
            readings.append(correct(chance, plan, task, indicator, reading, readings))
            if chance.one_in(4):
                readings.append(
                    correct(chance, plan, task, indicator, readings[-1], readings))
    return readings


def reading_dates(chance, plan, task, indicator):
    """Mostly the ends of the periods of report; sometimes the reports stop early."""
    seen = Indicator(plan, task, indicator, LAST_DAY, LAST_DAY)
    stop = min(seen.due, END)
    if chance.one_in(2):
        stop = chance.day(date(2023, 5, 1), stop)
    dates = set()
    for first, last, _ in seen.periods():
        if chance.one_in(5):
            continue
        day = last if not chance.one_in(6) else chance.day(first, last)
        if day <= stop:
            dates.add(day)
    if len(dates) > 14:
        dates = chance.sample(sorted(dates), 14)
    if indicator.get("frequency") in ("year", "once", "season", "quarter") or chance.one_in(5):
        dates = set(dates) | {chance.day(seen.start, stop) for _ in range(3)}
    return sorted(dates)


def give_value(chance, plan, task, indicator, reading, before):
    if indicator.get("denominator"):
        parts = {indicator["denominator"]: 20, indicator["numerator"]: 19}
        if chance.one_in(6):
            reading["value"] = Fraction(0)
            reading["parts"] = dict.fromkeys(parts, 0)
            return
        if chance.one_in(3):
            reading["parts"] = parts
    value = near_a_limit(chance, plan, task, indicator, reading["date"])
    if indicator["kind"] == "cumulative":
        value = at_least_as_far(indicator, value, before)
    reading["value"] = value


def at_least_as_far(indicator, value, before):
    """A total of the year does not fall (down: does not rise) without a correction."""
    earlier = [r["value"] for r in before if r["value"] is not None]
    if not earlier:
        return value
    if indicator.get("direction") == "down":
        return min([value] + earlier)
    return max([value] + earlier)


def near_a_limit(chance, plan, task, indicator, day):
    """A value at the limit of a light or of the target, next to it, or anywhere."""
    value = limit_value(chance, plan, task, indicator, day)
    if is_integer(plan, indicator):
        places = 0
    else:
        places = chance.pick([1, 2, 2, 2, 6])
    value = decimal(value, places)
    if chance.one_in(3):
        value += Fraction(chance.pick([-1, 1]), 10 ** places)
    if indicator["kind"] != "growth" and indicator["target"] >= 0:
        value = max(value, Fraction(0))
    return value


def limit_value(chance, plan, task, indicator, day):
    seen = Indicator(plan, task, indicator, day, LAST_DAY)
    light = rules_of(plan)["light"]
    base, target = seen.baseline, seen.target
    what = chance.pick(["target", "ratio", "ratio", "ratio", "points", "free", "free"])
    expected = seen.expected(day)
    if what == "target" and (chance.one_in(2) or day > date(2023, 9, 30)):
        return chance.pick([target, seen.limit_of_about(), target * Fraction(101, 100)])
    if expected is not None and what == "ratio":
        share = chance.pick([light["green"], light["yellow"], light["ahead"], Fraction(1)])
        if seen.inverse:
            return expected / share
        if seen.holds:
            return expected / share if seen.down else expected * share
        return base + (expected - base) * share
    if expected is not None and what == "points":
        points = chance.pick([light["green_points"], light["yellow_points"]])
        return expected + (target - base) * Fraction(points, 100)
    share = seen.time_progress(day) * chance.share(40, 130)
    return base + (target - base) * share if not seen.inverse else target * (2 - share)


def give_report(chance, reading, issued):
    """The day of the report: in time, late, filled in after the issue, or not written."""
    day = reading["date"]
    if issued and day < issued and not chance.one_in(6):
        reading["reported"] = issued + days(chance.pick([0, 7, 7, 7, 8, 20]))
        if not chance.one_in(8):
            reading["backfilled"] = True
    elif chance.one_in(5):
        reading["reported"] = day + days(chance.number(5, 45))
        if chance.one_in(6):
            reading["backfilled"] = True
    elif not chance.one_in(10):
        reading["reported"] = day + days(chance.number(0, 5))


def correct(chance, plan, task, indicator, wrong, before):
    """A correction of a reading, or its withdrawal."""
    reading = {
        "id": "r%d" % (len(before) + 1), "date": wrong["date"], "value": None,
        "reported": wrong.get("reported", wrong["date"]) + days(chance.number(0, 40)),
        "by": task["lead"][0], "corrects": wrong["id"], "reason": "核减",
        "approved_by": task["lead"][0],
    }
    if not chance.one_in(4):
        reading["value"] = near_a_limit(chance, plan, task, indicator, wrong["date"])
    return reading


# Changes

def make_changes(chance, plan, task):
    changes = []
    for indicator in task.get("indicators", []):
        if chance.one_in(4):
            add_target_changes(chance, plan, indicator, changes)
        if "due" in indicator and chance.one_in(5):
            moved = indicator["due"] + days(chance.pick([-20, 15, 30]))
            add_change(chance, changes, "indicators.%s.due" % indicator["id"],
                       indicator["due"], min(moved, END), chance.day(date(2023, 5, 1), END))
    if chance.one_in(8):
        moved = task["due"] + days(chance.pick([-20, 10, 31]))
        add_change(chance, changes, "due", task["due"], moved,
                   chance.day(date(2023, 6, 1), END))
    return changes


def add_target_changes(chance, plan, indicator, changes):
    value = indicator["target"]
    day = chance.day(date(2023, 3, 1), date(2023, 10, 31))
    for _ in range(chance.pick([1, 1, 2])):
        changed = decimal(value * chance.pick([Fraction(8, 10), Fraction(11, 10),
                                               Fraction(125, 100)]),
                          0 if is_integer(plan, indicator) else 2)
        if indicator["kind"] == "ratio":
            changed = min(changed, Fraction(100))
        baseline = indicator.get("baseline", 0)
        same_side = (changed < baseline) == (value < baseline)
        if changed in (value, baseline) or not same_side:
            return
        change = add_change(chance, changes, "indicators.%s.target" % indicator["id"],
                            value, changed, day)
        if chance.one_in(2):
            change["rescale"] = True
        if "approved_by" in change:
            value = changed
        day = chance.day(day, END) + days(1)


def add_change(chance, changes, field, before, after, effective):
    change = {
        "id": "c%d" % (len(changes) + 1), "requested": effective - days(chance.number(0, 30)),
        "effective": effective, "field": field, "from": before, "to": after,
        "reason": "情况变化",
    }
    if not chance.one_in(4):
        change["approved_by"] = OFFICE
    changes.append(change)
    return change


# Tasks

def make_task(chance, plan, item):
    task = {
        "schema": 1, "item": item, "section": chance.pick([1, 2]), "title": "任务%d" % item,
        "lead": chance.sample(UNITS, chance.pick([1, 1, 2])),
        "due": END if not chance.one_in(4) else chance.day(date(2023, 8, 1), END),
        "status": "in_progress" if not chance.one_in(4) else chance.pick(STATUSES),
    }
    if chance.one_in(15):
        task["mechanism"] = True
    form = chance.number(1, 10)
    if form <= 8:
        give_indicators(chance, plan, task)
    if form in (7, 8, 9):
        task["milestones"] = make_milestones(chance)
    if form == 10 or chance.one_in(15):
        give_grade(chance, task)
    changes = make_changes(chance, plan, task)
    if changes:
        task["changes"] = changes
    for indicator in task.get("indicators", []):
        readings = [] if chance.one_in(12) else make_readings(chance, plan, task, indicator)
        if readings:
            indicator["readings"] = readings
    if chance.one_in(4):
        task["issues"] = [make_issue(chance, task, n) for n in range(chance.number(1, 2))]
    if chance.one_in(3):
        task["self_assessments"] = make_assessments(chance, plan, task)
    if chance.one_in(12):
        give_override(chance, task)
    return task


def give_indicators(chance, plan, task):
    count = chance.pick([1, 1, 1, 2, 2, 3])
    task["indicators"] = [make_indicator(chance, plan, n + 1) for n in range(count)]
    for indicator in task["indicators"]:
        if chance.one_in(3):
            indicator["weight"] = chance.pick([Fraction(2), Fraction(1, 2), Fraction(3)])
    for part in task["indicators"][1:]:
        if chance.one_in(4):
            part["part_of"], part["weight"] = task["indicators"][0]["id"], Fraction(0)


def make_milestones(chance):
    milestones = []
    for number in range(1, chance.number(1, 4) + 1):
        milestone = {"id": "m%d" % number, "name": "节点%d" % number,
                     "due": chance.day(date(2023, 3, 1), END)}
        if chance.one_in(3):
            milestone["weight"] = chance.pick([Fraction(2), Fraction(1, 2), Fraction(0)])
        if not chance.one_in(3):
            milestone["done"] = milestone["due"] + days(chance.number(-30, 30))
        milestones.append(milestone)
    return milestones


def give_grade(chance, task):
    if chance.one_in(6):
        return
    task["qualitative"] = {"grade": chance.pick(["优", "良", "中", "差"]), "by": OFFICE}
    if not chance.one_in(3):
        task["qualitative"]["date"] = chance.day(date(2023, 6, 1), END)


def make_issue(chance, task, number):
    found = chance.day(date(2023, 4, 1), date(2023, 11, 30))
    issue = {
        "id": "q%d" % (number + 1), "found": found, "found_by": task["lead"][0],
        "level": chance.pick(["critical", "critical", "major", "general"]),
        "text": "困难", "owner": chance.pick(UNITS),
    }
    if not chance.one_in(3):
        issue["due"] = found + days(chance.number(3, 60))
    day = found
    issue["log"] = [{"date": day, "state": "found"}]
    for state in ["assigned", "coordinating", "resolved", "closed"][:chance.number(0, 4)]:
        day += days(chance.number(0, 30))
        issue["log"].append({"date": day, "state": state, "by": OFFICE})
    return issue


def make_assessments(chance, plan, task):
    assessments = []
    day = date(2023, 4, 5)
    for _ in range(chance.number(1, 3)):
        day += days(chance.number(10, 90))
        assessment = {"date": day, "by": task["lead"][0],
                      "grade": chance.pick(["优", "良", "中"])}
        weights = [i for i in task.get("indicators", []) if i.get("weight", 1) > 0]
        if weights and not chance.one_in(4):
            target = weights[0]["target"] * chance.pick(
                [Fraction(1), Fraction(95, 100), Fraction(104, 100)])
            assessment["expect_year_end"] = decimal(
                target, 0 if is_integer(plan, weights[0]) else 2)
        assessments.append(assessment)
    return assessments


def give_override(chance, task):
    task["override"] = {"light": chance.pick(["blue", "green", "yellow", "red", "grey"]),
                        "reason": "核定", "by": OFFICE}
    if not chance.one_in(3):
        task["override"]["until"] = chance.day(date(2023, 8, 1), END)


def make_ledger(seed, count):
    """The plan and the tasks of a seed."""
    chance = Chance(seed)
    plan = make_plan(chance)
    return plan, [make_task(chance, plan, item) for item in range(1, count + 1)]


def make_clocks(seed, count):
    """Pairs of clocks of a seed (as of, known by): often the days on which a rule turns."""
    chance = Chance("clocks %s" % seed)
    special = [END, END - days(1), END + days(1), END - days(30), END - days(31), END + days(5),
               END + days(45), END + days(46), date(2023, 4, 1), date(2023, 9, 30),
               date(2023, 7, 31)]
    clocks = []
    for _ in range(count):
        as_of = chance.day(date(2023, 1, 15), LAST_DAY - days(40))
        if chance.one_in(3):
            as_of = chance.pick(special)
        known_by = as_of
        if chance.one_in(2):
            known_by += days(chance.number(1, 40))
        elif chance.one_in(10):
            known_by -= days(chance.number(1, 30))
        clocks.append((as_of, known_by))
    return clocks


# YAML

PLAIN = re.compile(r"[a-z_一-鿿][a-z_A-Z0-9.一-鿿]*$")


def scalar(value):
    """A scalar as it stands in a file."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, Fraction)):
        return number_text(Fraction(value))
    if PLAIN.match(value) and value not in ("null", "true", "false", "yes", "no"):
        return value
    return '"%s"' % value.replace("\\", "\\\\").replace('"', '\\"')


def number_text(value):
    """An exact decimal of at most six places."""
    millionths = value * 10 ** 6
    if millionths.denominator != 1:
        raise ValueError("%s has more than six places" % value)
    whole, part = divmod(abs(millionths.numerator), 10 ** 6)
    text = "%d.%06d" % (whole, part) if part else str(whole)
    return ("-" if value < 0 else "") + (text.rstrip("0") if part else text)


def flow(value):
    """A value on one line."""
    if isinstance(value, dict):
        return "{%s}" % ", ".join("%s: %s" % (scalar(k), flow(v)) for k, v in value.items())
    if isinstance(value, list):
        return "[%s]" % ", ".join(map(flow, value))
    return scalar(value)


def block(mapping, indent=0):
    """A mapping over several lines; lists of mappings are lists of blocks or of lines."""
    lines = []
    for key, value in mapping.items():
        lead = " " * indent + key + ":"
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(lead)
            for entry in value:
                lines.extend(list_entry(entry, indent + 2))
        else:
            lines.append("%s %s" % (lead, flow(value)))
    return lines


def list_entry(entry, indent):
    if not any(isinstance(value, (dict, list)) for value in entry.values()):
        return [" " * indent + "- " + flow(entry)]
    lines = block(entry, indent + 2)
    lines[0] = " " * indent + "- " + lines[0].lstrip()
    return lines


def write_ledger(plan, tasks, folder):
    """Writes the files of a ledger under a folder; gives the path of each task by its item."""
    plan_folder = Path(folder) / "tasks" / plan["id"]
    plan_folder.mkdir(parents=True, exist_ok=True)
    units = {"schema": 1, "units": [{"name": name, "type": "government"}
                                    for name in UNITS + [OFFICE]]}
    write(plan_folder.parent / "units.yaml", units)
    write(plan_folder / "plan.yaml", plan)
    paths = {}
    for task in tasks:
        paths[task["item"]] = plan_folder / ("%03d-random.yaml" % task["item"])
        write(paths[task["item"]], task)
    return paths


def write(path, mapping):
    path.write_text("\n".join(block(mapping)) + "\n", encoding="utf-8")


def main(arguments):
    if len(arguments) not in (2, 3):
        print(__doc__)
        return 2
    count = int(arguments[2]) if len(arguments) == 3 else 20
    plan, tasks = make_ledger(int(arguments[0]), count)
    write_ledger(plan, tasks, arguments[1])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
