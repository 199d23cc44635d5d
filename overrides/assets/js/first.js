// What must be known before the first paint: the course, the way to its folder, and a reader's own choice of theme. It
// stands in the head, is not deferred and says all else to course.js.
import { storage } from "./lib/storage.js";

const root = document.documentElement.dataset;
Object.assign(root, document.currentScript.dataset);
try {
  const theme = JSON.parse(storage().getItem(root.course)).settings.theme.value;
  if (theme) root.theme = theme;
} catch {
  // Nothing is stored, or nothing can be.
}
