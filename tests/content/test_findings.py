"""Where a finding is said to stand: the file and the line that an author wrote, as far as that can be known."""

import json
import re

import pytest

from course.exceptions import RuleException
from course.proofreading import model, registry, report
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


PLACES = {
    "docs/fr/page.md": "---\ntitle: La carte\n---\n\nUn texte.\n\nAprès&#160;: un merci, d&eacute;j&agrave; TODO\n"
    "\n<picture><source srcset='assets/b.gif 2x'></picture>\n\n<svg class=\"vide\"></svg>\n\n[](other.md)\n"
    "\n  > Chaleureux, et son prénom y est. Mais aucun gestte ne s’y trouve, dit-elle, et c’est le soir.\n"
    "\n<p style='background: url(assets/c.gif)'>Merci.</p>\n",
    "docs/glossary.yml": "terms:\n- fr: Tous les clients, sans un seul mot de plus.\n",
    "docs/fr/other.md": "Une phrase tout à fait partagée par les deux leçons de ce cours, TBD.\n",
    "company.yml": "course:\n  title:\n    fr: Tous clients [votre nom]\n",
    "overrides/strings.yml": "wrong: {fr: Pas celui-ci., en: Not this one.}\nshort: {fr: Fini TBD, en: Done}\n",
    "overrides/front.html": "<b>Une</b>\n",
    "overrides/assets/a.svg": "<svg>\n<desc lang='fr'>Un escalier,\n  puis une porte FIXME.</desc>\n</svg>\n",
}


@pytest.mark.parametrize(
    ("html", "place"),
    [
        ("<p>Après\u00a0: un merci, déjà TODO</p>", "docs/fr/page.md:7"),
        ('<p>A card &lt;b&gt; in a drawer.</p>', "docs/fr/page.md"),
        ("<p>Tous clients [votre nom]</p>", "company.yml:3"),
        ("<p>Fini TBD</p>", "overrides/strings.yml:2"),
        ("<svg><title>Un</title><desc>Un escalier, puis une porte FIXME.</desc></svg>", "overrides/assets/a.svg:3"),
        ("<p>Une phrase tout à fait partagée par les deux leçons de ce cours, TBD.</p>", "docs/fr/other.md:1"),
        ("<p>Une phrase toute neuve, et mot de plus TBD.</p>", "docs/fr/page.md"),
        ('<p><a href="other.html"></a></p>', "docs/fr/page.md:13"),
        ('<svg class="vide"></svg>', "docs/fr/page.md:11"),
        ('<picture><source srcset="assets/b.gif 2x"><img src="assets/mark.svg" alt=""></picture>', "docs/fr/page.md:9"),
        ('<p style="background: url(assets/c.gif)">Merci.</p>', "docs/fr/page.md:17"),
    ],
)  # fmt: skip
def test_a_finding_stands_in_the_file_that_holds_its_words(tmp_path, html, place):
    found = small_site.findings(tmp_path, small_site.planted(html), "links", "pages", sources=PLACES)
    found = [finding for finding in found if finding.rule != "unused-file"]
    assert [f"{finding.path}:{finding.line}" if finding.line else finding.path for finding in found] == [place], found


def test_words_of_the_interface_before_a_text_do_not_hide_its_line(tmp_path):
    text = "Pas celui-ci. Chaleureux, et son prénom y est. Mais aucun gestte ne s’y trouve, dit-elle, et c’est le soir."
    small_site.write(tmp_path / "site", small_site.planted(f"<p>{text}</p>"))
    small_site.write(tmp_path / "root", PLACES)
    site = model.read(tmp_path / "site", small_site.ADDRESS, tmp_path / "root")
    (passage,) = (passage for passage in site.passages if passage.text == text)
    assert {passage.place[:2], passage.at(12, 15).place[:2], passage.at(60, 66).place[:2]} == {("docs/fr/page.md", 15)}


@pytest.mark.parametrize(
    ("written", "spot"),
    [
        ("ab *cd* TODO _ef_ gh", "TODO"),
        ("_ab_ TODO", "TODO"),
        ("Un [lien](a.md) puis TODO [autre](b.md).", "TODO"),
        ("Un `mot` **TODO** fin", "TODO"),
    ],
)
def test_emphasis_and_links_around_words_do_not_hide_their_line(tmp_path, written, spot):
    root = small_site.write(tmp_path, {"docs/fr/page.md": f"Un TODO : rien.\n\n{written}\n"})
    shown = re.sub(r"\[(\w+)\]\([^)]*\)|[*_`]", r"\1", written)
    page = model.Page(model.read(tmp_path, small_site.ADDRESS, root), "fr/page.html", "")
    at = shown.index(spot)
    assert page.site.sources.of_text(page, shown, at, at + len(spot)) == ("docs/fr/page.md", 3)


NOTED = """---
title: La carte
---

Un [camion](gone.md), pour *commencer*.

/// trainer | 25 min
**But.** On lit la cartte à voix haute.

**But. On lit, puis on signe [^auger].

Un [camion](gone.md), un [autre](other.md#first), un [ami](other.md#frist), puis http://localhost:8000/fr/ ici.
///
"""


def test_a_trainers_note_is_read_like_a_page(tmp_path):
    site = small_site.planted('<p>Un <a href="gone.html">camion</a>, pour <em>commencer</em>.</p>')
    sources = {"docs/fr/page.md": NOTED, "docs/sources.yml": "auger:\n  reference: Auger, A. (2024). Un livre.\n"}
    found = small_site.findings(tmp_path, site, "links", "pages", "text", sources=sources)
    found = [finding for finding in found if finding.line]
    assert sorted((finding.line, finding.rule, finding.about) for finding in found) == [
        (5, "dead-link", "gone.html"),
        (8, "fr-spelling", "But. On lit la cartte à voix haute."),
        (10, "literal-markdown", "**But. On lit, pu…"),
        (12, "dead-anchor", "other.html#frist"),
        (12, "dead-link", "gone.html"),
        (12, "leaked-path", ""),
    ], found  # fmt: skip
    assert {finding.path for finding in found} == {"docs/fr/page.md"}


def test_a_note_cites_only_known_sources(tmp_path):
    sources = {"docs/fr/page.md": "/// trainer | 5 min\nOn lit [^auger].\n///\n"}
    (found,) = small_site.findings(tmp_path, small_site.files(), "pages", sources=sources)
    assert (found.line, found.rule) == (2, "undefined-reference")


def on_each(html, names=("index", "page", "other", "more", "last")):
    """Return a small site of five pages a language, with HTML at the end of some French ones."""
    found = small_site.files()
    for name in ("more", "last"):
        for language in ("fr", "en"):
            found[f"{language}/{name}.html"] = found[f"{language}/page.html"]
    for name in names:
        found[f"fr/{name}.html"] = found[f"fr/{name}.html"].replace("</article>", f"{html}</article>")
    return found


def told(folder, found, rule="dead-link"):
    site = model.read(small_site.write(folder, found), small_site.ADDRESS)
    return [str(finding) for finding in report.findings(site, [registry.RULES[rule]])]


def test_a_templates_defect_is_told_once_with_its_pages(tmp_path):
    link = '<a href="abuot.html">À propos</a>'
    near = "no fr/abuot.html in the site"
    assert told(tmp_path / "all", on_each(link)) == [
        f"overrides/ → abuot.html: {near} (on 5 of 5 pages in 'fr': mend the template) [dead-link]"
    ]
    four = told(tmp_path / "four", on_each(link, ("index", "page", "more", "last")))
    assert len(four) == 1 and "on 4 of 5 pages" in four[0]
    assert len(told(tmp_path / "three", on_each(link, ("page", "more", "last")))) == 3, (
        "three pages may be written alike"
    )


def test_a_templates_defect_is_one_at_every_depth(tmp_path):
    found = on_each("", ())
    for name, to in (("index", "./"), ("page", "./"), ("a/b", "../"), ("a/c", "../"), ("a/d", "../")):
        html = small_site.page("fr", "page").replace("</article>", f'<a href="{to}">Accueil</a></article>')
        found[f"fr/{name}.html"] = html
    found.pop("fr/other.html"), found.pop("fr/more.html"), found.pop("fr/last.html")
    (line,) = told(tmp_path, found, "folder-link")
    assert line.startswith("overrides/ → ") and "on 5 of 5 pages in 'fr'" in line


def test_a_thing_found_twice_is_told_once(tmp_path):
    twice = '<p><a href="gone.html">Le camion</a> <a href="gone.html">Le camion</a></p>'
    assert len(small_site.findings(tmp_path, small_site.planted(twice), "links")) == 1


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
        ("a\n||||||| base\n", "docs/fr/page.md:2: '|||||||' is a mark of a merge"),
        ("a\n\n=======\nb\n", "docs/fr/page.md:3: '=======' is a mark of a merge"),
        ("```\na\n``` x\nb\n", "docs/fr/page.md:1: the fence ``` is never closed"),
        ("Un texte :\n- un mot\n- deux\n", "docs/fr/page.md:2: '-' right under a text makes no list; put a blank line"),
        ("---\ntitle: a\n---\n\nUn texte :\n1. un mot\n", "docs/fr/page.md:6: '1.' right under a text makes no list"),
        ("## Titre\n\nUn texte :\n+ un mot\n", "docs/fr/page.md:4: '+' right under a text makes no list"),
        ("- un\n  - deux\n", "docs/fr/page.md:2: an inner list is indented by four spaces; write them before its mark"),
        ("Un texte\n\n• un\n", "docs/fr/page.md:3: • is no mark of a list; write - and a blank [unseen-list]"),
        ("Un texte\n\n    deux\n", "docs/fr/page.md:3: four spaces make this code; write it at the margin"),
        ("- un\n\nUn texte\n\n\tdeux\n", "docs/fr/page.md:5: four spaces make this code"),
        (
            "| a | b |\n| - | - |\n| 1 | 2 | 3 |\n",
            "docs/fr/page.md:3: 3 cells under a header of 2; give the header more",
        ),
        ("a | b\n--- | ---\n1 | 2\n1 | 2 | 3\n", "docs/fr/page.md:4: 3 cells under a header of 2"),
        ('a <b onclick="f()">b</b>\n', "docs/fr/page.md:1: onclick in a page; write plain HTML, and the script in"),
        ("a\n\n<script>f()</script>\n", "docs/fr/page.md:3: <script> in a page"),
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
        "Lisez [a](<une page.md>), <https://example.com/a_(b)> et <info@example.com>.\n",
        "- un\n- deux\n    - trois\n\n    La suite.\n\n1. un\ncontinué\n2. deux\n",
        "## Titre\n- un\n\n/// keypoints\n- un\n///\n\n<div markdown>\n- un\n</div>\n",
        "/// scenario | A\n    id: a\n- un\n///\n",
        "---\nlist:\n  - un\n---\n\nUn texte.\n",
        "<quiz>\nQui?\n- [ ] un\n  > Non.\n- [x] deux\n</quiz>\n\n```\nUn :\n- a\n\n    b\n```\n",
        "Un\n:   Deux\n\n    La suite.\n\n[^a]: Une note.\n\n    La suite.\n\n<div>\n\n    <p>Un</p>\n\n</div>\n",
        "Vers 1999. Il part\n2024. Il revient.\n-5 degrés\n",
        "| a | b |\n| - | - |\n| 1 |\n| 1 | `x` \\| y |\n\n| 1 | 2 | 3 |\n",
        "Le mot onclick= et <b title='onclick='>b</b>, `<script>` aussi.\n",
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
