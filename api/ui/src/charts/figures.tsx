// Figures over time: one panel per metric, one color and row of marks per
// source, each with the interval that its words allow. What is bounded on one
// side only fades out on the other.
import { scaleLinear, scaleUtc } from "d3-scale";
import type { Interval, Quantity } from "../client";
import { tick, useWidth } from "./axis";
import { linkTo } from "../route";
import { bounds, count, date, figure, shorten, words } from "../words";

export type Mark = { claim: string; source: string; metric: string; unit: string; time: Interval | null | undefined; quantity: Quantity; note: string };

const left = 52;
const bottom = 26;
const palette = 8; // as many series colors as style/base.css has

export function FigureChart({ marks }: { marks: Mark[] }) {
  const sources = [...new Set(marks.map((m) => m.source))];
  const metrics = [...new Set(marks.map((m) => m.metric))];
  return (
    <div class="chart">
      <ul class="legend" aria-label="Sources">{sources.map((s, i) => <li key={s}><i class={`swatch s${i % palette}`} />{s}</li>)}</ul>
      <div class="panels">{metrics.map((m) => <Panel key={m} metric={m} marks={marks.filter((x) => x.metric === m)} sources={sources} />)}</div>
      <details open={marks.length < 7}>
        <summary>As a table</summary>
        <Table marks={marks} />
      </details>
    </div>
  );
}

// moment places a time on the axis: its middle, and how far it reaches.
function moment(time: Interval | null | undefined): { from: number; to: number } | null {
  const b = bounds(time);
  if (!b) return null;
  const [from, to] = b;
  return { from: from ?? (to as number), to: to ?? (from as number) };
}

function Panel({ metric, marks, sources }: { metric: string; marks: Mark[]; sources: string[] }) {
  const [box, width] = useWidth();
  const dated = marks.map((m) => ({ m, at: moment(m.time) }));
  const times = dated.flatMap((d) => (d.at ? [d.at.from, d.at.to] : []));
  const undated = dated.some((d) => !d.at);
  const pad = Math.max(18 * 3600e3, (Math.max(...times) - Math.min(...times)) * 0.06);
  const x = scaleUtc().domain(times.length ? [Math.min(...times) - pad, Math.max(...times) + pad] : [0, 1]).range([left + 14, width - (undated ? 110 : 20)]);
  const tops = marks.map((m) => Math.max(m.quantity.value, m.quantity.high ?? 0));
  const max = Math.max(...tops, 1) * 1.18;
  const height = 180;
  const y = scaleLinear().domain([0, max]).nice(5).range([height - bottom, 12]);
  const points = apart(dated.map(({ m, at }) => ({ m, half: at ? (x(at.to) - x(at.from)) / 2 : 0, x: at ? x((at.from + at.to) / 2) : width - 84, y: y(m.quantity.value) })));
  return (
    <figure ref={box}>
      <figcaption>{words(metric)}{marks[0]?.unit && marks[0].unit !== "person" ? `, ${marks[0].unit}` : ""}</figcaption>
      <svg width={width} height={height} role="group" aria-label={`${words(metric)} over time by source; the table below holds the same`}>
        {y.ticks(5).map((t) => <g key={t} class="tick"><line x1={left} x2={width} y1={y(t)} y2={y(t)} /><text x={left - 8} y={y(t)} dy=".32em" text-anchor="end">{count(t)}</text></g>)}
        {times.length > 0 && x.ticks(Math.max(2, Math.floor(width / 130))).map((t) => <g key={+t} class="tick"><line class="faint" x1={x(t)} x2={x(t)} y1={12} y2={height - bottom} /><text x={x(t)} y={height - 8} text-anchor="middle">{tick(t)}</text></g>)}
        {undated && <text class="axis-label" x={width - 64} y={height - 8} text-anchor="middle">undated</text>}
        {points.map(({ m, x, half }, i) => <Point key={i} mark={m} x={x} half={half} y={y} right={x < width - 64} tone={sources.indexOf(m.source) % palette} />)}
      </svg>
    </figure>
  );
}

// apart moves points that would cover each other a little to the side.
function apart<P extends { x: number; y: number }>(points: P[]): P[] {
  const placed: P[] = [];
  for (const p of points) {
    while (placed.some((q) => Math.abs(q.x - p.x) < 44 && Math.abs(q.y - p.y) < 14)) p.x += 11;
    placed.push(p);
  }
  return placed;
}

function Point({ mark: { claim, quantity: q, source, time }, x, half, y, right, tone }: { mark: Mark; x: number; half: number; y: (n: number) => number; right: boolean; tone: number }) {
  const low = q.low ?? null;
  const high = q.high ?? null;
  const open = 26; // how far an open end is drawn
  const top = high === null ? y(q.value) - (low === null ? 0 : open) : y(high);
  const foot = low === null ? y(q.value) + (high === null ? 0 : open) : y(low);
  return (
    <a href={linkTo("Claim", claim)} class={`point s${tone}`}>
      <title>{`${source}: ${figure(q)} (“${q.words}”), ${date(time)}`}</title>
      {half > 3 && <line class="spell" x1={x - Math.min(half, 60)} x2={x + Math.min(half, 60)} y1={y(q.value)} y2={y(q.value)} />}
      {foot - top > 1 && <line class={high === null || low === null ? "open" : ""} x1={x} x2={x} y1={top} y2={foot} />}
      {high === null && low !== null && <path d={`M${x - 4},${top + 5}L${x},${top - 1}L${x + 4},${top + 5}`} />}
      {low === null && high !== null && <path d={`M${x - 4},${foot - 5}L${x},${foot + 1}L${x + 4},${foot - 5}`} />}
      <circle cx={x} cy={y(q.value)} r={4.5} />
      <text x={right ? x + 7 : x - 7} y={y(q.value)} dy="-.5em" text-anchor={right ? "start" : "end"}>{figure(q)}</text>
    </a>
  );
}

function Table({ marks }: { marks: Mark[] }) {
  const order = [...marks].sort((a, b) => a.metric.localeCompare(b.metric) || (bounds(a.time)?.[0] ?? 0) - (bounds(b.time)?.[0] ?? 0));
  return (
    <div class="scroll">
      <table class="data">
        <thead><tr><th scope="col">Figure</th><th scope="col">Source</th><th scope="col">As of</th><th scope="col">Words</th><th scope="col">Note</th></tr></thead>
        <tbody>{order.map((m, i) => (
          <tr key={i}>
            <th scope="row"><a href={linkTo("Claim", m.claim)}>{figure(m.quantity)} {words(m.metric)}</a></th>
            <td>{m.source}</td><td>{date(m.time)}</td><td>“{m.quantity.words}”</td><td class="soft">{shorten(m.note, 120)}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
