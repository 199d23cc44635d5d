"""./scripts/audit, asked of recorded databases: what is vulnerable is found, what is not is not, an exception ends."""

import gzip
import http.server
import json
import re
import socket
import threading
from datetime import date, timedelta
from pathlib import Path

import pytest

from course import ROOT, audit, exceptions
from course.problems import CourseError
from tests.copies import EVERYTHING, Copy

RECORDED = Path(__file__).parent / "advisories"
OSV = json.loads((RECORDED / "osv.json").read_text(encoding="utf-8"))
NPM = (RECORDED / "npm.json").read_bytes()


class Databases(http.server.BaseHTTPRequestHandler):
    """OSV's query, and of npm's registry the advisories; it knows no package otherwise. `asked` is what came."""

    asked = None

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        question = json.loads(body)
        self.asked.append((self.path, question))
        if self.path == "/v1/query":
            name, version = question["package"]["name"], question["version"]
            found = [
                each
                for each in OSV
                for affected in each["affected"]
                if affected["package"]["name"] == name and version in affected["versions"]
            ]
            self.answer(200, json.dumps({"vulns": found} if found else {}).encode())
        elif self.path.endswith("/advisories/bulk"):
            self.answer(200, NPM)
        else:
            self.answer(404, b"{}")

    def do_GET(self):
        self.answer(404, b"{}")

    def answer(self, code, body):
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def databases():
    """`(arguments for the verb, what was asked)`."""
    asked = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("Recorded", (Databases,), {"asked": asked}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    yield ["--osv", f"{address}/v1/query", "--npm", address], asked
    server.shutdown()


def plant(repository, name, package, version):
    """Put another version of a package in a lock of Python packages."""
    repository.edit(name, rf"^{package}==[^\s;\\]+", f"{package}=={version}")


def test_the_locks_as_they_are_are_asked_about_whole_and_clean_in_the_recorded_databases(databases, tmp_path):
    arguments, asked = databases
    asked.clear()
    done = Copy(ROOT, tmp_path, EVERYTHING).verb("audit", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No known vulnerability" in done.stdout
    python = {(each["package"]["name"], each["version"]) for path, each in asked if path == "/v1/query"}
    for lock in ("requirements.lock", "requirements-dev.lock"):
        assert audit.locked((ROOT / lock).read_text(encoding="utf-8")) <= python, f"not all of {lock} was asked about"
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = {path.rpartition("node_modules/")[2]: each["version"] for path, each in lock.items() if path}
    [npm] = [each for path, each in asked if path.endswith("/advisories/bulk")]
    assert {name for name, version in wanted.items() if version in npm.get(name, [])} == set(wanted)


def test_what_is_vulnerable_is_found_told_in_plain_words_and_let_pass_only_while_an_exception_lasts(
    databases, tmp_path
):
    repository = Copy(ROOT, tmp_path, EVERYTHING)
    for lock in ("requirements.lock", "requirements-dev.lock"):
        plant(repository, lock, "jinja2", "2.11.2")
    plant(repository, "requirements-dev.lock", "pytest", "1.11.0")
    lock = json.loads(repository.read("package-lock.json"))
    lock["packages"]["node_modules/minisearch"]["version"] = "1.2.5"
    lock["packages"]["node_modules/axe-core"]["version"] = "0.1.0"
    repository.write("package-lock.json", json.dumps(lock))
    today = date.today()
    last = {"ended": today - timedelta(1), "lasts": today + timedelta(30)}
    entries = [
        ("CVE-2022-42969", "pytest", "lasts"),
        ("GHSA-aaaa-bbbb-cccc", "axe-core", "ended"),
        ("CVE-2001-1", "x", "lasts"),
    ]
    repository.edit("docs/exceptions.yml", r"^advisories: \[\]$", "advisories:" + "".join(
        f'\\n  - id: {id}\\n    package: {package}\\n    reason: Only the tests use it.\\n    until: "{last[when]}"'
        for id, package, when in entries
    ))  # fmt: skip
    done = repository.verb("audit", *databases[0])
    assert done.returncode == 1, done.stdout + done.stderr
    found = re.findall(r"^(\S+) (\S+): (\S+)(?: \(([^)]*)\))? \[(.*)\]$", done.stdout, re.MULTILINE)
    assert found == [
        ("jinja2", "2.11.2", "PYSEC-2021-66", "CVE-2020-28493, GHSA-g3rq-g295-4j3m", audit.BUILDERS),
        ("axe-core", "0.1.0", "GHSA-aaaa-bbbb-cccc", "", audit.TESTS),
        ("minisearch", "1.2.5", "GHSA-xvch-5gv4-984h", "", audit.READERS),
    ]
    assert "fixed in 2.11.3" in done.stdout and "in versions <1.2.6" in done.stdout
    assert "Regular Expression Denial of Service" in done.stdout
    assert f"let pass until {last['lasts']}: pytest 1.11.0, CVE-2022-42969 (Only the tests use it.)" in done.stdout
    assert "PYSEC-2023-1" not in done.stdout, "a withdrawn advisory counts"
    assert re.search(r"docs/exceptions\.yml:\d+: nothing needs the exception CVE-2001-1 of x", done.stdout)
    assert f"this exception ended on {last['ended']}" in done.stderr


def test_databases_that_cannot_be_reached_are_told_and_nothing_is_called_clean(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{free.getsockname()[1]}"
    done = Copy(ROOT, tmp_path, EVERYTHING).verb("audit", "--osv", closed, "--npm", closed, "--timeout", "3")
    assert done.returncode == 2, done.stdout + done.stderr
    assert "OSV, the database of Python packages, could not be asked:" in done.stderr
    assert "npm's registry could not be asked:" in done.stderr
    assert "Traceback" not in done.stderr and "No known" not in done.stdout


def test_a_package_that_the_database_was_not_asked_about_is_not_called_clean():
    """pip-audit says "No known vulnerabilities found" where it passed a package over."""
    report = {"dependencies": [{"name": "jinja2", "skip_reason": "not found"}], "fixes": []}
    with pytest.raises(audit.CannotAsk, match="jinja2"):
        audit.of_python(json.dumps(report), set())
    for nonsense in ("", "[]", "<html>", '{"error": {"code": "E503"}}'):
        with pytest.raises(audit.CannotAsk):
            audit.of_python(nonsense, set())
        with pytest.raises(audit.CannotAsk):
            audit.of_npm(nonsense, {"packages": {}}, set())
    indirect = {"vulnerabilities": {"a": {"nodes": ["node_modules/a"], "via": ["b"]}}}
    with pytest.raises(audit.CannotAsk):
        audit.of_npm(json.dumps(indirect), {"packages": {}}, set())


def test_a_lock_without_packages_is_an_error_and_not_a_clean_one():
    with pytest.raises(CourseError):
        audit.locked("# nothing\n")
    assert audit.locked("Jinja2==3.1.6 ; python_version < '3.12' \\\n    --hash=sha256:00\n") == {("jinja2", "3.1.6")}


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"id": "x"}, "advisories"),
        ({"id": "GHSA-1", "package": "a", "reason": "short", "until": "2026-01-01"}, "reason"),
        ({"id": "GHSA-1", "package": "a", "reason": "long enough to say", "until": "2099-01-01"}, "within a year"),
    ],
)
def test_an_exception_says_which_why_and_until_when(tmp_path, entry, told):
    (tmp_path / "docs").mkdir()
    (tmp_path / exceptions.NAME).write_text(f"advisories: [{json.dumps(entry)}]\n", encoding="utf-8")
    with pytest.raises(CourseError) as error:
        exceptions.load(tmp_path, date(2026, 1, 1))
    assert told in str(error.value)
