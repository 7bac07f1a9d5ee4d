// Pieces kept on this phone until the server has them. A piece: { key, person, home, to, who, announce,
// title, fields, file, name, at, state }; state is waiting or refused (with `why`). home: the school's
// address; fields: name and value as the form has them.
import { createStore, del, entries, set, update } from "idb-keyval";

const store = createStore("kindling-pieces", "pieces");

export const keep = (piece) => set(piece.key, piece, store);
export const forget = (piece) => del(piece.key, store);
export const change = (piece, facts) =>
  update(piece.key, (old) => (old ? { ...old, ...facts } : old), store);

export async function all() {
  return (await entries(store)).map(([, piece]) => piece).filter(Boolean).sort((one, other) => one.at - other.at);
}

export const waiting = async () => (await all()).filter((piece) => piece.state === "waiting");
