// Warnings and predictions beside what came of them.
import { address, type Forecast, type GraphNode } from "../client";
import { Fault, Shown, useAll, useNodes } from "../parts/load";
import { ClaimCard, Empty, Ref, Tag, When } from "../parts/record";
import { change, link, route, scope } from "../route";
import { count } from "../words";

type Outcome = Forecast["outcome"];

// What each outcome means is said beside it: none of them judges who spoke.
const outcomes: Record<Outcome, { name: string; tone: string; means: string }> = {
  hit: { name: "came true", tone: "good", means: "What was foretold is told as having happened, there and then." },
  partial: { name: "came true in part", tone: "warn", means: "Something like it happened; the place or the doer is not known to be the same." },
  miss: { name: "did not happen", tone: "bad", means: "It was prevented, or is said not to have happened." },
  open: { name: "still open", tone: "", means: "Its time has not passed, or it named none." },
  expired: { name: "ran out", tone: "", means: "Its time has passed and no article tells of it." },
};
const most = 600;

// lead writes how long before the event it was said.
export function lead(f: Pick<Forecast, "lead_min_hours" | "lead_max_hours">): string {
  const [low, high] = [f.lead_min_hours ?? 0, f.lead_max_hours ?? 0];
  if (!low && !high) return "";
  const [size, unit] = high < 48 ? [1, "hour"] : high < 24 * 60 ? [24, "day"] : high < 24 * 730 ? [24 * 30.4, "month"] : [24 * 365.2, "year"];
  const [a, b] = [Math.max(0, Math.floor(low / size)), Math.ceil(high / size)];
  if (low > 0 && b - a <= 1 && unit !== "hour") return `about ${amount(Math.max(1, Math.round((low + high) / 2 / size)), unit)} ahead`;
  return a > 0 ? (a === b ? `${amount(a, unit)} ahead` : `${count(a)} to ${amount(b, unit)} ahead`) : `at most ${amount(b, unit)} ahead`;
}
const amount = (n: number, unit: string) => `${count(n)} ${unit}${n === 1 ? "" : "s"}`;

export function ForecastsPage() {
  const only = route.value.params.get("outcome") as Outcome | null;
  const { data, fault } = useAll<Forecast>(address("/forecasts", { limit: 200, event: route.value.params.get("event"), ...scope.value }), most);
  if (fault) return <Fault error={fault} />;
  const all = data?.items ?? [];
  const rows = all.filter((f) => !only || f.outcome === only);
  return (
    <>
      <h1>Forecasts</h1>
      <p class="soft">Who warned of what, or predicted it, and what the articles tell came of it. An outcome compares kind, time, place and doer; it does not judge who spoke.</p>
      {!data ? <p class="soft loading" aria-busy="true">Loading …</p> : !all.length ? (
        <Empty>
          <p>No article that was read warns of something or predicts it.</p>
          <p class="soft">Claims such as “officials warned of an attack” are listed here, with the event that answers them once an article tells of it. <a href={link("claims")}>See all claims</a>.</p>
        </Empty>
      ) : <>
        <div class="row filters"><div class="switch" role="group" aria-label="Outcome">
          <button aria-pressed={!only} onClick={() => change({ outcome: null })}>all <span class="n">{all.length}</span></button>
          {(Object.keys(outcomes) as Outcome[]).map((o) => <button key={o} aria-pressed={only === o} title={outcomes[o].means} onClick={() => change({ outcome: o })}>{outcomes[o].name} <span class="n">{all.filter((f) => f.outcome === o).length}</span></button>)}
        </div></div>
        {only && <p class="soft">{outcomes[only]?.means}</p>}
        <Rows of={rows} />
        {!rows.length && <Empty><p>No forecast {only ? outcomes[only]?.name : "is here"}. <button onClick={() => change({ outcome: null })}>Show all</button></p></Empty>}
        <Shown shown={rows.length} total={data.more ? { value: data.total, relation: "gte" } : data.total} what="forecasts" reasons={only ? ["only one outcome is chosen"] : []} />
      </>}
    </>
  );
}

export function Rows({ of }: { of: Forecast[] }) {
  const events = useNodes(of.map((f) => f.event));
  return <>{of.map((f) => <Row key={f.claim.id} of={f} event={events.get(f.event ?? "")} />)}</>;
}

function Row({ of: f, event }: { of: Forecast; event: GraphNode | undefined }) {
  const { name, tone, means } = outcomes[f.outcome];
  const ahead = lead(f);
  return (
    <div class={`forecast ${f.outcome}`}>
      <ClaimCard claim={f.claim} />
      <div class="became">
        <div class="head"><Tag tone={tone} title={means}>{name}</Tag>{ahead && <b>{ahead}</b>}</div>
        {event && <div><Ref to={event} /> {event.time && <When time={event.time} bare />}</div>}
        <div class="why">{f.why}</div>
      </div>
    </div>
  );
}
