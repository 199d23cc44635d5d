// The LMS as both versions of SCORM have it: where its API is, and how to call it. No page of ours.

const NAMES = {
  1.2: {
    property: "API",
    start: "LMSInitialize",
    end: "LMSFinish",
    get: "LMSGetValue",
    set: "LMSSetValue",
    save: "LMSCommit",
    error: "LMSGetLastError",
  },
  2004: {
    property: "API_1484_11",
    start: "Initialize",
    end: "Terminate",
    get: "GetValue",
    set: "SetValue",
    save: "Commit",
    error: "GetLastError",
  },
};
const LEVELS = 10; // windows to climb

// What an LMS cannot do now, and may be able to do later.
export class Trouble extends Error {}

// The windows in which an API may be: this one and those around it, then the opener and those around that.
function* around(window) {
  let here = window;
  for (let level = 0; here && level <= LEVELS; level += 1) {
    yield here;
    if (here.parent === here) return;
    here = here.parent;
  }
}
function* places(window) {
  yield* around(window);
  for (const here of around(window)) {
    let opener = null;
    try {
      opener = here.opener;
    } catch {
      // another origin's
    }
    if (opener && !opener.closed) yield* around(opener);
  }
}

// Find the API: `{ api, version, place }`, the version preferred (that of the package) before the other; or null.
export function find(window, preferred) {
  for (const version of [preferred, preferred === "1.2" ? "2004" : "1.2"]) {
    for (const place of places(window)) {
      try {
        const api = place[NAMES[version].property];
        if (api) return { api, version, place };
      } catch {
        // another origin's window
      }
    }
  }
  return null;
}

// Errors that say no once and for all: there is no such element here, or it does not take this. The others may pass.
const REFUSED = { 1.2: /^(20[1-3]|40[1-5])$/, 2004: /^(201|40[1-8])$/ };
const EMPTY = { 1.2: REFUSED[1.2], 2004: /^40[1-5]$/ }; // nothing to read there

// The calls of a found API, each of which may throw `Trouble`.
export function line({ api, version, place }) {
  const names = NAMES[version];

  function call(name, ...given) {
    try {
      if (place.closed) throw new Error("its window is closed");
      return api[names[name]](...given);
    } catch (error) {
      throw new Trouble(`${names[name]}: ${error?.message}`);
    }
  }
  const said = (answer) => String(answer ?? "");
  const error = () => said(call("error"));

  function must(name) {
    if (said(call(name, "")) === "false") throw new Trouble(`${names[name]}: ${error()}`);
  }

  return {
    api,
    version,
    get gone() {
      return place.closed === true;
    },
    // Some LMSs have begun already, and say so with an error.
    start() {
      if (said(call("start", "")) !== "false") return;
      const code = error();
      const begun = code === "103" || (version === "1.2" && code === "101" && this.get("cmi.core.student_id") !== "");
      if (!begun) throw new Trouble(`${names.start}: ${code}`);
    },
    save: () => must("save"),
    end: () => must("end"),
    // The text that stands there, "" for nothing.
    get(element) {
      const found = said(call("get", element));
      if (found !== "") return found;
      const code = error();
      if (/^0?$/.test(code) || EMPTY[version].test(code)) return "";
      throw new Trouble(`${element}: ${code}`);
    },
    // Whether the LMS has such an element.
    has(element) {
      const found = said(call("get", element));
      return found !== "" || !/^(201|40[12])$/.test(error());
    },
    // Whether it was taken; false means that it never will be.
    set(element, value) {
      if (said(call("set", element, value)) !== "false") return true;
      const code = error();
      if (REFUSED[version].test(code)) return false;
      throw new Trouble(`${element}: ${code}`);
    },
  };
}
