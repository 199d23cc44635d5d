"""./scripts/build: whatever happens, the last good site stays whole."""

import contextlib
import os
import shutil
import signal
import time

import pytest

from course import ROOT
from tests.copies import EVERYTHING, Copy


@pytest.fixture
def repository(tmp_path, built):
    """A copy of the repository, with the site that was built last."""
    shutil.copytree(built, tmp_path / "site")
    return Copy(ROOT, tmp_path, EVERYTHING)


def end_all(process):
    """End what a process that was killed had started, which would build on."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def whole(root):
    """Tell whether `site/` is a whole site: its doors, each language's pages, its style."""
    site = root / "site"
    pages = len(list((root / "docs").glob("*/**/*.md")))
    built = len(list(site.glob("??/**/*.html")))
    return (site / "index.html").exists() and built == pages and len(list(site.glob("??/assets/course.*.css"))) == 2


def begun(repository):
    """Wait until a build has begun to make a site aside."""
    wait_for(repository, ".cache/.site-*")


def writing(repository):
    """Wait until a build writes pages."""
    wait_for(repository, ".cache/.site-*/??/**/*.html")


def wait_for(repository, pattern):
    """Wait until there is such a file or folder in the repository."""
    end = time.monotonic() + 60
    while not next(repository.root.glob(pattern), None):
        assert time.monotonic() < end, f"there is no {pattern}"
        time.sleep(0.02)


def test_killed_at_any_moment_it_leaves_a_whole_site(repository):
    for how, moment in ((signal.SIGINT, begun), (signal.SIGTERM, begun), (signal.SIGKILL, writing)):
        shutil.rmtree(repository.root / ".cache", ignore_errors=True)
        process = repository.start("build", start_new_session=True)
        try:
            moment(repository)
            process.send_signal(how)
            process.wait(30)
            assert whole(repository.root) or (repository.root / ".site-before").exists(), how
        finally:
            end_all(process)
    result = repository.verb("build", "--nonsense")  # says its usage, changes nothing
    assert result.returncode == 2
    assert whole(repository.root) or (repository.root / ".site-before").exists()
    assert repository.verb("build").returncode == 0
    assert whole(repository.root)


def test_killed_between_its_two_renames_it_recovers_even_if_the_course_is_wrong(repository):
    (repository.root / "site").rename(repository.root / ".site-before")
    repository.replace("docs/fr/index.md", "template: home.html", "templat: home.html")
    result = repository.verb("build")
    assert result.returncode == 1 and "site/ is as it was" in result.stderr
    assert whole(repository.root)


def test_a_wrong_script_stops_with_esbuilds_words(repository):
    (repository.root / "overrides/assets/js/course.js").write_text("import {")
    result = repository.verb("build")
    assert result.returncode == 1
    assert "course.js:1" in result.stderr and "Traceback" not in result.stderr
    assert whole(repository.root)


def test_it_writes_elsewhere_and_refuses_what_is_no_site(repository, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "deep" / "site"
    assert repository.verb("build", str(elsewhere)).returncode == 0
    assert (elsewhere / "index.html").exists()
    result = repository.verb("build", "docs")
    assert result.returncode == 1 and "choose another folder" in result.stderr
    assert (repository.root / "docs" / "fr" / "index.md").exists()


def test_a_message_of_mkdocs_keeps_its_accents(repository):
    repository.replace("docs/fr/about.md", "[sources](sources.md)", "[sources](nulle-part-é.md)")
    result = repository.verb("build")
    assert result.returncode == 1
    assert "nulle-part-é.md" in result.stderr
