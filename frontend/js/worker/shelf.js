// Static files. A hashed name never changes and comes from the shelf first; any other is asked for
// again and comes from the shelf only when there is no network.
export const SHELF = "static-v2";
const MOST = 120;
const HASHED = /\.[0-9a-f]{12}\./;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith("static-") && name !== SHELF);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (address.pathname.startsWith("/static/")) event.respondWith(fromShelf(request));
});

async function fromShelf(request) {
  const shelf = await caches.open(SHELF);
  const kept = await shelf.match(request);
  if (kept && HASHED.test(request.url)) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) await shelf.put(request, answer.clone());
    return answer;
  } catch (trouble) {
    if (kept) return kept;
    throw trouble;
  }
}

// Puts files there that were loaded before the worker was; drops the oldest when there are too many.
export async function fillShelf(files) {
  const shelf = await caches.open(SHELF);
  const missing = [];
  for (const file of files) if (!(await shelf.match(file))) missing.push(file);
  await Promise.allSettled(missing.map((file) => shelf.add(file)));
  const names = await shelf.keys();
  await Promise.all(names.slice(0, Math.max(0, names.length - MOST)).map((name) => shelf.delete(name)));
}
