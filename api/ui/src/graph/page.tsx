// The graph page. Which nodes are shown, hidden, pinned and selected, and what
// the legend and the slider leave, stand in the address; going back undoes.
import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { address, askGraph, changed, get, has, load, Problem, type Answer, type Graph, type GraphNode } from "../client";
import { typing } from "../keys";
import { ExportMenu } from "../parts/export";
import { Fault } from "../parts/load";
import { Dot, Empty } from "../parts/record";
import { Combo } from "../parts/searchbox";
import { change, go, link, route, scope } from "../route";
import { count, plural } from "../words";
import { Canvas, spotOf, type Drawn, type Spot } from "./canvas";
import { Chosen } from "./chosen";
import { extent, Slider, within } from "./slider";
import { TableTwin } from "./table";

const kinds = ["Actor", "Place", "Event", "Claim", "Article"];
const most = 1000; // what one question for a subgraph may name

type Paths = Answer<"/api/v1/graph/paths">;

export function GraphPage() {
  const { params } = route.value;
  const ids = params.getAll("ids");
  const article = params.get("article");
  const from = params.get("from");
  const to = params.get("to");
  if (!ids.length && !article && !(from && to)) return <Start />;
  return <Explorer ids={ids} article={article} from={from} to={to} />;
}

function Start() {
  const from = route.value.params.get("from");
  return (
    <Empty>
      <h1>Graph</h1>
      <p>{from ? "Choose the other end of the path." : "Begin with one person, place, event or article, then expand what interests you."}</p>
      {!from && <Combo id="begin" label="Begin with" placeholder="Begin with …" big onPick={(s) => go(s.kind === "Article" ? link("graph", { article: s.id }) : link("graph", { ids: [s.id] }))} />}
      <PathForm />
      <Latest />
    </Empty>
  );
}

function Latest() {
  const [article, set] = useState<{ id: string; title: string } | null>(null);
  useEffect(() => {
    get("/api/v1/articles", { limit: 1, ...scope.value }).then((a) => set(a.items[0] ?? null), () => set(null));
  }, []);
  return article ? <p>Or look at all that was read from <a href={link("graph", { article: article.id })}>{article.title}</a>.</p> : null;
}

// PathForm asks for the two ends of a path.
export function PathForm() {
  const { params } = route.value;
  const [names, setNames] = useState<Record<string, string>>({});
  const end = (side: "from" | "to", label: string) => {
    const id = params.get(side);
    return (
      <div class="end">
        <Combo id={`path-${side}`} label={label} placeholder={label} value={id ? names[id] ?? "" : ""} onPick={(s) => {
          setNames({ ...names, [s.id]: s.label });
          change({ [side]: s.id, path: null }, true);
        }} />
      </div>
    );
  };
  const ends = [params.get("from"), params.get("to")].join();
  useEffect(() => {
    const unknown = ends.split(",").filter((id) => id && !names[id]);
    if (unknown.length) askGraph(unknown, scope.value).then((g) => setNames({ ...names, ...Object.fromEntries(g.nodes.map((n) => [n.id, n.label])) }), () => undefined);
  }, [ends]);
  if (!has("/graph/paths")) return null;
  return <div class="row path-form" role="group" aria-label="Path between two nodes">{end("from", "Path from …")}<span aria-hidden="true">→</span>{end("to", "to …")}</div>;
}

// useGraph loads the nodes that the address names. One node alone is shown
// with what is around it, an article with all that was read from it.
function useGraph(ids: string[], article: string | null, from: string | null, to: string | null) {
  const [state, set] = useState<{ graph?: Graph; paths?: Paths; fault?: Problem }>({});
  const key = [ids.join(), article, from, to, changed.value, JSON.stringify(scope.value)].join("|");
  useEffect(() => {
    let current = true;
    const work = async () => {
      const paths = from && to ? await get("/api/v1/graph/paths", { from, to, k: 5, ...scope.value }) : undefined;
      let names = ids;
      if (article) {
        const all = await load<Graph>(address(`/articles/${encodeURIComponent(article)}/graph`, scope.value));
        names = [...new Set([...ids, ...all.nodes.map((n) => n.id)])];
      }
      if (ids.length === 1 && !article && !paths && ids[0]) {
        const around = await get("/api/v1/graph/neighbors/{id}", { per_type_limit: 12, ...scope.value }, ids[0]);
        names = [...new Set([ids[0], ...around.nodes.map((n) => n.id)])];
      }
      if (paths) names = [...new Set([...ids, ...paths.nodes.map((n) => n.id).filter((id) => paths.paths.some((p) => p.nodes.includes(id)))])];
      const graph = await askGraph(names.slice(0, most), scope.value);
      if (!current) return;
      set({ graph, ...(paths && { paths }) });
    };
    work().catch((fault) => current && set({ fault }));
    return () => {
      current = false;
    };
  }, [key]);
  return state;
}

// A pin is written as the id and where the node was put: act_1~12.5~-3.
function pinsOf(list: string[]): Map<string, Spot | null> {
  return new Map(list.map((pin) => {
    const [id = "", x, y] = pin.split("~");
    const spot = { x: Number(x ?? NaN), y: Number(y ?? NaN) };
    return [id, Number.isFinite(spot.x) && Number.isFinite(spot.y) ? spot : null];
  }));
}

const pinsTo = (pins: Map<string, Spot | null>) => [...pins].map(([id, spot]) => (spot ? `${id}~${spot.x.toFixed(1)}~${spot.y.toFixed(1)}` : id));

let depth = 0; // how many steps of this page can be undone by going back
const step = (query: Parameters<typeof change>[0]) => {
  depth++;
  change(query, true);
};

function Explorer({ ids, article, from, to }: { ids: string[]; article: string | null; from: string | null; to: string | null }) {
  const { params } = route.value;
  const { graph, paths, fault } = useGraph(ids, article, from, to);
  const off = params.getAll("off");
  const hidden = useMemo(() => new Set(params.getAll("hide")), [params]);
  const pinned = useMemo(() => pinsOf(params.getAll("pin")), [params]);
  const selected = params.get("sel");
  const span = useMemo(() => extent(graph?.nodes ?? []), [graph]);
  const [t0, t1] = [Number(params.get("t0") ?? NaN), Number(params.get("t1") ?? NaN)];
  const articleOff = article && !params.has("off") ? ["Article"] : off;
  const shown = useMemo(() => {
    const nodes = (graph?.nodes ?? []).filter((n) => !hidden.has(n.id) && !articleOff.includes(n.kind) && within(n, t0, t1));
    const keep = new Set(nodes.map((n) => n.id));
    return { nodes, edges: bundle(graph, keep) };
  }, [graph, hidden, articleOff.join(), t0, t1]);
  const way = useMemo(() => pathWay(paths, Number(params.get("path") ?? 0), shown.edges), [paths, params.get("path"), shown]);

  const picked = useMemo(() => new Set(params.getAll("pick").filter((id) => shown.nodes.some((n) => n.id === id))), [params, shown]);

  const [note, setNote] = useState("");
  useEffect(() => setNote(""), [selected, params.getAll("pick").join()]);
  const present = (graph?.nodes ?? []).map((n) => n.id);
  const node = graph?.nodes.find((n) => n.id === selected);
  // From here on the nodes are named one by one, whatever they came from.
  const named = (ids: string[]) => ({ ids: ids.slice(0, most), article: null, from: null, to: null, path: null, off: articleOff.length ? articleOff : null });
  const act = {
    select: (id: string | null) => change({ sel: id, pick: null }),
    expand: async (ids: string[], edge_type?: string, out?: boolean) => {
      const around = await Promise.all(ids.slice(0, 20).map((id) => get("/api/v1/graph/neighbors/{id}", { per_type_limit: edge_type ? 50 : 12, edge_type, ...scope.value }, id)));
      const found = around.flatMap((a, i) => a.edges.filter((e) => out === undefined || (e.source === ids[i]) === out).flatMap((e) => [e.source, e.target]));
      const added = [...new Set(found.filter((n) => !present.includes(n) || hidden.has(n)))];
      setNote(added.length ? (ids.length > 20 ? "Only the first 20 were expanded." : "") : "All that is around it is shown already.");
      if (!added.length) return;
      step({ ...named([...new Set([...present, ...added])]), hide: [...hidden].filter((h) => !added.includes(h)) });
    },
    collapse: (id: string) => {
      const links = new Map<string, Set<string>>();
      for (const e of shown.edges) {
        links.set(e.source, (links.get(e.source) ?? new Set()).add(e.target));
        links.set(e.target, (links.get(e.target) ?? new Set()).add(e.source));
      }
      const leaves = [...(links.get(id) ?? [])].filter((n) => links.get(n)?.size === 1 && !pinned.has(n));
      setNote(leaves.length ? "" : "Nothing hangs on it alone.");
      if (leaves.length) step({ hide: [...new Set([...hidden, ...leaves])], sel: id });
    },
    pin: (ids: string[]) => {
      const next = new Map(pinned);
      if (ids.every((id) => next.has(id))) for (const id of ids) next.delete(id);
      else for (const id of ids) next.set(id, spotOf(id));
      step({ pin: pinsTo(next) });
    },
    put: (id: string, at: Spot) => step({ pin: pinsTo(new Map(pinned).set(id, at)) }),
    hide: (ids: string[]) => step({ hide: [...new Set([...hidden, ...ids])], sel: null, pick: null }),
    keep: (ids: string[]) => step({ ...named(ids), hide: null, sel: null, pick: null }),
    // A click toggles; a rectangle adds to what is selected together.
    pick: (ids: string[], toggle: boolean) => {
      const begun = picked.size || !node || ids.includes(node.id) ? [...picked] : [node.id];
      const next = toggle ? [...begun.filter((id) => !ids.includes(id)), ...ids.filter((id) => !begun.includes(id))] : [...new Set([...begun, ...ids])];
      change({ pick: next, sel: null });
    },
    undo: () => {
      if (depth > 0) {
        depth--;
        history.back();
      }
    },
  };
  const edge = shown.edges.find((e) => e.id === selected);
  // At once, so that a key that follows a click acts on what was clicked.
  useLayoutEffect(() => {
    const down = (e: KeyboardEvent) => {
      if (typing(e) || e.defaultPrevented) return;
      const on = picked.size ? [...picked] : node ? [node.id] : [];
      if ((e.ctrlKey || e.metaKey) && e.key === "z") act.undo();
      else if (e.ctrlKey || e.metaKey || e.altKey || !on.length) return;
      else if (e.key === "e") void act.expand(on);
      else if (e.key === "c" && node && !picked.size) act.collapse(node.id);
      else if (e.key === "p") act.pin(on);
      else if (e.key === "h") act.hide(on);
      else if (e.key === "Escape" && !document.querySelector("details.menu[open], dialog[open]")) act.select(null);
      else return;
      e.preventDefault();
    };
    document.addEventListener("keydown", down);
    return () => document.removeEventListener("keydown", down);
  });

  if (fault) return <Fault error={fault} />;
  const nodes = graph?.nodes ?? [];
  return (
    <>
      <div class="row graph-bar">
        <h1>Graph</h1>
        <Combo id="add" label="Add a node" placeholder="Add a node …" onPick={(s) => step({ ids: [...new Set([...present, s.id])], article: null, off: articleOff.length ? articleOff : null, sel: s.id })} />
        <PathForm />
        <span class="grow" />
        <button onClick={act.undo} disabled={depth === 0}>Undo</button>
        {hidden.size > 0 && <button onClick={() => step({ hide: null })}>Show {plural(hidden.size, "hidden node")}</button>}
        <ExportMenu query={{ id: shown.nodes.map((n) => n.id) }} label="Export what is shown" />
      </div>
      <div class="legend-bar" role="group" aria-label="Legend: kinds shown">
        {kinds.map((k) => {
          const n = nodes.filter((x) => x.kind === k).length;
          return <button key={k} class="toggle" aria-pressed={!articleOff.includes(k)} disabled={!n} onClick={() => change({ off: articleOff.includes(k) ? (articleOff.length === 1 ? "none" : articleOff.filter((o) => o !== k)) : [...articleOff.filter((o) => o !== "none"), k] })}><Dot kind={k} />{k.toLowerCase()}s <span class="n">{n}</span></button>;
        })}
        {span && <Slider span={span} t0={t0} t1={t1} />}
      </div>
      {paths && !paths.paths.length && <p class="fault">No path of at most four steps joins the two. Expand around either of them, or widen the scope.</p>}
      <div class="graph">
        <Canvas nodes={shown.nodes} edges={shown.edges} selected={selected} picked={picked} pinned={pinned} way={way} onSelect={act.select} onPick={act.pick} onExpand={(id) => void act.expand([id])} onPin={act.put} />
        <Chosen node={node} edge={edge} picked={nodes.filter((n) => picked.has(n.id))} nodes={nodes} paths={paths} pinned={pinned} note={note} act={act} />
      </div>
      <Said graph={graph} shown={shown.nodes} hidden={hidden.size} off={articleOff.filter((o) => o !== "none")} timed={!Number.isNaN(t0) || !Number.isNaN(t1)} asked={ids.length} />
      <TableTwin nodes={shown.nodes} edges={shown.edges} picked={picked} act={act} />
    </>
  );
}

function Said({ graph, shown, hidden, off, timed, asked }: { graph: Graph | undefined; shown: GraphNode[]; hidden: number; off: string[]; timed: boolean; asked: number }) {
  if (!graph) return <p class="shown" role="status">Loading …</p>;
  const why = [hidden && `${hidden} hidden`, off.length && shown.length < graph.nodes.length && `the legend leaves out ${off.map((o) => o.toLowerCase() + "s").join(", ")}`, timed && "the time slider leaves some out", asked >= most && `a graph holds at most ${most}`].filter(Boolean);
  return <p class="shown" role="status">{count(shown.length)} of {plural(graph.nodes.length, "node")} shown{why.length > 0 && `, because ${why.join("; ")}`}. Select a node to see what else is around it.</p>;
}

// bundle draws all that joins two nodes in one direction as one line.
function bundle(graph: Graph | undefined, keep: Set<string>): Drawn[] {
  const out = new Map<string, Drawn>();
  for (const e of graph?.edges ?? []) {
    if (!keep.has(e.source) || !keep.has(e.target)) continue;
    const id = `${e.source}>${e.target}`;
    const drawn = out.get(id) ?? { id, source: e.source, target: e.target, edges: [] };
    drawn.edges.push(e);
    out.set(id, drawn);
  }
  return [...out.values()];
}

// pathWay are the nodes and lines of the path that is looked at.
function pathWay(paths: Paths | undefined, at: number, edges: Drawn[]): Set<string> {
  const path = paths?.paths[at];
  const way = new Set<string>(path?.nodes);
  path?.nodes.forEach((n, i) => {
    const next = path.nodes[i + 1];
    for (const e of edges) if (next && ((e.source === n && e.target === next) || (e.source === next && e.target === n))) way.add(e.id);
  });
  return way;
}
