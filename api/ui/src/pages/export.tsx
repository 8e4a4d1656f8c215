// All files that the graph can be had as.
import { address, type Answer } from "../client";
import { Answered } from "../parts/load";
import { scope } from "../route";

export function ExportPage() {
  return (
    <>
      <h1>Export everything</h1>
      <p class="soft">What the scope above leaves in. Events, claims, actors, articles and graphs have an export of their own on their pages, for what is shown there.</p>
      <Answered<Answer<"/api/v1/export/formats">> url={address("/export/formats")}>
        {(f) => (
          <div class="scroll"><table class="data">
            <thead><tr><th scope="col">Format</th><th scope="col">For</th><th scope="col">File</th></tr></thead>
            <tbody>{f.items.map((x) => <tr key={x.name}><th scope="row"><a download href={address("/export", { format: x.name, ...scope.value })}>{x.name}</a></th><td>{x.use}</td><td class="soft"><code>{x.extension}</code> {x.media_type}</td></tr>)}</tbody>
          </table></div>
        )}
      </Answered>
      <p class="soft">The API is described at <a href="/openapi.json">/openapi.json</a>.</p>
    </>
  );
}
