// A place and what happened there.
import { address, type Answer, type Event } from "../client";
import { Answered, Listed } from "../parts/load";
import { EventRow, Ref, Section, Tag } from "../parts/record";
import { SimilarList } from "../parts/similar";
import { link, scope } from "../route";
import { words } from "../words";

type Page = Answer<"/api/v1/places/{id}">;

export function PlacePage({ id }: { id: string }) {
  return (
    <Answered<Page> url={address(`/places/${encodeURIComponent(id)}`, scope.value)}>
      {(p) => (
        <>
          <p class="kicker">Place <Tag tone="k-Place">{words(p.kind)}</Tag>{p.country && <Tag>{p.country}</Tag>}</p>
          <h1>{p.name}</h1>
          <p class="soft">
            {p.aliases.length > 0 && `also ${p.aliases.join(", ")} · `}
            {p.within.map((w) => <span key={w.id}>in <Ref to={w} /> </span>)}
            {p.lat !== undefined && p.lon !== undefined ? `${p.lat.toFixed(2)}°, ${p.lon.toFixed(2)}°` : "no coordinates known"}
          </p>
          <div class="row actions"><a class="button" href={link("graph", { ids: [p.id] })}>Graph</a><a class="button" href={link("timeline", { place: p.id })}>Timeline</a></div>
          <Section title="What happened there">
            <Listed<Event> url={address("/events", { place: p.id, ...scope.value })} what="events" row={(e) => <EventRow event={e} />} empty={<p class="soft">Nothing that the articles say.</p>} />
          </Section>
          <SimilarList kind="places" id={p.id} />
          <Section title="Mentioned in" n={p.mentions.length}><ul class="list plain">{p.mentions.map((m, i) => <li key={i}><Ref to={m.article} /></li>)}</ul></Section>
        </>
      )}
    </Answered>
  );
}
