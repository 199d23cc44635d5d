"""The notice of pages on the law: general information, when its sources were checked, and who reviewed it."""

from course import days, decks
from course.templates import speaker


def is_law(source):
    """Whether an entry of docs/sources.yml is a law or a regulation."""
    return source["kind"] == "law"


def notice(company, sources, words, language):
    """Return the notice in a language, as text. Its date is that of the law source that was checked first."""
    t = speaker(words)
    checked = min((source["checked"] for source in sources.values() if is_law(source)), default="")
    parts = [words["legal_information"]]
    if checked:
        parts.append(t("legal_checked", date=days.in_words(checked, language)))
    review = company["legal_review"]
    if review:
        parts.append(t("legal_reviewed", by=review["by"], date=days.in_words(review["date"], language)))
    else:
        parts.append(words["legal_unreviewed"])
    return " ".join(parts)


def problems(course, sources):
    """Return the pages that cite a law, or ask about a lesson that does, without the notice; and idle notices."""
    law = {id for id, source in sources.items() if is_law(source)}
    citing = {page.id for page in course.pages.values() if law & {*page.sources, *page.citations}}
    found = []
    for page in course.pages.values():
        blocks = page.blocks_of("legal")
        asks = any(lesson.id in citing for lesson in _asked_about(page, course))
        if (page.id in citing or asks) and len(blocks) != 1:
            told = "this page speaks of the law and says {} what that is worth; write /// legal and /// once, alone"
            line = blocks[1].start if blocks else page.body_line
            found.append(page.problem(told.format("twice" if blocks else "nowhere"), line=line))
        elif blocks and page.id not in citing and not asks:
            found.append(page.problem("this page cites no law; take the notice out", line=blocks[0].start))
    return found


def _asked_about(page, course):
    """Return the lessons that a page asks about: of its questions, of a deck's votes, of a trainer's theme."""
    if page.kind == "deck":
        asked = [course.questions.get(slide.vote) for slide in decks.slides(page)]
        return [course.lesson_of(each) or course.pages[each.page_id] for each in asked if each]
    if page.kind in ("guide", "key", "vote", "workbook"):
        theme = course.theme_of(page)
        return theme.lessons if theme else []
    return [lesson for question in page.questions if (lesson := course.lesson_of(question))]
