"""YAML as authors mean it: every value keeps its line, a key stands once, and a date or a « no » stays text."""

import difflib
import json
import pickle
import re
from functools import cache, lru_cache
from pathlib import Path

import jsonschema
import yaml

from course.problems import UNSHOWN, CourseError, Problem

SCHEMAS = Path(__file__).parent / "schemas"
PLAIN = [
    (re.compile(r"true|True"), lambda _: True),
    (re.compile(r"false|False"), lambda _: False),
    (re.compile(r"null|~|"), lambda _: None),
    (re.compile(r"-?(0|[1-9][0-9]{0,14})"), int),  # longer ones are no number that anybody counts with
    (re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}"), float),
]
# libyaml, where PyYAML comes with it, reads twenty times as fast.
FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 20  # lists within lists that a file may hold


def parse(text, path, first_line=1):
    """Return `(data, lines)`: the YAML in `text`, and a dict from a value's path (a tuple of keys) to its line.

    Scalars follow YAML 1.2's core schema less its oddities: only true/false, null and decimal numbers are not text.
    `first_line` is the line of the file at which `text` begins. Raises `CourseError` for what is not YAML.
    """
    return pickle.loads(_parse(text, path, first_line))


@lru_cache(maxsize=1024)
def _parse(text, path, first_line):
    """Do what `parse` does, once for a text: an author saves one file, and all of them are read again. What it returns
    is pickled, so that nobody changes what the next one gets."""
    lines, problems = {}, []

    def build(node, here):
        lines[here] = node.start_mark.line + first_line
        if isinstance(node, yaml.MappingNode):
            result = {}
            for key_node, value_node in node.value:
                key = build(key_node, (*here, "?key"))
                line = key_node.start_mark.line + first_line
                if not isinstance(key, str):
                    key = str(key)
                if key in result:
                    first = lines[(*here, key)]
                    problems.append(
                        Problem(path, line, f"'{key}' stands twice here; keep one (the other is at line {first})")
                    )
                result[key] = build(value_node, (*here, key))
                lines[(*here, key)] = line
            lines.pop((*here, "?key"), None)
            return result
        if isinstance(node, yaml.SequenceNode):
            return [build(item, (*here, index)) for index, item in enumerate(node.value)]
        if UNSHOWN.search(node.value):
            told = r"this text holds a sign that no page can show, such as \x02; type it again without"
            problems.append(Problem(path, node.start_mark.line + first_line, told))
        if not node.style:
            for pattern, convert in PLAIN:
                if pattern.fullmatch(node.value):
                    return convert(node.value)
        return node.value

    try:
        depth = 0
        events, loader = _events(text)
        for event in events:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                told = f"more than {DEEPEST} lists stand in each other; put a text that holds [, {{ or - between quotes"
                raise CourseError([Problem(path, event.start_mark.line + first_line, told)])
            if isinstance(event, yaml.AliasEvent):
                told = (
                    f"'*{event.anchor}' repeats a value; write it out, or put a text that begins with * between quotes"
                )
                problems.append(Problem(path, event.start_mark.line + first_line, told))
            elif sign := _taken_out(event):
                told = f"'{sign}' would be taken out of this text; put the whole text between quotes"
                problems.append(Problem(path, event.start_mark.line + first_line, told))
        if problems:
            raise CourseError(problems)
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        ended = "unexpected end of stream" in (error.problem or "")  # blame what was opened, not the end
        mark = (ended and error.context_mark) or error.problem_mark or error.context_mark
        line = mark.line + first_line if mark else first_line
        raise CourseError([Problem(path, line, _told(error))]) from None
    except yaml.YAMLError as error:
        raise CourseError([Problem(path, first_line, f"this is not YAML ({error})")]) from None
    data = build(node, ()) if node else None
    if problems:
        raise CourseError(problems)
    return pickle.dumps((data, lines))


def _events(text):
    """Return `(events, loader)`: what `text` is made of, read fast, or, where that refuses it, by the parser whose
    words `REMEDIES` knows."""
    try:
        return list(yaml.parse(text, Loader=FAST)), FAST
    except (yaml.YAMLError, UnicodeError):
        return list(yaml.parse(text, Loader=yaml.SafeLoader)), yaml.SafeLoader


def _taken_out(event):
    """Return the beginning of a text that YAML takes for a mark of its own, `&name` or `!kind`, or None."""
    if getattr(event, "anchor", None):
        return f"&{event.anchor}"
    return getattr(event, "tag", None) or None


# What the parser says, and what an author can do about it.
REMEDIES = [
    (r"\\t", "a tab stands here; indent with spaces, not tabs"),
    (r"while scanning a quoted scalar.*unexpected end", "the quotation mark opened here is never closed; close it, or "
     "write the whole text between quotes of the other sort"),
    (r"found unknown escape character", r"\ has a meaning between double quotes; use single quotes ' around this text"),
    (r"could not find expected ':'|while scanning a simple key", "this line is no « key: text »; write a key, a colon "
     "and a space, and put a text that goes on over lines between quotes"),
    (r"mapping values are not allowed", "there is one colon too many, or the line above lacks one, or this line does "
     "not line up; put a text that holds ': ' between quotes"),
    (r"flow (mapping|sequence)", "{ and [ open a list here; close it, put commas between its parts, or put a text that "
     "begins with one of these signs between quotes"),
    (r"cannot start any token|scanning an (?:alias|anchor|tag)", "a text cannot begin with this sign; put it all "
     "between quotes"),
    (r"expected <block end>", "this line does not line up with those above it, or a quotation mark closes too early; "
     "indent like keys alike, and put a text that holds or begins with a quotation mark between other quotes"),
    (r"expected a single document", "--- begins another file; take the line out"),
]  # fmt: skip


def _told(error):
    """Return what to tell an author of a parser's error."""
    what = " ".join(filter(None, [error.context, error.problem]))
    for pattern, told in REMEDIES:
        if re.search(pattern, what, re.DOTALL):
            return told
    remedy = "put a value that holds ': ' or '#', or begins with a quotation mark, between quotes"
    return f"this is not YAML ({what}); {remedy}"


def trimmed(value):
    """Return a value whose texts have no spaces or line ends around them."""
    if isinstance(value, dict):
        return {key: trimmed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [trimmed(item) for item in value]
    return value.strip() if isinstance(value, str) else value


@cache
def schema(name):
    """Return the JSON Schema `schemas/NAME.json`. Each `description` doubles as the remedy shown to authors."""
    return json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))


def _pattern(validator, pattern, instance, schema):
    """Yield an error unless a text is as `pattern` says to its very end: elsewhere `$` passes over a line end."""
    exact = re.sub(r"\$$", r"\\Z", pattern)
    if isinstance(instance, str) and not re.search(exact, instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


# To a reader, 10.0 is no whole number: it would stand on a page as it is written.
Validator = jsonschema.validators.extend(
    jsonschema.Draft202012Validator,
    {"pattern": _pattern},
    type_checker=jsonschema.Draft202012Validator.TYPE_CHECKER.redefine(
        "integer", lambda _, value: isinstance(value, int) and not isinstance(value, bool)
    ),
)


def check(data, lines, name, path):
    """Return the problems of `data` against a schema (one of `schemas/` by its name, or a dict), each with the line of
    the value at fault."""
    if isinstance(name, str) and _holds(name, json.dumps(data)):
        return []
    found = []
    rules = schema(name) if isinstance(name, str) else name
    for error in Validator(rules).iter_errors(data):
        here = tuple(error.absolute_path)
        line = next((lines[here[:n]] for n in range(len(here), -1, -1) if here[:n] in lines), 1)
        found += [Problem(path, place, text) for place, text in _messages(error, here, line, lines)]
    return found


@lru_cache(maxsize=1024)
def _holds(name, text):
    """Tell whether data, as JSON, keeps to a schema; once, since an author saves one file and all are read again."""
    return Validator(schema(name)).is_valid(json.loads(text))


def _messages(error, here, line, lines):
    """Yield `(line, message)` pairs for one validation error, in the words of an author."""
    if "propertyNames" in error.absolute_schema_path:
        remedy = error.schema.get("description", "")
        yield lines.get((*here, error.instance), line), f"unknown key '{error.instance}'; write {remedy}"
        return
    label = ".".join(str(part + 1) if isinstance(part, int) else part for part in here)
    properties = error.schema.get("properties", {})
    if error.validator == "required":
        for key in error.validator_value:
            if key not in error.instance:
                remedy = properties.get(key, {}).get("description", "")
                where = f" in '{label}'" if label else ""
                yield line, f"'{key}' is missing{where}; write {key}: {remedy}"
    elif error.validator == "additionalProperties":
        for key in error.instance:
            if key not in properties:
                near = difflib.get_close_matches(key, properties, 1)
                remedy = f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(properties)}"
                yield lines.get((*here, key), line), f"unknown key '{key}'; {remedy}"
    else:
        remedy = error.schema.get("description", "")
        shown = json.dumps(error.instance, ensure_ascii=False)
        shown = shown if len(shown) < 60 else f"{shown[:57]}…"
        what = f"'{label}'" if label else "this"
        if error.instance is None and remedy:
            yield line, f"{what} is empty; write {remedy}"
            return
        remedy = remedy or f"keys such as {', '.join(f'{key}:' for key in properties)}"
        yield line, f"{what} cannot be {shown}; write {remedy}"
