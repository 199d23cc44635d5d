// Small helpers for what scripts add to a page.

// Return an element: `make("p", { class: "small" }, "text", child…)`. A property that is null or false is left out. A
// button submits nothing.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (tag === "button") element.type = "button";
  return fill(element, attributes, children);
}

// The same for an element of a drawing.
export function makeSvg(tag, attributes, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// Return copies of what stands in an element.
export const copy = (element) => [...element.cloneNode(true).childNodes];

// Let one element stand alone on paper until the printing is over.
export function alone(element) {
  const root = document.documentElement;
  root.dataset.only = "";
  element.dataset.print = "";
  const done = () => {
    delete root.dataset.only;
    delete element.dataset.print;
  };
  addEventListener("afterprint", done, { once: true });
}

// Print one element and nothing else of the page.
export function printOnly(element) {
  alone(element);
  window.print();
}

// Do what nobody waits for once the frame that shows what was just done is painted.
export const afterPaint = (act) => requestAnimationFrame(() => setTimeout(act));

// Hand a file to the learner. Nothing is sent: the browser writes what the page holds.
export function download(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// Return `render`, which replaces what an element holds, as one that keeps the focus on the same link, field or button.
export function steady(element, render) {
  const key = (each) => each.id || each.getAttribute("href") || each.textContent;
  return () => {
    const focused = element.contains(document.activeElement) ? document.activeElement : null;
    const before = focused && key(focused);
    render();
    if (!focused || focused.isConnected) return;
    [...element.querySelectorAll(focused.localName)]
      .find((each) => key(each) === before)
      ?.focus({ preventScroll: true });
  };
}

// Define a custom element whose `start(element, course)` runs once, when the page has been read.
export function define(name, start) {
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback() {
        if (this.started) return;
        this.started = true;
        start(this, self.course);
      }
    },
  );
}
