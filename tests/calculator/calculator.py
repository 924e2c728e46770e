"""An independent calculator of the measures of a work ledger.

It was written from the specification of the domain alone, to be run against the program as an
oracle (see compare.py). Section numbers (§) are those of the specification.

Plans, tasks and indicators are plain dicts with the keys of the YAML files (§4); dates are
`datetime.date`, numbers are `Fraction` (or int). Everything is computed exactly; figures are
rounded only by the `present_*` functions, which give them as the program prints them (§11).

    python3 calculator.py --self-test      check the worked values of §10
"""

import calendar
import math
import sys
from datetime import date, timedelta
from fractions import Fraction

LIGHTS = ["blue", "green", "grey", "yellow", "red"]  # best to worst, §6.8
CLASS_OF_LIGHT = {
    "blue": "done", "green": "on_schedule", "yellow": "behind", "red": "far_behind",
}
GRADE_COMPLETION = {
    "优": Fraction(1), "良": Fraction(85, 100), "中": Fraction(70, 100), "差": Fraction(50, 100),
}
GRADE_LIGHT = {"优": "green", "良": "green", "中": "yellow", "差": "red"}

DEFAULT_RULES = {
    "counting_units": "家 个 项 人 名 户 所 张 场 场次 处 条 座 台 辆 宗".split(),
    "light": {
        "rule": "ratio", "green": Fraction(95, 100), "yellow": Fraction(80, 100),
        "ahead": Fraction(110, 100), "green_points": -10, "yellow_points": -30, "due_soon": 30,
    },
    "about": {"percent_below": 10, "smallest_count": 10, "points_below": Fraction(1, 2)},
    "stale": {"week": [12, 20], "month": [45, 75], "quarter": [120, 200], "season": [200, 300]},
    "deadlines": {
        "month_day": 5, "week_day": 5, "issue_general": 15, "issue_major": 30,
        "issue_critical": 5, "settlement": 45,
    },
    "forecast": {"method": "ratio", "from": Fraction(1, 4)},
}
FORECAST_METHODS = ["ratio", "recent", "last", "unit"]
RECENT_DAYS = (60, 120)  # §6.10
ONE_DAY = timedelta(days=1)


def rules_of(plan):
    """The rules of a plan: the defaults, with what the plan overrides."""
    given = plan.get("rules") or {}
    rules = {}
    for name, default in DEFAULT_RULES.items():
        if isinstance(default, dict):
            rules[name] = {**default, **(given.get(name) or {})}
        else:
            rules[name] = given.get(name, default)
    return rules


def worse(one, other):
    """The worse of two lights."""
    return max(one, other, key=LIGHTS.index)


def in_force(first, changes, field, as_of):
    """The value of a field in force at a date: approved changes, walked by date (§4 change)."""
    value = first
    for change in approved_changes(changes, field, as_of):
        value = change["to"]
    return value


def approved_changes(changes, field, as_of):
    """The approved changes of a field that are in effect at a date, in their order."""
    found = [change for change in changes or []
             if change["field"] == field and change.get("approved_by")
             and effective_day(change) <= as_of]
    return sorted(found, key=effective_day)


def effective_day(change):
    return change.get("effective") or change["requested"]


def day_of_next_month(day, month_day):
    """The given day of the month after that of `day` (the last one, where it is too short)."""
    year, month = (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
    return date(year, month, min(month_day, calendar.monthrange(year, month)[1]))


def end_of_month(day):
    return date(day.year, day.month, calendar.monthrange(day.year, day.month)[1])


def capped(completion):
    return min(max(completion, Fraction(0)), Fraction(1))


class Indicator:
    """One indicator of a task, seen at a date with what had been reported by another."""

    def __init__(self, plan, task, indicator, as_of, known_by):
        self.plan, self.task, self.data = plan, task, indicator
        self.as_of, self.known_by = as_of, known_by
        self.rules = rules_of(plan)
        self.kind = indicator["kind"]
        self.down = indicator.get("direction") == "down"
        self.frequency = indicator.get("frequency", "month")
        self.start = indicator.get("start") or plan["period"]["start"]
        self.due = self._due()
        self.target = Fraction(in_force(
            indicator["target"], task.get("changes"), self._field("target"), as_of))
        self.integer = indicator.get(
            "integer", indicator["unit"] in self.rules["counting_units"])
        self.trajectory = self._trajectory()
        self.newest = self._newest_reading()
        self.not_applicable = self.newest is not None and self._denominator_is_zero(self.newest)
        self.day = self.newest["date"] if self.newest else None
        known = self.newest is not None and not self.not_applicable
        self.value = Fraction(self.newest["value"]) if known else None

    # What holds for the indicator: due date, baseline, trajectory

    def _field(self, name):
        return "indicators.%s.%s" % (self.data["id"], name)

    def _due(self):
        """Its own due date, else the end of the plan, whatever the due date of the task (§6)."""
        first = self.data.get("due") or self.plan["period"]["end"]
        return in_force(first, self.task.get("changes"), self._field("due"), self.as_of)

    @property
    def has_baseline(self):
        return self.data.get("baseline") is not None or self.kind == "cumulative"

    @property
    def baseline(self):
        """The baseline of the formulas: 0 where there is none."""
        return Fraction(self.data.get("baseline") or 0)

    @property
    def inverse(self):
        """Lower is better and there is no baseline to fall from: shares are turned over."""
        return self.down and not self.has_baseline

    def _trajectory(self):
        """The trajectory written, or the default of its kind (§4, table)."""
        trajectory = self.data.get("trajectory") or {"type": self._default_trajectory()}
        if trajectory["type"] == "linear" and not self.has_baseline:
            return {"type": "end"}
        return trajectory

    def _default_trajectory(self):
        if self.kind == "growth":
            return "hold"
        if self.kind == "ratio" and (self.target == 100 or self.data.get("window")):
            return "hold"
        return "linear"

    @property
    def holds(self):
        return self.trajectory["type"] == "hold"

    # Readings (§6.1)

    def _readings_known(self):
        """The readings of the state of the world that had been reported, corrected or not."""
        return [reading for reading in self.data.get("readings") or []
                if reading["date"] <= self.as_of and reported(reading) <= self.known_by]

    def _readings_that_count(self):
        """The readings known, without those corrected or withdrawn."""
        known = self._readings_known()
        corrected = {reading["corrects"] for reading in known if reading.get("corrects")}
        return [reading for reading in known if reading["id"] not in corrected
                and (reading.get("value") is not None or self._denominator_is_zero(reading))]

    def _newest_reading(self):
        newest = None
        for reading in self._readings_that_count():
            if newest is None or newness(reading) >= newness(newest):
                newest = reading
        return newest

    def _denominator_is_zero(self, reading):
        """There was nothing to be done, as with 0 of 0 visits (§8): not applicable."""
        name = self.data.get("denominator")
        parts = reading.get("parts") or {}
        return name is not None and name in parts and parts[name] == 0

    # Time progress and the expected value (§6.2, §6.3)

    def time_progress(self, day):
        days = (self.due - self.start).days + 1
        passed = (day - self.start).days + 1
        return Fraction(min(max(passed, 0), days), days)

    def expected_exact(self, day):
        """What the trajectory expects at a date, not rounded; None where it expects nothing."""
        kind = self.trajectory["type"]
        if kind == "hold":
            return self.target
        if kind == "linear":
            return self.baseline + (self.target - self.baseline) * self.time_progress(day)
        if day >= self.due:
            return self.target
        if kind == "end":
            return self.baseline if self.has_baseline else None
        if kind == "step":
            return self._expected_of_steps(day)
        return self._expected_between_points(day)

    def _expected_of_steps(self, day):
        value = self.baseline if self.has_baseline else None
        for point in self._points():
            if point["date"] <= day:
                value = point["value"]
        return value

    def _expected_between_points(self, day):
        before = None
        if self.has_baseline:
            before = {"date": self.start - ONE_DAY, "value": self.baseline}
        for point in self._points():
            if day < point["date"]:
                return between(before, point, day)
            before = point
        return before["value"]

    def _points(self):
        """The points of the trajectory, scaled by the changes of target that ask for it."""
        scale = Fraction(1)
        target = Fraction(self.data["target"])
        for change in approved_changes(
                self.task.get("changes"), self._field("target"), self.as_of):
            if change.get("rescale") and target != self.baseline:
                scale *= (change["to"] - self.baseline) / (target - self.baseline)
            target = Fraction(change["to"])
        return [{"date": point["date"],
                 "value": self.baseline + (point["value"] - self.baseline) * scale}
                for point in self.trajectory["points"]]

    def whole(self, value):
        """A count, rounded to the side of the baseline but never past it (§6.3, §6.10)."""
        if not self.integer or value is None:
            return value
        rounded = Fraction(math.ceil(value) if self.down else math.floor(value))
        if self.has_baseline and min(value, rounded) < self.baseline < max(value, rounded):
            return self.baseline
        return rounded

    def expected(self, day):
        return self.whole(self.expected_exact(day))

    # Completion, ratio, met (§6.4 to §6.6)

    def completion(self):
        if self.value is None:
            return None
        if self.kind == "growth":
            return self._completion_of_growth()
        if not self.has_baseline or (self.kind == "ratio" and self.holds):
            return self._share_of_target()
        if self.target == self.baseline:
            return Fraction(1) if self.met() else None
        return (self.value - self.baseline) / (self.target - self.baseline)

    def _completion_of_growth(self):
        if self.met():
            return Fraction(1)
        return self._share_of_target()

    def _share_of_target(self):
        """v/T; T/v where lower is better, 1 for nothing at all.

        A target of zero or less has no share where higher is better. Where lower is better a
        target below zero is a fall that was promised: again v/T.
        """
        if self.down and self.target >= 0:
            return Fraction(1) if self.value <= 0 else self.target / self.value
        if self.target == 0 or (self.target < 0 and not self.down):
            return None
        return self.value / self.target

    def ratio(self):
        """The schedule ratio at the data date, with the expected value as used (§6.5)."""
        if self.value is None:
            return None
        if self.holds:
            return self._share_of_target()
        expected = self.expected(self.day)
        if expected is None:
            return None
        if self.inverse and expected >= 0:
            return Fraction(1) if self.value <= 0 else expected / self.value
        if expected == self.baseline:
            return None
        return (self.value - self.baseline) / (expected - self.baseline)

    def points(self):
        """Points of schedule, for the rule by points (§6.8); None where there is no ratio."""
        ratio = self.ratio()
        if ratio is None:
            return None
        if self.holds or self.inverse:
            return 100 * (ratio - 1)
        if self.target == self.baseline:
            return None
        expected = self.expected(self.day)
        return 100 * (self.value - expected) / (self.target - self.baseline)

    def met(self):
        return self.value is not None and self.meets(self.value)

    def meets(self, value):
        """Whether a value meets the target by its qualifier (§6.6)."""
        qualifier = self.data["qualifier"]
        limit = self.target
        if qualifier == "about":
            limit = self.limit_of_about()
        if qualifier == "exceed":
            return value < limit if self.down else value > limit
        return value <= limit if self.down else value >= limit

    def limit_of_about(self):
        about = self.rules["about"]
        sign = 1 if self.down else -1
        if self.kind in ("ratio", "growth") or self.data["unit"] == "%":
            return self.target + sign * about["points_below"]
        limit = self.target * (100 + sign * about["percent_below"]) / Fraction(100)
        if not self.integer:
            return limit
        if self.target < about["smallest_count"]:
            return self.target
        return Fraction(math.floor(limit) if self.down else math.ceil(limit))

    def meets_or_borders(self, value):
        """Met, or exactly at the target of `exceed` (临界, §8)."""
        return self.meets(value) or (
            self.data["qualifier"] == "exceed" and value == self.target)

    # Age, stale, late and missing (§6.7)

    def age(self):
        return (self.as_of - self.day).days if self.newest else None

    def stale(self):
        limits = self.rules["stale"].get(self.frequency)
        if self.newest is None or limits is None:
            return 0
        return sum(1 for limit in limits if self.age() > limit)

    def periods(self):
        """The periods of reporting, as (first day, last day, deadline), within the term."""
        month_day = self.rules["deadlines"]["month_day"]
        if self.frequency == "week":
            periods = self._weeks()
        elif self.frequency in ("month", "quarter"):
            periods = self._months(1 if self.frequency == "month" else 3, month_day)
        elif self.frequency == "season" and "points" in self.trajectory:
            periods = self._seasons(month_day)
        else:
            periods = [(self.start, self.due, day_of_next_month(self.due, month_day))]
        return [(max(first, self.start), min(last, self.due), deadline)
                for first, last, deadline in periods
                if first <= self.due and last >= self.start]

    def _weeks(self):
        week_day = self.rules["deadlines"]["week_day"]
        last = self.start + timedelta(days=(week_day - self.start.isoweekday()) % 7)
        weeks = []
        while last - timedelta(days=6) <= self.due:
            weeks.append((last - timedelta(days=6), last, last))
            last += timedelta(days=7)
        return weeks

    def _months(self, length, month_day):
        month = self.start.month - (self.start.month - 1) % length
        first = date(self.start.year, month, 1)
        periods = []
        while first <= self.due:
            last = end_of_month(first)
            for _ in range(length - 1):
                last = end_of_month(last + ONE_DAY)
            periods.append((first, last, day_of_next_month(last, month_day)))
            first = last + ONE_DAY
        return periods

    def _seasons(self, month_day):
        first = self.start
        periods = []
        for point in self.trajectory["points"]:
            last = point["date"]
            periods.append((first, last, day_of_next_month(last, month_day)))
            first = max(first, last + ONE_DAY)
        return periods

    def late(self):
        """The periods whose first report came after the deadline."""
        count = 0
        first_reports = [reading for reading in self._readings_known()
                         if not reading.get("corrects")]
        for first, last, deadline in self.periods():
            inside = [reading for reading in first_reports if first <= reading["date"] <= last]
            earliest = min(inside, key=first_report, default=None)
            if earliest and reported(earliest) > deadline and not earliest.get("backfilled"):
                count += 1
        return count

    def missing(self):
        """The periods that are over, with the deadline past and nothing reported."""
        known = self._readings_known()
        count = 0
        for first, last, deadline in self.periods():
            asked = last <= self.as_of and self._obliged_from() <= deadline <= self.known_by
            if asked and not any(first <= reading["date"] <= last for reading in known):
                count += 1
        return count

    def _obliged_from(self):
        """The day the plan was issued, or later that of the first report when back-filled."""
        day = self.plan.get("issued") or date.min
        known = self._readings_known()
        earliest = min(known, key=first_report, default=None)
        if earliest and earliest.get("backfilled"):
            day = max(day, reported(earliest))
        return day

    # Light and class (§6.8, §6.9)

    def overdue(self):
        return self.as_of > self.due and not self.met() and not self.not_applicable

    def at_the_end(self):
        """The due date is here and what there is, is the last word: not met is red."""
        settled = self.due + timedelta(days=self.rules["deadlines"]["settlement"])
        return self.as_of >= self.due and (
            bool(self.newest.get("final")) or self.day >= self.due or self.as_of > settled)

    def pending_final(self):
        return (self.newest is not None and not self.not_applicable
                and self.as_of >= self.due and not self.at_the_end())

    def light(self):
        if self.value is None:
            return "grey"
        if self.met():
            return "blue"
        light = "red" if self.at_the_end() else self._light_of_schedule()
        if self._due_soon() and self._forecast_is_short():
            light = worse(light, "yellow")
        light = worse(light, ["green", "yellow", "red"][self.stale()])
        if self.data["commitment"] == "strive" and light == "red":
            return "yellow"
        return light

    def _light_of_schedule(self):
        rule = self.rules["light"]
        by_points = rule["rule"] == "points"
        figure = self.points() if by_points else self.ratio()
        if figure is None:
            borderline = self.meets_or_borders(self.value)
            return "yellow" if self.holds and not borderline else "green"
        suffix = "_points" if by_points else ""
        if figure >= rule["green" + suffix]:
            return "green"
        return "yellow" if figure >= rule["yellow" + suffix] else "red"

    def _due_soon(self):
        return (self.due - self.as_of).days <= self.rules["light"]["due_soon"]

    def _forecast_is_short(self):
        value = self.forecast()["value"]
        return value is not None and not self.meets_or_borders(value)

    def category(self):
        """The class of §6.9."""
        light = self.light()
        if self.not_applicable:
            return "not_applicable"
        if light == "grey":
            return "not_reported"
        ratio = self.ratio()
        if light == "green" and ratio is not None and ratio >= self.rules["light"]["ahead"]:
            return "ahead"
        return CLASS_OF_LIGHT[light]

    # Forecast (§6.10)

    def forecast(self):
        """The value expected at the due date by each method, and the one that is chosen."""
        result = dict.fromkeys(FORECAST_METHODS + ["method", "value", "low", "high"])
        if self.value is None or self.time_progress(self.day) < self.rules["forecast"]["from"]:
            return result
        for method in FORECAST_METHODS:
            result[method] = self.whole(getattr(self, "_forecast_" + method)())
        preferred = self.rules["forecast"]["method"]
        for method in [preferred] + FORECAST_METHODS:
            if result[method] is not None:
                values = [result[m] for m in FORECAST_METHODS if result[m] is not None]
                result.update(method=method, value=result[method],
                              low=min(values), high=max(values))
                break
        return result

    def _forecast_ratio(self):
        expected = self.expected_exact(self.day)
        if expected is None or expected == self.baseline:
            return None
        share = (self.value - self.baseline) / (expected - self.baseline)
        return self.baseline + (self.target - self.baseline) * share

    def _forecast_recent(self):
        if self.trajectory["type"] != "linear" or self.kind == "growth":
            return None
        nearest, farthest = RECENT_DAYS
        base = None
        for reading in self._readings_that_count():
            if self._denominator_is_zero(reading):
                continue
            if nearest <= (self.day - reading["date"]).days <= farthest:
                if base is None or older(reading, base):
                    base = reading
        if base is None:
            return None
        slope = (self.value - base["value"]) / (self.day - base["date"]).days
        return self.value + slope * max((self.due - self.day).days, 0)

    def _forecast_last(self):
        return self.value if self.kind in ("level", "ratio", "growth") else None

    def _forecast_unit(self):
        """What the unit itself expects, where the task has this one weighted indicator only."""
        if [i["id"] for i in weighted(self.task.get("indicators"))] != [self.data["id"]]:
            return None
        newest = None
        for assessment in self.task.get("self_assessments") or []:
            if assessment.get("expect_year_end") is None or assessment["date"] > self.known_by:
                continue
            if newest is None or assessment["date"] >= newest["date"]:
                newest = assessment
        return None if newest is None else Fraction(newest["expect_year_end"])


def reported(reading):
    """The day a reading was reported; without one, its own date (§6.1)."""
    return reading.get("reported") or reading["date"]


def first_report(reading):
    """The earlier report; of two of one day the back-fill."""
    return reported(reading), not reading.get("backfilled")


def newness(reading):
    """Of one date the later reported counts, then the later id: the file's order is no matter."""
    return reading["date"], reported(reading), reading["id"]


def older(reading, other):
    """An older data date; of two of the same date the later reported one counts."""
    if reading["date"] != other["date"]:
        return reading["date"] < other["date"]
    return newness(reading) >= newness(other)


def between(before, after, day):
    """The straight line from one point to the next; None where it has no beginning."""
    if before is None:
        return None
    if day <= before["date"]:
        return before["value"]
    share = Fraction((day - before["date"]).days, (after["date"] - before["date"]).days)
    return before["value"] + (after["value"] - before["value"]) * share


def weight_of(measure):
    weight = measure.get("weight")
    return Fraction(1 if weight is None else weight)


def weighted(measures):
    return [measure for measure in measures or [] if weight_of(measure) > 0]


def measure_indicator(plan, task, indicator, as_of, known_by):
    """Every figure of an indicator (§6.1 to §6.10), exact; `time`, `completion` are shares."""
    seen = Indicator(plan, task, indicator, as_of, known_by)
    known = seen.value is not None
    return {
        "id": indicator["id"],
        "name": indicator["name"],
        "kind": indicator["kind"],
        "qualifier": indicator["qualifier"],
        "commitment": indicator["commitment"],
        "target": seen.target,
        "unit": indicator["unit"],
        "weight": weight_of(indicator),
        "due": seen.due,
        "integer": seen.integer,
        "reading": seen.newest["id"] if seen.newest else None,
        "value": seen.value,
        "data_date": seen.day,
        "time": seen.time_progress(as_of),
        "expected": seen.expected(seen.day) if seen.newest else None,
        "expected_exact": seen.expected_exact(seen.day) if seen.newest else None,
        "completion": seen.completion(),
        "ratio": seen.ratio(),
        "met": seen.met() if known else None,
        "age": seen.age(),
        "stale": seen.stale(),
        "light": seen.light(),
        "class": seen.category(),
        "overdue": seen.overdue(),
        "pending_final": seen.pending_final(),
        "late": seen.late(),
        "missing": seen.missing(),
        "forecast": seen.forecast(),
    }


def measure_milestone(plan, task, milestone, as_of):
    """Light and class of a milestone (§6.8)."""
    due = in_force(milestone.get("due") or plan["period"]["end"], task.get("changes"),
                   "milestones.%s.due" % milestone["id"], as_of)
    done = milestone.get("done") is not None and milestone["done"] <= as_of
    overdue = not done and as_of > due
    if done:
        light = "blue"
    elif overdue:
        light = "red"
    else:
        soon = (due - as_of).days <= rules_of(plan)["light"]["due_soon"]
        light = "yellow" if soon else "green"
    return {
        "id": milestone["id"],
        "name": milestone["name"],
        "due": due,
        "weight": weight_of(milestone),
        "done": milestone["done"] if done else None,
        "light": light,
        "class": CLASS_OF_LIGHT[light],
        "overdue": overdue,
    }


def issue_state(issue, as_of):
    """The state of an issue at a date: that of the last entry of its log."""
    state = "found"
    for entry in issue.get("log") or []:
        if entry["date"] <= as_of:
            state = entry["state"]
    return state


def issue_is_overdue(plan, issue, as_of):
    """An issue found, not resolved, and past its due date (by default, the limit of §7).

    The limit binds the owner, who has done with it; when it is closed is up to the office.
    """
    if issue["found"] > as_of or issue_state(issue, as_of) in ("resolved", "closed"):
        return False
    limit = rules_of(plan)["deadlines"]["issue_" + issue["level"]]
    due = issue.get("due") or issue["found"] + timedelta(days=limit)
    return as_of > due


def grade_in_force(task, as_of):
    """The grade of a qualitative task, dated at the latest on the day, or undated."""
    qualitative = task.get("qualitative") or {}
    graded = qualitative.get("date")
    return qualitative.get("grade") if graded is None or graded <= as_of else None


def task_completion(indicators, milestones):
    """The weighted mean of the capped completions that are known, with their number (§6.11).

    The milestones are one figure, known once one of them is done or overdue; each of them
    counts in the numbers. What is not applicable is left out.
    """
    total = weights = Fraction(0)
    known = 0
    for measure in indicators:
        if measure["completion"] is not None:
            total += measure["weight"] * capped(measure["completion"])
            weights += measure["weight"]
            known += 1
    if any(m["done"] or m["overdue"] for m in milestones):
        total += sum(m["weight"] for m in milestones if m["done"])
        weights += sum(m["weight"] for m in milestones)
        known += len(milestones)
    return total / weights if weights else None, known, len(indicators) + len(milestones)


def overridden_light(task, as_of):
    override = task.get("override") or {}
    until = override.get("until")
    return override.get("light") if until is None or as_of <= until else None


def task_class(light, measures, has_measures):
    """The class of a task (§6.9): ahead when all its measures are done or ahead."""
    classes = {measure["class"] for measure in measures}
    if light == "green" and "ahead" in classes and classes <= {"done", "ahead"}:
        return "ahead"
    if light != "grey":
        return CLASS_OF_LIGHT[light]
    if not has_measures:
        return "not_measured"
    return "not_reported" if measures else "not_applicable"


def measure_task(plan, task, as_of, known_by):
    """Every figure of a task, with its indicators and milestones (§6.8, §6.9, §6.11)."""
    indicators = [measure_indicator(plan, task, indicator, as_of, known_by)
                  for indicator in task.get("indicators") or []]
    milestones = [measure_milestone(plan, task, milestone, as_of)
                  for milestone in task.get("milestones") or []]
    counted = weighted(indicators) + weighted(milestones)
    applicable = [m for m in counted if m["class"] != "not_applicable"]
    completion, known, measures = task_completion(
        [m for m in weighted(indicators) if m["class"] != "not_applicable"],
        weighted(milestones))
    light = max((m["light"] for m in applicable), key=LIGHTS.index, default="grey")
    grade = grade_in_force(task, as_of)
    if not counted and grade:
        light, completion, known, measures = GRADE_LIGHT[grade], GRADE_COMPLETION[grade], 1, 1
    if any(issue["level"] == "critical" and issue_is_overdue(plan, issue, as_of)
           for issue in task.get("issues") or []):
        light = worse(light, "yellow")
    light = overridden_light(task, as_of) or light
    return {
        "plan": plan["id"],
        "item": task["item"],
        "section": task["section"],
        "title": task["title"],
        "lead": list(task["lead"]),
        "support": list(task.get("support") or []),
        "due": in_force(task["due"], task.get("changes"), "due", as_of),
        "status": task["status"],
        "light": light,
        # A task that organises the others is in no class (§6.9).
        "class": None if task.get("mechanism") else task_class(light, applicable, bool(counted)),
        "completion": completion,
        "measures_known": known,
        "measures": measures,
        "indicators": indicators,
        "milestones": milestones,
    }


def measure_plan(plan, tasks, as_of, known_by):
    """The tasks of a plan, their number by class and their mean completion (§6.11).

    Tasks of the mechanism are listed and left out of the figures (§1).
    """
    measured = [measure_task(plan, task, as_of, known_by)
                for task in sorted(tasks, key=lambda task: task["item"])]
    outside = {task["item"] for task in tasks if task.get("mechanism")}
    counted = [task for task in measured if task["item"] not in outside]
    classes = {}
    for task in counted:
        classes[task["class"]] = classes.get(task["class"], 0) + 1
    known = [task["completion"] for task in counted if task["completion"] is not None]
    return {
        "tasks": measured,
        "classes": classes,
        "completion": sum(known) / len(known) if known else None,
        "known": len(known),
        "counted": len(counted),
    }


# Rounding, for output only (§11)

def rounded(value, places):
    """Rounded half away from zero; None stays None."""
    if value is None:
        return None
    scaled = abs(Fraction(value)) * 10 ** places
    return Fraction(math.floor(scaled + Fraction(1, 2)), 10 ** places) * (1 if value >= 0 else -1)


def per_cent(share):
    return None if share is None else rounded(share * 100, 2)


def present_indicator(measures):
    """The figures of an indicator as they are printed."""
    shown = {key: value for key, value in measures.items() if key != "integer"}
    shown["time"] = per_cent(measures["time"])
    shown["completion"] = per_cent(measures["completion"])
    shown["ratio"] = rounded(measures["ratio"], 4)
    shown["expected"] = rounded(measures["expected"], 3)
    shown["expected_exact"] = rounded(measures["expected_exact"], 3)
    shown["forecast"] = {key: value if key == "method" else rounded(value, 3)
                         for key, value in measures["forecast"].items()}
    return shown


def present_task(measures):
    """The figures of a task as they are printed."""
    shown = dict(measures)
    shown["completion"] = per_cent(measures["completion"])
    shown["indicators"] = [present_indicator(m) for m in measures["indicators"]]
    return shown


def main(arguments):
    if arguments != ["--self-test"]:
        print(__doc__)
        return 2
    import worked_values
    return worked_values.check()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
