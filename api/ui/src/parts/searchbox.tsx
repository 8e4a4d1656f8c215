// The search box, with suggestions while one types.
import { useEffect, useRef, useState } from "preact/hooks";
import { address, has, load, type Answer } from "../client";
import { go, link, linkTo, route, scope } from "../route";
import { Dot } from "./record";

type Suggestion = Answer<"/api/v1/suggest">["items"][number];

// useSuggestions asks a little after the last key.
export function useSuggestions(q: string, kind?: string) {
  const [items, set] = useState<Suggestion[]>([]);
  useEffect(() => {
    if (!q.trim() || !has("/suggest")) return set([]);
    let current = true;
    const later = setTimeout(() => {
      load<Answer<"/api/v1/suggest">>(address("/suggest", { q: q.trim(), limit: 8, kind, ...scope.value })).then(
        (a) => current && set(a.items),
        () => current && set([]),
      );
    }, 120);
    return () => {
      current = false;
      clearTimeout(later);
    };
  }, [q, kind]);
  return items;
}

type Props = { id: string; label: string; placeholder?: string; value?: string; kind?: string; onPick: (s: Suggestion) => void; onEnter?: (q: string) => void; big?: boolean };

// Combo is a text field whose suggestions can be chosen by mouse and arrows
// (the combobox pattern of WAI-ARIA).
export function Combo({ id, label, placeholder, value = "", kind, onPick, onEnter, big }: Props) {
  const [q, setQ] = useState(value);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => setQ(value), [value]);
  const items = useSuggestions(open ? q : "", kind);
  const shown = open && items.length > 0;
  const pick = (s: Suggestion) => {
    setOpen(false);
    setAt(-1);
    onPick(s);
  };
  const key = (e: KeyboardEvent) => {
    if (e.key === "ArrowDown" && shown) setAt((at + 1) % items.length);
    else if (e.key === "ArrowUp" && shown) setAt((at + items.length) % (items.length + 1) - (at <= 0 ? 0 : 1));
    else if (e.key === "Escape") {
      if (!open) (e.currentTarget as HTMLElement).blur();
      setOpen(false);
      return;
    } else if (e.key === "Enter") {
      const chosen = items[at];
      if (shown && chosen) pick(chosen);
      else if (onEnter && q.trim()) {
        setOpen(false);
        onEnter(q.trim());
      } else if (!onEnter && items[0]) pick(items[0]);
    } else return;
    e.preventDefault();
  };
  return (
    <div class={`combo ${big ? "big" : ""}`} ref={root} onFocusOut={(e) => !root.current?.contains(e.relatedTarget as Node | null) && setOpen(false)}>
      <input id={id} type="search" role="combobox" aria-label={label} aria-expanded={shown} aria-controls={`${id}-list`} aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined} autocomplete="off" spellcheck={false} placeholder={placeholder} value={q}
        onInput={(e) => {
          setQ(e.currentTarget.value);
          setOpen(true);
          setAt(-1);
        }} onKeyDown={key} />
      <ul id={`${id}-list`} role="listbox" aria-label={`${label}: suggestions`} hidden={!shown}>
        {items.map((s, i) => (
          <li key={s.id} id={`${id}-${i}`} role="option" aria-selected={i === at} onPointerDown={(e) => e.preventDefault()} onClick={() => pick(s)}>
            <Dot kind={s.kind} /> {s.label} <span class="soft">{s.description}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function SearchBox({ big }: { big?: boolean }) {
  const { page, params } = route.value;
  return (
    <div role="search">
      <Combo id={big ? "search-front" : "search"} big={big ?? false} label="Search" placeholder="Search people, places, events, claims, articles" value={page === "search" ? params.get("q") ?? "" : ""}
        onPick={(s) => go(linkTo(s.kind, s.id))} onEnter={(q) => go(link("search", { q, kind: page === "search" ? params.getAll("kind") : undefined }))} />
    </div>
  );
}
