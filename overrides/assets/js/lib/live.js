// Live regions: what is said to those who hear the page.

const SILENCE = 150; // milliseconds

// Return `tell(...content)`, which says texts and elements in a region (role="status"). It speaks when its content changes
// some time after it was emptied, or came into view; what was still to be said is then left unsaid.
export function voice(region) {
  let saying;
  return (...content) => {
    region.replaceChildren();
    clearTimeout(saying);
    saying = setTimeout(() => region.replaceChildren(...content), SILENCE);
  };
}
