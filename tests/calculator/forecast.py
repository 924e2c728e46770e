"""The value expected at the due date, by each method (§6.10)."""

import math
from fractions import Fraction

from figures import exact, gap_at_the_end, is_ready, meets
from measure import once

METHODS = ("ratio", "recent", "last", "unit")
RECENT = (60, 120)  # days


@once
def forecast(m):
    result = dict.fromkeys(METHODS + ("method", "value", "low", "high", "gap", "gap_of_target",
                                       "will_meet"))
    if m.each or not is_ready(m) or m.rank or m.compared \
            or m.time(m.day) < Fraction(m.plan.rule("forecast", "from")):
        return result
    for method in METHODS:
        result[method] = rounded_forecast(m, BY_METHOD[method](m))
    preferred = m.plan.rule("forecast", "method")
    there = [result[method] for method in METHODS if result[method] is not None]
    if there:
        result.update(low=min(there), high=max(there))
    for method in (preferred, "ratio", "recent", "last"):
        if result[method] is not None:
            value = result[method]
            gap = gap_at_the_end(m, value)
            result.update(method=method, value=value, gap=gap, will_meet=meets(m, value),
                          gap_of_target=None if m.target == 0 else gap / abs(m.target))
            break
    return result


def rounded_forecast(m, value):
    """A count to the side that is worse for the promise."""
    if value is None or not m.integer:
        return value
    return Fraction(math.ceil(value) if m.lower_is_better else math.floor(value))


def by_ratio(m):
    wanted = exact(m)
    if wanted is None:
        return None
    if m.allowance:
        return None if wanted == 0 else m.target * m.value / wanted
    if wanted == m.baseline:
        return None
    return m.baseline + (m.target - m.baseline) * (m.value - m.baseline) / (wanted - m.baseline)


def by_recent(m):
    linear = m.trajectory["type"] == "linear" and not m.holds
    if not (linear or m.allowance or m.kind == "level"):
        return None
    nearest, farthest = RECENT
    base = next((r for r in m.history() if r.value is not None and r.applicable
                 and nearest <= (m.day - r.date).days <= farthest), None)
    if base is None:
        return None
    slope = (m.value - Fraction(base.value)) / (m.day - base.date).days
    return m.value + slope * max((m.due - m.day).days, 0)


def by_last(m):
    if m.kind in ("level", "ratio", "growth") or (m.ceiling and not m.allowance):
        return m.value
    return None


def by_unit(m):
    """What the unit itself expects: a number where the task has this one indicator."""
    if m.unit is not None:
        return None
    alone = len(m.view.task.get("indicators") or []) == 1
    newest, found = None, None
    for assessment in m.view.task.get("self_assessments") or []:
        value = assessment.get("expect_year_end")
        if isinstance(value, dict):
            value = value.get(m.data["id"])
        elif not alone:
            value = None
        if value is None or not m.view.shows(assessment["date"]):
            continue
        if newest is None or assessment["date"] >= newest:
            newest, found = assessment["date"], Fraction(value)
    return found


BY_METHOD = {"ratio": by_ratio, "recent": by_recent, "last": by_last, "unit": by_unit}
