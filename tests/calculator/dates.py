"""Days, months, working days and deadlines (§6.2, §6.7)."""

import calendar
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

ONE_DAY = timedelta(days=1)


def days(count):
    return timedelta(days=count)


@lru_cache(maxsize=None)
def end_of_month(day):
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def first_of_next_month(day):
    return end_of_month(day) + ONE_DAY


def day_of_month(day, number):
    """The given day of the month of `day`, its last one where the month is too short."""
    return day.replace(day=min(number, end_of_month(day).day))


@lru_cache(maxsize=None)
def months_between(first, last):
    """The sum over the months of days inside by days of the month."""
    total = Fraction(0)
    while first <= last:
        end = end_of_month(first)
        total += Fraction((min(end, last) - first).days + 1, end.day)
        first = end + ONE_DAY
    return total


def time_progress(start, due, day, by_month=False):
    """The share of S..E that is over on a day, both ends counted (§6.2)."""
    if day < start:
        return Fraction(0)
    if day >= due:
        return Fraction(1)
    if by_month:
        return months_between(start, day) / months_between(start, due)
    return Fraction((day - start).days + 1, (due - start).days + 1)


def working_day(day, plan):
    """The day itself, or the next one on which offices work."""
    while day in plan.holidays or (day.isoweekday() > 5 and day not in plan.workdays):
        day += ONE_DAY
    return day


def rule_of_deadline(plan, frequency):
    """What the plan says for a frequency; what is reported once has no rule of its own."""
    return 5 if frequency == "once" else plan.rule("deadlines", frequency)


@lru_cache(maxsize=100000)
def deadline_of(plan, frequency, last, release=0):
    """The last day for the report of a period that ends on `last` (§6.7)."""
    if frequency == "week":
        day = last + days(int(plan.rule("deadlines", "week")) - last.isoweekday())
    else:
        rule = rule_of_deadline(plan, frequency)
        if isinstance(rule, str) and rule.startswith("own-"):
            day = day_of_month(last, int(rule[4:]))
        else:
            day = day_of_month(first_of_next_month(last), int(rule))
    return working_day(day + days(release), plan)


def days_beyond_the_fifth(plan, frequency):
    """What the rules allow beyond the 5th (of a week: beyond Friday)."""
    rule = rule_of_deadline(plan, frequency)
    if isinstance(rule, str) and rule.startswith("own-"):
        return 0
    return max(int(rule) - 5, 0)


def iso(text):
    return date.fromisoformat(text)
