// Where the learner's record is kept. In a package for an LMS a shell shows the page and holds the record in memory (see
// lms.js): nothing is then left in the browser, which may be another learner's tomorrow.

// The shell that shows this page, or undefined. Another origin's page around ours does not let us look.
export function shell() {
  try {
    return parent.courseShell;
  } catch {
    return undefined;
  }
}

// The storage, for the whole origin where it is the browser's own; it may throw on being reached for. There is none for
// a page of a package (data-lms) that was opened by itself.
export const storage = () =>
  shell()?.storage ?? ("lms" in document.documentElement.dataset ? undefined : window.localStorage);
