// Articles whose titles, texts, names and addresses would run as scripts, were
// any of them ever read as markup: nothing of them may run, on any page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { idle, launch, polyglots, serve } from "./harness.mjs";

let server, browser;

before(async () => {
  [server, browser] = await Promise.all([serve({ hostile: true }), launch()]);
});
after(async () => {
  await browser?.close();
  server?.stop();
});

test("nothing of an article is run", async () => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  page.setDefaultTimeout(20000);
  const refused = [];
  page.on("console", (m) => /Content Security Policy/i.test(m.text()) && refused.push(m.text()));
  page.on("dialog", (d) => refused.push(`a dialog: ${d.message()}`) && d.dismiss());
  const { items: articles } = await server.api("/articles?limit=50");
  const hostile = articles.filter((a) => polyglots.some((p) => a.title.includes(p.slice(0, 12))));
  assert.equal(hostile.length, polyglots.length);
  const paths = ["/", "/#/articles", "/#/claims", "/#/events", "/#/actors", "/#/timeline?claims=1&lane=actor", "/#/timeline?clock=ingested", "/#/forecasts", "/#/quotations", "/#/review", "/#/jobs", `/#/compare?article=${hostile[0].id}&article=${hostile[1].id}`];
  for (const p of polyglots) paths.push(`/#/search?q=${encodeURIComponent(p.slice(0, 60))}`, `/#/${encodeURIComponent(p)}`, `/#/event/${encodeURIComponent(p)}`, `/#/timeline?actor=${encodeURIComponent(p.slice(0, 40))}&from=${encodeURIComponent(p)}`);
  for (const a of hostile) {
    paths.push(`/#/article/${a.id}`, `/#/graph?article=${a.id}`);
    const graph = await server.api(`/articles/${a.id}/graph`);
    for (const [kind, page] of [["Claim", "claim"], ["Actor", "actor"], ["Event", "event"]]) {
      const node = graph.nodes.find((n) => n.kind === kind);
      if (node) paths.push(`/#/${page}/${node.id}`);
    }
  }
  let seen = 0;
  for (const path of paths) {
    await page.goto(server.address + path);
    await page.reload();
    await idle(page);
    await page.evaluate(() => document.querySelectorAll("main details.twin, main section details").forEach((d) => (d.open = true)));
    const text = await page.locator("main").innerText();
    if (text.includes("window.broken")) seen++;
    assert.equal(await page.evaluate(() => window.broken), undefined, `${path} ran a part of an article`);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("main script, main iframe, main img, main [onerror], main [onload], main [onmouseover], main a[href^='javascript:' i]")].map((e) => e.outerHTML)), []);
  }
  assert.ok(seen > 6, "the hostile text was shown");
  assert.deepEqual(refused, []);
});
