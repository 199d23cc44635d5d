// What reveal.js writes into a page as HTML: buttons and boxes with a class, a label and words. The browser takes no
// other string for HTML (see partials/csp.html), so that nothing that a file or an address says becomes some.
const PLAIN = /^(?:<\/?(?:button|div|span)(?: (?:class|aria-label)="[\w -]*")*>|[\w\s])*$/;

// Whether a text can do no harm as HTML: it loads nothing, runs nothing and leads nowhere.
export const isPlain = (text) => PLAIN.test(text);

// Let plain markup, and nothing else, be written into this page.
export function allowPlain() {
  self.trustedTypes?.createPolicy("default", { createHTML: (text) => (isPlain(text) ? text : null) });
}
