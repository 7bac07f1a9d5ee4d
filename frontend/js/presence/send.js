// Sends taps that wait.
import { ask, hear, outbox, whoIsThere } from "../outbox.js";
import { change, waiting } from "./queue.js";

const UPLOAD = 120_000; // a photo on a thin line

// A page that was just loaded gives { school, person, csrf } of itself, which spares a question.
export const { channel, send, sendLater, sendOnSync } = outbox({ name: "kindling-taps", waiting, sendOne });

const addressOf = (tap) => `${tap.school}days/taps/`;

async function sendOne(tap, { told, given, people }) {
  if (given && !people.size) people.set(given.school, given);
  if (!people.has(tap.school)) people.set(tap.school, await whoIsThere(addressOf(tap)));
  let answer = await post(tap, people.get(tap.school), told);
  if (answer?.status === 403) {
    people.set(tap.school, await whoIsThere(addressOf(tap))); // the page's token was old
    answer = await post(tap, people.get(tap.school), told);
  }
  if (answer) await note(answer, tap, told);
}

async function post(tap, who, told) {
  if (who?.person !== tap.person) {
    told.signedOut = true;
    return null;
  }
  const { school, on, shown, state, files, ...facts } = tap;
  const said = JSON.stringify({ ...facts, sent_at: Date.now() });
  const headers = { "X-CSRFToken": who.csrf };
  if (!Object.keys(files ?? {}).length) {
    headers["Content-Type"] = "application/json";
    return ask(addressOf(tap), { method: "POST", headers, body: said });
  }
  const body = new FormData();
  body.append("said", said);
  for (const [name, file] of Object.entries(files)) body.append(name, file, file.name);
  return ask(addressOf(tap), { method: "POST", headers, body, signal: AbortSignal.timeout(UPLOAD) });
}

async function note(answer, tap, told) {
  if (answer.status === 413) await change(tap, { files: {} }); // too heavy: the word goes without it
  const { state, said, why } = await hear(answer, told);
  if (state === "sent") await change(tap, { state, sent_at: Date.now(), text: "", code: "", along: {}, files: {}, why: said.told ?? "" });
  if (state === "refused") await change(tap, { state, why });
}
