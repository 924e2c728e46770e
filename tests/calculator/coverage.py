"""What the random ledgers reached: counts of states, with the floors that a long run owes.

A state is one indicator at one pair of clocks.
"""

from collections import Counter
from fractions import Fraction

from dates import working_day
from periods import owed
from random_indicator import FORMS

# What 100,000 states owe of every form and of the features that are owed; a shorter run owes its
# part of it, and one in which a form comes with a handful of indicators owes nothing.
WHOLE_RUN, SHORT_RUN = 100_000, 20_000
FLOOR_OF_A_FORM, FLOOR_OF_A_FEATURE = 100, 500
FEATURES = ["than", "targets sum", "targets each", "ceiling", "pending", "release", "month time",
            "working-day deadline", "window", "standing", "public", "by points", "own deadline",
            "found false", "false taken back", "verified", "suspended", "carried over", "override"]
OWED_FEATURES = ["than", "targets sum", "targets each", "ceiling", "pending", "release",
                 "month time", "working-day deadline"]


def form_of(m):
    written = m.data.get("trajectory") or {}
    return (m.kind, m.qualifier, m.data.get("direction"), written.get("type"))


def features_of(m, task):
    plan, data = m.plan, m.data
    yes = {
        "than": m.compared,
        "targets sum": m.aggregate == "sum",
        "targets each": m.aggregate == "each",
        "ceiling": m.ceiling,
        "pending": m.pending,
        "release": bool(m.release),
        "month time": plan.by_month,
        "working-day deadline": any(is_shifted(plan, p.deadline) for p in owed(m)),
        "window": m.by_window,
        "standing": m.view.standing,
        "public": plan.public,
        "by points": plan.rule("light", "rule") == "points",
        "own deadline": str(plan.rule("deadlines", "month")).startswith("own")
                        and m.frequency == "month",
        "found false": any(r.found_false for part in m.parts or [m]
                           for r in part.readings.known.values()),
        "false taken back": any(r.found_against and part.readings.is_void(r)
                                for part in m.parts or [m]
                                for r in part.readings.known.values()),
        "verified": bool(m.newest and m.newest.verified),
        "suspended": m.view.status() == "suspended",
        "carried over": task.asked.status() == "carried_over",
        "override": task.override("light") is not None,
    }
    return [name for name in FEATURES if yes[name]]


def is_shifted(plan, deadline):
    """A deadline that stands on the day after a day off."""
    from dates import ONE_DAY
    return working_day(deadline - ONE_DAY, plan) == deadline


class Coverage:
    def __init__(self):
        self.states = 0
        self.forms, self.features, self.lights = Counter(), Counter(), Counter()

    def count(self, task, shown):
        for m, figures in zip(task.measures, shown["indicators"]):
            self.states += 1
            self.forms[form_of(m)] += 1
            self.features.update(features_of(m, task))
            self.lights[figures["light"], figures["class"]] += 1

    def add(self, other):
        self.states += other.states
        self.forms += other.forms
        self.features += other.features
        self.lights += other.lights

    def report(self):
        """Prints the counts; gives the floors that are not reached."""
        print("%d states" % self.states)
        print("  " + ", ".join("%s %d" % (name, self.features[name]) for name in FEATURES))
        print("  " + ", ".join("%s/%s %d" % (*key, count)
                               for key, count in self.lights.most_common()))
        rarest = min(FORMS, key=lambda form: self.forms[form])
        print("  %d of %d forms; the rarest %s with %d" % (
            sum(1 for form in FORMS if self.forms[form]), len(FORMS), "/".join(
                name or "-" for name in rarest), self.forms[rarest]))
        return self.lacking()

    def lacking(self):
        """The floors that are not reached."""
        if self.states < SHORT_RUN:
            return []
        share = Fraction(min(self.states, WHOLE_RUN), WHOLE_RUN)
        found = []
        for form in FORMS:
            if self.forms[form] < int(share * FLOOR_OF_A_FORM):
                found.append("%s: %d" % ("/".join(name or "-" for name in form),
                                         self.forms[form]))
        for name in OWED_FEATURES:
            if self.features[name] < int(share * FLOOR_OF_A_FEATURE):
                found.append("%s: %d" % (name, self.features[name]))
        return found
