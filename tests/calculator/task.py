"""A task: milestones, issues, light, class, completion (§6.8, §6.9, §6.11, §7)."""

from fractions import Fraction

from dates import days
from figures import share_in_means
from light import (APART, CLASS_APART, CLASS_OF_LIGHT, class_of, light, reason, stands_apart, worse,
                   worst)
from measure import Measure
from plan import View

GRADE_SHARE = {"优": Fraction(1), "良": Fraction(85, 100), "中": Fraction(70, 100),
               "差": Fraction(50, 100)}
GRADE_LIGHT = {"优": "green", "良": "green", "中": "yellow", "差": "red"}
VERDICT_LIGHT = {"ahead": "green", "on_schedule": "green", "done": "green",
                 "behind": "yellow", "stopped": "red"}
SILENCE = 45  # days


def weight_of(measure):
    weight = measure.get("weight")
    return Fraction(1 if weight is None else weight)


class Milestone:
    def __init__(self, seen, data):
        view, plan = seen.view, seen.view.plan
        self.data, self.weight = data, weight_of(data)
        first = data.get("due")
        field = "milestones.%s.due" % data["id"]
        self.due = view.value(field, first) or view.due
        self.done = data.get("done") if is_done(view, data) else None
        self.is_past = self.done is None and view.as_of > self.due and not plan.public
        self.light = self._light(seen)
        left = (self.due - view.as_of).days
        self.is_due_soon = self.light in ("green", "yellow") \
            and left <= view.plan.rule("light", "due_soon")

    def _light(self, seen):
        view = seen.view
        if self.done is not None:
            return "blue"
        if view.plan.public:
            return "grey"
        if self.is_past:
            return "red"
        soon = (self.due - view.as_of).days <= view.plan.rule("light", "due_soon")
        if soon and self._waits(seen):
            return "yellow"
        return "grey" if seen.is_silent else "green"

    def _waits(self, seen):
        wanted = self.data.get("waits_for") or []
        wanted = [wanted] if isinstance(wanted, str) else wanted
        return any(
            other["id"] in wanted and not is_done(seen.view, other)
            for other in seen.view.task.get("milestones") or [])


def is_done(view, milestone):
    return milestone.get("done") is not None and view.shows(milestone["done"])


class Issue:
    """An issue as it stands: its rounds, each with a time limit (§4, §7)."""

    def __init__(self, view, data):
        self.view, self.data = view, data
        self.log = [entry for entry in data.get("log") or [] if view.shows(entry["date"])]
        self.state = self.log[-1]["state"] if self.log else "found"
        limit = days(int(view.plan.rule("deadlines", "issue_" + data["level"])))
        self.due = data.get("due") or data["found"] + limit
        self.was_overdue = self.overdue = False
        solved = None
        for entry in self.log:
            if entry["state"] == "found" and entry.get("reopened"):
                self.due = entry["date"] + limit
                solved = None
            elif entry["state"] in ("resolved", "closed"):
                if solved is None and entry["date"] > self.due:
                    self.was_overdue = True
                solved = solved or entry["date"]
            elif solved is not None:
                solved = None  # sent back
        if solved is None and view.as_of > self.due:
            self.overdue = self.was_overdue = True
        if view.plan.public:
            self.overdue = self.was_overdue = False


class Task:
    """A task seen at one date with what was known by another."""

    def __init__(self, plan, data, as_of, known_by):
        self.asked = View(plan, data, as_of, known_by)
        self.view = self._frozen(plan, data)
        view = self.view
        self.plan, self.data = plan, data
        self.measures = [Measure(view, indicator) for indicator in data.get("indicators") or []]
        self.weighted = [m for m in self.measures if weight_of(m.data) > 0]
        self.is_silent = self._is_silent()
        self.milestones = [Milestone(self, m) for m in data.get("milestones") or []]
        self.weighted_milestones = [m for m in self.milestones if m.weight > 0]
        self.issues = [Issue(view, issue) for issue in data.get("issues") or []
                       if view.shows(issue["found"])]
        # An issue goes on after its task was carried over, the figures of the year do not.
        self.issues_asked = [Issue(self.asked, issue) for issue in data.get("issues") or []
                             if self.asked.shows(issue["found"])]
        self.has_measures = bool(self.weighted or self.weighted_milestones)
        self.taking_part = [m for m in self.weighted if not stands_apart(m)]
        self.counting = [m for m in self.weighted if reason(m) not in APART]
        self.spoken = self._verdict()
        self.light = self._light()

    def _frozen(self, plan, data):
        """A task that was carried over stays as it stood at E + settlement (§6.9)."""
        asked = self.asked
        end = asked.due + days(plan.settlement)
        if asked.status() == "carried_over" and not plan.public:
            return View(plan, data, min(asked.as_of, end), min(asked.known_by, end))
        return asked

    def _is_silent(self):
        """No progress entry, done milestone or reading within 45 days (§6.8)."""
        view = self.view
        dates = [entry["date"] for entry in self.data.get("progress") or []
                 if view.shows(entry["date"])]
        dates += [m["done"] for m in self.data.get("milestones") or [] if is_done(view, m)]
        for measure in self.measures:
            for part in measure.parts or [measure]:
                if part.newest is not None:
                    dates.append(part.newest.date)
        return not any((view.as_of - day).days <= SILENCE for day in dates)

    def _verdict(self):
        """The newest progress entry with a verdict: (verdict, date)."""
        newest = None
        for entry in self.data.get("progress") or []:
            if entry.get("verdict") and self.view.shows(entry["date"]):
                if newest is None or entry["date"] >= newest[1]:
                    newest = entry["verdict"], entry["date"]
        return newest

    @property
    def verdict_light(self):
        if self.spoken is None or (self.view.as_of - self.spoken[1]).days > SILENCE:
            return None
        return VERDICT_LIGHT[self.spoken[0]]

    @property
    def grade(self):
        given = self.data.get("qualitative") or {}
        day = given.get("date")
        return given.get("grade") if day is None or self.view.shows(day) else None

    # Light and class

    def _light(self):
        found = self._light_of_measures() if self.has_measures else self._light_of_words()
        if any(i.overdue and i.data["level"] == "critical" for i in self.issues):
            found = worse(found, "yellow")
        return self.override("light") or found

    def _light_of_measures(self):
        found = worst([light(m) for m in self.taking_part]
                      + [m.light for m in self.weighted_milestones])
        heard = any(part.newest is not None and not m.pending for m in self.weighted
                    for part in m.parts or [m]) or any(
                        m.done for m in self.weighted_milestones)
        if not heard and self.verdict_light and found != "red":
            return self.verdict_light
        return found

    def _light_of_words(self):
        if self.view.status() == "closed":
            return "blue"
        if self.grade is None:
            return self.verdict_light or "grey"
        if self.grade in ("优", "良"):
            day = self.data["qualitative"].get("date")
            if day is not None and day >= self.view.due:
                return "blue"
        return GRADE_LIGHT[self.grade]

    def override(self, what):
        """The newest override of light or score that holds on the day."""
        written = self.data.get("override") or []
        found = None
        for entry in written if isinstance(written, list) else [written]:
            if entry.get(what) is None or not self.view.shows(entry["from"]):
                continue
            if entry.get("until") is not None and self.view.as_of > entry["until"]:
                continue
            if found is None or entry["from"] >= found["from"]:
                found = entry
        return None if found is None else found[what]

    @property
    def class_name(self):
        if not self.asked.counted:
            return None
        if self.light == "green" and self.has_measures:
            classes = {class_of(m) for m in self.taking_part}
            classes |= {CLASS_OF_LIGHT[m.light] for m in self.weighted_milestones}
            if "ahead" in classes and classes <= {"done", "ahead"}:
                return "ahead"
        if self.light != "grey":
            return CLASS_OF_LIGHT[self.light]
        if self.override("light") == "grey":
            return "not_judged"
        if not self.has_measures:
            return "not_measured"
        if not self.taking_part and not self.weighted_milestones:
            reasons = {reason(m) for m in self.weighted}
            return next(CLASS_APART[r] for r in ("not_compared", "not_applicable", "pending")
                        if r in reasons)
        return "not_reported"

    # Completion

    def completion(self):
        """(mean or None, n, N, weights of all measures that do not stand apart)."""
        if not self.has_measures:
            if self.grade is None:
                return None, 0, 0, Fraction(0)
            return GRADE_SHARE[self.grade], 1, 1, Fraction(0)
        total = known = Fraction(0)
        # 未录不等于未办: in a public ledger an unfinished milestone says nothing.
        told = [m for m in self.weighted_milestones
                if m.done is not None or not self.view.plan.public]
        n = len(told)
        counted = [m for m in self.counting if not has_none_by_rule(m)]
        for milestone in told:
            total += milestone.weight * (milestone.done is not None)
            known += milestone.weight
        for measure in counted:
            share = share_in_means(measure)
            if share is not None:
                total += weight_of(measure.data) * share
                known += weight_of(measure.data)
                n += 1
        weights = sum((weight_of(m.data) for m in self.counting), Fraction(0)) + sum(
            (m.weight for m in self.weighted_milestones), Fraction(0))
        every = len(counted) + len(self.weighted_milestones)
        return (total / known if known else None), n, every, weights


def has_none_by_rule(m):
    return m.rank or (m.ceiling and m.as_of < m.due)
