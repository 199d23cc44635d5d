"""lychee asks addresses on the web; this is how it is called, and what its JSON means.

What was measured of lychee 0.24, and is relied on here: it asks by GET alone; it remembers in its cache only what
answered well; it asks again after a 429 or a connection that failed, never after another status; after a Retry-After it
leaves the host alone as long, but a minute at most.
"""

import html
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from pathlib import Path

# The server is there and turns away a robot: it asks for a login (401), forbids (403), refuses the method (405) or what
# is accepted (406), has had enough (429), may not answer from here (451), or is LinkedIn (999). Readers may well be let
# in, so nothing is known. Whatever else is no 2xx is what readers would get too.
TURNED_AWAY = {401, 403, 405, 406, 429, 451, 999}
PERMANENT = {301, 308}
PHRASES = {status.value: status.phrase for status in HTTPStatus}


class State(Enum):
    """What an answer tells of a link."""

    ALIVE = "alive"
    UNKNOWN = "unknown"
    FAILED = "failed"


@dataclass(frozen=True)
class Answer:
    """What one address answered: `said` in words; `reached` is None if nobody was asked, else whether a server spoke;
    `moved` is where a permanent redirect leads, or empty."""

    state: State
    said: str
    reached: bool | None = None
    moved: str = ""


@dataclass(frozen=True)
class Manners:
    """How to ask: who we say that we are, seconds between two requests to a host, seconds to wait for an answer, how
    often to try again, and the folder where lychee keeps what answered lately."""

    agent: str
    cache: Path
    interval: float = 1
    timeout: int = 20
    retries: int = 2


class CannotAsk(Exception):
    """Raised when links could not be checked at all, which says nothing about them."""


def find():
    """Return lychee's path: the one beside this Python, else any on PATH; raise `CannotAsk` if there is none."""
    found = shutil.which("lychee", path=str(Path(sys.executable).parent)) or shutil.which("lychee")
    if not found:
        raise CannotAsk("lychee is not installed; run ./scripts/check-links, which installs it from the lock file")
    return found


def ask(urls, manners, remembered=True):
    """Ask each address once and return `{url: Answer}` for all of them; raise `CannotAsk` if lychee did not run.

    With `remembered`, what answered well within seven days is not asked again.
    """
    if not urls:
        return {}
    program = find()
    manners.cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="course-links-") as folder:
        page = Path(folder) / "links.html"
        # One link a line, so that the line tells which one an answer is about: lychee writes addresses its own way.
        # HTML rather than text, where it would have to guess where an address with a parenthesis or a comma ends.
        page.write_text("".join(f'<a href="{html.escape(_on_one_line(url))}">link</a>\n' for url in urls), "utf-8")
        command = [program, *_options(manners, remembered), "--", str(page)]
        # lychee reads GITHUB_TOKEN and would ask GitHub's API in our name; a link is asked for as a reader would.
        environment = {name: value for name, value in os.environ.items() if name != "GITHUB_TOKEN"}
        done = subprocess.run(command, cwd=manners.cache, env=environment, capture_output=True)
    said = done.stderr.decode("utf-8", "replace").strip()
    try:
        found = json.loads(done.stdout)
        answers = dict(_answers(found, urls))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        raise CannotAsk(f"lychee stopped (exit code {done.returncode}): {said[-2000:] or 'it said nothing'}") from None
    if missing := [url for url in urls if url not in answers]:
        raise CannotAsk(f"lychee said nothing of {len(missing)} link(s), such as {missing[0]}")
    return answers


def _on_one_line(url):
    """Drop line breaks and tabs inside an address, as browsers do."""
    return "".join(url.splitlines()).replace("\t", "")


def _options(manners, remembered):
    """Return lychee's options. `-v` is what makes its JSON tell of good answers too."""
    cache = ["--cache", "--max-cache-age", "7d"] if remembered else []
    return [
        *("--format", "json", "--mode", "plain", "--no-progress", "-v"),
        *cache,
        *("--host-concurrency", "2", "--host-request-interval", f"{round(manners.interval * 1000)}ms"),
        *("--timeout", str(manners.timeout), "--max-retries", str(manners.retries)),
        *("--user-agent", manners.agent),
    ]


def _answers(found, urls):
    """Yield `(url, Answer)` from lychee's JSON, where `span.line` says which of `urls` each entry is about."""
    for name, understand in (
        ("success_map", _alive),
        ("error_map", _refused),
        ("timeout_map", lambda entry: Answer(State.FAILED, "no answer in time", reached=False)),
        ("excluded_map", lambda entry: Answer(State.UNKNOWN, "a reserved name, which leads nowhere")),
    ):
        for entries in found[name].values():
            for entry in entries:
                yield urls[entry["span"]["line"] - 1], understand(entry)


def _alive(entry):
    """Return the answer of a link that leads somewhere. One from the cache was not asked, and tells no redirect."""
    if entry["status"]["text"].endswith("(cached)"):
        return Answer(State.ALIVE, "answered within the last seven days")
    return Answer(State.ALIVE, "answers", reached=True, moved=_moved(entry.get("redirects")))


def _moved(redirects):
    """Return where the permanent redirects at a chain's start lead: what follows a passing one is no new address."""
    moved = ""
    for hop in redirects["redirects"] if redirects else []:
        if hop["code"] not in PERMANENT:
            break
        moved = hop["url"]
    return moved


def _refused(entry):
    """Return the answer of a link that lychee calls an error."""
    status = entry["status"]
    code = status.get("code")
    if code is None:
        if not entry["url"].startswith("http"):  # lychee could not even read it, and asked nobody
            return Answer(State.FAILED, "no address that a browser could ask")
        return Answer(State.FAILED, status.get("details") or status["text"], reached=False)
    if 300 <= code < 400:
        return Answer(State.FAILED, f"{code}: its redirects lead in a circle, or nowhere", reached=True)
    said = f"{code} {PHRASES.get(code, '')}".strip()
    return Answer(State.UNKNOWN if code in TURNED_AWAY else State.FAILED, said, reached=True)
