"""./scripts/serve: one address, a saved page shown at once, the last good page kept while something is wrong."""

import base64
import hashlib
import queue
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

import pytest

from course import ROOT
from course.verbs import serve
from tests.copies import EVERYTHING, Copy

# The promise is about 1.5 s; the margin is for a machine that is busy with other tests.
SHOWN_WITHIN = 5.0
PAGE = "docs/fr/about.md"


@pytest.fixture
def server(tmp_path):
    """`(repository, address, wait_for)` of a running server; `wait_for(text)` reads what it says until `text`."""
    repository = Copy(ROOT, tmp_path, EVERYTHING)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = repository.start("serve", "--port", str(port))
    lines = queue.Queue()
    threading.Thread(target=lambda: [lines.put(line) for line in process.stdout], daemon=True).start()
    said = []

    def wait_for(text, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                said.append(lines.get(timeout=0.2))
            except queue.Empty:
                assert process.poll() is None, "".join(said)
                continue
            if text in said[-1]:
                return said[-1]
        raise AssertionError(f"{text!r} was not said:\n{''.join(said)}")

    wait_for("The course is at")
    yield repository, f"http://127.0.0.1:{port}/", wait_for
    process.terminate()
    process.wait(10)


def get(address):
    """Return the text at an address."""
    return urllib.request.urlopen(address, timeout=20).read().decode()


def seconds_until(text, address):
    """Return how long it takes until the page at `address` holds `text`."""
    start = time.monotonic()
    while text not in get(address):
        assert time.monotonic() - start < 30, f"{text!r} never came"
        time.sleep(0.05)
    return time.monotonic() - start


def runs_under_the_policy_of(page):
    """The script that reloads is the only one within a page, and the only one that the policy lets through."""
    script = page.rpartition("<script>")[2].partition("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = page.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0].split("; ")
    assert f"script-src 'self' 'sha256-{digest}'" in policy and "connect-src 'self'" in policy
    assert "style-src 'self'" in policy and page.count("<script>") == 1


def test_a_day_of_editing(server):
    repository, address, wait_for = server
    about = f"{address}fr/about.html"
    assert "<html lang" in get(address)
    with pytest.raises(urllib.error.HTTPError) as missing:
        get(f"{address}fr/nowhere.html")
    assert missing.value.code == 404 and 'href="/fr/index.html"' in missing.value.read().decode()

    heading = next(line for line in (repository.root / PAGE).read_text().splitlines() if line.startswith("## "))
    repository.replace(PAGE, heading, f"{heading} ajouté")
    taken = seconds_until(" ajouté", about)
    assert taken < SHOWN_WITHIN, f"{taken:.1f} s to show a saved page"
    page = get(about)
    assert "Expérience-fournisseur" in page, "the menu lost its titles in the quick build"
    assert "livereload" in page
    runs_under_the_policy_of(page)
    wait_for("whole course built")
    index = re.search(r'data-index="(.*?)"', get(about))[1]
    assert "ajout" in get(f"{address}fr/{index}"), "the whole build did not follow"

    repository.replace(PAGE, f"{heading} ajouté", "/// nothing | here")
    wait_for("unknown block 'nothing'")
    assert " ajouté" in get(about), "the last good page is gone"
    repository.replace(PAGE, "/// nothing | here", f"{heading} rétabli")
    seconds_until(" rétabli", about)

    (repository.root / "overrides/assets/css/tokens.css").write_text(":root { --paper: #abcdef; }")

    def style():
        name = get(about).split('rel="stylesheet" href="')[1].split('"')[0]
        try:
            return get(f"{address}fr/{name}")
        except urllib.error.HTTPError:  # the new build came between the page and its style
            return ""

    end = time.monotonic() + 30
    while "#abcdef" not in style():
        assert time.monotonic() < end, "a changed style sheet is not served"
        time.sleep(0.1)


def test_a_language_can_be_seen_while_its_twin_is_still_to_be_written(server):
    repository, address, wait_for = server
    repository.write(PAGE, repository.read(PAGE) + "\n## Un titre de plus\n\nUn texte.\n")
    seconds_until("Un titre de plus", f"{address}fr/about.html")
    wait_for("heading levels differ")


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


def test_a_taken_port_says_which_to_try(server):
    repository, address, _ = server
    port = int(address.rsplit(":", 1)[1].strip("/"))
    result = repository.verb("serve", "--port", str(port))
    assert result.returncode == 1
    assert f"--port {port + 1}" in result.stderr


def test_it_ends_when_asked_even_in_the_background_and_leaves_nothing(tmp_path, tmp_path_factory):
    repository = Copy(ROOT, tmp_path, EVERYTHING)
    temporary = tmp_path_factory.mktemp("temporary")
    command = ["sh", "-c", "trap '' INT; exec \"$0\" -u -m course.verbs.serve --port 0", sys.executable]
    environment = repository.environment(TMPDIR=str(temporary))
    process = subprocess.Popen(command, cwd=tmp_path, env=environment, text=True, stdout=subprocess.PIPE)
    while "The course is at" not in (line := process.stdout.readline()):
        assert line, "it ended before it served"
    process.terminate()
    process.wait(15)
    assert not list(temporary.glob("course-serve-*"))


def test_a_file_that_vanishes_meanwhile_is_no_matter(monkeypatch):
    gone = serve.ROOT / "docs" / "4913"
    monkeypatch.setattr(serve.Path, "rglob", lambda self, pattern: [gone])
    monkeypatch.setattr(serve.Path, "is_file", lambda self: True)
    assert gone not in serve.snapshot()
