"""Periods of reporting: owed, late, missing, due; months of a window; stale (§6.7)."""

from datetime import date

from dates import ONE_DAY, days, days_beyond_the_fifth, deadline_of, end_of_month
from measure import NO_TARGET, Measure, once
from plan import View, day_of_force

CLOSING = ("closed", "cancelled", "carried_over")
AT_REST = ("closed", "cancelled", "carried_over", "suspended")


class Period:
    def __init__(self, m, first, last):
        whole = (last - first).days + 1
        self.first, self.last = max(first, m.start), min(last, m.due)
        self.holds_due = first <= m.due <= last
        inside = (self.last - self.first).days + 1
        self.is_owed_by_length = self.holds_due or 2 * inside >= whole
        self.deadline = deadline_of(m.plan, m.frequency, self.last, m.release)

    def holds(self, day):
        """The last period also has what is dated after E: nothing else is owed for it."""
        return self.first <= day and (self.holds_due or day <= self.last)

    @property
    def begins_to_count(self):
        """Its last day, or its deadline if earlier."""
        return min(self.last, self.deadline)


@once
def periods(m):
    """The periods between S and E, owed or not."""
    return [Period(m, first, last) for first, last in calendar_periods(m)
            if first <= m.due and last >= m.start]


def calendar_periods(m):
    frequency = m.frequency
    if frequency == "season" and m.seasons_end:
        return seasons(m)
    if frequency == "once":
        return [(m.start, m.due)]
    if frequency == "week":
        first = m.start - days(m.start.isoweekday() - 1)
        return [(first + days(7 * n), first + days(7 * n + 6))
                for n in range((m.due - first).days // 7 + 1)]
    if frequency == "year":
        return [(date(year, 1, 1), date(year, 12, 31))
                for year in range(m.start.year, m.due.year + 1)]
    if frequency == "month":
        return months_from(m.start.replace(day=1), 1, m.due)
    return months_from(first_quarter(m), 3, m.due)


def first_quarter(m):
    """Calendar quarters, or those counted from the plan's start where that is none's."""
    begin = m.plan.start.replace(day=1)
    months = (m.start.year - begin.year) * 12 + m.start.month - begin.month
    if (begin.month - 1) % 3 == 0 and m.plan.start.day == 1:
        return date(m.start.year, m.start.month - (m.start.month - 1) % 3, 1)
    back = months % 3
    month = m.start.year * 12 + m.start.month - 1 - back
    return date(month // 12, month % 12 + 1, 1)


def months_from(first, length, until):
    found = []
    while first <= until:
        last = first
        for _ in range(length):
            last = end_of_month(last) + ONE_DAY
        found.append((first, last - ONE_DAY))
        first = last
    return found


def seasons(m):
    """One for each point that is written, whatever the trajectory became (T = b is `hold`)."""
    found, first = [], m.start
    for end in m.seasons_end:
        if end >= first:
            found.append((first, end))
            first = end + ONE_DAY
    return found


@once
def last_period(m):
    found = periods(m)
    return found[-1] if found else None


def in_last_period(m, day):
    last = last_period(m)
    return last is not None and day >= last.first


# Owed

@once
def owed(m):
    if m.plan.public:
        return []
    if m.each:
        return [period for period in periods(m) if owing(m, period)]
    begin = m.plan.reporting_from
    return [period for period in periods(m)
            if period.is_owed_by_length and (begin is None or period.last >= begin)
            and not was_over(m, period) and not was_at_rest(m, period)
            and not was_done(m, period)]


def was_over(m, period):
    """The task was closed, cancelled or carried over before the period's end."""
    return m.view.status(period.last - ONE_DAY) in CLOSING


def was_at_rest(m, period):
    """Suspended or without a target for more than half of it."""
    target_field = m.field("target")
    steps = [c for c in m.view.changes if c["field"] in ("status", target_field)]
    first_target = m.data.get("target")
    if not steps and m.view.task["status"] != "suspended" and first_target != NO_TARGET:
        return False
    length, rest, day = (period.last - period.first).days + 1, 0, period.first
    while day <= period.last:
        following = min([day_of_force(c) for c in steps if day_of_force(c) > day]
                        + [period.last + ONE_DAY])
        if m.view.status(day) == "suspended" \
                or m.view.value(target_field, first_target, day) == NO_TARGET:
            rest += (following - day).days
        day = following
    return 2 * rest > length


def was_done(m, period):
    """Blue for good before the period's end: what was true on the day before, as now known."""
    if m.goes_back or not any_could_meet(m):
        return False
    day = min(m.as_of, period.last - ONE_DAY)
    earliest = first_effective_date(m)
    if earliest is None or earliest > day:
        return False
    return met_at(m, day)


def met_at(m, day):
    from figures import met
    memo = m.memo.setdefault("met_at", {})
    if day not in memo:
        view = View(m.plan, m.view.task, day, m.known_by)
        view.named_on = m.view.named_on
        then = Measure(view, m.data)
        if m.unit is not None:
            then = next((part for part in then.parts if part.unit == m.unit), None)
        memo[day] = then is not None and not then.pending and met(then)
    return memo[day]


@once
def first_effective_date(m):
    if m.parts:
        found = [first_effective_date(part) for part in m.parts]
        return None if None in found else max(found)
    return m.readings.effective[0].date if m.readings.effective else None


@once
def any_could_meet(m):
    """Any value known could meet any target that there was: spares the closer look."""
    from figures import limit
    if m.parts:
        return all(any_could_meet(part) for part in m.parts) or (
            m.aggregate == "sum" and first_effective_date(m) is not None)
    if m.unit is not None:
        return True
    targets = [m.data.get("target")]
    targets += [c["to"] for c in m.view.changes if c["field"] == m.field("target")]
    targets = [t for t in targets if t not in (None, NO_TARGET)]
    values = [r.value for r in m.readings.effective if r.value is not None]
    if not targets or not values:
        return False
    # A generous limit: a tenth and half a point beside the target, of the span or the number.
    slack = max(abs(t) + abs(m.baseline) + abs(m.data.get("baseline") or 0)
                for t in targets) / 2 + 1
    if m.lower_is_better:
        return min(values) <= max(targets) + slack
    return max(values) >= min(targets) - slack


def owing(m, period):
    """The units that owe it: of an `each` every unit by what it has promised itself."""
    if not m.each:
        return m.parts
    return [part for part in m.parts
            if any(period.last == other.last for other in owed(part))]


# Reported, late, missing, due

def all_readings(m, period):
    """Of those who owe the period."""
    return [part.reports for part in owing(m, period)] if m.parts else [m.reports]


def dates_in(readings, period):
    memo = readings.__dict__.setdefault("_dates", None)
    if memo is None:
        memo = readings._dates = readings.dates_reported()
    return [day for day in memo if period.holds(day)]


def is_reported(m, period):
    return all(dates_in(readings, period) for readings in all_readings(m, period))


def units_missing(m, period):
    return [part.unit for part in owing(m, period) if not dates_in(part.reports, period)]


@once
def missing(m):
    return [period for period in not_reported(m) if period.deadline <= m.known_by]


@once
def reports_due(m):
    return [period for period in not_reported(m) if period.deadline > m.known_by]


@once
def not_reported(m):
    if m.pending:
        return []
    return [period for period in owed(m)
            if period.begins_to_count <= m.as_of and not is_reported(m, period)]


@once
def late(m):
    if m.pending:
        return []
    return [period for period in owed(m) if is_reported(m, period)
            and any(is_late(readings, period) for readings in all_readings(m, period))]


def is_late(readings, period):
    """Its report: the newest data date not after the deadline, else the newest."""
    dates = dates_in(readings, period)
    in_time = [day for day in dates if day <= period.deadline]
    came = readings.first_report(max(in_time or dates))
    return came.reported > period.deadline and not came.backfilled


# The months of a window

def months_of_window(m):
    """Months met and months owed, of those that are reported or missing."""
    from figures import meets
    months_met = months_owed = 0
    lacking = missing(m)
    for period in owed(m):
        if period in lacking:
            months_owed += 1
            continue
        inside = [r for r in m.readings.effective if period.holds(r.date)]
        if inside and inside[-1].applicable and inside[-1].value is not None:
            months_owed += 1
            months_met += meets(m, inside[-1].value)
        elif not inside and dates_in(m.readings, period):
            months_owed += 1  # found false: reported, and not shown to be met
    return months_met, months_owed


def every_month_is_met(m):
    months_met, months_owed = months_of_window(m)
    return months_met == months_owed


# Age and stale

@once
def age(m):
    if m.each:
        return max((age(part) for part in m.parts if age(part) is not None), default=None)
    if m.newest is not None:
        return (m.as_of - m.day).days
    if m.plan.public or m.pending:
        return None
    due = owed(m)
    since = due[0].last if due else m.due
    return (m.as_of - since).days if m.as_of >= since else None


@once
def stale(m):
    if m.each:
        return max(stale(part) for part in m.parts)
    if (m.plan.public or m.pending or m.frequency == "once" or age(m) is None
            or m.view.status() in AT_REST or (m.not_compared and m.as_of < m.due)):
        return 0
    allowed = m.release + days_beyond_the_fifth(m.plan, m.frequency)
    limits = m.plan.rule("stale", m.frequency)
    return sum(1 for limit in limits if age(m) > limit + allowed)
