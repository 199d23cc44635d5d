"""What a page says of itself to those who list or show it elsewhere: its title; Open Graph, for a shared link;
schema.org, for search engines and catalogues of open resources.

Only pages that are published at a known address say the last two.
"""

from course import VERSION, company, pictures

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
SCHEMA = "https://schema.org"
LONGEST = 60  # characters of a title that lists of results show


def is_public(address, edition):
    """Tell whether pages know their address: an edition that is published, and not at the sample address."""
    return edition.published and address != company.DEFAULTS["address"]


def title(whole, language, page):
    """Return the title of a page for tabs and lists of results: its own and the course's, or its own alone where both
    would be cut. The home page's says what the course is about."""
    name, words = whole.company["course"]["title"][language], whole.strings[language]
    if page.id == "index":
        subtitle = whole.company["course"]["subtitle"][language]
        return _joined(name, subtitle) or _joined(name, words["share_home"]) or name
    return _joined(page.title, name) or page.title


def _joined(first, second):
    """Return two parts of a title, or None if lists of results would cut it."""
    both = f"{first} — {second}"
    return both if len(both) <= LONGEST else None


def tags(whole, language, address, page=None):
    """Return the Open Graph of a page as `(name, content)` pairs; without a `page`, that of the front door.

    Lessons say the least that shows them well. The home page and the front door, which people share, describe the card
    besides. Source: The Open Graph protocol (ogp.me).
    """
    words, settings = whole.strings[language], whole.company["course"]
    is_door = page is None or page.id == "index"
    url = f"{address}{language}/{page.url}" if page else address
    home = page or whole.courses[language].pages["index"]
    found = [
        ("og:type", "website" if is_door else "article"),
        ("og:title", settings["title"][language] if is_door else page.title),
        ("og:description", home.description),
        ("og:url", url),
        ("og:locale", words["share_locale"]),
    ]
    if is_door:
        others = [each["share_locale"] for code, each in whole.strings.items() if code in whole.courses]
        found += [("og:locale:alternate", other) for other in others if other != words["share_locale"]]
    if card := pictures.card_address(whole.company, language):
        found.append(("og:image", f"{address}{language}/{card}"))
        if is_door:
            width, height = pictures.CARD
            found += [("og:image:width", width), ("og:image:height", height)]
            found.append(("og:image:alt", " ".join(pictures.card_words(whole.company, language))))
        found.append(("twitter:card", "summary_large_image"))
    return found


def data(whole, course, page, address):
    """Return what schema.org has of a page, as a dict for JSON-LD: the course on the home page, a part of it on a
    lesson; None on any other page, of which catalogues make nothing."""
    if page.id == "index":
        return _course(whole, course, page, address)
    return _lesson(whole, course, page, address) if page.kind == "lesson" else None


def _course(whole, course, page, address):
    """Return the course: what Google asks of a `Course`, what it takes and what it is made of. Who offers it is said
    where company.yml says it."""
    words, settings = whole.strings[course.language], whole.company
    time = iso_duration(course.minutes)
    found = {
        "@context": SCHEMA,
        "@type": "Course",
        "@id": _course_id(course, address),
        "url": f"{address}{course.language}/{page.url}",
        "name": settings["course"]["title"][course.language],
        "description": page.description,
        **_common(words),
        "educationalLevel": words["share_level"],
        "timeRequired": time,
        "version": VERSION,
        "offers": {"@type": "Offer", "category": "Free", "price": 0, "priceCurrency": "CAD"},
        "hasCourseInstance": {"@type": "CourseInstance", "courseMode": "Online", "courseWorkload": time},
        "syllabusSections": [
            {
                "@type": "Syllabus",
                "name": module.title,
                "description": module.description,
                "url": f"{address}{course.language}/{module.url}",
                "timeRequired": iso_duration(module.minutes),
            }
            for module in course.modules
        ],
    }
    if name := settings["name"].get(course.language):
        found["provider"] = {"@type": "Organization", "name": name}
    if card := pictures.card_address(settings, course.language):
        found["image"] = f"{address}{course.language}/{card}"
    return found


def _lesson(whole, course, page, address):
    """Return a lesson: what one will be able to do, in how long, and where it stands among all lessons."""
    words = whole.strings[course.language]
    return {
        "@context": SCHEMA,
        "@type": "LearningResource",
        "name": page.title,
        "teaches": page.objectives,
        "timeRequired": iso_duration(page.minutes),
        "position": course.lessons.index(page) + 1,
        "learningResourceType": words["share_lesson"],
        "educationalUse": words["share_use"],
        **_common(words),
        "isPartOf": {
            "@type": "Course",
            "@id": _course_id(course, address),
            "name": whole.company["course"]["title"][course.language],
        },
    }


def _common(words):
    return {
        "inLanguage": words["share_locale"].replace("_", "-"),
        "isAccessibleForFree": True,
        "license": LICENSE,
    }


def _course_id(course, address):
    return f"{address}{course.language}/index.html#course"


def iso_duration(minutes):
    """Return minutes as an ISO 8601 duration: 72 is `PT1H12M`."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")
