// Everything of one kind, with filters that stand in the address.
import type { ComponentChildren } from "preact";
import { address, type Actor, type Article, type Claim, type Event, type Query } from "../client";
import { FilePick } from "../parts/drop";
import { ExportMenu } from "../parts/export";
import { Listed } from "../parts/load";
import { ClaimCard, Empty, EventRow, Ref } from "../parts/record";
import { change, route, scope } from "../route";
import { actWords, words } from "../words";
import { ArticleRow } from "./home";

type Filter = { name: string; label: string; options?: string[]; say?: (value: string) => string };

function filterQuery(filters: Filter[]): Query {
  return Object.fromEntries(filters.map((f) => [f.name, route.value.params.getAll(f.name)]));
}

function Filters({ of }: { of: Filter[] }) {
  const params = route.value.params;
  return (
    <div class="row filters">
      {of.map((f) => (
        <label key={f.name}>
          {f.label}
          {f.options ? (
            <select value={params.get(f.name) ?? ""} onChange={(e) => change({ [f.name]: e.currentTarget.value })}>
              <option value="">any</option>
              {f.options.map((o) => <option key={o} value={o}>{(f.say ?? words)(o)}</option>)}
            </select>
          ) : (
            <input type="text" value={params.get(f.name) ?? ""} onChange={(e) => change({ [f.name]: e.currentTarget.value.trim() })} />
          )}
        </label>
      ))}
      {of.some((f) => params.has(f.name)) && <button onClick={() => change(Object.fromEntries(of.map((f) => [f.name, null])))}>Clear</button>}
    </div>
  );
}

function Everything<T>({ title, path, what, filters, row }: { title: string; path: string; what: string; filters: Filter[]; row: (item: T) => ComponentChildren }) {
  return (
    <>
      <div class="section-head"><h1>{title}</h1><ExportMenu query={{}} label="Export all" /></div>
      <Filters of={filters} />
      <Listed<T> url={address(path, { ...filterQuery(filters), ...scope.value })} what={what} row={row} empty={
        <Empty>
          <p>There are no {what} here{filters.some((f) => route.value.params.has(f.name)) ? " with these filters. Clear them to see all." : "."}</p>
          <p>{what === "articles" ? "Drop an article on this page, or " : "They are read from articles: drop one on this page, or "}<FilePick>choose files</FilePick></p>
        </Empty>
      } />
    </>
  );
}

const realis = ["occurred", "ongoing", "future", "planned", "foiled", "hypothetical", "denied", "historical"];
const acts = ["assert", "deny", "claim_responsibility", "accuse", "blame", "warn", "predict", "promise", "demand", "estimate", "announce", "report", "doubt", "believe", "dismiss", "no_statement"];
const actorKinds = ["person", "organization", "public_body", "armed_group", "media_outlet", "unnamed_source", "state", "population"];

export const Events = () => <Everything<Event> title="Events" path="/events" what="events" row={(e) => <EventRow event={e} />}
  filters={[{ name: "realis", label: "Happened", options: realis }, { name: "from", label: "From" }, { name: "to", label: "To" }]} />;

export const Claims = () => <Everything<Claim> title="Claims" path="/claims" what="claims" row={(c) => <ClaimCard claim={c} />}
  filters={[{ name: "act", label: "Act", options: acts, say: actWords }, { name: "metric", label: "Figure of", options: ["killed", "injured", "missing", "arrested", "present", "displaced", "amount_money", "jobs"] }, { name: "said_from", label: "Said from" }, { name: "said_to", label: "Said to" }]} />;

export const Actors = () => <Everything<Actor> title="Actors" path="/actors" what="actors" row={(a) => (
  <div class="line"><Ref to={{ id: a.id, kind: "Actor", label: a.name, type: a.kind }} /> <span class="soft">{words(a.kind)}{a.country && ` · ${a.country}`}{a.aliases.length > 0 && ` · also ${a.aliases.join(", ")}`}</span></div>
)} filters={[{ name: "kind", label: "Kind", options: actorKinds }, { name: "name", label: "Name begins" }]} />;

export const Articles = () => <Everything<Article> title="Articles" path="/articles" what="articles" row={(a) => <ArticleRow article={a} />} filters={[{ name: "publisher", label: "Publisher" }]} />;
