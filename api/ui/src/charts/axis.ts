// What the charts share: how wide they are, and how dates stand on an axis.
import { utcFormat } from "d3-time-format";
import { useEffect, useRef, useState } from "preact/hooks";

const formats: [(t: Date) => boolean, string][] = [
  [(t) => t.getUTCHours() + t.getUTCMinutes() > 0, "%H:%M"], [(t) => t.getUTCDate() > 1, "%-d %b"], [(t) => t.getUTCMonth() > 0, "%b"], [() => true, "%Y"],
];
// tick writes a date as coarsely as it can be written.
export const tick = (t: Date) => utcFormat(formats.find(([fits]) => fits(t))?.[1] ?? "%Y")(t);

// useWidth is the width in pixels of the box that it returns the reference of.
export function useWidth() {
  const box = useRef<HTMLDivElement & HTMLElement>(null);
  const [width, set] = useState(900);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => entry && set(Math.max(280, entry.contentRect.width)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}
