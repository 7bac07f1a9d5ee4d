// Taps kept on this phone until the server has them. One for each student, place, day and kind: two
// tabs or a second thumb make no second one. A tap: { tap, school, person, placement, on, kind, text,
// mode, at_site, tapped_at, shown, state }; state is waiting, sent or refused (with `why`).
import { createStore, del, entries, update } from "idb-keyval";

const store = createStore("kindling-taps", "taps");
const DAY = 86_400_000;

export const keyOf = (tap) => [tap.school, tap.person, tap.placement, tap.on, tap.kind].join(" ");

// Keeps the tap, unless the same was kept before; a refused one may be tried again.
export async function keep(tap) {
  let kept = tap;
  await update(keyOf(tap), (old) => (kept = old && old.state !== "refused" ? old : tap), store);
  return kept;
}

export async function change(tap, facts) {
  await update(keyOf(tap), (old) => (old?.tap === tap.tap ? { ...old, ...facts } : old), store);
}

export async function all() {
  const kept = (await entries(store)).map(([, tap]) => tap).filter(Boolean);
  return kept.sort((one, other) => one.tapped_at - other.tapped_at);
}

export const waiting = async () => (await all()).filter((tap) => tap.state === "waiting");
export const forget = (tap) => del(keyOf(tap), store);

// What was sent is told for a day, then forgotten.
export async function tidy() {
  const old = (await all()).filter((tap) => tap.state === "sent" && Date.now() - tap.sent_at > DAY);
  await Promise.all(old.map(forget));
}

export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");
}
