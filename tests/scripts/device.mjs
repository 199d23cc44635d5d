// A device for tests: a browser's storage for one origin, which can be blocked, full or spoilt, and tabs that have the
// course open there. A tab hears of the others' writing when events are delivered, or never. `knows`: it has seen the
// record that is stored; `blind`: it has written since it last saw.

import { open } from "../../overrides/assets/js/lib/store.js";

export const COURSE = "course";
export const START = Date.parse("2026-11-22T12:00:00.000Z");

export class Device {
  items = new Map();
  tabs = [];
  blocked = false;
  full = false;
  clock = START;
  // What another tab does just after the next look into the storage, before what is found there is used.
  meanwhile = null;

  constructor(content = {}) {
    for (const [key, value] of Object.entries(content)) this.items.set(key, value);
  }

  // Storage as a tab sees it.
  storage(tab) {
    if (this.blocked) throw new DOMException("denied", "SecurityError");
    return {
      getItem: (key) => {
        const found = this.items.get(key) ?? null;
        if (found !== this.spoilt?.text) {
          tab.knows = found !== null;
          tab.blind = false;
        }
        const meanwhile = this.meanwhile;
        this.meanwhile = null;
        meanwhile?.();
        return found;
      },
      setItem: (key, value) => {
        if (this.full) throw new DOMException("full", "QuotaExceededError");
        if (this.items.get(key) === value) return;
        this.items.set(key, value);
        this.heard(tab);
      },
      clear: () => {
        this.items.clear();
        this.heard(tab);
      },
      removeItem: (key) => {
        if (this.items.delete(key)) this.heard(tab);
      },
    };
  }

  heard(from) {
    for (const tab of this.tabs) if (tab !== from) tab.behind = true;
  }

  // Open a tab; `hears` whether storage events reach it.
  open({ hears = true } = {}) {
    const tab = { hears, behind: false };
    this.tabs.push(tab);
    this.load(tab);
    return tab;
  }

  // Load a page in a tab: nothing stays of the last one.
  load(tab) {
    tab.behind = tab.knows = tab.blind = false;
    tab.store = open(COURSE, () => this.storage(tab), {
      now: () => this.now(),
      listen: (changed) => (tab.changed = changed),
    });
    return tab.store;
  }

  now() {
    return new Date(this.clock).toISOString();
  }

  // Deliver the storage events that wait, until nobody has anything to say about them.
  deliver() {
    for (let rounds = 0; this.tabs.some((tab) => tab.hears && tab.behind); rounds += 1) {
      if (rounds > 20) throw new Error("the tabs never stop writing over each other");
      for (const tab of this.tabs) {
        if (!tab.hears || !tab.behind) continue;
        tab.behind = false;
        tab.changed();
      }
    }
  }

  get stored() {
    return this.items.get(COURSE) ?? null;
  }

  get record() {
    return JSON.parse(this.stored);
  }
}
