// Selecting several nodes by a rectangle: dragged with the shift key, or with
// any finger or mouse while the tool is on. What it handles, the picture below
// does not see.
export type Area = { x0: number; y0: number; x1: number; y1: number; point: boolean };

const least = 5; // pixels: less is a click

export function selectArea(box: HTMLElement, on: (e: PointerEvent) => boolean, chosen: (area: Area) => void): () => void {
  const frame = document.createElement("div");
  frame.className = "area";
  let begun: { x: number; y: number } | null = null;
  let swallow = false; // the click that follows is not for the picture
  const at = (e: PointerEvent) => {
    const r = box.getBoundingClientRect();
    return { x: e.clientX - r.left, y: e.clientY - r.top };
  };
  const areaTo = (e: PointerEvent): Area => {
    const a = begun ?? at(e);
    const b = at(e);
    const [x0, x1, y0, y1] = [Math.min(a.x, b.x), Math.max(a.x, b.x), Math.min(a.y, b.y), Math.max(a.y, b.y)];
    return { x0, x1, y0, y1, point: x1 - x0 < least && y1 - y0 < least };
  };
  const down = (e: PointerEvent) => {
    swallow = false;
    if (e.button !== 0 || !on(e)) return;
    begun = at(e);
    swallow = true;
    box.setPointerCapture(e.pointerId);
    e.stopPropagation();
  };
  const move = (e: PointerEvent) => {
    if (!begun) return;
    const a = areaTo(e);
    Object.assign(frame.style, { left: `${a.x0}px`, top: `${a.y0}px`, width: `${a.x1 - a.x0}px`, height: `${a.y1 - a.y0}px` });
    if (!a.point && !frame.isConnected) box.append(frame);
  };
  const end = (e: PointerEvent) => {
    if (!begun) return;
    const area = areaTo(e);
    begun = null;
    frame.remove();
    if (e.type === "pointerup") chosen(area);
  };
  const hush = (e: Event) => {
    if (!swallow) return;
    e.stopPropagation();
    if (e.cancelable) e.preventDefault();
  };
  const capture = { capture: true, passive: false };
  const quiet = ["mousedown", "click", "dblclick", "touchstart", "touchmove", "touchend"];
  box.addEventListener("pointerdown", down, capture);
  box.addEventListener("pointermove", move, capture);
  box.addEventListener("pointerup", end, capture);
  box.addEventListener("pointercancel", end, capture);
  for (const type of quiet) box.addEventListener(type, hush, capture);
  return () => {
    frame.remove();
    box.removeEventListener("pointerdown", down, capture);
    box.removeEventListener("pointermove", move, capture);
    box.removeEventListener("pointerup", end, capture);
    box.removeEventListener("pointercancel", end, capture);
    for (const type of quiet) box.removeEventListener(type, hush, capture);
  };
}
