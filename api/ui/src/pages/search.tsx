// What holds the words that were asked for, by kind.
import type { ComponentChildren } from "preact";
import { address, type Hit } from "../client";
import { Listed, useAnswer } from "../parts/load";
import { Dot, Empty, Highlighted, Ref, When } from "../parts/record";
import { SearchBox } from "../parts/searchbox";
import { change, link, linkTo, route, scope } from "../route";
import { actWords, count, words } from "../words";

const kinds = ["actor", "place", "event", "claim", "article"];

type Value = { value: string; label: string; count: number };
type Faceted = { facets?: Record<string, Value[]>; facets_exact?: boolean };
const few = 12;

// A facet is counted over all that the others leave, so that more of it can be
// chosen.
function useFacet(name: string, q: string, kind: string[]) {
  const { data } = useAnswer<Faceted>(address("/search", { q, kind, facet: name, limit: 1, ...scope.value }));
  return { values: data?.facets?.[name], more: data?.facets_exact === false };
}

function Facets({ q, kinds: chosen }: { q: string; kinds: string[] }) {
  const counted = useFacet("kind", q, []);
  const of = new Map(counted.values?.map((v) => [v.value, v.count]));
  return (
    <fieldset class="facets">
      <legend>Kinds</legend>
      {kinds.map((k) => {
        const n = of.get(k) ?? 0;
        return <Choice key={k} name="kind" value={k} n={counted.values && n} more={counted.more}><Dot kind={k.charAt(0).toUpperCase() + k.slice(1)} /> {k}s</Choice>;
      })}
      {chosen.length > 0 && <button onClick={() => change({ kind: null })}>All kinds</button>}
    </fieldset>
  );
}

function Types({ q, kinds: chosen }: { q: string; kinds: string[] }) {
  const { values = [], more } = useFacet("type", q, chosen);
  const types = route.value.params.getAll("type");
  if (values.length < 2 && !types.length) return null;
  const rest = values.slice(few);
  const choice = (v: Value) => <Choice key={v.value} name="type" value={v.value} n={v.count} more={more}>{actWords(v.value)}</Choice>;
  return (
    <fieldset class="facets">
      <legend>Of which type</legend>
      {values.slice(0, few).map(choice)}
      {rest.length > 0 && <details open={rest.some((v) => types.includes(v.value))}><summary class="soft">{count(rest.length)} more</summary>{rest.map(choice)}</details>}
      {types.length > 0 && <button onClick={() => change({ type: null })}>All types</button>}
    </fieldset>
  );
}

function Choice({ name, value, n, more, children }: { name: string; value: string; n: number | undefined; more: boolean; children: ComponentChildren }) {
  const chosen = route.value.params.getAll(name);
  const on = chosen.includes(value);
  return (
    <label class={n === 0 ? "soft" : ""}>
      <input type="checkbox" checked={on} onChange={() => change({ [name]: on ? chosen.filter((v) => v !== value) : [...chosen, value], ...(name === "kind" ? { type: null } : {}) })} />
      <span>{children}</span>
      <span class="n">{n !== undefined && (more ? ">" : "") + count(n)}</span>
    </label>
  );
}

export function Search() {
  const { params } = route.value;
  const q = params.get("q")?.trim() ?? "";
  const chosen = params.getAll("kind").filter((k) => kinds.includes(k));
  const types = params.getAll("type");
  const narrowed = chosen.length + types.length > 0;
  if (!q) return <Empty><h1>Search</h1><SearchBox big /><p>Type words that must all occur; the last may be the beginning of one.</p></Empty>;
  return (
    <>
      <h1>Search: {q}</h1>
      <div class="with-side">
        <div>
          <Facets q={q} kinds={chosen} />
          <Types q={q} kinds={chosen} />
        </div>
        <div>
          <Listed<Hit> url={address("/search", { q, kind: chosen, type: types, ...scope.value })} what="hits" row={(hit) => <HitRow hit={hit} />}
            empty={<Empty>
              <p>Nothing holds all of these words{narrowed ? " among what was chosen" : ""}.</p>
              <p>Try fewer words, or only the beginning of one. {narrowed && <button onClick={() => change({ kind: null, type: null })}>Search all kinds</button>} <a href={link("articles")}>See which articles there are</a>.</p>
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
        {hit.kind === "Claim" ? <a class="ref k-Claim" href={linkTo("Claim", hit.id)}><Dot kind="Claim" /><Highlighted text={hit.snippet} ranges={hit.ranges} /></a> : <Ref to={hit} />} <span class="soft">{hit.kind.toLowerCase()}{hit.type && ` · ${hit.kind === "Claim" ? actWords(hit.type) : words(hit.type)}`}</span>
        {hit.time && <When time={hit.time} bare />}
      </div>
      {hit.kind === "Article" ? <div class="snippet"><Highlighted text={hit.snippet} ranges={hit.ranges} /></div> : null}
      {hit.description && hit.kind !== "Claim" && <div class="meta">{hit.kind === "Event" ? "in " : hit.kind === "Actor" ? "also " : ""}{hit.description}</div>}
    </div>
  );
}
