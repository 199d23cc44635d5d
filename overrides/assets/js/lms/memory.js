// A storage for the pages of the course that lasts as long as the shell: one text, under the course's id. `text` is what
// it holds (null: nothing), `put` changes it from the shell's side; `changed` is called when a page has, `came` when the
// shell has.
export function memoryOf(id) {
  let text = null;
  const memory = {
    changed() {},
    came() {},
    get text() {
      return text;
    },
    put(value) {
      text = value;
      memory.came();
    },
    storage: {
      getItem: (key) => (key === id ? text : null),
      setItem(key, value) {
        if (key !== id) return;
        text = String(value);
        memory.changed();
      },
      removeItem(key) {
        if (key !== id) return;
        text = null;
        memory.changed();
      },
    },
  };
  return memory;
}
