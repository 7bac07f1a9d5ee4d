// The student's Today without a network. One page is kept, of one student; nobody else's page ever is.
// It goes when somebody signs out, when a session has ended, when another person opens Today and when
// the device becomes a kiosk.
import { bare } from "../kept/shelf.js";
import { comparePage, dropPages, keptPage } from "./pages.js";
import { fillShelf } from "./shelf.js";

const POCKET = "pocket-v1";
const WHOSE = "X-Kindling-Pocket";
const FRESH = 12 * 3_600_000;
const SLOW = 6_000; // a network that takes longer is none
const ILL = [502, 503, 504];

self.addEventListener("message", (event) => {
  if (event.data?.keep) event.waitUntil(keepPage(event.data));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode !== "navigate") return;
  const { pathname } = new URL(request.url);
  if (/^\/sign-(in|out)\/|\/kiosk\/open\/$/.test(pathname)) event.waitUntil(Promise.all([caches.delete(POCKET), dropPages()]));
  else if (request.method === "GET") event.respondWith(visit(request, pathname));
});

async function keepPage({ keep, as, person, version, files }) {
  await self.clients.claim(); // a page that was loading while the worker started
  await fillShelf(files);
  const kept = await pocket();
  const isSame = kept?.person === person && kept.version === version && kept.as === as;
  if (isSame && Date.now() - kept.at < FRESH) return;
  const answer = await fetch(keep, { credentials: "same-origin" });
  if (!answer.ok || answer.headers.get(WHOSE) !== person) return;
  const headers = bare(answer.headers);
  headers.set("X-Kept", encodeURIComponent(JSON.stringify({ as, keep, person, version, at: Date.now() })));
  const html = (await answer.text()).replace("<check-in ", "<check-in data-kept ");
  await fillShelf([...html.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)].map(([, file]) => file));
  await caches.delete(POCKET);
  await (await caches.open(POCKET)).put(as, new Response(html, { headers }));
}

// What is kept: { as, keep, person, version, at, page }; null when nothing is.
async function pocket() {
  if (!(await caches.has(POCKET))) return null;
  const shelf = await caches.open(POCKET);
  const [request] = await shelf.keys();
  const page = request && (await shelf.match(request));
  return page ? { ...JSON.parse(decodeURIComponent(page.headers.get("X-Kept"))), page } : null;
}

async function visit(request, pathname) {
  const kept = await pocket();
  const isToday = kept && [kept.as, kept.keep].includes(pathname);
  try {
    const answer = await (isToday ? inTime(fetch(request)) : fetch(request));
    if (isToday && ILL.includes(answer.status)) return kept.page;
    if (kept && pathname === kept.as && answer.ok && answer.headers.get(WHOSE) !== kept.person) {
      await Promise.all([caches.delete(POCKET), dropPages()]);
    }
    await comparePage(pathname, answer);
    return answer;
  } catch (trouble) {
    const page = isToday ? null : await keptPage(pathname);
    if (page) return page;
    if (!kept) throw trouble;
    return isToday || pathname === "/" ? kept.page : Response.redirect(kept.as + codeIn(request));
  }
}

// A scanned code (days/here/?code=…) goes along to the kept page, which fills it in.
function codeIn(request) {
  const { pathname, searchParams } = new URL(request.url);
  const code = searchParams.get("code") ?? "";
  return pathname.endsWith("/days/here/") && /^\d{1,8}$/.test(code) ? `?code=${code}` : "";
}

function inTime(answer) {
  const late = new Promise((_done, fail) => setTimeout(fail, SLOW, new Error("slow")));
  return Promise.race([answer, late]);
}
