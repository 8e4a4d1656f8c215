// The reader: an article with what was read from it, at the right characters,
// and why.
import { useEffect, useMemo, useRef } from "preact/hooks";
import { address, type Annotation, type Answer } from "../client";
import { ExportMenu } from "../parts/export";
import { Answered } from "../parts/load";
import { Dot, Ref, Tag, When } from "../parts/record";
import { change, link, linkTo, route, scope } from "../route";
import { words } from "../words";

type Page = Answer<"/api/v1/articles/{id}/segments">;
type Run = Page["paragraphs"][number]["runs"][number];

const layers = [["Actor", "actors"], ["Place", "places"], ["Event", "events"], ["Claim", "claims"]] as const;

export function ArticlePage({ id }: { id: string }) {
  return <Answered<Page> url={address(`/articles/${encodeURIComponent(id)}/segments`, scope.value)}>{(page) => <View page={page} />}</Answered>;
}

function safe(url: string | undefined) {
  return url && /^https?:\/\//i.test(url) ? url : null;
}

function View({ page }: { page: Page }) {
  const a = page.article;
  const params = route.value.params;
  const off = new Set(params.getAll("off"));
  const [from = NaN, to = NaN] = (params.get("at") ?? "").split("-").map(Number);
  const chosen = params.get("node");
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!Number.isNaN(to)) body.current?.querySelector(".cited")?.scrollIntoView({ block: "center" });
  }, [from, to]);
  const visible = page.annotations.map((m) => !off.has(m.kind));
  const source = safe(a.url);
  return (
    <>
      <p class="kicker">Article {a.republished_from && <Tag tone="warn">first appeared in {a.republished_from}</Tag>}{a.warnings?.map((w) => <Tag key={w} tone="warn">{w}</Tag>)}</p>
      <h1>{a.title}</h1>
      <p class="meta">
        {a.publisher && <span>{a.publisher}</span>}{a.author && <span>by {a.author}</span>}<When time={a.published} />
        {source && <a href={source} rel="noreferrer noopener" target="_blank">{new URL(source).hostname}</a>}
      </p>
      <div class="row actions">
        <a class="button" href={link("graph", { article: a.id })}>Graph</a>
        <ExportMenu query={{ article: a.id }} />
        <span class="grow" />
        {layers.map(([kind, label]) => {
          const ids = new Set(page.annotations.filter((m) => m.kind === kind).map((m) => m.id));
          return (
            <button key={kind} class="toggle" aria-pressed={!off.has(kind)} onClick={() => change({ off: off.has(kind) ? [...off].filter((k) => k !== kind) : [...off, kind] })}>
              <Dot kind={kind} />{label} <span class="n">{ids.size}</span>
            </button>
          );
        })}
      </div>
      <div class="reading">
        <div class="reader" ref={body}>
          {page.paragraphs.map((p) => (
            <p key={p.start}>{p.runs.map((r) => <Piece key={r.start} run={r} all={page.annotations} visible={visible} chosen={chosen} cited={r.start < to && r.end > from} />)}</p>
          ))}
        </div>
        <Why page={page} chosen={chosen} />
      </div>
    </>
  );
}

// rank decides which of several annotations a word opens: the shortest, since
// the others can be reached outside it.
function Piece({ run, all, visible, chosen, cited }: { run: Run; all: Annotation[]; visible: boolean[]; chosen: string | null; cited: boolean }) {
  const marks = run.marks.filter((i) => visible[i]).map((i) => all[i]).filter((m): m is Annotation => m !== undefined);
  const shading = cited ? "cited" : "";
  if (!marks.length) return shading ? <span class={shading}>{run.text}</span> : <>{run.text}</>;
  const inner = marks.filter((m) => m.role !== "claim" && m.role !== "content").sort((x, y) => x.end - x.start - (y.end - y.start))[0];
  const said = marks.some((m) => m.kind === "Claim");
  const top = inner ?? marks[marks.length - 1];
  if (!top) return <>{run.text}</>;
  const on = chosen !== null && marks.some((m) => m.id === chosen);
  return (
    <a class={`note ${inner ? `line k-${inner.kind}` : ""} ${said ? "said" : ""} ${on ? "on" : ""} ${shading}`} href={linkTo(top.kind, top.id)}
      title={`${top.kind.toLowerCase()}: ${top.label}`} onClick={(e) => {
        if (e.ctrlKey || e.metaKey || e.shiftKey) return;
        e.preventDefault();
        change({ node: top.id, at: `${run.start}-${run.end}` });
      }}>{run.text}</a>
  );
}

function Why({ page, chosen }: { page: Page; chosen: string | null }) {
  const params = route.value.params;
  const [from = NaN, to = NaN] = (params.get("at") ?? "").split("-").map(Number);
  const here = useMemo(() => page.annotations.filter((m) => m.start < to && m.end > from), [page, from, to]);
  const list = here.length ? here : [];
  const byNode = new Map<string, Annotation[]>();
  for (const m of list) byNode.set(m.id, [...(byNode.get(m.id) ?? []), m]);
  const order = [...byNode].sort(([a], [b]) => Number(b === chosen) - Number(a === chosen));
  return (
    <aside class="why-panel" aria-label="What was read, and why" aria-live="polite">
      <h2>{order.length ? "What was read here" : "What was read"}</h2>
      {!order.length && <>
        <p class="soft">Choose underlined or shaded words to see what was read from them, and by which rule.</p>
        <Index page={page} />
      </>}
      {order.map(([id, marks]) => {
        const first = marks[0] as Annotation;
        return (
          <div key={id} class={`card ${id === chosen ? "on" : ""}`}>
            <div><Ref to={first} /> <span class="soft">{words(first.type)}</span></div>
            <ul class="list plain small">{marks.map((m, i) => <li key={i}><b>{words(m.role)}</b> by <code>{m.rule}</code> <span class="soft">characters {m.start}–{m.end}</span></li>)}</ul>
          </div>
        );
      })}
      {order.length > 0 && <button onClick={() => change({ node: null, at: null })}>Show all</button>}
    </aside>
  );
}

// Index lists the nodes of the article, so that all of it can be reached
// without pointing at words.
function Index({ page }: { page: Page }) {
  return (
    <>
      {layers.map(([kind, label]) => {
        const seen = new Map<string, Annotation>();
        for (const m of page.annotations) if (m.kind === kind && !seen.has(m.id)) seen.set(m.id, m);
        return seen.size > 0 && (
          <details key={kind} open={kind !== "Claim"}>
            <summary><Dot kind={kind} /> {label} <span class="n">{seen.size}</span></summary>
            <ul class="list plain small">{[...seen.values()].map((m) => (
              <li key={m.id}><button class="link-like" onClick={() => change({ node: m.id, at: `${m.start}-${m.end}` })}>{m.label}</button></li>
            ))}</ul>
          </details>
        );
      })}
    </>
  );
}
