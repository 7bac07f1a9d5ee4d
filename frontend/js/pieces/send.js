// Sends the pieces that wait: the file in parts, then the words. What is told names each piece that
// went, in `done`: [{ key, url }].
import { outbox } from "../outbox.js";
import { ask, carry, Later, Refused } from "./carry.js";
import { change, forget, waiting } from "./queue.js";

// A page gives tell(piece, bytes there, bytes in all).
export const { channel, send, sendLater, sendOnSync } = outbox({ name: "kindling-pieces", waiting, sendOne });

async function sendOne(piece, { told, given: tell }) {
  told.done ??= [];
  try {
    const who = await ask(piece.who, {});
    if (who.person !== piece.person) return void (told.signedOut = true);
    const { url } = await carryOne(piece, who.csrf, (done, size) => tell?.(piece, done, size));
    await forget(piece);
    told.sent += 1;
    told.done.push({ key: piece.key, url });
  } catch (trouble) {
    if (!(trouble instanceof Refused)) {
      told.signedOut ||= trouble instanceof Later && trouble.message === "signed out";
      throw trouble;
    }
    told.refused += 1;
    await change(piece, { state: "refused", why: trouble.message });
  }
}

async function carryOne(piece, csrf, tell) {
  const body = new URLSearchParams(piece.fields);
  if (piece.file) {
    const { file, name, key, announce } = piece;
    body.set("upload", await carry({ file, name, key, announce, csrf, tell }));
  }
  body.set("sent_key", piece.key);
  return ask(piece.to, { method: "POST", csrf, body });
}
