// What must be known before the first paint: the course, the way to its folder, a reader's own choice of theme, and that
// scripts are to come, which show more than the page does by itself (see coming.css). It stands in the head, is not
// deferred and says all else to course.js.
import { storage } from "./lib/storage.js";

const root = document.documentElement.dataset;
Object.assign(root, document.currentScript.dataset, { coming: "new" });
try {
  const record = JSON.parse(storage().getItem(root.course));
  if (record) root.coming = "known";
  const theme = record.settings.theme.value;
  if (theme) root.theme = theme;
} catch {
  // Nothing is stored, or nothing can be.
}
// Every script of the page has run then, or could not.
addEventListener("DOMContentLoaded", () => delete root.coming);
