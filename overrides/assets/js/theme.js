// Light or dark: as the system, until the reader chooses otherwise.

const dark = window.matchMedia("(prefers-color-scheme: dark)");

export function theme(store) {
  const button = document.querySelector("button.theme");
  if (!button) return;
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const label = () => {
    button.textContent = isDark() ? button.dataset.toLight : button.dataset.toDark;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    store.set("theme", root.dataset.theme);
    label();
  });
  // As it is kept: erased with the rest, or brought by a file.
  function follow() {
    const kept = store.setting("theme");
    if (kept) root.dataset.theme = kept;
    else delete root.dataset.theme;
    label();
  }
  document.addEventListener("course:change", () => store.kept && follow());
  dark.addEventListener("change", label);
  if (store.setting("theme")) follow();
  else label();
}
