"""Random changes of a task: targets, trajectories, dates, units, leaders, status (§4)."""

from fractions import Fraction

from chance import decimal
from dates import days

OFFICE = "办公室"


class Changes:
    """The changes of a task; each field's own come one after the other."""

    def __init__(self, chance, plan, task):
        self.chance, self.plan, self.task, self.found = chance, plan, task, []

    def add(self, field, before, after, day, **more):
        """A change that holds, or is only requested; tells whether it comes into force."""
        chance = self.chance
        change = {"id": "c%d" % (len(self.found) + 1),
                  "requested": day - days(chance.number(0, 30)), "effective": day,
                  "field": field, "from": before, "to": after, "reason": "情况变化", **more}
        holds = True
        form = chance.number(1, 10)
        if form > 2:
            change["approved_by"] = OFFICE
        if form == 1:
            del change["effective"]
            holds = False
        elif form == 3:
            del change["effective"]
            change["requested"] = day
        elif form == 4:
            del change["requested"]
        self.found.append(change)
        return holds

    def chain(self, field, before, values, first, last, **more):
        """Several changes of a field, one after the other."""
        day = self.chance.day(first, last)
        for value in values:
            if value is None or value == before:
                continue
            if self.add(field, before, value, day, **more):
                before = value
            day = self.chance.day(day + days(1), last + days(20))

    def make(self, makers, units):
        for maker in makers:
            self._of_indicator(maker)
        chance, task, plan = self.chance, self.task, self.plan
        late = plan.end - days(20)
        if chance.one_in(6) and task["due"] != "standing":
            moved = [task["due"] + days(n) for n in (chance.pick([-20, 10, 31]), 45)]
            if chance.one_in(4):
                self.chain("due", task["due"], moved, plan.start + days(120), late)
            else:
                self.chain("due", task["due"], [min(moved[0], plan.end)],
                           plan.start + days(120), late)
        if chance.one_in(8):
            self.chain("lead", task["lead"], [[chance.pick(units)]], plan.start, late)
        if "leader" in task and chance.one_in(4):
            self.chain("leader", task.get("leader"), [["副市长乙"]], plan.start, late)
        for milestone in task.get("milestones", []):
            if chance.one_in(6):
                self.chain("milestones.%s.due" % milestone["id"], milestone["due"],
                           [min(milestone["due"] + days(30), plan.end)],
                           plan.start + days(60), late)
        if chance.one_in(4):
            self._of_status()
        if self.found:
            task["changes"] = self.found

    def _of_status(self):
        chance, plan = self.chance, self.plan
        way = chance.pick([["suspended", "in_progress"], ["suspended"], ["cancelled"],
                           ["closed"], ["carried_over"], ["carried_over"],
                           ["close_requested", "closed"], ["suspended", "cancelled"]])
        self.chain("status", self.task["status"], way, plan.start + days(90), plan.end)

    def _of_indicator(self, maker):
        chance, plan, data = self.chance, self.plan, maker.data
        field = "indicators.%s." % data["id"]
        first, last = plan.start + days(60), plan.end - days(60)
        if maker.variety == "pending":
            if not chance.one_in(3):
                self.chain(field + "target", "pending", [maker.target], first, last)
            return
        if maker.variety == "than" and chance.one_in(4):
            self.chain(field + "than.by", data["than"]["by"], [Fraction(2)], first, last)
        if maker.variety in ("sum", "each") and "window" not in data and chance.one_in(4) \
                and maker.kind in ("cumulative", "level"):
            unit = chance.pick(sorted(data["targets"]))
            old = data["targets"][unit]
            self.chain(field + "targets." + unit, old, [self._moved(maker, old)], first, last)
        if maker.variety == "plain" and "window" not in data and maker.kind != "rank" \
                and chance.one_in(4):
            self._of_target(maker, field, first, last)
        if maker.variety == "plain" and maker.form in ("linear", "hold", "end") \
                and not maker.ceiling and maker.kind in ("cumulative", "level", "ratio") \
                and "window" not in data and chance.one_in(5):
            other = chance.pick([t for t in ("linear", "hold", "end") if t != maker.form])
            self.chain(field + "trajectory", data["trajectory"], [{"type": other}], first, last)
        if "due" in data and maker.form not in ("step", "points") and chance.one_in(5):
            moved = data["due"] + days(chance.pick([-20, 15, 30]))
            self.chain(field + "due", data["due"], [min(moved, plan.end)],
                       plan.start + days(120), plan.end)

    def _moved(self, maker, target):
        """Another target on the same side of the baseline."""
        changed = decimal(target * self.chance.pick([Fraction(9, 10), Fraction(11, 10)]),
                          maker.places)
        if maker.kind == "ratio":
            changed = min(changed, Fraction(100))
        base = maker.data.get("baseline", 0)
        if isinstance(base, dict):
            return changed if changed > 0 and not maker.down else None
        if maker.ceiling and maker.kind != "growth" and changed == 0:
            return None
        if changed == base or (changed < base) != (target < base) or target == base:
            return None
        return changed

    def _of_target(self, maker, field, first, last):
        chance, data = self.chance, maker.data
        before = data["target"]
        after = self._moved(maker, before)
        if after is None or after == before or (
                maker.qualifier in ("exceed", "below") and after == 100):
            return
        day = chance.day(first, last)
        points = data.get("trajectory", {}).get("points")
        if points and chance.one_in(2):
            # Given anew on the same day; both come into force.
            anew = dict(data["trajectory"])
            anew["points"] = points[:-1] + [{"date": points[-1]["date"], "value": after}]
            values = [p["value"] for p in anew["points"]]
            if values != sorted(values, reverse=maker.down or values[0] > values[-1]):
                return
            for name, old, new in (("target", before, after),
                                   ("trajectory", data["trajectory"], anew)):
                self.found.append({
                    "id": "c%d" % (len(self.found) + 1), "requested": day, "effective": day,
                    "field": field + name, "from": old, "to": new, "reason": "情况变化",
                    "approved_by": OFFICE})
            return
        self.chain(field + "target", before, [after], day, day,
                   **({"rescale": True} if points else {}))
