// Sends what waits on the phone: when the browser says there is a network again (Background Sync), or
// when a page asks for it.
import { send } from "../presence/send.js";

self.addEventListener("sync", (event) => {
  if (event.tag === "kindling-taps") event.waitUntil(sendAll());
});

self.addEventListener("message", (event) => {
  if (event.data?.send) event.waitUntil(send());
});

async function sendAll() {
  const told = await send();
  if (told.failed) throw new Error("later"); // the browser tries again
}
