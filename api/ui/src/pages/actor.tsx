// An actor: its names, what it is to others, what it says and what is said of it.
import { address, type Answer, type Claim } from "../client";
import { ExportMenu } from "../parts/export";
import { Answered, Listed, Shown } from "../parts/load";
import { ClaimCard, Passages, Ref, Section, Tag, When } from "../parts/record";
import { SimilarList } from "../parts/similar";
import { change, link, route, scope } from "../route";
import { plural, relation, words } from "../words";

type Page = Answer<"/api/v1/actors/{id}">;

export function ActorPage({ id }: { id: string }) {
  return <Answered<Page> url={address(`/actors/${encodeURIComponent(id)}`, scope.value)}>{(a) => <View actor={a} />}</Answered>;
}

// spellings counts how the articles name the actor.
function spellings(a: Page) {
  const found = new Map<string, { n: number; articles: Set<string>; first: Page["mentions"][number]["evidence"][number] }>();
  for (const m of a.mentions) {
    for (const e of m.evidence) {
      const entry = found.get(e.quote) ?? { n: 0, articles: new Set<string>(), first: e };
      entry.n++;
      entry.articles.add(m.article.id);
      found.set(e.quote, entry);
    }
  }
  return [...found].sort((x, y) => y[1].n - x[1].n);
}

function View({ actor: a }: { actor: Page }) {
  const all = spellings(a);
  const names = all.filter(([, s]) => !s.first.rule.startsWith("coref/pronoun"));
  const pronouns = all.filter(([, s]) => s.first.rule.startsWith("coref/pronoun"));
  const about = route.value.params.get("claims") === "about";
  const question = about ? { about: a.id } : { source: a.id };
  return (
    <>
      <p class="kicker">Actor <Tag tone="k-Actor">{words(a.kind)}</Tag>{a.country && <Tag>{a.country}</Tag>}{a.sector && <Tag>{words(a.sector)}</Tag>}</p>
      <h1>{a.name}</h1>
      {a.aliases.length > 0 && <p class="soft">also {a.aliases.join(", ")}</p>}
      <div class="row actions">
        <a class="button" href={link("graph", { ids: [a.id] })}>Graph</a>
        <a class="button" href={link("timeline", { actor: a.id })}>Timeline</a>
        <a class="button" href={link("graph", { from: a.id })}>Path to …</a>
        <ExportMenu query={{ id: [...new Set([a.id, ...a.events.map((e) => e.event.id), ...a.said.map((c) => c.id), ...a.relations.map((r) => r.other.id)])].slice(0, 200) }} />
      </div>
      <div class="split">
        <div>
          <Section title="Claims" aside={
            <div class="switch" role="group" aria-label="Which claims">
              <button aria-pressed={!about} onClick={() => change({ claims: null })}>Said by <span class="n">{a.said.length}</span></button>
              <button aria-pressed={about} onClick={() => change({ claims: "about" })}>Said about <span class="n">{a.said_about.length}</span></button>
            </div>
          }>
            <Listed<Claim> key={about ? "about" : "said"} url={address("/claims", { ...question, ...scope.value })} what="claims" row={(c) => <ClaimCard claim={c} />}
              empty={<p class="soft">{about ? "No claim that was read is about this actor." : "No article quotes this actor."}</p>} />
          </Section>
          <Section title="Events" n={a.events.length}>
            {a.events.length ? (
              <table class="data">
                <thead><tr><th scope="col">When</th><th scope="col">Role</th><th scope="col">Event</th></tr></thead>
                <tbody>{a.events.map((e, i) => (
                  <tr key={i}><td><When time={e.time} bare /></td><td>{words(e.role)}{e.claim_id && <> <a href={`#/claim/${e.claim_id}`}><Tag tone="warn">alleged</Tag></a></>}</td><td><Ref to={e.event} /></td></tr>
                ))}</tbody>
              </table>
            ) : <p class="soft">No event names it as a participant.</p>}
          </Section>
          {a.truncated_reasons.length > 0 && <Shown shown={a.mentions.length} total={{ value: a.mentions.length, relation: "gte" }} what="mentions" reasons={a.truncated_reasons} />}
        </div>
        <div>
          <Section title="Names in the articles" n={names.length}>
            <table class="data">
              <thead><tr><th scope="col">Name</th><th scope="col">Where</th></tr></thead>
              <tbody>{names.slice(0, 20).map(([name, { n, articles, first }]) => (
                <tr key={name}><th scope="row"><a href={`#/article/${first.article_id}?at=${first.start}-${first.end}`}>{name}</a></th><td class="soft">{plural(n, "time")} in {plural(articles.size, "article")}, first by <code>{first.rule}</code></td></tr>
              ))}</tbody>
            </table>
            {pronouns.length > 0 && <p class="soft small">also as {pronouns.map(([name, s], i) => <span key={name}>{i > 0 && ", "}<a href={`#/article/${s.first.article_id}?at=${s.first.start}-${s.first.end}`}>{name}</a></span>)}</p>}
          </Section>
          <Section title="Relations" n={a.relations.length}>
            {a.relations.map((r, i) => (
              <div class="relation" key={i}>
                <div><span class="soft">{relation(r.type, r.out)}</span> <Ref to={r.other} /> {r.time && <When time={r.time} bare />}</div>
                <Passages list={r.evidence} most={1} />
              </div>
            ))}
            {!a.relations.length && <p class="soft">The articles state none.</p>}
          </Section>
          <SimilarList kind="actors" id={a.id} />
          <Section title="Mentioned in" n={a.mentions.length}>
            <ul class="list plain">{a.mentions.map((m, i) => <li key={i}><Ref to={m.article} /></li>)}</ul>
          </Section>
        </div>
      </div>
    </>
  );
}
