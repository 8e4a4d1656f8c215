// The density of a timeline, and the window of it that is looked at. The window
// is dragged by mouse, or moved and stretched by the arrow keys.
import { scaleUtc } from "d3-scale";
import { useState } from "preact/hooks";
import { tick, useWidth } from "./axis";

export type Column = { from: number; to: number; count: number; uncertain: number };
type Choose = (from: number | null, to: number | null) => void;

const height = 56;
const foot = 16;
const day = 864e5;
const words = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

export function Overview({ columns, unit, domain: [a, b], window: [w0, w1], choose }: { columns: Column[]; unit: string; domain: [number, number]; window: [number, number]; choose: Choose }) {
  const [box, width] = useWidth();
  const [drag, setDrag] = useState<[number, number] | null>(null);
  const x = scaleUtc().domain([a, b]).range([8, width - 8]);
  const top = Math.max(1, ...columns.map((c) => c.count + c.uncertain));
  const tall = (n: number) => (n / top) * (height - foot - 6);
  const at = (e: PointerEvent) => +x.invert(Math.min(width - 8, Math.max(8, e.clientX - (e.currentTarget as Element).getBoundingClientRect().left)));
  const [s0, s1] = drag ? [Math.min(...drag), Math.max(...drag)] : [Math.max(a, w0), Math.min(b, w1)];
  return (
    <div ref={box} class="overview">
      <svg width={width} height={height} tabindex={0} role="slider" aria-label={`Window of time. How many there are by ${unit}; drag to choose a window, or use the arrow keys: left and right move it, up and down stretch it, Home shows all`}
        aria-valuemin={a} aria-valuemax={b} aria-valuenow={Math.round((s0 + s1) / 2)} aria-valuetext={`${words.format(s0)} to ${words.format(s1)}`}
        onKeyDown={(e) => steer(e, [s0, s1], [a, b], choose)}
        onPointerDown={(e) => {
          (e.currentTarget as Element).setPointerCapture(e.pointerId);
          setDrag([at(e), at(e)]);
        }}
        onPointerMove={(e) => drag && setDrag([drag[0], at(e)])}
        onPointerCancel={() => setDrag(null)}
        onPointerUp={(e) => {
          if (!drag) return;
          const end = at(e);
          setDrag(null);
          if (Math.abs(x(end) - x(drag[0])) < 4) choose(null, null);
          else choose(Math.min(drag[0], end), Math.max(drag[0], end));
        }}>
        {columns.map((c) => {
          if (!(c.count + c.uncertain)) return null;
          const [x0, x1] = [x(c.from), x(c.to)];
          const wide = Math.min(28, Math.max(2, x1 - x0 - (x1 - x0 > 4 ? 1 : 0)));
          const left = (x0 + x1 - wide) / 2;
          return (
            <g key={c.from}>
              <title>{`${tick(new Date(c.from))}: ${c.count}${c.uncertain ? `, and ${c.uncertain} that may lie here or elsewhere` : ""}`}</title>
              <rect class="bin maybe" x={left} width={wide} y={height - foot - tall(c.count + c.uncertain)} height={tall(c.uncertain)} />
              <rect class="bin" x={left} width={wide} y={height - foot - tall(c.count)} height={tall(c.count)} />
            </g>
          );
        })}
        {x.ticks(Math.max(3, Math.floor(width / 130))).filter((t) => x(t) > 24 && x(t) < width - 24).map((t) => <g class="tick" key={+t}><text x={x(t)} y={height - 3} text-anchor="middle">{tick(t)}</text></g>)}
        <rect class="brush" x={x(s0)} width={Math.max(2, x(s1) - x(s0))} y={1} height={height - foot} />
      </svg>
    </div>
  );
}

// steer moves or stretches the window by a key.
function steer(e: KeyboardEvent, [from, to]: [number, number], [a, b]: [number, number], choose: Choose) {
  const span = to - from;
  const move = (by: number) => {
    const start = Math.min(Math.max(a, from + by), Math.max(a, b - span));
    choose(start, Math.min(b, start + span));
  };
  const stretch = (by: number) => {
    const half = Math.max(day, (span * by) / 2);
    const middle = (from + to) / 2;
    choose(Math.max(a, middle - half), Math.min(b, middle + half));
  };
  if (e.key === "ArrowLeft") move(-Math.max(day, span / 4));
  else if (e.key === "ArrowRight") move(Math.max(day, span / 4));
  else if (e.key === "ArrowUp") stretch(2);
  else if (e.key === "ArrowDown") stretch(0.5);
  else if (e.key === "Home") choose(a, b);
  else return;
  e.preventDefault();
}
