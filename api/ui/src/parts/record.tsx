// Records as every page shows them.
import type { ComponentChildren } from "preact";
import type { Claim, Event, Evidence, Hop, Interval, Quantity, Ref as Reference } from "../client";
import { linkTo } from "../route";
import { actWords, date, figure, figureSpoken, precision, shorten, sureness, vague, words } from "../words";

export function Dot({ kind }: { kind: string }) {
  return <i class={`dot k-${kind}`} aria-hidden="true" />;
}

export function Ref({ to, plain, long }: { to: Pick<Reference, "id" | "kind" | "label" | "type">; plain?: boolean; long?: boolean }) {
  return (
    <a class={`ref k-${to.kind}`} href={linkTo(to.kind, to.id)} title={[to.kind.toLowerCase(), words(to.type)].filter(Boolean).join(": ") + (to.label.length > 90 ? `: ${to.label}` : "")}>
      {!plain && <Dot kind={to.kind} />}
      {long ? to.label : shorten(to.label || to.id, 110)}
    </a>
  );
}

export function Tag({ children, tone, title }: { children: ComponentChildren; tone?: string; title?: string }) {
  return <span class={`tag ${tone ?? ""}`} title={title}>{children}</span>;
}

// When writes a date with what the text says for it and how precise that is.
export function When({ time, bare }: { time: Interval | null | undefined; bare?: boolean }) {
  if (!time) return <span class="when soft">undated</span>;
  const why = [time.text && `“${time.text}” in the text`, precision(time), time.confidence, time.anchor?.value && `counted from ${time.anchor.kind} ${time.anchor.value}`, time.rule && `rule ${time.rule}`].filter(Boolean).join(" · ");
  return (
    <span class={`when ${vague(time) ? "vague" : ""}`} title={why}>
      <time>{date(time)}</time>
      {!bare && time.precision && <span class="soft"> {precision(time)}</span>}
    </span>
  );
}

export function Figure({ of, href }: { of: Quantity; href?: string }) {
  // "6 percent" needs no "percent" after it.
  const counted = of.metric === of.unit ? "" : words(of.metric);
  const text = <><b>{figure(of)}</b> {counted}</>;
  const title = `${figureSpoken(of)} ${counted}: “${of.words}”`;
  return href ? <a class="figure" href={href} title={title}>{text}</a> : <span class="figure" title={title}>{text}</span>;
}

export function Figures({ event }: { event: Event }) {
  return event.figures.length ? <span class="figures">{event.figures.slice(0, 6).map((f) => <Figure key={f.claim_id} of={f.quantity} href={linkTo("Claim", f.claim_id)} />)}</span> : null;
}

// Chain writes who says it and who told them, the outermost source first.
export function Chain({ claim }: { claim: Claim }) {
  if (!claim.chain.length) return <span class="chain"><span class="soft">{claim.unattributed ? "Nobody named" : claim.publisher || "The article itself"}</span> <span class="act">{actWords(claim.act)}</span></span>;
  return (
    <span class="chain">
      {claim.chain.map((hop: Hop, i) => (
        <span key={i}>
          {i > 0 && <span class="act" title="told by"> ← </span>}
          <Ref to={hop.source} /> <span class="act">{hop.told ? "was told" : actWords(hop.act)}</span>
        </span>
      ))}
    </span>
  );
}

const doubts = (claim: Claim) => [claim.negated && "negated", claim.quoted && "direct quote", ...claim.hedges.map((h) => `hedged: ${h}`), claim.factuality && claim.factuality !== "CT+" && claim.factuality !== "CT-" ? sureness(claim.factuality) : ""].filter(Boolean) as string[];

// Told names the article by its publisher and date, which tells it from others
// in less room than its title.
function Told({ claim }: { claim: Claim }) {
  return <a class="ref k-Article" href={linkTo("Article", claim.article_id)} title={claim.article.label}>{claim.publisher || shorten(claim.article.label, 40)}, {date(claim.published)}</a>;
}

// ClaimCard shows a claim; within is the article that the page is about.
export function ClaimCard({ claim, within }: { claim: Claim; within?: string }) {
  return (
    <article class="claim">
      <div class="head">
        <Chain claim={claim} />
        {claim.quantity && <Figure of={claim.quantity} />}
      </div>
      <blockquote><a href={linkTo("Claim", claim.id)}>{claim.text}</a></blockquote>
      <div class="meta">
        {claim.said && <span>said <When time={claim.said} bare /></span>}
        {claim.article_id !== within && <Told claim={claim} />}
        {doubts(claim).map((d) => <Tag key={d}>{d}</Tag>)}
      </div>
    </article>
  );
}

export const realis: Record<string, string> = { ongoing: "going on", future: "to come", planned: "planned", foiled: "foiled", hypothetical: "hypothetical", denied: "denied", historical: "earlier" };

export function EventTags({ event }: { event: Event }) {
  return (
    <>
      <Tag tone="k-Event">{[words(event.type), ...event.modes.map(words)].join(" · ")}</Tag>
      {realis[event.realis] && <Tag tone="warn">{realis[event.realis]}</Tag>}
      {event.negated && <Tag tone="warn">did not happen</Tag>}
      {event.generic && <Tag>in general</Tag>}
    </>
  );
}

export function EventRow({ event }: { event: Event }) {
  return (
    <div class="event-row">
      <When time={event.time} bare />
      <div>
        <div class="head"><Ref to={{ id: event.id, kind: "Event", label: event.label, type: event.type }} /> <EventTags event={event} /></div>
        <div class="meta">
          {event.places.map((p) => <Ref key={p.id} to={p} />)}
          {event.participants.map((p, i) => <span key={i}><span class="soft">{words(p.role)}{p.claim_id ? ", alleged" : ""}</span> <Ref to={p.actor} /></span>)}
          <Figures event={event} />
        </div>
      </div>
    </div>
  );
}

// Passage shows a piece of evidence within its context.
export function Passage({ of, why = true }: { of: Evidence; why?: boolean }) {
  const context = of.selector.find((s) => s.type === "TextQuoteSelector");
  return (
    <div class="passage">
      <a href={linkTo("Article", of.article_id, { at: `${of.start}-${of.end}` })} title={`Characters ${of.start} to ${of.end}: show in the article`}>
        <span class="soft">{context?.prefix && `…${context.prefix}`}</span>
        <mark>{of.quote}</mark>
        <span class="soft">{context?.suffix && `${context.suffix}…`}</span>
      </a>
      {why && <div class="why">{words(of.role)} · read by rule <code>{of.rule}</code> · characters {of.start}–{of.end}</div>}
    </div>
  );
}

export function Passages({ list, most = 12 }: { list: Evidence[]; most?: number }) {
  const seen = new Set<string>();
  const distinct = list.filter((e) => {
    const key = `${e.article_id} ${e.start} ${e.end}`;
    return !seen.has(key) && seen.add(key);
  });
  return (
    <>
      {distinct.slice(0, most).map((e, i) => <Passage key={i} of={e} />)}
      {distinct.length > most && (
        <details>
          <summary>{distinct.length - most} more passages</summary>
          {distinct.slice(most).map((e, i) => <Passage key={i} of={e} />)}
        </details>
      )}
    </>
  );
}

export function Section({ title, n, children, id, aside }: { title: string; n?: number | undefined; children: ComponentChildren; id?: string; aside?: ComponentChildren }) {
  return (
    <section id={id}>
      <div class="section-head"><h2>{title}{n !== undefined && <span class="n"> {n}</span>}</h2>{aside}</div>
      {children}
    </section>
  );
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="empty">{children}</div>;
}

// highlighted marks ranges of code points within a text.
export function Highlighted({ text, ranges }: { text: string; ranges: number[][] }) {
  const characters = Array.from(text);
  const out: ComponentChildren[] = [];
  let at = 0;
  for (const [from = 0, to = 0] of ranges) {
    out.push(characters.slice(at, from).join(""), <mark key={from}>{characters.slice(from, to).join("")}</mark>);
    at = to;
  }
  return <>{out}{characters.slice(at).join("")}</>;
}
