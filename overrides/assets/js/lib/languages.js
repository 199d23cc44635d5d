// The language for a reader: the one chosen before, else the first of the browser's that is offered, else the first offered.
export function choose(offered, chosen, preferred = []) {
  if (offered.includes(chosen)) return chosen;
  for (const tag of preferred) {
    const language = tag.toLowerCase().split("-")[0];
    if (offered.includes(language)) return language;
  }
  return offered[0];
}
