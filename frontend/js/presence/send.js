// Sends what waits, oldest first, from the page or from the service worker. The server takes each tap
// once, so sending twice is no harm; losing one is. A tap leaves the queue only when the server said
// so, and only for the person who is signed in.
import { change, waiting } from "./queue.js";

const PATIENCE = 15_000;
const UPLOAD = 120_000; // a photo on a thin line
export const channel = () => new BroadcastChannel("kindling-taps");

// `known` spares a question: { school, person, csrf } of the page that was just loaded.
export function send(known) {
  if (!navigator.locks) return work(known);
  return navigator.locks.request("kindling-taps", () => work(known));
}

async function work(known) {
  const told = { sent: 0, refused: 0, signedOut: false, failed: false };
  const people = new Map(known ? [[known.school, known]] : []);
  for (const tap of await waiting()) {
    try {
      await sendOne(tap, people, told);
    } catch {
      told.failed = true; // no network, or a server that is ill: all stays, in this order
      break;
    }
  }
  if (told.sent || told.refused) tell(told);
  return told;
}

function tell(told) {
  const line = channel();
  line.postMessage(told);
  line.close();
}

async function sendOne(tap, people, told) {
  if (!people.has(tap.school)) people.set(tap.school, await whoIsThere(tap.school));
  let answer = await post(tap, people.get(tap.school), told);
  if (answer?.status === 403) {
    people.set(tap.school, await whoIsThere(tap.school)); // the page's token was old
    answer = await post(tap, people.get(tap.school), told);
  }
  if (answer) await hear(answer, tap, told);
}

// Who is signed in at this school; null for nobody. A page that is kept knows it no longer.
async function whoIsThere(school) {
  const answer = await ask(`${school}days/taps/`);
  if (answer.status >= 500) throw new Error("later");
  return answer.ok ? { school, ...(await answer.json()) } : null;
}

async function post(tap, who, told) {
  if (who?.person !== tap.person) {
    told.signedOut = true;
    return null;
  }
  const { school, on, shown, state, files, ...facts } = tap;
  const said = JSON.stringify({ ...facts, sent_at: Date.now() });
  const headers = { "X-CSRFToken": who.csrf };
  const address = `${school}days/taps/`;
  if (!Object.keys(files ?? {}).length) {
    headers["Content-Type"] = "application/json";
    return ask(address, { method: "POST", headers, body: said });
  }
  const body = new FormData();
  body.append("said", said);
  for (const [name, file] of Object.entries(files)) body.append(name, file, file.name);
  return ask(address, { method: "POST", headers, body, signal: AbortSignal.timeout(UPLOAD) });
}

const ask = (address, options) =>
  fetch(address, {
    credentials: "same-origin", cache: "no-store", redirect: "manual",
    headers: { Accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE), ...options,
  });

async function hear(answer, tap, told) {
  if (answer.ok) {
    const heard = await answer.json().catch(() => ({}));
    told.sent += 1;
    return change(tap, { state: "sent", sent_at: Date.now(), text: "", code: "", along: {}, files: {}, why: heard.told ?? "" });
  }
  if (answer.status === 401 || answer.type === "opaqueredirect") return void (told.signedOut = true);
  if (answer.status === 413) await change(tap, { files: {} }); // too heavy: the word goes without it
  if (![403, 404, 409, 422].includes(answer.status)) throw new Error("later");
  const { detail } = await answer.json().catch(() => ({}));
  told.refused += 1;
  return change(tap, { state: "refused", why: detail ?? "" });
}
