// The time slider of the graph: what may lie within its two ends is shown.
import type { GraphNode } from "../client";
import { change } from "../route";
import { bounds } from "../words";

// within says whether a node may lie in a stretch of time; undated ones do.
export function within(n: GraphNode, t0: number, t1: number) {
  const b = bounds(n.time);
  if (!b) return true;
  return !((b[1] ?? Infinity) <= t0 || (b[0] ?? -Infinity) >= t1);
}

// extent is the time that nodes reach over.
export function extent(nodes: GraphNode[]): [number, number] | null {
  const all = nodes.flatMap((n) => bounds(n.time) ?? []).filter((t): t is number => t !== null);
  const [a, b] = [Math.min(...all), Math.max(...all)];
  return all.length > 1 && b > a ? [a, b] : null;
}

const dayWords = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

export function Slider({ span: [a, b], t0, t1 }: { span: [number, number]; t0: number; t1: number }) {
  const lo = Number.isNaN(t0) ? a : Math.max(a, t0);
  const hi = Number.isNaN(t1) ? b : Math.min(b, t1);
  const part = (b - a) / 200;
  return (
    <div class="slider" role="group" aria-label="Time: nodes that may lie within it">
      <span>{dayWords.format(lo)}</span>
      <input type="range" aria-label="From" min={a} max={b} step={part} value={lo} onInput={(e) => change({ t0: Math.min(Number(e.currentTarget.value), hi - part) <= a ? null : Math.round(Math.min(Number(e.currentTarget.value), hi - part)) })} />
      <input type="range" aria-label="To" min={a} max={b} step={part} value={hi} onInput={(e) => change({ t1: Math.max(Number(e.currentTarget.value), lo + part) >= b ? null : Math.round(Math.max(Number(e.currentTarget.value), lo + part)) })} />
      <span>{dayWords.format(hi)}</span>
    </div>
  );
}
