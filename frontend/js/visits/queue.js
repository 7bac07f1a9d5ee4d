// Notes of visits kept on this phone until the server has them. A note: { tap, to, person, note, state,
// why, at }; state is waiting or refused. What the server has is kept here no longer.
import { createStore, del, entries, set } from "idb-keyval";

const store = createStore("kindling-visits", "notes");

export const keep = (one) => set(one.tap, one, store);
export const forget = (tap) => del(tap, store);

export async function all() {
  const kept = (await entries(store)).map(([, one]) => one).filter(Boolean);
  return kept.sort((one, other) => one.at - other.at);
}

export const waiting = async () => (await all()).filter((one) => one.state === "waiting");
