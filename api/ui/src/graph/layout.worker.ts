// Lays a graph out with ForceAtlas2 (Jacomy et al. 2014) away from the page's
// thread. The same nodes, edges and starting places give the same picture.
import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

export type Task = { turn: number; nodes: { id: string; x: number; y: number; size: number; fixed: boolean }[]; edges: [string, string, number][] };
export type Done = { turn: number; places: [string, number, number][] };

self.onmessage = (e: MessageEvent<Task>) => {
  const { turn, nodes, edges } = e.data;
  const joined = new Set(edges.flatMap(([from, to]) => (from === to ? [] : [from, to])));
  const alone = joined.size ? nodes.filter((n) => !joined.has(n.id) && !n.fixed) : [];
  const graph = new UndirectedGraph();
  for (const { id, ...attributes } of nodes) if (!alone.length || joined.has(id) || attributes.fixed) graph.addNode(id, attributes);
  for (const [from, to, weight] of edges) if (from !== to) graph.mergeEdge(from, to, { weight });
  const n = graph.order;
  const settings = { ...forceAtlas2.inferSettings(graph), adjustSizes: n < 400, barnesHutOptimize: n > 300, strongGravityMode: true, gravity: 0.06, linLogMode: n > 40 && n < 1500, scalingRatio: n < 400 ? 14 : 6, slowDown: 2 };
  forceAtlas2.assign(graph, { iterations: n < 60 ? 500 : n < 400 ? 300 : n < 1500 ? 90 : 50, settings, getEdgeWeight: "weight" });
  const places = graph.mapNodes((id, a): Done["places"][number] => [id, a.x as number, a.y as number]);
  self.postMessage({ turn, places: [...places, ...beneath(places, alone)] } satisfies Done);
};

// beneath puts nodes that nothing joins into rows below the others, which they
// would otherwise push together.
function beneath(places: Done["places"], alone: Task["nodes"]): Done["places"] {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [, x, y] of places) [left, right, low, high] = [Math.min(left, x), Math.max(right, x), Math.min(low, y), Math.max(high, y)];
  const row = Math.max(6, Math.ceil(Math.sqrt(alone.length * 2)));
  const wide = Math.max(right - left, high - low, 10);
  return alone.map(({ id }, i) => [id, left + (((i % row) + 0.5) * wide) / row, low - (wide / 12) * (1 + Math.floor(i / row))]);
}
