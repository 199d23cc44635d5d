"""GitHub's part, read and run as GitHub does: who publishes, with which rights, and what is said where it cannot be."""

import os
import re
import subprocess
from types import SimpleNamespace

import pytest
import yaml

from course import ROOT

FOLDER = ROOT / ".github" / "workflows"
PINNED = re.compile(r"^[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
# The rights that a job may have, each with the reason.
RIGHTS = {
    ("pages.yml", "build"): {"contents": "read", "pages": "read"},
    ("pages.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("tests.yml", "test"): {"contents": "read"},
    ("lifeboat.yml", "build"): {"contents": "read"},
    ("accessibility.yml", "look"): {"contents": "read"},
}


def workflow(name):
    """Return a workflow as data."""
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def holds(condition, event, ref="refs/heads/main", fork=False, template=False):
    """Say what GitHub makes of an `if:` that speaks of the event, the branch and the repository."""
    repository = SimpleNamespace(fork=fork, is_template=template, private=False)
    github = SimpleNamespace(event_name=event, ref=ref, event=SimpleNamespace(repository=repository))
    python = re.sub(r"!(?!=)", " not ", condition.replace("&&", " and ").replace("||", " or "))
    return bool(eval(python, {"__builtins__": {}}, {"github": github}))


@pytest.mark.parametrize(
    ("name", "job", "there", "runs"),
    [
        ("pages.yml", "build", {"event": "push"}, True),
        ("pages.yml", "build", {"event": "workflow_dispatch"}, True),
        ("pages.yml", "build", {"event": "push", "template": True}, False),
        ("pages.yml", "build", {"event": "workflow_dispatch", "template": True}, False),
        ("pages.yml", "build", {"event": "workflow_dispatch", "ref": "refs/heads/draft"}, False),
        ("pages.yml", "build", {"event": "push", "fork": True}, True),
        ("tests.yml", "test", {"event": "push"}, False),
        ("tests.yml", "test", {"event": "push", "template": True}, True),
        ("tests.yml", "test", {"event": "pull_request", "ref": "refs/pull/7/merge"}, True),
        ("tests.yml", "test", {"event": "workflow_dispatch"}, True),
        ("lifeboat.yml", "build", {"event": "schedule"}, True),
        ("lifeboat.yml", "build", {"event": "schedule", "template": True}, False),
        ("lifeboat.yml", "build", {"event": "schedule", "fork": True}, False),
        ("lifeboat.yml", "build", {"event": "workflow_dispatch", "template": True}, True),
        ("accessibility.yml", "look", {"event": "schedule"}, True),
        ("accessibility.yml", "look", {"event": "schedule", "fork": True}, False),
        ("accessibility.yml", "look", {"event": "workflow_dispatch", "template": True}, True),
    ],
    ids=str,
)
def test_a_copy_publishes_and_the_template_tests(name, job, there, runs):
    assert holds(workflow(name)["jobs"][job]["if"], **there) is runs


def test_a_pull_request_cannot_publish():
    assert set(workflow("pages.yml")[True]) == {"push", "workflow_dispatch"}, "YAML reads `on` as true"
    assert workflow("pages.yml")["jobs"]["deploy"]["needs"] == "build"


def test_a_company_waits_for_minutes_and_not_for_the_whole_suite():
    assert "needs" not in workflow("pages.yml")["jobs"]["build"]
    assert "scripts/test" not in (FOLDER / "pages.yml").read_text(encoding="utf-8")
    assert workflow("tests.yml")["jobs"]["test"]["timeout-minutes"] >= 60


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.name)
def test_rights_are_the_least_and_actions_are_pinned(path):
    text, read = path.read_text(encoding="utf-8"), workflow(path.name)
    assert read["permissions"] == {}, "what a job does not ask for, it does not have"
    assert "pull_request_target" not in text
    for name, job in read["jobs"].items():
        assert job["timeout-minutes"] <= 60 and job["permissions"]
        assert job["permissions"] == RIGHTS.get((path.name, name), job["permissions"])
    used = re.findall(r"uses: (.*)", text)
    assert not [action for action in used if not PINNED.match(action)]
    assert text.count("actions/checkout@") == text.count("persist-credentials: false"), "the token stays on the disk"
    assert not re.search(r"secrets\.", text), "a secret is in a workflow"


def test_every_workflow_pins_an_action_to_one_version():
    used = {}
    for path in FOLDER.glob("*.yml"):
        for action, pin in re.findall(r"uses: ([\w/-]+)@(.*)", path.read_text(encoding="utf-8")):
            used.setdefault(action, set()).add(pin)
    assert not {action: pins for action, pins in used.items() if len(pins) > 1}


@pytest.fixture
def step(tmp_path):
    """Return a function that runs the shell of a step of pages.yml by its name, in the repository, as GitHub would."""

    def run(name, **environment):
        steps = [each for job in workflow("pages.yml")["jobs"].values() for each in job["steps"]]
        [script] = [each["run"] for each in steps if each.get("name") == name]
        env = {**os.environ, "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"), **environment}
        return subprocess.run(["bash", "-e", "-c", script], cwd=ROOT, env=env, text=True, capture_output=True)

    return run


REPOSITORY = "https://github.com/riviere-aux-pins/formation"


def test_where_pages_is_off_the_run_fails_and_says_where_to_click(step, tmp_path):
    site = f"{REPOSITORY}/actions/runs/7#artifacts"
    done = step("Say what to do where Pages is off", REPOSITORY=REPOSITORY, SITE=site)
    assert done.returncode == 1
    assert f"::error title=GitHub Pages is off::Open {REPOSITORY}/settings/pages, choose GitHub Actions" in done.stdout
    summary = (tmp_path / "summary").read_text(encoding="utf-8")
    for words in ("GitHub Pages n’est pas encore activé", "GitHub Pages is not switched on yet"):
        assert f"## {words}" in summary
    links = re.findall(r"\]\(([^)]*)\)", summary)
    assert len(links) == 10 and set(links) == {
        site,
        *(
            f"{REPOSITORY}/{page}"
            for page in ("settings/pages", "edit/main/company.yml", "actions/workflows/pages.yml")
        ),
    }
    assert "REPOSITORY" not in summary and "(SITE)" not in summary


def test_where_pages_is_off_the_site_can_be_had_all_the_same():
    steps = workflow("pages.yml")["jobs"]["build"]["steps"]
    [pages] = [each for each in steps if each.get("id") == "pages"]
    [told] = [each for each in steps if each.get("name") == "Say what to do where Pages is off"]
    [kept] = [each for each in steps if "actions/upload-artifact@" in each.get("uses", "")]
    [sent] = [each for each in steps if "actions/upload-pages-artifact@" in each.get("uses", "")]
    assert pages["continue-on-error"], "the site is not built then"
    assert kept["if"] == told["if"] == "steps.pages.outcome == 'failure'"
    assert sent["if"] == "steps.pages.outcome == 'success'"
    assert kept["with"]["path"] == sent["with"]["path"] == "site"
    assert steps[-1] == told, "it stops before the site is kept"


@pytest.mark.parametrize(
    ("address", "warned"),
    [("https://riviere-aux-pins.github.io/formation/", False), ("http://formation.example.com/", True)],
)
def test_it_says_where_the_course_is_and_when_it_is_not_on_https_yet(step, tmp_path, address, warned):
    done = step("Say where it is", ADDRESS=address, REPOSITORY=REPOSITORY)
    assert done.returncode == 0
    assert ("::warning title=No https yet::" in done.stdout) is warned
    summary = (tmp_path / "summary").read_text(encoding="utf-8")
    assert f"]({address})" in summary and f"]({REPOSITORY}/edit/main/company.yml)" in summary
