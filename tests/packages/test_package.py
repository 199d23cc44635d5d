"""./scripts/package: everything that a release holds is made, or the last of it stays as it was."""

import dataclasses
import re
import signal
import subprocess
import time
import unicodedata
import zipfile

import pypdf
import pytest
from lxml import etree, html

from course import VERSION, browser, moodle, passages, questions, releases, scorm
from course.proofreading import model, registry, report
from tests.copies import ADDRESS, SITE, Copy
from tests.paper import texts_of

from .conftest import STALE, names

# What a site at an address of its own has, and what an LMS serves has not.
OF_ADDRESSES = {"canonical", "hreflang", "sitemap"}
ZIPS = ["scorm", "offline", "moodle"]
VERSIONS = pytest.mark.parametrize("version", scorm.VERSIONS)
LANGUAGES = pytest.mark.parametrize("language", ["fr", "en"])


def archive(packaged, name):
    """Return `{name: bytes}` of what an archive of the packages holds."""
    with zipfile.ZipFile(packaged[0].root / "dist" / name) as found:
        return {info.filename: found.read(info) for info in found.infolist()}


def scorm_package(packaged, whole, language, version):
    """Return what a package for an LMS holds."""
    return archive(packaged, f"scorm/{scorm.file_name(whole, language, version)}")


# What is there


def test_every_package_is_a_file_named_after_the_course_its_version_and_its_language(packaged, whole):
    start, themes = f"tous-clients-{VERSION}", [module.id for module in whole.courses["fr"].modules if module.check]
    pages = [f"{theme}-{kind}" for theme in themes for kind in ("key", "roles", "workbook")]
    pages += ["voting-cards", "thank-you-cards"]
    wanted = [f"handouts/{start}-{code}-{page}.pdf" for code in whole.courses for page in pages]
    assert len(wanted) == 22
    wanted += [f"book/{start}-{code}.pdf" for code in whole.courses]
    wanted += [f"moodle/{start}-{code}-moodle.xml" for code in whole.courses]
    wanted += [f"scorm/{start}-{code}-scorm{kind}.zip" for code in whole.courses for kind in ("12", "2004")]
    wanted += [f"offline/{start}.zip"]
    assert names(packaged[0]) == sorted(wanted), "and the old one is gone"


def test_it_says_what_each_file_holds_its_size_and_seconds_and_their_sums(packaged):
    copy, said = packaged
    sums, sizes = [], 0
    for line in said.splitlines():
        if match := re.fullmatch(r"(\S+\.\w+) +(\d+) (?:page\(s\)|files|questions) +(\d+) kB +(\d+\.\d) s", line):
            [file] = (copy.root / "dist").rglob(match[1])
            assert abs(file.stat().st_size / 1000 - int(match[3])) <= 0.5
            if file.suffix == ".pdf":
                assert len(pypdf.PdfReader(file).pages) == int(match[2])
            sizes += int(match[3])
        else:
            sums.append(re.fullmatch(r"(\w+): (\d+) files, (\d+) kB in \d+\.\d s: (\S+)", line))
    assert [match[1] for match in sums] == ["scorm", "offline", "moodle", "book", "handouts"]
    assert sum(int(match[2]) for match in sums) == len(names(copy))
    assert abs(sum(int(match[3]) for match in sums) - sizes) < len(names(copy))
    assert {match[4] for match in sums} == {str(copy.root / "dist" / match[1]) for match in sums}


def test_the_checksums_are_those_that_sha256sum_works_out_and_name_every_file(packaged):
    folder = packaged[0].root / "dist"
    said = subprocess.run(["sha256sum", "--check", "SHA256SUMS"], cwd=folder, capture_output=True, text=True)
    assert said.returncode == 0, said.stdout + said.stderr
    assert sorted(line.removesuffix(": OK") for line in said.stdout.splitlines()) == names(packaged[0])


def test_all_files_can_be_read_by_all(packaged):
    for file in (packaged[0].root / "dist").rglob("*.*"):
        assert file.stat().st_mode & 0o777 == 0o644, file


def test_the_same_course_gives_the_same_bytes_in_another_folder(packaged, pristine, tmp_path_factory):
    copy = Copy(
        pristine.root, tmp_path_factory.mktemp("elsewhere"), SITE
    )  # as deep: see `repository` of tests/conftest.py
    copy.write("CHANGELOG.md", packaged[0].read("CHANGELOG.md"))
    said = copy.run("-m", "course.verbs.package", *ZIPS)
    assert said.returncode == 0, said.stderr
    again, before = (dict(line.split()[::-1] for line in each.read("dist/SHA256SUMS").splitlines())
                     for each in (copy, packaged[0]))  # fmt: skip
    assert len(again) == 7 and again.items() <= before.items()


def test_archives_hold_no_path_of_the_machine_and_the_date_of_the_version(packaged):
    root = str(packaged[0].root).encode()
    for file in [file for name in ("scorm", "offline") for file in (packaged[0].root / "dist" / name).iterdir()]:
        with zipfile.ZipFile(file) as found:
            for info in found.infolist():
                assert info.date_time == (*releases.day(), 0, 0, 0) and info.external_attr >> 16 == 0o100644
                assert root not in found.read(info), info.filename


def test_the_date_of_a_version_is_that_of_the_changelog():
    text = "# Changes\n\n## 0.3.0\n\n## 0.2.0 — 2026-11-02\n\n## 0.1.0 — 2026-10-01\n"
    assert releases.day("0.1.0", text) == (2026, 10, 1)
    assert releases.day("0.3.0", text) == (2026, 11, 2), "the newest day there is"
    assert releases.day("0.3.0", "") == (1980, 1, 1)


# For an LMS


@VERSIONS
@LANGUAGES
def test_a_package_holds_one_language_and_pages_for_learners_only(packaged, whole, language, version):
    found = scorm_package(packaged, whole, language, version)
    wanted = {f"{language}/{page.url}" for page in whole.courses[language].pages.values()}
    wanted = {name for name in wanted if not name.startswith((f"{language}/trainer/", f"{language}/host/"))}
    assert {name for name in found if name.endswith(".html")} == wanted | {"index.html"} and len(wanted) > 40
    other = {"fr": "en", "en": "fr"}[language]
    assert not [name for name in found if name.startswith(f"{other}/") or "sitemap" in name or "404" in name]
    for name in wanted:
        page = found[name].decode()
        assert not re.search(r'rel="(canonical|alternate)"|class="switch"|"og:|ld\+json', page), name
        assert f"../{other}/" not in page and "/trainer/" not in page and "/host/" not in page, name


@LANGUAGES
def test_in_a_package_no_link_is_dead_and_no_file_is_idle(packaged, whole, excused, tmp_path, language):
    for name, content in scorm_package(packaged, whole, language, scorm.SCORM12).items():
        if not name.endswith((".xsd", ".xml")):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(content)
    site = model.read(tmp_path, ADDRESS, packaged[0].root)
    assert len(site.course_pages) > 40
    for rule in registry.of("links"):
        if rule.id not in OF_ADDRESSES:
            left, _ = report.excuse(rule.findings(site), excused)
            assert not left, f"\n{report.as_text(left)}\n{rule.asks}"


@LANGUAGES
def test_questions_keep_in_an_edition_the_fingerprints_of_the_whole_course(packaged, whole, language):
    found = scorm_package(packaged, whole, language, scorm.SCORM12)
    pages = "".join(content.decode() for name, content in found.items() if name.endswith(".html"))
    shown = {id: whole.fingerprint(id) for id in whole.courses[language].questions}
    assert set(re.findall(r'data-question="([^"]+)" data-hash="([^"]+)"', pages)) == set(shown.items())
    [outline] = [content.decode() for name, content in found.items() if re.search(r"courseSteps\.\w{8}\.js$", name)]
    assert all(f'["{id}","{shown[id]}"]' in outline or f'"hash":"{shown[id]}"' in outline for id in shown)


@pytest.fixture(scope="module")
def schemas(tmp_path_factory):
    """The schema of each version's manifest: of all its namespaces, so that nothing in it goes unread."""
    found = {}
    for version in scorm.VERSIONS:
        folder = tmp_path_factory.mktemp("schemas")
        for file in scorm.SCHEMAS[version].iterdir():
            # Those of 2001 have a default namespace that none may have, and metadata that can be read in two ways.
            text = file.read_text(encoding="utf-8").replace(f'<xsd:schema xmlns="{scorm.XML}"', "<xsd:schema")
            if file.name.startswith("imsmd"):
                text = re.sub(r'<xsd:group\s+ref\s*=\s*"grp.any"\s*/>', "", text)
            (folder / file.name).write_text(text, encoding="utf-8")
        imports = "".join(
            f'<xs:import namespace="{space}" schemaLocation="{folder / name}"/>'
            for space, name in scorm.NAMESPACES[version].values()
            if name
        )
        text = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
        found[version] = etree.XMLSchema(etree.fromstring(text))
    return found


@VERSIONS
def test_the_manifest_is_valid_names_every_file_and_says_what_the_course_is(packaged, whole, schemas, version):
    for language in whole.courses:
        found = scorm_package(packaged, whole, language, version)
        manifest = etree.fromstring(found["imsmanifest.xml"])
        schemas[version].assertValid(manifest)
        own = {name for name in found if not name.endswith(".xsd") and not name.endswith(".dtd")} - {"imsmanifest.xml"}
        assert set(manifest.xpath("//*[local-name()='file']/@href")) == own
        assert manifest.xpath("//*[local-name()='resource']/@href") == ["index.html"]
        assert all(scorm.SCHEMAS[version].joinpath(name).read_bytes() == found[name] for name in set(found) - own
                   if name != "imsmanifest.xml")  # fmt: skip
        for name in manifest.get(f"{{{scorm.XSI}}}schemaLocation").split()[1::2]:
            assert name in found
        said = " ".join(manifest.itertext())
        for text in (whole.company["course"]["title"][language], VERSION, language, "CC BY 4.0"):
            assert text in said
        assert whole.company["course"]["subtitle"][language] in said


WRONG = [
    ("1.2", "adlcp:scormtype", b'scormtype="sco"', b'scormtype="course"'),
    ("1.2", "a file without an address", b"<file href=", b"<file hrefs="),
    ("1.2", "a word of no metadata", b"imsmd:lifecycle>", b"imsmd:life>"),
    ("2004", "scormType", b'scormType="sco"', b'scormType="course"'),
    ("2004", "a measure over 1", b"<imsss:minNormalizedMeasure>0.8<", b"<imsss:minNormalizedMeasure>80<"),
    ("2004", "a control that is no truth", b'controlMode flow="true"', b'controlMode flow="perhaps"'),
    ("2004", "a button that no LMS has", b"hideLMSUI>abandonAll<", b"hideLMSUI>forget<"),
]


@pytest.mark.parametrize(("version", "old", "new"), [(case[0], *case[2:]) for case in WRONG], ids=[c[1] for c in WRONG])
def test_a_wrong_value_in_a_manifest_is_found(packaged, whole, schemas, version, old, new):
    right = scorm_package(packaged, whole, "fr", version)["imsmanifest.xml"]
    assert old in right
    assert not schemas[version].validate(etree.fromstring(right.replace(old, new)))


@VERSIONS
@pytest.mark.parametrize(
    ("required", "score"),
    [([], True), ("employee", None), (["suppliers/gifts"], False), (["action/assessment"], True)],
    ids=["the whole course", "a path", "a lesson", "the assessment"],
)
def test_the_lms_judges_by_the_score_only_where_the_assessment_is_required(whole, schemas, version, required, score):
    settings = {**whole.company, "required": required, "mastery": 85}
    asked = scorm.manifest(dataclasses.replace(whole, company=settings), "fr", version, ["index.html"]).decode()
    if score is None:
        score = "action/assessment" in whole.paths["employee"]["lessons"] or not whole.paths["employee"]["lessons"]
    said = "<adlcp:masteryscore>85<" if version == "1.2" else "<imsss:minNormalizedMeasure>0.85<"
    assert (said in asked) is score
    assert (version == "1.2") is ('completionSetByContent="true" objectiveSetByContent="true"' not in asked)
    schemas[version].assertValid(etree.fromstring(asked.encode()))


def test_pages_for_learners_do_not_link_to_those_that_an_lms_does_not_get(repository):
    page = "docs/fr/suppliers/gifts.md"
    repository.edit(page, r"^Un mardi de décembre", "[Le guide](../trainer/suppliers/guide.md#x). Un mardi de décembre")
    repository.write("docs/en/about.md", repository.read("docs/en/about.md") + "\n[Host](host/lms.md)\n")
    found = [
        problem for problem in repository.problems() if "LMS packages hold pages for learners only" in str(problem)
    ]
    assert [problem.path for problem in found] == ["docs/en/about.md", page]
    assert found[1].line == repository.line(page, r"\[Le guide\]")


# From a folder


def test_the_offline_archive_is_the_whole_site_with_a_word_in_each_language(packaged, whole):
    found = archive(packaged, f"offline/tous-clients-{VERSION}.zip")
    pages = {f"{code}/{page.url}" for code, course in whole.courses.items() for page in course.pages.values()}
    assert pages | {"index.html", "LISEZMOI-README.txt"} <= set(found) and "fr/trainer/suppliers/guide.html" in pages
    readme = found["LISEZMOI-README.txt"].decode()
    assert "\n" not in readme.replace("\r\n", "") and ADDRESS in readme
    assert "Ouvrez index.html" in readme and "Open index.html" in readme


# For Moodle


@pytest.fixture(scope="module")
def banks(packaged):
    """The questions of each language's file for Moodle: `{language: {id: element}}`."""
    found = {}
    for language in ("fr", "en"):
        path = packaged[0].root / "dist" / "moodle" / f"tous-clients-{VERSION}-{language}-moodle.xml"
        entries = etree.parse(path).getroot().xpath("question[@type!='category']")
        found[language] = {entry.findtext("idnumber"): entry for entry in entries}
        assert len(found[language]) == len(entries)
    return found


def words(text):
    """Return the words of HTML or Markdown, without their marks."""
    text = text.replace(moodle.BLANK, "<br>…<br>")  # no emphasis
    return " ".join(html.fromstring(f"<div>{passages.plain(text)}</div>").text_content().split())


@LANGUAGES
def test_every_question_comes_back_from_moodle_xml_as_it_is_in_the_course(banks, whole, language):
    course = whole.courses[language]
    assert list(banks[language]) == list(course.questions) and len(course.questions) > 100
    for id, question in course.questions.items():
        entry = banks[language][id]
        assert entry.get("type") == "multichoice"
        assert entry.findtext("single") == str(question.kind == "single").lower()
        assert entry.findtext("shuffleanswers") == "true"
        assert words(entry.findtext("questiontext/text")) == words(question.text)
        answers = entry.findall("answer")
        assert [words(answer.findtext("text")) for answer in answers] == [words(o.text) for o in question.options]
        assert [words(a.findtext("feedback/text")) for a in answers] == [words(o.reason) for o in question.options]
        shares = [float(answer.get("fraction")) for answer in answers]
        assert [share > 0 for share in shares] == [option.right for option in question.options]
        assert abs(sum(share for share in shares if share > 0) - 100) < 0.001
        assert entry.findtext("name/text").startswith(f"{id}: ") and len(entry.findtext("name/text")) <= 255
        assert words(question.explanation) in words(entry.findtext("generalfeedback/text"))
        assert {tag.findtext("text") for tag in entry.findall("tags/tag")} >= {question.level}


@LANGUAGES
def test_the_html_in_moodle_xml_is_well_formed_and_its_links_lead_to_the_course(banks, packaged, language):
    site = archive(packaged, f"offline/tous-clients-{VERSION}.zip")
    for entry in banks[language].values():
        for text in entry.xpath(".//*[@format='html']/text/text()"):
            etree.fromstring(f"<div>{text}</div>")  # no HTML that an XML reader would not take
        links = etree.fromstring(f"<div>{entry.findtext('generalfeedback/text')}</div>").xpath("//a/@href")
        assert links
        for link in links:
            path, _, fragment = link.removeprefix(ADDRESS).partition("#")
            assert path in site and (not fragment or f'id="{fragment}"' in site[path].decode()), link


def test_categories_follow_the_course_and_keep_its_order(packaged, whole):
    path = packaged[0].root / "dist" / "moodle" / f"tous-clients-{VERSION}-fr-moodle.xml"
    found = etree.parse(path).getroot().xpath("question[@type='category']")
    paths, ids = ([entry.findtext(name) for entry in found] for name in ("category/text", "idnumber"))
    asked = [step for step in whole.courses["fr"].steps if step.questions]
    themes = [module for module in whole.courses["fr"].modules if module.check]
    assert len(paths) == len(asked) - 1 + len(themes) and len(set(ids)) == len(ids)
    assert paths == sorted(paths) and all(path.startswith("$course$/top/Tous clients/") for path in paths)
    assert "$course$/top/Tous clients/2. Expérience-fournisseur/1. Mes fournisseurs, ma nouvelle équipe" in paths


def scanned(body):
    """Return the one question of a lesson's Markdown."""
    [found], problems = questions.scan(body, "docs/fr/suppliers/gifts.md")
    assert not problems
    return found


def test_a_typed_answer_is_a_short_answer(whole):
    course = whole.courses["fr"]
    head = "<!-- id: blank-one; objective: 1; level: remember -->"
    body = f"<quiz>\n{head}\nOn dit [[merci]] d’abord.\n\n---\nC’est la moitié.\n</quiz>"
    entry = moodle.element(scanned(body), course, whole.strings["fr"], f"{ADDRESS}fr/")
    assert entry.get("type") == "shortanswer" and entry.findtext("usecase") == "0"
    assert words(entry.findtext("questiontext/text")) == "On dit … d’abord."
    assert [(answer.get("fraction"), answer.findtext("text")) for answer in entry.findall("answer")] == [
        ("100", "merci")
    ]
    assert "C’est la moitié." in entry.findtext("generalfeedback/text")


def test_markup_and_links_of_a_question_reach_moodle_as_html(whole):
    body = """<quiz>
<!-- id: links-one; objective: 1; level: apply -->
Est-ce que 1 < 2 & *vrai*, selon [la source](../sources.md#auger)?

- [x] Oui, [comme ici](saying-thanks.md)
  > Parce que `a < b`.
- [x] Aussi
  > Oui.
- [x] Encore
  > Oui.
- [ ] Non
  > Non.
</quiz>"""
    entry = moodle.element(scanned(body), whole.courses["fr"], whole.strings["fr"], f"{ADDRESS}fr/")
    text = entry.findtext("questiontext/text")
    assert "1 &lt; 2 &amp; <em>vrai</em>" in text and f'href="{ADDRESS}fr/sources.html#auger"' in text
    answers = entry.findall("answer")
    assert f'href="{ADDRESS}fr/suppliers/saying-thanks.html"' in answers[0].findtext("text")
    assert "<code>a &lt; b</code>" in answers[0].findtext("feedback/text")
    assert [answer.get("fraction") for answer in answers] == ["33.33333", "33.33333", "33.33333", "-100"]


# To be printed


def book(packaged, language):
    """Return the book of a language."""
    return pypdf.PdfReader(packaged[0].root / "dist" / "book" / f"tous-clients-{VERSION}-{language}.pdf")


def read(text):
    """Return text of a PDF with plain letters and single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def test_handouts_and_books_are_tagged_and_speak_their_language(packaged):
    for file in (packaged[0].root / "dist").rglob("*.pdf"):
        root = pypdf.PdfReader(file).trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root and "/Outlines" in root
        assert root["/Lang"] == file.stem.removeprefix(f"tous-clients-{VERSION}-")[:2]


def titles(entries, depth=0):
    """Return the outline of a PDF as `(depth, title)` pairs."""
    for entry in entries:
        if isinstance(entry, list):
            yield from titles(entry, depth + 1)
        else:
            title = read(entry.title)  # Chromium writes some twice in a row
            half = title[: len(title) // 2]
            yield depth, half if title == half * 2 else title


@LANGUAGES
def test_a_book_holds_the_course_in_order_then_its_answers(packaged, whole, language):
    course, reader = whole.courses[language], book(packaged, language)
    found = [title for depth, title in titles(reader.outline) if depth == 0]
    strings = whole.strings[language]
    wanted = [*(module.title for module in course.modules), strings["book_answers"], course.pages["glossary"].title]
    assert found == [read(title) for title in (strings["book_contents"], *wanted)]
    deeper = [title for depth, title in titles(reader.outline) if depth == 1]
    assert [title for title in deeper if title in {read(step.title) for step in course.steps}][: len(course.steps)] == [
        read(step.title) for step in course.steps
    ]


@LANGUAGES
def test_its_table_of_contents_gives_the_right_pages(packaged, whole, language):
    reader = book(packaged, language)
    sheets = [read(text) for text in texts_of(reader.stream.getvalue())]
    for module in whole.courses[language].modules:
        for step in (module.page, *module.steps):
            number = re.search(rf"{re.escape(read(step.title))} (\d+)", sheets[1])
            assert number, f"{step.title} is not in {sheets[1]}"
            assert read(step.title) in sheets[int(number[1]) - 1][: 120 + len(step.title)]


@LANGUAGES
def test_its_answers_stand_at_the_end_only_and_its_sheets_fit_letter_and_a4(packaged, whole, language):
    reader = book(packaged, language)
    sheets = [read(text) for text in texts_of(reader.stream.getvalue())]
    title = read(whole.strings[language]["book_answers"])
    first = next(n for n, text in enumerate(sheets) if n > 2 and title in text[:80])
    before, after = "".join(sheets[:first]), "".join(sheets[first:])
    course = whole.courses[language]
    for question in course.questions.values():
        for option in question.options:
            reason = read(passages.plain(option.reason))[:60]
            assert reason not in before or reason in read(course.pages[question.page_id].prose), question.id
    assert len(after) > 50_000
    for page in reader.pages:
        assert [round(float(side)) for side in page.mediabox[2:]] == [612, 792]


@LANGUAGES
def test_links_in_a_book_lead_to_the_book_or_to_the_published_course(packaged, language):
    reader = book(packaged, language)
    known, inside = set(reader.named_destinations), 0
    for page in reader.pages:
        for note in page.get("/Annots") or []:
            link = note.get_object()
            if "/Dest" in link:
                assert link["/Dest"] in known
                inside += 1
            elif "/A" in link and "/URI" in link["/A"]:
                assert re.match(r"https?://|mailto:", link["/A"]["/URI"]) and "file:" not in link["/A"]["/URI"]
                assert "127.0.0.1" not in link["/A"]["/URI"]
    assert inside > 100


# What stops


def test_a_course_that_does_not_build_leaves_the_last_package(repository):
    repository.write("docs/fr/trainer/civility/key.md", "no front matter\n")
    said = repository.run("-m", "course.verbs.package", "all", CHROMIUM=browser.ensure())
    assert said.returncode == 1
    assert "docs/fr/trainer/civility/key.md:1: no front matter" in said.stderr and "Traceback" not in said.stderr
    assert "Nothing was packaged: 1 problem(s) above." in said.stderr
    assert names(repository) == [STALE]


def test_stopped_halfway_it_leaves_the_last_package_and_nothing_beside_it(repository, monkeypatch):
    monkeypatch.setenv("CHROMIUM", browser.ensure())
    process = repository.start("package", "moodle", "handouts")
    while ".pdf" not in (line := process.stdout.readline()):
        assert line, "it is printing"
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[0]
    assert process.returncode == 1 and "Stopped; the last package is as it was." in said, said
    assert "Traceback" not in said and names(repository) == [STALE], "and no kind was replaced alone"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (
            ["handout"],
            1,
            "There is no package 'handout'; write one of: scorm, offline, moodle, book, handouts; or all.",
        ),
        (["handouts", "fr"], 1, "There is no package 'fr'; write one of:"),
        ([], 2, "usage: ./scripts/package"),
    ],
    ids=["misspelt", "too many", "none"],
)
def test_what_it_does_not_know_it_names(pristine, arguments, code, told):
    said = pristine.verb("package", *arguments)
    assert said.returncode == code and told in said.stderr and "Traceback" not in said.stderr


@pytest.mark.parametrize("name", ["handouts", "book"])
def test_without_a_browser_it_says_what_to_install(repository, name):
    said = repository.run("-m", "course.verbs.package", name, CHROMIUM="/nowhere/chromium")
    assert said.returncode == 1 and "Traceback" not in said.stderr
    assert "sudo apt install chromium" in said.stderr and "CHROMIUM=/path/to/chromium" in said.stderr
    assert names(repository) == [STALE]
