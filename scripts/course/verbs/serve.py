"""./scripts/serve [--port 8000] [--host 127.0.0.1]: build the course, serve it at one address, reload on every change.

A changed page is rebuilt alone and shown at once, and so are changed styles and scripts; the whole course follows in
the background, with every check, and brings what else depends on them. What is wrong is said here, and the last good
pages stay.
"""

import base64
import contextlib
import filecmp
import hashlib
import logging
import os
import re
import shutil
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from course import ROOT, assets, company, logo, make, verbs, yaml_file
from course.problems import CourseError

WATCHED = ["docs", "overrides", company.NAME, *sorted(path.name for path in ROOT.glob("mkdocs*.yml"))]
BUNDLED = [assets.SOURCE / name for name in ("js", "css")]
POLLING_INTERVAL = 0.2  # seconds


def snapshot():
    """Return the modification time of every watched file, by path. An editor's passing file may vanish meanwhile."""
    found = {}
    for path in [*(ROOT / name for name in WATCHED), *logos()]:
        for file in path.rglob("*") if path.is_dir() else [path]:
            with contextlib.suppress(FileNotFoundError):
                if file.is_file():
                    found[file] = file.stat().st_mtime_ns
    return found


def logos():
    """Return where company.yml says that the company's images are, whether they are there or not."""
    try:
        said, _ = yaml_file.parse((ROOT / company.NAME).read_text(encoding="utf-8"), company.NAME)
    except (CourseError, OSError, ValueError):  # which a build tells
        return []
    given = said.get("logo") if isinstance(said, dict) else None
    names = [name for name in (given.values() if isinstance(given, dict) else [given]) if isinstance(name, str)]
    paths = [ROOT / name for name in names if ".." not in name and name.lower().endswith(logo.KINDS)]
    return [path for path in paths if path.is_relative_to(ROOT)]


def page_of(path):
    """Return `(language, path)` if a file is a page of the course, else None."""
    parts = path.relative_to(ROOT).parts
    return (parts[1], path) if len(parts) > 2 and parts[0] == "docs" and path.suffix == ".md" else None


def quick_build(pages, root, address):
    """Rebuild `pages`, which changed, in this process; each is `(language, path)`. Raises what MkDocs raises."""
    os.environ["SITE_URL"] = address
    for language in sorted({language for language, _ in pages}):
        config = load_config(str(ROOT / company.config_name(language)), site_dir=str(root / language), strict=False)
        config.extra["quick"] = True
        for page in [path for each, path in pages if each == language]:
            written = (root / language / page.relative_to(config.docs_dir)).with_suffix(".html")
            with contextlib.suppress(FileNotFoundError):
                os.utime(written, (0, 0))  # MkDocs builds what is older than its source
        config.plugins.on_startup(command="serve", dirty=True)
        mkdocs_build(config, dirty=True)
    return True


def quick_bundle(folder, last, root):
    """Bundle style and scripts into the empty `folder` and let the pages under `root` load these instead of those of
    the folder `last`."""
    before, after = assets.bundled(last), assets.bundle(folder)
    renamed = {before[name].name: path.name for name, path in after.items() if name in before}
    for old, new in renamed.items():
        for place in root.glob(f"*/assets/{old}"):
            shutil.copyfile(folder / new, place.with_name(new))
    for page in root.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        renewed = re.sub(r"\bassets/([\w.-]+)", lambda match: f"assets/{renamed.get(match[1], match[1])}", text)
        if renewed != text:
            page.write_text(renewed, encoding="utf-8")
    return True


def mirror(source, target):
    """Make the folder `target` equal to `source`, touching only what differs; return whether anything did."""
    changed = False
    wanted = {file.relative_to(source) for file in source.rglob("*") if file.is_file()}
    for name in wanted:
        if not (target / name).exists() or not filecmp.cmp(source / name, target / name, shallow=False):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / name, target / name)
            changed = True
    for file in [file for file in target.rglob("*") if file.is_file()]:
        if file.relative_to(target) not in wanted:
            file.unlink()
            changed = True
    return changed


class CourseServer(LiveReloadServer):
    """MkDocs' reloading server over both languages. `_changed` asks the background thread for a whole build."""

    def __init__(self, work, host, port):
        self.work, self.served = work, work / "site"
        super().__init__(self.rebuild, host, port, str(self.served), shutdown_delay=0.1)
        self.build_delay = 0.05
        self.error_handler = lambda code: (self.served / "404.html").read_bytes() if code == 404 else None
        # `_writing` is held by who writes into `served`; `_shown` counts the quick builds that did.
        self._changed, self._writing, self._shown = threading.Event(), threading.Lock(), 0
        # What pages call themselves; 0.0.0.0 is where the server listens, and no address that a reader can open.
        self.address = self.url.replace("//0.0.0.0:", "//127.0.0.1:")
        self.bundle, self._bound = None, False
        self.seen = snapshot()
        self.server_bind()  # before the time that a build takes; who asks is answered once there is something to see
        self.build_whole()
        threading.Thread(target=self._follow, daemon=True).start()
        threading.Thread(target=self._watch, daemon=True).start()
        self._watched_paths = dict.fromkeys(WATCHED, 1)  # pages get the reloading script only if there are any

    def _inject_js_into_html(self, content, epoch):
        """Add the script that reloads the page, and to the page's policy that this one may run and ask for news."""
        whole = super()._inject_js_into_html(content, epoch)
        script = whole.rpartition(b"<script>")[2].partition(b"</script>")[0]
        digest = base64.b64encode(hashlib.sha256(script).digest())
        return whole.replace(b"script-src 'self'", b"connect-src 'self'; script-src 'self' 'sha256-%b'" % digest, 1)

    def server_bind(self):
        """Take the port, once: `serve` asks for it too. Ends with a sentence if it cannot be had."""
        if not self._bound:
            with another_port_named(self.server_address[1]):
                super().server_bind()
            self._bound = True

    def server_activate(self):
        """Say the address once it answers."""
        super().server_activate()
        elsewhere = (
            "" if self.address == self.url else "; from another device, this machine's address instead of 127.0.0.1"
        )
        print(f"The course is at {self.address}{elsewhere} (Ctrl+C stops).", flush=True)

    def rebuild(self):
        """Show what changed as soon as can be: pages alone if only pages changed, styles and scripts if only they did;
        then the whole course behind."""
        start, before = time.monotonic(), self.seen
        self.seen = snapshot()
        changed = [file for file in before.keys() | self.seen.keys() if before.get(file) != self.seen.get(file)]
        pages = [page_of(file) for file in changed]
        quick = None
        if changed and all(pages) and before.keys() == self.seen.keys():
            known = [page for page in pages if page[0] in self.languages]
            quick = known and (lambda: quick_build(known, self.served, self.address))
        elif changed and all(any(file.is_relative_to(folder) for folder in BUNDLED) for file in changed):
            quick = self.bundle_anew
        if quick:
            with self._writing:
                if not say_problems(quick):
                    return  # the whole course would stop for the same reasons
                self._shown += 1
            names = ", ".join(sorted(file.relative_to(ROOT).as_posix() for file in changed))
            print(f"{names}: shown in {time.monotonic() - start:.2f} s", flush=True)
        self._changed.set()

    def reload(self):
        """Tell every open page that there is something new."""
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch = round(time.monotonic() * 1000)
            self._epoch_cond.notify_all()

    def bundle_anew(self):
        """Show the style and the scripts as they are now. Raises as `assets.bundle` does."""
        folder = Path(tempfile.mkdtemp(prefix="assets-", dir=self.work))
        quick_bundle(folder, self.bundle, self.served)
        self._bundled(folder)
        return True

    def _bundled(self, folder):
        """Keep the bundle that pages load from now on, where quick builds find it."""
        shutil.rmtree(self.bundle or folder / "none", ignore_errors=True)
        self.bundle = folder
        os.environ[assets.FOLDER] = str(folder)

    def build_whole(self):
        """Build the whole course and serve it; return whether that shows anything new. Raises as `make.build` does."""
        shown = self._shown
        made, bundle = (Path(tempfile.mkdtemp(prefix=name, dir=self.work)) for name in ("whole-", "assets-"))
        try:
            self.languages = set(make.build(made, self.address, bundle).courses)
            with self._writing:
                if self._shown != shown:  # this is old already: a newer page is shown
                    return False
                self._bundled(bundle)
                return mirror(made, self.served)
        finally:
            shutil.rmtree(made, ignore_errors=True)
            if self.bundle != bundle:
                shutil.rmtree(bundle, ignore_errors=True)

    def _watch(self):
        """Ask for a rebuild whenever the files are no longer those last seen.

        MkDocs' own watcher compares with what it finds once it has started, and so misses what was saved before.
        """
        while not self._shutdown:
            time.sleep(POLLING_INTERVAL)
            if snapshot() != self.seen:
                with self._rebuild_cond:
                    self._want_rebuild = True
                    self._rebuild_cond.notify_all()

    def _follow(self):
        """Build the whole course after every change, and reload browsers if that shows them anything new."""
        while True:
            self._changed.wait()
            self._changed.clear()
            start = time.monotonic()
            news = say_problems(self.build_whole)
            if news is not None:
                print(f"whole course built in {time.monotonic() - start:.1f} s", flush=True)
            if news:
                self.reload()


def say_problems(action):
    """Return what `action` returns, or None after printing what authors wrote wrong instead of raising it."""
    try:
        return action()
    except (CourseError, SystemExit) as error:
        print(f"\n{error}\n\nThe last good pages are still served; mend this and save.", file=sys.stderr, flush=True)
    except Exception as error:
        print(f"\n{type(error).__name__}: {error}", file=sys.stderr, flush=True)


def main():
    parser = verbs.parser(__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 lets a phone on the same network look too")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, stop)
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="course-serve-") as work:
        try:
            server = CourseServer(Path(work), options.host, options.port)
        except CourseError as error:
            sys.exit(f"{error}\n\nMend this, then start again.")
        print(f"Built in {time.monotonic() - start:.1f} s.", flush=True)
        run(server)


def stop(*_):
    """End as Ctrl+C does, so that the temporary folder goes (in the background, Ctrl+C itself may be ignored)."""
    raise KeyboardInterrupt


def run(server):
    """Serve until Ctrl+C."""
    try:
        with another_port_named(server.server_address[1]):  # somebody else may have begun to listen meanwhile
            server.serve()
    except KeyboardInterrupt:
        server.shutdown()


@contextlib.contextmanager
def another_port_named(port):
    """End with a sentence that says which port to try where the system refuses this one."""
    try:
        yield
    except OSError as error:
        sys.exit(f"Port {port} cannot be used ({error.strerror}); try ./scripts/serve --port {port + 1}")


if __name__ == "__main__":
    main()
