"""What trainers hand out: which pages these are, and the same pages as PDF files for a release."""

from course import VERSION, browser, make, printing

# Kinds of a theme's pages (see `pages.TRAINER`), and pages that serve all themes.
KINDS = ("workbook", "key", "roles")
CARDS = ("trainer/voting-cards", "trainer/thank-you-cards")


def is_handout(page):
    """Tell whether a page is handed out."""
    return page.kind in KINDS or page.id in CARDS


def printed(page):
    """Tell whether a page is made to be printed: a handout, or the guide, which holds a key."""
    return is_handout(page) or page.kind == "guide"


def of_course(course):
    """Return the handouts of a course in the order of nav."""
    return [page for page in course.pages.values() if is_handout(page)]


def button(words):
    """Return the button that prints such a page, as HTML: nothing where scripts do not run (see handout.css)."""
    return (
        f'<print-button><button type="button" class="button">{words["print_page"]}</button>'
        f'<span class="quiet small">{words["print_how"]}</span></print-button>'
    )


def file_name(whole, course, page):
    """Return the name of a handout's file, such as `tous-clients-0.4.0-fr-suppliers-workbook.pdf`."""
    name = page.id.removeprefix("trainer/").replace("/", "-")
    return f"{whole.company['course']['id']}-{VERSION}-{course.language}-{name}.pdf"


def package(builds, target):
    """Print the handouts of every language into the folder `target`; yield `(file name, what it holds)` of each. Ends
    with a sentence if no browser can be had."""
    browser.ensure()  # before the time that a build takes
    built = builds.site()
    with printing.started() as (launched, stop):
        for file in write(launched, built.folder, built.whole, target):
            yield file.name, f"{printing.pages_of(file)} page(s)"
            stop()


def write(launched, folder, whole, target):
    """Print the handouts of the site in `folder` with a browser into `target`; yield the path of each file."""
    address = make.address_of(whole.company)
    with printing.sheet(launched, folder, address) as page:
        for course in whole.courses.values():
            for handout in of_course(course):
                file = target / file_name(whole, course, handout)
                page.goto(f"{address}{course.language}/{handout.url}")
                file.write_bytes(page.pdf(**printing.PDF))
                yield file
