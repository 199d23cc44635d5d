// The memory of this course in this browser; another tab's changes are taken in as they happen.
import { storage } from "./lib/storage.js";
import { open } from "./lib/store.js";

export function openHere() {
  const id = document.documentElement.dataset.course;
  const listen = (changed) => {
    addEventListener("storage", ({ key }) => {
      if (key === id || key === null) changed();
    });
    // A page that comes back as it was left has not heard of anything.
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) changed();
    });
  };
  return open(id, storage, { listen });
}
