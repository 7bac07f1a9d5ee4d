import "./js/worker/push.js";
// The service worker: static files come from the cache first. No page is ever kept: what tells of a
// student must not stay on a shared computer.
const SHELF = "static-v1";

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== SHELF).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (!address.pathname.startsWith("/static/")) return;
  event.respondWith(fromShelf(request));
});

async function fromShelf(request) {
  const shelf = await caches.open(SHELF);
  const kept = await shelf.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  // A hashed name never changes; others are asked for again.
  if (answer.ok && /\.[0-9a-f]{12}\./.test(request.url)) await shelf.put(request, answer.clone());
  return answer;
}
