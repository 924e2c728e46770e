"""Reads and writes the little YAML that the ledgers of the tests are made of.

Block mappings and lists, flow collections on one line, plain and double-quoted scalars,
comments. Dates become `date`, numbers `Fraction`, quoted scalars stay text.
"""

import re
from datetime import date
from fractions import Fraction

PLAIN = re.compile(r"[a-z_一-鿿][a-z_A-Z0-9.一-鿿-]*$")
DATE = re.compile(r"\d{4}-\d\d-\d\d$")
NUMBER = re.compile(r"[-+]?\d+(\.\d+)?$")
WORDS = {"null": None, "true": True, "false": False, "": None}


# Writing

def scalar(value):
    """A scalar as it stands in a file."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, Fraction)):
        return number_text(Fraction(value))
    if PLAIN.match(value) and value not in ("null", "true", "false", "yes", "no"):
        return value
    return '"%s"' % value.replace("\\", "\\\\").replace('"', '\\"')


def number_text(value):
    """An exact decimal of at most six places."""
    millionths = value * 10 ** 6
    if millionths.denominator != 1:
        raise ValueError("%s has more than six places" % value)
    whole, part = divmod(abs(millionths.numerator), 10 ** 6)
    text = "%d.%06d" % (whole, part) if part else str(whole)
    return ("-" if value < 0 else "") + (text.rstrip("0") if part else text)


def flow(value):
    """A value on one line."""
    if isinstance(value, dict):
        return "{%s}" % ", ".join("%s: %s" % (scalar(k), flow(v)) for k, v in value.items())
    if isinstance(value, (list, tuple)):
        return "[%s]" % ", ".join(map(flow, value))
    return scalar(value)


def block(mapping, indent=0):
    """The lines of a mapping; lists of mappings are lists of blocks or of lines."""
    lines = []
    for key, value in mapping.items():
        lead = " " * indent + key + ":"
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(lead)
            for entry in value:
                lines.extend(list_entry(entry, indent + 2))
        else:
            lines.append("%s %s" % (lead, flow(value)))
    return lines


def list_entry(entry, indent):
    if not any(isinstance(value, list) and value and isinstance(value[0], dict)
               for value in entry.values()):
        return [" " * indent + "- " + flow(entry)]
    lines = block(entry, indent + 2)
    lines[0] = " " * indent + "- " + lines[0].lstrip()
    return lines


def write(path, mapping):
    path.write_text("\n".join(block(mapping)) + "\n", encoding="utf-8")


# Reading

def read(path):
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text = without_comment(line).rstrip()
        if text.strip():
            lines.append((len(text) - len(text.lstrip()), text.strip()))
    value, rest = read_block(lines, lines[0][0])
    if rest:
        raise ValueError("%s: cannot read %r" % (path, rest[0][1]))
    return value


def without_comment(line):
    quoted = False
    for place, sign in enumerate(line):
        if sign == '"':
            quoted = not quoted
        if sign == "#" and not quoted and (place == 0 or line[place - 1] == " "):
            return line[:place]
    return line


def read_block(lines, indent):
    return (read_list if lines[0][1].startswith("- ") else read_mapping)(lines, indent)


def read_mapping(lines, indent):
    mapping = {}
    while lines and lines[0][0] == indent:
        key, _, text = lines[0][1].partition(":")
        lines = lines[1:]
        if text.strip():
            value = read_flow(text.strip())
        elif lines and lines[0][0] > indent:
            value, lines = read_block(lines, lines[0][0])
        else:
            value = None
        mapping[key.strip().strip('"')] = value
    return mapping, lines


def read_list(lines, indent):
    found = []
    while lines and lines[0][0] == indent and lines[0][1].startswith("- "):
        text = lines[0][1][2:].strip()
        if text[0] in "{[\"" or ":" not in text:
            found.append(read_flow(text))
            lines = lines[1:]
        else:
            lines = [(indent + 2, text)] + lines[1:]
            value, lines = read_mapping(lines, indent + 2)
            found.append(value)
    return found, lines


def read_flow(text):
    value, rest = flow_value(text)
    if rest.strip():
        raise ValueError("cannot read %r" % text)
    return value


def flow_value(text):
    """A value at the beginning of a text, and what follows it."""
    text = text.lstrip()
    if text[0] in "{[":
        return flow_collection(text)
    if text[0] == '"':
        end = text.index('"', 1)
        return text[1:end], text[end + 1:]
    return typed(text.strip()), ""


def flow_collection(text):
    mapping, closing = {}, "}" if text[0] == "{" else "]"
    found, text = [], text[1:].lstrip()
    while text[0] != closing:
        if closing == "}":
            key, _, text = text.partition(":")
            text = text.lstrip()
        if text[0] in '{["':
            value, text = flow_value(text)
        else:
            end = min(text.index(sign) for sign in (",", closing) if sign in text)
            value, text = typed(text[:end].strip()), text[end:]
        if closing == "}":
            mapping[key.strip().strip('"')] = value
        else:
            found.append(value)
        text = text.lstrip().removeprefix(",").lstrip()
    return (mapping if closing == "}" else found), text[1:]


def typed(text):
    if DATE.match(text):
        return date.fromisoformat(text)
    if NUMBER.match(text):
        return Fraction(text)
    return WORDS.get(text, text)
