// Two claims that do not go together, with the reason.
import type { LinkOfClaims } from "../client";
import { words } from "../words";
import { ClaimCard, Tag } from "./record";

const names: Record<string, string> = {
  disjoint: "cannot both be right", exceeds: "goes beyond", "other-doer": "another doer", denial: "denied", time: "another time", place: "another place",
};

export function ConflictCard({ of }: { of: LinkOfClaims }) {
  return (
    <div class="conflict">
      <div class="head"><Tag tone="warn">{names[of.type] ?? words(of.type)}</Tag>{of.one_source && <Tag>one source</Tag>} <span>{of.why}</span></div>
      <div class="pair"><ClaimCard claim={of.a} /><ClaimCard claim={of.b} /></div>
    </div>
  );
}
