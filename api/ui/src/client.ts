// The API's client. Its types come from the API's own description; arrays are
// never null in answers, although the description leaves that open.
import { signal } from "@preact/signals";
import type { components, paths } from "./schema";

type Solid<T> = T extends (infer U)[] ? Solid<NonNullable<U>>[] : T extends object ? { [K in keyof T]: Field<T[K]> } : T;
type Field<F> = NonNullable<F> extends unknown[] ? Solid<NonNullable<F>> | Extract<F, undefined> : Solid<F>;
type Schemas = components["schemas"];

export type Ref = Solid<Schemas["Ref"]>;
export type Interval = Solid<Schemas["Interval"]>;
export type Evidence = Solid<Schemas["Evidence"]>;
export type Quantity = Solid<Schemas["Quantity"]>;
export type Claim = Solid<Schemas["Claim"]>;
export type Hop = Solid<Schemas["Hop"]>;
export type Event = Solid<Schemas["Event"]>;
export type Article = Solid<Schemas["Article"]>;
export type Actor = Solid<Schemas["Actor"]>;
export type GraphNode = Solid<Schemas["GraphNode"]>;
export type GraphEdge = Solid<Schemas["GraphEdge"]>;
export type Group = Solid<Schemas["Group"]>;
export type Job = Solid<Schemas["Job"]>;
export type Annotation = Solid<Schemas["Annotation"]>;
export type Hit = Solid<Schemas["Hit"]>;
export type LinkOfClaims = Solid<Schemas["Link"]>;
export type Pair = Solid<Schemas["Pair"]>;
export type Cluster = Solid<Schemas["Cluster"]>;
export type Similar = Solid<Schemas["Similar"]>;
export type TimelineItem = Solid<Schemas["TimelineItem"]>;
export type Forecast = Solid<Schemas["Forecast"]>;
export type Quotation = Solid<Schemas["Quotation"]>;
export type Buckets = Solid<Schemas["Buckets"]>;
export type Kind = "Actor" | "Place" | "Event" | "Claim" | "Article";

export type List<T> = { items: T[]; next_cursor: string | null; total: { value: number; relation: string }; truncated: boolean; truncated_reasons: string[] };
export type Graph = { nodes: GraphNode[]; edges: GraphEdge[]; truncated: boolean; truncated_reasons: string[] };

type Body<O> = O extends { responses: { 200: { content: { "application/json": infer B } } } } ? Solid<B> : never;
export type Answer<P extends keyof paths> = paths[P] extends { get: infer O } ? Body<O> : never;

export type Query = Record<string, string | number | boolean | undefined | null | string[]>;

// A Problem is an error as the API tells it (RFC 9457).
export class Problem extends Error {
  constructor(readonly status: number, readonly code: string, detail: string, readonly hint = "") {
    super(detail);
  }
}

// changed counts what may have altered the graph; answers are kept until then.
export const changed = signal(0);

// served holds the paths that this server has, once they are known. Pages for
// others are not offered.
export const served = signal<Set<string> | null>(null);

export const has = (path: string) => served.value === null || served.value.has("/api/v1" + path);

export async function learnServed() {
  const description = (await ask("/openapi.json")) as { paths: object };
  served.value = new Set(Object.keys(description.paths));
}

export function address(path: string, query: Query = {}) {
  const q = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const v of Array.isArray(value) ? value : [value]) {
      if (v !== undefined && v !== null && v !== "" && v !== false) q.append(name, String(v));
    }
  }
  const s = q.toString();
  return "/api/v1" + path + (s ? "?" + s : "");
}

async function read(answer: Response) {
  const body = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Problem(answer.status, body.code ?? "", body.detail ?? (answer.statusText || "the server did not answer"), body.hint ?? "");
  return body;
}

// asking counts the questions that are under way.
export const asking = signal(0);

async function ask(url: string, init?: RequestInit) {
  asking.value++;
  try {
    return await read(await fetch(url, init));
  } catch (e) {
    if (e instanceof Problem || (e instanceof DOMException && e.name === "AbortError")) throw e;
    throw new Problem(0, "unreachable", "The server does not answer.", "See whether claimline still runs, then try again.");
  } finally {
    asking.value--;
  }
}

const kept = new Map<string, Promise<unknown>>();

// load answers a question, from memory if it was asked since the last change.
export function load<T>(url: string): Promise<T> {
  const key = changed.peek() + " " + url;
  let answer = kept.get(key);
  if (!answer) {
    answer = ask(url, { headers: { Accept: "application/json" } });
    kept.set(key, answer);
    answer.catch(() => kept.delete(key));
    if (kept.size > 60) kept.delete(kept.keys().next().value as string);
  }
  return answer as Promise<T>;
}

// get asks one of the paths that the description names.
export function get<P extends keyof paths & `/api/v1${string}`>(path: P, query: Query = {}, id = ""): Promise<Answer<P>> {
  return load<Answer<P>>(address(path.slice("/api/v1".length).replace("{id}", encodeURIComponent(id)), query));
}

export async function send<T>(method: "POST" | "DELETE", path: string, body?: unknown, query: Query = {}): Promise<T> {
  const init: RequestInit = { method };
  if (body !== undefined) {
    init.headers = { "Content-Type": "application/json" };
    init.body = JSON.stringify(body);
  }
  return ask(address(path, query), init) as Promise<T>;
}

// Some questions are asked by POST only for their length.
export function askGraph(ids: string[], query: Query = {}): Promise<Graph> {
  return ids.length ? send<Graph>("POST", "/graph/subgraph", { ids }, query) : Promise.resolve({ nodes: [], edges: [], truncated: false, truncated_reasons: [] });
}

const types: Record<string, string> = { json: "application/json", ndjson: "application/x-ndjson", jsonl: "application/x-ndjson", html: "text/html", htm: "text/html" };

// submit queues the articles in a file.
export async function submit(file: File): Promise<Job> {
  const type = types[file.name.split(".").pop()?.toLowerCase() ?? ""] ?? "text/plain";
  const added = (await ask("/api/v1/articles", { method: "POST", headers: { "Content-Type": type }, body: file })) as { job: Job };
  return added.job;
}

// over says whether nothing of a job is still to come.
export const over = (job: Job) => job.state !== "queued" && job.state !== "running";

// follow tells each state of a job as the server sends it. It ends when the job
// is over, or with the fault for which no more can be heard of it.
export function follow(id: string, tell: (job: Job) => void, end: (fault?: Problem) => void): () => void {
  const path = `/jobs/${encodeURIComponent(id)}`;
  const stream = new EventSource(address(path + "/stream"));
  let current = true;
  const stop = () => {
    current = false;
    stream.close();
  };
  const finish = (fault?: Problem) => {
    if (!current) return;
    stop();
    end(fault);
  };
  stream.addEventListener("progress", (e) => tell(JSON.parse(e.data)));
  stream.addEventListener("done", () => finish());
  // A stream that broke is taken up again, unless the server or the job is gone.
  stream.addEventListener("error", () => void fresh<Job>(path).then((job) => over(job) && finish(), finish));
  return stop;
}

// fresh asks what may have changed since it was last asked.
export function fresh<T>(path: string): Promise<T> {
  return ask(address(path), { headers: { Accept: "application/json" }, cache: "no-store" }) as Promise<T>;
}
