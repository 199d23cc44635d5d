"""What fetching the next lesson ahead gains (milliseconds until its page is there, and until it is painted) and costs.

`PYTHONPATH=scripts:. .venv/bin/python -m benchmarks.next_page` builds the course, serves it, compressed, as three hosts
do, and reads two lessons in a browser. Where pages must be asked for again each time, nothing is gained.
"""

import gzip
import statistics
import tempfile
from pathlib import Path

from benchmarks import hosting
from course import browser, make

FIRST, SECOND = "fr/suppliers/saying-thanks.html", "fr/suppliers/paying-on-time.html"
HOSTS = {"GitHub Pages": "max-age=600", "our nginx": "max-age=120", "no cache": "no-cache"}
# The connection of Lighthouse's phone, and one over a cable.
CONNECTIONS = {"150 ms, 1.6 Mb/s": (150, 1.6e6), "20 ms, 20 Mb/s": (20, 20e6)}
TIMES = 5
COUNTED = "Object.defineProperty(Navigator.prototype, 'connection', { value: { effectiveType: '4g', saveData: true } })"
TIMINGS = """() => {
  const [page] = performance.getEntriesByType("navigation");
  return [page.responseEnd, performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0];
}"""


def read_on(launched, address, connection, ahead):
    """Read a lesson to its end and go on; return `[ms until the next page is there, ms until it is painted]`."""
    latency, bits = connection
    context = launched.new_context()
    if not ahead:
        context.add_init_script(COUNTED)
    page = context.new_page()
    page.goto(address + FIRST, wait_until="networkidle")
    speed = {"latency": latency, "downloadThroughput": bits / 8, "uploadThroughput": bits / 16}
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", {"offline": False, **speed})
    page.locator("a[rel=next]").scroll_into_view_if_needed()
    page.wait_for_timeout(2000)  # the shortest that anyone stays at the end of a lesson
    page.locator("a[rel=next]").click()
    page.wait_for_url(address + SECOND, wait_until="load")
    page.wait_for_timeout(300)
    timings = page.evaluate(TIMINGS)
    context.close()
    return timings


def main():
    with tempfile.TemporaryDirectory() as folder, browser.launched() as launched:
        make.build(folder, "https://course.example/")
        weight = len(gzip.compress(Path(folder, SECOND).read_bytes(), 6)) / 1000
        print(f"{weight:.1f} kB gzip fetched ahead at most, once a lesson; median of {TIMES}")
        for host, cached in HOSTS.items():
            server, origin = hosting.serve(folder, cached=cached)
            for name, connection in CONNECTIONS.items():
                for ahead in (False, True):
                    found = [read_on(launched, f"{origin}/", connection, ahead) for _ in range(TIMES)]
                    there, painted = (statistics.median(times) for times in zip(*found, strict=True))
                    way = "ahead" if ahead else "asked"
                    print(f"{host:13} {name:17} {way:6} {there:5.0f} ms, painted {painted:5.0f} ms", flush=True)
            server.shutdown()


if __name__ == "__main__":
    main()
