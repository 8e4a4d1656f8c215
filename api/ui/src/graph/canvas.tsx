// The picture of a graph, drawn by sigma. What it shows is given to it; it
// only tells what was clicked and where nodes were put.
import { MultiDirectedGraph } from "graphology";
import { useEffect, useRef, useState } from "preact/hooks";
import Sigma from "sigma";
import type { GraphEdge, GraphNode } from "../client";
import { theme } from "../parts/scope";
import { shorten, words } from "../words";
import { selectArea } from "./area";
import { must, place as placeLabels, type Wish } from "./labels";
import type { Done, Task } from "./layout.worker";

export type Drawn = { id: string; source: string; target: string; edges: GraphEdge[] };

type Props = {
  nodes: GraphNode[];
  edges: Drawn[];
  selected: string | null;
  picked: Set<string>; // several that are selected together
  pinned: Map<string, Spot | null>; // with where they were put
  way: Set<string>; // ids of nodes and edges on a path
  onSelect: (id: string | null) => void;
  onExpand: (id: string) => void;
  onPick: (ids: string[], toggle: boolean) => void;
  onPin: (id: string, at: Spot) => void;
};
export type Spot = { x: number; y: number };

// Where nodes are, for as long as the page lives, so that what is added later
// does not move what was there.
const places = new Map<string, Spot>();
export const spotOf = (id: string): Spot | null => places.get(id) ?? null;

// seed derives a starting place from the id alone.
function seed(id: string) {
  let h = 2166136261;
  for (let i = 0; i < id.length; i++) h = Math.imul(h ^ id.charCodeAt(i), 16777619);
  const angle = ((h >>> 0) / 2 ** 32) * 2 * Math.PI;
  const far = 20 + ((Math.imul(h, 2654435761) >>> 0) / 2 ** 32) * 80;
  return { x: Math.cos(angle) * far, y: Math.sin(angle) * far };
}

const sizes: Record<string, number> = { Event: 9, Actor: 8, Place: 7, Claim: 5.5, Article: 7 };

function palette() {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string) => style.getPropertyValue(name).trim();
  return { kind: (k: string) => color(`--${k.toLowerCase()}`), line: color("--edge"), ink: color("--ink"), soft: color("--soft"), accent: color("--accent"), faint: color("--line"), paper: color("--card") };
}

export function Canvas(p: Props) {
  const box = useRef<HTMLDivElement>(null);
  const sigma = useRef<Sigma | null>(null);
  const graph = useRef(new MultiDirectedGraph());
  const worker = useRef<Worker | null>(null);
  const turn = useRef(0);
  const latest = useRef(p);
  latest.current = p;
  const [broken, setBroken] = useState(false);
  const [settled, setSettled] = useState(false);
  const [areas, setAreas] = useState(false); // whether a plain drag selects
  const tool = useRef(areas);
  tool.current = areas;

  useEffect(() => {
    if (!box.current) return;
    let view: Sigma;
    try {
      view = start(box.current, graph.current, latest);
    } catch {
      setBroken(true); // no WebGL: the table says the same
      return;
    }
    sigma.current = view;
    worker.current = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
    worker.current.onmessage = (e: MessageEvent<Done>) => {
      if (e.data.turn !== turn.current) return;
      for (const [id, x, y] of e.data.places) {
        places.set(id, { x, y });
        if (graph.current.hasNode(id)) graph.current.mergeNodeAttributes(id, { x, y });
      }
      setSettled(true);
    };
    const stop = selectArea(box.current, (e) => e.shiftKey || tool.current, (area) => {
      const inside = latest.current.nodes.filter((n) => {
        const { x, y, size } = seen(view, n.id);
        const near = area.point ? size + 4 : 0;
        return x >= area.x0 - near && x <= area.x1 + near && y >= area.y0 - near && y <= area.y1 + near;
      });
      latest.current.onPick(inside.map((n) => n.id), area.point);
    });
    return () => {
      stop();
      worker.current?.terminate();
      view.kill();
    };
  }, []);

  const shape = p.nodes.map((n) => n.id).join() + "|" + p.edges.map((e) => e.id).join() + "|" + [...p.pinned.keys()].join();
  useEffect(() => {
    if (!sigma.current) return;
    for (const [id, spot] of p.pinned) if (spot && !places.has(id)) places.set(id, spot);
    rebuild(graph.current, p);
    turn.current++;
    setSettled(false);
    worker.current?.postMessage({
      turn: turn.current,
      nodes: p.nodes.map((n) => ({ id: n.id, ...place(n.id), size: 3 + (sizes[n.kind] ?? 6), fixed: p.pinned.has(n.id) })),
      edges: p.edges.map((e) => [e.source, e.target, Math.min(3, e.edges.length)]),
    } satisfies Task);
  }, [shape, broken]);

  useEffect(() => {
    const colors = palette();
    sigma.current?.setSetting("labelColor", { color: colors.ink });
    sigma.current?.setSetting("edgeLabelColor", { color: colors.ink });
    sigma.current?.refresh();
  }, [p.selected, p.way, p.pinned, p.picked, theme.value]);

  const zoom = (factor: number) => {
    const camera = sigma.current?.getCamera();
    if (camera) void camera.animate({ ratio: camera.ratio * factor });
  };
  if (broken) return <div class="canvas-box empty"><p>This browser draws no WebGL. The table below holds the same.</p></div>;
  return (
    <div class="canvas-box" data-settled={settled}>
      <div ref={box} class={`canvas ${areas ? "areas" : ""}`} role="img" aria-label={`Graph of ${p.nodes.length} nodes; the table below holds the same`} />
      <div class="zoom">
        <button class="icon" aria-label="Select an area" title="Select an area: drag a rectangle (or shift-drag)" aria-pressed={areas} onClick={() => setAreas(!areas)}>▧</button>
        <button class="icon" aria-label="Closer" onClick={() => zoom(0.7)}>+</button>
        <button class="icon" aria-label="Farther" onClick={() => zoom(1.4)}>−</button>
        <button class="icon" aria-label="All of it" onClick={() => void sigma.current?.getCamera().animatedReset()}>⤢</button>
      </div>
    </div>
  );
}

const place = (id: string) => places.get(id) ?? seed(id);

// seen is where a node stands in the picture, in pixels.
function seen(view: Sigma, id: string) {
  const data = view.getNodeDisplayData(id);
  if (!data) return { x: NaN, y: NaN, size: 0 };
  return { ...view.framedGraphToViewport(data), size: view.scaleSize(data.size) };
}

function rebuild(graph: MultiDirectedGraph, p: Props) {
  const keep = new Set(p.nodes.map((n) => n.id));
  for (const id of graph.nodes()) if (!keep.has(id)) graph.dropNode(id);
  for (const n of p.nodes) graph.mergeNode(n.id, { ...place(n.id), kind: n.kind, label: shorten(n.label, n.kind === "Claim" ? 30 : 36), size: sizes[n.kind] ?? 6 });
  graph.clearEdges();
  for (const e of p.edges) graph.addEdgeWithKey(e.id, e.source, e.target, { size: 1.6 + Math.min(2, (e.edges.length - 1) * 0.5), name: [...new Set(e.edges.map((x) => words(x.role || x.type)))].join(", ") });
}

function start(box: HTMLElement, graph: MultiDirectedGraph, latest: { current: Props }) {
  const near = (id: string) => {
    const s = latest.current.selected;
    return s !== null && graph.hasNode(s) && (s === id || graph.areNeighbors(s, id));
  };
  let hovered: string | null = null;
  let colors = palette();
  // Claims have long labels; in larger graphs they speak when they are asked.
  const quiet = (id: string, kind: string) => kind === "Claim" && graph.order > 24 && id !== hovered && id !== latest.current.selected && !latest.current.way.has(id) && !near(id);
  const rankOf = (id: string, kind: string) => {
    const { selected, way, pinned, picked } = latest.current;
    const chosen = id === selected || way.has(id);
    return (chosen ? must : 0) + (pinned.has(id) || picked.has(id) ? 300 : 0) + (kind === "Claim" ? 0 : 100) + graph.degree(id) + (sizes[kind] ?? 0) / 10;
  };
  let wishes: Wish[] = [];
  const view = new Sigma(graph, box, {
    allowInvalidContainer: true,
    enableEdgeEvents: true,
    renderEdgeLabels: true,
    defaultEdgeType: "arrow",
    labelFont: "system-ui, sans-serif",
    labelSize: 12,
    edgeLabelSize: 10,
    minCameraRatio: 0.05,
    maxCameraRatio: 6,
    stagePadding: 60,
    nodeReducer: (id, data) => {
      const { selected, way, pinned, picked } = latest.current;
      const focus = selected !== null && graph.hasNode(selected);
      const dim = (focus && !near(id)) || (way.size > 0 && !way.has(id)) || (picked.size > 0 && !picked.has(id));
      return { ...data, color: dim && !picked.has(id) ? colors.faint : colors.kind(data.kind), label: (pinned.has(id) ? "◉ " : "") + (dim || quiet(id, data.kind) ? "" : data.label), highlighted: id === selected, forceLabel: !dim && !quiet(id, data.kind), zIndex: dim ? 0 : 1 };
    },
    edgeReducer: (id, data) => {
      const { selected, way } = latest.current;
      const on = id === selected || way.has(id);
      const touching = selected !== null && graph.hasNode(selected) && graph.hasExtremity(id, selected);
      const dim = !on && !touching && ((selected !== null && graph.hasNode(selected)) || way.size > 0);
      return { ...data, color: on ? colors.accent : dim ? colors.faint : colors.line, size: on ? data.size + 1.5 : data.size, label: on || (touching && graph.degree(selected) <= 14) ? data.name : "", forceLabel: on, zIndex: on ? 2 : 0 };
    },
    zIndex: true,
    // What would be labelled is only noted; all of it is placed together.
    defaultDrawNodeLabel: (_, data) => {
      const kind = graph.getNodeAttribute(data.key, "kind") as string;
      if (data.label) wishes.push({ x: data.x, y: data.y, size: data.size, text: data.label, rank: rankOf(data.key, kind), faint: kind === "Claim" });
    },
    // Its own drawing of what is hovered is white in every theme.
    defaultDrawNodeHover: (context, data, settings) => {
      context.textBaseline = "alphabetic";
      context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
      const width = context.measureText(data.label ?? "").width;
      context.fillStyle = colors.paper;
      context.strokeStyle = colors.accent;
      context.lineWidth = 1.5;
      context.beginPath();
      context.arc(data.x, data.y, data.size + 3, 0, 2 * Math.PI);
      if (data.label) context.roundRect(data.x + data.size + 2, data.y - 10, width + 10, 20, 4);
      context.fill();
      context.stroke();
      context.fillStyle = colors.ink;
      if (data.label) context.fillText(data.label, data.x + data.size + 7, data.y + settings.labelSize / 3);
    },
  });
  view.on("beforeRender", () => {
    colors = palette();
    wishes = [];
  });
  const width = new Map<string, number>();
  view.on("afterRender", () => {
    const context = view.getCanvases().labels?.getContext("2d");
    if (!context) return;
    const font = view.getSetting("labelFont");
    context.font = `${view.getSetting("labelSize")}px ${font}`;
    const measure = (text: string) => {
      let w = width.get(text);
      if (w === undefined) width.set(text, (w = context.measureText(text).width + 4));
      return w;
    };
    const { width: w, height: h } = view.getDimensions();
    const labels = placeLabels(wishes, graph.nodes().map((id) => seen(view, id)), measure, [w, h]);
    context.lineWidth = 3.5;
    context.lineJoin = "round";
    context.textBaseline = "middle";
    context.strokeStyle = colors.paper;
    for (const { text, x, y, wish } of labels) {
      context.strokeText(text, x + 2, y);
      context.fillStyle = wish.faint ? colors.soft : colors.ink;
      context.fillText(text, x + 2, y);
    }
  });
  let dragged: string | null = null;
  let moved = false;
  view.on("clickNode", ({ node }) => latest.current.onSelect(node));
  view.on("clickEdge", ({ edge }) => latest.current.onSelect(edge));
  view.on("clickStage", () => latest.current.onSelect(null));
  view.on("doubleClickNode", (e) => {
    e.preventSigmaDefault();
    latest.current.onExpand(e.node);
  });
  const hover = (node: string, on: boolean) => {
    hovered = on ? node : null;
    box.style.cursor = on ? "pointer" : "";
    view.refresh({ partialGraph: { nodes: [node] }, skipIndexation: true });
  };
  view.on("enterNode", ({ node }) => hover(node, true));
  view.on("leaveNode", ({ node }) => graph.hasNode(node) && hover(node, false));
  view.on("enterEdge", () => (box.style.cursor = "pointer"));
  view.on("leaveEdge", () => (box.style.cursor = ""));
  view.on("downNode", ({ node }) => {
    dragged = node;
    moved = false;
    if (!view.getCustomBBox()) view.setCustomBBox(view.getBBox());
  });
  view.on("moveBody", ({ event }) => {
    if (!dragged) return;
    moved = true;
    const at = view.viewportToGraph(event);
    graph.mergeNodeAttributes(dragged, at);
    places.set(dragged, at);
    event.preventSigmaDefault();
    event.original.preventDefault();
  });
  const drop = () => {
    const at = dragged && moved ? places.get(dragged) : undefined;
    if (dragged && at) latest.current.onPin(dragged, at);
    dragged = null;
    view.setCustomBBox(null);
  };
  view.on("upNode", drop);
  view.on("upStage", drop);
  return view;
}
