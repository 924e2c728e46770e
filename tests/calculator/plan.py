"""A plan with its rules and units, and what changes of a task had put in force (§4, §7)."""

from fractions import Fraction

DEFAULT_RULES = {
    "time": "day",
    "light": {
        "rule": "ratio", "green": Fraction(95, 100), "yellow": Fraction(80, 100),
        "ahead": Fraction(110, 100), "green_points": -10, "yellow_points": -30, "due_soon": 30,
    },
    "about": {"percent_below": 10, "smallest_count": 10, "points_below": Fraction(1, 2),
              "amounts_below": 5},
    "stale": {"week": [12, 20], "month": [45, 75], "quarter": [120, 200],
              "season": [200, 300], "year": [400, 500]},
    "deadlines": {
        "week": 5, "month": 5, "quarter": 5, "season": 5, "year": 5, "issue_general": 15,
        "issue_major": 30, "issue_critical": 5, "escalate_after": 5, "inspection_feedback": 30,
        "settlement": 45,
    },
    "forecast": {"method": "ratio", "from": Fraction(1, 4)},
    "score": {"late": Fraction(1, 10), "missing": Fraction(1, 2), "issue_overdue": 1,
              "false_report": 3, "red": 2, "second_yellow": 1, "most": 10,
              "support": Fraction(1, 2), "ranking": False},
    "counting_units": ("家 个 项 人 名 户 所 张 场 场次 处 条 座 台 辆 宗 起 件 次 人次 套 位 头 栋 支 "
                       "期 批次").split(),
}


class Plan:
    """A plan and the registry of its units."""

    def __init__(self, data, units=()):
        self.data = data
        self.units = {unit["name"]: unit for unit in units}
        self.aliases = {alias: unit["name"] for unit in units
                        for alias in unit.get("aliases") or []}
        self.start, self.end = data["period"]["start"], data["period"]["end"]
        self.issued = data.get("issued")
        self.public = data.get("reporting") == "public"
        self.holidays = frozenset(data.get("holidays") or [])
        self.workdays = frozenset(data.get("workdays") or [])
        self.given = data.get("rules") or {}
        self.by_month = self.rule("time") == "month"

    def rule(self, group, name=None):
        """A rule of the plan, or its default."""
        if name is None:
            return self.given.get(group, DEFAULT_RULES[group])
        return (self.given.get(group) or {}).get(name, DEFAULT_RULES[group][name])

    @property
    def reporting_from(self):
        return self.given.get("reporting_from") or self.issued

    @property
    def settlement(self):
        return int(self.rule("deadlines", "settlement"))

    def unit_in_force(self, name, day):
        """The unit that a name stands for on a day: main names, successors (§6.11)."""
        name = self.aliases.get(name, name)
        for _ in range(len(self.units)):
            unit = self.units.get(name) or {}
            last = (unit.get("valid") or {}).get("to")
            if last is None or day <= last or not unit.get("successor"):
                break
            name = unit["successor"]
        return name

    def is_itself(self, name, unit, day):
        """`name` is the unit: its own, an alias or the one before it was renamed (no merger)."""
        name = self.aliases.get(name, name)
        while name != unit:
            old = self.units.get(name) or {}
            last = (old.get("valid") or {}).get("to")
            if last is None or day <= last or old.get("status") != "renamed":
                return False
            name = old["successor"]
        return True

    def own_name(self, name, day):
        """The name that the unit has itself on a day: renamed, but not merged into another."""
        name = self.aliases.get(name, name)
        for _ in range(len(self.units)):
            old = self.units.get(name) or {}
            last = (old.get("valid") or {}).get("to")
            if last is None or day <= last or old.get("status") != "renamed":
                break
            name = old["successor"]
        return name

    def units_in_force(self, names, day):
        found = []
        for name in names or []:
            name = self.unit_in_force(name, day)
            if name not in found:
                found.append(name)
        return found

    def members(self, name):
        """The members of a group; any other unit is its own."""
        unit = self.units.get(self.aliases.get(name, name)) or {}
        if unit.get("type") == "group" and unit.get("members"):
            return list(unit["members"])
        return [self.aliases.get(name, name)]


def day_of_force(change):
    """The day from which a change holds; None for one that is only requested."""
    if change.get("effective"):
        return change["effective"]
    return change["requested"] if change.get("approved_by") else None


def is_in_answer(change, as_of, known_by):
    day = day_of_force(change)
    return (day is not None and day <= as_of
            and (change.get("requested") or change["effective"]) <= known_by)


class View:
    """A task as it is seen at one date with what was known by another (§5)."""

    def __init__(self, plan, task, as_of, known_by):
        self.plan, self.task, self.as_of, self.known_by = plan, task, as_of, known_by
        self.changes = sorted(
            (change for change in task.get("changes") or []
             if is_in_answer(change, as_of, known_by)), key=day_of_force)
        self.named_on = as_of  # units are called as on this day
        self._rulings = None

    def shows(self, day):
        """A record with one date is in the answer."""
        return day <= self.as_of and day <= self.known_by

    def value(self, field, first, day=None):
        """The value of a field in force (on an earlier day)."""
        for change in self.changes:
            if change["field"] == field and (day is None or day_of_force(change) <= day):
                first = change["to"]
        return first

    def status(self, day=None):
        return self.value("status", self.task["status"], day)

    @property
    def standing(self):
        return self.value("due", self.task["due"]) == "standing"

    @property
    def due(self):
        """E of the task: the plan's end where it stands for long."""
        due = self.value("due", self.task["due"])
        return self.plan.end if due in ("standing", None) else due

    @property
    def counted(self):
        return not self.task.get("mechanism") and self.status() not in ("suspended", "cancelled")

    @property
    def is_asked_for(self):
        """Still to be worked on: what is over is not overdue."""
        return self.counted and self.status() in ("not_started", "in_progress", "close_requested")

    @property
    def rulings(self):
        """What inspections found about readings, by indicator and reading; the newest counts."""
        if self._rulings is None:
            found = sorted((inspection for inspection in self.task.get("inspections") or []
                            if inspection["date"] <= self.known_by
                            and inspection.get("reading")), key=lambda i: i["date"])
            self._rulings = {(i.get("indicator"), i["reading"]): i for i in found}
        return self._rulings
