"""The fields of machine output (§11): which must be there, which are compared and how.

`LAW` are those of §11: one that is not in the output is a difference. All that the calculator
gives beyond them is compared where the output has it. `UNCHECKED` may be there and is not
compared; any other field is one the calculator does not know, and that is a difference too.
"""

from datetime import date
from fractions import Fraction

TASK_LAW = set(
    "plan item section title lead support due status light class completion weight indicators "
    "milestones issues counted verdict leader progress inspections self_assessments orders "
    "changes".split())
TASK_ECHO = {  # stored fields that stand in the output as in the file: default where not written
    "no": None, "summary": None, "text": None, "source": [], "contact": None, "note": None,
    "due_text": None, "tags": [], "policies": [], "carried_from": None,
}
TASK_UNCHECKED = set(
    "address plan_title section_title units days_left open known met overdue written share "
    "qualitative override suggested_order standing schema_version".split())
INDICATOR_LAW = set(
    "id name kind qualifier commitment target unit reading value data_date time expected "
    "expected_exact completion ratio age stale light class overdue pending_final late missing "
    "forecast gap gap_unit met_so_far broken direction targets than benchmark verified "
    "missing_periods reports_due readings".split())
INDICATOR_UNCHECKED = set(
    "address plan item promise counted applicable days_left due_apart trajectory "
    "expected_now share_of_target points borderline conflicting late_periods "
    "reporting awaited awaited_by jumps over_target written in_means mean_completion partial "
    "used_too_fast missing_from awaited_from deadlines".split())
FORECAST_LAW = set("method value ratio recent last unit low high gap gap_of_target "
                   "will_meet".split())
TARGET_LAW = set("unit target value completion ratio light class".split())
TARGET_UNCHECKED = set("address reading data_date expected expected_exact gap gap_unit met "
                       "forecast stale age verified baseline".split())
MILESTONE_LAW = set("id name due weight done light overdue due_soon".split())
SCORE_LAW = {"value"}
RECORDS = ("progress", "inspections", "self_assessments", "orders", "changes", "issues")
ABSENT = "(no such field)"


def plain(value):
    """A value as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    return value


def same(mine, theirs):
    """Equal, where a truth value is no number, and nothing is an empty list."""
    if isinstance(mine, bool) != isinstance(theirs, bool):
        return False
    if mine in (None, []) and theirs in (None, []):
        return True
    return mine == theirs


def holds_all(written, shown):
    """What stands in the file stands in the output too, at any depth."""
    if isinstance(written, dict):
        return isinstance(shown, dict) and all(
            holds_all(entry, shown.get(key)) for key, entry in written.items())
    if isinstance(written, list) and isinstance(shown, list):
        return len(written) == len(shown) and all(map(holds_all, written, shown))
    if isinstance(shown, list) and not isinstance(written, list):
        return shown == [written]
    return same(written, shown)


def of_mapping(mine, theirs, law, prefix=""):
    """(field, calculator's, program's) of every plain field that differs or is not there."""
    for field, value in mine.items():
        if field not in theirs:
            if field in law:
                yield prefix + field, plain(value), ABSENT
        elif not same(plain(value), theirs[field]):
            yield prefix + field, plain(value), theirs[field]


def unknown(theirs, known, prefix=""):
    for field in sorted(set(theirs) - known):
        yield prefix + field, "(a field that the calculator does not know)", theirs[field]


def of_indicator(mine, theirs):
    nested = ("forecast", "targets", "than", "missing_periods", "reports_due")
    yield from unknown(theirs, set(mine) | INDICATOR_LAW | INDICATOR_UNCHECKED)
    yield from of_mapping({k: v for k, v in mine.items() if k not in nested}, theirs,
                          INDICATOR_LAW)
    for field in nested:
        if field not in theirs:
            yield field, plain(mine[field]), ABSENT
    forecast = theirs.get("forecast", {})
    if "forecast" in theirs:
        forecast = forecast or dict.fromkeys(FORECAST_LAW)
        yield from unknown(forecast, FORECAST_LAW, "forecast.")
        yield from of_mapping(mine["forecast"], forecast, FORECAST_LAW, "forecast.")
    if "targets" in theirs:
        yield from of_targets(mine["targets"], theirs["targets"] or [])
    if "than" in theirs:
        written = plain(mine["than"])
        if (written is None) != (theirs["than"] is None) or (
                written and not holds_all(written, theirs["than"])):
            yield "than", written, theirs["than"]
    for field in ("missing_periods", "reports_due"):
        if field in theirs:
            yield from of_periods(field, mine[field], theirs[field] or [])


def of_targets(mine, theirs):
    by_unit = {part.get("unit"): part for part in theirs}
    units = {part["unit"] for part in mine}
    if units != set(by_unit):
        yield "targets", sorted(units), sorted(map(str, by_unit))
    for part in mine:
        if part["unit"] in by_unit:
            shown = by_unit[part["unit"]]
            prefix = "targets.%s." % part["unit"]
            yield from unknown(shown, TARGET_LAW | TARGET_UNCHECKED, prefix)
            yield from of_mapping(part, shown, TARGET_LAW, prefix)


def of_periods(field, mine, theirs):
    """Periods by their last day; deadline and units where the output has them."""
    ends = [period["end"].isoformat() for period in mine]
    shown = [period if isinstance(period, str) else period.get("end") for period in theirs]
    if ends != shown:
        yield field, ends, shown
        return
    for period, other in zip(mine, theirs):
        if isinstance(other, dict):
            for name in ("deadline", "units"):
                wanted, given = plain(period[name]), other.get(name)
                if name == "units":  # the calculator has no registry to order them by
                    wanted, given = sorted(wanted or []), sorted(given or [])
                if name in other and not same(wanted, given):
                    yield "%s.%s" % (field, name), wanted, given


def of_milestone(mine, theirs):
    yield from of_mapping(mine, theirs, MILESTONE_LAW)


def of_task(mine, theirs, data):
    """The fields of a task itself; its parts apart."""
    parts = ("indicators", "milestones", "issues", "score", "months")
    known = set(mine) | TASK_LAW | TASK_UNCHECKED | set(TASK_ECHO) | set(RECORDS)
    yield from unknown(theirs, known)
    yield from of_mapping({k: v for k, v in mine.items() if k not in parts}, theirs, TASK_LAW)
    for field, default in TASK_ECHO.items():
        written = plain(data.get(field, default))
        if field in theirs and not holds_all(written, theirs[field]):
            yield field, written, theirs[field]
    for field in ("indicators", "milestones") + RECORDS:
        if field not in theirs:
            yield field, "(a list)", ABSENT
    shown = {issue.get("id"): issue for issue in theirs.get("issues") or []}
    for issue in mine["issues"]:
        yield from of_mapping(issue, shown.get(issue["id"], {}), set(issue),
                              "issues.%s." % issue["id"])


def of_score(mine, theirs):
    """Score and lights of the months, which the program gives on demand."""
    score = theirs.get("score", ABSENT)
    if score == ABSENT:
        yield "score", plain(mine["score"]), ABSENT
    elif score is None:
        if mine["score"]["value"] is not None:
            yield "score", plain(mine["score"]), None
    elif isinstance(score, dict):
        if mine["score"]["value"] is None and score.get("value") is None:
            return
        yield from of_mapping(mine["score"], score, SCORE_LAW, "score.")
    elif not same(mine["score"]["value"], score):
        yield "score.value", mine["score"]["value"], score
    if "months" in theirs and mine["counted"]:
        shown = [(m.get("end"), m.get("light")) for m in theirs["months"] or []]
        wanted = [(m["end"].isoformat(), m["light"]) for m in mine["months"]]
        if shown != wanted:
            yield "months", wanted, shown


# Records: whole where they are in the answer, and not there where they are later (§5, §11)

def span_of_record(kind, record):
    """(first day at which it may be there, the same by which it must) for D and for K."""
    if kind == "changes":
        asked = record.get("requested") or record["effective"]
        return min(asked, record.get("effective") or asked), asked
    if kind == "issues":
        return record["found"], record["found"]
    if kind == "readings":
        return record["date"], record.get("reported") or record["date"]
    return record["date"], record["date"]


def of_records(kind, records, theirs, as_of, known_by, prefix=""):
    shown = list(theirs or [])
    for record in records or []:
        of_world, of_knowledge = span_of_record(kind, record)
        found = [other for other in shown if is_same_record(record, other)]
        name = "%s%s.%s" % (prefix, kind, record.get("id", record.get("date")))
        if of_world <= as_of and of_knowledge <= known_by:
            if kind not in ("readings",) and of_world > known_by:
                continue  # between the clocks the two sentences of §5 do not agree
            if not found:
                yield name, "(in the answer)", "(not there)"
            else:
                yield from of_record(kind, record, found[0], name, min(as_of, known_by))
        elif found and not (kind == "inspections" and of_world <= known_by):
            yield name, "(later, not in the answer)", "(there)"


def is_same_record(record, other):
    if "id" in record:
        return other.get("id") == record["id"]
    return other.get("date") == record["date"].isoformat() and other.get("by") == record.get("by")


def of_record(kind, record, shown, name, until):
    computed = ("due", "owner", "coordinator") if kind == "issues" else ()
    written = shown.get("written") or {}
    for key, value in record.items():
        if key in computed:
            continue
        wanted = plain(part_in_answer(key, value, until))
        # The sides of a change are written as text, and mean what its field holds.
        from_file = key in written and kind != "changes"
        given = written[key] if from_file else shown.get(key, ABSENT)
        if not holds_all(wanted, given):
            yield "%s.%s" % (name, key), wanted, given


def part_in_answer(key, value, until):
    """A dated part of a record without what is later (§5)."""
    if key in ("feedback", "closed"):
        return value if not isinstance(value, date) or value <= until else None
    if key in ("reply", "objection"):
        return value if value["date"] <= until else None
    if key == "log":
        return [step for step in value if step["date"] <= until]
    return value
