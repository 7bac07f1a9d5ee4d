// Pages of one person that are kept on a phone until a moment, with the files they are drawn with. Page
// and worker use the same shelf.
const UNTIL = "X-Kept-Until";
const NO_BODY = ["content-encoding", "content-length"];

// name: of the shelf; whose: the header by which the server says whose page it is.
export function shelfOf({ name, whose }) {
  const PAGES = `${name}-v1`, FILES = `${name}-static`;

  const drop = () => Promise.all([caches.delete(PAGES), caches.delete(FILES)]);

  // Puts these pages on the shelf, all or none; nothing of an earlier day or another person stays.
  async function keep({ pages, until, person }) {
    const answers = await Promise.all(pages.map((page) => fetch(page, { credentials: "same-origin" })));
    if (answers.some((one) => !one.ok || one.redirected || one.headers.get(whose) !== person)) {
      throw new Error("not these pages");
    }
    await drop();
    const shelf = await caches.open(PAGES);
    for (const [number, answer] of answers.entries()) {
      const headers = bare(answer.headers);
      headers.set(UNTIL, String(until));
      await shelf.put(pages[number], new Response(await answer.text(), { headers }));
    }
    const files = await caches.open(FILES);
    await Promise.allSettled(loadedFiles().map((file) => files.add(file)));
  }

  async function first() {
    if (!(await caches.has(PAGES))) return null;
    const shelf = await caches.open(PAGES);
    const [request] = await shelf.keys();
    return (request && (await shelf.match(request))) ?? null;
  }

  // The kept page, while its time lasts; after it all of them go.
  async function kept(address) {
    const one = await first();
    if (one && Number(one.headers.get(UNTIL)) > Date.now()) {
      return (await (await caches.open(PAGES)).match(address, { ignoreSearch: true })) ?? null;
    }
    if (await caches.has(PAGES)) await drop();
    return null;
  }

  // A page of somebody else: what was kept for the one before goes.
  async function compare(answer) {
    const owner = answer.headers.get(whose);
    const one = owner && (await first());
    if (one && one.headers.get(whose) !== owner) await drop();
  }

  async function file(request) {
    const found = await caches.match(request);
    if (found) return found;
    const answer = await fetch(request);
    if (answer.ok && (await caches.has(FILES))) await (await caches.open(FILES)).put(request, answer.clone());
    return answer;
  }

  return { keep, kept, drop, compare, file };
}

// The headers of an answer without what belongs to its bytes on the way.
export const bare = (headers) => new Headers([...headers].filter(([name]) => !NO_BODY.includes(name)));

// What this page looks like and is moved by.
export function loadedFiles() {
  const loaded = performance.getEntriesByType("resource").map((one) => new URL(one.name));
  return loaded.filter((one) => one.origin === location.origin && one.pathname.startsWith("/static/")).map((one) => one.href);
}
