// What the canvas shows, as a table.
import type { GraphNode } from "../client";
import { Dot } from "../parts/record";
import { date, plural, words } from "../words";
import type { Drawn } from "./canvas";

type Props = { nodes: GraphNode[]; edges: Drawn[]; picked: Set<string>; act: { select: (id: string) => void; pick: (ids: string[], toggle: boolean) => void } };

export function TableTwin({ nodes, edges, picked, act: { select, pick } }: Props) {
  const name = new Map(nodes.map((n) => [n.id, n.label]));
  const degree = new Map<string, number>();
  for (const e of edges) for (const id of [e.source, e.target]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const order = [...nodes].sort((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0) || a.label.localeCompare(b.label));
  const rows = 300;
  return (
    <details class="twin">
      <summary>As a table: {plural(nodes.length, "node")}, {plural(edges.length, "link")}</summary>
      <div class="scroll tall">
        <table class="data">
          <caption>Nodes, those with most links first</caption>
          <thead><tr><th scope="col"><span class="hidden">Select</span></th><th scope="col">Node</th><th scope="col">Kind</th><th scope="col">Time</th><th scope="col">Links shown</th></tr></thead>
          <tbody>{order.slice(0, rows).map((n) => <tr key={n.id} class={picked.has(n.id) ? "on" : ""}><td class="check"><input type="checkbox" aria-label={`Select ${n.label}`} checked={picked.has(n.id)} onChange={() => pick([n.id], true)} /></td><th scope="row"><button class="link-like" onClick={() => select(n.id)}><Dot kind={n.kind} /> {n.label}</button></th><td>{n.kind.toLowerCase()} <span class="soft">{words(n.type)}</span></td><td>{n.time ? date(n.time) : ""}</td><td>{degree.get(n.id) ?? 0}</td></tr>)}</tbody>
        </table>
        <table class="data">
          <caption>Links</caption>
          <thead><tr><th scope="col">From</th><th scope="col">Link</th><th scope="col">To</th></tr></thead>
          <tbody>{edges.slice(0, rows).map((e) => <tr key={e.id}><td>{name.get(e.source)}</td><td><button class="link-like" onClick={() => select(e.id)}>{[...new Set(e.edges.map((x) => words(x.role || x.type)))].join(", ")}</button></td><td>{name.get(e.target)}</td></tr>)}</tbody>
        </table>
      </div>
      {Math.max(nodes.length, edges.length) > rows && <p class="shown">{rows} rows of each are shown; export holds all.</p>}
    </details>
  );
}
