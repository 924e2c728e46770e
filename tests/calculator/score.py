"""The score of a task and the lights of its months (§6.12)."""

from fractions import Fraction

from dates import ONE_DAY, deadline_of, end_of_month
from figures import (capped, completion, has_no_quotient, is_known_of_all, meets, met, ratio)
from light import APART, broken, is_settled, light, reason
from measure import Measure
from periods import late, missing
from plan import View
from task import GRADE_SHARE, Task, weight_of

GRADES = ((90, "优"), (80, "良"), (60, "中"))
HUNDRED = Fraction(100)
LEFT_OUT = ("pending", "not_compared", "not_applicable", "not_recorded", "not_reported")


def score_of_measure(m):
    """s of an indicator; None where it is left out."""
    settled, why = is_settled(m), reason(m)
    if why == "overdue_report":
        return Fraction(0)
    heard = any(part.newest for part in m.parts) if m.each else m.newest is not None
    if not heard and not settled:
        return None
    if m.each and broken(m):
        return halved(m, Fraction(0))
    left_out = APART + ("not_recorded",) if m.each else LEFT_OUT
    reasons = {why, *(reason(part) for part in m.parts)} if m.each else {why}
    if why in left_out or "not_recorded" in reasons or (m.rank and m.as_of < m.due):
        return None
    if m.each and not settled and not is_known_of_all(m) and not is_behind(m):
        return None  # that the others are on schedule says nothing of the one that never reported
    score = points_of(m, settled)
    return halved(m, score) if settled else score


def halved(m, score):
    """A settled miss of what was only striven for costs half."""
    return HUNDRED - (HUNDRED - score) / 2 if m.strive and score < HUNDRED else score


def is_behind(m):
    """What is known of an `each` already says that the whole is behind."""
    if ratio(m) is None:
        return any(map(has_no_quotient, m.parts))
    return ratio(m) < 1


def points_of(m, settled):
    if settled and light_is_blue(m):
        return score_at_the_due_date(m)
    if met(m) and not settled:
        if m.allowance and ratio(m) is not None:
            return HUNDRED * capped(ratio(m))
        return HUNDRED
    if settled:
        return of_a_miss(m)
    if ratio(m) is None:
        return Fraction(0) if any(map(has_no_quotient, m.parts or [m])) else HUNDRED
    return HUNDRED * capped(ratio(m))


def light_is_blue(m):
    return all(light(part) == "blue" for part in (m.parts if m.each else [m]))


def of_a_miss(m):
    """Settled and not met: the completion, at most 99; a broken ceiling and a rank 0."""
    if m.ceiling or m.rank:
        return Fraction(0)
    share = completion(m)
    return min(HUNDRED * capped(share), Fraction(99)) if share is not None else Fraction(0)


def score_at_the_due_date(m):
    """Blue: 100, but what was first reached after E takes the value at E (逾期完成)."""
    if not m.each:
        return of_a_miss(as_at_due(m)) if is_met_late(m) else HUNDRED
    if not any(is_met_late(part) for part in m.parts):
        return HUNDRED
    points = [of_a_miss(as_at_due(part)) if is_met_late(part) else HUNDRED for part in m.parts]
    return min(sum(points) / len(points), Fraction(99))


def is_met_late(m):
    """Met now, and by no effective value up to E."""
    return met(m) and not any(
        r.date <= m.due and r.applicable and r.value is not None and met_then(m, r)
        for r in m.history())


def met_then(m, reading):
    """By the target of its own day: what is compared has that of its own benchmark."""
    value = Fraction(reading.value)
    if m.compared:
        if reading.benchmark is None:
            return False
        value += Fraction(m.newest.benchmark) - Fraction(reading.benchmark)
    return meets(m, value)


def as_at_due(m):
    """The measure with the readings up to the newest by E that says something, all else as now."""
    told = [r.date for r in (m.readings.effective if m.readings else [])
            if r.date <= m.due and r.applicable and r.value is not None]
    last = max(told, default=m.due)
    data = dict(m.data)
    data["readings"] = [r for r in m.data.get("readings") or [] if r["date"] <= last]
    then = Measure(m.view, data)
    if m.unit is not None:
        then = next(part for part in then.parts if part.unit == m.unit)
    return then


def month_ends(plan):
    end = end_of_month(plan.start)
    while end <= plan.end:
        yield end
        end = end_of_month(end + ONE_DAY)


def months(task, cache):
    """The lights at the ends of the months, each known by its own deadline."""
    plan, found = task.plan, []
    if plan.public:
        return found
    for end in month_ends(plan):
        deadline = deadline_of(plan, "month", end)
        if (plan.issued and end < plan.issued) or end > task.view.as_of \
                or deadline > task.view.known_by:
            continue
        key = (task.data["item"], end)
        if key not in cache:
            status = View(plan, task.data, end, deadline).status()
            cache[key] = None if status in ("suspended", "cancelled") else Task(
                plan, task.data, end, deadline).light
        if cache[key] is not None:
            found.append((end, cache[key]))
    return found


def false_reports(task):
    """The readings of weighted indicators that were found inconsistent."""
    count = 0
    for measure in task.weighted:
        dates = {r["id"]: r for r in measure.data.get("readings") or []}
        for (indicator, reading), ruling in task.view.rulings.items():
            known = dates.get(reading)
            if indicator == measure.data["id"] and ruling["result"] == "inconsistent" \
                    and known is not None and known["date"] <= task.view.as_of \
                    and (known.get("reported") or known["date"]) <= task.view.known_by:
                count += 1
    return count


def deductions(task, cache):
    rule = task.plan.rule
    total = Fraction(0)
    for measure in task.weighted:
        total += Fraction(rule("score", "late")) * len(late(measure))
        total += Fraction(rule("score", "missing")) * len(missing(measure))
    total += Fraction(rule("score", "issue_overdue")) * sum(i.was_overdue for i in task.issues)
    total += Fraction(rule("score", "false_report")) * false_reports(task)
    before = None
    for end, lamp in months(task, cache):
        if lamp == "red":
            total += Fraction(rule("score", "red"))
        elif lamp == "yellow" and before is not None and before[1] in ("yellow", "red") \
                and end_of_month(before[0] + ONE_DAY) == end:
            total += Fraction(rule("score", "second_yellow"))
        before = end, lamp
    return min(total, Fraction(rule("score", "most")))


def score(task, cache):
    """value, base, deducted, known, all, grade; `value` None where there is none."""
    if not task.asked.counted:
        return dict.fromkeys(("value", "base", "deducted", "known", "all", "grade"))
    parts = []
    for measure in task.weighted:
        if not measure.pending:
            parts.append((weight_of(measure.data), score_of_measure(measure)))
    for milestone in task.weighted_milestones:
        points = HUNDRED if milestone.done else Fraction(0) if milestone.is_past else None
        parts.append((milestone.weight, points))
    if not task.has_measures:
        grade = task.grade
        parts = [(Fraction(1), 100 * GRADE_SHARE[grade])] if grade else []
    known = [(weight, points) for weight, points in parts if points is not None]
    base = None
    if known:
        base = sum(w * s for w, s in known) / sum(w for w, _ in known)
    deducted = deductions(task, cache)
    value = None if base is None else max(base - deducted, Fraction(0))
    by_hand = task.override("score")
    if by_hand is not None:
        value = Fraction(by_hand)
    grade = None
    if value is not None:
        grade = next((name for least, name in GRADES if value >= least), "差")
    return {"value": value, "base": base, "deducted": deducted, "known": len(known),
            "all": len(parts), "grade": grade}
