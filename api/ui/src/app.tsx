// The shell: header, pages by address, keys.
import { effect, signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { asking, has, Problem } from "./client";
import { Help, keys } from "./keys";
import { ActorPage } from "./pages/actor";
import { ArticlePage } from "./pages/article";
import { ClaimPage } from "./pages/claim";
import { EventPage } from "./pages/event";
import { ForecastsPage } from "./pages/forecasts";
import { Home } from "./pages/home";
import { Actors, Articles, Claims, Events } from "./pages/lists";
import { PlacePage } from "./pages/place";
import { QuotationsPage } from "./pages/quotations";
import { Search } from "./pages/search";
import { Boundary } from "./parts/boundary";
import { DropTarget } from "./parts/drop";
import { Fault } from "./parts/load";
import { ScopeBar, ThemeButton } from "./parts/scope";
import { SearchBox } from "./parts/searchbox";
import { ViewsMenu } from "./parts/views";
import { link, route } from "./route";

type Page = ComponentType<{ id: string }>;

const direct: Record<string, Page> = {
  "": Home, search: Search, event: EventPage, actor: ActorPage, claim: ClaimPage, article: ArticlePage, place: PlacePage,
  events: Events, claims: Claims, actors: Actors, articles: Articles,
  forecasts: ForecastsPage, quotations: QuotationsPage,
};

// Pages that need more code load it when they are first shown.
const lazy: Record<string, () => Promise<Page>> = {
  graph: () => import("./graph/page").then((m) => m.GraphPage),
  timeline: () => import("./pages/timeline").then((m) => m.TimelinePage),
  compare: () => import("./pages/compare").then((m) => m.ComparePage),
  review: () => import("./pages/review").then((m) => m.ReviewPage),
  jobs: () => import("./pages/jobs").then((m) => m.JobsPage),
  export: () => import("./pages/export").then((m) => m.ExportPage),
};

// The path of each is what the server must have for it to be offered.
export const menu = [
  { page: "timeline", label: "Timeline", key: "t", path: "/timeline" },
  { page: "graph", label: "Graph", key: "r", path: "/graph/subgraph" },
  { page: "events", label: "Events", key: "e", path: "/events" },
  { page: "claims", label: "Claims", key: "c", path: "/claims" },
  { page: "actors", label: "Actors", key: "a", path: "/actors" },
  { page: "articles", label: "Articles", key: "d", path: "/articles" },
  { page: "forecasts", label: "Forecasts", key: "f", path: "/forecasts" },
  { page: "quotations", label: "Quotations", key: "q", path: "/quotations" },
  { page: "compare", label: "Compare", key: "m", path: "/compare" },
  { page: "review", label: "Review", key: "v", path: "/resolution/candidates" },
  { page: "jobs", label: "Jobs", key: "j", path: "/jobs" },
  { page: "export", label: "Export", key: "x", path: "/export" },
];

// closing shuts an open menu by a click elsewhere, or by Escape.
function closing() {
  const shut = (e: MouseEvent | KeyboardEvent) => {
    if ("key" in e && e.key !== "Escape") return;
    for (const open of document.querySelectorAll("details.menu[open]")) {
      if ("key" in e) open.contains(document.activeElement) && open.querySelector("summary")?.focus();
      else if (open.contains(e.target as Node)) continue;
      open.removeAttribute("open");
    }
  };
  document.addEventListener("pointerdown", shut);
  document.addEventListener("keydown", shut);
  return () => {
    document.removeEventListener("pointerdown", shut);
    document.removeEventListener("keydown", shut);
  };
}

const loaded = signal<Record<string, Page>>({});

function Current() {
  const { page, id } = route.value;
  const [fault, setFault] = useState<Problem | null>(null);
  const Found = Object.hasOwn(direct, page) ? direct[page] : loaded.value[page];
  const fetchPage = Object.hasOwn(lazy, page) ? lazy[page] : undefined;
  useEffect(() => {
    setFault(null);
    if (Found || !fetchPage) return;
    fetchPage().then(
      (p) => (loaded.value = { ...loaded.value, [page]: p }),
      () => setFault(new Problem(0, "", "This part of the pages did not load.", "See whether claimline still runs, then try again.")),
    );
  }, [page]);
  if (fault) return <Fault error={fault} retry={() => location.reload()} />;
  if (Found) return <Found id={id} />;
  if (fetchPage) return <p class="soft loading" aria-busy="true">Loading …</p>;
  return (
    <div class="empty">
      <h1>There is no such page</h1>
      <p>The address may be mistyped. <a href={link("")}>Begin at the front</a>, or search above.</p>
    </div>
  );
}

export function App() {
  const { page, id } = route.value;
  const main = useRef<HTMLElement>(null);
  const [help, setHelp] = useState(false);
  useEffect(() => effect(() => main.current?.setAttribute("aria-busy", String(asking.value > 0))), []);
  useEffect(() => keys(menu, () => setHelp(true)), []);
  useEffect(closing, []);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else {
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
  }, [page, id]);
  return (
    <>
      <a class="skip" href="#main" onClick={(e) => {
        e.preventDefault();
        main.current?.focus();
      }}>Skip to content</a>
      <header class="top">
        <a class="brand" href={link("")}><span aria-hidden="true">●─●</span> Claimline</a>
        {page === "" ? <span /> : <SearchBox />}
        <div class="tools">
          <ScopeBar />
          <ViewsMenu />
          <ThemeButton />
          <button class="icon" aria-label="Keyboard shortcuts" title="Keyboard shortcuts ( ? )" onClick={() => setHelp(true)}>?</button>
        </div>
        <nav aria-label="Pages">
          {menu.filter((m) => has(m.path)).map((m) => <a key={m.page} href={link(m.page)} aria-current={page === m.page ? "page" : undefined} title={`g ${m.key}`}>{m.label}</a>)}
        </nav>
      </header>
      <main id="main" ref={main} tabIndex={-1} class={`page-${page || "home"}`}><Boundary key={page + "/" + id}><Current /></Boundary></main>
      <DropTarget />
      {help && <Help menu={menu} close={() => setHelp(false)} />}
    </>
  );
}
