// What holds the words that were asked for, by kind.
import { address, type Hit, type List } from "../client";
import { Listed, useAnswer } from "../parts/load";
import { Dot, Empty, Highlighted, Ref, When } from "../parts/record";
import { SearchBox } from "../parts/searchbox";
import { change, link, linkTo, route, scope } from "../route";
import { count, words } from "../words";

const kinds = ["actor", "place", "event", "claim", "article"];

function Facet({ kind, q, on }: { kind: string; q: string; on: boolean }) {
  const { data } = useAnswer<List<Hit>>(address("/search", { q, kind, limit: 1, ...scope.value }));
  const chosen = route.value.params.getAll("kind");
  const none = data?.total.value === 0;
  return (
    <label class={none ? "soft" : ""}>
      <input type="checkbox" checked={on} onChange={() => change({ kind: on ? chosen.filter((k) => k !== kind) : [...chosen, kind] })} />
      <Dot kind={kind.charAt(0).toUpperCase() + kind.slice(1)} /> {kind}s
      <span class="n">{data && (data.total.relation === "gte" ? ">" : "") + count(data.total.value)}</span>
    </label>
  );
}

export function Search() {
  const { params } = route.value;
  const q = params.get("q")?.trim() ?? "";
  const chosen = params.getAll("kind").filter((k) => kinds.includes(k));
  if (!q) return <Empty><h1>Search</h1><SearchBox big /><p>Type words that must all occur; the last may be the beginning of one.</p></Empty>;
  return (
    <>
      <h1>Search: {q}</h1>
      <div class="with-side">
        <fieldset class="facets">
          <legend>Kinds</legend>
          {kinds.map((k) => <Facet key={k} kind={k} q={q} on={chosen.includes(k)} />)}
          {chosen.length > 0 && <button onClick={() => change({ kind: null })}>All kinds</button>}
        </fieldset>
        <div>
          <Listed<Hit> url={address("/search", { q, kind: chosen, ...scope.value })} what="hits" row={(hit) => <HitRow hit={hit} />}
            empty={<Empty>
              <p>Nothing holds all of these words{chosen.length ? " among the kinds chosen" : ""}.</p>
              <p>Try fewer words, or only the beginning of one. {chosen.length > 0 && <button onClick={() => change({ kind: null })}>Search all kinds</button>} <a href={link("articles")}>See which articles there are</a>.</p>
            </Empty>} />
        </div>
      </div>
    </>
  );
}

function HitRow({ hit }: { hit: Hit }) {
  return (
    <div class="hit">
      <div class="head">
        {hit.kind === "Claim" ? <a class="ref k-Claim" href={linkTo("Claim", hit.id)}><Dot kind="Claim" /><Highlighted text={hit.snippet} ranges={hit.ranges} /></a> : <Ref to={hit} />} <span class="soft">{hit.kind.toLowerCase()}{hit.type && ` · ${words(hit.type)}`}</span>
        {hit.time && <When time={hit.time} bare />}
      </div>
      {hit.kind === "Article" ? <div class="snippet"><Highlighted text={hit.snippet} ranges={hit.ranges} /></div> : null}
      {hit.description && hit.kind !== "Claim" && <div class="meta">{hit.kind === "Event" ? "in " : hit.kind === "Actor" ? "also " : ""}{hit.description}</div>}
    </div>
  );
}
