// The menu is a native popover. Here only: it closes when the focus leaves it, so that it never hides what has the focus.

export function menu() {
  const list = document.querySelector(".menu[popover]");
  const button = document.querySelector(".menu-button");
  list?.addEventListener("focusout", ({ relatedTarget }) => {
    const away = relatedTarget && relatedTarget !== button && !list.contains(relatedTarget);
    if (away && list.matches(":popover-open")) list.hidePopover();
  });
}
