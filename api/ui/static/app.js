// The pages. The address after # holds the whole state of the view.
import { h, href, ref, when, claim, event, figure, highlighted, words } from "./dom.js";

const main = document.getElementById("main");
const box = document.querySelector("#search input");
const encode = encodeURIComponent;

async function api(path) {
  const response = await fetch(`/api/v1${path}`, { headers: { Accept: "application/json" } });
  const body = await response.json();
  if (!response.ok) throw Object.assign(new Error(body.detail || response.statusText), { hint: body.hint });
  return body;
}

function empty(what) {
  return h("p.soft", {}, `No ${what} yet. `, "Add articles with ", h("code", {}, "claimline ingest FILE"), " or by dropping a file on this page.");
}

// listed shows a page of items and a button for the next.
function listed(page, view, what, path, tag = "ul.list") {
  const list = h(tag, {}, page.items.map((item) => h("li", {}, view(item))));
  const count = h("p.small.soft", {}, "");
  const say = () => { count.textContent = `${list.children.length} of ${page.total.relation === "gte" ? "more than " : ""}${page.total.value} shown`; };
  const more = h("button", { onclick: async () => {
    page = await api(`${path}${path.includes("?") ? "&" : "?"}cursor=${encode(page.next_cursor)}`);
    list.append(...page.items.map((item) => h("li", {}, view(item))));
    more.hidden = !page.next_cursor;
    say();
  } }, "More");
  more.hidden = !page.next_cursor;
  say();
  return page.items.length ? [list, count, more] : empty(what);
}

const clocks = { happened: "when it happened", said: "when it was said", published: "when it was published" };

async function timeline(parameters) {
  const clock = parameters.get("clock") || "happened";
  const path = `/timeline?clock=${clock}`;
  const choose = h("select", { "aria-label": "Clock", onchange: (e) => { location.hash = `#/timeline?clock=${e.target.value}`; } },
    Object.entries(clocks).map(([value, label]) => h("option", { value, selected: value === clock ? "" : null }, label)));
  const view = (item) => [when(item.time), item.event ? event(item.event) : item.claim ? claim(item.claim) : ref({ kind: "Article", id: item.article.id, label: item.article.title })];
  return [h("h1", {}, "Timeline"), h("div.bar-row", {}, h("label", {}, "Ordered by ", choose)),
    listed(await api(path), view, "dated records", path, "ol.list.timeline")];
}

async function home() {
  const [stats, page] = await Promise.all([api("/stats"), api("/timeline?limit=20")]);
  const counts = [["articles", "articles"], ["timeline", "events"], ["claims", "claims"], ["actors", "actors"]];
  return [h("h1", {}, "What happened, who said so, and who told them"),
    h("div.stats", {}, counts.map(([page, what]) => h("a", { href: `#/${page}` }, h("b", {}, stats[what].toLocaleString("en")), what))),
    h("h2", {}, "Timeline"),
    listed(page, (item) => [when(item.time), event(item.event)], "events", "/timeline?limit=20", "ol.list.timeline")];
}

async function search(parameters) {
  const q = parameters.get("q") || "";
  box.value = q;
  const path = `/search?q=${encode(q)}`;
  const view = (hit) => [h(`span.tag.${hit.kind}`, {}, hit.kind.toLowerCase()), ref(hit), hit.time ? h("span.small.soft", {}, ` ${hit.time.edtf || ""}`) : null,
    hit.description ? h("div.small.soft", {}, hit.description) : null,
    hit.kind === "Article" || hit.kind === "Claim" ? h("div.small", {}, highlighted(hit.snippet, hit.ranges)) : null];
  const page = await api(path);
  return [h("h1", {}, `Search: ${q}`), page.items.length ? listed(page, view, "hits", path) : h("p", {}, "Nothing holds all these words. Try fewer, or the beginning of one.")];
}

async function claims() {
  return [h("h1", {}, "Claims"), listed(await api("/claims"), claim, "claims", "/claims")];
}

async function actors() {
  const view = (a) => [ref({ kind: "Actor", id: a.id, label: a.name }), h("span.small.soft", {}, ` ${words(a.kind)}${a.aliases.length ? ` · also ${a.aliases.join(", ")}` : ""}`)];
  return [h("h1", {}, "Actors"), listed(await api("/actors"), view, "actors", "/actors")];
}

async function articles() {
  const view = (a) => [ref({ kind: "Article", id: a.id, label: a.title }), h("div.small.soft", {}, [a.publisher, a.published ? a.published.edtf : "undated", a.republished_from ? `first in ${a.republished_from}` : ""].filter(Boolean).join(" · "))];
  return [h("h1", {}, "Articles"), listed(await api("/articles"), view, "articles", "/articles")];
}

function evidence(list) {
  return h("ul.list", {}, list.map((e) => h("li", {}, h("span.soft", {}, `…${e.selector[0].prefix || ""}`), h("mark", {}, e.quote), h("span.soft", {}, `${e.selector[0].suffix || ""}…`),
    h("div.small.soft", {}, `${e.role} · ${e.rule} · characters ${e.start}–${e.end} · `, h("a", { href: `${href("Article", e.article_id)}?at=${e.start}-${e.end}` }, "in the article")))));
}

async function eventPage(_, id) {
  const e = await api(`/events/${id}`);
  const figures = e.claims.filter((c) => c.quantity);
  return [h("h1", {}, e.label),
    h("p", {}, h("span.tag.Event", {}, [e.type, ...e.modes].join(" · ")), h("span.tag", {}, e.realis), when(e.time)),
    h("p", {}, e.places.length ? ["At ", e.places.map((p) => [ref(p), " "])] : h("span.soft", {}, "Place not stated"), " · ", ref(e.article)),
    e.participants.length ? [h("h2", {}, "Who"), h("table", {}, e.participants.map((p) => h("tr", {}, h("td.soft", {}, words(p.role) + (p.claim_id ? " (alleged)" : "")), h("td", {}, ref(p.actor)))))] : null,
    figures.length ? [h("h2", {}, "Figures, by who gives them"), h("table", {}, figures.map((c) => h("tr", {}, h("td", {}, figure(c.quantity)), h("td", {}, c.chain.length ? c.chain.map((hop) => [ref(hop.source), " "]) : "the article"), h("td.soft.small", {}, c.quantity.words))))] : null,
    h("h2", {}, `Claims about it (${e.claims.length})`), h("ul.list", {}, e.claims.map((c) => h("li", {}, claim(c)))),
    h("h2", {}, "Evidence"), evidence(e.evidence)];
}

async function claimPage(_, id) {
  const c = await api(`/claims/${id}`);
  return [h("h1", {}, words(c.act)), claim(c), c.about.length ? [h("h2", {}, "About"), c.about.map((r) => [h(`span.tag.${r.kind}`, {}, r.kind.toLowerCase()), ref(r), h("br")])] : null,
    h("h2", {}, "Evidence"), evidence(c.evidence)];
}

async function actorPage(_, id) {
  const [a, said] = await Promise.all([api(`/actors/${id}`), api(`/claims?source=${id}`)]);
  return [h("h1", {}, a.name), h("p", {}, h("span.tag.Actor", {}, words(a.kind)), a.aliases.length ? h("span.soft", {}, `also ${a.aliases.join(", ")}`) : null),
    a.relations.length ? [h("h2", {}, "Relations"), h("table", {}, a.relations.map((r) => h("tr", {}, h("td.soft", {}, r.out ? words(r.type).toLowerCase() : `${words(r.type).toLowerCase()} (of this)`), h("td", {}, ref(r.other)), h("td.small", {}, r.evidence[0]?.quote))))] : null,
    a.events.length ? [h("h2", {}, "Events"), h("table", {}, a.events.map((e) => h("tr", {}, h("td", {}, when(e.time)), h("td", {}, ref(e.event)), h("td.soft", {}, words(e.role) + (e.claim_id ? " (alleged)" : "")))))] : null,
    said.items.length ? [h("h2", {}, "Says"), listed(said, claim, "claims", `/claims?source=${id}`)] : null,
    h("h2", {}, "Mentioned in"), h("ul.list", {}, a.mentions.map((m) => h("li", {}, ref(m.article), h("div.small.soft", {}, [...new Set(m.evidence.map((e) => e.quote))].join(" · ")))))];
}

async function placePage(_, id) {
  const p = await api(`/places/${id}`);
  return [h("h1", {}, p.name), h("p", {}, h("span.tag.Place", {}, p.kind), [p.country, p.lat !== undefined ? `${p.lat}, ${p.lon}` : ""].filter(Boolean).join(" · ")),
    p.within.length ? h("p", {}, "In ", p.within.map(ref)) : null,
    h("h2", {}, "What happened there"), p.events.length ? h("ul.list", {}, p.events.map((e) => h("li", {}, ref(e)))) : h("p.soft", {}, "Nothing that the articles say."),
    h("h2", {}, "Mentioned in"), h("ul.list", {}, p.mentions.map((m) => h("li", {}, ref(m.article))))];
}

// annotations lays mentions and triggers over the text; the longest wins where
// two overlap, and what is claimed is shaded beneath.
function annotated(text, graph) {
  const characters = Array.from(text);
  const links = [];
  const said = new Uint8Array(characters.length);
  const kinds = new Map(graph.nodes.map((n) => [n.id, n]));
  for (const edge of graph.edges) {
    const target = kinds.get(edge.target);
    if (edge.type === "MENTIONS" && target) for (const e of edge.evidence) links.push({ start: e.start, end: e.end, node: target });
    if (edge.type === "REPORTED_IN") for (const e of edge.evidence) said.fill(1, e.start, e.end);
  }
  links.sort((a, b) => a.start - b.start || b.end - a.end);
  const out = [];
  const plain = (from, to) => {
    for (let i = from; i < to;) {
      let j = i;
      while (j < to && said[j] === said[i]) j++;
      const piece = characters.slice(i, j).join("");
      out.push(said[i] ? h("span.said", {}, piece) : piece);
      i = j;
    }
  };
  let at = 0;
  for (const { start, end, node } of links) {
    if (start < at) continue;
    plain(at, start);
    out.push(h(`a.${node.kind}${said[start] ? ".said" : ""}`, { href: href(node.kind, node.id), title: `${node.kind.toLowerCase()}: ${node.label}` }, characters.slice(start, end).join("")));
    at = end;
  }
  plain(at, characters.length);
  return out;
}

async function articlePage(parameters, id) {
  const [a, graph] = await Promise.all([api(`/articles/${id}`), api(`/articles/${id}/graph`)]);
  const [from, to] = (parameters.get("at") || "").split("-").map(Number);
  const body = to ? highlighted(a.text, [[from, to]]) : annotated(a.text, graph);
  return [h("h1", {}, a.title),
    h("p.soft", {}, [a.publisher, a.author, a.published ? a.published.edtf : "undated", a.republished_from ? `first appeared in ${a.republished_from}` : ""].filter(Boolean).join(" · ")),
    h("p.small", {}, to ? h("a", { href: href("Article", id) }, "show all that was read") : [h("span.tag.Actor", {}, "actors"), h("span.tag.Place", {}, "places"), h("span.tag.Event", {}, "events"), h("span.tag.Claim", {}, "shaded: claims")]),
    h("div.reader", {}, body)];
}

const routes = { "": home, timeline, search, claims, actors, articles, event: eventPage, claim: claimPage, actor: actorPage, place: placePage, article: articlePage };

let latest = 0;
async function show() {
  const turn = ++latest;
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [page, id] = path.split("/");
  for (const a of document.querySelectorAll("nav a")) {
    if (a.getAttribute("href") === `#/${page}`) a.setAttribute("aria-current", "page");
    else a.removeAttribute("aria-current");
  }
  let view;
  try {
    const route = Object.hasOwn(routes, page) ? routes[page] : null;
    view = route ? await route(new URLSearchParams(query), id && encode(id)) : h("p.error", {}, "There is no such page. ", h("a", { href: "#/" }, "Begin at the front."));
  } catch (e) {
    view = h("div.error", { role: "alert" }, h("b", {}, e.message), e.hint ? h("div", {}, e.hint) : null);
  }
  if (turn !== latest) return; // a later click was answered first
  main.replaceChildren(...[view].flat(Infinity).filter(Boolean));
  document.title = `${main.querySelector("h1")?.textContent || "Claimline"} · Claimline`;
  if (page === "article" && main.querySelector("mark")) main.querySelector("mark").scrollIntoView({ block: "center" });
  else scrollTo(0, 0);
}

document.getElementById("search").addEventListener("submit", (e) => {
  e.preventDefault();
  if (box.value.trim()) location.hash = `#/search?q=${encode(box.value.trim())}`;
});
document.addEventListener("keydown", (e) => {
  if (e.key === "/" && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) {
    e.preventDefault();
    box.focus();
  }
});

// An article dropped on the page is read at once and shown.
document.addEventListener("dragover", (e) => e.preventDefault());
document.addEventListener("drop", async (e) => {
  e.preventDefault();
  const file = e.dataTransfer.files[0];
  if (!file) return;
  const types = { json: "application/json", html: "text/html", htm: "text/html" };
  const type = types[file.name.split(".").pop().toLowerCase()] || "text/plain";
  main.replaceChildren(h("p", {}, `Reading ${file.name} …`));
  const response = await fetch("/api/v1/articles?mode=sync", { method: "POST", headers: { "Content-Type": type }, body: file });
  const body = await response.json();
  if (response.ok) location.hash = href("Article", body.article_id);
  else main.replaceChildren(h("div.error", { role: "alert" }, h("b", {}, body.detail), h("div", {}, body.hint)));
});

addEventListener("hashchange", show);
show();
