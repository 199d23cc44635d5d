"""check-links: the real lychee asks a server on this machine, and days are counted as they would pass.

Nothing here asks another host. That holds for all the tests: nothing else in them or in the other verbs lets lychee
ask, which a test at the end looks at.
"""

import re
import shutil
from datetime import date, timedelta
from unittest.mock import create_autospec

import pytest

from course import ROOT, exceptions, external_links, link_report, lychee, make
from course.external_links import Finding, Verdict
from course.lychee import Answer, Manners, State
from course.verbs import check_links
from tests.copies import ADDRESS, SITE, Copy

from .answers import Web, closed_port

DAY = date(2026, 11, 22)
AGENT = "tous-clients link check (+https://example.org/tous-clients/)"
ALIVE, FAILED, UNKNOWN = (
    Answer(state, state.value, reached=True) for state in (State.ALIVE, State.FAILED, State.UNKNOWN)
)
UNREACHED = Answer(State.FAILED, "no answer in time", reached=False)
QUICK = ["--interval", "0.01", "--timeout", "10", "--pause", "0"]


@pytest.fixture(autouse=True, scope="module")
def this_machine_alone():
    """No proxy stands between us and our own server, and lychee is given no address of anybody else.

    Two kinds may pass: what is no address, and a reserved name, which lychee does not ask.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in ("NO_PROXY", "no_proxy"):
            patch.setenv(name, "127.0.0.1")
        real = lychee.ask

        def ask(urls, *arguments, **options):
            assert all(re.match(r"http://127\.0\.0\.1:\d+(/|$)|http://\[|https://example\.org/", url) for url in urls)
            return real(urls, *arguments, **options)

        patch.setattr(lychee, "ask", ask)
        yield


@pytest.fixture
def web():
    server = Web()
    yield server
    server.close()


def manners(folder, **options):
    return Manners(AGENT, folder / "cache", **{"interval": 0.01, "timeout": 10, "retries": 0, **options})


# What lychee's answers mean


@pytest.fixture(scope="module")
def first_look(tmp_path_factory):
    """`(web, {path: Answer})` after one look at everything that the server can do, and at a port that is closed."""
    web = Web()
    paths = ["/", "/li\nne", "/doi", "/old", "/older", "/half", "/circle", "/old-404", "/slow", "/passing-503"]
    paths += ["/401", "/403", "/404", "/405", "/410", "/451", "/500", "/503", "/999"]
    paths += ["/a%20(b),c?x=1&lt;=2", "/é à"]
    with closed_port() as closed:
        urls = {path: web.url(path) for path in paths} | {"closed": f"{closed}/", "broken": "http://[bad"}
        urls["reserved"] = "https://example.org/reserved"
        folder = tmp_path_factory.mktemp("look")
        answers = external_links.look(
            list(urls.values()), lambda asked, **more: lychee.ask(asked, manners(folder, timeout=2), **more), pause=0
        )
    yield web, {name: answers[url] for name, url in urls.items()}
    web.close()


@pytest.mark.parametrize(
    ("state", "name", "said"),
    [
        (State.ALIVE, "/", "answers"),
        (State.ALIVE, "/a%20(b),c?x=1&lt;=2", "answers"),
        (State.ALIVE, "/é à", "answers"),
        (State.ALIVE, "/doi", "answers"),
        (State.ALIVE, "/passing-503", "answers"),
        (State.UNKNOWN, "/403", "403 Forbidden"),
        (State.UNKNOWN, "/401", "401 Unauthorized"),
        (State.UNKNOWN, "/405", "405 Method Not Allowed"),
        (State.UNKNOWN, "/451", "451 Unavailable For Legal Reasons"),
        (State.UNKNOWN, "/999", "999"),
        (State.UNKNOWN, "reserved", "a reserved name, which leads nowhere"),
        (State.FAILED, "/404", "404 Not Found"),
        (State.FAILED, "/410", "410 Gone"),
        (State.FAILED, "/500", "500 Internal Server Error"),
        (State.FAILED, "/503", "503 Service Unavailable"),
        (State.FAILED, "/old-404", "404 Not Found"),
        (State.FAILED, "/circle", "301: its redirects lead in a circle, or nowhere"),
        (State.FAILED, "/slow", "no answer in time"),
        (State.FAILED, "closed", "Connection refused"),
        (State.FAILED, "broken", "no address that a browser could ask"),
    ],
)
def test_each_answer_is_understood(first_look, state, name, said):
    answer = first_look[1][name]
    assert answer.state is state and answer.said.startswith(said)


def test_whether_a_server_spoke_is_known(first_look):
    unreached = {name for name, answer in first_look[1].items() if answer.reached is False}
    assert unreached == {"/slow", "closed"}
    assert {name for name, answer in first_look[1].items() if answer.reached is None} == {"broken", "reserved"}


def test_permanent_redirects_tell_the_new_address_and_passing_ones_do_not(first_look):
    web, answers = first_look
    moved = {name: answer.moved.removeprefix(web.origin) for name, answer in answers.items() if answer.moved}
    assert moved == {"/old": "/new", "/older": "/new", "/half": "/passing"}


def test_requests_are_honest_gets(first_look):
    web, _ = first_look
    assert {request.method for request in web.requests} == {"GET"}
    assert {request.agent for request in web.requests} == {AGENT}
    assert {"/", "/line", "/a%20(b),c?x=1&lt;=2", "/%C3%A9%20%C3%A0"} < {request.target for request in web.requests}


def test_what_failed_is_asked_once_more_and_nothing_else_is(first_look):
    web, _ = first_look
    asked = {path: web.count(path) for path in ("/", "/doi", "/403", "/404", "/503", "/passing-503")}
    # /404 is where /old-404 leads, too
    assert asked == {"/": 1, "/doi": 1, "/403": 1, "/404": 4, "/503": 2, "/passing-503": 2}


def test_a_busy_server_is_unknown_and_left_alone_as_long_as_it_asks(web, tmp_path):
    answers = lychee.ask([web.url("/busy")], manners(tmp_path, retries=1))
    assert answers[web.url("/busy")] == Answer(State.UNKNOWN, "429 Too Many Requests", reached=True)
    first, second = (request.at for request in web.requests)
    assert second - first >= 1


def test_a_host_is_asked_slowly(web, tmp_path):
    urls = [web.url(f"/{letter}") for letter in "abcd"]
    lychee.ask(urls, manners(tmp_path, interval=0.4))
    times = sorted(request.at for request in web.requests)
    assert len(times) == 4 and times[-1] - times[0] > 0.8, "three intervals, less what a busy machine takes away"


def test_what_answered_is_not_asked_again_within_a_week_and_what_failed_is(web, tmp_path):
    urls = [web.url("/"), web.url("/404"), web.url("/403")]
    lychee.ask(urls, manners(tmp_path))
    again = lychee.ask(urls, manners(tmp_path))
    assert [web.count(path) for path in ("/", "/404", "/403")] == [1, 2, 2]
    assert again[urls[0]] == Answer(State.ALIVE, "answered within the last seven days")
    lychee.ask(urls[:1], manners(tmp_path), remembered=False)
    assert web.count("/") == 2
    memory = tmp_path / "cache" / ".lycheecache"
    stamp = int(re.search(r",200,(\d+)", memory.read_text())[1])
    memory.write_text(memory.read_text().replace(str(stamp), str(stamp - 8 * 86_400)))
    lychee.ask(urls[:1], manners(tmp_path))
    assert web.count("/") == 3


def test_no_token_is_lent_to_lychee(monkeypatch, tmp_path):
    seen = {}

    def run(command, **options):
        seen.update(options["env"])
        raise InterruptedError

    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    monkeypatch.setattr(lychee.subprocess, "run", run)
    with pytest.raises(InterruptedError):
        lychee.ask(["http://127.0.0.1:1/"], manners(tmp_path))
    assert "PATH" in seen and "secret" not in seen.values()


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo why >&2; exit 3", "exit code 3): why"),
        ("echo '{}'", "exit code 0): it said nothing"),
        (
            """echo '{"success_map":{},"error_map":{},"timeout_map":{},"excluded_map":{}}'""",
            "said nothing of 1 link(s)",
        ),
    ],
)
def test_a_lychee_that_stops_is_no_verdict(monkeypatch, tmp_path, script, said):
    (tmp_path / "lychee").write_text(f"#!/bin/sh\n{script}\n")
    (tmp_path / "lychee").chmod(0o755)
    monkeypatch.setattr(lychee, "find", lambda: str(tmp_path / "lychee"))
    with pytest.raises(lychee.CannotAsk, match=re.escape(said)):
        lychee.ask(["http://127.0.0.1:1/"], manners(tmp_path))


# Two passes, and no network


def asker(*rounds):
    """Return an `ask` that gives one dict of answers a call, and the list of what it was asked."""
    calls, left = [], list(rounds)

    def ask(urls, remembered=True):
        calls.append((list(urls), remembered))
        this = left.pop(0)
        return {url: this[url] for url in urls}

    return ask, calls


def test_the_second_pass_waits_and_asks_only_what_failed():
    slept = []
    ask, calls = asker({"a": ALIVE, "b": FAILED, "c": UNKNOWN}, {"b": ALIVE})
    assert external_links.look(["a", "b", "c"], ask, 60, slept.append) == {"a": ALIVE, "b": ALIVE, "c": UNKNOWN}
    assert slept == [60] and calls == [(["a", "b", "c"], True), (["b"], True)]


def test_a_first_pass_without_failures_is_enough():
    ask, calls = asker({"a": ALIVE, "b": UNKNOWN})
    external_links.look(["a", "b"], ask, 60, lambda _: pytest.fail("there is nothing to wait for"))
    assert len(calls) == 1


def test_nobody_within_reach_is_no_network():
    ask, _ = asker({"a": UNREACHED, "b": UNREACHED}, {})
    with pytest.raises(lychee.CannotAsk, match="no network here. Nothing was recorded"):
        external_links.look(["a", "b"], ask, 0)


REMEMBERED = Answer(State.ALIVE, "answered within the last seven days")


def test_links_that_answered_lately_tell_a_dead_host_from_no_network():
    pages = {"a": UNREACHED, "b": REMEMBERED}
    ask, calls = asker(pages, {"b": ALIVE}, {"a": UNREACHED})
    assert external_links.look(["a", "b"], ask, 0)["a"] is UNREACHED
    assert calls[1] == (["b"], False), "asked, not remembered"
    ask, _ = asker(pages, {"b": UNREACHED})
    with pytest.raises(lychee.CannotAsk):
        external_links.look(["a", "b"], ask, 0)


def test_addresses_that_are_none_say_nothing_of_the_network():
    broken = Answer(State.FAILED, "no address that a browser could ask")
    ask, _ = asker({"a": broken}, {"a": broken})
    assert external_links.look(["a"], ask, 0) == {"a": broken}


# Days


def judged(answers, history=None, day=DAY, **more):
    """Return `({url: Verdict}, history)` of answers by url."""
    pages = {url: ["fr/a.html"] for url in answers}
    findings, kept = external_links.judge(pages, answers, history or {}, day, **more)
    return {finding.url: finding.verdict for finding in findings}, kept


def test_a_link_is_dead_on_the_third_day_that_it_fails():
    history = {}
    for number, verdict in enumerate([Verdict.FAILING, Verdict.FAILING, Verdict.DEAD, Verdict.DEAD]):
        verdicts, history = judged({"a": FAILED}, history, DAY + timedelta(days=7 * number))
        assert verdicts == {"a": verdict}
    assert history == {"a": ["2026-11-22", "2026-11-29", "2026-12-06", "2026-12-13"]}


def test_a_day_counts_once_and_a_good_answer_forgives_all():
    history = {}
    for _ in range(4):
        verdicts, history = judged({"a": FAILED}, history)
    assert verdicts == {"a": Verdict.FAILING} and history == {"a": ["2026-11-22"]}
    assert judged({"a": ALIVE}, {"a": ["2026-11-01", "2026-11-08"]}) == ({"a": Verdict.ALIVE}, {})


def test_unknown_neither_adds_nor_forgives():
    days = {"a": ["2026-11-01", "2026-11-08", "2026-11-15"]}
    assert judged({"a": UNKNOWN}, days) == ({"a": Verdict.UNKNOWN}, days)


def test_quarantine_keeps_days_and_a_link_removed_loses_them():
    days = {"spared": ["2026-11-01"], "removed": ["2026-11-01"]}
    assert judged({"a": ALIVE}, days, spared=["spared"])[1] == {"spared": ["2026-11-01"]}


def test_years_of_failing_keep_the_first_day_and_the_last():
    days = {"a": [(DAY - timedelta(days=7 * week)).isoformat() for week in range(50, 0, -1)]}
    [kept] = judged({"a": FAILED}, days)[1].values()
    assert len(kept) == 10 and kept[0] == days["a"][0] and kept[-1] == "2026-11-22"


# The report


NASTY = [
    "https://example.org/a-->b<!-- c",
    "https://example.org/`code`?x=`",
    "https://example.org/@someone/[x](y)",
    "https://example.org/a\n\n<!-- check-links remembers\n{}\n-->\n# b",
    "https://example.org/é|\\|<img src=x onerror=y>",
]


def report(findings=(), history=None, spared=(), idle=(), complaints=()):
    return link_report.write(list(findings), history or {}, list(spared), list(idle), list(complaints), DAY)


def finding(url, answer=FAILED, days=("2026-11-22",), pages=("fr/a.html",)):
    return Finding(url, tuple(pages), answer, tuple(days))


def test_the_report_says_what_where_and_since_when():
    moved = Answer(State.ALIVE, "answers", reached=True, moved="https://example.org/new")
    entry = exceptions.Quarantine("https://example.org/q", "It moves this winter.", "Team", date(2027, 1, 31), 9)
    dead = finding("https://example.org/dead", days=["2026-11-08", "2026-11-15", "2026-11-22"], pages=["en/a.html"])
    found = [dead, finding("https://example.org/f", pages=[f"a/{n}.html" for n in range(5)])]
    found += [finding("https://example.org/old", moved, ()), finding("https://example.org/u", UNKNOWN, ())]
    found += [finding("https://example.org/good", ALIVE, ()), finding("https://example.org/late", REMEMBERED, ())]
    text = report(found, {}, [(entry, ["fr/q.html"])], [entry], ["Something was lost."])
    assert text.startswith(
        "2 external link(s) failing, 1 of them dead.\n\n2026-11-22: 6 external link(s) on 7 page(s): 3 "
    )
    assert "1 of them did within seven days" in text and "1 have moved" in text and "1 more in quarantine" in text
    for line in (
        "**Look:** Something was lost.",
        "## Dead (1)",
        "- `https://example.org/dead`: `failed`; failed on 2026-11-08, 2026-11-15, 2026-11-22. On `en/a.html`",
        "## Failing (1)",
        "- `https://example.org/f`: `failed`; failed on 2026-11-22. On `a/0.html`, `a/1.html`, `a/2.html` and 2 more",
        "- `https://example.org/u`: `unknown`. On `fr/a.html`",
        "- `https://example.org/old`: leads to `https://example.org/new`. On `fr/a.html`",
        "- `https://example.org/q` until 2027-01-31, `Team`: `It moves this winter.`. On `fr/q.html`",
        "- `https://example.org/q` (line 9)",
    ):
        assert line in text.splitlines()
    assert "https://example.org/good" not in text and "https://example.org/late" not in text


def test_nothing_in_an_address_breaks_the_report():
    history = {url: ["2026-11-22"] for url in NASTY}
    entry = exceptions.Quarantine(NASTY[0], NASTY[1], NASTY[2], DAY, 1)
    text = report([finding(url, pages=[url]) for url in NASTY], history, [(entry, NASTY)], [entry])
    visible, mark, memory = text.rpartition(link_report.BEGIN)
    assert mark and memory.count("-->") == 1 and memory.endswith("\n-->\n")
    assert not re.search("[<`@#]", memory) and "--" not in memory.removesuffix("-->\n")
    outside = re.sub(r"`[^`\n]+`", "", visible)
    assert "`" not in outside.replace("`quarantine`", "") and "example.org" not in outside
    assert not re.search(r"[<>@]", outside)
    assert link_report.read_memory(text, DAY) == (history, [])
    assert link_report.read_memory(text.replace("\n", "\r\n"), DAY) == (history, []), "as GitHub gives it back"


def test_code_is_never_empty_nor_without_end():
    assert link_report.code("\n\x00") == "`…`"
    assert len(link_report.code("a" * 5_000)) == link_report.LONGEST + 3


def test_the_memory_comes_back_whole_and_in_the_next_report():
    history = {"https://example.org/a": ["2026-11-08", "2026-11-15"], "https://example.org/b": ["2026-11-22"]}
    assert link_report.read_memory(report([], history), DAY) == (history, [])
    assert link_report.read_memory(report([], {}), DAY) == ({}, [])
    assert link_report.read_memory(" \n", DAY) == ({}, [])
    assert link_report.read_memory(report([], {}) + report([], history), DAY) == (history, []), "the last one counts"


GOOD_DAY = '"https://example.org/a": ["2026-11-15"]'


@pytest.mark.parametrize(
    ("old", "new", "kept", "said"),
    [
        (f"{{\n{GOOD_DAY}", "", 0, "cannot be read"),
        (f"{{\n{GOOD_DAY}\n}}", "[1]", 0, "is no list of links"),
        ("<!-- check-links", "<!-- chek-links", 0, "has lost its memory"),
        ("-->", "", 0, "has lost its memory"),
        (GOOD_DAY, f'{GOOD_DAY}, "https://example.org/`b`": 3', 1, "see `https://example.org/%60b%60`."),
        (GOOD_DAY, f'{GOOD_DAY}, "b": ["2026-11-15", "2026-11-31", 4, null]', 2, "see `b`."),
        (GOOD_DAY, f'{GOOD_DAY}, "b": ["2026-11-23"]', 1, "see `b`."),
        (GOOD_DAY, f'{GOOD_DAY}, "b": ["20261115"], "c": []', 1, "see `b`, `c`."),
    ],
)
def test_a_memory_that_somebody_spoilt_is_told_and_the_rest_is_kept(old, new, kept, said):
    text = report([], {"https://example.org/a": ["2026-11-15"]})
    assert text.count(old) == 1
    history, [complaint] = link_report.read_memory(text.replace(old, new), DAY)
    assert len(history) == kept and said in complaint
    assert complaint in report([], history, complaints=[complaint])


@pytest.mark.parametrize("length", [40, 400, 4_000])
def test_the_report_fits_in_an_issue_and_counts_what_it_leaves_out(length):
    days = [(DAY - timedelta(days=number)).isoformat() for number in range(9, -1, -1)]
    urls = [f"https://example.org/{number}/".ljust(length, "é") for number in range(1_000)]
    found = [finding(url, days=days, pages=[url] * 3) for url in urls]
    found += [finding(f"{url}u", UNKNOWN, ()) for url in urls]
    text = report(found, {url: days for url in urls}, complaints=["A"])
    assert len(text) <= 60_000
    assert "## Dead (1000)" in text and "## Unknown (1000)" in text
    shown = text.count("- `https://example.org/")
    assert shown + sum(map(int, re.findall(r"^- … and (\d+) more$", text, re.MULTILINE))) == 2_000
    history, complaints = link_report.read_memory(text, DAY)
    left_out = re.search(r"no room to remember (\d+) of", text)
    assert len(history) + int(left_out[1] if left_out else 0) == 1_000 and not complaints
    assert all(len(kept) >= 3 and kept[0] == days[0] and kept[-1] == days[-1] for kept in history.values())
    assert history


# The verb


def site(folder, *urls, page="fr/a.html"):
    """Write a page with links into `folder`, as a built site, and return the folder."""
    path = folder / page
    path.parent.mkdir(parents=True, exist_ok=True)
    links = "".join(f'<a href="{url}">x</a>' for url in urls)
    path.write_text(f'<!doctype html><html lang="fr"><title>a</title><p><a href="a.html">x</a>{links}</html>')
    return folder


@pytest.fixture
def check(monkeypatch, tmp_path, capsys):
    """Return a function that runs the verb on a day, and gives its exit code, what it said and the report."""
    monkeypatch.setattr(check_links, "CACHE", tmp_path / ".cache")
    path = tmp_path / "links.md"

    def run(folder, day=DAY, *options):
        with pytest.raises(SystemExit) as stop:
            check_links.main(["--site", str(folder), "--report", str(path), *QUICK, *options], day)
        said = capsys.readouterr()
        return stop.value.code, said.out + said.err, path.read_text() if path.exists() else None

    return run


def test_links_are_collected_once_each_without_fragments_and_with_their_pages(tmp_path):
    folder = site(tmp_path, "https://example.org/x?a=1&amp;b=2#top", "mailto:a@example.org", "//example.org/x", "#a")
    site(tmp_path, "https://example.org/x?a=1&b=2", "http://example.org/", "https://a.test/course/fr/a.html",
         page="en/b.html")  # fmt: skip
    pages = external_links.collect(check_links.model.read(folder, "https://a.test/course/"))
    assert pages == {"http://example.org/": ["en/b.html"], "https://example.org/x?a=1&b=2": ["en/b.html", "fr/a.html"]}


def test_the_course_s_own_sources_are_among_its_links(built, monkeypatch):
    """Of the course built for these tests, in the place of another build of it."""

    def copied(target, _):
        shutil.copytree(built, target, dirs_exist_ok=True)

    build = create_autospec(make.build, side_effect=copied)
    monkeypatch.setattr(make, "build", build)
    pages = check_links.links_of(None, ADDRESS)
    assert build.call_args.args[1] == ADDRESS
    assert {"en/sources.html", "fr/sources.html"} <= set(pages["https://doi.org/10.1177/0956797618772506"])


def test_days_pass_until_a_link_is_dead_and_it_is_forgiven_when_it_answers(check, web, tmp_path):
    folder = site(tmp_path / "site", web.url("/page"), web.url("/"))
    web.broken["/page"] = 404
    line = f"- `{web.url('/page')}`: `404 Not Found`; failed on "
    for number, code in enumerate([0, 0, 0, 1]):
        day = DAY + timedelta(days=(0, 0, 1, 2)[number])
        assert check(folder, day)[0] == code
    _, said, text = check(folder, DAY + timedelta(days=2))
    assert line + "2026-11-22, 2026-11-23, 2026-11-24. On `fr/a.html`" in text.splitlines()
    assert "## Dead (1)" in said and "check-links remembers" not in said
    del web.broken["/page"]
    code, _, text = check(folder, DAY + timedelta(days=3))
    assert code == 0 and text.splitlines()[0] == link_report.ALL_WELL and "/page" not in text
    web.broken["/page"] = 404
    for memory in (tmp_path / ".cache" / "links").iterdir():
        memory.unlink()
    assert "failed on 2026-11-26. On" in check(folder, DAY + timedelta(days=4))[2]


def test_without_a_network_nothing_is_recorded(check, tmp_path):
    with closed_port() as closed:
        code, said, text = check(site(tmp_path / "site", f"{closed}/a", f"{closed}/b"))
    assert code == 2 and "no network" in said and text is None


def test_a_lychee_that_is_missing_is_said(check, monkeypatch, tmp_path):
    monkeypatch.setattr(lychee.shutil, "which", lambda *_, **__: None)
    code, said, text = check(site(tmp_path / "site", "http://127.0.0.1:1/"))
    assert code == 2 and "lychee is not installed" in said and text is None


def test_a_folder_without_links_is_no_success(check, tmp_path):
    code, said, _ = check(site(tmp_path / "site"))
    assert code == 2 and "No external link" in said


def test_an_accident_is_not_taken_for_a_dead_link(check, monkeypatch, tmp_path):
    monkeypatch.setattr(external_links, "judge", lambda *_, **__: 1 / 0)
    monkeypatch.setattr(external_links, "look", lambda urls, *_: dict.fromkeys(urls, ALIVE))
    code, said, _ = check(site(tmp_path / "site", "http://127.0.0.1:1/"))
    assert code == 2 and "ZeroDivisionError" in said


def test_a_spoilt_report_is_kept_beside_and_told(check, web, tmp_path):
    folder = site(tmp_path / "site", web.url("/"))
    (tmp_path / "links.md").write_text("All was fine, I tidied up.")
    code, said, text = check(folder)
    assert code == 0 and "has lost its memory" in text and "has lost its memory" in said
    assert (tmp_path / "links.unread.md").read_text() == "All was fine, I tidied up."
    assert "has lost" not in check(folder)[2]


def test_the_verb_runs_from_the_command_line(web, tmp_path):
    """With a copy of the repository, where one link is in quarantine, and through run.py's rule for hyphens."""
    repository = Copy(ROOT, tmp_path / "copy", SITE)
    until = date.today() + timedelta(days=30)
    entry = f"{{url: {web.url('/spared')}, reason: It moves this winter., owner: Team, until: {until}}}"
    repository.write(exceptions.NAME, f"quarantine:\n  - {entry}\n")
    repository.write("company.yml", "repository: https://example.org/repository\n")
    folder = site(tmp_path / "site", web.url("/"), web.url("/spared"), web.url("/403"))
    done = repository.verb("check_links", "--site", str(folder), *QUICK)
    assert done.returncode == 0, done.stdout + done.stderr
    text = repository.read(".cache/links.md")
    assert text.startswith(link_report.ALL_WELL) and f"- `{web.url('/spared')}` until {until}, `Team`" in text
    assert f"- `{web.url('/403')}`: `403 Forbidden`. On `fr/a.html`" in text
    assert web.count("/") == 1 and web.count("/spared") == 0
    assert {request.agent for request in web.requests} == {"tous-clients link check (+https://example.org/repository)"}


# Nobody is asked by accident


def test_nothing_else_can_ask_the_web():
    files = [path for folder in ("scripts", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")]
    code = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}
    asking = re.compile(r"\bcheck_links\b|\blychee\.ask\b|course\.lychee import [^\n]*\bask\b|external_links\.look\b")
    found = {name for name, text in code.items() if asking.search(text)}
    assert found - {"scripts/course/external_links.py"} == {  # which speaks of it
        "scripts/course/verbs/check_links.py",
        "tests/links/test_external.py",
    }
    others = {name for name, text in code.items() if re.search(r"\blychee\.find\b", text)} - found
    assert all('"--offline"' in code[name] for name in others)
    calls = [
        path for path in [*(ROOT / ".github").rglob("*.yml"), ROOT / ".ci" / "run"] if "check-links" in path.read_text()
    ]
    assert [path.name for path in calls] == ["links.yml"]


def test_the_workflow_understands_the_report():
    workflow = (ROOT / ".github" / "workflows" / "links.yml").read_text()
    assert f'head -n 1 "$REPORT" | grep -qxF "{link_report.ALL_WELL}"' in workflow
    assert "pull_request" not in workflow and "issues: write" in workflow
