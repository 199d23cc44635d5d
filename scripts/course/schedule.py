"""The schedule of a trainer's sessions, from the slides of the theme's deck: what happens when, what to cut first."""

from markupsafe import Markup

from course import decks

ROW = Markup('<tr><td class="at" data-minute="{}">{}</td><td>{}</td><td><a href="{}">{}</a>{}</td></tr>')
SESSION = Markup(
    '<section class="session" data-length="{length}"><h3 id="session-{length}">{title}</h3>'
    '<p class="ways"><a class="button" href="deck.html?length={length}">{open}</a> '
    '<a href="deck.html?length={length}&amp;view=print">{slides}</a> '
    '<a href="deck.html?length={length}&amp;view=notes">{notes}</a></p>'
    "<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{cut}</section>"
)


def sessions(whole, course, words, page):
    """Return the sessions that the theme's deck makes: when each slide begins, its minutes, what can be cut first.

    Minutes count from the beginning; schedule.js makes them clock times.
    """
    slides = decks.slides(course.pages[f"{page.id.rpartition('/')[0]}/deck"])
    drawn_on = [step.id for step in taught(course, page)]
    head = Markup("").join(
        Markup('<th scope="col">{}</th>').format(words[f"schedule_{key}"]) for key in ("at", "takes", "slide")
    )
    made = Markup("").join(
        SESSION.format(
            length=length,
            title=words["schedule_session"].format(minutes=length),
            open=words["schedule_open"],
            slides=words["schedule_slides"],
            notes=words["schedule_notes"],
            head=head,
            rows=_rows(decks.session(slides, length), length, drawn_on, words),
            cut=_cuts(decks.cuts(slides, length), words),
        )
        for length in decks.LENGTHS
    )
    # In a block of its own: Markdown takes a custom element for a part of a line.
    return Markup('<div class="sessions"><session-schedule>{}</session-schedule></div>').format(made)


def _rows(session, length, drawn_on, words):
    """Return the rows of a session's table, and a last one for its end."""
    rows = [
        ROW.format(
            minute, _offset(minute), words["minutes"].format(count=slide.minutes),
            f"deck.html?length={length}#{slide.id}", slide.title, _activity(slide, drawn_on, words),
        )
        for minute, slide in session
    ]  # fmt: skip
    end = Markup('<tr class="end"><td class="at" data-minute="{}">{}</td><td></td><td>{}</td></tr>')
    return Markup("").join([*rows, end.format(length, _offset(length), words["schedule_end"])])


def _offset(minute):
    """Return minutes since the beginning as 0:05."""
    return f"{minute // 60}:{minute % 60:02}"


def _activity(slide, drawn_on, words):
    """Return what the room does on a slide, with the way to its instructions, or nothing."""
    if slide.vote:
        return Markup(' <span class="kind">{}</span>').format(words["schedule_vote"])
    if not slide.timer:
        return ""
    if slide.lesson in drawn_on:
        link = Markup(' <a class="kind" href="#activity-{}">{}</a>')
        return link.format(slide.lesson.rpartition("/")[2], words["schedule_activity"])
    return Markup(' <span class="kind">{}</span>').format(words["schedule_activity"])


def _cuts(slides, words):
    """Return what a session can lose first, as a list."""
    if not slides:
        return Markup('<p class="cut">{}</p>').format(words["schedule_no_cut"])
    items = Markup("").join(
        Markup("<li>{} ({})</li>").format(slide.title, words["minutes"].format(count=slide.minutes)) for slide in slides
    )
    return Markup('<p class="cut">{}</p><ul>{}</ul>').format(words["schedule_cut"], items)


def taught(course, page):
    """Return what a trainer of a theme can draw on: its own steps, and those of the modules that are no theme."""
    theme = course.theme_of(page)
    return [step for module in course.modules if module == theme or not module.check for step in module.steps]
