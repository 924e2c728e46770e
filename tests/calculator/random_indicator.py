"""Random indicators: every legal kind, qualifier, direction and trajectory (§4)."""

from fractions import Fraction
from itertools import count

from chance import decimal
from dates import days

UP_QUALIFIERS = ["at_least", "exceed", "about", "exactly", "reach"]
CEILINGS = ["at_most", "below"]
TRAJECTORIES = [None, "linear", "hold", "end", "step", "points"]
COUNTING = ["个", "家", "项", "人", "户", "起", "场次"]
AMOUNTS = ["亿元", "万亩", "公里", "万吨"]
FREQUENCIES = ["week", "month", "month", "month", "quarter", "season", "year", "once"]
UNITS_OF_TARGETS = ["甲局", "乙局", "丙局", "丁局"]
GROUP, MEMBERS = "各镇", ["东镇", "西镇"]


def legal_forms():
    """(kind, qualifier, direction or None, trajectory or None for the default)."""
    forms = []
    for kind in ("cumulative", "level", "ratio"):
        for trajectory in TRAJECTORIES:
            forms += [(kind, qualifier, direction, trajectory)
                      for qualifier in UP_QUALIFIERS for direction in (None, "down")]
            forms += [(kind, qualifier, None, trajectory) for qualifier in CEILINGS]
    for trajectory in (None, "hold"):
        forms += [("growth", qualifier, direction, trajectory)
                  for qualifier in UP_QUALIFIERS for direction in (None, "down")]
        forms += [("growth", qualifier, None, trajectory) for qualifier in CEILINGS]
        forms += [("rank", qualifier, None, trajectory)
                  for qualifier in UP_QUALIFIERS + CEILINGS]
    return forms


FORMS = legal_forms()
STRIDE = 37  # prime to their number: neighbours in a ledger are of different kinds
USUAL = 45   # indicators of a ledger of thirty tasks


def forms_of(seed):
    """The forms in turn, each seed going on about where the one before ended."""
    for number in count(seed * USUAL):
        yield FORMS[number * STRIDE % len(FORMS)]


class Maker:
    """Makes one indicator; what is decided on the way is kept here."""

    def __init__(self, chance, plan, number, standing, form):
        self.chance, self.plan, self.standing = chance, plan, standing
        self.kind, self.qualifier, self.direction, self.form = form
        self.ceiling = self.qualifier in CEILINGS and self.kind != "rank"
        self.down = self.direction == "down"
        self.data = {"id": "k%d" % number, "name": "指标%d" % number, "kind": self.kind,
                     "qualifier": self.qualifier,
                     "commitment": chance.pick(["binding", "binding", "strive"])}
        if self.down:
            self.data["direction"] = "down"
        self._unit()
        self.variety = self._variety()

    def _unit(self):
        chance, data = self.chance, self.data
        if self.kind in ("ratio", "growth"):
            data["unit"] = "%"
        elif self.kind == "rank":
            data["unit"], data["of"] = "位", Fraction(13)
        else:
            data["unit"] = chance.pick(COUNTING + AMOUNTS)
            if chance.one_in(10):
                data["integer"] = chance.one_in(2)
        rules = self.plan.get("rules") or {}
        counting = rules.get("counting_units", COUNTING)
        self.integer = data.get("integer", data["unit"] in counting) and self.kind in (
            "cumulative", "level")
        self.places = 0 if self.integer or self.kind == "rank" else 2

    def _variety(self):
        """plain, than, sum, each or pending."""
        chance, hold = self.chance, self.form in (None, "hold")
        if hold and self.kind in ("level", "ratio", "growth") and not self.integer \
                and chance.one_in(3):
            return "than"
        if self.form not in ("step", "points") and chance.one_in(5):
            if self.kind in ("cumulative", "level"):
                return chance.pick(["sum", "sum", "each"])
            return "each"
        if self.form not in ("step", "points") and self.kind != "rank" and chance.one_in(9):
            return "pending"
        return "plain"

    def make(self):
        self._target()
        self._term()
        self._frequency()
        self._trajectory()
        self._rest()
        return self.data

    # Targets

    def _number(self):
        """A target of its kind, and a baseline on the right side of it."""
        chance = self.chance
        if self.kind == "growth":
            if self.down:
                return chance.pick([Fraction(-3), Fraction(-11, 2), Fraction(2)]), None
            if self.ceiling:
                return chance.pick([Fraction(3), Fraction(43, 10), Fraction(5)]), None
            return chance.pick([Fraction(5), Fraction(13, 2), Fraction(0), Fraction(-2),
                                Fraction(10)]), None
        if self.kind == "rank":
            return Fraction(chance.number(2, 9)), None
        target = self._level_of_target()
        return target, self._baseline_of(target)

    def _level_of_target(self):
        chance = self.chance
        lower = self.down or self.ceiling
        if self.kind == "ratio":
            if lower:
                choice = [Fraction(35, 10), Fraction(20), Fraction(60)]
                return chance.pick(choice + [Fraction(0)] * (self.qualifier not in (
                    "below", "exceed")))
            choice = [Fraction(95), Fraction(925, 10), Fraction(30)]
            return chance.pick(choice + [Fraction(100)] * 2 * (self.qualifier != "exceed"))
        if lower and self.qualifier not in ("below", "exceed") and chance.one_in(6):
            return Fraction(0)
        if self.integer:
            return Fraction(chance.pick([1, 2, 9, 10, 11, 12, 50, 221, chance.number(20, 999)]))
        return decimal(chance.share(50, 3000))

    def _baseline_of(self, target):
        """None, or a baseline that the trajectory can start from."""
        chance = self.chance
        written = self.form in ("linear", "step", "points")
        if self.ceiling:
            if self.kind == "cumulative":
                return None
            needed = written or self.form == "end"
            above = self._above(target)
            return above if needed or chance.one_in(4) else None
        if self.down:
            if self.kind == "cumulative" or written or chance.one_in(2):
                return self._above(target)
            return None
        if self.kind == "cumulative":
            return decimal(target * chance.share(5, 60), self.places) if chance.one_in(5) else None
        if chance.one_in(12):
            return target
        if chance.one_in(3):
            return None
        below = decimal(target * chance.share(10, 90), self.places)
        return below if below < target else None

    def _above(self, target):
        gap = max(target * self.chance.share(20, 150), Fraction(1))
        return decimal(target + gap, self.places) if self.kind != "ratio" else min(
            decimal(target + gap, 2), Fraction(100))

    def _target(self):
        chance, data = self.chance, self.data
        if self.variety == "than":
            data["than"] = {"name": "全省平均", "by": chance.pick(
                [Fraction(0), Fraction(0), Fraction(1), Fraction(-1), Fraction(1, 2)])}
            self.target = Fraction(50)
            return
        if self.variety in ("sum", "each"):
            self._targets()
            return
        self.target, baseline = self._number()
        data["target"] = "pending" if self.variety == "pending" else self.target
        if baseline is not None:
            data["baseline"] = baseline

    def _targets(self):
        chance, data = self.chance, self.data
        names = chance.sample(UNITS_OF_TARGETS, chance.number(1, 3))
        if chance.one_in(3):
            names.append(GROUP)
            if chance.one_in(2):
                names.append(MEMBERS[0])
        data["targets"] = {}
        self.target, baseline = self._number()
        for name in names:
            factor = 1 if self.kind == "ratio" else chance.pick([1, 2, 3])
            data["targets"][name] = self.target * factor
            if self.kind == "growth":
                data["targets"][name] = self.target
        units = [m for name in names for m in (MEMBERS if name == GROUP else [name])]
        if self.variety == "each" and (self.kind in ("cumulative", "level") or chance.one_in(2)):
            data["aggregate"] = "each"
        if self.variety == "sum" and chance.one_in(3):
            data["aggregate"] = "sum"
        if baseline is not None:
            written = {}
            for unit in units:
                target = data["targets"].get(unit, data["targets"].get(GROUP))
                factor = target / self.target if self.target else 1
                written[unit] = baseline * factor
            data["baseline"] = written
        self.units = list(dict.fromkeys(units))

    # Term, frequency, trajectory

    def _term(self):
        chance, data, plan = self.chance, self.data, self.plan
        start, end = plan["period"]["start"], plan["period"]["end"]
        if chance.one_in(6):
            data["start"] = chance.day(start + days(9), start + days(120))
        elif chance.one_in(10) and "baseline" in data:
            data["baseline_date"] = chance.pick([start - days(1), start + days(58)])
        own = self.form in ("step", "points") or chance.one_in(4)
        if own and not self.standing:
            data["due"] = chance.pick([end, end - days(61), end - days(31),
                                       chance.day(start + days(181), end)])

    def _frequency(self):
        chance, data = self.chance, self.data
        if self.kind == "ratio" and not self.down and not self.ceiling \
                and self.form in (None, "hold") and self.variety in ("plain", "each") \
                and chance.one_in(2):
            data["window"] = "month"
            if chance.one_in(2):
                data["frequency"] = "month"
            return
        if not chance.one_in(4):
            data["frequency"] = chance.pick(FREQUENCIES)
        if chance.one_in(6):
            data["release"] = Fraction(chance.pick([5, 10, 20]))
        if self.kind == "ratio" and self.variety == "plain" and chance.one_in(3):
            data["numerator"], data["denominator"] = "已办件", "应办件"

    def _trajectory(self):
        chance, data = self.chance, self.data
        if self.form is None:
            return
        data["trajectory"] = {"type": self.form}
        if self.form not in ("step", "points"):
            return
        if self.standing:
            data["trajectory"] = {"type": "linear"}
            return
        if chance.one_in(2):
            data["frequency"] = "season"
        data["trajectory"]["points"] = self.points()

    def points(self):
        """Points on the way from the baseline to the target; the last is the target."""
        chance, data = self.chance, self.data
        first = data.get("start") or self.plan["period"]["start"]
        if data.get("baseline_date"):
            first = max(first, data["baseline_date"] + days(1))
        last = data["due"]
        dates = sorted({chance.day(first + days(20), last) for _ in range(chance.number(1, 4))})
        if chance.one_in(2) and dates[-1] < last:
            dates[-1] = last
        base = data.get("baseline", Fraction(0))
        shares = sorted(chance.share(5, 95) for _ in dates[1:])
        values = [decimal(base + (self.target - base) * share, self.places) for share in shares]
        return [{"date": day, "value": value}
                for day, value in zip(dates, values + [self.target])]

    def _rest(self):
        chance, data = self.chance, self.data
        if chance.one_in(4):
            data["weight"] = chance.pick([Fraction(2), Fraction(1, 2), Fraction(3)])
        if chance.one_in(12):
            data["note"] = "虚构"
