// A timeline in lanes. A date that is stated to the day or finer is a crisp
// bar; one that is not is a soft one as long as what it may mean.
import { scaleUtc } from "d3-scale";
import { useState } from "preact/hooks";
import { shorten } from "../words";
import { tick, useWidth } from "./axis";

export type Bar = { id: string; href: string; kind: string; label: string; title: string; lane: string; from: number | null; to: number | null; soft: boolean; on: boolean };

const rowHeight = 22;
const side = 132;

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
        {x.ticks(Math.max(3, Math.floor(width / 95))).map((t) => <g key={+t} class="tick"><line class="faint" x1={x(t)} x2={x(t)} y1={20} y2={top} /><text x={x(t)} y={13} text-anchor="middle">{tick(t)}</text></g>)}
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
    const end = fits ? after + length : Math.max(x1, x0 + 8);
    let row = ends.findIndex((e) => e < begin);
    if (row < 0) row = ends.length;
    ends[row] = end;
    return { bar, row, x0, x1, text };
  });
  return { bars: placed, rows: Math.max(1, ends.length) };
}

// Overview shows how many there are when, and selects a window by dragging.
export function Overview({ times, domain: [a, b], window: [w0, w1], choose }: { times: [number, number][]; domain: [number, number]; window: [number, number]; choose: (from: number | null, to: number | null) => void }) {
  const [box, width] = useWidth();
  const [drag, setDrag] = useState<[number, number] | null>(null);
  const height = 46;
  const x = scaleUtc().domain([a, b]).range([8, width - 8]);
  const bins = new Array<number>(Math.max(20, Math.floor(width / 7))).fill(0);
  for (const [from, to] of times) {
    const i = Math.floor((((from + to) / 2 - a) / (b - a)) * (bins.length - 1));
    if (i >= 0 && i < bins.length) bins[i] = (bins[i] ?? 0) + 1;
  }
  const top = Math.max(1, ...bins);
  const at = (e: PointerEvent) => +x.invert(Math.min(width - 8, Math.max(8, e.clientX - (e.currentTarget as Element).getBoundingClientRect().left)));
  const [s0, s1] = drag ? [Math.min(...drag), Math.max(...drag)] : [w0, w1];
  return (
    <div ref={box} class="overview">
      <svg width={width} height={height} role="img" aria-label="How many there are when. Drag to select a window, or type its dates above"
        onPointerDown={(e) => {
          (e.currentTarget as Element).setPointerCapture(e.pointerId);
          setDrag([at(e), at(e)]);
        }}
        onPointerMove={(e) => drag && setDrag([drag[0], at(e)])}
        onPointerUp={(e) => {
          if (!drag) return;
          const end = at(e);
          setDrag(null);
          if (Math.abs(x(end) - x(drag[0])) < 4) choose(null, null);
          else choose(Math.min(drag[0], end), Math.max(drag[0], end));
        }}>
        {bins.map((n, i) => n > 0 && <rect key={i} class="bin" x={8 + (i / (bins.length - 1)) * (width - 16) - 2.5} width={5} y={height - 16 - (n / top) * (height - 20)} height={(n / top) * (height - 20)} />)}
        {x.ticks(Math.max(3, Math.floor(width / 130))).filter((t) => x(t) > 24 && x(t) < width - 24).map((t) => <g class="tick" key={+t}><text x={x(t)} y={height - 3} text-anchor="middle">{tick(t)}</text></g>)}
        <rect class="brush" x={x(s0)} width={Math.max(2, x(s1) - x(s0))} y={1} height={height - 16} />
      </svg>
    </div>
  );
}
