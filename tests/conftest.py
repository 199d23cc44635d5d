"""What all tests share: the course's outline, and the site built once, as readers get it."""

import functools
import http.server
import threading
from pathlib import Path

import pytest

from course import make, outline

SUBPATH = "/formation/"


class PagesHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages does: what is missing gets the root's 404 page."""

    root = ""

    def send_error(self, code, message=None, explain=None):
        if code != 404:
            return super().send_error(code, message, explain)
        body = (Path(self.directory) / self.root / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def serve(folder, subpath):
    """Serve `folder` on a free port and return `(server, origin)`; `subpath` is where its 404 page stands."""
    handler = type("Handler", (PagesHandler,), {"root": subpath.strip("/")})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


@pytest.fixture(scope="session")
def whole():
    """The outline of the course."""
    return outline.load()


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """`(folder, address)` of the site, built for the subpath where it is served on this machine."""
    folder = tmp_path_factory.mktemp("web")
    server, origin = serve(folder, SUBPATH)
    site = folder / SUBPATH.strip("/")
    site.mkdir()
    make.build(site, origin + SUBPATH)
    yield site, origin + SUBPATH
    server.shutdown()
