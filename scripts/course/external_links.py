"""Which links lead out of the course, and what several days of asking say about each.

A link is dead once it has failed on three different days, with no good answer in between; before that it is failing.
"""

import time
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urldefrag

from course.lychee import CannotAsk, State

DAYS_TO_DIE = 3
DAYS_KEPT = 10
CONTROLS = 3


class Verdict(Enum):
    """What becomes of a link in the report."""

    DEAD = "dead"
    FAILING = "failing"
    UNKNOWN = "unknown"
    MOVED = "moved"
    ALIVE = "alive"


@dataclass(frozen=True)
class Finding:
    """One link after a check: the pages that hold it, what it answered, and the days on which it has failed since it
    last answered (ISO dates, sorted)."""

    url: str
    pages: tuple
    answer: object
    days: tuple = ()

    @property
    def verdict(self):
        if self.answer.state is State.FAILED:
            return Verdict.DEAD if len(self.days) >= DAYS_TO_DIE else Verdict.FAILING
        if self.answer.state is State.UNKNOWN:
            return Verdict.UNKNOWN
        return Verdict.MOVED if self.answer.moved else Verdict.ALIVE


def collect(site):
    """Return `{url: sorted pages that hold it}` of a site's external links, without fragments, each once."""
    found = {}
    for link in site.links:
        if link.external:
            found.setdefault(urldefrag(link.url).url, set()).add(link.page.path)
    return {url: sorted(found[url]) for url in sorted(found)}


def part(pages, quarantine):
    """Return `(asked, spared, idle)`: `pages` without what is in quarantine, `(entry, pages)` of each entry that spares
    a link, and the entries that no page needs."""
    named = {entry.url for entry in quarantine}
    spared = [(entry, pages[entry.url]) for entry in quarantine if entry.url in pages]
    idle = [entry for entry in quarantine if entry.url not in pages]
    return {url: held for url, held in pages.items() if url not in named}, spared, idle


def look(urls, ask, pause=60, sleep=time.sleep):
    """Ask all, wait `pause` seconds, ask those that failed once more, and return `{url: Answer}`.

    `ask` is `lychee.ask` with its manners. Raises `CannotAsk` where nobody at all can be reached: that is the network's
    fault, and says nothing about links.
    """
    answers = ask(urls)
    _need_network(answers, ask)
    failed = [url for url in urls if answers[url].state is State.FAILED]
    if failed:
        sleep(pause)
        answers |= ask(failed)
    return answers


def _need_network(answers, ask):
    """Raise `CannotAsk` if every server asked was out of reach, and so are some that answered within a week."""
    asked = [answer.reached for answer in answers.values() if answer.reached is not None]
    if not asked or any(asked):
        return
    known = [url for url, answer in answers.items() if answer.state is State.ALIVE][:CONTROLS]
    if not any(answer.reached for answer in ask(known, remembered=False).values()):
        raise CannotAsk("No link could be reached: there seems to be no network here. Nothing was recorded; try again.")


def judge(pages, answers, history, today, spared=()):
    """Return `(findings, history)` after a check: `history` is `{url: sorted ISO dates on which it failed}`.

    A good answer ends a link's history, an unknown one leaves it as it is, and a failure adds `today` (a date) once.
    The spared were not asked and keep theirs; a link that no page holds any more loses it.
    """
    findings, kept = [], {url: history[url] for url in spared if url in history}
    for url, held in pages.items():
        answer, days = answers[url], set(history.get(url, ()))
        if answer.state is State.FAILED:
            days.add(today.isoformat())
        elif answer.state is State.ALIVE:
            days = set()
        days = _short(sorted(days))
        if days:
            kept[url] = days
        findings.append(Finding(url, tuple(held), answer, tuple(days)))
    return findings, kept


def _short(days):
    """Return the first day and the last ones: a link may stay dead for years."""
    return days if len(days) <= DAYS_KEPT else [days[0], *days[1 - DAYS_KEPT :]]
