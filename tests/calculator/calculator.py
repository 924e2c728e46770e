"""An independent calculator of the measures of a work ledger.

It was written from the specification of the domain alone, to be run against the program as an
oracle. Section numbers (§) are those of the specification; the rules of a subject stand
together: dates.py, plan.py (rules, units, changes), readings.py, measure.py (an indicator with
everything resolved), figures.py (expected, ratio, completion, gap, met), periods.py, forecast.py,
light.py, task.py, score.py, present.py (fields of the output). compare.py runs the program on
what random_ledger.py makes, and says with coverage.py what was reached.

Plans, tasks and indicators are plain dicts with the keys of the files; dates are
`datetime.date`, numbers `Fraction`. Everything is exact and rounded only in present.py.

    python3 calculator.py --self-test      check the worked values of §10

Where the specification is silent, this is how it was read:

Readings
 1. A data date may lie up to the later of E and the plan's end; a later one does not count.
 2. A correction that was itself found false without a verified value does not displace what it
    corrects. A correction that was corrected in its turn goes on displacing the first reading.
 3. What is found about a reading holds for later unapproved corrections of it also where there
    is no verified value: they do not count either. Approval of one breaks the chain. Of several
    inspections of a reading the newest counts.
 4. By unit, a correction displaces a reading only for the units that both name; a withdrawal
    does for all.
 5. The total over the units is that of their newest readings; `reading` is the one that gives
    its date; it is `final` where all are, `verified` where one is. The history for `recent` is
    the totals that stood at the data dates. An `each` as a whole has no reading and no
    `data_date`; its `age` is that of the oldest. `met` is not known while a unit has no value
    and no other fails; `known_units` tells n/N of the units that have reported.
Targets and trajectories
 6. Without a baseline b = 0 holds for `linear` and `points` as well, but before an `end` is due
    and before the first `step` nothing is expected: that is no figure, not 0, and there is no
    gap either. A value on the wrong side of b is looked for only where there is a baseline.
 7. With `hold` the baseline is used nowhere, neither in completion nor in `about`. A default
    trajectory of a ceiling does not use it either. From E on every trajectory is at T.
 8. T = b makes a written trajectory `hold` too, but not that of a ceiling.
 9. Of a rank, `about` and `at_least` mean v <= T. `direction` in the output is `down` for ranks
    and ceilings. `target` is `pending` where it is, null for compared ones and `each`.
10. A compared ceiling has no completion before it is due, like any ceiling; its gap is in
    points and positive where it is below T', as it is for `direction: down`.
11. A ceiling on a path that is over T and not over e(d) keeps a ratio above 1: the words on
    quotients above 1 are for T' <= 0.
12. `down` with v <= 0 < T' has no ratio and is on schedule, as a ceiling is.
13. In the completion of an `each` a unit that is 逾期未报 is 0, like in any mean; one without
    a completion otherwise is left out. The whole is 逾期未报 where all units are.
Periods
14. Late counts owed periods only, and by unit those that every unit has reported; what came
    first is the first reading of the data date, withdrawn or not.
15. `once` has no rule in `deadlines`: the 5th. A weekly rule beyond Friday lengthens `stale`.
16. After the last point of a `season` a reading belongs to no period, but counts as in the last.
17. Whether it was blue for good before a period's end is asked of the day before that, with what
    is known by K; only met totals and stocks can be.
18. A window counts owed months that are reported or missing; those without a denominator, not
    owed or 待报 are left out; where there is none completion is v/T. By points its light goes by
    the last month.
19. `age` without a reading counts from the last day of the first owed period, null before that
    and in a public ledger. 待报 begins where 漏报 would: at the last day or the deadline.
Lights, classes, scores
20. The order of §6.8 decides: what is met is not lowered for being over e(d); a pending target
    comes before 未报送. 待比较 is never stale before E (§6.7), so after it silence turns its
    light, and then it is seen in the task's; it stays out of means and scores. 不适用 stays grey.
21. `met_so_far` is the mark 现达标, not 用得过快; `broken` the mark 已突破 of an allowance.
22. The classes are those of §6.9: a pending target is `not_measured`, 待比较 `not_compared`,
    不适用 `not_applicable`; so is a task where all its measures stand apart, by the first of
    `not_compared`, `not_applicable`, `not_measured` among them. Where a task is not counted, its
    parts have neither class nor light (§6.9: in no class, everywhere alike). `weight` of a task is that of all that do not stand apart.
23. A verdict speaks where no weighted indicator has an effective reading (one pending does not
    hinder it) and no weighted milestone is done. `verdict` is the newest, however old.
24. A closed task without measures is blue, whatever its grade: the office has closed it.
25. Silence of milestones goes by the data dates of effective readings.
26. Of several overrides in force the one with the newest `from` holds; its light gives the class,
    and a grey one 暂不评价, `not_judged`.
27. `overdue` of a part is false where its task is over (closed, carried over, suspended,
    cancelled, mechanism), as that of the task is; it is false and `pending_final` is false where the target is pending or not
    applicable; `pending_final` is true without a reading, and false in a public ledger.
28. A carried over task is seen at E + settlement of the task at the latest, and known by then;
    what is done about it (issues, inspections, orders) goes on, and who leads and reports are
    the units of the day asked about (§6.11: one row, everywhere).
29. Blue that was first reached after E scores its completion at E, at most 99, 0 without any;
    for `strive` that is a miss.
30. An `each` scores as a whole: settled when all are or one is red by date, its lowest ratio
    until then; a broken allowance 0; it is 逾期未报 where all units are. While a unit has never
    reported it is left out, but for a ratio below 1, and its completion is in no mean.
31. Months end from the issue on, whatever `reporting_from` says; in a cancelled month there is
    no light either, for it is in no class (§6.9); a suspended month stands
    between its neighbours. Issues that were overdue in any round cost once each, in a public
    ledger never. Tasks that are not counted have no score.
32. `forecast.gap` is in the unit of the indicator; with one method alone that is the unit's own
    word, there is a range and no value.
33. A unit that leads a task is not listed in its `support` too. A change that was asked for by D
    and known by K is in the answer, in force or not.
34. Where nothing is left to be reported, for the value of E or a final one is there, staleness
    does not touch the light: a missed `strive` stays yellow. The completion T/v of what goes down
    without a baseline is held against T/e(d) in the gap.
35. After a merger the newest amounts of those who are one now are added, once each that has a
    target has one; what a unit reports of a later day than the merger is of them all.
    After a merger rates are not added: a unit has its own target and values, a new one the
    hardest of the targets and no value, but earlier periods were reported by those before it.
    Units that each have their own owe each for itself.
36. The gap of a compared target is in points where it is measured in per cent (§6.4), else in
    its unit; a task whose weighted measures all have no completion by rule is not in the N of a
    mean (§6.8, §6.11). `carried_to` has no date: it holds once the status is 结转.
"""

import sys

from present import present_task
from task import Task


def measure_plan(plan, tasks, as_of, known_by, cache=None):
    """The tasks of a plan as they are printed, in their order.

    `cache` keeps the lights of the months, which do not hang on the two dates, between calls
    for the same ledger.
    """
    cache = {} if cache is None else cache
    return [present_task(Task(plan, task, as_of, known_by), cache)
            for task in sorted(tasks, key=lambda task: task["item"])]


def main(arguments):
    if arguments != ["--self-test"]:
        print(__doc__)
        return 2
    import worked_values
    return worked_values.check()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
