"""A server on this machine that answers as the web does, well and badly, and remembers who asked what and when."""

import contextlib
import http.server
import socket
import threading
import time
from collections import Counter
from dataclasses import dataclass

REDIRECTS = {
    "/old": (301, "/older"),
    "/older": (308, "/new"),
    "/doi": (302, "/old"),
    "/half": (301, "/passing"),
    "/passing": (302, "/new"),
    "/old-404": (301, "/404"),
    "/circle": (301, "/circle-back"),
    "/circle-back": (301, "/circle"),
}
SLOW = 3  # seconds


@dataclass(frozen=True)
class Request:
    """One request as the server saw it: `at` is in seconds of a clock that only goes forward, `target` is the path with
    what follows it."""

    at: float
    method: str
    path: str
    target: str
    agent: str


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by the path: a number is that status; the others are in `REDIRECTS` and below. Unknown ones are fine."""

    def answer(self):
        web, path = self.server.web, self.path.partition("?")[0]
        web.requests.append(Request(time.monotonic(), self.command, path, self.path, self.headers["User-Agent"]))
        status, headers = 200, {}
        if self.command != "GET":
            status = 405
        elif path in web.broken:
            status = web.broken[path]
        elif path[1:].isdigit():
            status = int(path[1:])
        elif path in REDIRECTS:
            status, headers["Location"] = REDIRECTS[path]
        elif path == "/busy":
            status, headers["Retry-After"] = 429, "1"
        elif path == "/passing-503":
            status = 503 if web.count(path) == 1 else 200
        elif path == "/slow":
            time.sleep(SLOW)
        with contextlib.suppress(ConnectionError):  # who asked may not have waited
            self.send_response(status)
            for name, value in {**headers, "Content-Length": "0"}.items():
                self.send_header(name, value)
            self.end_headers()

    do_GET = do_HEAD = answer

    def log_message(self, *arguments):
        pass


class Web:
    """The server, its `origin` and the `requests` it got. `broken` holds statuses by path, to be changed by a test."""

    def __init__(self):
        self.requests, self.broken = [], {}
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.web = self
        self.origin = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def url(self, path):
        return self.origin + path

    def count(self, path):
        """Return how often a path was asked for."""
        return Counter(request.path for request in self.requests)[path]

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@contextlib.contextmanager
def closed_port():
    """Give the origin of a port of this machine that refuses connections: it is taken, and nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"
