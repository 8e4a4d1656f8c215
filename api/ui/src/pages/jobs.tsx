// Jobs: what was taken in, how far it is, and what failed and why.
import { useEffect, useState } from "preact/hooks";
import { changed, follow, fresh, over, Problem, send, type Job } from "../client";
import { FilePick } from "../parts/drop";
import { Fault } from "../parts/load";
import { Empty, Tag } from "../parts/record";
import { change, linkTo, route } from "../route";
import { plural } from "../words";

const tone: Record<string, string> = { succeeded: "good", partial: "warn", failed: "bad", cancelled: "warn" };
const streams = 2; // how many jobs are followed at once: browsers open few connections

// useJobs is the list of jobs, kept up to date by the streams of those that are
// under way.
function useJobs() {
  const [state, set] = useState<{ jobs?: Job[]; error?: Problem }>({});
  const turn = changed.value;
  useEffect(() => {
    let stops = [() => undefined as void];
    let current = true;
    const replace = (now: Job) => set(({ jobs }) => ({ jobs: jobs?.map((j) => (j.id === now.id ? { ...j, ...now } : j)) ?? [now] }));
    fresh<{ items: Job[] }>("/jobs").then(
      ({ items }) => {
        if (!current) return;
        set({ jobs: items });
        stops = items.filter((j) => !over(j)).slice(0, streams).map((j) => follow(j.id, replace, (error) => (error ? set((s) => ({ ...s, error })) : changed.value++)));
      },
      (error: Problem) => current && set({ error }),
    );
    return () => {
      current = false;
      for (const stop of stops) stop();
    };
  }, [turn]);
  return state;
}

export function JobsPage() {
  const { jobs, error } = useJobs();
  const chosen = route.value.params.get("job");
  return (
    <>
      <div class="section-head"><h1>Jobs</h1><FilePick>Add articles</FilePick></div>
      {error ? <Fault error={error} /> : !jobs ? <p class="soft loading" aria-busy="true">Loading …</p> : null}
      {jobs && !jobs.length && <Empty><p>No articles have been taken in through this server.</p><p>Drop a file on any page, or run <code>claimline ingest FILE…</code>.</p></Empty>}
      {jobs && jobs.length > 0 && (
        <div class="scroll">
          <table class="data middle">
            <thead><tr><th scope="col">Begun</th><th scope="col">State</th><th scope="col">Progress</th><th scope="col">Articles</th><th scope="col"><span class="hidden">Details</span></th></tr></thead>
            <tbody>{jobs.map((j) => (
              <tr key={j.id} class={j.id === chosen ? "on" : ""}>
                <td>{new Date(j.created_at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}</td>
                <td><Tag tone={tone[j.state] ?? ""}>{j.state}</Tag></td>
                <td><progress max={j.total || 1} value={j.done} aria-label={`${j.done} of ${j.total}`} /></td>
                <td>{j.done} of {j.total}{j.failed > 0 && `, ${j.failed} failed`}{j.duplicates > 0 && `, ${j.duplicates} known already`}</td>
                <td class="end"><button aria-expanded={j.id === chosen} onClick={() => change({ job: j.id === chosen ? null : j.id })}>{j.id === chosen ? "Close" : "Details"}</button></td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      {chosen && <Detail id={chosen} job={jobs?.find((j) => j.id === chosen)} />}
    </>
  );
}

// useItems asks for the articles of a job again as it goes on, but no more
// often than people can read.
function useItems(id: string, job: Job | undefined) {
  const [state, set] = useState<{ whole?: Job; error?: Problem }>({});
  const turn = changed.value;
  useEffect(() => {
    let current = true;
    const ask = () => void fresh<Job>(`/jobs/${encodeURIComponent(id)}`).then((whole) => current && set({ whole }), (error: Problem) => current && set({ error }));
    const later = setTimeout(ask, state.whole?.id === id && job && !over(job) ? 700 : 0);
    return () => {
      current = false;
      clearTimeout(later);
    };
  }, [id, turn, job?.state, job && Math.floor(job.done / Math.max(1, job.total / 50))]);
  return state;
}

function Detail({ id, job: row }: { id: string; job: Job | undefined }) {
  const { whole: job, error } = useItems(id, row);
  const [fault, setFault] = useState<Problem | null>(null);
  const act = (method: "POST" | "DELETE", path: string) => send(method, path).then(() => changed.value++, setFault);
  if (error) return <Fault error={error} />;
  if (!job) return <p class="soft loading" aria-busy="true">Loading …</p>;
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
