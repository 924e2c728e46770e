"""Figures as the program prints them (§11): rounded half away from zero, by field name."""

import math
from fractions import Fraction

from figures import completion, exact, expected, gap, met_or_unknown, ratio
from forecast import forecast
from light import broken, class_of, light, met_so_far, overdue, pending_final
from periods import age, late, missing, reports_due, stale, units_missing
from score import months, score
from task import weight_of


def rounded(value, places):
    if value is None:
        return None
    scaled = abs(Fraction(value)) * 10 ** places
    return Fraction(math.floor(scaled + Fraction(1, 2)), 10 ** places) * (1 if value >= 0 else -1)


def per_cent(share):
    return None if share is None else rounded(share * 100, 2)


def present_gap(m):
    value, unit = gap(m)
    # Two rates are apart by points, whatever the gap is called.
    points = unit == "points" or m.data["unit"] == "%"
    return rounded(value, 2 if points else 3), unit


def present_forecast(m):
    def shown(key, value):
        if key in ("method", "will_meet"):
            return value
        return per_cent(value) if key == "gap_of_target" else rounded(value, 3)
    return {key: shown(key, value) for key, value in forecast(m).items()}


def present_period(m, period):
    return {"end": period.last, "deadline": period.deadline, "units": units_missing(m, period)}


def known_units(m):
    """Of units with targets how many have reported, n/N."""
    if not m.parts:
        return None
    return "%d/%d" % (sum(part.newest is not None for part in m.parts), len(m.parts))


def reading_used(m):
    """What the figures stand on; of an `each` the oldest of the units' newest, once all are there."""
    if not m.each:
        return m.newest.id if m.newest else None
    newest = [part.newest for part in m.parts]
    return min(newest, key=lambda r: r.date).id if newest and None not in newest else None


def shown_baseline(m):
    """Where units have baselines of their own: their total, of an `each` none."""
    if not isinstance(m.data.get("baseline"), dict):
        return m.data.get("baseline", 0 if m.kind == "cumulative" else None)
    return None if m.each else m.written_baseline()


def present_part(part, asked):
    """A unit of the targets."""
    return {
        "unit": part.unit,
        "target": part.target,
        "value": rounded(part.value, 6),
        "completion": per_cent(completion(part)),
        "ratio": rounded(ratio(part), 4),
        "light": light(part) if asked.counted else None,
        "class": class_of(part) if asked.counted else None,
    }


def present_indicator(m, asked):
    data = m.data
    gap_value, gap_unit = present_gap(m)
    newest = m.newest
    return {
        "id": data["id"],
        "name": data["name"],
        "kind": m.kind,
        "qualifier": m.qualifier,
        "commitment": data["commitment"],
        "target": "pending" if m.pending else None if m.compared else m.target,
        "unit": data["unit"],
        "direction": "down" if m.lower_is_better else "up",
        "reading": reading_used(m),
        "value": rounded(m.value, 6),
        "data_date": None if m.each else m.day,
        "time": per_cent(m.time(m.as_of)),
        "expected": rounded(expected(m), 3),
        "expected_exact": rounded(exact(m), 3),
        "completion": per_cent(completion(m)),
        "ratio": rounded(ratio(m), 4),
        "gap": gap_value,
        "gap_unit": gap_unit,
        "met": met_or_unknown(m),
        "known_units": known_units(m),
        "met_so_far": met_so_far(m),
        "broken": broken(m),
        "age": age(m),
        "stale": stale(m),
        "light": light(m) if asked.counted else None,
        "class": class_of(m) if asked.counted else None,
        "overdue": overdue(m) and asked.is_asked_for,
        "pending_final": pending_final(m),
        "late": len(late(m)),
        "missing": len(missing(m)),
        "missing_periods": [present_period(m, p) for p in missing(m)],
        "reports_due": [present_period(m, p) for p in reports_due(m)],
        "forecast": present_forecast(m),
        "targets": [present_part(part, asked) for part in m.parts],
        "than": m.than,
        "benchmark": newest.benchmark if newest else None,
        "verified": any(part.newest is not None and part.newest.verified
                        for part in (m.parts if m.each else [m])),
        # What the file says, with its defaults.
        "start": m.start,
        "due": m.due,
        "integer": m.integer,
        "weight": weight_of(data),
        "frequency": m.frequency,
        "reporter": m.plan.unit_in_force(
            data.get("reporter") or asked.value("lead", asked.task["lead"])[0], asked.as_of),
        "baseline": shown_baseline(m),
        "window": data.get("window"),
        "numerator": data.get("numerator"),
        "denominator": data.get("denominator"),
        "baseline_date": data.get("baseline_date"),
        "part_of": data.get("part_of"),
        "of": data.get("of"),
        "release": data.get("release"),
        "aggregate": m.aggregate,
        "quote": data.get("quote"),
        "note": data.get("note"),
    }


def present_milestone(milestone, asked):
    from light import CLASS_OF_LIGHT
    return {
        "id": milestone.data["id"],
        "name": milestone.data["name"],
        "due": milestone.due,
        "weight": milestone.weight,
        "done": milestone.done,
        "light": milestone.light if asked.counted else None,
        "class": CLASS_OF_LIGHT[milestone.light] if asked.counted else None,
        "overdue": milestone.is_past and asked.is_asked_for,
        "due_soon": milestone.is_due_soon and asked.is_asked_for,
        "waits_for": milestone.data.get("waits_for") or [],
        "evidence": milestone.data.get("evidence") or [],
    }


def present_issue(issue):
    return {"id": issue.data["id"], "found": issue.data["found"], "level": issue.data["level"],
            "state": issue.state, "due": issue.due, "overdue": issue.overdue}


def present_task(task, cache):
    data, asked = task.data, task.asked
    share, known, every, weights = task.completion()
    leader = asked.value("leader", data.get("leader"))
    lead = task.plan.units_in_force(asked.value("lead", data["lead"]), asked.as_of)
    support = task.plan.units_in_force(asked.value("support", data.get("support")), asked.as_of)
    figures = score(task, cache)
    return {
        "plan": task.plan.data["id"],
        "item": data["item"],
        "section": data["section"],
        "title": data["title"],
        "lead": lead,
        "support": [unit for unit in support if unit not in lead],
        "leader": [leader] if isinstance(leader, str) else list(leader or []),
        "due": asked.value("due", data["due"]),
        "status": asked.status(),
        "counted": asked.counted,
        "mechanism": bool(data.get("mechanism")),
        "carried_to": data.get("carried_to") if asked.status() == "carried_over" else None,
        "verdict": task.spoken[0] if task.spoken else None,
        "light": task.light if asked.counted else None,
        "light_by_hand": task.override("light") is not None,
        "class": task.class_name,
        "completion": per_cent(share),
        "measures_known": known,
        "measures": every,
        "weight": weights,
        "score": {key: value if key in ("known", "all", "grade") else rounded(value, 2)
                  for key, value in figures.items()},
        "in_means": every > 0 or not task.weighted,
        "months": [{"end": end, "light": lamp} for end, lamp in months(task, cache)],
        "indicators": [present_indicator(m, task.asked) for m in task.measures],
        "milestones": [present_milestone(m, asked) for m in task.milestones],
        "issues": [present_issue(issue) for issue in task.issues_asked],
    }
