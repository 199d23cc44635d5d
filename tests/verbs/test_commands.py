"""The commands' other promises: a browser is found or asked for in words, workflows and code pass their linters."""

import os
import re
import subprocess
import sys

import pytest

from course import ROOT, browser
from tests.copies import EVERYTHING, Copy


def test_no_browser_stops_with_what_to_install(monkeypatch):
    tried = []
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "installed", lambda: None)
    monkeypatch.setattr(browser.subprocess, "run", lambda command, **_: tried.append(command) or _failed())
    with pytest.raises(SystemExit) as stop:
        browser.ensure()
    assert "apt install chromium" in str(stop.value) and "CHROMIUM=" in str(stop.value)
    assert "playwright" in tried[0], "Playwright's own browser is tried before the system's package manager"


def _failed():
    return subprocess.CompletedProcess([], 1)


def test_a_browser_got_on_the_way_is_used(monkeypatch):
    found = iter([None, "/somewhere/chromium"])
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "installed", lambda: next(found))
    monkeypatch.setattr(browser.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0))
    assert browser.ensure() == "/somewhere/chromium"


def test_a_stub_that_only_speaks_of_a_snap_is_no_browser(tmp_path):
    stub = tmp_path / "chromium-browser"
    stub.write_text("#!/bin/sh\necho 'requires the chromium snap'\nexit 1\n")
    stub.chmod(0o755)
    assert not browser._runs(str(stub))


def test_code_and_workflows_are_formatted_and_clean():
    result = subprocess.run([sys.executable, "-m", "course.verbs.check", "--only-look"], cwd=ROOT,
                            env=_environment(ROOT), capture_output=True, text=True)  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr


def _environment(root):
    return {**os.environ, "PYTHONPATH": str(root / "scripts")}


# What each linter should see, by the name that it has in what the verb says.
DEFECTS = {
    "workflows (actionlint)": (
        ".github/workflows/tests.yml",
        "runs-on: ubuntu-latest\n    timeout-minutes: 60",
        "runs-on: ubuntu-newest\n    timeout-minutes: 60",
    ),
    "workflows (zizmor)": (
        ".github/workflows/tests.yml",
        "run: ./scripts/test",
        "run: echo ${{ github.event.pull_request.title }}",
    ),
    "JavaScript": (
        "overrides/assets/js/theme.js",
        "export function theme",
        "export function theme() { nothing(); }\nfunction _",
    ),
    "Python": ("scripts/course/search.py", "import templates\n", "import templates\nimport os\n"),
}


def test_each_linter_sees_a_planted_defect_and_the_others_are_content(tmp_path):
    repository = Copy(ROOT, tmp_path, EVERYTHING)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "one.test.mjs").write_text('import { test } from "node:test";\n\ntest("one", () => {});\n')
    for name, old, new in DEFECTS.values():
        repository.replace(name, old, new)
    result = repository.verb("check", "--only-look")
    assert result.returncode == 1
    told = result.stderr.split("Not right yet:")[1]
    assert [name for name in DEFECTS if name not in told] == [], result.stderr


def test_locks_hold_hashes_and_no_addresses():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text()
        pinned = re.findall(r"^[a-z0-9-]+==", text, re.MULTILINE)
        assert len(pinned) > 30 and text.count("--hash=sha256:") > len(pinned)
        assert "://" not in text
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()
    site, dev = ((ROOT / name).read_text().split() for name in ("requirements.lock", "requirements-dev.lock"))
    assert {word for word in site if "==" in word} <= {word for word in dev if "==" in word}, "the two locks disagree"


def _verbs():
    """Return the names of the verbs: a module with an underscore is a verb with a hyphen."""
    modules = {path.stem for path in (ROOT / "scripts" / "course" / "verbs").glob("*.py")} - {"__init__"}
    return {module.replace("_", "-") for module in modules}


def test_every_verb_is_two_words_of_shell():
    for verb in _verbs():
        script = ROOT / "scripts" / verb
        assert os.access(script, os.X_OK), f"scripts/{verb} cannot be run"
        assert script.read_text() == f'#!/bin/sh\nexec python3 "$(dirname "$0")/run.py" {verb} "$@"\n'
    assert "exec ./scripts/test\n" in (ROOT / ".ci" / "run").read_text()
    own = {"tests": ["test"], "pages": ["build"], "lifeboat": ["lifeboat"], "accessibility": ["accessibility"]}
    for workflow, verbs in own.items():
        text = (ROOT / ".github" / "workflows" / f"{workflow}.yml").read_text()
        assert not [verb for verb in verbs if not re.search(rf"run: \./scripts/{verb}[ \n]", text)], workflow
    for readme in ("README.md", "README.fr.md"):
        text = (ROOT / readme).read_text(encoding="utf-8")
        assert "./scripts/serve" in text and "./scripts/test" in text


def test_the_readmes_say_what_the_course_holds_and_how_long_it_takes(whole):
    for name, code, of in (("README.md", "en", "{} hours {} minutes"), ("README.fr.md", "fr", "{} heures {} minutes")):
        text, course = (ROOT / name).read_text(encoding="utf-8"), whole.courses[code]
        assert of.format(*divmod(course.minutes, 60)) in text, (
            f"{name} gives another length than {course.minutes} minutes"
        )
        for module in course.modules:
            row = next(line for line in text.split("\n") if f"(docs/{code}/{module.page.id}.md)" in line)
            assert [cell.strip() for cell in row.split("|")][-2] == str(module.minutes), f"{name}: {module.id}"
            assert f"[{module.title}]" in row and f"{len(module.lessons)} " in row, f"{name}: {row}"


def test_a_verb_with_a_hyphen_is_a_module_with_an_underscore():
    code = """
import pathlib, sys, run
run.install_python = run.install_node = lambda level: None
run.PYTHON = pathlib.Path(sys.executable)
sys.argv = ["run.py", "check-links", "--help"]
run.main()
"""
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "scripts", capture_output=True, text=True)
    assert result.returncode == 0 and "usage: ./scripts/check-links" in result.stdout, result.stderr


def test_run_says_what_it_can_do_and_refuses_an_old_python():
    result = subprocess.run([sys.executable, ROOT / "scripts" / "run.py", "nonsense"], capture_output=True, text=True)
    assert result.returncode == 1
    assert set(result.stderr.split()[2].split("|")) == _verbs()
    code = "import sys; sys.version_info = (3, 10, 0); import run; run.main()"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "scripts", capture_output=True, text=True)
    assert result.returncode == 1 and "needs Python 3.11" in result.stderr
