// On paper every consequence of a scenario shows. print.css says so too, where a browser knows `::details-content`.

export function openForPrint() {
  let closed = [];
  const root = document.documentElement;
  window.addEventListener("beforeprint", () => {
    root.dataset.printing = "true"; // what opens now was not chosen
    closed = [...document.querySelectorAll(".choice:not([open])")];
    for (const choice of closed) choice.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const choice of closed) choice.open = false;
    setTimeout(() => delete root.dataset.printing, 0); // `toggle` comes later
  });
}
