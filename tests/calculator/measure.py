"""An indicator, or one unit's part of it, with everything resolved at the two dates (§4)."""

from fractions import Fraction

from dates import ONE_DAY, time_progress
from readings import MergedReadings, Readings, history_of_total, total

NO_TARGET = "pending"
CEILINGS = ("at_most", "below")
NEVER_COUNTS = ("ratio", "growth", "rank")


def once(function):
    """Computes a figure of a measure once."""
    name = function.__name__

    def remembered(measure):
        if name not in measure.memo:
            measure.memo[name] = function(measure)
        return measure.memo[name]
    return remembered


class Measure:
    """The whole of an indicator, or (with `unit`) the part of one unit of its targets."""

    def __init__(self, view, data, unit=None, whole=None):
        self.memo = {}
        self.view, self.data, self.unit, self.whole = view, data, unit, whole
        self.plan, self.as_of, self.known_by = view.plan, view.as_of, view.known_by
        self.kind, self.qualifier = data["kind"], data["qualifier"]
        self.strive = data["commitment"] == "strive"
        self.rank = self.kind == "rank"
        self.ceiling = self.qualifier in CEILINGS and not self.rank
        self.allowance = self.ceiling and self.kind == "cumulative"
        self.compared = data.get("than") is not None
        self.down = self.rank or data.get("direction") == "down"
        self.lower_is_better = self.down or self.ceiling
        self.goes_back = (self.kind in ("ratio", "growth", "rank") or self.compared
                          or self.ceiling)
        self.by_window = data.get("window") == "month"
        self.frequency = data.get("frequency", "month")
        self.release = int(data.get("release") or 0)
        self.start = self._start()
        self.due = self._due()
        self.integer = self._integer()
        self.aggregate = self._aggregate()
        self.each = unit is None and self.aggregate == "each"
        self.part_of_sum = unit is not None and self.aggregate == "sum"
        self.parts = []
        if unit is None and self.aggregate:
            self.parts = [Measure(view, data, name, self)
                          for name in self._unit_targets()]
        self._take_readings()
        self._take_target()
        self._take_trajectory()

    # Dates and defaults

    def field(self, name):
        return "indicators.%s.%s" % (self.data["id"], name)

    def _start(self):
        if self.data.get("start"):
            return self.data["start"]
        if self.data.get("baseline_date"):
            after = self.data["baseline_date"] + ONE_DAY
            if self.plan.start <= after <= self.plan.end:
                return after
        return self.plan.start

    def _due(self):
        due = self.view.value(self.field("due"), self.data.get("due"))
        return due or self.view.due

    def _integer(self):
        if self.kind in NEVER_COUNTS:
            return False
        return self.data.get("integer", self.data["unit"] in self.plan.rule("counting_units"))

    def _aggregate(self):
        if not self.data.get("targets"):
            return None
        default = "sum" if self.kind in ("cumulative", "level") else "each"
        return self.data.get("aggregate", default)

    # Readings

    def _take_readings(self):
        self.readings = self.reports = None
        if self.parts:
            every = [part.readings for part in self.parts]
            self.newest = total(every)
        else:
            self.readings = self.reports = Readings(
                self.view, self.data, self.due, self.unit, self._is_named)
            if self.unit is not None:
                # Who became this unit has reported too.
                self.reports = Readings(self.view, self.data, self.due, self.unit, self._stands_for)
                self.readings = self._merged() or self.readings
            self.newest = self.readings.newest
        self.day = self.newest.date if self.newest else None
        self.applicable = self.newest is None or self.newest.applicable
        self.value = None
        if self.newest is not None and self.applicable and not self.each \
                and self.newest.value is not None:
            self.value = Fraction(self.newest.value)

    def history(self):
        """The effective values, one a data date, oldest first."""
        if self.parts:
            return history_of_total([part.readings for part in self.parts])
        return self.readings.one_a_date()

    # Units

    @property
    def adds_up(self):
        """After a merger amounts are added; rates, growths and places are not."""
        amount = self.kind in ("cumulative", "level") and self.data["unit"] != "%"
        return amount or self.aggregate == "sum"

    def _stands_for(self, name):
        return self.plan.unit_in_force(name, self.view.named_on) == self.unit

    def _is_itself(self, name):
        return self.plan.is_itself(name, self.unit, self.view.named_on)

    def _is_named(self, name):
        return self._stands_for(name) if self.adds_up else self._is_itself(name)

    def _merged(self):
        """The readings of each that merged into the unit, where amounts are added."""
        day, plan = self.view.named_on, self.plan
        promised = [member for name in self.data["targets"] for member in plan.members(name)]
        named = promised + [name for reading in self.data.get("readings") or []
                            for name in reading.get("values") or {}]
        others = {plan.own_name(name, day) for name in named if self._stands_for(name)}
        if not self.adds_up or others <= {self.unit}:
            return None
        parts = {}
        for own in [self.unit] + sorted(others - {self.unit}):
            def is_part(name, own=own):
                return plan.own_name(name, day) == own
            parts[own] = (any(is_part(name) for name in promised),
                          Readings(self.view, self.data, self.due, own, is_part))
        return MergedReadings(
            parts, lambda name, on: plan.own_name(plan.unit_in_force(name, on), day))

    # Target and baseline

    def _unit_targets(self):
        """The target of every unit, groups written out; a member named itself keeps its own."""
        written = {}
        for name, target in self.data["targets"].items():
            written[name] = self.view.value(self.field("targets." + name), target)
        named = {}
        for name, target in written.items():
            members = self.plan.members(name)
            for member in members:
                if members == [name] or member not in written:
                    named[member] = target
        self._merge(named)
        return self._targets_by_unit

    def _merge(self, named):
        """Those who are one unit by now: added, or its own, or the hardest of theirs (§6.11)."""
        self._targets_by_unit, self._rows_by_unit = {}, {}
        day, hardest = self.view.named_on, min if self.lower_is_better else max
        for unit in dict.fromkeys(self.plan.unit_in_force(name, day) for name in named):
            rows = [name for name in named if self.plan.unit_in_force(name, day) == unit]
            own = [name for name in rows if self.plan.is_itself(name, unit, day)]
            if self.adds_up:
                self._targets_by_unit[unit] = sum(named[row] for row in rows)
            else:
                row = hardest(own or rows, key=named.get)
                self._targets_by_unit[unit] = named[row]
                self._rows_by_unit[unit] = row

    def _take_target(self):
        if self.unit is not None:
            target = self.whole._targets_by_unit[self.unit]
        elif self.aggregate == "sum":
            target = sum(Fraction(part.target) for part in self.parts)
        elif self.each or self.compared:
            target = None
        else:
            target = self.view.value(self.field("target"), self.data["target"])
        self.pending = target == NO_TARGET
        self.than = None
        if self.compared:
            self.than = dict(self.data["than"])
            self.than["by"] = self.view.value(self.field("than.by"), self.than.get("by", 0))
            if self.newest is not None and self.newest.benchmark is not None:
                target = Fraction(self.newest.benchmark) + Fraction(self.than["by"])
        self.not_compared = (self.compared and self.newest is not None and self.applicable
                             and self.newest.benchmark is None)
        self.target = None if target is None or self.pending else Fraction(target)

    def written_baseline(self):
        baseline = self.data.get("baseline")
        if isinstance(baseline, dict):
            if self.unit is None:
                return sum(Fraction(part.written_baseline() or 0) for part in self.parts)
            if not self.adds_up:
                return baseline.get(self.whole._rows_by_unit[self.unit])
            found = [number for name, number in baseline.items() if self._stands_for(name)]
            return sum(found) if found else None
        return baseline

    def _take_trajectory(self):
        """The trajectory in force and the baseline that the formulas use (§4)."""
        baseline = self.written_baseline()
        self.has_baseline = baseline is not None or self.kind == "cumulative"
        self.baseline = Fraction(baseline or 0)
        written = self.view.value(self.field("trajectory"), self.data.get("trajectory"))
        self.trajectory = written or {"type": self._default_trajectory()}
        self.seasons_end = [point["date"] for point in self.trajectory.get("points", ())]
        if self.target is not None and self.target == self.baseline and not self.ceiling:
            self.trajectory = {"type": "hold"}
        self.holds = (self.trajectory["type"] == "hold" or self.kind in ("growth", "rank")
                      or self.compared)
        if self.holds or (self.ceiling and not written):
            self.has_baseline, self.baseline = False, Fraction(0)

    def _default_trajectory(self):
        if self.compared or self.kind in ("growth", "rank"):
            return "hold"
        if self.ceiling:
            return "linear" if self.kind == "cumulative" else "hold"
        if self.kind == "ratio" and (self.target == 100 or self.by_window):
            return "hold"
        return "linear" if self.has_baseline else "end"

    # Time

    def time(self, day):
        return time_progress(self.start, self.due, day, self.plan.by_month)

    @property
    def is_settled_by_date(self):
        """D is later than E + settlement."""
        return (self.as_of - self.due).days > self.plan.settlement
