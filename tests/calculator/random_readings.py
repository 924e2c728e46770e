"""Random readings, corrections, withdrawals and inspections of an indicator (§4, §6.1)."""

from fractions import Fraction

from chance import decimal
from dates import days
from figures import expected_exact, limit
from measure import Measure
from periods import periods
from plan import View


class ReadingMaker:
    def __init__(self, chance, plan, task, maker):
        self.chance, self.plan, self.task, self.maker = chance, plan, task, maker
        self.data = maker.data
        self.readings, self.inspections = [], []
        self.units = getattr(maker, "units", None)
        self.rising = self.data["kind"] == "cumulative"
        self.last_values = {}
        self.final_day = plan.end + days(110)

    def make(self):
        for day in self._dates():
            self._add(day)
        if self.readings:
            self.data["readings"] = self.readings
        if self.inspections:
            self.task.setdefault("inspections", []).extend(self.inspections)

    def _view(self, day):
        return View(self.plan, self.task, day, self.final_day)

    def _dates(self):
        """Mostly the ends of the periods; sometimes the reports stop early or begin late."""
        chance, plan = self.chance, self.plan
        seen = Measure(self._view(plan.end), self.data)
        stop = plan.end if chance.one_in(3) else min(seen.due, plan.end)
        if chance.one_in(2):
            stop = chance.day(plan.start + days(120), stop)
        dates = set()
        for period in periods(seen):
            if not chance.one_in(5):
                day = period.last if not chance.one_in(6) else chance.day(
                    period.first, period.last)
                if day <= stop:
                    dates.add(day)
        if len(dates) > 14:
            dates = set(chance.sample(sorted(dates), 14))
        if seen.frequency in ("year", "once", "season", "quarter") or chance.one_in(5):
            dates |= {chance.day(seen.start, stop) for _ in range(3)}
        return sorted(dates)

    def _add(self, day):
        chance = self.chance
        reading = {"id": "r%d" % (len(self.readings) + 1), "date": day}
        self._give_value(reading)
        self._give_report(reading)
        reading["by"] = self.task["lead"][0]
        if chance.one_in(6):
            reading["provisional"] = True
        if day > self.plan.end - days(60) and chance.one_in(3):
            reading["final"] = True
        self.readings.append(reading)
        self._remember(reading)
        is_inspected = chance.one_in(10)
        if is_inspected:
            self._inspect(reading)
        if chance.one_in(2 if is_inspected else 8):
            correction = self._correct(reading, reading)
            if chance.one_in(3):
                # Another one: of the correction, or once more of the same reading.
                wrong = correction if chance.one_in(2) or correction.get("value") is None \
                    and "values" not in correction else reading
                self._correct(wrong, correction)

    # Values

    def _give_value(self, reading):
        chance, data = self.chance, self.data
        if data.get("denominator"):
            if chance.one_in(6):
                reading["value"] = Fraction(0)
                reading["parts"] = {data["numerator"]: 0, data["denominator"]: 0}
                return
        if self.units is None:
            if data.get("than") and not chance.one_in(4):
                reading["benchmark"] = decimal(chance.share(4000, 6000), 1)
            reading["value"] = self._value(reading, None)
            if data.get("denominator") and chance.one_in(3):
                reading["parts"] = {data["numerator"]: reading["value"],
                                    data["denominator"]: 100}
            return
        named = self.units if not chance.one_in(4) else chance.sample(
            self.units, chance.number(1, len(self.units)))
        reading["values"] = {unit: self._value(reading, unit) for unit in named}

    def _value(self, reading, unit, free=False):
        seen = Measure(self._view(reading["date"]), self.data)
        if unit is not None:
            unit = self.plan.unit_in_force(unit, reading["date"])
            seen = next(part for part in seen.parts if part.unit == unit)
        value = self._near_a_limit(seen, reading)
        if self.maker.kind == "rank":
            value = max(Fraction(round(value)), Fraction(1))
        elif self.maker.kind != "growth":
            value = max(value, Fraction(0))
        if self.rising and not free and unit in self.last_values:
            falling = self.maker.down
            value = (min if falling else max)(value, self.last_values[unit])
        return value

    def _remember(self, reading):
        for unit, value in (reading.get("values") or {None: reading.get("value")}).items():
            if value is not None:
                self.last_values[unit] = value

    def _near_a_limit(self, seen, reading):
        """At the limit of a light or of the target, next to it, or anywhere."""
        chance = self.chance
        places = 0 if seen.integer else chance.pick([1, 2, 2, 2, 6])
        value = decimal(self._limit(seen, reading), places)
        if chance.one_in(3):
            value += Fraction(chance.pick([-1, 1]), 10 ** places)
        return value

    def _limit(self, seen, reading):
        chance = self.chance
        if seen.compared:
            if "benchmark" not in reading:
                return chance.share(4500, 5500)
            seen.target = reading["benchmark"] + seen.than["by"]
        if seen.target is None:
            return self.maker.target * chance.share(20, 130)
        target, base = seen.target, seen.baseline
        expected = expected_exact(seen, reading["date"])
        expected = base if expected is None else expected
        what = chance.pick(["target", "ratio", "ratio", "ratio", "points", "free", "free"])
        late = reading["date"] > self.plan.end - days(95)
        if what == "target" and (late or seen.goes_back or chance.one_in(2)):
            return chance.pick([target, limit(seen), target * Fraction(101, 100)])
        rules = self.plan
        if what == "ratio":
            name = chance.pick(["green", "yellow", "ahead", None])
            share = Fraction(rules.rule("light", name)) if name else Fraction(1)
            if seen.lower_is_better and not seen.has_baseline or seen.ceiling:
                return expected / share
            return base + (expected - base) * share
        if what == "points":
            points = Fraction(rules.rule("light", chance.pick(["green_points",
                                                               "yellow_points"])))
            return expected + (target - base) * points / 100
        share = seen.time(reading["date"]) * chance.share(40, 130)
        if seen.lower_is_better and not seen.has_baseline and not seen.allowance:
            return target * (Fraction(2) - share)
        return base + (target - base) * share

    # Reports

    def _give_report(self, reading):
        """In time, late, filled in after the issue, after the settlement, or not written."""
        chance, day = self.chance, reading["date"]
        issued = self.plan.issued
        if issued and day < issued and not chance.one_in(6):
            reading["reported"] = issued + days(chance.pick([0, 7, 7, 7, 8, 20]))
            if not chance.one_in(8):
                reading["backfilled"] = True
        elif chance.one_in(5):
            reading["reported"] = day + days(chance.number(5, 45))
            if chance.one_in(6):
                reading["backfilled"] = True
        elif day > self.plan.end - days(60) and chance.one_in(10):
            reading["reported"] = self.plan.end + days(chance.number(40, 80))
            if chance.one_in(2):
                reading["approved_by"] = "办公室"
        elif not chance.one_in(10):
            reading["reported"] = day + days(chance.number(0, 5))

    def _correct(self, wrong, after):
        """A correction of a reading, or its withdrawal; or a benchmark that comes later."""
        chance = self.chance
        reported = after.get("reported", after["date"]) + days(chance.number(1, 40))
        inspected = [i["date"] for i in self.inspections if i["reading"] == wrong["id"]]
        if inspected:
            reported = max(reported, inspected[0] + days(chance.number(1, 20)))
        reading = {"id": "r%d" % (len(self.readings) + 1), "date": wrong["date"],
                   "value": None, "reported": reported, "by": self.task["lead"][0],
                   "corrects": wrong["id"], "reason": "核减"}
        if chance.one_in(2):
            reading["approved_by"] = "办公室"
        if wrong.get("value") is None and "values" not in wrong:
            pass  # the withdrawal of a withdrawal
        elif wrong["id"] == after["id"] and chance.one_in(2 if inspected else 4):
            pass
        elif "values" in wrong:
            del reading["value"]
            reading["values"] = {unit: self._value(reading, unit, True)
                                 for unit in wrong["values"]}
        else:
            if self.data.get("than"):
                reading["benchmark"] = decimal(chance.share(4000, 6000), 1)
            reading["value"] = self._value(reading, None, True)
        self.readings.append(reading)
        self._remember(reading)
        return reading

    def _inspect(self, reading):
        """An inspection of the reading, after it was reported."""
        chance = self.chance
        inspection = {
            "id": "i-%s-%s" % (self.data["id"], reading["id"]),
            "date": reading.get("reported", reading["date"]) + days(chance.number(1, 30)),
            "team": ["督查一组"], "method": "field", "indicator": self.data["id"],
            "reading": reading["id"],
            "result": chance.pick(["inconsistent", "inconsistent", "minor_gap", "consistent"]),
            "finding": "核查",
        }
        if inspection["result"] == "inconsistent" and chance.one_in(2):
            if "values" in reading:
                inspection["verified_values"] = {
                    unit: self._value(reading, unit, True) for unit in reading["values"]}
            else:
                inspection["verified_value"] = self._value(reading, None, True)
        if chance.one_in(2):
            inspection["feedback"] = inspection["date"] + days(chance.number(3, 40))
        if chance.one_in(4):
            inspection["objection"] = {"date": inspection["date"] + days(chance.number(1, 20)),
                                       "text": "复核"}
        self.inspections.append(inspection)
