// One utterance as several articles quote it, with the words that differ.
import { address, type GraphNode, type Quotation } from "../client";
import { compareWords, type Piece } from "../diff";
import { Listed, useNodes } from "../parts/load";
import { Dot, Empty, Ref, Tag, When } from "../parts/record";
import { link, linkTo, scope } from "../route";
import { plural } from "../words";

export function QuotationsPage() {
  return (
    <>
      <h1>Quotations</h1>
      <p class="soft">The same utterance in several articles, set against the first of them: <del>words left out</del> and <ins>words put in</ins>. Case and punctuation do not count.</p>
      <Listed<Quotation> url={address("/quotations", scope.value)} what="quotations" cls="quotations" row={(q) => <QuotationCard of={q} />} empty={
        <Empty>
          <p>No utterance is quoted by more than one article.</p>
          <p class="soft">When two articles quote the same words, or nearly the same, they stand here side by side. <a href={link("claims")}>See all claims</a>, or drop another article on this page.</p>
        </Empty>
      } />
    </>
  );
}

export function QuotationCard({ of: q }: { of: Quotation }) {
  const articles = useNodes(q.variants.map((v) => v.article));
  const first = q.variants[0];
  const wordings = new Set(q.variants.map((v) => (v.edits ?? []).map((e) => `${e.from}>${e.to}`).join("|"))).size;
  return (
    <div class="card quotation">
      <div class="head"><b><Dot kind="Actor" />{q.speaker || "Nobody named"}</b> <span class="soft">{plural(wordings, "wording")} in {plural(new Set(q.variants.map((v) => v.article)).size, "article")}</span></div>
      <ol>{q.variants.map((v, i) => (
        <li key={i}>
          <Told article={articles.get(v.article)} id={v.article} at={`${v.start}-${v.end}`} />
          <blockquote><a href={linkTo("Claim", v.claim)}>{first && i > 0 ? <Words pieces={compareWords(first.words, v.words)} /> : <q>{v.words}</q>}</a></blockquote>
          <div class="row">
            {i > 0 && !v.edits?.length && <Tag tone="good">the same words</Tag>}
            {v.speaker !== q.speaker && <Tag title="How this article calls the speaker">here: {v.speaker || "nobody named"}</Tag>}
          </div>
        </li>
      ))}</ol>
    </div>
  );
}

function Told({ article, id, at }: { article: GraphNode | undefined; id: string; at: string }) {
  return <div class="meta"><Ref to={{ id, kind: "Article", label: article?.label ?? "an article" }} plain />{article?.time && <When time={article.time} bare />}<a href={linkTo("Article", id, { at })}>in the text</a></div>;
}

function Words({ pieces }: { pieces: Piece[] }) {
  return (
    <q>{pieces.map(({ as, text }, i) => {
      const gap = i > 0 && " ";
      if (as === "same") return <span key={i}>{gap}{text}</span>;
      return <span key={i}>{gap}{as === "out" ? <del><span class="hidden">left out: </span>{text}</del> : <ins><span class="hidden">put in: </span>{text}</ins>}</span>;
    })}</q>
  );
}
