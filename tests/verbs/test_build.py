"""./scripts/build: whatever happens, the last good site stays whole."""

import random
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


def whole(root):
    """Tell whether `site/` is a whole site: its doors, each language's pages, its style."""
    site = root / "site"
    pages = len(list((root / "docs").glob("*/**/*.md")))
    built = len(list(site.glob("??/**/*.html")))
    return (site / "index.html").exists() and built == pages and len(list(site.glob("??/assets/course.*.css"))) == 2


def test_killed_at_any_moment_it_leaves_a_whole_site(repository):
    moments = random.Random(8)
    for how in (signal.SIGKILL, signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        process = repository.start("build")
        time.sleep(moments.uniform(0.2, 1.6))
        process.send_signal(how)
        process.wait(30)
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
