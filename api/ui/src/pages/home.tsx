// The front page: search first, then what there is.
import { address, has, type Answer, type Article, type LinkOfClaims, type List, type TimelineItem } from "../client";
import { FilePick } from "../parts/drop";
import { Answered } from "../parts/load";
import { EventRow, Ref, Section, When } from "../parts/record";
import { ConflictCard } from "../parts/conflict";
import { SearchBox } from "../parts/searchbox";
import { link, scope } from "../route";
import { count, plural } from "../words";

export function Home() {
  return (
    <>
      <div class="hero">
        <h1>What happened, who said so, and who told them</h1>
        <SearchBox big />
        <p class="soft">Press <kbd>/</kbd> to search from anywhere. Drop an article on any page to read it, or <FilePick>choose files</FilePick></p>
      </div>
      <Answered<Answer<"/api/v1/stats">> url={address("/stats", scope.value)}>
        {(s) => (s.articles ? <Filled stats={s} /> : <Start />)}
      </Answered>
    </>
  );
}

function Start() {
  return (
    <div class="empty">
      <h2>Nothing has been read yet</h2>
      <p>Drop a news article on this page: plain text, HTML, JSON or NDJSON. It is read on this machine and becomes events, claims and who makes them, each with the words that it rests on.</p>
      <p>Or from a shell: <code>claimline ingest FILE…</code>. If a scope is set above, it may leave everything out.</p>
      <FilePick>Choose files</FilePick>
    </div>
  );
}

function Filled({ stats }: { stats: Answer<"/api/v1/stats"> }) {
  const tiles: [number, string, string][] = [[stats.articles, "articles", "articles"], [stats.events, "events", "events"], [stats.claims, "claims", "claims"], [stats.actors, "actors", "actors"]];
  return (
    <>
      <div class="tiles">
        {tiles.map(([n, what, page]) => <a key={what} href={link(page)}><b>{count(n)}</b> {n === 1 ? what.slice(0, -1) : what}</a>)}
      </div>
      <div class="split">
        <div>
          {has("/conflicts") && (
            <Answered<List<LinkOfClaims>> quiet url={address("/conflicts", { limit: 4, ...scope.value })}>
              {(list) => list.items.length > 0 && (
                <Section title="Where accounts differ" n={list.total.value}>
                  {list.items.map((c, i) => <ConflictCard key={i} of={c} />)}
                </Section>
              )}
            </Answered>
          )}
          <Section title="Latest events" aside={<a href={link("timeline")}>Timeline</a>}>
            <Answered<List<TimelineItem>> url={address("/timeline", { limit: 200, ...scope.value })}>
              {(list) => <>
                {list.items.filter((i) => i.event && !["historical", "future"].includes(i.event.realis)).slice(-10).reverse().map((i) => i.event && <EventRow key={i.event.id} event={i.event} />)}
                {!list.items.length && <p class="soft">No event is dated. <a href={link("events")}>All events</a></p>}
              </>}
            </Answered>
          </Section>
        </div>
        <Section title="Articles" aside={<a href={link("articles")}>All {count(stats.articles)}</a>}>
          <Answered<List<Article>> url={address("/articles", { limit: 12, ...scope.value })}>
            {(list) => <ul class="list plain">{list.items.map((a) => <li key={a.id}><ArticleRow article={a} /></li>)}</ul>}
          </Answered>
        </Section>
      </div>
    </>
  );
}

export function ArticleRow({ article: a }: { article: Article }) {
  return (
    <div>
      <Ref to={{ id: a.id, kind: "Article", label: a.title }} plain />
      <div class="meta">
        {a.publisher && <span>{a.publisher}</span>}
        <When time={a.published} bare />
        {a.republished_from && <span>first in {a.republished_from}</span>}
        <span>{plural(a.characters, "character")}</span>
        {a.warnings?.map((w) => <span class="tag warn" key={w}>{w}</span>)}
      </div>
    </div>
  );
}
