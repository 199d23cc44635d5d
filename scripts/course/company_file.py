"""`company.yml` as people write it, who may never have seen such a file: what an editor or a keyboard slips into it is
told by its line before anything else reads it."""

import re

from course import yaml_file
from course.problems import CourseError, Problem, stop_if, unshown

INDENT = re.compile(r"[\s\u200b\u2060\ufeff]*")
KEY = re.compile(r"^ *(?:- +)?['\"]?(?P<key>[A-Za-z_]+)['\"]?(?P<gap>[\s\u200b]*):(?P<rest>.*)$")
QUOTES = "“”„«»‘’‹›"


def read(path, shown):
    """Return `(data, lines)` of the file (see `yaml_file.parse`), its texts without spaces around them; raise
    `CourseError` with what is wrong in its writing, or else with what its schema refuses."""
    text = _decode(path.read_bytes(), shown)
    stop_if([*unshown(text, shown), *(Problem(shown, number, told) for number, told in _slips(text))])
    try:
        data, lines = yaml_file.parse(text, shown)
        data = yaml_file.trimmed(data)
        stop_if([] if data is None else yaml_file.check(data, lines, "company", shown))
    except CourseError as error:
        written = text.split("\n")
        raise CourseError([_with_quotes(problem, written) for problem in error.problems]) from None
    return data, lines


def texts(value, here=()):
    """Yield `(path, text)` of each text in a value, where `path` is a tuple of keys."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from texts(item, (*here, key))
    if isinstance(value, str):
        yield here, value


def _decode(raw, shown):
    """Return the file's text; raise `CourseError` with the line of the first sign that is not UTF-8."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in raw:
        told = "this file is saved as UTF-16 (some editors call it Unicode); save it again with the encoding UTF-8"
        raise CourseError([Problem(shown, 1, told)])
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].replace(b"\r\n", b"\n").count(b"\n") + 1
        meant = raw[error.start : error.start + 1].decode("cp1252", errors="replace")
        told = (
            f"« {meant} » is not saved as UTF-8; save the file again with the encoding UTF-8, and look at its accents"
        )
        raise CourseError([Problem(shown, line, told)]) from None


def _slips(text):
    """Yield `(line, what to tell)` of signs that look right and are not, such as no-break spaces."""
    keys = _keys()
    for number, line in enumerate(text.split("\n"), 1):
        indent = INDENT.match(line).group()
        if not line.strip() or line.strip().startswith("#"):
            continue
        if "\t" in indent:
            yield number, "a tab begins this line; indent with spaces, not tabs"
        elif indent.strip(" "):
            yield number, "a no-break space begins this line and looks like a space; type ordinary spaces instead"
        elif (match := KEY.match(line)) and match["key"] in keys:
            key, gap, rest = match["key"], match["gap"], match["rest"]
            if gap.strip(" "):
                yield number, f"a no-break space stands before the colon; write {key}: with nothing between them"
            elif rest and rest[0] in "\u00a0\u202f\u2007\u200b\t":
                yield number, f"what follows the colon looks like a space and is none; write {key}: and type a space"
            elif rest and not rest[0].isspace():
                yield number, f"a space is missing after the colon; write {key}: {rest.strip()[:40]}"


def _keys():
    """Return the keys that the file may hold, languages apart."""
    schema, found = yaml_file.schema("company"), set()

    def walk(part):
        if isinstance(part, dict):
            found.update(part.get("properties", {}), part.get("propertyNames", {}).get("enum", []))
            for each in part.values():
                walk(each)
        elif isinstance(part, list):
            for each in part:
                walk(each)

    walk(schema)
    return found


def _with_quotes(problem, written):
    """Return a problem that also says so where its line holds quotation marks of the wrong sort."""
    line = written[problem.line - 1] if 0 < problem.line <= len(written) else ""
    if not re.search(rf": +[{QUOTES}]", line):
        return problem
    told = f'{problem.message}; “ ” and « » are no quotation marks to this file: write " " around the whole text'
    return Problem(problem.path, problem.line, told)
