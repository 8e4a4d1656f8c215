// The timeline: what one clock dates, in lanes, with the window, the lanes and
// the clock in the address.
import { useEffect, useState } from "preact/hooks";
import { address, changed, load, Problem, type Article, type Claim, type List, type TimelineItem } from "../client";
import { Lanes, Overview, type Bar } from "../charts/timeline";
import { ExportMenu } from "../parts/export";
import { Fault, useAnswer } from "../parts/load";
import { Dot, Empty, EventTags, Ref, When } from "../parts/record";
import { change, linkTo, route, scope } from "../route";
import { actWords, bounds, count, date, vague, words } from "../words";

const clocks: Record<string, string> = { happened: "when it happened", said: "when it was said", published: "when it was published" };
const lanes: Record<string, string> = { type: "kind", actor: "actor", place: "place", article: "article" };
const most = 1000;

type Loaded = { items: TimelineItem[]; total: number; more: boolean };

// useItems loads the timeline of a clock, page by page up to what can be drawn.
function useItems(clock: string | null) {
  const [state, set] = useState<{ data?: Loaded; fault?: Problem }>({});
  const { params } = route.value;
  const url = clock && address("/timeline", { clock, actor: params.get("actor"), place: params.get("place"), type: params.getAll("type"), limit: 200, ...scope.value });
  const turn = changed.value;
  useEffect(() => {
    if (!url) return set({});
    let current = true;
    const work = async () => {
      const items: TimelineItem[] = [];
      let page = await load<List<TimelineItem>>(url);
      items.push(...page.items);
      while (page.next_cursor && items.length < most) {
        page = await load<List<TimelineItem>>(`${url}&cursor=${encodeURIComponent(page.next_cursor)}`);
        items.push(...page.items);
      }
      if (current) set({ data: { items, total: Math.max(page.total.value, items.length), more: page.total.relation === "gte" } });
    };
    work().catch((fault) => current && set({ fault }));
    return () => {
      current = false;
    };
  }, [url, turn]);
  return state;
}

function laneOf(i: TimelineItem, by: string): string {
  const e = i.event;
  if (by === "actor") return e?.participants[0]?.actor.label ?? i.claim?.chain[0]?.source.label ?? "nobody named";
  if (by === "place") return e?.places[0]?.label ?? "no place stated";
  if (by === "article") return i.claim?.article.label ?? i.article?.title ?? (e ? titles.get(e.article_id) ?? "an article" : "");
  return e ? words(e.type) : i.claim ? actWords(i.claim.act) : i.article?.publisher || "articles";
}

const titles = new Map<string, string>();

const said = (c: Claim) => `${c.chain[0]?.source.label ?? c.publisher ?? "The article"} ${actWords(c.act)}: ${c.content || c.text}`;

const refOf = (i: TimelineItem) => i.event ? { id: i.event.id, kind: "Event", label: i.event.label } : i.claim ? { id: i.claim.id, kind: "Claim", label: said(i.claim) } : { id: i.article?.id ?? "", kind: "Article", label: i.article?.title ?? "" };

function barOf(i: TimelineItem, by: string, lane: string | null, at: string | null): Bar[] {
  const b = bounds(i.time);
  if (!b || !i.time) return [];
  const r = refOf(i);
  return [{ id: r.id, href: linkTo(r.kind, r.id), kind: r.kind, label: r.label, title: `${r.label}\n${date(i.time)}${i.time.text ? ` (“${i.time.text}”)` : ""}`, lane: lane ?? laneOf(i, by), from: b[0], to: b[1], soft: b[0] === null || b[1] === null || vague(i.time), on: r.id === at }];
}

// usual is the window that most of the dates lie in, when a few lie far off.
function usual(times: [number, number][]): [number, number] {
  const mids = times.map(([f, t]) => (f + t) / 2).sort((p, q) => p - q);
  const all: [number, number] = [Math.min(...times.map((t) => t[0])), Math.max(...times.map((t) => t[1]))];
  const q = (p: number) => mids[Math.floor(p * (mids.length - 1))] ?? 0;
  const [q1, q3] = [q(0.15), q(0.85)];
  const reach = Math.max(q3 - q1, 864e5) * 0.6;
  const [lo, hi] = [q1 - reach, q3 + reach];
  return all[1] - all[0] > 3 * (hi - lo) ? [lo, hi] : [all[0] - 864e5 / 2, all[1] + 864e5 / 2];
}

const iso = (t: number) => new Date(t).toISOString().slice(0, 10);
const parse = (s: string | null, end: boolean) => {
  const t = s ? Date.parse(s.length === 4 ? s + "-01-01" : s) : NaN;
  return Number.isNaN(t) ? null : t + (end ? 864e5 : 0);
};

export function TimelinePage() {
  const { params } = route.value;
  const clock = params.get("clock") ?? "happened";
  const by = params.get("lane") ?? "type";
  const beside = params.get("claims") === "1" && clock === "happened";
  const names = useAnswer<List<Article>>(by === "article" ? address("/articles", { limit: 200, ...scope.value }) : null);
  for (const a of names.data?.items ?? []) titles.set(a.id, a.title);
  const main = useItems(clock);
  const side = useItems(beside ? "said" : null);
  return (
    <>
      <div class="section-head"><h1>Timeline</h1><ExportMenu query={{ id: (main.data?.items ?? []).map((i) => refOf(i).id).slice(0, 200) }} label="Export what is shown" /></div>
      <div class="row filters">
        <div class="switch" role="group" aria-label="Clock">{Object.entries(clocks).map(([c, label]) => <button key={c} aria-pressed={c === clock} onClick={() => change({ clock: c === "happened" ? null : c }, true)}>{label}</button>)}</div>
        <label>Lanes by <select value={by} onChange={(e) => change({ lane: e.currentTarget.value === "type" ? null : e.currentTarget.value })}>{Object.entries(lanes).map(([l, label]) => <option key={l} value={l}>{label}</option>)}</select></label>
        {clock === "happened" && <label class="check"><input type="checkbox" checked={beside} onChange={() => change({ claims: beside ? null : "1" })} /> claims beside events</label>}
        <label>From <input type="text" size={10} placeholder="2024-03-01" value={params.get("from") ?? ""} onChange={(e) => change({ from: e.currentTarget.value.trim() }, true)} /></label>
        <label>to <input type="text" size={10} placeholder="2024-03-31" value={params.get("to") ?? ""} onChange={(e) => change({ to: e.currentTarget.value.trim() }, true)} /></label>
        {["actor", "place", "type", "from", "to"].some((n) => params.has(n)) && <button onClick={() => change({ actor: null, place: null, type: null, from: null, to: null }, true)}>Clear</button>}
      </div>
      {main.fault ? <Fault error={main.fault} /> : !main.data ? <p class="soft loading" aria-busy="true">Loading …</p> : <Drawn data={main.data} beside={beside ? side.data : undefined} by={by} clock={clock} />}
    </>
  );
}

function Drawn({ data, beside, by, clock }: { data: Loaded; beside: Loaded | undefined; by: string; clock: string }) {
  const { params } = route.value;
  const items = [...data.items, ...(beside?.items ?? [])];
  const at = params.get("at");
  const bars = [...data.items.flatMap((i) => barOf(i, by, null, at)), ...(beside?.items ?? []).flatMap((i) => barOf(i, by, "claims, when said", at))];
  if (!bars.length) return <Empty><p>Nothing is dated by this clock{params.has("actor") || params.has("place") ? " for what was chosen. Clear it to see all." : ". Try another clock, or drop an article on this page."}</p></Empty>;
  const times = bars.map((b): [number, number] => [b.from ?? b.to ?? 0, b.to ?? b.from ?? 0]);
  const whole: [number, number] = [Math.min(...times.map((t) => t[0])) - 864e5, Math.max(...times.map((t) => t[1])) + 864e5];
  const common = usual(times);
  const from = parse(params.get("from"), false) ?? (params.has("to") ? whole[0] : common[0]);
  const to = Math.max(from + 3600e3, parse(params.get("to"), true) ?? (params.has("from") ? whole[1] : common[1]));
  const inside = bars.filter((b) => (b.to ?? Infinity) > from && (b.from ?? -Infinity) < to);
  const order = new Map<string, number>();
  for (const b of inside) order.set(b.lane, (order.get(b.lane) ?? 0) + 1);
  const main = [...order.keys()].filter((l) => l !== "claims, when said").sort((p, q) => (order.get(q) ?? 0) - (order.get(p) ?? 0));
  const few = new Set(main.slice(0, 14));
  const drawn = inside.map((b) => (few.has(b.lane) || b.lane === "claims, when said" ? b : { ...b, lane: "all others" })).sort((p, q) => rank(p.lane, main) - rank(q.lane, main));
  const known = new Set(inside.map((b) => b.id));
  const why = [inside.length < bars.length && "the others lie outside the window", (data.total > data.items.length || data.more) && `at most ${count(most)} are drawn`].filter(Boolean).join("; ");
  return (
    <>
      <Overview times={times} domain={whole} window={[from, to]} choose={(f, t) => change({ from: f === null ? null : iso(f), to: t === null ? null : iso(t) }, true)} />
      <Lanes bars={drawn} domain={[from, to]} />
      <p class="shown" role="status">
        <b>{count(inside.length)} of {data.more ? "more than " : ""}{count(data.total + (beside?.total ?? 0))}</b> dated by {clocks[clock]} shown{why && `, because ${why}`}. Soft bars are dates that are not stated to the day.
        {inside.length < bars.length && <> <button class="link-like" onClick={() => change({ from: iso(whole[0]), to: iso(whole[1]) }, true)}>Show all</button></>}
      </p>
      <details class="twin">
        <summary>As a table</summary>
        <div class="scroll tall">
          <table class="data">
            <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Where, who</th></tr></thead>
            <tbody>{items.filter((i) => known.has(refOf(i).id)).map((i) => (
              <tr key={refOf(i).id}><td><When time={i.time} /></td><th scope="row"><Ref to={refOf(i)} /> {i.event && <EventTags event={i.event} />}</th><td>{i.event?.places.map((p) => <Ref key={p.id} to={p} />)} {i.event?.participants.map((p, k) => <span key={k}><span class="soft">{words(p.role)}</span> {p.actor.label} </span>)}{i.claim && <><Dot kind="Claim" /> {i.claim.publisher}</>}</td></tr>
            ))}</tbody>
          </table>
        </div>
      </details>
    </>
  );
}

const rank = (lane: string, order: string[]) => (lane === "claims, when said" ? 1e6 : lane === "all others" ? 1e5 : order.indexOf(lane));
