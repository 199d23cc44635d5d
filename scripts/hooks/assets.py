"""Ships our bundled style and scripts, and nothing of the theme's own assets (fonts, icons, search workers, 1.5 MB).

Whatever a page loads has a fingerprint in its name: what the bundles hold, and the pictures of the course.
"""

import posixpath

from mkdocs.structure.files import File

from course import assets, branding

IMAGES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


def on_files(files, config):
    """Replace the theme's static files by our bundles."""
    for file in list(files):
        if file.src_dir != config.docs_dir:
            files.remove(file)
        elif file.src_uri.lower().endswith(IMAGES):  # links in Markdown follow
            folder, name = posixpath.split(file.src_uri)
            file.dest_uri = posixpath.join(folder, assets.named(name, file.content_bytes))
    bundle = assets.bundled()
    config.extra["assets"] = {name: f"assets/{path.name}" for name, path in bundle.items()}
    first = next(iter(config.extra["outline"].courses))
    for name, path in bundle.items():
        # The front door and the 404 page, beside the languages, take theirs from the first one's folder.
        if name == "front.js" and not (config.extra["edition"].published and config.theme["language"] == first):
            continue
        if name.startswith("lms.") and config.extra["edition"].published:  # the shell of a package is no page of a site
            continue
        files.append(File.generated(config, f"assets/{path.name}", abs_src_path=str(path)))
    brand = config.extra["brand"] = branding.of_company(config.extra["outline"].company)
    for name, content in brand.files.items():
        files.append(File.generated(config, f"assets/{name}", content=content))
    return files


def on_env(env, config, files):
    """Give templates `asset('course.css')`: the file's address with its fingerprint, from the language's folder; and
    the company's `brand`, whose files stand in the same folder, `assets`."""
    env.globals["asset"] = lambda name: config.extra["assets"][name]
    env.globals["brand"] = config.extra["brand"]
    return env
