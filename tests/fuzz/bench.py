"""A build held open: the calls that MkDocs and our hooks make for one page, with another text in its place."""

import logging
from contextlib import contextmanager
from dataclasses import replace

from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from course import ROOT, assets, company, pages


class Bench:
    """One language of the course, open in `folder`; see `read` and `render`."""

    def __init__(self, folder, language="fr"):
        self.folder, self.language = folder, language
        logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
        (folder / "assets").mkdir()
        assets.bundle(folder / "assets")
        self.config = load_config(str(ROOT / company.config_name(language)), site_dir=str(folder / "site"))
        self.config.plugins.on_startup(command="build", dirty=False)
        self.configured = self.config.plugins.on_config(self.config)
        self.whole = self.config.extra["outline"]
        self.course = self.whole.courses[language]
        self.files = get_files(self.config)
        self.env = self.config.theme.get_env()
        self.files.add_files_from_theme(self.env, self.config)
        self.files = self.config.plugins.on_files(self.files, config=self.config)
        self.nav = get_navigation(self.files, self.config)
        self.env = self.config.plugins.on_env(self.env, config=self.config, files=self.files)

    def read(self, id, kind, text):
        """Return `(Page or None, problems)` of a page whose file holds `text`, as the outline reads it."""
        file = self.folder / "docs" / self.language / f"{id}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return pages.read(self.folder, self.language, id, kind)

    def course_with(self, page):
        """Return the course with a page in the place of the one that has its id."""
        modules = [
            replace(
                module,
                page=page if module.page.id == page.id else module.page,
                steps=[page if step.id == page.id else step for step in module.steps],
            )
            for module in self.course.modules
        ]
        return replace(self.course, pages={**self.course.pages, page.id: page}, modules=modules)

    @contextmanager
    def holding(self, course, settings=None):
        """Let the build see another course, and other settings of a company."""
        extra, before = self.config.extra, (self.course, self.whole)
        courses = {**self.whole.courses, self.language: course}
        extra["course"] = self.env.globals["course"] = extra["renderer"].course = course
        extra["outline"] = replace(self.whole, courses=courses, company=settings or self.whole.company)
        try:
            yield
        finally:
            extra["course"], extra["outline"] = before
            self.env.globals["course"] = extra["renderer"].course = before[0]

    def hook(self, name):
        """Return the module of a hook."""
        return self.config.hooks[f"scripts/hooks/{name}.py"]

    def content(self, page):
        """Return `(MkDocs's page, the HTML of its text)` of one of our pages, which no template holds yet."""
        source = self.folder / "docs" / self.language
        file = self.files.get_file_from_path(f"{page.id}.md")
        made = Page(None, file, self.config)
        before, file.abs_src_path = file.abs_src_path, str(source / f"{page.id}.md")
        try:
            build._populate_page(made, self.config, self.files, False)
        finally:
            file.abs_src_path = before
        return made, made.content

    def whole_page(self, made):
        """Return the HTML of the whole page that `content` began."""
        template = self.env.get_template(made.meta.get("template", "main.html"))
        context = build.get_context(self.nav, self.files, self.config, made)
        return template.render(
            self.config.plugins.on_page_context(context, page=made, config=self.config, nav=self.nav)
        )
