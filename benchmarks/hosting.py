"""A folder served as hosts of static files do: connections stay open, text is compressed, browsers may keep files."""

import functools
import gzip
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

from tests.conftest import PagesHandler

COMPRESSED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}


class Handler(PagesHandler):
    """`cached` is what it says of every file in `Cache-Control`."""

    protocol_version = "HTTP/1.1"
    cached = ""

    def send_head(self):
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            return self.send_error(404)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Cache-Control", self.cached)
        body = path.read_bytes()
        if path.suffix in COMPRESSED:
            body = _gzipped(path)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None


@functools.cache
def _gzipped(path):
    """Return a file's bytes as GitHub Pages sends them; once each, so that a run does not wait for it."""
    return gzip.compress(path.read_bytes(), 6)


def serve(folder, subpath="/", cached="max-age=600"):
    """Serve `folder`, which holds the site under the subpath's name; return `(server, origin)`. Files may be kept as
    long as on GitHub Pages, or as `cached` says."""
    handler = type("Handler", (Handler,), {"root": subpath.strip("/"), "cached": cached})
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"
