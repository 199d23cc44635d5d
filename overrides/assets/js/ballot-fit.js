// The sizes of a ballot's texts: as large as the window or the slide has room for.

const SIZES = [1.3, 1.24, 1.18, 1.12, 1.06, 1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68, 0.64, 0.6];
const COLUMNS = [300, 340, 388, 440, 480]; // widths of the question, in pixels of a slide

// Size the texts of `ballot` to be `height` pixels high (null: as high as they want). The question and the options share
// the width so that neither is much smaller than the other. All is measured as when cards are counted a second time,
// which wants most room, so that no step before the reasons changes a size.
export function fit({ ballot, about, list }, height) {
  const put = (name, value) => ballot.style.setProperty(name, value);
  // The largest size with which a column holds its text, which is put, or 0 and the smallest one: by halves, as each look
  // lays the page out.
  const largest = (column, name) => {
    let [from, to] = [0, SIZES.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      put(name, SIZES[middle]);
      if (column.scrollHeight <= column.clientHeight + 1) to = middle;
      else from = middle + 1;
    }
    put(name, SIZES[from] ?? SIZES.at(-1));
    return SIZES[from] ?? 0;
  };

  if (height === null) {
    for (const name of ["--height", "--about", "--options"]) ballot.style.removeProperty(name);
    return;
  }
  put("--height", `${height}px`);
  ballot.classList.add("measured");
  if (ballot.dataset.step !== "reasons") {
    let best = { smallest: -1 };
    for (const column of COLUMNS) {
      put("--column", column);
      const sizes = [largest(about, "--about"), largest(list, "--options")];
      if (Math.min(...sizes) > best.smallest) best = { smallest: Math.min(...sizes), column, options: sizes[1] };
    }
    put("--column", best.column);
    put("--options", best.options || SIZES.at(-1));
  }
  largest(about, "--about");
  ballot.classList.remove("measured");
}
