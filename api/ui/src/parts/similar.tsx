// Nodes that may be, or are, the same as one, with the reasons.
import { address, has, type Pair, type Similar } from "../client";
import { link, scope } from "../route";
import { Answered } from "./load";
import { Ref, Section, Tag } from "./record";

export function Features({ of }: { of: Pair }) {
  return (
    <ul class="features">
      {of.features.map((f, i) => (
        <li key={i} class={f.never ? "against" : f.weight < 0 ? "against" : "for"}>
          <b>{f.never ? "never" : (f.weight > 0 ? "+" : "") + f.weight.toFixed(2)}</b> {f.why || f.name}
        </li>
      ))}
    </ul>
  );
}

function Pairs({ title, list, id }: { title: string; list: Pair[]; id: string }) {
  if (!list.length) return null;
  return (
    <details open={list.length < 4}>
      <summary>{title} <span class="n">{list.length}</span></summary>
      {list.map((p, i) => {
        const other = p.a.id === id ? p.b : p.a;
        return <div class="similar" key={i}><Ref to={{ id: other.id, kind: other.kind, label: other.name }} /> <Tag>{p.by}</Tag> {p.score ? <span class="soft">{p.score.toFixed(2)}</span> : null}<Features of={p} /></div>;
      })}
    </details>
  );
}

export function SimilarList({ kind, id }: { kind: "actors" | "places" | "events"; id: string }) {
  if (!has(`/${kind}/{id}/similar`)) return null;
  return (
    <Answered<Similar> quiet url={address(`/${kind}/${encodeURIComponent(id)}/similar`, scope.value)}>
      {(s) => s.merged.length + s.proposed.length + s.refused.length > 0 && (
        <Section title="In other articles" aside={<a href={link("review")}>Review</a>}>
          <Pairs title="The same" list={s.merged} id={id} />
          <Pairs title="Perhaps the same" list={s.proposed} id={id} />
          <Pairs title="Kept apart" list={s.refused} id={id} />
        </Section>
      )}
    </Answered>
  );
}
