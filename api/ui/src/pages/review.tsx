// The queue of nodes that may be the same: decided by keyboard, undone at will.
import { useEffect, useState } from "preact/hooks";
import { address, changed, has, Problem, send, type Answer, type Article, type Cluster, type Kind, type List, type Pair } from "../client";
import { typing } from "../keys";
import { Answered, Fault, Shown, useAnswer } from "../parts/load";
import { Empty, Ref, Section, Tag } from "../parts/record";
import { Features } from "../parts/similar";
import { change, route, scope } from "../route";
import { words } from "../words";

type Judged = { judgements: { id: string }[]; before: Cluster[]; after: Cluster[] };

const states = ["proposed", "merged", "refused"];
const kinds: Kind[] = ["Actor", "Place", "Event"];

export function ReviewPage() {
  const params = route.value.params;
  const state = params.get("state") ?? "proposed";
  const kind = params.get("kind") ?? "";
  return (
    <>
      <h1>Review</h1>
      <p class="soft">Nodes of several articles that may be the same. <kbd>y</kbd> the same · <kbd>n</kbd> not the same · <kbd>j</kbd> <kbd>k</kbd> next, previous · <kbd>u</kbd> undo. Nothing is lost: every judgement can be taken back.</p>
      <div class="row filters">
        <div class="switch" role="group" aria-label="State">{states.map((s) => <button key={s} aria-pressed={s === state} onClick={() => change({ state: s === "proposed" ? null : s, n: null })}>{s}</button>)}</div>
        <label>Kind <select value={kind} onChange={(e) => change({ kind: e.currentTarget.value, n: null })}><option value="">any</option>{kinds.map((k) => <option key={k} value={k}>{k.toLowerCase()}s</option>)}</select></label>
      </div>
      <Answered<List<Pair>> url={address("/resolution/candidates", { state, kind, limit: 200, ...scope.value })}>{(list) => <Queue list={list} state={state} />}</Answered>
      {has("/audit") && <Trail />}
    </>
  );
}

type Done = { text: string; undo: string[] };

function Queue({ list, state }: { list: List<Pair>; state: string }) {
  const at = Math.min(Math.max(0, Number(route.value.params.get("n") ?? 0)), Math.max(0, list.items.length - 1));
  const [done, setDone] = useState<Done | null>(null);
  const [fault, setFault] = useState<Problem | null>(null);
  const [effect, setEffect] = useState<Judged | null>(null);
  const pair = list.items[at];
  const judge = async (action: "merge" | "never_same", dry = false) => {
    if (!pair) return;
    setFault(null);
    try {
      const judged = await send<Judged>("POST", "/resolution/judgements", { action, a: pair.a.id, b: pair.b.id, by: "web" }, { dry_run: dry, ...scope.value });
      if (dry) return setEffect(judged);
      setEffect(null);
      setDone({ text: `${pair.a.name} and ${pair.b.name}: ${action === "merge" ? "the same" : "not the same"}`, undo: judged.judgements.map((j) => j.id) });
      changed.value++;
    } catch (e) {
      setFault(e as Problem);
    }
  };
  const undo = async () => {
    if (!done) return;
    try {
      for (const id of done.undo) await send("DELETE", `/resolution/judgements/${encodeURIComponent(id)}`, undefined, { by: "web" });
      setDone(null);
      changed.value++;
    } catch (e) {
      setFault(e as Problem);
    }
  };
  const move = (by: number) => change({ n: Math.min(Math.max(0, at + by), list.items.length - 1) || null });
  useEffect(() => setEffect(null), [pair?.a.id, pair?.b.id]);
  useEffect(() => {
    const down = (e: KeyboardEvent) => {
      if (typing(e) || e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
      if (e.key === "y") void judge("merge");
      else if (e.key === "n") void judge("never_same");
      else if (e.key === "u") void undo();
      else if (e.key === "j") move(1);
      else if (e.key === "k") move(-1);
      else return;
      e.preventDefault();
    };
    document.addEventListener("keydown", down);
    return () => document.removeEventListener("keydown", down);
  });
  return (
    <>
      {done && <div class="toast" role="status"><b>{done.text}</b><div class="row"><button onClick={undo}>Undo <kbd>u</kbd></button><button onClick={() => setDone(null)}>Close</button></div></div>}
      {fault && <Fault error={fault} retry={() => setFault(null)} />}
      {!pair ? (
        <Empty>
          <p>{state === "proposed" ? "Nothing waits for a decision." : `There are no ${state} pairs.`}</p>
          <p class="soft">Pairs are proposed when two articles name what may be one person, place or event. Read more articles, or look at what was merged and refused.</p>
        </Empty>
      ) : (
        <div class="review">
          <div class="card on" aria-live="polite">
            <div class="pair">
              <Side node={pair.a} /><div class="versus" title="How much speaks for it, from 0 to 1"><span class="hidden">score </span>{pair.score.toFixed(2)}<div class="soft small">{pair.by}</div></div><Side node={pair.b} />
            </div>
            <Features of={pair} />
            <div class="row">
              <button class="primary" onClick={() => judge("merge")}>The same <kbd>y</kbd></button>
              <button onClick={() => judge("never_same")}>Not the same <kbd>n</kbd></button>
              <button onClick={() => judge("merge", true)}>What would change?</button>
              <span class="grow" />
              <button disabled={at === 0} onClick={() => move(-1)}>Previous <kbd>k</kbd></button>
              <button disabled={at >= list.items.length - 1} onClick={() => move(1)}>Next <kbd>j</kbd></button>
            </div>
            {effect && <Effect of={effect} />}
          </div>
          <Shown shown={list.items.length} total={list.total} what={`${state} pairs`} reasons={list.truncated_reasons} />
          <ol class="queue" aria-label="Queue">
            {list.items.map((p, i) => <li key={i} class={i === at ? "on" : ""}><Tag>{p.a.kind.toLowerCase()}</Tag> <button class="link-like" aria-current={i === at} onClick={() => change({ n: i || null })}>{p.a.name} <span class="soft">=?</span> {p.b.name}</button></li>)}
          </ol>
        </div>
      )}
    </>
  );
}

function Side({ node }: { node: Pair["a"] }) {
  const articles = useAnswer<List<Article>>(node.article ? address("/articles", { limit: 200, ...scope.value }) : null);
  const titles = new Map(articles.data?.items.map((a) => [a.id, a.title]));
  return <div class="side"><Ref to={{ id: node.id, kind: node.kind, label: node.name }} long />{node.article && <div class="small"><Ref to={{ id: node.article, kind: "Article", label: titles.get(node.article) ?? "in this article" }} plain /></div>}</div>;
}

function Effect({ of }: { of: Judged }) {
  const list = (clusters: Cluster[]) => <ul>{clusters.map((c) => <li key={c.id}><b>{c.name}</b> <span class="soft">{c.nodes.map((n) => n.name).join(" = ")}</span></li>)}</ul>;
  return <div class="pair effect"><div><b>Now</b>{list(of.before)}</div><div><b>Then</b>{list(of.after)}</div></div>;
}

function Trail() {
  return (
    <Answered<Answer<"/api/v1/audit">> quiet url={address("/audit", scope.value)}>
      {(audit) => audit.items.length > 0 && (
        <Section title="Judgements so far" n={audit.items.length}>
          <div class="scroll">
            <table class="data">
              <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">About</th></tr></thead>
              <tbody>{audit.items.slice(0, 50).map((d) => (
                <tr key={d.seq}><td>{new Date(d.at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}</td><td>{d.by || "unknown"}</td><td>{words(d.action)}{d.judgement?.verdict && ` (${words(d.judgement.verdict)})`}</td><td class="ids"><code>{d.judgement?.a}</code> <code>{d.judgement?.b}</code>{d.judgement?.note && ` ${d.judgement.note}`}</td></tr>
              ))}</tbody>
            </table>
          </div>
        </Section>
      )}
    </Answered>
  );
}
