"""The light of an indicator, with what turned it, and its class (§6.8, §6.9)."""

from fractions import Fraction

from figures import expected, gap, has_no_quotient, met, ratio
from forecast import forecast
from measure import once
from periods import every_month_is_met, in_last_period, stale

LIGHTS = ["blue", "green", "grey", "yellow", "red"]  # best to worst
CLASS_OF_LIGHT = {"blue": "done", "green": "on_schedule", "yellow": "behind",
                  "red": "far_behind", "grey": "not_reported"}
APART = ("pending", "not_compared", "not_applicable")  # grey, apart
CLASS_APART = {"pending": "not_measured", "not_compared": "not_compared",
               "not_applicable": "not_applicable"}
BY_DATE = ("unfinished", "overdue_report", "broken")


def worse(one, other):
    return max(one, other, key=LIGHTS.index)


def worst(lights, otherwise="grey"):
    return max(lights, key=LIGHTS.index, default=otherwise)


@once
def figures_say(m):
    """(light, reason) of the figures alone, before what is to come and silence."""
    public, after = m.plan.public, m.as_of > m.due
    settled = m.is_settled_by_date and not public
    if m.pending:
        return "grey", "pending"
    if m.newest is None:
        return ("red", "overdue_report") if settled else ("grey", "not_reported")
    if not m.applicable:
        return "grey", "not_applicable"
    if m.not_compared:
        return "grey", "not_compared"
    last = in_last_period(m, m.day)
    final = m.newest.final and last
    broken = m.allowance and not met(m)
    for_good = met(m) and not m.goes_back
    if public and after and m.day < m.due and not (final or broken or for_good):
        return "grey", "not_recorded"
    if met(m):
        return when_met(m, last, final and after, settled)
    if broken:
        return "red", "broken"
    if m.as_of >= m.due and (m.day >= m.due or final or settled):
        return "red", "unfinished"
    return by_schedule(m), "schedule"


def when_met(m, last, final, settled):
    if not m.goes_back:
        return "blue", "done"
    if m.day >= m.due or final or (settled and last):
        if m.by_window and not m.plan.public and not every_month_is_met(m):
            return "red", "unfinished"
        return "blue", "done"
    if settled:
        return "red", "overdue_report"
    if m.allowance and ratio(m) is not None \
            and ratio(m) < Fraction(m.plan.rule("light", "green")):
        return "yellow", "too_fast"
    return "green", "met_so_far"


def by_schedule(m):
    if m.rank or has_no_quotient(m):
        return "yellow"
    light = by_threshold(m)
    if m.ceiling and expected(m) is not None and m.value > expected(m):
        light = worse(light, "yellow")
    return light


def by_threshold(m):
    figure, suffix = ratio(m), ""
    if m.plan.rule("light", "rule") == "points":
        points = points_of_schedule(m)
        if points is not None:
            figure, suffix = points, "_points"
    if figure is None or figure >= Fraction(m.plan.rule("light", "green" + suffix)):
        return "green"
    yellow = Fraction(m.plan.rule("light", "yellow" + suffix))
    return "yellow" if figure >= yellow else "red"


def points_of_schedule(m):
    """The gap where it is in points of completion; of a window that of the last month."""
    if m.ceiling or m.compared or m.kind == "growth":
        return None
    if m.by_window:
        return None if ratio(m) is None else 100 * (ratio(m) - 1)
    return gap(m)[0]


@once
def light(m):
    if m.each:
        return worst(light(part) for part in m.parts)
    found, reason = figures_say(m)
    if reason in ("pending", "not_applicable", "not_recorded") or found == "blue":
        return found
    if not m.plan.public and 0 <= (m.due - m.as_of).days <= m.plan.rule("light", "due_soon") \
            and forecast(m)["will_meet"] is False:
        found = worse(found, "yellow")
    if m.strive and found == "red" and reason != "overdue_report":
        found = "yellow"
    if is_closed_by_data(m) and reason != "not_compared":
        return found
    return worse(found, ["blue", "yellow", "red"][stale(m)])


def is_closed_by_data(m):
    """The value of E is there, or a final one: nothing more is owed."""
    return m.newest is not None and m.as_of >= m.due and (
        m.day >= m.due or (m.newest.final and in_last_period(m, m.day)))


@once
def is_settled(m):
    """Blue, or red by date, before `strive` softens it (§6.12)."""
    if m.each:
        return all(is_settled(part) for part in m.parts) or is_lost(m)
    found, reason = figures_say(m)
    return found == "blue" or reason in BY_DATE


def is_lost(m):
    """Of an `each`: one unit is red by date, and the whole with it."""
    return any(figures_say(part)[1] in BY_DATE for part in m.parts)


@once
def reason(m):
    """Why, of the whole: the worst of the units says it."""
    if not m.each:
        return figures_say(m)[1]
    reasons = [figures_say(part)[1] for part in m.parts]
    for telling in APART + ("overdue_report",):
        if all(r == telling for r in reasons):
            return telling
    for telling in ("broken", "unfinished", "overdue_report", "not_reported", "not_recorded"):
        if telling in reasons:
            return "unfinished" if telling == "overdue_report" else telling
    if all(r == "done" for r in reasons):
        return "done"
    return "schedule"


def stands_apart(m):
    """Grey for want of a target, a benchmark or a denominator, and not turned by silence."""
    return reason(m) in APART and light(m) == "grey"


@once
def met_so_far(m):
    """Met, and may go back yet (现达标)."""
    if m.each:
        return met(m) and not all(light(part) == "blue" for part in m.parts) and all(
            figures_say(part)[1] in ("met_so_far", "done") for part in m.parts)
    return figures_say(m)[1] == "met_so_far"


@once
def broken(m):
    """A broken allowance (已突破)."""
    if m.each:
        return any(broken(part) for part in m.parts)
    return m.allowance and m.value is not None and m.target is not None and not met(m)


@once
def class_of(m):
    if stands_apart(m):
        return CLASS_APART[reason(m)]
    if light(m) == "green" and not m.ceiling and ratio(m) is not None \
            and ratio(m) >= Fraction(m.plan.rule("light", "ahead")):
        return "ahead"
    return CLASS_OF_LIGHT[light(m)]


@once
def overdue(m):
    if m.plan.public or m.view.standing or reason(m) in APART:
        return False
    return m.as_of > m.due and not met(m)


@once
def pending_final(m):
    if m.plan.public or reason(m) in ("pending", "not_applicable"):
        return False
    return m.as_of >= m.due and not is_settled(m)
