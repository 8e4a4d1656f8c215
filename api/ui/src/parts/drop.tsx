// An article dropped anywhere is queued, watched, and shown as a graph when it
// is read.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { changed, follow, fresh, over, Problem, submit, type Job } from "../client";
import { go, link, linkTo } from "../route";
import { plural } from "../words";

type Work = { name: string; job?: Job; error?: Problem };
export const work = signal<Work | null>(null);
const hovering = signal(false);

// watch follows a job to its end.
async function watch(job: Job, tell: (job: Job) => void) {
  tell(job);
  await new Promise<void>((done, failed) => follow(job.id, tell, (fault) => (fault ? failed(fault) : done())));
  return fresh<Job>(`/jobs/${job.id}`); // the whole job has its items
}

export async function take(files: File[]) {
  for (const file of files) {
    work.value = { name: file.name };
    try {
      const job = await watch(await submit(file), (job) => (work.value = { name: file.name, job }));
      work.value = { name: file.name, job };
      changed.value++;
      const read = job.items?.find((i) => i.article_id)?.article_id;
      if (read && files.length === 1 && job.total === 1) go(link("graph", { article: read }));
    } catch (e) {
      work.value = { name: file.name, error: e instanceof Problem ? e : new Problem(0, "", String(e)) };
      return;
    }
  }
}

export function DropTarget() {
  useEffect(() => {
    const files = (e: DragEvent) => e.dataTransfer?.types.includes("Files");
    const overPage = (e: DragEvent) => {
      if (!files(e)) return;
      e.preventDefault();
      hovering.value = true;
    };
    const leave = (e: DragEvent) => {
      if (!e.relatedTarget) hovering.value = false;
    };
    const drop = (e: DragEvent) => {
      if (!files(e)) return;
      e.preventDefault();
      hovering.value = false;
      void take([...(e.dataTransfer?.files ?? [])]);
    };
    document.addEventListener("dragover", overPage);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", overPage);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, []);
  return (
    <>
      {hovering.value && <div class="drop-veil" aria-hidden="true"><div>Drop articles to read them<br /><small>plain text, HTML, JSON or NDJSON</small></div></div>}
      {work.value && <Progress of={work.value} />}
    </>
  );
}

function Progress({ of: { name, job, error } }: { of: Work }) {
  const ended = job && over(job);
  const failed = job?.items?.filter((i) => i.error) ?? [];
  const read = job?.items?.filter((i) => i.article_id) ?? [];
  return (
    <aside class="toast" role="status" aria-label="Reading articles">
      <button class="close" aria-label="Close" onClick={() => (work.value = null)}>×</button>
      <b>{error ? `${name} was not taken` : ended ? `${name}: ${job.state}` : `Reading ${name} …`}</b>
      {error && <div>{error.message}<div class="soft">{error.hint}</div></div>}
      {!error && <progress max={job?.total || 1} value={ended ? job.total : job?.done ?? 0} aria-label="Progress" />}
      {ended && job.duplicates > 0 && <div class="soft">{plural(job.duplicates, "article was", "articles were")} known already; nothing changed.</div>}
      {failed.map((i) => <div key={i.name}><b>{i.name}</b>: {i.error}</div>)}
      {ended && (
        <div class="row">
          {read[0]?.article_id && <><a href={link("graph", { article: read[0].article_id })}>Graph</a><a href={linkTo("Article", read[0].article_id)}>Text</a></>}
          <a href={link("jobs", { job: job.id })}>Job</a>
        </div>
      )}
    </aside>
  );
}

// FilePick is the same for those who do not drag.
export function FilePick({ children }: { children: string }) {
  return (
    <label class="button file">
      {children}
      <input type="file" multiple accept=".txt,.html,.htm,.json,.ndjson,.jsonl,text/plain" onChange={(e) => {
        const input = e.currentTarget;
        void take([...(input.files ?? [])]);
        input.value = "";
      }} />
    </label>
  );
}
