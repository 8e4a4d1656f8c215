// Jobs: what was taken in, how far it is, and what failed and why.
import { useEffect, useState } from "preact/hooks";
import { changed, fresh, Problem, send, type Job } from "../client";
import { FilePick, over } from "../parts/drop";
import { Fault } from "../parts/load";
import { Empty, Tag } from "../parts/record";
import { change, linkTo, route } from "../route";
import { plural } from "../words";

const tone: Record<string, string> = { succeeded: "good", partial: "warn", failed: "bad", cancelled: "warn" };

// usePolled asks again for as long as something is under way.
function usePolled<T>(path: string, running: (answer: T) => boolean): { data: T | undefined; error: Problem | undefined } {
  const [state, set] = useState<{ data?: T; error?: Problem }>({});
  const turn = changed.value;
  useEffect(() => {
    let timer = 0;
    let current = true;
    const ask = () => fresh<T>(path).then((data) => {
      if (!current) return;
      set({ data });
      if (running(data)) timer = window.setTimeout(ask, 1000);
    }, (error: Problem) => current && set({ error }));
    void ask();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [path, turn]);
  return { data: state.data, error: state.error };
}

export function JobsPage() {
  const { data, error } = usePolled<{ items: Job[] }>("/jobs", (a) => a.items.some((j) => !over(j)));
  const chosen = route.value.params.get("job");
  return (
    <>
      <div class="section-head"><h1>Jobs</h1><FilePick>Add articles</FilePick></div>
      {error && <Fault error={error} />}
      {data && !data.items.length && <Empty><p>No articles have been taken in through this server.</p><p>Drop a file on any page, or run <code>claimline ingest FILE…</code>.</p></Empty>}
      {data && data.items.length > 0 && (
        <div class="scroll">
          <table class="data">
            <thead><tr><th scope="col">Begun</th><th scope="col">State</th><th scope="col">Progress</th><th scope="col">Articles</th><th scope="col"><span class="hidden">Details</span></th></tr></thead>
            <tbody>{data.items.map((j) => (
              <tr key={j.id} class={j.id === chosen ? "on" : ""}>
                <td>{new Date(j.created_at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}</td>
                <td><Tag tone={tone[j.state] ?? ""}>{j.state}</Tag></td>
                <td><progress max={j.total || 1} value={j.done} aria-label={`${j.done} of ${j.total}`} /></td>
                <td>{j.done} of {j.total}{j.failed > 0 && `, ${j.failed} failed`}{j.duplicates > 0 && `, ${j.duplicates} known already`}</td>
                <td><button aria-expanded={j.id === chosen} onClick={() => change({ job: j.id === chosen ? null : j.id })}>{j.id === chosen ? "Close" : "Details"}</button></td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      {chosen && <Detail id={chosen} />}
    </>
  );
}

function Detail({ id }: { id: string }) {
  const { data: job, error } = usePolled<Job>(`/jobs/${encodeURIComponent(id)}`, (j) => !over(j));
  const [fault, setFault] = useState<Problem | null>(null);
  const act = (method: "POST" | "DELETE", path: string) => send(method, path).then(() => changed.value++, setFault);
  if (error) return <Fault error={error} />;
  if (!job) return null;
  return (
    <section>
      <div class="section-head">
        <h2>{plural(job.total, "article")}</h2>
        <div class="row">
          {job.failed > 0 && over(job) && <button onClick={() => act("POST", `/jobs/${job.id}/retry`)}>Try what failed again</button>}
          {!over(job) && <button onClick={() => act("DELETE", `/jobs/${job.id}`)}>Stop what has not begun</button>}
        </div>
      </div>
      {fault && <Fault error={fault} retry={() => setFault(null)} />}
      <ul class="list plain">{job.items?.map((i) => (
        <li key={i.name}>
          <Tag tone={i.error ? "bad" : ""}>{i.state}</Tag> {i.article_id ? <a href={linkTo("Article", i.article_id)}>{i.name}</a> : i.name}
          {i.error && <div class="fault small">{i.error}</div>}
        </li>
      ))}</ul>
    </section>
  );
}
