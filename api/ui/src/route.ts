// The address after # holds the whole state of what is shown:
// #/page/id?parameters. The scope (window of publication, as-of, collections)
// goes along from page to page.
import { computed, signal } from "@preact/signals";
import type { Kind, Query } from "./client";

const hash = signal(location.hash);
addEventListener("hashchange", () => {
  hash.value = location.hash;
});

export const route = computed(() => {
  const [path = "", query = ""] = hash.value.replace(/^#\/?/, "").split("?");
  const [page = "", id = ""] = path.split("/");
  return { page, id: decode(id), params: new URLSearchParams(query) };
});

function decode(s: string) {
  try {
    return decodeURIComponent(s);
  } catch {
    return s;
  }
}

export const scopeNames = ["collection", "published_from", "published_to", "as_of"] as const;

// scope is what every question is restricted to.
export const scope = computed<Query>(() => {
  const out: Query = {};
  for (const name of scopeNames) {
    const values = route.value.params.getAll(name);
    if (values.length) out[name] = values;
  }
  return out;
});

const pages: Record<Kind, string> = { Event: "event", Claim: "claim", Actor: "actor", Place: "place", Article: "article" };

export function link(path: string, query: Query = {}) {
  const q = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...scope.value, ...query })) {
    for (const v of Array.isArray(value) ? value : [value]) {
      if (v !== undefined && v !== null && v !== "" && v !== false) q.append(name, String(v));
    }
  }
  const s = q.toString();
  return "#/" + path + (s ? "?" + s : "");
}

export const linkTo = (kind: Kind | string, id: string, query: Query = {}) => link(`${pages[kind as Kind] ?? "search"}/${encodeURIComponent(id)}`, query);

export function go(to: string) {
  location.hash = to;
}

// change sets parameters of the present address. A lasting change is one that
// the back button undoes.
export function change(query: Query, lasting = false) {
  hash.value = location.hash; // the event for the last change may be still to come
  const { page, id, params } = route.value;
  const next: Query = {};
  for (const name of new Set(params.keys())) next[name] = params.getAll(name);
  Object.assign(next, query);
  const q = new URLSearchParams();
  for (const [name, value] of Object.entries(next)) {
    for (const v of Array.isArray(value) ? value : [value]) {
      if (v !== undefined && v !== null && v !== "" && v !== false) q.append(name, String(v));
    }
  }
  const to = `#/${page}${id ? "/" + encodeURIComponent(id) : ""}${q.toString() ? "?" + q : ""}`;
  if (to === location.hash) return;
  if (lasting) {
    location.hash = to;
  } else {
    history.replaceState(null, "", to);
    hash.value = to;
  }
}
