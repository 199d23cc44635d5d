// Signs of states: shapes for those who see, beside words for those who hear.
import { makeSvg } from "./lib/dom.js";

const RING = "M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 1 1 0-12.4z";
const SHAPES = {
  answered: "M2.5 8.5l3.7 4L13.5 4",
  again: "M13.2 8.4A5.2 5.2 0 1 1 11.6 4.3L13.2 6M13.4 2.4V6H9.8",
  empty: RING,
  picked: RING, // filled by style
  flag: "M4 15V2.2h8.5L10 5.4l2.5 3.2H4",
};

export function icon(name) {
  const frame = { viewBox: "0 0 16 16", "aria-hidden": "true", class: `exam-icon ${name}` };
  return makeSvg("svg", frame, makeSvg("path", { d: SHAPES[name] }));
}
