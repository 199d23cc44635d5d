"""Where a finding is said to stand: the file and the line that an author wrote, as far as that can be known."""

import json

import pytest

from course.exceptions import RuleException
from course.proofreading import registry, report
from course.proofreading.registry import Finding
from tests import small_site

SOURCE = """---
title: La carte
---

Un premier paragraphe, avec un **lien
vers** [le camion](gone.md), puis
[la remorque](other.md#frist).

## Un geste *précis*

Le [camion](gone.md) encore.

<quiz>
- [x] Le [quai](dock.md)
  > Parce que TODO.
</quiz>
"""
HTML = """<p>Un premier paragraphe, avec un <strong>lien vers</strong> <a href="gone.html">le camion</a>, puis
<a href="other.html#frist">la remorque</a>.</p><h2>Un geste <em>précis</em></h2>
<p>Le <a href="gone.html">camion</a> encore.</p>
<label>Le <a href="dock.html">quai</a></label><div class="why">Parce que TODO.</div>
<p>Ce que dit le glossaire : [[merci]].</p><p>Un mot de l’interface, TBD.</p><p>Venu de nulle part : FIXME.</p>"""
SHARED = {
    "docs/fr/page.md": SOURCE,
    "docs/en/page.md": "",
    "docs/glossary.yml": "terms:\n- fr: |\n    Ce que dit le *glossaire* :\n    [[merci]].\n",
    "overrides/strings.yml": "fr:\n  word: Un mot de l’interface, TBD.\n",
}


@pytest.fixture
def lines(tmp_path):
    """What is found in a page whose sources are known, as it is printed."""
    edits = {
        "fr/page.html": ("</article>", HTML + "</article>"),
        "en/page.html": ("</article>", "<h2>A</h2></article>"),
    }
    found = small_site.findings(tmp_path, small_site.planted(edits), "links", "pages", sources=SHARED)
    return [str(finding) for finding in found]


@pytest.mark.parametrize(
    "line",
    [
        "docs/fr/page.md:6 → gone.html: no fr/gone.html in the site [dead-link]",
        "docs/fr/page.md:11 → gone.html: no fr/gone.html in the site [dead-link]",
        "docs/fr/page.md:14 → dock.html: no fr/dock.html in the site [dead-link]",
        "docs/fr/page.md:7 → other.html#frist: no #frist in other (nearest #first) [dead-anchor]",
        "docs/fr/page.md:15 → Parce que TODO.: 'TODO': finish the sentence, or leave it out [unfinished-text]",
        "docs/glossary.yml:4 → …le glossaire : [[merci]].: '[[merci]]' reached the page: a quiz blank outside a quiz "
        "[literal-markdown]",
        "overrides/strings.yml:2 → …e l’interface, TBD.: 'TBD': finish the sentence, or leave it out [unfinished-text]",
        "docs/fr/page.md → …e nulle part : FIXME.: 'FIXME': finish the sentence, or leave it out [unfinished-text]",
    ],
)
def test_a_finding_stands_where_it_was_written(lines, line):
    assert line in lines, "\n".join(lines)


def test_no_finding_is_told_twice_or_left_out(lines):
    assert len(lines) == 8, "\n".join(lines)


def test_a_link_of_a_template_is_told_without_a_line(tmp_path):
    edits = {"fr/page.html": ('<li><a href="other.html">', '<li><a href="othre.html">')}
    found = small_site.findings(tmp_path, small_site.planted(edits), "links", sources=SHARED)
    assert list(map(str, found)) == [
        "docs/fr/page.md → othre.html: no fr/othre.html in the site (nearest other.html) [dead-link]"
    ]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "a\n\n```\ncode\n",
            "docs/fr/page.md:3: the fence ``` is never closed; write it alone on a line [unclosed-fence]",
        ),
        ("a\n~~~ py\n```\n~~~\n\n````\n```\n", "docs/fr/page.md:6: the fence ```` is never closed"),
        ("a\n<div markdown>\nb\n", "docs/fr/page.md:2: <div> is never closed; write </div> [unclosed-tag]"),
        ("<section>\n<div>\n</section>\n", "docs/fr/page.md:2: <div> is not closed before </section>; write </div>"),
        ("a\n\n</div>\n", "docs/fr/page.md:3: </div> closes nothing [unclosed-tag]"),
        (
            "a\n<<<<<<< HEAD\nb\n",
            "docs/fr/page.md:2: '<<<<<<<' is a mark of a merge; choose one version [conflict-marker]",
        ),
        ("a\n>>>>>>> autre\n", "docs/fr/page.md:2: '>>>>>>>' is a mark of a merge"),
    ],
)
def test_what_shows_only_in_the_source_is_found_there(tmp_path, source, said):
    found = small_site.findings(tmp_path, small_site.files(), "pages", sources={"docs/fr/page.md": source})
    assert len(found) == 1 and str(found[0]).startswith(said), found


@pytest.mark.parametrize(
    "source",
    [
        "```\n<div>\n```\n\nMerci `<div>` et ``</p>``.\n",
        "````\n```\n````\n\n~~~\n```\n~~~\n",
        "<div markdown>\na<br>\n<img src='a > b'>\n</div>\n\n<!-- <div> -->\n",
        "Titre\n=======\n\n```\ncode ``` ici\n```\n",
        "Du code `` ``` `` en ligne, et 3 < 4 > 2.\n",
    ],
)
def test_code_and_closed_things_are_no_defect(tmp_path, source):
    assert not small_site.findings(tmp_path, small_site.files(), "pages", sources={"docs/fr/page.md": source})


def test_a_page_without_its_twin(tmp_path):
    found = small_site.files()
    more = found["fr/page.html"].replace("La carte", "Le quai").replace("page.html", "quai.html")
    alone = more.replace(f'<link rel="alternate" hreflang="en" href="{small_site.ADDRESS}en/quai.html">', "")
    found["fr/quai.html"] = alone.replace('href="../en/quai.html"', 'href="../en/index.html"')
    found["fr/index.html"] = found["fr/index.html"].replace("</ul>", '<li><a href="quai.html">Le quai</a></li></ul>')
    found["fr/assets/search-index.js"] = found["fr/assets/search-index.js"].replace("[{", '[{"u":"quai.html"},{')
    place = f"<url><loc>{small_site.ADDRESS}fr/quai.html</loc></url></urlset>"
    found["sitemap.xml"] = found["sitemap.xml"].replace("</urlset>", place)
    said = [str(finding) for finding in small_site.findings(tmp_path, found, "links", "pages")]
    assert said == ["fr/quai.html: the page has no twin; write docs/en/quai.md [missing-twin]"], said


def made(number, rule="dead-link"):
    return [Finding(f"docs/fr/{n}.md", n, f"gone-{n}.html", "no such page", rule) for n in range(number)]


def test_at_most_fifty_are_printed_and_the_rest_is_counted():
    text = report.as_text(made(50)).splitlines()
    assert len(text) == 50 and text[7] == "docs/fr/7.md:7 → gone-7.html: no such page [dead-link]"
    text = report.as_text(made(60) + made(3, "wrong-case")).splitlines()
    assert len(text) == 51 and text[-1] == "… and 13 more: 10 [dead-link], 3 [wrong-case]"
    assert report.as_text([]) == ""


def test_the_json_holds_them_all():
    found = json.loads(report.as_json(made(60)))
    assert len(found) == 60
    assert found[7] == {
        "path": "docs/fr/7.md", "line": 7, "about": "gone-7.html", "message": "no such page", "rule": "dead-link"
    }  # fmt: skip


def entry(rule="dead-link", page="docs/fr/1.md", about="gone-1", line=4):
    return RuleException(rule, page, about, "A reason that is long enough.", None, line)


def test_an_exception_excuses_one_thing():
    left, problems = report.excuse(made(3), [entry()])
    assert [finding.line for finding in left] == [0, 2] and problems == []
    left, problems = report.excuse(made(3), [entry(about="no such")])
    assert len(left) == 2 and problems == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (entry(about="other"), "finds nothing of the kind on docs/fr/1.md any more; take this exception out"),
        (entry(page="docs/fr/9.md"), "finds nothing of the kind"),
        (entry(rule="wrong-case"), "[wrong-case] finds nothing of the kind"),
        (entry(rule="dead-lnk"), "there is no rule 'dead-lnk'"),
    ],
)
def test_an_exception_that_excuses_nothing_is_told(wrong, said):
    left, (problem,) = report.excuse(made(3), [wrong])
    assert len(left) == 3
    assert (problem.path, problem.line) == ("docs/exceptions.yml", 4) and said in problem.message


def test_two_rules_cannot_have_one_name():
    with pytest.raises(ValueError, match="dead-link"):

        @registry.rule("links")
        def dead_link(site):
            """Never."""
