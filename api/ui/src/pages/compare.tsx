// Two articles side by side, claim by claim.
import { address, type Answer, type Article, type Claim, type List } from "../client";
import { ExportMenu } from "../parts/export";
import { Answered } from "../parts/load";
import { ClaimCard, Empty, Ref, Tag, When } from "../parts/record";
import { change, route, scope } from "../route";
import { figure, plural, words } from "../words";

type Comparison = Answer<"/api/v1/compare">;
type Row = { relation: string; what: string; why: string[]; status: string[]; claims: Claim[] };

const names: Record<string, string> = { agree: "agree", refine: "one is more exact", differ: "differ", only: "only here" };
// What the statuses of a proposition mean, for those that add to the verdict.
const statuses: Record<string, string> = { "multi-origin-agree": "several origins agree", refined: "made more exact", "single-origin": "one origin only", contradicted: "contradicted", disputed: "disputed", superseded: "overtaken" };
const reasonsShown = 2;
const tones: Record<string, string> = { agree: "good", refine: "", differ: "warn", only: "" };

export function ComparePage() {
  const chosen = route.value.params.getAll("article");
  return (
    <>
      <h1>Compare two articles</h1>
      <Answered<List<Article>> url={address("/articles", { limit: 200, ...scope.value })}>
        {(list) => list.items.length < 2 ? <Empty><p>Two articles are needed. Drop another on this page.</p></Empty> : (
          <div class="row filters">
            {[0, 1].map((side) => (
              <label key={side} class="grow">{side ? "with" : "Compare"}
                <select value={chosen[side] ?? ""} onChange={(e) => {
                  const next = [chosen[0] ?? "", chosen[1] ?? ""];
                  next[side] = e.currentTarget.value;
                  change({ article: next.filter(Boolean) }, true);
                }}>
                  <option value="">choose an article …</option>
                  {list.items.map((a) => <option key={a.id} value={a.id} disabled={a.id === chosen[1 - side]}>{[a.publisher, a.title].filter(Boolean).join(": ")}</option>)}
                </select>
              </label>
            ))}
          </div>
        )}
      </Answered>
      {chosen.length === 2 ? <Answered<Comparison> url={address("/compare", { article: chosen, ...scope.value })}>{(c) => <View of={c} />}</Answered>
        : <Empty><p>Choose two articles about the same event to see where they agree, where one is more exact, where they differ, and what only one of them says.</p></Empty>}
    </>
  );
}

// rowsOf puts what only one of the articles says below what they share.
function rowsOf(c: Comparison): Row[] {
  const shared = c.rows.map((r): Row => ({ relation: r.relation, what: [r.metric ? words(r.metric) : words(r.facet), r.event?.label].filter(Boolean).join(", "), why: [...new Set(r.links.map((l) => l.why).filter(Boolean))], status: r.status, claims: r.claims }));
  return [...shared, ...c.only.map((claim): Row => ({ relation: "only", what: claim.quantity ? `${figure(claim.quantity)} ${words(claim.quantity.metric)}` : "", why: [], status: [], claims: [claim] }))];
}

function View({ of: c }: { of: Comparison }) {
  const only = route.value.params.get("show");
  const all = rowsOf(c);
  const rows = all.filter((r) => !only || r.relation === only);
  return (
    <>
      <div class="row"><div class="switch" role="group" aria-label="Which rows">
        <button aria-pressed={!only} onClick={() => change({ show: null })}>all <span class="n">{all.length}</span></button>
        {Object.keys(names).map((r) => <button key={r} aria-pressed={only === r} onClick={() => change({ show: r })}>{names[r]} <span class="n">{all.filter((x) => x.relation === r).length}</span></button>)}
        </div><span class="grow" />
        <ExportMenu query={{ article: c.articles.map((a) => a.id) }} />
      </div>
      <div class="compare" role="table" aria-label="Claims side by side">
        <div role="row" class="compare-row head-row">
          {c.articles.slice(0, 2).map((a) => <div role="columnheader" key={a.id}><Ref to={{ id: a.id, kind: "Article", label: a.title }} /><div class="meta">{a.publisher && <span>{a.publisher}</span>}<When time={a.published} bare /></div></div>)}
        </div>
        {rows.map((r, i) => (
          <div role="row" class={`compare-row ${r.relation}`} key={i}>
            <div role="cell" class="verdict"><Tag tone={tones[r.relation] ?? ""}>{names[r.relation] ?? words(r.relation)}</Tag> {r.what && <b>{r.what}</b>} {r.status.filter((s) => s !== r.relation).map((s) => <Tag key={s}>{statuses[s] ?? words(s)}</Tag>)} <Why list={r.why} /></div>
            {c.articles.slice(0, 2).map((a) => {
              const mine = r.claims.filter((x) => x.article_id === a.id);
              return <div role="cell" key={a.id}>{mine.length ? mine.map((x) => <ClaimCard key={x.id} claim={x} />) : <span class="soft none">no claim here was matched with it</span>}</div>;
            })}
          </div>
        ))}
      </div>
      {!rows.length && <Empty><p>{only ? "There are no such rows." : "Neither article claims anything that could be compared."}</p></Empty>}
      <p class="shown" role="status">{plural(rows.length, "row")} of {all.length} shown{only && ", because only one kind is chosen"}</p>
    </>
  );
}

function Why({ list }: { list: string[] }) {
  const rest = list.slice(reasonsShown);
  return (
    <>
      {list.slice(0, reasonsShown).map((w, i) => <div key={i}>{w}</div>)}
      {rest.length > 0 && <details><summary class="soft">{plural(rest.length, "more reason")}</summary>{rest.map((w, i) => <div key={i}>{w}</div>)}</details>}
    </>
  );
}
