// What the tests and the screenshots stand on: the real binary with the
// demo's data, and Chromium.
import { spawn, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";

const binary = resolve(process.env.CLAIMLINE ?? "../../bin/claimline");

function findChromium() {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // the next name
    }
  }
  throw new Error("no Chromium; install Debian's package chromium");
}

// A polyglot would run in any of the places that text of an article may land
// in, were it ever read as markup, an attribute, a URL or a template.
export const polyglots = [
  `"'></title><img src=x onerror="window.broken=1"><script>window.broken=1</script>`,
  "javascript:/*--></title></style></textarea></script></xmp><svg/onload='+/\"/+/onmouseover=1/+/[*/[]/+window.broken=1//'>",
  "{{constructor.constructor('window.broken=1')()}}${window.broken=1}<iframe srcdoc='<script>parent.broken=1</script>'>",
];

function hostileArticles() {
  return polyglots.map((bad, i) => ({
    title: `${bad} strikes ${i}`,
    publisher: bad,
    author: bad,
    url: `https://example.org/${i}?"onmouseover="window.broken=1`,
    text: `PORT MARLOW — Minister Clara Weiss said ${bad} killed at least ${i + 3} people on Friday.\n\n"${bad}," said Tomas Brandt of ${bad}.`,
  }));
}

// Two articles, of which the second tells of what the first foretells, and
// quotes the same words otherwise.
const told = [
  {
    title: "Harrowgate braces for strike", publisher: "Vale Herald", published_at: "2023-05-02",
    text: `HARROWGATE, May 2, 2023 — The rail union warned on Tuesday that train drivers would strike in Harrowgate in May. The mayor warned of an attack in Harrowgate.\n\n"We have waited eleven months for a fair offer and we will not wait any longer," said Petra Lindqvist, the union's leader.\n`,
  },
  {
    title: "Train drivers strike in Harrowgate", publisher: "Northern Post", published_at: "2023-05-10",
    text: `HARROWGATE, May 10, 2023 — Train drivers went on strike in Harrowgate on Wednesday, the rail union said.\n\n"We have waited twelve months for a fair offer and will not wait any longer," Petra Lindqvist said.\n`,
  },
];

// serve starts the demo on a port of its own and adds articles to it.
export async function serve({ hostile = false, beside = false } = {}) {
  const data = mkdtempSync(join(tmpdir(), "claimline-ui-"));
  const child = spawn(binary, ["demo", "--listen", "127.0.0.1:0", "--data", data], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const address = await new Promise((found, failed) => {
    const hear = (chunk) => {
      said += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (url) found(url[0]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", () => failed(new Error(`the server ended: ${said}`)));
    child.on("error", failed);
  });
  const stop = () => {
    child.removeAllListeners("exit");
    child.kill();
    rmSync(data, { recursive: true, force: true });
  };
  for (const article of [...(hostile ? hostileArticles() : []), ...(beside ? told : [])]) {
    const answer = await fetch(`${address}/api/v1/articles?mode=sync`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(article) });
    if (!answer.ok) {
      stop();
      throw new Error(`an article was refused: ${await answer.text()}`);
    }
  }
  const api = async (path) => (await fetch(address + "/api/v1" + path)).json();
  // What articles say of each other is worked out after they were taken in.
  const begun = Date.now();
  while (beside && !(await api("/quotations")).items?.length) {
    if (Date.now() - begun > 30000) throw new Error("the two articles were not read together");
    await new Promise((next) => setTimeout(next, 100));
  }
  return { address, api, stop };
}

export async function launch() {
  return chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"] });
}

// idle waits until nothing is being loaded.
export async function idle(page) {
  await page.evaluate(async () => {
    const still = () => document.querySelector("main h1, main .empty, main .fault") && !document.querySelector("[aria-busy=true]") && (document.querySelector(".canvas-box")?.dataset.settled ?? "true") === "true";
    const begin = performance.now();
    for (let calm = 0; calm < 4; calm = still() ? calm + 1 : 0) {
      if (performance.now() - begin > 10000) throw new Error(`${location.hash} is not still after ten seconds`);
      await new Promise((next) => setTimeout(next, 25));
    }
  });
}

// stops gives an address of each page, with the demo's richest nodes.
export async function stops(api) {
  const event = (await api("/search?q=explosion&kind=event&limit=1")).items[0].id;
  const actor = (await api("/suggest?q=Weiss&kind=actor&limit=1")).items[0].id;
  const place = (await api("/suggest?q=Port%20Marlow&kind=place&limit=1")).items[0].id;
  const articles = (await api("/search?q=Marlow&kind=article&limit=10")).items;
  const claim = (await api("/claims?act=claim_responsibility&limit=1")).items[0].id;
  const paths = (await api("/openapi.json").catch(() => null)) ?? {};
  const [first, second] = articles.map((a) => a.id);
  return {
    home: "/", search: "/#/search?q=marlow", event: `/#/event/${event}`, actor: `/#/actor/${actor}`, place: `/#/place/${place}`, claim: `/#/claim/${claim}`,
    article: `/#/article/${first}`, graph: `/#/graph?article=${first}`, node: `/#/graph?ids=${event}&sel=${event}`, timeline: "/#/timeline", said: "/#/timeline?claims=1", events: "/#/events", claims: "/#/claims", actors: "/#/actors",
    articles: "/#/articles", compare: `/#/compare?article=${first}&article=${second}`, ingested: "/#/timeline?clock=ingested", forecasts: "/#/forecasts", quotations: "/#/quotations", review: "/#/review", jobs: "/#/jobs", export: "/#/export", nothing: "/#/nothing",
    ids: { event, actor, place, claim, first, second }, paths,
  };
}
