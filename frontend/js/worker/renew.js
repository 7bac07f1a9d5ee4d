// In the service worker: the browser's maker gave this browser another address for its notifications
// (or ended the old one). Subscribe anew and tell the server, with nobody at the screen. The server
// takes it only for the session in which somebody had turned notifications on.
import { bytes } from "../bytes.js";

const ADDRESS = "/you/push/renew/";
const LATER = "kindling-push"; // Background Sync, where there is one

self.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renew(event).catch(later));
});

self.addEventListener("sync", (event) => {
  if (event.tag === LATER) event.waitUntil(renew());
});

async function renew({ oldSubscription, newSubscription } = {}) {
  const { pushManager } = self.registration;
  const answer = await fetch(ADDRESS, { cache: "no-store" });
  if (answer.status === 401 || answer.status === 404) return void (await (await pushManager.getSubscription())?.unsubscribe());
  if (!answer.ok) throw new Error("later");
  const { key, csrf } = await answer.json();
  const there = newSubscription ?? (await pushManager.getSubscription());
  if (there && there.endpoint === oldSubscription?.endpoint) await there.unsubscribe();
  const made = there && there.endpoint !== oldSubscription?.endpoint ? there : await subscribe(pushManager, key);
  const { endpoint, keys } = made.toJSON();
  const body = new URLSearchParams({ endpoint, p256dh: keys.p256dh, auth: keys.auth });
  const told = await fetch(ADDRESS, { method: "POST", headers: { "X-CSRFToken": csrf }, body });
  if (told.status >= 500) throw new Error("later");
}

const subscribe = (pushManager, key) => pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });

// No network: the browser says so only once, so it is tried again when there is one.
const later = () => self.registration.sync?.register(LATER);
