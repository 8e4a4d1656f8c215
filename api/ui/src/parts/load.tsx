// Questions as pages ask them: what to show while the answer is on its way,
// when it is there, and when it is an error.
import { Fragment, type ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { askGraph, changed, load, Problem, type GraphNode, type List } from "../client";
import { scope } from "../route";
import { count, reason } from "../words";

type State<T> = { url: string; data?: T; error?: Problem };

// useAnswer asks again when the question or the graph changes. While the next
// answer is on its way the last one stays.
export function useAnswer<T>(url: string | null): State<T> {
  const [state, set] = useState<State<T>>({ url: "" });
  const turn = changed.value;
  useEffect(() => {
    if (!url) return;
    let current = true;
    load<T>(url).then(
      (data) => current && set({ url, data }),
      (e) => current && set({ url, error: e instanceof Problem ? e : new Problem(0, "", String(e)) }),
    );
    return () => {
      current = false;
    };
  }, [url, turn]);
  return state;
}

export type All<T> = { items: T[]; total: number; more: boolean };

// useAll loads a list page by page, up to as many items as can be shown.
export function useAll<T>(url: string | null, most: number): { data?: All<T>; fault?: Problem } {
  const [state, set] = useState<{ data?: All<T>; fault?: Problem }>({});
  const turn = changed.value;
  useEffect(() => {
    if (!url) return set({});
    let current = true;
    const work = async () => {
      let page = await load<List<T>>(url);
      const items = [...page.items];
      while (page.next_cursor && items.length < most) {
        page = await load<List<T>>(`${url}${url.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(page.next_cursor)}`);
        items.push(...page.items);
      }
      if (current) set({ data: { items, total: Math.max(page.total.value, items.length), more: page.total.relation === "gte" } });
    };
    work().catch((fault) => current && set({ fault }));
    return () => {
      current = false;
    };
  }, [url, turn, most]);
  return state;
}

// useNodes asks what nodes of an answer are called that it has only ids of.
export function useNodes(ids: (string | undefined)[]): Map<string, GraphNode> {
  const [nodes, set] = useState(new Map<string, GraphNode>());
  const wanted = [...new Set(ids.filter((id): id is string => !!id))].sort();
  const turn = changed.value;
  useEffect(() => {
    let current = true;
    const parts = Array.from({ length: Math.ceil(wanted.length / 400) }, (_, i) => askGraph(wanted.slice(i * 400, i * 400 + 400), scope.value));
    Promise.all(parts).then((graphs) => current && set(new Map(graphs.flatMap((g) => g.nodes).map((n) => [n.id, n]))), () => undefined);
    return () => {
      current = false;
    };
  }, [wanted.join(), turn]);
  return nodes;
}

export function Fault({ error, retry }: { error: Problem; retry?: () => void }) {
  return (
    <div class="fault" role="alert">
      <b>{error.message}</b>
      {error.hint && <div>{error.hint}</div>}
      <div class="row">
        <button onClick={retry ?? (() => changed.value++)}>Try again</button>
        <a href="#/">Go to the front page</a>
      </div>
    </div>
  );
}

// Answered shows the answer to a question.
export function Answered<T>({ url, children, quiet }: { url: string; children: (data: T) => ComponentChildren; quiet?: boolean }) {
  const { data, error, url: answered } = useAnswer<T>(url);
  if (error && answered === url) return quiet ? null : <Fault error={error} />;
  if (data === undefined) return quiet ? null : <p class="soft loading" aria-busy="true">Loading …</p>;
  return <div class={answered === url ? undefined : "stale"}>{children(data)}</div>;
}

// Shown says how much of what there is can be seen, and why not all.
export function Shown({ shown, total, what, reasons = [] }: { shown: number; total: number | { value: number; relation: string }; what: string; reasons?: string[] }) {
  const value = typeof total === "number" ? total : total.value;
  const more = typeof total !== "number" && total.relation === "gte";
  const because = reasons.length ? reasons.map(reason).join("; ") : shown < value ? "lists are loaded in parts" : "";
  return (
    <p class="shown" role="status">
      {shown === value && !more ? `${count(value)} ${what}` : `${count(shown)} of ${more ? "more than " : ""}${count(value)} ${what} shown`}
      {because && `, because ${because}`}
    </p>
  );
}

// Listed shows a list that has a cursor, and loads more of it on request.
export function Listed<T>({ url, what, row, empty, as = "ul", cls = "list" }: { url: string; what: string; row: (item: T, i: number) => ComponentChildren; empty: ComponentChildren; as?: "ul" | "ol"; cls?: string }) {
  const { data, error } = useAnswer<List<T>>(url);
  const [more, setMore] = useState<{ of: List<T>; items: T[]; next: string | null } | null>(null);
  const [fault, setFault] = useState<Problem | null>(null);
  if (error) return <Fault error={error} />;
  if (!data) return <p class="soft loading" aria-busy="true">Loading …</p>;
  if (!data.items.length) return <Fragment>{empty}</Fragment>;
  const rest = more && more.of === data ? more : { of: data, items: [], next: data.next_cursor };
  const items = [...data.items, ...rest.items];
  const Tag = as;
  const next = async () => {
    try {
      const page = await load<List<T>>(`${url}${url.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(rest.next ?? "")}`);
      setMore({ of: data, items: [...rest.items, ...page.items], next: page.next_cursor });
      setFault(null);
    } catch (e) {
      setFault(e as Problem);
    }
  };
  return (
    <>
      <Tag class={cls}>{items.map((item, i) => <li key={i}>{row(item, i)}</li>)}</Tag>
      <div class="row foot">
        <Shown shown={items.length} total={data.total} what={what} reasons={data.truncated_reasons} />
        {rest.next && <button onClick={next}>Show more</button>}
      </div>
      {fault && <Fault error={fault} retry={next} />}
    </>
  );
}
