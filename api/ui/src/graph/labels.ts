// Labels that cover neither each other nor another node. The picture tells
// which labels it would draw; those that matter most are placed first, beside,
// below or above their node, and what finds no room is left out until the
// picture is looked at from nearer.
export type Wish = { x: number; y: number; size: number; text: string; rank: number; faint: boolean };
export type Disc = { x: number; y: number; size: number };

type Box = [x0: number, y0: number, x1: number, y1: number];

const height = 15;
const gap = 3;
const cell = 64;
export const must = 1000; // from this rank on a label is drawn even without room
const short = 20;
const first = 12; // so many may cover nodes, but no other label, so that the centre of a dense graph is named

// A Field knows what is taken already, by cells so that few need comparing.
class Field {
  private readonly cells = new Map<string, Box[]>();

  private near([x0, y0, x1, y1]: Box, each: (key: string) => boolean): boolean {
    for (let i = Math.floor(x0 / cell); i <= Math.floor(x1 / cell); i++) {
      for (let j = Math.floor(y0 / cell); j <= Math.floor(y1 / cell); j++) if (each(`${i} ${j}`)) return true;
    }
    return false;
  }

  take(box: Box) {
    this.near(box, (key) => {
      const list = this.cells.get(key);
      if (list) list.push(box);
      else this.cells.set(key, [box]);
      return false;
    });
  }

  free([x0, y0, x1, y1]: Box): boolean {
    return !this.near([x0, y0, x1, y1], (key) => this.cells.get(key)?.some((b) => b[0] < x1 && b[2] > x0 && b[1] < y1 && b[3] > y0) ?? false);
  }
}

// around are the places of a label of a width, the best first.
function around({ x, y, size }: Wish, width: number): Box[] {
  const half = height / 2;
  const at = (left: number, top: number): Box => [left, top, left + width, top + height];
  return [at(x + size + gap, y - half), at(x - size - gap - width, y - half), at(x - width / 2, y + size + 1), at(x - width / 2, y - size - 1 - height)];
}

export type Placed = { text: string; x: number; y: number; wish: Wish };

// place finds room for labels; y is that of their middle.
export function place(wishes: Wish[], discs: Disc[], measure: (text: string) => number, [w, h]: [number, number]): Placed[] {
  const nodes = new Field();
  const labels = new Field();
  for (const { x, y, size } of discs) nodes.take([x - size, y - size, x + size, y + size]);
  const out: Placed[] = [];
  for (const [i, wish] of [...wishes].sort((a, b) => b.rank - a.rank).entries()) {
    const texts = wish.text.length > short + 4 ? [wish.text, wish.text.slice(0, short).trimEnd() + "…"] : [wish.text];
    const options = texts.flatMap((text) => around(wish, measure(text)).filter((b) => b[0] >= 0 && b[2] <= w && b[1] >= 0 && b[3] <= h && labels.free(b)).map((box) => ({ text, box })));
    let found = options.find(({ box }) => nodes.free(box)) ?? (i < first ? options[options.length - 1] : undefined);
    if (!found && wish.rank >= must) {
      const text = texts[texts.length - 1] ?? "";
      const boxes = around(wish, measure(text));
      const box = boxes.find((b) => b[0] >= 0 && b[2] <= w) ?? boxes[0];
      if (box) found = { text, box };
    }
    if (!found) continue;
    labels.take(found.box);
    out.push({ text: found.text, x: found.box[0], y: found.box[1] + height / 2, wish });
  }
  return out;
}
