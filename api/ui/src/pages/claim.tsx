// A claim: the way it came, what it is about, and what speaks for and against it.
import { address, has, type Answer, type Claim, type LinkOfClaims, type List, type Quotation } from "../client";
import { ExportMenu } from "../parts/export";
import { Answered } from "../parts/load";
import { ClaimCard, Figure, Passages, Ref, Section, Tag, When } from "../parts/record";
import { link, linkTo, scope } from "../route";
import { QuotationCard } from "./quotations";
import { actWords, figureSpoken, plural, sureness, words } from "../words";

export function ClaimPage({ id }: { id: string }) {
  return <Answered<Claim> url={address(`/claims/${encodeURIComponent(id)}`, scope.value)}>{(c) => <View claim={c} />}</Answered>;
}

function View({ claim: c }: { claim: Claim }) {
  return (
    <>
      <p class="kicker">Claim <Tag tone="k-Claim">{actWords(c.act)}</Tag>{c.class && c.class !== "responsibility" && <Tag>{words(c.class)}</Tag>}{c.negated && <Tag tone="warn">negated</Tag>}{c.quoted && <Tag>direct quote</Tag>}</p>
      <h1 class="quote">{c.text}</h1>
      <div class="row actions">
        <a class="button" href={link("graph", { ids: [c.id] })}>Graph</a>
        <ExportMenu query={{ id: [c.id, ...c.chain.map((h) => h.source.id), ...c.about.map((a) => a.id)] }} />
      </div>
      <Section title="How it came to be told"><ChainPicture claim={c} /></Section>
      <dl class="facts">
        {c.quantity && <div><dt>Figure</dt><dd><Figure of={c.quantity} /> <span class="soft">{figureSpoken(c.quantity)}, “{c.quantity.words}”</span></dd></div>}
        <div><dt>Said</dt><dd><When time={c.said} /></dd></div>
        <div><dt>Published</dt><dd><When time={c.published} /></dd></div>
        {c.factuality && <div><dt>Certainty</dt><dd>{sureness(c.factuality)}{c.hedges.length > 0 && <span class="soft"> hedged by {c.hedges.map((h) => `“${h}”`).join(", ")}</span>}</dd></div>}
        <div><dt>About</dt><dd>{c.about.length ? c.about.map((r) => <div key={r.id}><Ref to={r} /></div>) : <span class="soft">nothing else that was read</span>}</dd></div>
      </dl>
      {has("/claims/{id}/links") && <Links id={c.id} />}
      {has("/quotations") && c.quoted && (
        <Answered<List<Quotation>> quiet url={address("/quotations", { claim: c.id, ...scope.value })}>
          {(list) => list.items.length > 0 && <Section title="How others quote it">{list.items.map((q, i) => <QuotationCard key={i} of={q} />)}</Section>}
        </Answered>
      )}
      {has("/claims/{id}/corroboration") && <Support id={c.id} />}
      <Section title="Where the article says so"><Passages list={c.evidence} /></Section>
    </>
  );
}

// ChainPicture draws the way of a claim from the first who said it, through
// those who passed it on, to the article.
export function ChainPicture({ claim: c }: { claim: Claim }) {
  const hops = [...c.chain].reverse(); // the innermost source said it first
  return (
    <ol class="way" aria-label="From the words to the article">
      <li class="station k-Claim"><span class="soft">the words</span><q>{c.content || c.text}</q></li>
      {!hops.length && <li class="station none"><span class="soft">{c.unattributed ? "nobody named" : "no source named"}</span></li>}
      {hops.map((h, i) => (
        <li class="station k-Actor" key={i}>
          <span class="soft">{i === hops.length - 1 && hops.length > 1 ? "as told by" : hops.length > 1 ? "first said by" : "said by"}</span>
          <Ref to={h.source} />
          <span class="small">{h.told ? "was told" : actWords(h.act)}{h.cue && <> “{h.cue}”</>}{h.medium && ` · ${words(h.medium)}`}{h.factuality && h.factuality !== "CT+" && ` · ${sureness(h.factuality)}`}</span>
          {h.time && <When time={h.time} bare />}
          {h.evidence[0] && <a class="small" href={linkTo("Article", h.evidence[0].article_id, { at: `${h.evidence[0].start}-${h.evidence[0].end}` })}>in the text</a>}
        </li>
      ))}
      <li class="station k-Article">
        <span class="soft">reported in</span>
        <Ref to={c.article} />
        <span class="small">{c.publisher} · <When time={c.published} bare /></span>
      </li>
    </ol>
  );
}

function Links({ id }: { id: string }) {
  return (
    <Answered<List<LinkOfClaims>> quiet url={address(`/claims/${encodeURIComponent(id)}/links`, scope.value)}>
      {(list) => list.items.length > 0 && (
        <Section title="Beside other claims" n={list.items.length}>
          {list.items.map((l, i) => (
            <div key={i} class={`link ${l.relation}`}>
              <div class="head"><Tag tone={l.relation === "contradicts" ? "warn" : "good"}>{words(l.type)}</Tag>{l.one_source && <Tag>one source</Tag>} <span class="soft">{l.why}</span></div>
              <ClaimCard claim={l.a.id === id ? l.b : l.a} />
            </div>
          ))}
        </Section>
      )}
    </Answered>
  );
}

function Support({ id }: { id: string }) {
  return (
    <Answered<Answer<"/api/v1/claims/{id}/corroboration">> quiet url={address(`/claims/${encodeURIComponent(id)}/corroboration`, scope.value)}>
      {(c) => c.propositions.length > 0 && (
        <Section title="Who else says so">
          {c.propositions.map((p) => (
            <div key={p.id} class="card">
              <div class="head"><b>{plural(p.support, "origin")}</b> <span class="soft">in {plural(p.documents, "article")}, {p.independent_pairs ? plural(p.independent_pairs, "independent pair") : "none known to be independent"}</span> {p.status.map((s) => <Tag key={s} tone={/contra|disput/.test(s) ? "warn" : ""}>{words(s)}</Tag>)}</div>
              <ul class="list plain">{p.origins.map((o, i) => <li key={i}>{o.voice} <span class="soft">{plural(o.claims.length, "claim")}{o.why?.length ? `: ${o.why.join("; ")}` : ""}</span></li>)}</ul>
            </div>
          ))}
        </Section>
      )}
    </Answered>
  );
}
