"""The weekly workflow: its shell is run as GitHub runs it, with stand-ins for `gh` and for check-links itself."""

import os
import shlex
import subprocess

import pytest
import yaml

from course import ROOT, link_report

WORKFLOW = ROOT / ".github" / "workflows" / "links.yml"
# Says what it was called with, and answers from files that a test wrote: `list`, `body` and `state`.
GH = """#!/bin/sh
echo "$*" >> "$HERE/calls"
case "$1 $2 $*" in
  "issue list "*) cat "$HERE/list" ;;
  "issue view "*"--json body"*) cat "$HERE/body" ;;
  "issue view "*"--json state"*) cat "$HERE/state" ;;
esac
"""
BAD = "2 external link(s) failing, 0 of them dead.\n"


@pytest.fixture
def step(tmp_path):
    """Return a function that runs a step of the workflow by its name and returns the finished process."""
    [job] = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"].values()
    shared = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["env"]
    for name in ("list", "body", "state", "calls"):
        (tmp_path / name).write_text("")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(GH)
    (tmp_path / "bin" / "gh").chmod(0o755)

    def run(name, **environment):
        [script] = [step["run"] for step in job["steps"] if step.get("name") == name]
        env = {**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "HERE": str(tmp_path), **shared}
        env |= {"GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
        return subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=env | environment, text=True)

    return run


def calls(folder):
    """Return what `gh` was called with, two words each."""
    return [" ".join(shlex.split(line)[:2]) for line in (folder / "calls").read_text().splitlines()]


@pytest.mark.parametrize(
    ("number", "report", "state", "told"),
    [
        ("", BAD, "", ["issue create"]),
        ("", link_report.ALL_WELL + "\n", "", []),
        ("7", BAD, "OPEN", ["issue edit", "issue view"]),
        ("7", BAD, "CLOSED", ["issue edit", "issue view", "issue reopen"]),
        ("7", link_report.ALL_WELL + "\n\nMore.\n", "OPEN", ["issue edit", "issue view", "issue close"]),
        ("7", link_report.ALL_WELL + "\n", "CLOSED", ["issue edit", "issue view"]),
        ("7", f"{BAD}\n{link_report.ALL_WELL}\n", "OPEN", ["issue edit", "issue view"]),
    ],
)
def test_there_is_one_issue_and_it_is_open_while_a_link_fails(step, tmp_path, number, report, state, told):
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "links.md").write_text(report)
    (tmp_path / "state").write_text(state)
    assert step("Tell it in the issue", NUMBER=number).returncode == 0
    assert calls(tmp_path) == told


@pytest.mark.parametrize("number", ["", "7\n"])
def test_the_issue_s_body_is_the_memory(step, tmp_path, number):
    (tmp_path / "list").write_text(number)
    (tmp_path / "body").write_text("the memory")
    assert step("Find the issue and read its memory").returncode == 0
    assert (tmp_path / "output").read_text() == f"number={number.strip()}\n"
    report = tmp_path / ".cache" / "links.md"
    assert (report.read_text() if report.exists() else "") == ("the memory" if number else "")


@pytest.mark.parametrize(("code", "passes"), [(0, True), (1, True), (2, False)])
def test_a_dead_link_is_for_the_issue_and_a_check_that_did_not_run_for_the_job(step, tmp_path, code, passes):
    (tmp_path / "scripts").mkdir()
    stand_in = tmp_path / "scripts" / "check-links"
    stand_in.write_text(f'#!/bin/sh\nmkdir -p .cache\necho "$*" > .cache/links.md\nexit {code}\n')
    stand_in.chmod(0o755)
    assert (step("Ask", CONTACT="https://example.org/r").returncode == 0) is passes
    if passes:
        assert (tmp_path / "summary").read_text() == "--report .cache/links.md --contact https://example.org/r\n"
