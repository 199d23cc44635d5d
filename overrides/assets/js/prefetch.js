// Fetches the page of the next lesson, and nothing else of it, once the link that leads there comes into view: whoever has
// come to the end of a lesson finds the next one there already. A folder on disk needs none of it, and a package for an
// LMS must not ask for pages that no learner has opened.
import { isFree } from "./lib/connection.js";
import { make } from "./lib/dom.js";

export function prefetch() {
  const next = document.querySelector("a[rel=next]");
  const isOnWeb = location.protocol.startsWith("http") && !("lms" in document.documentElement.dataset);
  if (!next || !isOnWeb || !isFree(navigator.connection)) return;
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    document.head.append(make("link", { rel: "prefetch", href: next.href }));
  }).observe(next);
}
