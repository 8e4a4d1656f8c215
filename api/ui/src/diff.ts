// Two wordings compared word by word, as the API compares them: neither case
// nor punctuation counts.
export type Piece = { as: "same" | "out" | "in"; text: string };

const key = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

// split cuts a text into words; punctuation that stands alone goes with the
// word before it.
function split(text: string): { key: string; text: string }[] {
  const out: { key: string; text: string }[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = out[out.length - 1];
    if (key(word) || !last) out.push({ key: key(word), text: word });
    else last.text += " " + word;
  }
  return out;
}

// compareWords leads from the first wording to the second, which is what is
// read when what is out is left out.
export function compareWords(first: string, second: string): Piece[] {
  const [a, b] = [split(first), split(second)];
  // lengths of the longest common subsequence from each pair of places on
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => length[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) (length[i] as Uint16Array)[j] = a[i]?.key === b[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const out: Piece[] = [];
  const add = (as: Piece["as"], text = "") => {
    const last = out[out.length - 1];
    if (last?.as === as) last.text += " " + text;
    else out.push({ as, text });
  };
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i]?.key === b[j]?.key) {
      add("same", b[j]?.text);
      i++;
      j++;
    } else if (j === b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) add("out", a[i++]?.text);
    else add("in", b[j++]?.text);
  }
  return out;
}
