// Building blocks of pages. All text goes through text nodes, so that nothing
// an article holds is ever read as markup.

export function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name || "div");
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

const pages = { Event: "event", Claim: "claim", Actor: "actor", Place: "place", Article: "article" };

export const href = (kind, id) => `#/${pages[kind]}/${id}`;

export const words = (s) => (s || "").replaceAll("_", " ");

export function ref(r) {
  return h(`a.${r.kind}`, { href: href(r.kind, r.id), title: words(r.type) }, r.label || r.id);
}

// when writes a date as stated, with what it was in the text.
export function when(time) {
  if (!time) return h("span.when", {}, "undated");
  const vague = ["unknown", "range", "year", "decade"].includes(time.precision) || /[~?%]/.test(time.edtf || "");
  return h("span.when", { title: time.rule ? `${time.text || ""} (${time.rule}, ${time.confidence || ""})` : null },
    time.edtf || `“${time.text}”`,
    time.text && time.edtf && time.text !== time.edtf ? h("span.small", {}, ` “${time.text}”`) : null,
    h(vague ? "div.bar.vague" : "div.bar", { "aria-hidden": "true" }));
}

const signs = { exact: "", at_least: "≥ ", more_than: "> ", up_to: "≤ ", fewer_than: "< ", about: "≈ ", nearly: "just under ", unspecified: "≳ " };

export function figure(q) {
  const value = q.comparator === "between" ? `${q.low} to ${q.high}` : (signs[q.comparator] ?? "") + q.value.toLocaleString("en");
  const unit = q.unit && q.unit !== "person" ? ` ${q.unit}` : "";
  return h("span.figure", { title: q.words }, `${words(q.metric)} ${value}${unit}`);
}

// claim shows who says what: the chain, the act, the words.
export function claim(c) {
  const who = c.chain.length
    ? c.chain.map((hop, i) => [i ? h("span.act", {}, "←") : null, ref(hop.source), h("span.act", {}, hop.told ? "was told" : words(hop.act))])
    : h("span.soft", {}, c.unattributed ? "nobody named" : "the article itself");
  return h("div", {},
    h("div.chain", {}, who, c.quantity ? figure(c.quantity) : null, c.said ? h("span.small.soft", {}, `said ${c.said.edtf || c.said.text}`) : null),
    h("blockquote", {}, c.text),
    h("div.small.soft", {}, h("a", { href: href("Claim", c.id) }, "evidence"), " · ", ref(c.article),
      c.publisher ? ` · ${c.publisher}` : "", c.published ? ` · ${c.published.edtf}` : " · undated",
      c.negated ? " · negative" : "", c.hedges.length ? ` · hedged: ${c.hedges.join(", ")}` : ""));
}

export function event(e) {
  return h("div", {},
    h("div", {}, h("a.Event", { href: href("Event", e.id) }, e.label), " ",
      h("span.tag.soft", {}, e.type.toLowerCase().replace(/^x-/, "")), e.realis !== "occurred" ? h("span.tag", {}, e.realis) : null,
      e.negated ? h("span.tag", {}, "negated") : null),
    h("div.small", {}, e.places.map((p) => [ref(p), " "]),
      e.participants.map((p) => h("span", {}, h("span.soft", {}, ` ${words(p.role)}${p.claim_id ? " (alleged)" : ""} `), ref(p.actor)))),
    e.figures.length ? h("div.small", {}, e.figures.map((f) => [h("a", { href: href("Claim", f.claim_id) }, figure(f.quantity)), "  "])) : null);
}

export function highlighted(text, ranges) {
  const characters = Array.from(text);
  const out = [];
  let at = 0;
  for (const [from, to] of ranges) {
    out.push(characters.slice(at, from).join(""), h("mark", {}, characters.slice(from, to).join("")));
    at = to;
  }
  return [...out, characters.slice(at).join("")];
}
