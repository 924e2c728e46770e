"""Runs the program on random ledgers and compares its figures with the calculator's.

A seed is a plan with tasks. The plans of a batch of seeds lie in one folder and are seen together
at several pairs of clocks (D, K). A pair takes two calls, whatever the size of the batch: `BINARY
list --format json` for tasks, indicators, milestones and records, and `list --columns
plan,item,score,months` for the scores. At the first pair of a batch the rows of `list --rows
indicators` and one task of `show` must say the same as the list. Every field is compared
(fields.py); a difference is printed with all that is needed to look into it. The last lines tell
what was reached (coverage.py). Exit status 1 when there is a difference or a floor is not reached.
"""

import argparse
import json
import multiprocessing
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path

import fields
import random_ledger
from coverage import Coverage
from light import reason
from present import present_task
from task import Task


class Failure(Exception):
    """The program did not give what it was asked for."""


def ask(options, folder, as_of, known_by, *arguments):
    """What the program answers, with exact numbers."""
    command = [options.binary, *arguments, "-C", str(folder), "--as-of", as_of.isoformat(),
               "--known-by", known_by.isoformat(), "--format", "json"]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    if not result.stdout.strip():
        raise Failure("%s: exit status %d\n%s"
                      % (" ".join(command), result.returncode, result.stderr))
    try:
        return json.loads(result.stdout, parse_float=Fraction, parse_int=int)
    except ValueError as error:
        raise Failure("%s: %s" % (" ".join(command), error)) from error


def rows_of(answer):
    """The rows of an answer: a list, or the one list of an object around it."""
    if isinstance(answer, list):
        return answer
    lists = [value for value in answer.values() if isinstance(value, list)]
    if len(lists) != 1:
        raise Failure("no list of rows: %s" % sorted(answer))
    return lists[0]


def by_address(rows):
    return {(row.get("plan"), row.get("item")): row for row in rows_of(rows)}


def number(value):
    """A number as a person reads it."""
    if isinstance(value, Fraction):
        return ("%f" % float(value)).rstrip("0").rstrip(".")
    if isinstance(value, (list, tuple)):
        return "[%s]" % ", ".join(map(number, value))
    if isinstance(value, dict):
        return "{%s}" % ", ".join("%s: %s" % (k, number(v)) for k, v in value.items())
    return "null" if value is None else str(value)


# Stories: the circumstances in one line

def story_of_indicator(m):
    target = "pending" if m.pending else "than %s%+d" % (
        m.than["name"], m.than["by"]) if m.compared else number(m.target)
    words = [m.kind, m.qualifier, "down" if m.down else "up", m.trajectory["type"],
             "by unit " + m.aggregate if m.aggregate else "", "T " + target,
             "b %s" % number(m.baseline) if m.has_baseline else "no b", m.data["unit"],
             "whole" if m.integer else "", "%s@%s" % (number(m.value), m.day) if m.day else
             "no reading", "%s..%s" % (m.start, m.due), m.frequency,
             "window" if m.by_window else "", "strive" if m.strive else "", "why: " + reason(m),
             "status " + m.view.status(), circumstances(m.plan)]
    return ", ".join(word for word in words if word)


def story_of_task(task):
    words = ["status " + task.asked.status(), "mechanism" if task.data.get("mechanism") else "",
             "due %s" % task.asked.value("due", task.data["due"]),
             "measures " + " ".join("%s:%s" % (m.data["id"], reason(m)) for m in task.weighted)
             if task.weighted else "no indicators",
             "milestones " + " ".join(m.light for m in task.milestones)
             if task.milestones else "", "grade %s" % task.grade if task.grade else "",
             "verdict %s of %s" % task.spoken if task.spoken else "",
             "silent" if task.is_silent else "", circumstances(task.plan)]
    return ", ".join(word for word in words if word)


def circumstances(plan):
    words = ["public" if plan.public else "", "issued %s" % plan.issued if plan.issued else "",
             "month time" if plan.by_month else "",
             "by points" if plan.rule("light", "rule") == "points" else ""]
    return ", ".join(word for word in words if word)


# Comparing

class Comparison:
    """The differences of one ledger."""

    def __init__(self, options, seed):
        self.options, self.seed = options, seed
        self.found, self.by_field = [], Counter()
        self.coverage = Coverage()

    def report(self, where, clocks, differences, story):
        for field, mine, theirs in differences:
            if self.options.fields and field.split(".")[0] not in self.options.fields:
                continue
            name = field.split(".")[0]
            self.by_field[name] += 1
            if self.by_field[name] <= self.options.each and len(self.found) < self.options.most:
                self.found.append(
                    "seed %d, %s, as of %s, known by %s: %s: program %s, calculator %s\n    %s"
                    % (self.seed, where, *clocks, field, number(theirs), number(mine), story))

    def task(self, task, mine, theirs, scored, clocks):
        where = "item %d" % mine["item"]
        story = story_of_task(task)
        self.report(where, clocks, fields.of_task(mine, theirs, task.data), story)
        self.report(where, clocks, fields.of_score(mine, scored), story)
        for kind in fields.RECORDS:
            records = task.data.get(kind)
            if kind == "orders":
                records = [dict(order, to=task.plan.units_in_force(order["to"], clocks[0]))
                           for order in records or []]
            self.report(where, clocks, fields.of_records(
                kind, records, theirs.get(kind), *clocks), story)
        self.parts(where, clocks, mine["milestones"], theirs.get("milestones"),
                   lambda index, part: story, fields.of_milestone)
        self.parts(where, clocks, mine["indicators"], theirs.get("indicators"),
                   lambda index, part: story_of_indicator(task.measures[index]),
                   fields.of_indicator)
        shown = {part.get("id"): part for part in theirs.get("indicators") or []}
        for measure in task.measures:
            part = shown.get(measure.data["id"]) or {}
            self.report("%s/%s" % (where, measure.data["id"]), clocks, fields.of_records(
                "readings", measure.data.get("readings"), part.get("readings"), *clocks),
                story_of_indicator(measure))

    def parts(self, where, clocks, mine, theirs, story, compare):
        """The milestones or the indicators of a task, by their id."""
        shown = {part.get("id"): part for part in theirs or []}
        for index, part in enumerate(mine):
            here = "%s/%s" % (where, part["id"])
            if part["id"] not in shown:
                found = [("id", part["id"], fields.ABSENT)]
            else:
                found = compare(part, shown[part["id"]])
            self.report(here, clocks, found, story(index, part))


def same_in_rows(options, folder, clocks, listed, address):
    """(where, field, list, other) where rows of indicators or `show` say something else."""
    rows = rows_of(ask(options, folder, *clocks, "list", "--rows", "indicators"))
    nested = {(*at, i["id"]): i for at, t in listed.items() for i in t.get("indicators", [])}
    for row in rows:
        at = row.get("plan"), row.get("item"), row.get("id")
        for field, value in nested.get(at, {}).items():
            if field in row and row[field] != value:
                yield "%s/%s/%s, list --rows" % at, field, value, row[field]
    shown = ask(options, folder, *clocks, "show", "%s/%d" % address)
    shown = shown[0] if isinstance(shown, list) else shown
    for field, value in listed.get(address, {}).items():
        if field in shown and shown[field] != value:
            yield "item %s/%d, show" % address, field, value, shown[field]


def compare_batch(job):
    """The comparisons of the seeds of a batch."""
    options, seeds, temporary = job
    comparisons = [Comparison(options, seed) for seed in seeds]
    ledgers = [random_ledger.make_ledger(seed, options.tasks) for seed in seeds]
    folder = Path(options.keep or temporary) / ("seeds-%d" % seeds[0])
    if options.binary:
        for ledger in ledgers:
            random_ledger.write_ledger(*ledger, folder)
    plans = [plan for plan, _, _ in ledgers]
    caches = [{} for _ in seeds]
    for index, clocks in enumerate(random_ledger.make_clocks(plans, seeds[0], options.clocks)):
        listed = scores = {}
        try:
            if options.binary:
                listed = by_address(ask(options, folder, *clocks, "list"))
                scores = by_address(ask(options, folder, *clocks, "list", "--columns",
                                        "plan,item,score,months"))
                if index == 0:
                    address = plans[0].data["id"], ledgers[0][2][0]["item"]
                    for where, *difference in same_in_rows(
                            options, folder, clocks, listed, address):
                        comparisons[0].report(where, clocks, [difference], "two answers differ")
        except Failure as failure:
            comparisons[0].report("run", clocks, [("output", "JSON", str(failure))], "")
            break
        for comparison, (plan, _, tasks), cache in zip(comparisons, ledgers, caches):
            for data in tasks:
                compare_task(comparison, Task(plan, data, *clocks), cache, clocks, listed, scores)
    if options.binary and not options.keep:
        shutil.rmtree(folder)
    return comparisons


def compare_task(comparison, task, cache, clocks, listed, scores):
    mine = present_task(task, cache)
    comparison.coverage.count(task, mine)
    if comparison.options.binary:
        address = mine["plan"], mine["item"]
        comparison.task(task, mine, listed.get(address, {}), scores.get(address, {}), clocks)


def seeds_of(text):
    first, dots, last = text.partition("..")
    return range(int(first), int(last if dots else first) + 1)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", nargs="?", help="the program to be tested; without it the "
                        "ledgers are only computed and what they reach is counted")
    parser.add_argument("--seeds", type=seeds_of, default=range(1, 21), metavar="A..B",
                        help="seeds of the ledgers (default 1..20)")
    parser.add_argument("--tasks", type=int, default=30, metavar="N", help="tasks of a ledger")
    parser.add_argument("--clocks", type=int, default=10, metavar="N",
                        help="pairs of clocks of a ledger")
    parser.add_argument("--batch", type=int, default=10, metavar="N",
                        help="seeds that a process of the program sees together (default 10)")
    parser.add_argument("--parallel", type=int, default=2, metavar="N", help="processes")
    parser.add_argument("--keep", metavar="DIR", help="write the ledgers here and keep them")
    parser.add_argument("--fields", type=lambda text: set(text.split(",")), metavar="A,B",
                        help="compare these fields only")
    parser.add_argument("--most", type=int, default=20, metavar="N",
                        help="stop after so many differences (default 20)")
    parser.add_argument("--each", type=int, default=3, metavar="N",
                        help="print at most so many differences of a field and ledger (default 3)")
    return parser.parse_args()


def run(options, temporary):
    """The comparisons of the seeds, as they come."""
    seeds = list(options.seeds)
    jobs = [(options, seeds[at:at + options.batch], temporary)
            for at in range(0, len(seeds), options.batch)]
    if options.parallel <= 1 or len(jobs) == 1:
        for job in jobs:
            yield from compare_batch(job)
        return
    with multiprocessing.Pool(options.parallel) as pool:
        for comparisons in pool.imap(compare_batch, jobs):
            yield from comparisons


def main():
    options = parse_arguments()
    coverage, by_field, printed = Coverage(), Counter(), 0
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        for comparison in run(options, temporary):
            coverage.add(comparison.coverage)
            by_field += comparison.by_field
            for line in comparison.found[:options.most - printed]:
                print(line)
            printed += len(comparison.found)
            if printed >= options.most:
                print("stopped after %d differences, at seed %d"
                      % (options.most, comparison.seed))
                break
    for field, count in by_field.most_common():
        print("%6d differences of %s" % (count, field))
    lacking = coverage.report()
    for line in lacking:
        print("not reached: " + line)
    seconds = max(time.monotonic() - begun, 0.001)
    print("%d states %s, %d a second, %d differences" % (
        coverage.states, "compared" if options.binary else "computed only",
        coverage.states / seconds, sum(by_field.values())))
    return 1 if by_field or lacking else 0


if __name__ == "__main__":
    sys.exit(main())
