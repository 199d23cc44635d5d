// What the windows of one deck say to each other: the one that the room sees, the speaker view that it opened, and the two
// frames of slides in there. Any page may send a message to a window that it can reach; so one counts only if the expected
// window of this very site sent it, and all that it can do is to show another slide of the deck.
//
//   { deck: "here" }                                   I am there: say where we are
//   { deck: "at", slide, paused, theme, length }       this slide (its id) is shown; of the room's window also whether it
//                                                      is black, in which theme, and how long the session is
//   { deck: "move", to }                               one of MOVES, asked by a key in the speaker view

export const MOVES = ["next", "previous", "first", "last", "pause"];

const isId = (value) => typeof value === "string" && value.length <= 100;

// Return the message that an event brings, with nothing in it but what is above, or null: for one that is none of ours, or
// that another window than `source` sent, or another site. `here` is this page's Location. Files on disk have no origin
// that could be compared.
export function heard({ data, origin, source: sender }, source, here) {
  if (!source || sender !== source || (here.protocol !== "file:" && origin !== here.origin)) return null;
  if (typeof data !== "object" || data === null) return null;
  const { deck, slide, paused, theme, length, to } = data;
  if (deck === "here") return { deck };
  if (deck === "move" && MOVES.includes(to)) return { deck, to };
  if (deck !== "at" || !isId(slide)) return null;
  return {
    deck,
    slide,
    paused: paused === true,
    theme: theme === "dark" || theme === "light" ? theme : "",
    length: Number.isInteger(length) ? length : 0,
  };
}

// The origin that a message is for.
export const receiverOf = (here) => (here.protocol === "file:" ? "*" : here.origin);
