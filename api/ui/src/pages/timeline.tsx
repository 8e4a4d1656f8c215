// The timeline: what one clock dates, in lanes, with the window, the lanes and
// the clock in the address.
import { address, type Article, type Buckets, type Claim, type List, type Query, type TimelineItem } from "../client";
import { Overview, type Column } from "../charts/overview";
import { Lanes, type Bar } from "../charts/timeline";
import { ExportMenu } from "../parts/export";
import { Fault, useAll, useAnswer, type All } from "../parts/load";
import { Dot, Empty, EventTags, Ref, When } from "../parts/record";
import { change, linkTo, route, scope } from "../route";
import { actWords, bounds, count, date, plural, vague, words } from "../words";

const clocks: Record<string, { label: string; dated: string }> = {
  happened: { label: "happened", dated: "by when it happened" }, said: { label: "was said", dated: "by when it was said" },
  published: { label: "was published", dated: "by when it was published" }, ingested: { label: "came in", dated: "by when the article was read here" },
};
const lanes: Record<string, string> = { type: "kind", actor: "actor", place: "place", article: "article" };
const most = 1000;
const day = 864e5;

const far = 12; // how many times the usual window the overview may reach over

// useDensity counts what there is when, as finely as there is room for: auto
// gives at most 200 buckets of all. A few dates far from the others are left
// out of the overview until they are asked for.
function useDensity(query: Query) {
  const coarse = useAnswer<Buckets>(address("/timeline/buckets", query));
  const all = coarse.data && spanOf(coarse.data);
  const seen = all && overviewOf(all);
  const url = all && seen && all.columns.length ? finer(coarse.data?.interval ?? "", seen, query) : null;
  const fine = useAnswer<Buckets>(url);
  if (!all || !seen || (url && fine.url !== url)) return { error: coarse.error };
  const best = (url ? fine.data : undefined) ?? coarse.data;
  const [a, b] = seen.domain;
  const columns = columnsOf(best?.buckets ?? []).filter((c) => c.to > a && c.from < b);
  const window = all.asked ? all.window : usual(columns, seen.domain);
  const part = window[0] > all.whole[0] || window[1] < all.whole[1];
  return { error: coarse.error, data: { whole: all.whole, domain: seen.domain, window, part, columns, unit: best?.interval ?? "", none: !all.columns.length && !coarse.data?.open } };
}

type Density = NonNullable<ReturnType<typeof useDensity>["data"]>;

const steps: [unit: string, length: number][] = [["day", day], ["week", 7 * day], ["month", 30.4 * day], ["year", 365.2 * day]];

// finer asks for the shortest buckets that there is room for.
function finer(unit: string, { domain: [a, b] }: { domain: [number, number] }, query: Query) {
  const [best = unit] = steps.find(([, length]) => (b - a) / length < Math.max(420, innerWidth / 2.5)) ?? [];
  return best === unit ? null : address("/timeline/buckets", { ...query, interval: best, from: iso(a), to: iso(b - 1) });
}

function laneOf(i: TimelineItem, by: string): string {
  const e = i.event;
  if (by === "actor") return e?.participants[0]?.actor.label ?? i.claim?.chain[0]?.source.label ?? "nobody named";
  if (by === "place") return e?.places[0]?.label ?? "no place stated";
  if (by === "article") return i.claim?.article.label ?? i.article?.title ?? (e ? titles.get(e.article_id) ?? "an article" : "");
  return e ? words(e.type) : i.claim ? actWords(i.claim.act) : i.article?.publisher || "no publisher named";
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
function usual(columns: Column[], whole: [number, number]): [number, number] {
  const dated = columns.some((c) => c.count) ? columns : columns.map((c) => ({ ...c, count: c.uncertain }));
  const all = dated.reduce((n, c) => n + c.count, 0);
  const q = (p: number, end: "from" | "to") => {
    let n = 0;
    return dated.find((c) => (n += c.count) > p * (all - 1))?.[end] ?? whole[0];
  };
  const [q1, q3] = [q(0.15, "from"), q(0.85, "to")];
  const reach = Math.max(q3 - q1, day) * 0.6;
  return whole[1] - whole[0] > 3 * (q3 - q1 + 2 * reach) ? [Math.max(whole[0], q1 - reach), Math.min(whole[1], q3 + reach)] : whole;
}

const iso = (t: number) => new Date(t).toISOString().slice(0, 10);
const parse = (s: string | null, end: boolean) => {
  const t = s ? Date.parse(s.length === 4 ? s + "-01-01" : s) : NaN;
  return Number.isNaN(t) ? null : t + (end ? day : 0);
};

const columnsOf = (buckets: Buckets["buckets"]) => buckets.map((b): Column => ({ from: Date.parse(b.start), to: Date.parse(b.end), count: b.count, uncertain: b.uncertain }));

// The window is that of the address, or else where most of the dates lie.
function spanOf(data: Buckets) {
  const { params } = route.value;
  const columns = columnsOf(data.buckets);
  const whole: [number, number] = [columns[0]?.from ?? 0, columns[columns.length - 1]?.to ?? day];
  const common = usual(columns, whole);
  const [f, t] = [parse(params.get("from"), false), parse(params.get("to"), true)];
  const from = f ?? (t === null ? common[0] : Math.min(whole[0], t - day));
  const to = Math.max(from + 3600e3, t ?? (f === null ? common[1] : whole[1]));
  return { columns, whole, common, asked: f !== null || t !== null, window: [from, to] as [number, number] };
}

// overviewOf reaches over all dates, or over those about where most are and the
// window that is looked at.
function overviewOf({ whole, common, window }: ReturnType<typeof spanOf>): { domain: [number, number] } {
  const size = common[1] - common[0];
  if (whole[1] - whole[0] <= far * size) return { domain: whole };
  const domain: [number, number] = [Math.max(whole[0], Math.min(window[0], common[0] - size)), Math.min(whole[1], Math.max(window[1], common[1] + size))];
  return { domain: domain[1] > domain[0] ? domain : whole };
}

export function TimelinePage() {
  const { params } = route.value;
  const clock = Object.hasOwn(clocks, params.get("clock") ?? "") ? (params.get("clock") as string) : "happened";
  const by = params.get("lane") ?? "type";
  const beside = params.get("claims") === "1" && clock === "happened";
  const names = useAnswer<List<Article>>(by === "article" ? address("/articles", { limit: 200, ...scope.value }) : null);
  for (const a of names.data?.items ?? []) titles.set(a.id, a.title);
  const query = { clock, ...(clock === "ingested" ? {} : { actor: params.get("actor"), place: params.get("place"), type: params.getAll("type") }), ...scope.value };
  const density = useDensity(query);
  const fault = density.error;
  return (
    <>
      <h1>Timeline</h1>
      <div class="row filters">
        <span class="soft" aria-hidden="true">When it</span>
        <div class="switch" role="group" aria-label="When it">{Object.entries(clocks).map(([c, { label }]) => <button key={c} aria-pressed={c === clock} onClick={() => change({ clock: c === "happened" ? null : c, from: null, to: null }, true)}>{label}</button>)}</div>
        <label>Lanes by <select value={by} onChange={(e) => change({ lane: e.currentTarget.value === "type" ? null : e.currentTarget.value })}>{Object.entries(lanes).map(([l, label]) => <option key={l} value={l}>{label}</option>)}</select></label>
        {clock === "happened" && <label class="check"><input type="checkbox" checked={beside} onChange={() => change({ claims: beside ? null : "1" })} /> claims beside events</label>}
        <label>From <input type="text" size={10} placeholder="2024-03-01" value={params.get("from") ?? ""} onChange={(e) => change({ from: e.currentTarget.value.trim() }, true)} /></label>
        <label>to <input type="text" size={10} placeholder="2024-03-31" value={params.get("to") ?? ""} onChange={(e) => change({ to: e.currentTarget.value.trim() }, true)} /></label>
        {["actor", "place", "type", "from", "to"].some((n) => params.has(n)) && <button onClick={() => change({ actor: null, place: null, type: null, from: null, to: null }, true)}>Clear</button>}
      </div>
      {fault ? <Fault error={fault} /> : !density.data ? <p class="soft loading" aria-busy="true">Loading …</p>
        : density.data.none ? <Nothing /> : <Windowed density={density.data} query={query} by={by} clock={clock} beside={beside} />}
    </>
  );
}

function Nothing() {
  const chosen = route.value.params.has("actor") || route.value.params.has("place");
  return <Empty><p>Nothing is dated by this clock{chosen ? " for what was chosen. Clear it to see all." : ". Try another clock, or drop an article on this page."}</p></Empty>;
}

// Windowed loads what may lie within the window, and how much there is in all.
function Windowed({ density, query, by, clock, beside }: { density: Density; query: Query; by: string; clock: string; beside: boolean }) {
  const { columns, whole, domain, window: [from, to], part } = density;
  const within = part ? { from: iso(from), to: iso(to - 1) } : {};
  const main = useAll<TimelineItem>(address("/timeline", { ...query, ...within, limit: 200 }), most);
  const total = useAnswer<List<TimelineItem>>(part ? address("/timeline", { ...query, limit: 1 }) : null);
  const side = useAll<TimelineItem>(beside ? address("/timeline", { ...query, ...within, clock: "said", limit: 200 }) : null, most);
  const choose = (f: number | null, t: number | null) => change({ from: f === null ? null : iso(f), to: t === null ? null : iso(t - 1) }, true);
  return (
    <>
      {columns.length > 0 && <Overview columns={columns} unit={density.unit} domain={domain} window={[from, to]} choose={choose} />}
      {main.fault ? <Fault error={main.fault} /> : !main.data ? <p class="soft loading" aria-busy="true">Loading …</p>
        : <Drawn main={main.data} side={beside ? side.data : undefined} whole={part ? total.data?.total.value : undefined} by={by} clock={clock} window={[from, to]} all={() => choose(whole[0], whole[1])} />}
    </>
  );
}

const besides = "claims, when said";

function Drawn({ main, side, whole, by, clock, window, all }: { main: All<TimelineItem>; side: All<TimelineItem> | undefined; whole: number | undefined; by: string; clock: string; window: [number, number]; all: () => void }) {
  const at = route.value.params.get("at");
  const items = [...main.items, ...(side?.items ?? [])];
  const bars = [...main.items.flatMap((i) => barOf(i, by, null, at)), ...(side?.items ?? []).flatMap((i) => barOf(i, by, besides, at))];
  const size = new Map<string, number>();
  for (const b of bars) size.set(b.lane, (size.get(b.lane) ?? 0) + 1);
  const order = [...size.keys()].filter((l) => l !== besides).sort((p, q) => (size.get(q) ?? 0) - (size.get(p) ?? 0));
  const few = new Set(order.slice(0, 14));
  const rank = (lane: string) => (lane === besides ? 1e6 : lane === "all others" ? 1e5 : order.indexOf(lane));
  const drawn = bars.map((b) => (few.has(b.lane) || b.lane === besides ? b : { ...b, lane: "all others" })).sort((p, q) => rank(p.lane) - rank(q.lane));
  const cut = main.total > main.items.length || main.more;
  const outside = whole !== undefined && whole > main.total;
  const why = [outside && "the others lie outside the window", cut && `at most ${count(most)} are drawn: choose a shorter window above`].filter(Boolean).join("; ");
  const n = main.items.length;
  const m = Math.max(whole ?? 0, main.total);
  return (
    <>
      {bars.length > 0 ? <Lanes bars={drawn} domain={window} /> : <Empty><p>Nothing lies within this window. <button onClick={all}>Show all</button></p></Empty>}
      <div class="row foot">
        <p class="shown" role="status">
          <b>{count(n)} of {main.more ? "more than " : ""}{count(m)}</b>{side && `, and ${plural(side.items.length, "claim")} beside them,`} dated {clocks[clock]?.dated} shown{why && `, because ${why}`}. Soft bars are dates that are not stated to the day.
          {outside && <> <button class="link-like" onClick={all}>Show all</button></>}
        </p>
        <ExportMenu query={{ id: items.map((i) => refOf(i).id).slice(0, 200) }} label="Export what is shown" />
      </div>
      <details class="twin">
        <summary>As a table</summary>
        <div class="scroll tall">
          <table class="data">
            <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Where, who</th></tr></thead>
            <tbody>{items.map((i) => (
              <tr key={refOf(i).id}><td><When time={i.time} /></td><th scope="row"><Ref to={refOf(i)} /> {i.event && <EventTags event={i.event} />}</th><td>{i.event?.places.map((p) => <Ref key={p.id} to={p} />)} {i.event?.participants.map((p, k) => <span key={k}><span class="soft">{words(p.role)}</span> {p.actor.label} </span>)}{i.claim && <><Dot kind="Claim" /> {i.claim.publisher}</>}{i.article?.publisher}</td></tr>
            ))}</tbody>
          </table>
        </div>
      </details>
    </>
  );
}
