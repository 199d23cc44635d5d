"""What a company says in the text through company.yml: its contacts and policies, or a sample that says so."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from lxml import html

from course import VERSION, answer_back, slots
from tests.copies import ADDRESS

LETTER = re.compile(r"mailto:([^?]+)\?(.*)")


@pytest.fixture
def company(acme):
    """The site of a company that has filled in some slots, with markup in what it wrote."""
    return acme.site


def slot(folder, page, label):
    """Return the slot of a page whose label begins so."""
    root = html.parse(str(folder / page)).getroot()
    return next(each for each in root.find_class("slot") if label in each.text_content())


def words(element):
    return " ".join(element.text_content().split())


def test_until_a_company_writes_its_own_a_sample_says_that_it_is_one(built):
    for page, label, sample in (
        ("fr/suppliers/gifts.html", "Notre règle sur les cadeaux", "texte d’exemple"),
        ("en/suppliers/gifts.html", "Our rule on gifts", "sample text"),
        ("fr/suppliers/paying-on-time.html", "Qui paie les fournisseurs", "texte d’exemple"),
        ("en/about.html", "Who looks after the course", "sample text"),
    ):
        found = slot(built, page, label)
        assert sample in words(found), f"{page} does not say that it shows a sample"
        assert not found.xpath(".//a"), "a sample leads somewhere"


def test_what_a_company_writes_stands_there_as_text(company):
    found = slot(company, "fr/suppliers/gifts.html", "Notre règle")
    (link,) = found.xpath(".//a")
    assert (link.get("href"), link.text) == ("https://rules.example/gifts", "Cadeaux <i>&</i> *étoiles*")
    assert "exemple" not in words(found), "the company's own text is called a sample"
    assert words(slot(company, "en/suppliers/gifts.html", "Our rule")).endswith("Our rule on gifts: Gifts")
    found = slot(company, "fr/suppliers/paying-on-time.html", "Qui paie")
    assert words(found).endswith(": Luc, 418 555-0100") and not found.xpath(".//a"), "no address, no link"
    (link,) = slot(company, "en/about.html", "Who looks after").xpath(".//a")
    assert (link.get("href"), link.text) == ("mailto:zoe@acme.example", "Zoé *et* Ana <b>")
    assert "texte d’exemple" in words(slot(company, "fr/suppliers/paying-on-time.html", "Nos délais"))


def test_what_holds_for_every_company_is_no_sample(built, whole):
    for page, label in (
        ("fr/civility/who-does-what.html", "Organisme public"),
        ("en/civility/who-does-what.html", "Public body"),
    ):
        found = slot(built, page, label)
        assert "CNESST" in words(found) and "ample" not in words(found).replace("exemple", "ample")
        assert found.xpath(".//a/@href") == ["https://www.cnesst.gouv.qc.ca/"]
    theirs = {"contacts": {"authority": {"name": "Programme du travail"}}, "policies": {}}
    filled = slots.fill(whole.slots, theirs, "fr")["authority"]
    assert (filled.text, filled.address) == ("Programme du travail", ""), "a company's own is not put in its place"


def test_a_door_with_a_page_leads_to_it_rather_than_to_a_letter(company):
    found = slot(company, "fr/civility/who-does-what.html", "Programme d’aide")
    (link,) = found.xpath(".//a")
    assert (link.get("href"), link.text) == ("https://pae.example/", "PAE, 1 800 555-0100")


def test_every_slot_is_used_and_comes_from_a_key_that_a_company_can_fill_in(whole):
    used = {block.title for page in whole.courses["fr"].pages.values() for block in page.blocks if block.name == "slot"}
    assert used == set(whole.slots), "a slot is defined and stands nowhere"
    kinds = {
        "contacts": {"name": "Ana", "email": "a@acme.example"},
        "policies": {"title": {"fr": "R"}, "url": "https://a.example"},
    }
    for id, one in whole.slots.items():
        kind, key = one["from"].split(".")
        filled = slots.fill({id: one}, {"contacts": {}, "policies": {}, kind: {key: kinds[kind]}}, "fr")[id]
        assert not filled.sample and filled.address, f"{id} is not filled in by {one['from']}"


def letters(folder, page):
    """Return `(address, subject, body)` of the letters that a page begins, and what it says of them."""
    root = html.parse(str(folder / page)).getroot()
    (block,) = root.find_class("answer-back")
    found = []
    for link in block.xpath(".//a"):
        to, query = LETTER.fullmatch(link.get("href")).groups()
        fields = parse_qs(query, strict_parsing=True)
        found.append((unquote(to), fields["subject"][0], fields["body"][0]))
    return found, words(block.xpath("p")[-1])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_lesson_begins_two_letters_with_its_page_and_version(built, whole, language):
    course = whole.courses[language]
    for step in course.steps:
        (error, useful), said = letters(built, f"{language}/{step.url}")
        assert error[0] == useful[0] == answer_back.SAMPLE
        for _, subject, body in (error, useful):
            assert step.title in subject
            assert f"{ADDRESS}{language}/{step.url}\r\n" in body, "the page is not filled in"
            assert f": {VERSION}" in body.replace("\u00a0", ""), "the version is not filled in"
            assert body.count("\r\n") >= 4 and "\n" not in body.replace("\r\n", ""), "lines run together"
        assert error[1] != useful[1]
        assert ("exemple" if language == "fr" else "sample") in said, "a sample address is not said to be one"


def test_letters_go_to_the_companys_contact(company):
    (error, useful), said = letters(company, "en/suppliers/gifts.html")
    assert error[0] == useful[0] == "zoe@acme.example"
    assert said == "Both links open an email to Zoé *et* Ana <b>."


def test_a_contact_without_an_address_is_no_contact(whole):
    page, strings = whole.courses["en"].lessons[0], whole.strings["en"]
    found = answer_back.links({"contacts": {"course": {"name": "Ana"}}}, page, ADDRESS, strings)
    assert found["to"] is None and urlsplit(found["error"]).path == answer_back.SAMPLE
