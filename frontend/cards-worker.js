// Serves kept emergency cards when there is no network. Its scope is their folder and nothing else;
// the site's own worker (sw.js) knows nothing of it.
import { compare, drop, kept } from "./js/cards/kept.js";

const SLOW = 6000; // a network that takes longer is none
const ILL = [502, 503, 504];
const GONE = [403, 404]; // or sent to sign in: whoever may not read them now keeps none

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(visit(request));
  else if (new URL(request.url).pathname.startsWith("/static/")) event.respondWith(fromAnyShelf(request));
});

async function visit(request) {
  const page = await kept(request.url);
  if (!page) return fetch(request);
  const late = new Promise((_done, fail) => setTimeout(fail, SLOW, new Error("slow")));
  try {
    const answer = await Promise.race([fetch(request), late]);
    if (ILL.includes(answer.status)) return page;
    if (GONE.includes(answer.status) || answer.type === "opaqueredirect") await drop();
    else await compare(answer);
    return answer;
  } catch {
    return page;
  }
}

async function fromAnyShelf(request) {
  const found = await caches.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open("cards-static")).put(request, answer.clone());
  return answer;
}
