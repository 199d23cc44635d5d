// Compare two versions such as "0.4.0" and "0.10.1": negative, zero or positive, as sorting wants it.
export function compare(one, other) {
  const [left, right] = [one, other].map((version) => version.split(".").map(Number));
  for (let part = 0; part < Math.max(left.length, right.length); part += 1) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference) return difference;
  }
  return 0;
}
