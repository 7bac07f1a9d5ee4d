// Files that go along with kept words (./kept.js), under the same key: a recording, a photo.
import { clear, createStore, del, entries, get, set } from "idb-keyval";

const LONGEST = 30 * 86_400_000;
let made;
const store = () => (made ??= createStore("kindling-words", "files"));
const quiet = (work) => work.catch(() => {}); // full, or forbidden

// files: [[name of the field, file]]
export const carry = (key, files) => quiet(files.length ? set(key, { files, at: Date.now() }, store()) : del(key, store()));
export const carried = (key) => get(key, store()).then((one) => one?.files ?? [], () => []);
export const dropAll = () => quiet(clear(store()));

export const tidy = () => quiet(entries(store()).then((rows) =>
  Promise.all(rows.filter(([, one]) => !(Date.now() - one.at < LONGEST)).map(([key]) => del(key, store())))));
