"""The whole site in one archive, for a USB key, an intranet or another host: its `index.html` opens from a folder."""

from course import VERSION, releases, zips

README = "LISEZMOI-README.txt"


def package(builds, target):
    """Write the archive into the folder `target`; yield its `(file name, what it holds)`."""
    built = builds.site()
    members = zips.tree(built.folder)
    del members[".nojekyll"]  # a word to GitHub Pages alone
    members[README] = readme(built.whole, built.address)
    name = f"{built.whole.company['course']['id']}-{VERSION}.zip"
    zips.write(target / name, members, releases.day())
    yield name, f"{len(members)} files"


def readme(whole, address):
    """Return what to do with the folder, in each language of the course, as lines that Windows reads too."""
    parts = []
    for language in whole.courses:
        words = whole.strings[language]
        title = f"{whole.company['course']['title'][language]} {VERSION}"
        lines = [words[f"offline_{key}"].format(address=address) for key in ("open", "keep", "more")]
        parts.append("\n\n".join([f"{title}\n{'=' * len(title)}", *lines, words["licence"]]))
    return ("\n\n\n".join(parts) + "\n").replace("\n", "\r\n")
