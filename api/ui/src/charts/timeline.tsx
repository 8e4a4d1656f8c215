// A timeline in lanes. A date that is stated to the day or finer is a crisp
// bar; one that is not is a soft one as long as what it may mean.
import { scaleUtc } from "d3-scale";
import { shorten } from "../words";
import { tick, useWidth } from "./axis";

export type Bar = { id: string; href: string; kind: string; label: string; title: string; lane: string; from: number | null; to: number | null; soft: boolean; on: boolean };

const rowHeight = 22;
const side = 148;

export function Lanes({ bars, domain: [a, b] }: { bars: Bar[]; domain: [number, number] }) {
  const [box, width] = useWidth();
  const narrow = width < 560;
  const left = narrow ? 0 : side;
  const x = scaleUtc().domain([a, b]).range([left + 8, width - 12]);
  const names = [...new Set(bars.map((i) => i.lane))];
  let top = 26;
  const lanes = names.map((name) => {
    const packed = pack(bars.filter((i) => i.lane === name), x, [a, b], left, width);
    const head = narrow ? 18 : 0;
    const lane = { name, packed, top: top + head, height: packed.rows * rowHeight + 10, head };
    top += lane.height + head;
    return lane;
  });
  return (
    <div ref={box} class="lanes">
      <svg width={width} height={top + 8} role="group" aria-label="Timeline; the table below holds the same">
        <defs>
          {["Event", "Claim", "Article"].map((k) => (
            <linearGradient key={k} id={`soft-${k}`} class={`soft-stops k-${k}`}><stop offset="0" stop-opacity="0.1" /><stop offset="0.5" stop-opacity="0.5" /><stop offset="1" stop-opacity="0.1" /></linearGradient>
          ))}
        </defs>
        {x.ticks(Math.max(3, Math.floor(width / 95))).filter((t) => x(t) > left + 20 && x(t) < width - 20).map((t) => <g key={+t} class="tick"><line class="faint" x1={x(t)} x2={x(t)} y1={20} y2={top} /><text x={x(t)} y={13} text-anchor="middle">{tick(t)}</text></g>)}
        {lanes.map((l) => (
          <g key={l.name}>
            <line class="rule" x1={0} x2={width} y1={l.top - l.head} y2={l.top - l.head} />
            <text class="lane-name" x={2} y={narrow ? l.top - 5 : l.top + 18}>{shorten(l.name, narrow ? 40 : 19)}<title>{l.name}</title></text>
            {l.packed.bars.map(({ bar, row, x0, x1, text }) => (
              <a key={bar.id} href={bar.href} class={`bar k-${bar.kind} ${bar.on ? "on" : ""}`}>
                <title>{bar.title}</title>
                <rect x={x0} y={l.top + 6 + row * rowHeight} width={Math.max(5, x1 - x0)} height={11} rx={bar.soft ? 5 : 2} fill={bar.soft ? `url(#soft-${bar.kind})` : "currentColor"} />
                {text && <text x={text.x} y={l.top + 15.5 + row * rowHeight} text-anchor={text.anchor}>{text.words}</text>}
              </a>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

// pack puts bars on rows so that neither they nor their labels overlap.
function pack(bars: Bar[], x: (t: number) => number, [a, b]: [number, number], left: number, width: number) {
  const ends: number[] = [];
  const order = [...bars].sort((p, q) => (p.from ?? a) - (q.from ?? a) || (p.to ?? b) - (q.to ?? b));
  const placed = order.map((bar) => {
    const x0 = x(Math.min(b, Math.max(bar.from ?? a, a)));
    const x1 = x(Math.max(a, Math.min(bar.to ?? b, b)));
    const words = shorten(bar.label, width < 560 ? 26 : 44);
    const length = words.length * 6.1 + 10;
    const after = Math.max(x0 + 5, x1) + 5;
    const fits = after + length < width;
    const text = fits ? { x: after, anchor: "start" as const, words } : x0 - length > left ? { x: x0 - 5, anchor: "end" as const, words } : { x: x0 + 4, anchor: "start" as const, words };
    const begin = text.anchor === "end" ? x0 - length : x0;
    const end = fits ? after + length : Math.max(x1, text.anchor === "start" ? text.x + length : x0 + 8);
    let row = ends.findIndex((e) => e < begin);
    if (row < 0) row = ends.length;
    ends[row] = end;
    return { bar, row, x0, x1, text };
  });
  return { bars: placed, rows: Math.max(1, ends.length) };
}
