// Fold a text so that "securite" finds "sécurité" and "coeur" finds "cœur".
export function fold(text) {
  return text
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[’ʼ]/g, "'")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}
