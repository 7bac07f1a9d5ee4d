// A worker that serves kept pages when there is no network. Its scope is their folder and nothing else;
// the site's own worker (sw.js) knows nothing of it.
const SLOW = 6000; // a network that takes longer is none
const ILL = [502, 503, 504];
const GONE = [403, 404]; // or sent to sign in: whoever may not read it now keeps none

export function serve(shelf) {
  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
  self.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== location.origin) return;
    if (request.mode === "navigate") event.respondWith(visit(request, shelf));
    else if (pathname.startsWith("/static/")) event.respondWith(shelf.file(request));
  });
}

async function visit(request, shelf) {
  const page = await shelf.kept(request.url);
  if (!page) return fetch(request);
  const late = new Promise((_done, fail) => setTimeout(fail, SLOW, new Error("slow")));
  try {
    const answer = await Promise.race([fetch(request), late]);
    if (ILL.includes(answer.status)) return page;
    if (GONE.includes(answer.status) || answer.type === "opaqueredirect") await shelf.drop();
    else await shelf.compare(answer);
    return answer;
  } catch {
    return page;
  }
}
