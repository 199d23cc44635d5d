"""The real course, as it was just built: no rule about links finds anything, and there was something to look at."""

import pytest

from course.proofreading import registry, report


@pytest.mark.parametrize("rule", registry.of("links"), ids=lambda rule: rule.id)
def test_the_course_has_nothing_for(rule, proofread_site, excused):
    left, _ = report.excuse(rule.findings(proofread_site), excused)
    assert not left, f"\n{report.as_text(left)}\n{rule.asks}"


def test_there_was_something_to_look_at(proofread_site, whole):
    """An empty run cannot pass: the minimums are what the course has had since its first two lessons."""
    pages = proofread_site.course_pages
    links = [link for page in pages for link in page.links]
    internal = [link for link in links if link.target.kind == "internal"]
    assert len(pages) == sum(len(course.pages) for course in whole.courses.values()) >= 16
    assert len(internal) >= 400, f"only {len(internal)} links to the site itself"
    assert len({link.url for link in links if link.external}) >= 7, "hardly any link to another site"
    assert sum(1 for link in internal if link.target.fragment) >= 80, "hardly any link to a place in a page"
    assert len([link for link in proofread_site.links if link.kind == "search entry"]) >= 90
    assert len([link for link in proofread_site.links if link.kind == "sitemap"]) >= 3 * len(pages)
    for kind in ("link[href]", "script[src]", "course-search[data-index]", "use[href]"):
        assert [link for link in links if link.kind == kind], f"no {kind} was found"


def test_links_in_questions_count(proofread_site):
    """An option, a reason and an explanation may link; the model sees their links as it sees a paragraph's."""
    from lxml import html

    page = next(page for page in proofread_site.course_pages if page.tree.xpath("//*[@data-question]"))
    for path in ("//label", "//*[@class='why']"):
        place = page.tree.xpath(path)[0]
        added = html.fragment_fromstring('<a href="gone.html">Ceci</a>')
        place.append(added)
        found = [link for link in page._links() if link.element is added]
        place.remove(added)
        assert [link.url for link in found] == ["gone.html"], f"a link in {path} is not seen"
