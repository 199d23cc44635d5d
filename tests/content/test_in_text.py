"""How a slide names a source: authors and year, as one says them, where a lesson has a number."""

import re

import pytest

from course import citations, outline

WORDS = {"cite_and": "and", "cite_others": "et al."}


@pytest.mark.parametrize(
    ("reference", "named"),
    [
        ("Ishikawa, K. (1985). *What is total quality control?* Prentice-Hall.", "Ishikawa, 1985"),
        (
            "Kumar, A., & Epley, N. (2018). Undervaluing gratitude. *Psychological Science*, 29.",
            "Kumar and Epley, 2018",
        ),
        ("Barrot, J.-N., & Nanda, R. (2020). The employment effects. *Finance*.", "Barrot and Nanda, 2020"),
        ("Vos, F. G. S., Schiele, H., & Hüttinger, L. (2016). Supplier satisfaction.", "Vos et al., 2016"),
        ("Riskin, A., Erez, A., Foulk, T. A., et al. (2015). The impact of rudeness.", "Riskin et al., 2015"),
    ],
)
def test_people_are_named_by_their_family_names_and_three_by_the_first(reference, named):
    assert citations.in_text(reference, WORDS) == named


@pytest.mark.parametrize(
    ("reference", "named"),
    [
        ("Auger, A. *Directement dans les gencives*.", "Auger"),
        ("Sage. (2017). *Late payments: The domino effect* [Press release].", "Sage, 2017"),
        ("Institut national de santé publique du Québec. *Risques psychosociaux*.",
         "Institut national de santé publique du Québec"),
    ],
)  # fmt: skip
def test_a_source_without_a_year_or_without_a_person_is_named_by_what_it_has(reference, named):
    assert citations.in_text(reference, WORDS) == named


def test_a_law_is_named_by_its_title_and_its_article():
    reference = "*Loi sur les normes du travail*, RLRQ, c. N-1.1, art. 81.18 (Québec)."
    assert citations.in_text(reference, WORDS) == "Loi sur les normes du travail, art.\u00a081.18"


def test_every_source_of_the_course_has_a_short_name():
    sources = outline.load().sources
    assert len(sources) > 50
    for id, source in sources.items():
        named = citations.in_text(source["reference"], WORDS)
        assert re.match(r"[A-ZÀ-Ý]", named) and not re.search(r"[*\[\]]|\.$", named), f"{id}: {named}"
        year = re.search(r"\((\d{4})\)", source["reference"])
        assert not year or year[1] in named or "art." in named, f"{id}: {named}"


def test_a_title_in_another_language_says_which_and_a_name_does_not():
    law = {"reference": "*Loi sur les normes du travail* (Québec).", "language": "fr"}
    assert citations.named(law, "en", WORDS) == '<span lang="fr">Loi sur les normes du travail</span>'
    assert citations.named(law, "fr", WORDS) == "Loi sur les normes du travail"
    person = {"reference": "Auger, A. *Directement dans les gencives*.", "language": "fr"}
    assert citations.named(person, "en", WORDS) == "Auger"


def test_lessons_keep_their_numbers(built):
    lesson = (built / "fr/suppliers/saying-thanks.html").read_text(encoding="utf-8")
    assert 'class="footnote-ref"' in lesson and 'class="cited"' not in lesson
    for theme in ("suppliers", "civility", "internal-clients"):
        assert "footnote-ref" not in (built / f"fr/trainer/{theme}/deck.html").read_text(encoding="utf-8")
