// What every question is restricted to, and how the pages look.
import { signal } from "@preact/signals";
import { change, route, scopeNames } from "../route";

export function ScopeBar() {
  const params = route.value.params;
  const set = scopeNames.some((n) => params.has(n));
  const field = (name: string, label: string, hint: string) => (
    <label>{label}<input type="text" placeholder={hint} value={params.get(name) ?? ""} onChange={(e) => change({ [name]: e.currentTarget.value.trim() })} /></label>
  );
  return (
    <details class="menu">
      <summary class={`button ${set ? "on" : ""}`} title="Which articles answers are made of">{set ? "Part of the articles" : "All articles"}</summary>
      <div class="panel form">
        {field("published_from", "Published from", "2024-03")}
        {field("published_to", "Published to", "2024-03-31")}
        {field("as_of", "As known on", "2024-04-01")}
        {field("collection", "Collection", "default")}
        <p class="soft">Dates as 2024, 2024-03 or 2024-03-22. They hold on every page and stand in its address.</p>
        {set && <button onClick={() => change(Object.fromEntries(scopeNames.map((n) => [n, null])))}>Use all articles</button>}
      </div>
    </details>
  );
}

const themes = ["auto", "light", "dark"] as const;
type Theme = (typeof themes)[number];

export const theme = signal<Theme>((localStorage.getItem("theme") as Theme) ?? "auto");
theme.subscribe((t) => {
  if (t === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = t;
});

export function ThemeButton() {
  const next = themes[(themes.indexOf(theme.value) + 1) % themes.length] ?? "auto";
  return (
    <button class="icon" aria-label={`Colors: ${theme.value}. Change to ${next}`} title={`Colors: ${theme.value}`} onClick={() => {
      theme.value = next;
      localStorage.setItem("theme", next);
    }}>{theme.value === "dark" ? "◐" : theme.value === "light" ? "○" : "◑"}</button>
  );
}
