// Sends notes of visits that wait. What the server has is kept here no longer.
import { ask, hear, outbox, whoIsThere } from "../outbox.js";
import { forget, keep, waiting } from "./queue.js";

export const { channel, send, sendLater, sendOnSync } = outbox({ name: "kindling-visits", waiting, sendOne });

async function sendOne(one, { told, people }) {
  if (!people.has(one.to)) people.set(one.to, await whoIsThere(one.to));
  const who = people.get(one.to);
  if (who?.person !== one.person) return void (told.signedOut = true);
  const headers = { "Content-Type": "application/json", "X-CSRFToken": who.csrf };
  const body = JSON.stringify({ person: one.person, note: one.note });
  const { state, why } = await hear(await ask(one.to, { method: "POST", headers, body }), told);
  if (state === "sent") await forget(one.tap);
  if (state === "refused") await keep({ ...one, state, why });
}
