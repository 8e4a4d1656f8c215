// Keys that work on every page.
import { useEffect, useRef } from "preact/hooks";
import { has } from "./client";
import { go, link } from "./route";

type Entry = { page: string; label: string; key: string; path: string };

// typing says whether a key writes into a field.
export const typing = (e: KeyboardEvent) => e.target instanceof HTMLElement && (e.target.matches("input:not([type=checkbox], [type=range]), select, textarea") || e.target.isContentEditable);

// keys listens until the function that it returns is called.
export function keys(menu: Entry[], help: () => void) {
  let pending = -Infinity; // when g was pressed
  const down = (e: KeyboardEvent) => {
    if (typing(e) || e.ctrlKey || e.metaKey || e.altKey || document.querySelector("dialog[open]")) return;
    const went = performance.now() - pending < 1500;
    pending = -Infinity;
    if (went) {
      const to = e.key === "h" ? "" : menu.find((m) => m.key === e.key && has(m.path))?.page;
      if (to === undefined) return;
      go(link(to));
    } else if (e.key === "g") pending = performance.now();
    else if (e.key === "/") document.querySelector<HTMLInputElement>("#search-front, #search")?.focus();
    else if (e.key === "?") help();
    else return;
    e.preventDefault();
    e.stopPropagation();
  };
  document.addEventListener("keydown", down, true);
  return () => document.removeEventListener("keydown", down, true);
}

const graphKeys = [["e", "expand what is selected"], ["c", "collapse it"], ["p", "pin it, or let it go"], ["h", "hide it"], ["Esc", "select nothing"], ["Ctrl z", "undo"]];

export function Help({ menu, close }: { menu: Entry[]; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const rows = (list: string[][]) => list.map(([key, what]) => <tr key={key}><th scope="row">{key?.split(" ").map((k) => <kbd key={k}>{k}</kbd>)}</th><td>{what}</td></tr>);
  return (
    <dialog ref={dialog} onClose={close} onClick={(e) => e.target === dialog.current && dialog.current?.close()} aria-labelledby="help-title">
      <div class="section-head"><h2 id="help-title">Keyboard</h2><button aria-label="Close" onClick={() => dialog.current?.close()}>×</button></div>
      <div class="columns">
        <table><caption>Everywhere</caption><tbody>{rows([["/", "search"], ["?", "this list"], ["g h", "front page"], ...menu.filter((m) => has(m.path)).map((m) => [`g ${m.key}`, m.label.toLowerCase()])])}</tbody></table>
        <div>
          <table><caption>Graph</caption><tbody>{rows(graphKeys)}</tbody></table>
          <table><caption>Review</caption><tbody>{rows([["y", "the same"], ["n", "not the same"], ["u", "undo"], ["j", "next"], ["k", "previous"]])}</tbody></table>
        </div>
      </div>
    </dialog>
  );
}
