// Words that the server does not have yet, in this browser, each under its writer, page and field.
// localStorage and not IndexedDB: it is written before the next key, even when the tab closes.
const NAME = "kindling-words ";
const LONGEST = 30 * 86_400_000;

export function keep(key, words) {
  try { localStorage.setItem(NAME + key, JSON.stringify({ ...words, at: Date.now() })); } catch { /* full, or forbidden */ }
}

export function kept(key) {
  try { return JSON.parse(localStorage.getItem(NAME + key)); } catch { return null; }
}

export function forget(key) {
  try { localStorage.removeItem(NAME + key); } catch { /* forbidden */ }
}

const keys = () => {
  try { return Object.keys(localStorage).filter((name) => name.startsWith(NAME)).map((name) => name.slice(NAME.length)); } catch { return []; }
};

// What of this person waits to be sent, and on which page.
export const waitingOf = (person) => keys().filter((key) => key.startsWith(`${person} `)).map(kept).filter((one) => one?.isSent && one.page);

export const any = () => keys().length > 0;
export const drop = () => keys().forEach(forget);
export const tidy = () => keys().filter((key) => !(Date.now() - kept(key)?.at < LONGEST)).forEach(forget);
