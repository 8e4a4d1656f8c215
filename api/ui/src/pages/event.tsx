// An event: when and where, who, what figures, who claims what, what conflicts.
import { address, has, type Answer, type Article, type Claim, type Forecast, type LinkOfClaims, type List } from "../client";
import { FigureChart, type Mark } from "../charts/figures";
import { ConflictCard } from "../parts/conflict";
import { ExportMenu } from "../parts/export";
import { Answered, Shown, useAnswer } from "../parts/load";
import { ClaimCard, EventTags, Passages, Ref, Section, Tag } from "../parts/record";
import { SimilarList } from "../parts/similar";
import { link, scope } from "../route";
import { date, precision, vague, words } from "../words";
import { Rows } from "./forecasts";

type Page = Answer<"/api/v1/events/{id}">;

export function EventPage({ id }: { id: string }) {
  return <Answered<Page> url={address(`/events/${encodeURIComponent(id)}`, scope.value)}>{(e) => <View event={e} />}</Answered>;
}

const responsibility = ["claim_responsibility", "accuse", "blame"];

function View({ event: e }: { event: Page }) {
  const doers = e.claims.filter((c) => responsibility.includes(c.act));
  const rest = e.claims.filter((c) => !doers.includes(c));
  return (
    <>
      <p class="kicker">Event <EventTags event={e} /></p>
      <h1>{e.label}</h1>
      <div class="row actions">
        <a class="button" href={link("graph", { ids: [e.id] })}>Graph</a>
        <a class="button" href={link("timeline", { at: e.id })}>Timeline</a>
        <ExportMenu query={{ id: [e.id, ...e.claims.map((c) => c.id), ...e.participants.map((p) => p.actor.id), ...e.places.map((p) => p.id)].slice(0, 200) }} />
      </div>
      <dl class="facts">
        <div>
          <dt>When</dt>
          <dd>{e.time ? <><b>{date(e.time)}</b> <Tag tone={vague(e.time) ? "warn" : ""}>{precision(e.time)}</Tag><div class="soft">{e.time.text && <>“{e.time.text}” · </>}{e.time.confidence}{e.time.anchor?.value && `, counted from ${e.time.anchor.value}${e.time.anchor.kind === "publication" ? ", the day of publication" : ""}`}</div></> : <span class="soft">The article does not say</span>}</dd>
        </div>
        <div>
          <dt>Where</dt>
          <dd>{e.places.length ? e.places.map((p) => <span key={p.id}><Ref to={p} /> <span class="soft">{words(p.type)}</span> </span>) : <span class="soft">The article does not say</span>}</dd>
        </div>
        <div><dt>Told by</dt><dd><Ref to={e.article} /></dd></div>
        {e.parts.length > 0 && <div><dt>Parts</dt><dd>{e.parts.map((p) => <Ref key={p.id} to={p} />)}</dd></div>}
      </dl>
      <Section title="Who took part" n={e.participants.length}>
        {e.participants.length ? (
          <table class="data">
            <thead><tr><th scope="col">Role</th><th scope="col">Who</th><th scope="col">In which words</th></tr></thead>
            <tbody>
              {e.participants.map((p, i) => (
                <tr key={i}>
                  <th scope="row">{words(p.role)}{p.claim_id && <> <a href={`#/claim/${p.claim_id}`}><Tag tone="warn">alleged</Tag></a></>}</th>
                  <td><Ref to={p.actor} /></td>
                  <td class="soft">{p.evidence[0]?.quote && `“${p.evidence[0].quote}”`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : <p class="soft">The article names nobody who took part.</p>}
      </Section>
      <Figures event={e} />
      {doers.length > 0 && <Section title="Who is held responsible, by whom" n={doers.length}>{doers.map((c) => <ClaimCard key={c.id} claim={c} within={e.article_id} />)}</Section>}
      {has("/forecasts") && (
        <Answered<List<Forecast>> quiet url={address("/forecasts", { event: e.id, ...scope.value })}>
          {(list) => list.items.length > 0 && <Section title="Who foretold it" n={list.total.value} aside={<a href={link("forecasts")}>All forecasts</a>}><Rows of={list.items} /></Section>}
        </Answered>
      )}
      {has("/conflicts") && (
        <Answered<List<LinkOfClaims>> quiet url={address("/conflicts", { event: e.id, ...scope.value })}>
          {(list) => list.items.length > 0 && (
            <Section title="Conflicts" n={list.items.length} id="conflicts">
              {list.items.map((c, i) => <ConflictCard key={i} of={c} />)}
            </Section>
          )}
        </Answered>
      )}
      <Section title="Claims about it" n={e.claims.length}>
        {rest.map((c) => <ClaimCard key={c.id} claim={c} within={e.article_id} />)}
        {!e.claims.length && <p class="soft">Nobody is said to have said anything about it.</p>}
        {e.truncated_reasons.length > 0 && <Shown shown={e.claims.length} total={{ value: e.claims.length, relation: "gte" }} what="claims" reasons={e.truncated_reasons} />}
      </Section>
      <SimilarList kind="events" id={e.id} />
      <Section title="Where the article says so"><Passages list={e.evidence} /></Section>
    </>
  );
}

type Series = Answer<"/api/v1/figures">;

// Figures are those of the event wherever it is told; until the articles are
// read together, those of this article.
function Figures({ event }: { event: Page }) {
  const own = marksOf(event.claims);
  const series = useAnswer<Series>(has("/figures") ? address("/figures", { event: event.id, ...scope.value }) : null);
  const articles = useAnswer<List<Article>>(series.data?.items.length ? address("/articles", { limit: 200, ...scope.value }) : null);
  const publisher = new Map(articles.data?.items.map((a) => [a.id, a.publisher || a.title]));
  const all = (series.data?.items ?? []).flatMap((s) => s.points.map((p): Mark => ({
    claim: p.claim, source: p.sources?.join(" ← ") || publisher.get(p.article) || "the article", metric: s.metric + (s.population ? ` (${s.population})` : ""), unit: s.unit ?? "", time: p.as_of,
    quantity: { metric: s.metric, comparator: p.comparator, value: p.value, words: p.words, unit: s.unit, low: p.low, high: p.high }, note: p.why ?? p.step ?? "",
  })));
  const known = new Set(all.map((m) => m.claim));
  const marks = [...all, ...own.filter((m) => !known.has(m.claim))];
  return marks.length ? <FigureSection marks={marks} /> : null;
}

function FigureSection({ marks }: { marks: Mark[] }) {
  return <Section title="Figures over time, by source" n={marks.length}><FigureChart marks={marks} /></Section>;
}

function marksOf(claims: Claim[]): Mark[] {
  return claims.flatMap((c) => c.quantity ? [{
    claim: c.id, source: c.chain.map((h) => h.source.label).join(" ← ") || c.publisher || "the article", metric: c.quantity.metric, unit: c.quantity.unit ?? "",
    time: c.quantity.as_of ?? c.said ?? c.published, quantity: c.quantity, note: c.publisher ?? "",
  }] : []);
}
