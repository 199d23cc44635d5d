"""The release workflow: its shell is run as GitHub runs it, with a stand-in for `gh`."""

import os
import re
import subprocess

import pytest
import yaml

from course import ROOT, VERSION

WORKFLOW = ROOT / ".github" / "workflows" / "release.yml"
CHANGES = f"# Changes\n\n## {VERSION} — 2026-11-30\n\n- New here.\n\n## 0.0.1 — 2026-01-01\n\n- Old.\n"
# Says what it was called with; `view` answers whether there is a release, `api` where Pages publishes.
GH = """#!/bin/sh
echo "$*" >> "$HERE/calls"
case "$1 $2" in
  "release view") test -f "$HERE/exists" ;;
  "api "*) cat "$HERE/pages" && ! grep -q message "$HERE/pages" ;;
esac
"""


@pytest.fixture(scope="module")
def jobs():
    """The jobs of the workflow."""
    return yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]


@pytest.fixture
def step(jobs, tmp_path):
    """Return a function that runs a step by its name, in a folder that looks like the repository."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(GH)
    (tmp_path / "bin" / "gh").chmod(0o755)
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    (tmp_path / "CHANGELOG.md").write_text(CHANGES, encoding="utf-8")

    def run(name, **environment):
        [script] = [step["run"] for job in jobs.values() for step in job["steps"] if step.get("name") == name]
        env = {**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "HERE": str(tmp_path)}
        env |= {"GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_REPOSITORY": "you/course", **environment}
        # As GitHub starts bash where a step names no shell.
        return subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=env, text=True, capture_output=True)

    return run


def test_only_the_tag_of_the_version_makes_a_release(step):
    assert step("Check that the tag is the version", TAG=f"v{VERSION}").returncode == 0
    for tag in ("v9.9.9", VERSION, f"v{VERSION}-1"):
        said = step("Check that the tag is the version", TAG=tag)
        assert said.returncode == 1 and f"tag that commit v{VERSION}" in said.stdout


def test_its_notes_are_the_section_of_the_version(step, tmp_path):
    assert step("Take the notes from the changelog", TAG=f"v{VERSION}").returncode == 0
    assert (tmp_path / "release" / "notes.md").read_text().strip() == "- New here."
    assert step("Take the notes from the changelog", TAG="v0.0.1").returncode == 0
    assert (tmp_path / "release" / "notes.md").read_text().strip() == "- Old."
    said = step("Take the notes from the changelog", TAG="v0.0.2")
    assert said.returncode == 1 and "CHANGELOG.md has no section ## 0.0.2" in said.stdout


def test_the_real_changelog_has_notes_that_can_be_taken(step, tmp_path):
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text(text, encoding="utf-8")
    for version in re.findall(r"^## (\S+)", text, re.MULTILINE):
        assert step("Take the notes from the changelog", TAG=f"v{version}").returncode == 0
        notes = (tmp_path / "release" / "notes.md").read_text()
        assert "### English" in notes and "### Français" in notes and "\n## " not in notes


@pytest.mark.parametrize(
    ("answer", "address"),
    [("https://you.github.io/course/\n", "https://you.github.io/course/"), ('{"message": "Not Found"}', "")],
    ids=["published", "Pages is off"],
)
def test_links_in_the_packages_lead_to_where_pages_publishes(step, tmp_path, answer, address):
    (tmp_path / "pages").write_text(answer)
    assert step("Ask where the course is published").returncode == 0
    assert (tmp_path / "output").read_text() == f"address={address}\n"
    assert "repos/you/course/pages" in (tmp_path / "calls").read_text()


def test_files_lie_side_by_side_and_their_checksums_with_them(step, tmp_path):
    for name, text in (("scorm/a.zip", "a"), ("book/b.pdf", "b")):
        (tmp_path / "dist" / name).parent.mkdir(parents=True)
        (tmp_path / "dist" / name).write_text(text)
    sums = subprocess.run(["sha256sum", "book/b.pdf", "scorm/a.zip"], cwd=tmp_path / "dist", capture_output=True)
    (tmp_path / "dist" / "SHA256SUMS").write_bytes(sums.stdout)
    (tmp_path / "release" / "files").mkdir(parents=True)
    assert step("Lay the files side by side").returncode == 0
    assert sorted(file.name for file in (tmp_path / "release" / "files").iterdir()) == ["SHA256SUMS", "a.zip", "b.pdf"]
    (tmp_path / "dist" / "scorm" / "a.zip").write_text("something else")
    assert step("Lay the files side by side").returncode == 1, "a file that is not the one that was made"


@pytest.mark.parametrize("exists", [False, True])
def test_a_release_is_made_once_and_mended_after(step, tmp_path, exists):
    (tmp_path / "release" / "files").mkdir(parents=True)
    for name in ("a.zip", "SHA256SUMS"):
        (tmp_path / "release" / "files" / name).write_text("")
    if exists:
        (tmp_path / "exists").write_text("")
    assert step("Publish the release", TAG="v1.0.0").returncode == 0
    first, *calls = (tmp_path / "calls").read_text().splitlines()
    files = "release/files/SHA256SUMS release/files/a.zip"
    assert first == "release view v1.0.0"
    if exists:
        assert calls == [
            "release edit v1.0.0 --notes-file release/notes.md",
            f"release upload v1.0.0 {files} --clobber",
        ]
    else:
        assert calls == [
            f"release create v1.0.0 {files} --verify-tag --title v1.0.0 --notes-file release/notes.md",
        ]


def test_only_the_job_that_publishes_may_write_and_it_runs_nothing_of_the_repository(jobs):
    whole = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    assert whole["permissions"] == {}
    writers = [name for name, job in jobs.items() if "write" in job["permissions"].values()]
    assert writers == ["release"] and jobs["release"]["permissions"] == {"contents": "write"}
    assert not [step for step in jobs["release"]["steps"] if "checkout" in step.get("uses", "")]
    assert set(jobs["release"]["needs"]) == {"test", "package"}
    for job in jobs.values():
        for step in job["steps"]:
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step.get("uses", "actions/x@" + 40 * "0"))
            assert "${{" not in step.get("run", ""), "an expression in a script would be run as one"
    assert "secrets." not in WORKFLOW.read_text(encoding="utf-8")
