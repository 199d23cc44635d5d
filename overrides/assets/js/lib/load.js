// Scripts that a page loads when they are first needed. The browser takes none from a string (see partials/csp.html): the
// policy of this name says which it may.

// Return `address` if it is that of a script of the course's own folder, `base` being the way to the language's folder
// from the page `here`. Throws a TypeError for any other.
export function scriptOf(address, base, here) {
  const assets = new URL("assets/", new URL(base, here));
  const { href } = new URL(address, here);
  if (href.startsWith(assets.href) && /^[\w.-]+\.js$/.test(href.slice(assets.href.length))) return address;
  throw new TypeError(`${address} is no script of this course`);
}

let policy;

// Load a script of the course; the promise is kept when it has run.
export function load(address) {
  const createScriptURL = (asked) => scriptOf(asked, document.documentElement.dataset.base, location.href);
  policy ??= self.trustedTypes?.createPolicy("course", { createScriptURL }) ?? { createScriptURL };
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = policy.createScriptURL(address);
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}
