// The sizes of a ballot's texts: as large as the window or the slide has room for.

const SIZES = [1.3, 1.24, 1.18, 1.12, 1.06, 1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68, 0.64, 0.6];
const COLUMNS = [300, 340, 388, 440, 480]; // widths of the question, in pixels of a slide

// Size the texts of `ballot` to be `height` pixels high (null: as high as they want). The question and the options share
// the width so that neither is much smaller than the other. All is measured as when cards are counted a second time,
// which wants most room, so that no step before the reasons changes a size.
export function fit({ ballot, about, list }, height) {
  const put = (element, name, value) => element.style.setProperty(name, value);
  // Each size is said on the column that it is for: on the ballot, a look would style everything anew.
  const holds = (column, place) => {
    put(column, "--size", SIZES[place]);
    return column.scrollHeight <= column.clientHeight + 1;
  };
  // Put the largest size with which a column holds its text, of which `last` is the smallest, and return its place. By
  // halves, as each look lays the page out.
  const largest = (column, last = SIZES.length - 1) => {
    let [from, to] = [0, last];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (holds(column, middle)) to = middle;
      else from = middle + 1;
    }
    put(column, "--size", SIZES[from]);
    return from;
  };

  if (height === null) {
    ballot.style.removeProperty("--height");
    delete ballot.dataset.room;
    for (const column of [about, list]) column.style.removeProperty("--size");
    return;
  }
  put(ballot, "--height", `${height}px`);
  ballot.classList.add("measured");
  const room = `${ballot.clientWidth} ${height}`;
  if (ballot.dataset.step !== "reasons" && ballot.dataset.room !== room) {
    ballot.dataset.room = room;
    let best = { place: SIZES.length, column: COLUMNS[0] };
    for (const column of COLUMNS) {
      put(ballot, "--column", column);
      const larger = best.place - 1; // what this width must hold to be better than those before
      if (larger < 0 || !holds(about, larger) || !holds(list, larger)) continue;
      best = { place: Math.max(largest(about, larger), largest(list, larger)), column };
    }
    put(ballot, "--column", best.column);
    largest(list);
  }
  largest(about);
  ballot.classList.remove("measured");
}
