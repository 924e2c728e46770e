"""The effective readings of an indicator, or of one unit of its targets (§6.1)."""

from dates import days


class Reading:
    """A reading as it counts: its value is the verified one where there is such."""

    def __init__(self, data, index, value):
        self.id, self.index, self.data = data["id"], index, data
        self.date = data["date"]
        self.reported = data.get("reported") or data["date"]
        self.value = value
        self.benchmark = data.get("benchmark")
        self.final = bool(data.get("final"))
        self.backfilled = bool(data.get("backfilled"))
        self.applicable = True
        self.verified = False
        self.found_false = False
        self.found_against = False  # found not to hold, with a verified value or without

    @property
    def newness(self):
        return self.date, self.reported, self.index


class Readings:
    """Those known at D by K: `effective`, oldest first; `by_date` with all that came."""

    def __init__(self, view, data, due, unit=None, names=None):
        """`names(written)` tells who of `values` is the unit."""
        self.view, self.data, self.unit, self.names = view, data, unit, names
        self.limit = max(due, view.plan.end)
        self.known = {}
        for index, reading in enumerate(data.get("readings") or []):
            if self._is_known(reading):
                self.known[reading["id"]] = self._made(reading, index)
        corrections = {}
        for reading in self.known.values():
            if reading.data.get("corrects"):
                corrections.setdefault(reading.data["corrects"], []).append(reading)
        self._corrections = corrections
        self._rule_on_all()
        self.effective = sorted((reading for reading in self.known.values()
                                 if self._is_effective(reading)), key=lambda r: r.newness)

    def _is_known(self, reading):
        view = self.view
        reported = reading.get("reported") or reading["date"]
        if reading["date"] > view.as_of or reported > view.known_by:
            return False
        if reading["date"] > self.limit:
            return False
        late = reported > self.limit + days(view.plan.settlement)
        if late and not view.plan.public and not reading.get("approved_by"):
            return False
        if self.unit is None or is_withdrawal(reading):
            return True
        return self._of_unit(reading.get("values")) is not None

    def _of_unit(self, values):
        """The sum of what is said under the names of the unit."""
        found = [value for name, value in (values or {}).items() if self.names(name)]
        return sum(found[1:], found[0]) if found else None

    def _made(self, reading, index):
        if self.unit is None:
            value = reading.get("value")
        else:
            value = self._of_unit(reading.get("values"))
        made = Reading(reading, index, value)
        denominator = self.data.get("denominator")
        parts = reading.get("parts") or {}
        made.applicable = not (denominator and parts.get(denominator) == 0)
        return made

    def _rule_on_all(self):
        for reading in self.known.values():
            ruling = self._ruling(reading)
            if ruling is None or reading.value is None:
                continue
            if self.unit is None:
                verified = ruling.get("verified_value")
            else:
                verified = self._of_unit(ruling.get("verified_values"))
            reading.found_against = True
            reading.found_false = verified is None
            reading.verified = verified is not None
            if verified is not None:
                reading.value = verified

    def _ruling(self, reading):
        """The inspection that found it false, or found false what it corrects unapproved."""
        own = self.view.rulings.get((self.data["id"], reading.id))
        if own is not None:
            return own if own["result"] == "inconsistent" else None
        before = self.known.get(reading.data.get("corrects"))
        if before is None or reading.data.get("approved_by"):
            return None
        ruling = self._ruling(before)
        return ruling if ruling and reading.reported >= ruling["date"] else None

    def is_void(self, reading):
        """Withdrawn by something that is not withdrawn itself."""
        return any(is_withdrawal(other.data) and not self.is_void(other)
                   for other in self._corrections.get(reading.id, []))

    def _is_effective(self, reading):
        if is_withdrawal(reading.data) or reading.found_false or self.is_void(reading):
            return False
        return not any(not is_withdrawal(other.data) and not other.found_false
                       and not self.is_void(other)
                       for other in self._corrections.get(reading.id, []))

    @property
    def newest(self):
        return self.effective[-1] if self.effective else None

    def newest_until(self, day):
        found = [reading for reading in self.effective if reading.date <= day]
        return found[-1] if found else None

    def one_a_date(self):
        """The effective readings, of each data date the one that counts."""
        return list({reading.date: reading for reading in self.effective}.values())

    def dates_reported(self):
        """The data dates with a reading that is effective or was found false."""
        return {reading.date for reading in self.known.values()
                if reading.found_against or reading in self.effective}

    def first_report(self, day):
        """The reading that came first for a data date; of two of one day the back-fill."""
        return min((reading for reading in self.known.values()
                    if reading.date == day and not is_withdrawal(reading.data)),
                   key=lambda r: (r.reported, not r.backfilled))


def is_withdrawal(reading):
    return bool(reading.get("corrects")) and reading.get("value") is None \
        and not reading.get("values")


class Total:
    """The newest total over the units: it stands where every unit has a value (§4)."""

    def __init__(self, parts):
        newest = [part for part in parts]
        oldest = max((p for p in newest if p.date == min(q.date for q in newest)),
                     key=lambda p: p.newness)
        self.id, self.date, self.index = oldest.id, oldest.date, oldest.index
        self.reported = max(p.reported for p in newest)
        self.value = sum(p.value for p in newest) if all(
            p.value is not None for p in newest) else None
        self.benchmark = None
        self.final = all(p.final for p in newest)
        self.backfilled = all(p.backfilled for p in newest)
        self.applicable = all(p.applicable for p in newest)
        self.verified = any(p.verified for p in newest)

    @property
    def newness(self):
        return self.date, self.reported, self.index


class MergedReadings:
    """Those of a unit into which others have merged, where amounts are added (§6.11).

    `parts` maps each name to (whether it has a target, its `Readings`); `heir(name, day)` is who
    of them stands for a name on a day. A reading of a unit that others had joined by then is of
    them all; a unit without a target has no others.
    """

    def __init__(self, parts, heir):
        self.parts, self.heir = parts, heir
        self.known = {(name, id_): reading for name, (_, readings) in parts.items()
                      for id_, reading in readings.known.items()}
        found = {}
        for day in sorted({r.date for _, readings in parts.values() for r in readings.effective}):
            those = self._standing(day)
            if those:
                at_the_day = Total(those) if len(those) > 1 else those[0]
                found[at_the_day.date] = at_the_day
        self.effective = [found[day] for day in sorted(found)]

    def is_void(self, reading):
        return any(readings.is_void(reading) for _, readings in self.parts.values()
                   if reading in readings.known.values())

    def _joined(self, name, other, day):
        return name != other and self.heir(name, day) == other

    def _newest(self, name, day):
        promised, readings = self.parts[name]
        found = [r for r in readings.effective if r.date <= day and r.applicable
                 and (promised or any(self._joined(other, name, r.date) for other in self.parts))]
        return found[-1] if found else None

    def _is_covered(self, name, own, day):
        for other in self.parts:
            whole = self._newest(other, day)
            if whole is not None and self._joined(name, other, whole.date) \
                    and not (own is not None and self._joined(name, other, own.date)):
                return True
        return False

    def _standing(self, day):
        those = []
        for name, (promised, _) in self.parts.items():
            own = self._newest(name, day)
            if self._is_covered(name, own, day):
                continue
            if own is not None:
                those.append(own)
            elif promised:
                return []
        return those

    @property
    def newest(self):
        return self.effective[-1] if self.effective else None

    def newest_until(self, day):
        found = [reading for reading in self.effective if reading.date <= day]
        return found[-1] if found else None

    def one_a_date(self):
        return self.effective


def total(all_readings, until=None):
    """The total of the units' newest readings, at a day; None where one is missing."""
    newest = [readings.newest if until is None else readings.newest_until(until)
              for readings in all_readings]
    return None if not newest or None in newest else Total(newest)


def history_of_total(all_readings):
    """The totals that stood at the data dates, one a date, oldest first."""
    dates = sorted({reading.date for readings in all_readings for reading in readings.effective})
    found = {}
    for day in dates:
        at_the_day = total(all_readings, day)
        if at_the_day is not None:
            found[at_the_day.date] = at_the_day
    return [found[day] for day in sorted(found)]
