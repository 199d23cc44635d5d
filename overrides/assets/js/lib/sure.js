// Ask once, in the page, before what cannot be undone.
import { make } from "./dom.js";

// Return a button that asks `question` before it calls `act`, and the place where it asks, to put beside it. The focus
// goes to the answer that changes nothing, and comes back to the button.
export function sure(label, { question, yes, no }, act) {
  const place = make("div", { class: "sure", role: "group", hidden: true });
  const button = make("button", { class: "plain", click: ask }, label);
  function close() {
    place.hidden = true;
    place.replaceChildren();
    if (button.isConnected) button.focus();
  }
  function ask() {
    const asked = make("p", { id: "sure-question" }, question);
    const go = () => {
      close();
      act();
    };
    const stay = make("button", { class: "plain", click: close }, no);
    place.setAttribute("aria-labelledby", asked.id);
    place.replaceChildren(
      asked,
      make("p", { class: "tool-actions" }, make("button", { class: "plain", click: go }, yes), stay),
    );
    place.hidden = false;
    stay.focus();
  }
  place.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close();
  });
  return [button, place];
}
