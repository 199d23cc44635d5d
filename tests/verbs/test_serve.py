"""./scripts/serve: one address, a saved page shown at once, the last good page kept while something is wrong."""

import base64
import hashlib
import queue
import re
import socket
import subprocess
import sys
import threading
import time
import types
import urllib.error
import urllib.request

import pytest

from course import ROOT
from course.verbs import serve
from tests.copies import EVERYTHING, Copy

PAGE = "docs/fr/about.md"


class Server:
    """`./scripts/serve` in a copy of the course, begun in the background, where Ctrl+C is not heard."""

    def __init__(self, folder, temporary):
        self.repository, self.temporary = Copy(ROOT, folder, EVERYTHING), temporary
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"
        command = ["sh", "-c", "trap '' INT; exec \"$0\" -u -m course.verbs.serve --port $1", sys.executable, str(port)]
        environment = self.repository.environment(TMPDIR=str(temporary))
        pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        self.process = subprocess.Popen(command, cwd=folder, env=environment, text=True, **pipe)
        self.lines, self.said = queue.Queue(), []
        threading.Thread(target=lambda: [self.lines.put(line) for line in self.process.stdout], daemon=True).start()

    def wait_for(self, text, seconds=60):
        """Read what it says until `text`, and return that."""
        end, begin = time.monotonic() + seconds, len(self.said)
        while time.monotonic() < end:
            try:
                self.said.append(self.lines.get(timeout=0.2))
            except queue.Empty:
                assert self.process.poll() is None, "".join(self.said)
                continue
            if text in self.said[-1]:
                return "".join(self.said[begin:])
        raise AssertionError(f"{text!r} was not said:\n{''.join(self.said)}")

    def end(self):
        """Ask it to end, and wait until it has."""
        self.process.terminate()
        self.process.wait(15)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A running server, for all that is done in a day."""
    server = Server(tmp_path_factory.mktemp("served"), tmp_path_factory.mktemp("temporary"))
    server.wait_for("The course is at")
    yield server
    server.end()


def get(address):
    """Return the text at an address."""
    return urllib.request.urlopen(address, timeout=20).read().decode()


def wait_until(text, address):
    """Return once the page at `address` holds `text`."""
    start = time.monotonic()
    while text not in get(address):
        assert time.monotonic() - start < 60, f"{text!r} never came"
        time.sleep(0.05)


def runs_under_the_policy_of(page):
    """The script that reloads is the only one within a page, and the only one that the policy lets through."""
    script = page.rpartition("<script>")[2].partition("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = page.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0].split("; ")
    assert f"script-src 'self' 'sha256-{digest}'" in policy and "connect-src 'self'" in policy
    assert "style-src 'self'" in policy and page.count("<script>") == 1


def test_a_day_of_editing(server):
    """Whole builds take time, and there is none while something is wrong: what shows without one is edited then."""
    repository, address, wait_for = server.repository, server.address, server.wait_for
    about = f"{address}fr/about.html"
    assert "<html lang" in get(address)
    with pytest.raises(urllib.error.HTTPError) as missing:
        get(f"{address}fr/nowhere.html")
    assert missing.value.code == 404 and 'href="/fr/index.html"' in missing.value.read().decode()

    heading = next(line for line in repository.read(PAGE).splitlines() if line.startswith("## "))
    repository.replace(PAGE, heading, f"{heading} ajouté")
    assert "whole course" not in wait_for("about.md: shown in"), "a saved page waited for the whole course"
    assert " ajouté" in get(about)
    page = get(about)
    assert "Expérience-fournisseur" in page, "the menu lost its titles in the quick build"
    assert "livereload" in page
    runs_under_the_policy_of(page)
    wait_for("whole course built")
    index = re.search(r'data-index="(.*?)"', get(about))[1]
    assert "ajout" in get(f"{address}fr/{index}"), "the whole build did not follow"

    # A language can be seen while its twin is still to be written.
    written = repository.read(PAGE)
    repository.write(PAGE, f"{written}\n## Un titre de plus\n\nUn texte.\n")
    wait_until("Un titre de plus", about)
    wait_for("heading levels differ")

    repository.write(PAGE, written.replace(f"{heading} ajouté", "/// nothing | here"))
    wait_for("unknown block 'nothing'")
    assert " ajouté" in get(about), "the last good page is gone"

    tokens = repository.read("overrides/assets/css/tokens.css")
    repository.write("overrides/assets/css/tokens.css", f"{tokens}:root {{ --planted: #abcdef; }}")

    def style():
        name = get(about).split('rel="stylesheet" href="')[1].split('"')[0]
        return get(f"{address}fr/{name}")

    assert "whole course" not in wait_for("tokens.css: shown in"), "a style sheet waited for the whole course"
    assert "#abcdef" in style()
    wait_for("unknown block 'nothing'")
    repository.replace(PAGE, "/// nothing | here", f"{heading} rétabli")
    wait_until(" rétabli", about)
    wait_for("whole course built")
    assert "#abcdef" in style() and " rétabli" in get(about)

    repository.replace("docs/slots.yml", "gifts:\n  from", "gifts: [\n  from")
    wait_for("docs/slots.yml:")
    assert " rétabli" in get(about), "wrong YAML took the page away"
    repository.write("overrides/assets/css/tokens.css", tokens)
    wait_for("tokens.css: shown in")
    assert "#abcdef" not in style()


def test_it_ends_when_asked_even_in_the_background_and_leaves_nothing(server):
    """At the end of the day: no test after this one has a server."""
    assert list(server.temporary.glob("course-serve-*")), "it stood elsewhere"
    server.end()
    assert not list(server.temporary.glob("course-serve-*"))


def test_what_is_saved_before_the_server_answers_is_seen(monkeypatch, tmp_path):
    """MkDocs' watcher takes its first look once it runs: a page saved during the first build was never shown."""
    states = [{"page": 1}, {"page": 2}]
    monkeypatch.setattr(serve, "snapshot", lambda: states.pop(0) if len(states) > 1 else states[0])
    monkeypatch.setattr(serve.CourseServer, "build_whole", lambda self: True)
    asked = threading.Event()
    monkeypatch.setattr(serve.CourseServer, "rebuild", lambda self: asked.set())
    server = serve.CourseServer(tmp_path, "127.0.0.1", 0)
    running = threading.Thread(target=server.serve, daemon=True)
    running.start()
    try:
        assert asked.wait(10), "nobody was told of the page"
    finally:
        server.shutdown()
        running.join(10)


def test_a_taken_port_says_which_to_try(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = Copy(ROOT, tmp_path, EVERYTHING).verb("serve", "--port", str(port))
    assert result.returncode == 1
    assert f"--port {port + 1}" in result.stderr
    assert "Built in" not in result.stdout, "that the port is taken was told after the whole course was built"


def test_a_whole_course_that_is_old_already_takes_no_newer_page_away(monkeypatch, tmp_path):
    """A page is saved while the whole course is built: that build has read the page as it was."""
    made = {"fr/a.html": "old"}
    server = None

    def build(target, address, bundle):
        (target / "fr").mkdir()
        (target / "fr" / "a.html").write_text(made["fr/a.html"])
        if server:
            (server.served / "fr" / "a.html").write_text("newer")
            server._shown += 1
        return types.SimpleNamespace(courses={"fr": None})

    monkeypatch.setattr(serve.make, "build", build)
    monkeypatch.setattr(serve, "snapshot", dict)
    server = serve.CourseServer(tmp_path, "127.0.0.1", 0)
    assert not server.build_whole()
    assert (server.served / "fr" / "a.html").read_text() == "newer"
    server.server_close()


@pytest.mark.parametrize(
    "logo, watched",
    [
        ("logo: company/logo.svg", ["company/logo.svg"]),
        ("logo: {light: a.png, dark: b.webp}", ["a.png", "b.webp"]),
        ("logo: ../elsewhere.svg", []),
        ("logo: /elsewhere.svg", []),
        ("logo: company", []),
        ("logo: 3", []),
        ("logo: [", []),
        ("- a list", []),
    ],
)
def test_the_logo_that_the_company_names_is_watched(monkeypatch, tmp_path, logo, watched):
    monkeypatch.setattr(serve, "ROOT", tmp_path)
    (tmp_path / "company.yml").write_text(logo)
    assert serve.logos() == [tmp_path / name for name in watched]
    for path in serve.logos():
        path.parent.mkdir(exist_ok=True)
        path.write_text("")
    assert set(serve.snapshot()) >= set(serve.logos())


def test_a_file_that_vanishes_meanwhile_is_no_matter(monkeypatch):
    gone = serve.ROOT / "docs" / "4913"
    monkeypatch.setattr(serve.Path, "rglob", lambda self, pattern: [gone])
    monkeypatch.setattr(serve.Path, "is_file", lambda self: True)
    assert gone not in serve.snapshot()
