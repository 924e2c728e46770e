"""Makes a random ledger from a seed: a plan with tasks, as dicts and as YAML files.

It reaches everything that the measures depend on, and often puts values at or next to the
limits that decide a light. All of it is made up. The same seed gives the same ledger.

    python3 random_ledger.py SEED FOLDER [TASKS]
"""

import sys
from datetime import date
from fractions import Fraction
from pathlib import Path

import small_yaml
from chance import Chance, decimal
from dates import days
from plan import Plan
from random_changes import OFFICE, Changes
from random_indicator import GROUP, MEMBERS, Maker, forms_of
from random_readings import ReadingMaker

UNITS = ["甲局", "乙局", "丙局", "丁局", "戊中心"]
OLD, NEW, ALIAS = "旧局", "新局", "甲"
STATUSES = ["suspended", "cancelled", "closed", "carried_over", "close_requested"]


# Plan

def make_plan(chance):
    start, end = chance.pick([(date(2023, 1, 1), date(2023, 12, 31))] * 6 + [
        (date(2023, 2, 1), date(2024, 1, 31)), (date(2023, 1, 1), date(2024, 6, 30))])
    plan = {
        "schema": 1, "id": "2023", "title": "随机台账（虚构）",
        "period": {"start": start, "end": end},
        "sections": [{"no": 1, "title": "第一板块"}, {"no": 2, "title": "第二板块"}],
        "roles": {"office": OFFICE, "closers": [OFFICE]}, "synthetic": True,
    }
    if not chance.one_in(6):
        plan["issued"] = chance.pick([date(2023, 8, 2), start + days(20), date(2023, 3, 5)])
    if chance.one_in(6):
        plan["reporting"] = "public"
    elif chance.one_in(3):
        plan["reporting"] = "owed"
    rules = make_rules(chance)
    if rules:
        plan["rules"] = rules
    if chance.one_in(2):
        plan["holidays"] = [date(2023, 10, day) for day in (2, 3, 4, 5, 6)]
        plan["holidays"] += [date(2023, 5, 5), date(2024, 1, 5)]
        plan["workdays"] = [date(2023, 10, 7), date(2023, 8, 5), date(2023, 11, 5)]
    return plan


def make_rules(chance):
    """Now and then a rule that differs from the default."""
    rules, light = {}, {}
    if chance.one_in(4):
        rules["time"] = "month"
    if chance.one_in(6):
        rules["reporting_from"] = chance.pick([date(2023, 2, 10), date(2023, 6, 30)])
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
                          "points_below": Fraction(1), "amounts_below": 8}
    if chance.one_in(5):
        rules["stale"] = {"week": [8, 15], "month": [35, 70]}
    if chance.one_in(3):
        rules["deadlines"] = chance.pick([
            {"month": 10, "week": 1, "settlement": 20, "issue_critical": 10},
            {"month": "own-28", "quarter": 15}, {"month": "own-20", "year": 31},
            {"week": 7, "season": 12, "quarter": "own-30"}])
    if chance.one_in(3):
        rules["forecast"] = {"method": chance.pick(["ratio", "recent", "last", "unit"]),
                             "from": chance.pick([Fraction(1, 4), Fraction(1, 2)])}
    if chance.one_in(6):
        rules["counting_units"] = ["个", "家", "起"]
    if chance.one_in(6):
        rules["score"] = {"late": Fraction(1, 2), "missing": 1, "red": 1, "most": 15}
    return rules


def make_units():
    units = [{"name": name, "type": "government"} for name in UNITS + [OFFICE, NEW] + MEMBERS]
    units[0]["aliases"] = [ALIAS]
    units.append({"name": OLD, "type": "government", "status": "renamed", "successor": NEW,
                  "valid": {"to": date(2023, 6, 30)}})
    merged = next(unit for unit in units if unit["name"] == "丁局")
    merged.update(status="merged", successor="丙局", valid={"to": date(2023, 8, 31)})
    units.append({"name": GROUP, "type": "group", "members": list(MEMBERS)})
    return units


# Tasks

def make_task(chance, plan, item, forms):
    data = plan.data
    end = plan.end
    task = {
        "schema": 1, "item": item, "section": chance.pick([1, 2]), "title": "任务%d" % item,
        "lead": chance.sample(UNITS + [OLD], chance.pick([1, 1, 2])),
        "due": end if not chance.one_in(4) else chance.day(end - days(150), end),
        "status": "in_progress" if not chance.one_in(8) else chance.pick(STATUSES),
    }
    if chance.one_in(10):
        task["due"] = "standing"
    if chance.one_in(3):
        task["support"] = [chance.pick([ALIAS, "戊中心", GROUP])]
    if chance.one_in(3):
        task["leader"] = chance.pick(["副市长甲", ["常务副市长", "副市长甲"]])
    if chance.one_in(20):
        task["mechanism"] = True
    form = chance.number(1, 12)
    makers = []
    if form <= 10:
        makers = [Maker(chance, data, n + 1, task["due"] == "standing", next(forms))
                  for n in range(chance.pick([1, 1, 2, 2, 3]))]
        task["indicators"] = [maker.make() for maker in makers]
        for part in task["indicators"][1:]:
            if chance.one_in(6):
                part["part_of"], part["weight"] = task["indicators"][0]["id"], Fraction(0)
    if form in (7, 8, 11):
        task["milestones"] = make_milestones(chance, plan)
    if form == 12 or chance.one_in(15):
        give_grade(chance, plan, task)
    Changes(chance, plan, task).make(makers, UNITS)
    for maker in makers:
        if not chance.one_in(12):
            ReadingMaker(chance, plan, task, maker).make()
    give_records(chance, plan, task)
    return task


def make_milestones(chance, plan):
    milestones = []
    for number in range(1, chance.number(1, 4) + 1):
        milestone = {"id": "m%d" % number, "name": "节点%d" % number,
                     "due": chance.day(plan.start + days(60), plan.end)}
        if chance.one_in(3):
            milestone["weight"] = chance.pick([Fraction(2), Fraction(1, 2), Fraction(0)])
        if not chance.one_in(3):
            milestone["done"] = milestone["due"] + days(chance.number(-30, 30))
        if number > 1 and chance.one_in(2):
            milestone["waits_for"] = ["m%d" % (number - 1)]
        milestones.append(milestone)
    return milestones


def give_grade(chance, plan, task):
    if chance.one_in(6):
        return
    task["qualitative"] = {"grade": chance.pick(["优", "良", "中", "差"]), "by": OFFICE}
    if not chance.one_in(3):
        task["qualitative"]["date"] = chance.day(plan.start + days(150), plan.end + days(20))


def give_records(chance, plan, task):
    if chance.one_in(2):
        task["progress"] = make_progress(chance, plan, task)
    if chance.one_in(4):
        task["issues"] = [make_issue(chance, plan, n) for n in range(chance.number(1, 2))]
    if chance.one_in(3):
        task["self_assessments"] = make_assessments(chance, plan, task)
    if chance.one_in(10):
        task["orders"] = [make_order(chance, plan, task)]
    if chance.one_in(8):
        give_override(chance, plan, task)


def make_progress(chance, plan, task):
    progress, day = [], plan.start + days(20)
    for _ in range(chance.number(1, 6)):
        day += days(chance.number(5, 70))
        entry = {"date": day, "by": task["lead"][0], "done": "已推进"}
        if chance.one_in(2):
            entry["verdict"] = chance.pick(["ahead", "on_schedule", "behind", "stopped", "done"])
        if chance.one_in(3):
            entry["percent"] = chance.number(0, 100)
        progress.append(entry)
    return progress


def make_issue(chance, plan, number):
    found = chance.day(plan.start + days(90), plan.end - days(30))
    issue = {
        "id": "q%d" % (number + 1), "found": found, "found_by": OFFICE,
        "level": chance.pick(["critical", "critical", "major", "general"]),
        "text": "困难", "owner": chance.pick(UNITS),
    }
    if not chance.one_in(3):
        issue["due"] = found + days(chance.number(3, 60))
    day = found
    issue["log"] = [{"date": day, "state": "found"}]
    states = ["assigned", "coordinating", "resolved", "closed"][:chance.number(0, 4)]
    if len(states) == 4 and chance.one_in(2):
        states += ["reopened", "assigned", "resolved"][:chance.number(1, 3)]
    elif len(states) == 3 and chance.one_in(2):
        states += ["assigned", "resolved"][:chance.number(1, 2)]
    for state in states:
        day += days(chance.number(1, 30))
        step = {"date": day, "state": state, "by": OFFICE}
        if state == "reopened":
            step.update(state="found", reopened=True)
        issue["log"].append(step)
    return issue


def make_order(chance, plan, task):
    day = chance.day(plan.start + days(90), plan.end)
    order = {"id": "d1", "date": day, "level": chance.pick(["reminder", "order", "listed"]),
             "reason": "进度滞后", "to": [task["lead"][0]], "reply_by": day + days(10)}
    if chance.one_in(2):
        order["reply"] = {"date": day + days(chance.number(1, 30)), "text": "已整改"}
    return order


def make_assessments(chance, plan, task):
    assessments, day = [], plan.start + days(90)
    indicators = task.get("indicators", [])
    for _ in range(chance.number(1, 3)):
        day += days(chance.number(10, 90))
        assessment = {"date": day, "by": task["lead"][0],
                      "grade": chance.pick(["优", "良", "中"])}
        numbers = {i["id"]: decimal(i["target"] * chance.pick(
            [Fraction(1), Fraction(95, 100), Fraction(104, 100)]), 0)
            for i in indicators if isinstance(i.get("target"), Fraction)}
        if numbers and not chance.one_in(4):
            alone = len(indicators) == 1 and chance.one_in(2)
            assessment["expect_year_end"] = list(numbers.values())[0] if alone else numbers
        assessments.append(assessment)
    return assessments


def give_override(chance, plan, task):
    overrides = []
    for _ in range(chance.pick([1, 1, 2])):
        begin = chance.day(plan.start + days(100), plan.end)
        entry = {"light": chance.pick(["blue", "green", "yellow", "red", "grey"]),
                 "reason": "核定", "by": OFFICE, "from": begin}
        if chance.one_in(3):
            del entry["light"]
            entry["score"] = Fraction(chance.number(0, 100))
        if not chance.one_in(3):
            entry["until"] = begin + days(chance.number(0, 90))
        overrides.append(entry)
    task["override"] = overrides[0] if len(overrides) == 1 else overrides


# Ledger

def make_ledger(seed, count):
    """The plan, its data and units, and the tasks of a seed."""
    chance = Chance(seed)
    data, units = make_plan(chance), make_units()
    data["id"] = "s%d" % seed
    plan, forms = Plan(data, units), forms_of(seed)
    return plan, units, [make_task(chance, plan, item, forms) for item in range(1, count + 1)]


def make_clocks(plans, seed, count):
    """Pairs of clocks (as of, known by) for several plans: often the days on which a rule turns."""
    chance, clocks = Chance("clocks %s" % seed), []
    while len(clocks) < count:
        plan = chance.pick(plans)
        end = plan.end
        special = [end, end - days(1), end + days(1), end - days(30), end - days(31),
                   end + days(5), end + days(45), end + days(46), date(2023, 4, 1),
                   date(2023, 9, 30), date(2023, 7, 31)]
        as_of = chance.day(plan.start + days(14), end + days(70))
        if chance.one_in(3):
            as_of = chance.pick(special)
        known_by = as_of
        if chance.one_in(2):
            known_by += days(chance.number(1, 40))
        elif chance.one_in(8):
            known_by -= days(chance.number(1, 30))
        if (as_of, known_by) not in clocks:
            clocks.append((as_of, known_by))
    return clocks


def write_ledger(plan, units, tasks, folder):
    """Writes the files of a ledger under a folder; gives the path of each task by its item."""
    plan_folder = Path(folder) / "tasks" / plan.data["id"]
    plan_folder.mkdir(parents=True, exist_ok=True)
    small_yaml.write(plan_folder.parent / "units.yaml", {"schema": 1, "units": units})
    small_yaml.write(plan_folder / "plan.yaml", plan.data)
    paths = {}
    for task in tasks:
        paths[task["item"]] = plan_folder / ("%03d-random.yaml" % task["item"])
        small_yaml.write(paths[task["item"]], task)
    return paths


def main(arguments):
    if len(arguments) not in (2, 3):
        print(__doc__)
        return 2
    count = int(arguments[2]) if len(arguments) == 3 else 20
    plan, units, tasks = make_ledger(int(arguments[0]), count)
    write_ledger(plan, units, tasks, arguments[1])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
