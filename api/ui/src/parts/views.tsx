// What was looked at, kept by name. The address holds the whole state of a
// page, so that a view is its address: it can be mailed, or kept here.
import { signal } from "@preact/signals";
import { useRef, useState } from "preact/hooks";
import { go, route } from "../route";

type View = { name: string; to: string };
const where = "views";
const most = 100;

// kept reads what this browser keeps; what is not a view is passed over.
function kept(): View[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(where) ?? "[]");
    return Array.isArray(found) ? found.filter((v): v is View => typeof v?.name === "string" && typeof v?.to === "string" && v.to.startsWith("#/")) : [];
  } catch {
    return [];
  }
}

const views = signal(kept());

function keep(list: View[]) {
  views.value = list.slice(0, most);
  localStorage.setItem(where, JSON.stringify(views.value));
}

export function ViewsMenu() {
  const menu = useRef<HTMLDetailsElement>(null);
  const [name, setName] = useState("");
  const [copied, setCopied] = useState("");
  const here = `#/${route.value.page}`;
  const save = (e: Event) => {
    e.preventDefault();
    const title = name.trim() || (document.querySelector("main h1")?.textContent ?? here).slice(0, 80);
    keep([{ name: title, to: location.hash || "#/" }, ...views.value.filter((v) => v.name !== title)]);
    setName("");
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied("Copied");
    } catch {
      setCopied("Copy it from the address bar"); // without leave to use the clipboard
    }
  };
  return (
    <details class="menu views" ref={menu} onToggle={() => setCopied("")}>
      <summary class="button icon" aria-label="Saved views" title="Saved views">☆</summary>
      <div class="panel">
        <form class="row" onSubmit={save}>
          <input type="text" aria-label="Name of this view" placeholder="Name this view …" maxLength={80} value={name} onInput={(e) => setName(e.currentTarget.value)} />
          <button>Save</button>
        </form>
        <ul>{views.value.map((v) => (
          <li key={v.name} class="row">
            <a class="grow" href={v.to} onClick={(e) => {
              e.preventDefault();
              menu.current?.removeAttribute("open");
              go(v.to);
            }}>{v.name}</a>
            <button class="icon" aria-label={`Forget ${v.name}`} onClick={() => keep(views.value.filter((o) => o !== v))}>×</button>
          </li>
        ))}</ul>
        <p class="soft">{views.value.length ? "They are kept in this browser." : "A view keeps what is shown on a page: its nodes, filters, window of time and pins."} The address is the view: <button class="link-like" onClick={copy}>copy the link</button> to share it. <span role="status">{copied}</span></p>
      </div>
    </details>
  );
}
