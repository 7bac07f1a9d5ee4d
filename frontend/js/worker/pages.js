// Single pages that are kept for when there is no network, beside Today (pocket.js): forms in which
// somebody writes. Kept for one person; they go with the session.
import { bare } from "../kept/shelf.js";
import { fillShelf } from "./shelf.js";

const PAGES = "pages-v1";
const WHOSE = "X-Kindling-Pocket";
const FRESH = 12 * 3_600_000;

self.addEventListener("message", (event) => {
  if (event.data?.keepPage) event.waitUntil(keepPage(event.data));
});

export const dropPages = () => caches.delete(PAGES);

async function keepPage({ keepPage: page, person }) {
  const shelf = await caches.open(PAGES);
  const old = await shelf.match(page);
  const at = Number(old?.headers.get("X-Kept-At"));
  if (old?.headers.get(WHOSE) === person && Date.now() - at < FRESH) return;
  const answer = await fetch(page, { credentials: "same-origin" });
  if (!answer.ok || answer.redirected || answer.headers.get(WHOSE) !== person) return;
  const headers = bare(answer.headers);
  headers.set("X-Kept-At", String(Date.now()));
  const html = await answer.text();
  await fillShelf([...html.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)].map(([, file]) => file));
  await shelf.put(page, new Response(html, { headers }));
}

// The kept page; for an address above one, the way to it. null for none.
export async function keptPage(pathname) {
  if (!(await caches.has(PAGES))) return null;
  const shelf = await caches.open(PAGES);
  const page = await shelf.match(pathname);
  if (page) return page;
  const below = (await shelf.keys()).map((one) => new URL(one.url).pathname).find((one) => one.startsWith(pathname) && pathname.split("/").length > 3);
  return below ? Response.redirect(below) : null;
}

// A page that is somebody else's now: nothing of the one before stays.
export async function comparePage(pathname, answer) {
  if (!(await caches.has(PAGES))) return;
  const page = await (await caches.open(PAGES)).match(pathname);
  if (page && answer.ok && answer.headers.get(WHOSE) !== page.headers.get(WHOSE)) await dropPages();
}
