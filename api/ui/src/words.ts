// Words and numbers as the pages write them. All of it is text, never markup.
import type { Interval, Quantity } from "./client";

export const words = (s: string | undefined) => (s ?? "").replace(/^x-/, "").replaceAll("_", " ").toLowerCase();

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// stamp writes one EDTF date for people: 2023-09-14T07:00 as 14 Sep 2023, 07:00.
function stamp(s: string): string {
  const m = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?(Z|[+-]\d{2}:?\d{2})?)?)?)?([~?%]?)$/.exec(s);
  if (!m) return s;
  const [, year, month, day, hour, minute, zone, mark] = m;
  const name = month ? months[Number(month) - 1] : "";
  if (month && !name) return s; // a season
  const clock = hour ? `, ${hour}:${minute}${zone === "Z" ? " UTC" : zone ?? ""}` : "";
  const sure = mark === "~" ? "about " : mark === "?" || mark === "%" ? "perhaps " : "";
  return sure + [day ? String(Number(day)) : "", name, year].filter(Boolean).join(" ") + clock;
}

export function date(time: Interval | null | undefined): string {
  if (!time) return "undated";
  if (!time.edtf) return time.text ? `“${time.text}”` : "undated";
  const [from, to] = time.edtf.split("/");
  if (to === undefined) return stamp(time.edtf);
  if (!from || from === "..") return `until ${stamp(to)}`;
  if (!to || to === "..") return `from ${stamp(from)}`;
  return `${stamp(from)} – ${stamp(to)}`;
}

const precisions: Record<string, string> = {
  unknown: "one end open", range: "a span", decade: "to the decade", year: "to the year", month: "to the month", week: "to the week",
  day: "to the day", "part-of-day": "to the part of the day", hour: "to the hour", minute: "to the minute",
};

export const precision = (time: Interval) => precisions[time.precision ?? ""] ?? "";

export const vague = (time: Interval) => ["unknown", "range", "year", "decade", "month", "week"].includes(time.precision ?? "") || /[~?%]/.test(time.edtf ?? "");

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
export const count = (n: number) => number.format(n);

const signs: Record<string, string> = { exact: "", at_least: "≥ ", more_than: "> ", up_to: "≤ ", fewer_than: "< ", about: "≈ ", nearly: "just under ", unspecified: "" };
const spoken: Record<string, string> = { exact: "exactly", at_least: "at least", more_than: "more than", up_to: "up to", fewer_than: "fewer than", about: "about", nearly: "just under", between: "between", unspecified: "an unstated number, in the order of" };

export function figure(q: Quantity): string {
  const value = q.comparator === "between" ? `${count(q.low ?? q.value)} to ${count(q.high ?? q.value)}` : (signs[q.comparator] ?? "") + count(q.value);
  return q.unit && q.unit !== "person" ? `${value} ${q.unit}` : value;
}

export function figureSpoken(q: Quantity): string {
  if (q.comparator === "between") return `between ${count(q.low ?? q.value)} and ${count(q.high ?? q.value)}`;
  return `${spoken[q.comparator] ?? ""} ${count(q.value)}`.trim();
}

// What was done by saying it, in the past tense: it is the same for one and
// for many.
const acts: Record<string, string> = {
  assert: "said", claim_responsibility: "claimed responsibility", no_statement: "made no statement", deny: "denied", announce: "announced", accuse: "accused",
  blame: "blamed", demand: "demanded", dismiss: "dismissed", doubt: "doubted", estimate: "estimated", predict: "predicted", promise: "promised", report: "reported",
  warn: "warned", believe: "believed", confirm: "confirmed", threaten: "threatened", praise: "praised", criticize: "criticized", ask: "asked", condemn: "condemned",
  admit: "admitted", concern: "voiced concern", condole: "offered condolences", expect: "expected", hope: "hoped", propose: "proposed", suspect: "suspected", plan: "planned",
};
export const actWords = (act: string) => acts[act] ?? words(act);

// How sure of it whoever said it is, as FactBank writes it.
const certainty: Record<string, string> = {
  "CT+": "stated as certain", "CT-": "stated as certainly not so", "PR+": "stated as probable", "PR-": "stated as improbable", "PS+": "stated as possible", "PS-": "stated as possibly not so", CTu: "certain, but not which way", Uu: "not committed to",
};
export const sureness = (factuality: string) => certainty[factuality] ?? factuality;

const reasons: Record<string, string> = {
  fanout: "a node has more neighbours than are loaded at once", claims: "there are more claims than one answer holds", limit: "one answer holds no more",
  neighbors: "a node has more neighbours than one answer holds", time: "the time for one question was over", relationships: "there are more links than one answer holds",
};
export const reason = (r: string) => reasons[r] ?? words(r);

const links: Record<string, [string, string]> = {
  MENTIONS: ["mentions", "mentioned in"], REPORTED_IN: ["reported in", "reports"], ABOUT: ["is about", "claims about it"], ATTRIBUTED_TO: ["attributed to", "said"],
  PARTICIPANT: ["participants", "takes part in"], AT: ["happened at", "what happened here"], WITHIN: ["lies in", "contains"], PART_OF: ["part of", "parts"],
  LEADS: ["leads", "led by"], MEMBER_OF: ["member of", "members"], OFFSHOOT_OF: ["offshoot of", "offshoots"], AFFILIATE_OF: ["affiliate of", "affiliates"],
  SPOKES_FOR: ["speaks for", "spoken for by"], EMPLOYED_BY: ["works for", "employs"], LOCATED_IN: ["located in", "located here"], SAME_AS: ["same as", "same as"],
};
export const relation = (type: string, out: boolean) => links[type]?.[out ? 0 : 1] ?? words(type) + (out ? "" : " (of this)");

export const plural = (n: number, one: string, many = one + "s") => `${count(n)} ${n === 1 ? one : many}`;

export const shorten = (s: string, length: number) => (s.length > length ? s.slice(0, length - 1).trimEnd() + "…" : s);

// whole bounds a time for drawing, in milliseconds; open ends stay open.
export function bounds(time: Interval | null | undefined): [number | null, number | null] | null {
  if (!time) return null;
  const from = time.earliest ? Date.parse(time.earliest) : null;
  const to = time.latest ? Date.parse(time.latest) : null;
  return from === null && to === null ? null : [from, to];
}
