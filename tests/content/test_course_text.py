"""The real course, as it was just built: no rule about pages or text finds anything, and there was enough to read."""

import pytest
import textstat

from course.proofreading import registry, report


@pytest.mark.parametrize("rule", registry.of("pages", "text", "questions"), ids=lambda rule: rule.id)
def test_the_course_has_nothing_for(rule, proofread_site, excused):
    left, _ = report.excuse(rule.findings(proofread_site), excused)
    assert not left, f"\n{report.as_text(left)}\n{rule.asks}"


def test_there_was_enough_to_read(proofread_site, whole):
    """An empty run cannot pass: the minimums are what the course has had since it was whole."""
    for language, course in whole.courses.items():
        passages = [passage for passage in proofread_site.passages if passage.language == language]
        assert len(passages) >= 3000, f"only {len(passages)} passages in {language}"
        assert sum(len(passage.text.split()) for passage in passages) >= 60_000
        assert {passage.kind for passage in passages} >= {"p", "li", "h1", "h2", "title", "label", "desc", "summary"}
        asked = {
            id for page in proofread_site.course_pages if page.language == language
            for id in page.tree.xpath("//*[@data-question]/@data-question")
        }  # fmt: skip
        assert asked == set(course.questions) and len(asked) >= 120, "questions of the course are not on its pages"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_average_adult_reads_the_lessons_easily(whole, language):
    """LIX counts letters and so holds in both languages: under 40 is a story, 40 to 50 a newspaper (Björnsson)."""
    levels = {step.id: textstat.lix(step.prose) for step in whole.courses[language].steps if step.words > 500}
    hard = {id: round(level) for id, level in levels.items() if level > 42}
    assert not hard, f"these read like a newspaper or worse: {hard}"
