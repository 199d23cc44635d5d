// On paper every consequence of a scenario shows. print.css says so too, where a browser knows `::details-content`.

export function openForPrint() {
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll(".choice:not([open])")];
    for (const choice of closed) choice.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const choice of closed) choice.open = false;
  });
}
