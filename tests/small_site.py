"""A small site in which nothing is wrong, and ways to plant a defect in it."""

from course.proofreading import model, registry

ADDRESS = "https://example.org/formation/"
WORDS = {
    "fr": {
        "index": (
            "Accueil",
            "Trois personnes attendent votre merci depuis la semaine dernière, et vous savez lesquelles. Commencez par "
            "la plus proche de vous, celle qui a gardé la porte ouverte pendant que vous cherchiez vos clés.",
        ),
        "page": (
            "La carte",
            "Une carte écrite à la main dit une chose précise : le geste, son effet, la personne. Nadia en garde une "
            "dans son tiroir depuis le mois de février et ne trouve toujours pas la première phrase.",
        ),
        "other": (
            "Le camion",
            "Le camion arrive chaque mardi avant sept heures et personne ne connaît le prénom du chauffeur. Il suffit "
            "pourtant de le lui demander, puis de le noter là où toute l’équipe du matin pourra le lire.",
        ),
    },
    "en": {
        "index": (
            "Home",
            "Three people have been waiting for your thanks since last week, and you know who they are. Begin with the "
            "one closest to you, who held the door open while you were looking for your keys.",
        ),
        "page": (
            "The card",
            "A card written by hand says one precise thing: the action, its effect, the person behind it. Nadia has "
            "kept one in her drawer since the winter and still cannot find the first sentence to write.",
        ),
        "other": (
            "The truck",
            "The truck comes every Tuesday before seven and nobody here knows the first name of its driver. It would "
            "be enough to ask him once, then to write it down where the whole morning team can read it.",
        ),
    },
}
OTHER = {"fr": "en", "en": "fr"}
SWITCH = {"fr": "English", "en": "Français"}


def page(language, name):
    """Return a page of the small site."""
    title, text = WORDS[language][name]
    alternates = "".join(
        f'<link rel="alternate" hreflang="{code}" href="{ADDRESS}{code}/{name}.html">' for code in ("fr", "en")
    )
    menu = "".join(f'<li><a href="{other}.html">{WORDS[language][other][0]}</a></li>' for other in WORDS[language])
    switch = (
        f'<a class="switch" lang="{OTHER[language]}" hreflang="{OTHER[language]}" '
        f'href="../{OTHER[language]}/{name}.html">{SWITCH[language]}</a>'
    )
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{title} — Cours</title>'
        f'<meta name="description" content="{title} : {language}."><link rel="canonical" '
        f'href="{ADDRESS}{language}/{name}.html">{alternates}<link rel="stylesheet" href="assets/style.css"></head>\n'
        f"<body><header>{switch}<nav><ul>{menu}</ul></nav></header>\n"
        f'<article id="page-content"><h1>{title}</h1>\n<p id="first">{text}</p>\n</article></body></html>\n'
    )


def files():
    """Return the whole small site as `{path: text}`."""
    found = {f"{language}/{name}.html": page(language, name) for language in WORDS for name in WORDS[language]}
    for language in WORDS:
        entries = ",".join(
            f'{{"u":"{name}.html","t":"{title}","h":"","b":""}}' for name, (title, _) in WORDS[language].items()
        )
        found[f"{language}/assets/search-index.js"] = f"self.courseSections=[{entries}];\n"
        found[f"{language}/assets/style.css"] = ".card { background: url(mark.svg); }\n"
        found[f"{language}/assets/mark.svg"] = '<svg xmlns="http://www.w3.org/2000/svg"/>'
        found[f"{language}/index.html"] = found[f"{language}/index.html"].replace(
            "</head>", '<script src="assets/search-index.js"></script></head>'
        )
    locs = "".join(f"<url><loc>{ADDRESS}{path}</loc></url>" for path in found if path.endswith(".html"))
    found["sitemap.xml"] = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{locs}</urlset>'
    door = '<a lang="{0}" hreflang="{0}" href="{1}{0}/index.html">{2}</a>'
    doors = {language: door.format(language, "{0}", WORDS[language]["index"][0]) for language in WORDS}
    for path, base in (("index.html", ""), ("404.html", "/formation/")):
        links = "".join(doors.values()).replace("{0}", base)
        found[path] = (
            f'<html lang="fr"><head><title>Cours</title><meta name="description" content="Cours"></head>'
            f"<body><h1>Cours</h1><p>{links}</p></body></html>"
        )
    return found


def planted(defect):
    """Return the small site with a defect: HTML for the end of `fr/page.html`, or `{path: new}` edits, where new is the
    whole text, None to take the file away, or `(old, new)` to replace what stands there once."""
    found = files()
    edits = {"fr/page.html": ("</article>", f"{defect}</article>")} if isinstance(defect, str) else defect
    for path, new in edits.items():
        if isinstance(new, tuple):
            assert found[path].count(new[0]) == 1, f"{new[0]!r} stands {found[path].count(new[0])} times in {path}"
            found[path] = found[path].replace(*new)
        elif new is None:
            del found[path]
        else:
            found[path] = new
    return found


def write(folder, found):
    """Write `{path: text or bytes}` into a folder and return the folder."""
    for path, text in found.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def findings(folder, found, *families, sources=None):
    """Return what the rules of some families find in a site written into `folder`; `sources` are the author's files."""
    write(folder / "site", found)
    root = write(folder / "root", sources) if sources else None
    site = model.read(folder / "site", ADDRESS, root)
    return [finding for rule in registry.of(*families) for finding in rule.findings(site)]
