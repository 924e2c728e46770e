"""Expected value, schedule ratio, completion, gap, met (§6.3 to §6.6)."""

import math
from fractions import Fraction

from dates import ONE_DAY
from measure import once

ONE, NOTHING = Fraction(1), Fraction(0)


# Expected (§6.3)

def expected_exact(m, day):
    """What the trajectory expects at a date, not rounded; None without a target."""
    if m.target is None:
        return None
    if m.part_of_sum:
        if m.whole.target == 0:
            return m.target
        of_whole = expected_exact(m.whole, day)
        return None if of_whole is None else m.target * of_whole / m.whole.target
    kind = m.trajectory["type"]
    if m.holds:
        return m.target
    if kind == "linear":
        return m.baseline + (m.target - m.baseline) * m.time(day)
    if day >= m.due:
        return m.target
    before = m.baseline if m.has_baseline else None
    if kind == "end":
        return before
    points = points_in_force(m)
    if kind == "step":
        passed = [point["value"] for point in points if point["date"] <= day]
        return passed[-1] if passed else before
    return between_points(m, points, day)


def between_points(m, points, day):
    """Straight in time progress, from the baseline on the day before S."""
    before = {"date": m.start - ONE_DAY, "value": m.baseline}
    for point in points:
        if day < point["date"]:
            passed, whole = (m.time(x) - m.time(before["date"]) for x in (day, point["date"]))
            return before["value"] + (point["value"] - before["value"]) * passed / whole
        before = point
    return before["value"]


@once
def points_in_force(m):
    """The points of the trajectory, multiplied by the changes of target that ask for it."""
    points = (m.data.get("trajectory") or {}).get("points") or []
    target = m.data.get("target")
    for change in m.view.changes:
        if change["field"] == m.field("trajectory"):
            points = change["to"].get("points") or []
        elif change["field"] == m.field("target"):
            if change.get("rescale") and target not in ("pending", m.baseline):
                factor = (Fraction(change["to"]) - m.baseline) / (target - m.baseline)
                points = [{"date": p["date"],
                           "value": m.baseline + (p["value"] - m.baseline) * factor}
                          for p in points]
            target = change["to"]
    return points


def rounded_expectation(m, value):
    """A count towards the baseline; of a ceiling up."""
    if value is None or not m.integer:
        return value
    return Fraction(math.ceil(value) if m.lower_is_better else math.floor(value))


@once
def exact(m):
    if m.day is None or m.each:
        return None
    return expected_exact(m, m.day)


@once
def expected(m):
    return rounded_expectation(m, exact(m))


# Met (§6.6)

def limit(m):
    """The value that is enough."""
    if m.qualifier != "about" or m.rank:
        return m.target
    about = m.plan.rule("about", "percent_below")
    span = abs(m.target - m.baseline)
    sign = 1 if m.down else -1
    if m.data["unit"] == "%":
        return m.target + sign * Fraction(m.plan.rule("about", "points_below"))
    if not m.integer:
        about = m.plan.rule("about", "amounts_below")
        return m.target + sign * span * Fraction(about) / 100
    if span < m.plan.rule("about", "smallest_count"):
        return m.target
    enough = m.target + sign * span * Fraction(about) / 100
    return Fraction(math.floor(enough) if m.down else math.ceil(enough))


def meets(m, value):
    strict = m.qualifier == "below" or m.qualifier == "exceed"
    enough = limit(m)
    if m.lower_is_better:
        return value < enough if strict else value <= enough
    return value > enough if strict else value >= enough


@once
def met(m):
    if m.each:
        return bool(m.parts) and all(met(part) for part in m.parts)
    return m.value is not None and m.target is not None and meets(m, m.value)


def met_or_unknown(m):
    """None while that is not known; of an `each` while no unit fails and one has no value."""
    if not m.each:
        return met(m) if m.value is not None else None
    if met(m):
        return True
    return False if any(part.value is not None and not met(part) for part in m.parts) else None


# Schedule ratio (§6.5)

def is_ready(m):
    """There is a value and a target to hold it against."""
    return m.value is not None and m.target is not None


@once
def ratio(m):
    if m.each:
        found = [ratio(part) for part in m.parts if ratio(part) is not None]
        return min(found) if found else None
    if not is_ready(m) or m.rank:
        return None
    if m.holds and not m.ceiling:
        return quotient(m, m.target)
    if expected(m) is None:
        return None
    if m.ceiling:
        return quotient(m, expected(m))
    if m.down and not m.has_baseline:
        return quotient(m, expected(m)) if expected(m) != 0 else None
    if expected(m) == m.baseline:
        wrong = m.value > m.baseline if m.down else m.value < m.baseline
        return NOTHING if wrong and m.has_baseline else None
    return (m.value - m.baseline) / (expected(m) - m.baseline)


def quotient(m, wanted):
    """Value by wanted, where lower is better the other way round; None where there is none."""
    if m.target == 0:
        return None
    if m.target < 0:
        if met(m):
            return ONE
        turned = m.value / wanted if m.lower_is_better else wanted / m.value
        return None if turned > 1 else turned
    if not m.lower_is_better:
        return m.value / wanted
    return None if m.value <= 0 else wanted / m.value


@once
def has_no_quotient(m):
    """Neither met nor in any relation to the target (T' = 0): yellow, and no score."""
    if not is_ready(m) or ratio(m) is not None or met(m):
        return False
    return m.rank or m.target <= 0 and (m.holds or m.ceiling)


# Completion and gap (§6.4)

@once
def completion(m):
    if m.pending or m.rank:
        return None
    if m.ceiling and m.as_of < m.due:
        return None
    if m.each:
        if not any(part.newest for part in m.parts):
            return None  # nobody has said anything: no completion, not one of zero
        found = [share for share in map(share_in_means, m.parts) if share is not None]
        return sum(found) / len(found) if found else None
    if not is_ready(m):
        return None
    if m.by_window:
        share = share_of_months(m)
        if share is not None:
            return share
    if m.ceiling:
        if met(m):
            return ONE
        return NOTHING if m.target == 0 else quotient(m, m.target) or NOTHING
    if m.kind == "growth" or m.compared or (m.holds and m.down):
        return ONE if met(m) else ratio(m) or NOTHING
    if m.down and not m.has_baseline:
        return ONE if met(m) else m.target / m.value
    if m.holds or not m.has_baseline:
        if m.target == 0:
            return ONE if met(m) else NOTHING
        return m.value / m.target
    return (m.value - m.baseline) / (m.target - m.baseline)


def share_of_months(m):
    from periods import months_of_window
    months_met, owed = months_of_window(m)
    return Fraction(months_met, owed) if owed else None


def is_known_of_all(m):
    """Every unit has reported, or is 逾期未报; what is no `each` is known or not."""
    from light import reason
    return not m.each or all(part.newest is not None or reason(part) == "overdue_report"
                             for part in m.parts)


def share_in_means(m):
    """The capped completion; 0 where it is 逾期未报."""
    from light import reason
    if reason(m) == "overdue_report":
        return NOTHING
    if not is_known_of_all(m):
        return None  # the mean of some units is not that of all (部分未报送)
    share = completion(m)
    return None if share is None else capped(share)


def capped(share):
    return min(max(share, NOTHING), ONE)


@once
def gap(m):
    """(number, unit of the gap); positive is good."""
    if m.each or not is_ready(m):
        return None, None
    if m.rank:
        return m.target - m.value, "places"
    ahead = m.target - m.value if m.lower_is_better else m.value - m.target
    if m.compared:
        rate = m.kind in ("ratio", "growth") or m.data["unit"] == "%"
        return ahead, "points" if rate else "unit"
    if m.kind == "growth" and not m.ceiling:
        return ahead, "points"
    if expected(m) is None:
        return None, None
    if m.ceiling:
        return expected(m) - m.value, "unit"
    wanted = ONE
    if m.down and not m.has_baseline and not m.holds:
        if expected(m) == 0:
            return None, None
        wanted = m.target / expected(m)
    elif not m.holds and m.target != m.baseline:
        wanted = (expected(m) - m.baseline) / (m.target - m.baseline)
    return 100 * (completion(m) - wanted), "points"


def gap_at_the_end(m, forecast):
    return m.target - forecast if m.lower_is_better else forecast - m.target
