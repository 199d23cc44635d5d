"""Tells each published page what to say of itself to search engines and to those who show a link to it."""

from markupsafe import Markup

from course import ROOT, pictures, sharing, templates


def on_files(files, config):
    """Leave out the card that a shared link shows, where no page names it."""
    whole, language = config.extra["outline"], config.theme["language"]
    card = files.get_file_from_path(pictures.card_of(language).relative_to(ROOT / "docs" / language).as_posix())
    is_named = pictures.card_address(whole.company, language) is not None
    if card and not (is_named and sharing.is_public(config.extra["address"], config.extra["edition"])):
        files.remove(card)
    return files


def on_page_context(context, page, config, nav):
    """Give the template `head_title`, `share`, the page's Open Graph tags, and `structured`, its schema.org as JSON."""
    whole, course, address = (config.extra[name] for name in ("outline", "course", "address"))
    me = course.page_of(page.file)
    context["head_title"] = sharing.title(whole, course.language, me)
    if sharing.is_public(address, config.extra["edition"]):
        context["share"] = sharing.tags(whole, course.language, address, me)
        if found := sharing.data(whole, course, me, address):
            context["structured"] = Markup(templates.json_of(found))
    return context
