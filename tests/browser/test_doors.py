"""The front door and the page that is not there."""

import pytest
from lxml import html
from playwright.sync_api import expect

from course import assets, site
from tests.conftest import serve

from .variants import everywhere


@everywhere
@pytest.mark.parametrize(("locale", "language"), [("en-CA", "en"), ("fr-CA", "fr"), ("de-DE", "fr")])
def test_the_front_door_goes_to_the_readers_language(visit, disk, locale, language):
    page = visit("index.html", disk, locale=locale)
    page.wait_for_url(f"**/{language}/index.html")
    expect(page.locator("html")).to_have_attribute("lang", language)


@everywhere
def test_a_chosen_language_wins_over_the_browsers(visit, disk):
    page = visit("fr/index.html", disk, locale="fr-CA")
    page.locator("a.switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto(page.base + "index.html")
    page.wait_for_url("**/en/index.html")


def test_the_front_door_lets_one_choose(visit):
    page = visit("index.html#choose", locale="fr-CA")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/index.html")
    page.goto(page.base + "index.html")
    page.wait_for_url("**/en/index.html")


def test_without_javascript_the_front_door_waits_for_a_choice(visit):
    page = visit("index.html", java_script_enabled=False)
    expect(page.get_by_role("link")).to_have_count(2)
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_switcher_keeps_a_page_of_each_kind_in_both_directions(visit, whole):
    page = visit("fr/index.html", disk=True)
    kinds = {course.kind: course for course in whole.courses["fr"].pages.values()}
    assert len(kinds) > 10
    for course in kinds.values():
        page.goto(page.base + f"fr/{course.url}")
        for language in ("en", "fr"):
            if course.kind == "deck":  # its menu opens from a corner
                page.locator(".deck-open").click()
            page.locator("a.switch").click()
            page.wait_for_url(f"**/{language}/{course.url}**")
            expect(page.locator("html")).to_have_attribute("lang", language)


def test_the_switcher_of_every_page_leads_to_its_twin(served, whole):
    site = served[0]
    for language, other in (("fr", "en"), ("en", "fr")):
        for course in whole.courses[language].pages.values():
            page = site / language / course.url
            (switch,) = html.fromstring(page.read_bytes()).xpath("//a[contains(@class, 'switch')]")
            assert (page.parent / switch.get("href")).resolve() == (site / other / course.url).resolve(), course.url
            assert switch.get("hreflang") == switch.get("lang") == other


@pytest.mark.parametrize("subpath", ["/", "/formation/", "/a/b/"])
@pytest.mark.parametrize("missing", ["nowhere.html", "fr/deep/down/nowhere.html"])
def test_the_missing_page_leads_home_from_any_depth_and_subpath(
    visit, whole, served, tmp_path, subpath, missing, browser
):
    root = tmp_path / subpath.strip("/")
    root.mkdir(parents=True, exist_ok=True)
    for language in whole.courses:
        (root / language).symlink_to(served[0] / language)
    server, origin = serve(tmp_path, subpath)
    (tmp_path / "bundle").mkdir()
    site.finish(root, whole, origin + subpath, assets.bundle(tmp_path / "bundle"))
    context = browser.new_context()
    page = context.new_page()
    failed = []
    page.on("response", lambda response: response.status >= 400 and failed.append(response.url))
    assert page.goto(origin + subpath + missing).status == 404
    assert failed == [origin + subpath + missing], "its style or icon is not found"
    expect(page.locator("section[lang]")).to_have_count(len(whole.courses))
    page.locator("a[hreflang=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url == origin + subpath + "en/index.html"
    context.close()
    server.shutdown()
