// Copy a text to the clipboard; where a page may not, as from some folders on disk, leave it selected in `element` for the
// reader to copy. Returns "copied" or "selected".
export async function copy(text, element) {
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    const range = document.createRange();
    range.selectNodeContents(element);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return "selected";
  }
}
