"""Rules and what they find. A rule is a generator over the site; its name is its id, its docstring what it asks."""

import inspect
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """What a rule found: `path` as the author knows it, `line` from 1 (0 for none), `about` a target or a passage."""

    path: str
    line: int
    about: str
    message: str
    rule: str

    def __str__(self):
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}{f' → {self.about}' if self.about else ''}: {self.message} [{self.rule}]"


class FileLine:
    """A line of a file, or the file itself (line 0), as a place for a rule to yield."""

    def __init__(self, path, line=0):
        self.place = path, line, ""


@dataclass(frozen=True)
class Rule:
    """One rule: `id` such as `dead-link`, its `family` (links, pages or text), what it asks, and `look(site)`, which
    yields `(where, message)`; `where` has a `place` of `(path, line, about)`."""

    id: str
    family: str
    asks: str
    look: object

    def findings(self, site):
        """Return what the rule finds in a site, each thing once, in the order of files and lines."""
        return sorted({Finding(*where.place, message, self.id) for where, message in self.look(site)})


RULES = {}


def rule(family):
    """Make a generator function a rule: `def dead_link(site)` becomes `dead-link`. A taken id raises ValueError."""

    def register(look):
        id = look.__name__.replace("_", "-")
        if id in RULES:
            raise ValueError(f"two rules are called {id}")
        RULES[id] = Rule(id, family, inspect.cleandoc(look.__doc__), look)
        return look

    return register


def ids():
    """Return the ids of all rules."""
    return {rule.id for rule in of()}


def of(*families):
    """Return the rules of some families, or all of them, in the order in which they are written."""
    from course.proofreading import rules  # noqa: F401 — importing them is what registers them

    return [rule for rule in RULES.values() if not families or rule.family in families]
