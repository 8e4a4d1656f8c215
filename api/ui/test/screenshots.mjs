// Pictures of every page: light, dark, and on a phone.
//   node test/screenshots.mjs [folder] [page …]
import { mkdirSync } from "node:fs";
import { idle, launch, serve, stops } from "./harness.mjs";

const [folder = "screenshots", ...only] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const server = await serve({ beside: true });
const browser = await launch();
const looks = {
  light: { viewport: { width: 1360, height: 860 }, colorScheme: "light" },
  dark: { viewport: { width: 1360, height: 860 }, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: "light", deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};
try {
  const all = await stops(server.api);
  for (const [look, options] of Object.entries(looks)) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    for (const [name, path] of Object.entries(all)) {
      if (typeof path !== "string" || (only.length && !only.includes(name) && !only.includes(look))) continue;
      await page.goto(server.address + path);
      await page.reload(); // a change of the hash alone loads nothing
      await idle(page);
      await page.screenshot({ path: `${folder}/${name}-${look}.png` });
    }
    await context.close();
  }
} finally {
  await browser.close();
  server.stop();
}
