// What is shown, as a file for other tools.
import { address, has, type Answer, type Query } from "../client";
import { scope } from "../route";
import { Answered } from "./load";

export function ExportMenu({ query, label = "Export" }: { query: Query; label?: string }) {
  if (!has("/export")) return null;
  return (
    <details class="menu">
      <summary class="button">{label}</summary>
      <div class="panel">
        <Answered<Answer<"/api/v1/export/formats">> url={address("/export/formats")}>
          {(formats) => (
            <ul>
              {formats.items.filter((f) => f.name !== "ndjson" || !(query.id || query.article)).map((f) => (
                <li key={f.name}>
                  <a download href={address("/export", { format: f.name, ...scope.value, ...query })}><b>{f.name}</b> <span class="soft">{f.use}</span></a>
                </li>
              ))}
            </ul>
          )}
        </Answered>
      </div>
    </details>
  );
}
