"""The first layer: MkDocs' own validation at its strictest, told with the line that MkDocs does not know."""

import shutil

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig

from course import ROOT
from tests.content.planting import EN, FR
from tests.content.test_site import contents, left_behind
from tests.copies import SITE, Copy

DEFECTS = {
    "page that is not there": ("[a](nowhere.md)", "nowhere.md", "is not found among documentation files"),
    "place that is not there": ("[a](#zeta)", "#zeta", "there is no such anchor on this page"),
    "place in another page": ("[a](../about.md#zeta)", "../about.md#zeta", "does not contain an anchor '#zeta'"),
    "absolute link": ("[a](/fr/about.html)", "/fr/about.html", "an absolute link"),
    "a folder": ("[a](../start/)", "../start/", "an unrecognized relative link"),
    "picture": ("![a](zeta.png)", "zeta.png", "is not found among documentation files"),
}


@pytest.fixture(scope="module")
def told(pristine, built, tmp_path_factory):
    """`(repository, what the build said)` of a course with every defect in each language, one a paragraph.

    Its last site, built before the defects, stands in `site/`.
    """
    repository = Copy(pristine.root, tmp_path_factory.mktemp("repository"), SITE)
    paragraphs = "".join(f"Zeta {n} {markdown}\n\n" for n, (markdown, *_) in enumerate(DEFECTS.values()))
    for path in (FR, EN):
        repository.edit(path, r"(?=^/// plan)", paragraphs)
    shutil.copytree(built, repository.root / "site")
    done = repository.verb("build")
    assert done.returncode == 1
    return repository, done.stderr


@pytest.mark.parametrize("path", [FR, EN])
@pytest.mark.parametrize("name", DEFECTS)
def test_a_link_that_mkdocs_refuses_stops_the_build_with_its_line(told, name, path):
    repository, said = told
    _, url, words = DEFECTS[name]
    line = repository.line(path, f"^Zeta {list(DEFECTS).index(name)} ")
    (found,) = [one for one in said.splitlines() if one.startswith(f"{path}:{line}: → {url}: a")]
    assert words in found and found.endswith("[MkDocs]")


def test_they_are_told_at_once_without_more(told):
    _, said = told
    assert said.count("[MkDocs]") == 2 * len(DEFECTS), said
    assert "Aborted" not in said and "MkDocs stopped" not in said, "a message that tells nothing more"


def test_a_build_that_mkdocs_refuses_leaves_the_last_site_whole(told, built):
    repository, _ = told
    assert contents(repository.root / "site") == contents(built), "the last site was touched by a build that stopped"
    assert left_behind(repository.root) == [], "a build that stopped left a folder behind"


STOPS = {
    "heading with an id that is none": (
        FR,
        r"(?=^/// plan)",
        "## Zeta {#a b}\n\n",
        "docs/fr/suppliers/saying-thanks.md",
    ),
    "word that no list has": (
        "overrides/lesson.html",
        r't\("objectives"\)',
        't("zeta_word")',
        "MkDocs could not make this page: 'zeta_word'",
    ),
    "template that is not there": (
        FR.replace("saying-thanks", "index"),
        r"^accent:",
        "template: hom.html\naccent:",
        "hom.html",
    ),
}


@pytest.mark.parametrize("file, pattern, new, said", STOPS.values(), ids=STOPS)
def test_when_mkdocs_breaks_an_author_reads_no_traceback(repository, file, pattern, new, said):
    if file == FR:
        repository.edit(EN, pattern, new)
    repository.edit(file, pattern, new)
    repository.edit("company.yml", r"^languages: .*", "languages: [fr]")  # MkDocs breaks alike in each
    done = repository.verb("build")
    assert "Traceback" not in done.stderr and 'File "' not in done.stderr, done.stderr
    assert done.returncode == 0 or said in done.stderr, done.stderr
    assert len(done.stderr.splitlines()) < 12, done.stderr


def test_every_kind_of_validation_is_a_warning_and_warnings_stop():
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    assert settings["strict"] is True

    def levels(scheme, given, path=""):
        for name, option in scheme:
            if hasattr(option, "config_class"):
                levels(option.config_class._schema, given.get(name, {}), f"{path}{name}.")
            else:
                assert given.get(name) == "warn", f"validation.{path}{name} does not warn"
                seen.append(name)

    seen = []
    validation = dict(MkDocsConfig._schema)["validation"]
    levels(validation.config_class._schema, settings["validation"])
    assert len(seen) >= 7, "MkDocs' validation was not found"
    inherited = (ROOT / "mkdocs.en.yml").read_text(encoding="utf-8")
    assert "validation" not in inherited and "strict" not in inherited, "the English build has its own idea of strict"
    # With -q or -v, MkDocs 1.6 leaves anchors unreported or exits 0.
    make = (ROOT / "scripts" / "course" / "make.py").read_text(encoding="utf-8")
    assert '"--strict"' in make and '"-q"' not in make and '"-v"' not in make
