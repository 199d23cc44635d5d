"""Rules of language, each against a defect that it alone finds and a twin, as tempting as can be, where it is silent.

Then the words they know, and the mending of spaces. ⍽ is a no-break space.
"""

import html
import re
import unicodedata

import pytest

from course import typography
from course.problems import CourseError
from course.proofreading import dictionaries, model, registry
from course.proofreading.rules import english, spelling
from course.proofreading.wording import own_words
from tests import small_site

from .text_cases import CASES, EN, FR

RIGHT = [
    (FR, "Le 5 à 7 de jeudi commence à 17⍽h; on y va à 3 ou 4."),
    (FR, "L’art.⍽81.19 de la loi, 3e alinéa, dit ceci⍽: l’employeur agit."),
    (FR, "Il gagne 24⍽$/h, soit plus de 100⍽000⍽$ par année (p <⍽0,05; r =⍽0,34)."),
    (FR, "De 9⍽h à 17⍽h, du lundi au vendredi, sauf le 1er octobre 2025."),
    (FR, "Mme la directrice et M. le maire sont là, et/ou leurs collègues."),
    (FR, "Un écart de 10 à 15⍽%, entre 3⍽% et 4⍽%, et +50⍽%."),
    (FR, "«⍽Merci!⍽», dit-elle. «⍽De rien…⍽»"),
    (FR, "Qui a dit «⍽non⍽»? Personne; «⍽oui⍽», peut-être."),
    (FR, "Elle dit⍽: «⍽Il a écrit “merci” hier.⍽»"),
    (FR, "Le chat de la voisine dort sur le support de papier."),
    (FR, "À la fin de la journée, la caisse est vide."),
    (FR, "On adresse une question à la personne en charge."),
    (FR, "La prise en charge de la plainte revient à l’employeur."),
    (FR, "Elle prend en charge la réception; il est chargé du dossier."),
    (FR, "Est-ce que vous vous souvenez de ce que nous nous disions?"),
    (FR, "D’ici à ce qu’il écrive, y a-t-il quelqu’un? Va-t’en!"),
    (FR, "P.-S. Êtes-vous libre samedi?"),
    (FR, "Le ratio est de 1:3; la version 2.0 suit. Voir la norme ISO 9001."),
    (FR, "Un «⍽client interne⍽» (ou cliente interne) reçoit notre travail."),
    (FR, "Les travailleuses et travailleurs autonomes, une ou un pigiste, des membres du personnel."),
    (FR, "On lui a définitivement fermé la porte; il reviendra éventuellement."),
    (FR, "Les opportunistes n’ont pas l’opportunité d’une décision à juger."),
    (FR, "La formation coûte 0⍽$ et prend 12⍽min. Le 12, 300 personnes viendront."),
    (FR, "C’est l’élève qui a les meilleurs résultats, élu par les siens."),
    (FR, "Sauver du monde, rencontrer des gens, mettre l’accent sur le geste."),
    (FR, "Il s’applique à un poste de travail; une base solide."),
    (EN, "At 5:30 p.m., 1,200 guests paid $40.50 each, 15% more than in 2019."),
    (EN, "“Thanks,” she said. “You’re the best!” It’s the suppliers’ turn."),
    (EN, "Her message—short, kind—took two minutes (or three); a 10:1 ratio."),
    (EN, "The 2020–2021 season, pages 12–13, and the May 2024 update."),
    (EN, "He wrote, “She said ‘thank you’ twice.” Then he left."),
    (EN, "You and I can both practise; in practice, a licence to license helps."),
    (EN, "On May 3, 2024, an MBA and a CV met an HR manager, an hour late."),
    (EN, "The cheque’s in the mail; check the box. We’d had had enough that that day."),
    (EN, "Is it “we,” “us” or “them”? The rock ’n’ roll of the ’80s."),
    (EN, "She manages 20 people, 3 vans and 1 van; e.g., drivers, i.e., couriers."),
    (EN, "A one-time, a unique, a European and a usual guest; an honest one."),
    (EN, "Everyone’s 9-to-5, 24/7, 50/50 and and/or choices."),
    (EN, "They may have. In March, on day 12, May came. Section 3 may apply."),
    (EN, "The analysis, the analyses, the organization’s centre, an acknowledgement."),
]
ALONE = [(id, *case) for id, cases in CASES.items() for case in cases]


def visit(folder, texts, root=None):
    """Write each `(language, text)` as a page, read the site, and return `{number: {rule: [message, …]}}`."""
    dictionaries.suggestions.cache_clear()  # only so many wrong words a run get suggestions
    for number, (language, text) in enumerate(texts):
        text = text.replace("⍽", "\u00a0")
        body = text if text.startswith("<") else f"<p>{html.escape(text, quote=False)}</p>"
        page = folder / language / f"{number}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f'<html lang="{language}"><body><article>{body}</article></body></html>', encoding="utf-8")
    site = model.read(folder, "https://example.org/x/", root)
    found = {number: {} for number in range(len(texts))}
    for rule in registry.of("text"):
        for where, message in rule.look(site):
            number = int(where.passage.page.path.partition("/")[2].removesuffix(".html"))
            found[number].setdefault(rule.id, []).append(message)
    return found


@pytest.fixture(scope="module")
def defects(tmp_path_factory):
    return visit(tmp_path_factory.mktemp("defects"), [(language, defect) for _, language, defect, _ in ALONE])


@pytest.fixture(scope="module")
def twins(tmp_path_factory):
    return visit(tmp_path_factory.mktemp("twins"), [(language, twin) for _, language, _, twin in ALONE])


@pytest.mark.parametrize(("number", "id", "defect"), [(n, case[0], case[2]) for n, case in enumerate(ALONE)])
def test_a_defect_is_found_by_its_rule_alone(defects, number, id, defect):
    assert set(defects[number]) == {id}, f"{defect!r} is found by {sorted(defects[number]) or 'no rule'}"


@pytest.mark.parametrize(("number", "twin"), [(n, case[3]) for n, case in enumerate(ALONE)])
def test_its_valid_twin_is_found_by_none(twins, number, twin):
    assert twins[number] == {}, f"{twin!r} is right, and yet {twins[number]}"


def test_right_sentences_are_found_by_none(tmp_path):
    found = visit(tmp_path, RIGHT)
    assert {RIGHT[number][1]: rules for number, rules in found.items() if rules} == {}


def test_every_rule_has_a_case():
    assert sorted(CASES) == sorted(rule.id for rule in registry.of("text")), "a rule without a case is not proven"


def test_every_message_says_what_to_write(defects):
    remedy = re.compile(r"\b(?:write|keep|open|close|take it out|take out|delete|mend|add it)\b")
    silent = {message for found in defects.values() for told in found.values() for message in told}
    assert silent and [message for message in silent if not remedy.search(message) or "{" in message] == []


# Spelling


@pytest.fixture(scope="module")
def french():
    return dictionaries.Speller("fr", ())


@pytest.fixture(scope="module")
def canadian():
    return dictionaries.Speller("en", ())


def test_french_errors_are_errors_for_the_dictionary_of_all_variants(french):
    wrong = (
        "apeller acceuil parmis malgrés language developper professionel interressant recomandation connaissence "
        "remerciment fournisseure colègue gestionaire incivillité biensur aujourdhui dilemne rénumération occurence "
        "excercice traffic connection oeuvre coeur aggression appercevoir évidament fréquament notament récement Etat "
        "l’equipe peut-etre porte-parôle addresse envelope example courier cauchemard"
    )
    assert [word for word in wrong.split() if french.right(word)] == []


def test_english_errors_and_other_englishes_are_errors(canadian):
    wrong = (
        "recieve acheive accomodate calender collegue comittee concensus definately embarass enviroment goverment "
        "grammer harrass judgement knowlege millenium neccessary occassion priviledge recomend seperate succesful "
        "tommorow truely untill alot becuase behavior center color organise favorite traveled programme defense Québec"
    )
    assert [word for word in wrong.split() if canadian.right(word)] == []


def test_right_words_are_right_with_elision_hyphens_and_possessives(french, canadian):
    right = "l’équipe jusqu’ici qu’elle quelqu’un aujourd’hui peut-être parle-t-il dites-lui celui-là sous-traitante A"
    assert [word for word in right.split() if not french.right(word)] == []
    right = "don’t they’re Nadia’s suppliers’ well-being twenty-two self-employed co-worker’s email o’clock cancelled"
    assert [word for word in right.split() if not canadian.right(word)] == []


def test_a_wrong_part_makes_a_compound_wrong(french, canadian):
    assert [word for word in ("sous-traitante-apeller", "l’apeller", "Menuapeller") if french.right(word)] == []
    assert [word for word in ("well-beeing", "recieve’s", "StartRecieve") if canadian.right(word)] == []
    assert french.right("FournisseurLe") and canadian.right("StartWhom"), "joined spans are read apart"


def test_own_words_are_right_as_written_and_no_wider():
    words = dictionaries.Speller("fr", {"Kaoru", "zblorg", "Zim Zoum"})
    assert [word for word in ("Kaoru", "KAORU", "zblorg", "Zblorg", "l’zblorg") if not words.right(word)] == []
    assert [word for word in ("kaoru", "Zoum", "Kaorus") if words.right(word)] == []
    assert words.named("Ici Zim⍽Zoum.".replace("⍽", "\u00a0"), 4, 7), "a name goes over a no-break space"
    assert not words.named("Zoum, Zim", 0, 4), "the words of a name are not right without it"


def test_a_word_says_what_is_near_and_where_it_would_be_added(tmp_path):
    found = visit(tmp_path, [(FR, "On va l’appleer."), (EN, "They recieve it.")])
    assert "appeler" in found[0]["fr-spelling"][0] and "docs/words/fr.txt" in found[0]["fr-spelling"][0]
    assert "write receive" in found[1]["en-spelling"][0] and "docs/words/en.txt" in found[1]["en-spelling"][0]


def test_a_missing_dictionary_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(dictionaries, "ROOT", tmp_path)
    with pytest.raises(FileNotFoundError, match=r"dictionary-fr; run ./scripts/check"):
        dictionaries.dictionary.__wrapped__("fr")


def test_lists_company_and_sources_give_words(tmp_path):
    root = tmp_path / "root"
    (root / "docs" / "words").mkdir(parents=True)
    (root / "docs" / "words" / "fr.txt").write_text("# Un groupe\nzblorg # un mot\n\n", encoding="utf-8")
    (root / "docs" / "words" / "both.txt").write_text("Université du Québec\nZim Zoum\n", encoding="utf-8")
    (root / "company.yml").write_text(
        "course: {title: {fr: Kranolin}}\nvalues: [{name: {fr: Vourdelage}}]\n", encoding="utf-8"
    )
    (root / "docs" / "sources.yml").write_text(
        'a:\n  reference: >-\n    Wrzosek, A. M., & Qux, T. (1999). Tit for *tat*? A 2.5 % effect: "center".\n',
        encoding="utf-8",
    )
    texts = [
        (FR, "Un zblorg, Zim Zoum, Kranolin et Vourdelage."),
        (FR, 'Voyez Wrzosek, A. M., & Qux, T. (1999). Tit for tat? A 2.5 % effect: "center". Lire la suite'),
        (FR, "Wrzosek et Qux le disent (Wrzosek, A. M., & Qux, T. (1999))."),
        (EN, "She left the Université du Québec."),
        (FR, "Le mot effect est ici, avec Zoum."),
    ]
    found = visit(tmp_path / "site", texts, root)
    assert [found[number] for number in range(4)] == [{}] * 4
    assert len(found[4]["fr-spelling"]) == 2, "a reference or a name of two words makes its words right elsewhere"


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>Un geste<br>deux gestes</p>", ["Un geste", "deux gestes"]),
        (
            '<p>Un geste <sup id="fnref:a"><a href="#fn:a">1</a></sup>, puis <code>b</code>c</p>',
            ["Un geste, puis \ufffcc"],
        ),
        ('<div data-empty="Aucune page." data-script="a.js">x</div>', ["Aucune page.", "x"]),
        ('<input placeholder="Votre nom">', ["Votre nom"]),
        ('<meta name="description" content="Un cours."><meta name="viewport" content="width=device">', ["Un cours."]),
        ('<p>Un <em>ge</em>ste, <span lang="en">an <b>act</b></span> et</p>', ["an act", "Un geste, \ufffc et"]),
    ],
)
def test_what_readers_meet_is_cut_into_passages(tmp_path, html, texts):
    small_site.write(tmp_path, {"fr/a.html": f'<html lang="fr"><body>{html}</body></html>'})
    assert [passage.text for passage in model.read(tmp_path, "https://example.org/x/").passages] == texts


def test_addresses_and_placeholders_are_no_words(tmp_path):
    text = (
        "Voir https://exemple.ca/abc_def:x;y, www.example.org, moi@zzgrk.ca, zzgrk.qc.ca/x, {count} et 10.1037/a0017."
    )
    assert visit(tmp_path, [(FR, text)]) == {0: {}}
    site = model.read(tmp_path, "https://example.org/x/")
    [(passage, seen)] = own_words(site, "fr")
    assert len(seen) == len(passage.text) and seen.endswith("."), "places would not be those of the passage"


def test_the_front_doors_title_is_in_no_language_alone(tmp_path):
    (tmp_path / "fr").mkdir()
    page = '<html lang="fr"><head><title>Tous · Everybody</title></head><body><p>Everybody</p></body></html>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "fr" / "x.html").write_text("<p>x</p>", encoding="utf-8")
    found = spelling.fr_spelling(model.read(tmp_path, "https://example.org/x/"))
    assert [where.passage.kind for where, _ in found] == ["p"]


def plain(word):
    """Return a word as an index sorts it: without accents and capitals."""
    return "".join(
        letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter)
    ).casefold()


def test_a_list_that_is_not_utf_8_says_so_with_its_line(tmp_path):
    small_site.write(tmp_path, {"docs/words/en.txt": b"Nadia\ncaf\xe9\n"})
    with pytest.raises(CourseError, match=r"docs/words/en\.txt:2: this is not UTF-8"):
        dictionaries.lists(tmp_path)


@pytest.mark.parametrize("name", dictionaries.LISTS)
def test_a_listed_word_is_needed_and_in_order(pristine, proofread_site, name):
    languages = ("fr", "en") if name == "both" else (name,)
    text = (pristine.root / "docs" / "words" / f"{name}.txt").read_text(encoding="utf-8")
    words = list(dictionaries.listed(text))
    assert words, f"{name}.txt has no word"
    for group in text.split("\n\n"):
        listed = list(dictionaries.listed(group))
        assert listed == sorted(listed, key=plain), f"{name}.txt is not in order: {listed}"
    texts = {}
    for language in languages:
        said = "\n".join(text.replace("\u00a0", " ") for _, text in own_words(proofread_site, language))
        texts[language] = said + "\n" + dictionaries.JOINT.sub(" ", said)
    for word in words:
        needed = False
        for language in languages:
            unknown = [part for part in spelling.WORD.findall(word) if not dictionaries.knows(language, part)]
            alone = rf"(?<!\w){re.escape(word)}(?!\w)"
            needed = needed or bool(unknown and re.search(alone, texts[language], re.IGNORECASE))
        assert needed, f"{word} of {name}.txt is in the dictionary, or nowhere in the course; take it out"


def test_what_is_told_to_write_is_right(french, canadian):
    for right in english.STEMS.values():
        forms = [right, f"{right}e", f"{right}ed"]
        assert any(canadian.right(form) for form in forms), f"{right} is no Canadian word"
    assert [word for word in ("practise", "practice", "licence", "license", "cheque") if not canadian.right(word)] == []


# Mending

MENDED = [
    ("Elle dit « merci » à Vincent.", "Elle dit «⍽merci⍽» à Vincent."),
    ("Le geste : un mot. **But :** oui. *Ici* : non.", "Le geste⍽: un mot. **But⍽:** oui. *Ici*⍽: non."),
    ("48 % à 40 $, 12 M$ et 5 €.", "48⍽% à 40⍽$, 12⍽M$ et 5⍽€."),
    ("À 14 h 30, de 8 h à 17 h.", "À 14⍽h⍽30, de 8⍽h à 17⍽h."),
    ("On compte 1 173 mots, puis 1 200 000.", "On compte 1⍽173 mots, puis 1⍽200⍽000."),
    ("M. Roy, Mme Roy, la p. 29, le no 3.", "M.⍽Roy, Mme⍽Roy, la p.⍽29, le no⍽3."),
    ("12 min, 5 km, 20 °C, 3 kg.", "12⍽min, 5⍽km, 20⍽°C, 3⍽kg."),
    ("/// choice | Dire : « non »", "/// choice | Dire⍽: «⍽non⍽»"),
    ("Le `code` : « oui ».", "Le `code`⍽: «⍽oui⍽»."),
    ("[Un « lien » : ici](a.md)", "[Un «⍽lien⍽»⍽: ici](a.md)"),
    ("Les plans [^note] : oui.", "Les plans [^note]⍽: oui."),
]
LEFT = [
    "Tout de suite\n:   Il vient.",
    "```\na : « b »\n```",
    "~~~yaml\na : 48 %\n~~~",
    "Le `a : « b »` et ``x : ` y``.",
    "<!-- id: x; a : b -->",
    '<a title="a : b" href="x">ici</a>',
    "[ici](x « y » : z) ou https://example.org/a:b",
    "| a | b |\n| : | 5 % |",
    "Appelez au 418 555-1234 en l’an 2000 300 fois.",
    "Mot: suite, mot ; suite, mot !",
    "Nos 3 mots, 2 s’en vont, M. et Mme.",
    "# Titre {: #a .b }",
    "[^x]: https://example.org/a : b",
]


@pytest.mark.parametrize(("text", "mended"), MENDED)
def test_spaces_become_no_break_where_french_wants_it(text, mended):
    assert typography.mend(text).replace("\u00a0", "⍽") == mended


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_french_text_is_left_alone(text):
    assert typography.mend(text) == text


@pytest.mark.parametrize("text", [*(text for text, _ in MENDED), *LEFT, "  « a »\r\n\t: b : c\r\n"])
def test_mending_changes_spaces_alone_and_only_once(text):
    once = typography.mend(text)
    assert typography.mend(once) == once
    changed = {(old, new) for old, new in zip(text, once, strict=True) if old != new}
    assert changed <= {(" ", "\u00a0")}


def test_what_is_mended_satisfies_the_rules(tmp_path):
    sentences = [(FR, typography.mend(text)) for text, _ in MENDED if "`" not in text and "[" not in text]
    sentences = [(language, re.sub(r"[*]|^/// \w+ \| ", "", text)) for language, text in sentences]
    assert visit(tmp_path, sentences) == {number: {} for number in range(len(sentences))}


def test_yaml_is_mended_where_it_is_french():
    text = (
        'a: {fr: "Un « mot » : 5 %", en: "48 % of : x"}\nb:\n  - fr:\n      term: x\n      definition: >-\n'
        "        Un « mot »\n        suivi de M. Roy\n    en: {term: 5 % x}\n"
    )
    mended = typography.mend_yaml(text).replace("\u00a0", "⍽")
    expected = text.replace("Un « mot » : 5 %", "Un «⍽mot⍽»⍽: 5⍽%").replace("        Un « mot »", "        Un «⍽mot⍽»")
    assert mended == expected.replace("M. Roy", "M.⍽Roy")


def test_the_course_is_mended_in_its_files(course):
    assert typography.mend_all(course.root) == [], "run ./scripts/check"
    paths = ["docs/fr/about.md", "docs/glossary.yml", "overrides/strings.yml"]
    for path in paths:
        text = course.read(path)
        course.write(path, text.replace("\u00a0", " "))
    english = {path: path.read_bytes() for path in (course.root / "docs" / "en").rglob("*.md")}
    looked = typography.mend_all(course.root, write=False)
    assert looked == paths and "\u00a0" not in course.read(paths[0]), "looking wrote"
    assert typography.mend_all(course.root) == paths and typography.mend_all(course.root) == []
    assert course.read("docs/fr/about.md").count("\u00a0") > 1
    assert english == {path: path.read_bytes() for path in english}, "an English page changed"


def test_line_ends_stay_and_broken_files_say_so(course):
    course.write("docs/fr/about.md", "---\r\ntitle: « a »\r\n---\r\n".encode())
    assert typography.mend_all(course.root) == ["docs/fr/about.md"]
    assert (course.root / "docs/fr/about.md").read_bytes() == "---\r\ntitle: «\u00a0a\u00a0»\r\n---\r\n".encode()
    course.write("docs/fr/about.md", b"a\n\xe9")
    with pytest.raises(CourseError, match=r"about\.md:2: this is not UTF-8"):
        typography.mend_all(course.root)
