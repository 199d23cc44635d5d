"""Whatever a company writes stands on its pages as text, or is refused by its line."""

import json
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import assume, event, example, given
from hypothesis import strategies as st
from lxml import html

from course import ROOT, assets, company, company_file, company_report, outline, site, web_outline
from course.problems import CourseError
from tests.company.cases import EVERYTHING, LOGO

from . import examples, manners, odd

REAL = (ROOT / company.NAME).read_text(encoding="utf-8")
PAGE = (
    "---\ntitle: Une page\ndescription: Une page qui montre tout ce qu’une entreprise écrit dans son fichier.\n---\n\n"
    + (
        "\n\n".join(
            f"/// slot | {id}\n///" for id in ("gifts", "payment", "designated", "union", "assistance", "authority")
        )
        + "\n\n/// values | whole\n///\n\n/// values | short\n///\n\n/// legal\n///\n"
    )
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the course's languages, whose company.yml each example writes."""
    folder = tmp_path_factory.mktemp("company")
    for language in ("fr", "en"):
        (folder / "docs" / language).mkdir(parents=True)
        (folder / company.config_name(language)).write_text("", encoding="utf-8")
    (folder / "company").mkdir()
    (folder / "company" / "logo.svg").write_text(LOGO, encoding="utf-8")
    return folder


def load(folder, raw):
    """Return the company that a file holds, or None once its problems were looked at."""
    (folder / company.NAME).write_bytes(raw)
    try:
        return company.load(folder)
    except CourseError as error:
        manners.check(error.problems, {company.NAME: raw})


def in_each(text):
    """A text, or one in each language."""
    return st.fixed_dictionaries({"fr": text, "en": text})


def maybe(**keys):
    return st.fixed_dictionaries({}, optional=keys)


# What a company may fill in, in the shape that is asked, with odd texts; now and then something else altogether.
TEXT = st.one_of(odd.texts, odd.texts, odd.texts, odd.texts, st.text(min_size=1, max_size=30), odd.values)
MAIL = st.one_of(st.just("a@b.test"), odd.texts.map("a{}@b.test".format))
WEB = st.one_of(
    st.just("https://acme.test/"), odd.texts.map("https://acme.test/{}".format), odd.texts.map("https://{}/".format)
)
CONTACT = st.fixed_dictionaries({"name": TEXT}, optional={"email": MAIL, "phone": TEXT, "url": WEB})
LINES = st.one_of(in_each(TEXT), st.integers(1, 2).flatmap(lambda n: in_each(st.lists(TEXT, min_size=n, max_size=n))))
VALUE = st.fixed_dictionaries({"name": in_each(TEXT)}, optional=dict.fromkeys(company.PARTS, LINES))
POLICY = st.fixed_dictionaries({"title": in_each(TEXT), "url": WEB})
FILLED = maybe(
    course=maybe(title=in_each(TEXT), subtitle=in_each(TEXT)),
    name=st.one_of(TEXT, in_each(TEXT)),
    certificate=st.fixed_dictionaries({"name": TEXT}, optional={"title": st.one_of(TEXT, in_each(TEXT))}),
    legal_review=st.fixed_dictionaries({"by": TEXT, "date": st.one_of(st.just("2026-10-01"), odd.texts)}),
    contacts=maybe(**dict.fromkeys(["course", "payment", "designated", "union", "assistance", "authority"], CONTACT)),
    policies=maybe(**dict.fromkeys(["gifts", "payment", "respect"], POLICY)),
    values=st.lists(VALUE, max_size=4),
    address=st.one_of(st.just("https://acme.test/"), WEB),
    mastery=st.one_of(st.just(75), odd.values),
)


def written(data):
    """Return data as a file of YAML, each text just as it is: JSON is YAML too."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in data.items()).encode(
        "utf-8", "surrogatepass"
    )


@examples(60)
@given(FILLED)
@example({"mastery": 80.0})
@example({"address": "https://a]b/"})
@example({"policies": {"gifts": {"title": {"fr": "A", "en": "A"}, "url": "https://a.test:b/"}}})
@example({"name": "Acm\x02é", "certificate": {"name": "\ud800"}})
def test_what_is_accepted_is_kept_to_the_last_sign(folder, data):
    settings = load(folder, written(data))
    if settings:
        whole = [text for _, text in company_file.texts(settings)]
        lost = [text for _, text in company_file.texts(data) if text.strip() not in whole]
        assert not lost, f"these texts are gone: {lost}"


@examples(100)
@given(st.one_of(odd.mangled(REAL), odd.mangled(EVERYTHING)))
@example(b"name: Acme\n# a\xe2\x80\xa8b\n# a\xc2\x85b\nmastery: 8\n")
@example(b"mastery: " + b"9" * 5000)
@example(b"values: " + b"[" * 3000 + b"]" * 3000)
@example(b"policies:\n  gifts: mot\n")
@example(b"contacts: {course: mot}\n")
def test_a_file_that_an_editor_mangled_is_read_whole_or_refused(folder, raw):
    settings = load(folder, raw)
    if settings:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        lost = odd.said(text) - odd.kept(settings)
        lost = {each for each in lost if each not in odd.kept(settings)}  # a text may be spelled out in each language
        assert not lost, f"these words are gone: {lost}"


@examples(60)
@given(
    st.sampled_from(
        ["name: {}", "legal_review:\n  date: 2026-10-01\n  by: {}", "values:\n  - name:\n      fr: {}\n      en: A"]
    ),
    odd.texts,
)
def test_a_text_without_quotes_is_kept_as_it_is_typed(folder, line, text):
    assume(not text.strip().startswith(("'", '"', "|", ">", "#")))
    raw = line.format(text).encode("utf-8", "surrogatepass")
    settings = load(folder, raw)
    if settings and text.strip():
        data, lines = company.read(folder)
        doubts = list(company_report._doubts(settings, data, lines, raw.decode()))
        assert text.strip() in [kept for _, kept in company_file.texts(settings)] or doubts, (
            f"of {text!r}, a part is gone"
        )


def plain(value):
    """Return settings of the same shape whose texts are one plain word."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return "Acme" if isinstance(value, str) else value


def like(settings):
    """Return settings in which all that a company may word itself is one plain word; addresses stay."""
    free = {key: plain(settings[key]) for key in ("name", "certificate", "values")}
    course = {**settings["course"], **plain({key: settings["course"][key] for key in ("title", "subtitle")})}
    contacts = {
        key: {name: value if name in ("email", "url") else "Acme" for name, value in contact.items()}
        for key, contact in settings["contacts"].items()
    }
    policies = {key: {**policy, "title": plain(policy["title"])} for key, policy in settings["policies"].items()}
    review = {**settings["legal_review"], "by": "Acme"} if settings["legal_review"] else {}
    return {**settings, **free, "course": course, "contacts": contacts, "policies": policies, "legal_review": review}


@contextmanager
def settled(bench, settings):
    """Let the build see a company's settings, through the hooks that read them."""
    loaded, extra = outline.load, dict(bench.config.extra)
    configured = {name: getattr(bench.config, name) for name in ("site_name", "site_url", "nav", "mdx_configs")}
    bench.config.mdx_configs = dict(bench.config.mdx_configs)
    outline.load = lambda twins=True: replace(bench.whole, company=settings)
    try:
        bench.hook("outline").on_config(bench.config)
        bench.env.globals["company"] = settings
        yield
    finally:
        outline.load = loaded
        bench.config.extra.update(extra)
        for name, value in configured.items():
            setattr(bench.config, name, value)
        bench.env.globals["company"] = bench.whole.company


def pages_of(bench, settings):
    """Return what a company writes as readers get it: the HTML of pages by name, the data of their scripts."""
    whole = replace(bench.whole, company=settings)
    with settled(bench, settings):
        page, problems = bench.read("about", "page", PAGE)
        assert not problems
        with bench.holding(bench.course_with(page), settings):
            found = {"a page": bench.whole_page(bench.content(page)[0])}
        home, _ = bench.read("index", "page", (ROOT / "docs/fr/index.md").read_text(encoding="utf-8"))
        found["home"] = bench.whole_page(bench.content(home)[0])
        data = web_outline.files(whole, bench.course, bench.config.extra["paths"])
    out = bench.folder / "front"
    out.mkdir(exist_ok=True)
    site.finish(out, whole, settings["address"], assets.bundled())
    return found | {name: (out / name).read_text(encoding="utf-8") for name in ("index.html", "404.html")}, data


def skeleton(text):
    """Return the elements of a page and the names of their attributes."""
    return [(element.tag, sorted(element.attrib)) for element in html.document_fromstring(text).iter()]


@examples(15)
@given(FILLED)
@example(
    {"name": odd.MARKUP[0], "values": [{"name": {"fr": "</dt>", "en": "x"}, "words": {"fr": odd.MARKUP[1], "en": "x"}}]}
)
@example({"contacts": {"union": {"name": "<b>x", "url": 'https://acme.test/"onclick="pwned()'}}})
def test_what_a_company_writes_is_text_on_its_pages(folder, bench, data):
    settings = load(folder, written(data))
    event("accepted" if settings else "refused")
    if not settings:
        return
    texts, scripts = pages_of(bench, settings)
    bland, _ = pages_of(bench, like(settings))
    for name, text in texts.items():
        assert skeleton(text) == skeleton(bland[name]), f"{name}: what a company wrote became markup"
    whole = " ".join(" ".join(html.document_fromstring(text).text_content().split()) for text in texts.values())
    for here, text in company_file.texts({key: settings[key] for key in ("course", "contacts", "policies", "values")}):
        if here[:2] == ("course", "subtitle"):
            continue  # a long one stands on the book and in packages only
        shown = here[-1] not in ("id", "en", "email", "url") and "en" not in here and here[:2] != ("contacts", "course")
        assert not shown or " ".join(text.split()) in whole, f"{here} is not on its page"
    for _, text in scripts.values():
        assert "</" not in text and "<!--" not in text, "what a company wrote can end a script"
