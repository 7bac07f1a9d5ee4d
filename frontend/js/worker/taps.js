// Sends what waits on the phone: when the browser says there is a network again (Background Sync), or
// when a page asks for it.
import { send, sendOnSync } from "../presence/send.js";

sendOnSync();

self.addEventListener("message", (event) => {
  if (event.data?.send) event.waitUntil(send());
});
