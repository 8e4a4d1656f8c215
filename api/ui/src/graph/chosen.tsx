// What is selected in the graph: a node with what is around it, a link with
// its evidence, or the paths that were asked for.
import { address, type Answer, type Graph, type GraphNode } from "../client";
import { ExportMenu } from "../parts/export";
import { Answered } from "../parts/load";
import { Passages, Ref, Tag, When } from "../parts/record";
import { change, link, linkTo, route, scope } from "../route";
import { count, plural, relation, shorten, words } from "../words";
import type { Drawn } from "./canvas";

type Paths = Answer<"/api/v1/graph/paths">;
type Act = {
  select: (id: string | null) => void;
  expand: (ids: string[], type?: string, out?: boolean) => Promise<void>;
  collapse: (id: string) => void;
  pin: (ids: string[]) => void;
  hide: (ids: string[]) => void;
  keep: (ids: string[]) => void;
  pick: (ids: string[], toggle: boolean) => void;
};

export function Chosen({ node, edge, picked, nodes, paths, pinned, note, act }: { node: GraphNode | undefined; edge: Drawn | undefined; picked: GraphNode[]; nodes: GraphNode[]; paths: Paths | undefined; pinned: Map<string, unknown>; note: string; act: Act }) {
  return (
    <aside class="chosen" aria-label="Selection" aria-live="polite">
      {picked.length ? <Several nodes={picked} pinned={pinned} act={act} /> : node ? <NodeCard node={node} pinned={pinned} act={act} /> : edge ? <EdgeCard edge={edge} nodes={nodes} /> : paths ? null : <Hint />}
      {note && <p class="shown" role="status">{note}</p>}
      {paths && paths.paths.length > 0 && <PathList paths={paths} />}
    </aside>
  );
}

function Hint() {
  return (
    <div class="soft">
      <p><b>Click</b> a node to see what is around it, a line to see its evidence. <b>Double-click</b> or <kbd>e</kbd> expands. Drag to move and pin.</p>
      <p><b>Shift-drag</b>, or the button ▧, selects all nodes in a rectangle; <b>shift-click</b> one more. The table below the picture does the same by keyboard.</p>
    </div>
  );
}

function NodeCard({ node, pinned, act }: { node: GraphNode; pinned: Map<string, unknown>; act: Act }) {
  return (
    <>
      <h2><Ref to={node} long /></h2>
      <p class="meta"><span>{node.kind.toLowerCase()}{node.type && `, ${words(node.type)}`}</span>{node.time && <When time={node.time} />}</p>
      <div class="row">
        <button onClick={() => void act.expand([node.id])}>Expand <kbd>e</kbd></button>
        <button onClick={() => act.collapse(node.id)}>Collapse <kbd>c</kbd></button>
        <button aria-pressed={pinned.has(node.id)} onClick={() => act.pin([node.id])}>{pinned.has(node.id) ? "Unpin" : "Pin"} <kbd>p</kbd></button>
        <button onClick={() => act.hide([node.id])}>Hide <kbd>h</kbd></button>
      </div>
      <h3>Around it</h3>
      <Answered<Answer<"/api/v1/graph/neighbors/{id}">> url={address(`/graph/neighbors/${encodeURIComponent(node.id)}`, { per_type_limit: 1, ...scope.value })}>
        {(around) => (
          <ul class="groups">
            {around.groups.map((g) => (
              <li key={g.type + g.out}><button onClick={() => void act.expand([node.id], g.type, g.out)}>{relation(g.type, g.out)} <span class="n">{count(g.count)}</span></button></li>
            ))}
            {!around.groups.length && <li class="soft">nothing</li>}
          </ul>
        )}
      </Answered>
      <div class="row small">
        <a href={linkTo(node.kind, node.id)}>Open</a>
        <a href={link("graph", { ...keepIds(), from: node.id })}>Path from here</a>
        <a href={link("graph", { ...keepIds(), to: node.id, from: route.value.params.get("from") ?? undefined })}>Path to here</a>
      </div>
    </>
  );
}

// Several nodes are acted on together.
function Several({ nodes, pinned, act }: { nodes: GraphNode[]; pinned: Map<string, unknown>; act: Act }) {
  const ids = nodes.map((n) => n.id);
  const all = ids.every((id) => pinned.has(id));
  const [a, b] = ids;
  return (
    <>
      <h2>{plural(nodes.length, "node")} selected</h2>
      <div class="row">
        <button onClick={() => void act.expand(ids)}>Expand <kbd>e</kbd></button>
        <button aria-pressed={all} onClick={() => act.pin(ids)}>{all ? "Unpin" : "Pin"} <kbd>p</kbd></button>
        <button onClick={() => act.hide(ids)}>Hide <kbd>h</kbd></button>
        <button onClick={() => act.keep(ids)}>Keep only these</button>
        <button onClick={() => act.select(null)}>Clear <kbd>Esc</kbd></button>
        <ExportMenu query={{ id: ids }} label="Export selection" />
      </div>
      {nodes.length === 2 && <p><a href={link("graph", { ...keepIds(), from: a, to: b })}>Paths between the two</a></p>}
      <ul class="list plain small">{nodes.map((n) => (
        <li key={n.id} class="row"><span class="grow"><Ref to={n} /></span><button class="icon" aria-label={`Leave out ${n.label}`} onClick={() => act.pick([n.id], true)}>×</button></li>
      ))}</ul>
    </>
  );
}

const keepIds = () => ({ ids: route.value.params.getAll("ids") });

function EdgeCard({ edge, nodes }: { edge: Drawn; nodes: GraphNode[] }) {
  const end = (id: string) => {
    const n = nodes.find((x) => x.id === id);
    return n ? <Ref to={n} /> : id;
  };
  return (
    <>
      <h2>{end(edge.source)} <span class="soft">→</span> {end(edge.target)}</h2>
      {edge.edges.slice(0, 8).map((e) => (
        <div key={e.id} class="card">
          <p><b>{words(e.type)}</b> {e.role && <Tag>{words(e.role)}</Tag>}{e.hop ? <Tag>hop {e.hop}</Tag> : null}{e.derived && <Tag tone="warn">follows from {e.derived}</Tag>}{e.claim_id && <a href={linkTo("Claim", e.claim_id)}><Tag tone="warn">alleged</Tag></a>} {e.time && <When time={e.time} bare />}</p>
          <Passages list={e.evidence} most={3} />
        </div>
      ))}
      {edge.edges.length > 8 && <p class="shown">8 of {edge.edges.length} links shown</p>}
    </>
  );
}

function PathList({ paths }: { paths: Paths }) {
  const at = Number(route.value.params.get("path") ?? 0);
  const graph: Pick<Graph, "nodes" | "edges"> = paths;
  const name = (id: string) => graph.nodes.find((n) => n.id === id);
  return (
    <>
      <h2>{plural(paths.paths.length, "path")}</h2>
      {paths.paths.map((p, i) => (
        <details key={i} class="card" open={i === at} onToggle={(e) => e.currentTarget.open && i !== at && change({ path: i || null })}>
          <summary>{plural(p.length, "step")}: {p.nodes.slice(1, -1).map((n) => shorten(name(n)?.label ?? n, 30)).join(", ") || "direct"}</summary>
          <ol class="steps">
            {p.nodes.map((n, k) => {
              const node = name(n);
              const edges = (p.edges[k] ?? []).map((id) => graph.edges.find((e) => e.id === id)).filter((e) => e !== undefined);
              return (
                <li key={k}>
                  {node ? <Ref to={node} /> : n}
                  {edges.slice(0, 2).map((e) => <div key={e.id} class="hop"><span class="soft">{words(e.role || e.type)}</span><Passages list={e.evidence} most={1} /></div>)}
                </li>
              );
            })}
          </ol>
        </details>
      ))}
      {paths.truncated && <p class="shown">There may be more, because {paths.truncated_reasons.map(words).join("; ")}.</p>}
    </>
  );
}
