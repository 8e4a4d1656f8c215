// Lays a graph out with ForceAtlas2 (Jacomy et al. 2014) away from the page's
// thread. The same nodes, edges and starting places give the same picture.
import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

export type Task = { turn: number; nodes: { id: string; x: number; y: number; size: number; fixed: boolean }[]; edges: [string, string, number][] };
export type Done = { turn: number; places: [string, number, number][] };

self.onmessage = (e: MessageEvent<Task>) => {
  const { turn, nodes, edges } = e.data;
  const graph = new UndirectedGraph();
  for (const { id, ...attributes } of nodes) graph.addNode(id, attributes);
  for (const [from, to, weight] of edges) if (from !== to) graph.mergeEdge(from, to, { weight });
  const n = nodes.length;
  const settings = { ...forceAtlas2.inferSettings(graph), adjustSizes: n < 400, barnesHutOptimize: n > 300, strongGravityMode: true, gravity: 0.06, scalingRatio: n < 400 ? 14 : 6, slowDown: 2 };
  forceAtlas2.assign(graph, { iterations: n < 60 ? 500 : n < 400 ? 300 : n < 1500 ? 90 : 50, settings, getEdgeWeight: "weight" });
  self.postMessage({ turn, places: graph.mapNodes((id, a) => [id, a.x as number, a.y as number]) } satisfies Done);
};
