// What is kept of the emergency cards: pages of one person's sites, until the end of one day.
// Page and worker use the same shelf.
export const SHELF = "cards-v1";
const UNTIL = "X-Kept-Until";
const WHOSE = "X-Kindling-Card";
const NO_BODY = ["content-encoding", "content-length"];

export const drop = () => caches.delete(SHELF);

// Puts these pages on the shelf, all or none; nothing of an earlier day or another person stays.
export async function keep({ pages, until, person }) {
  const answers = await Promise.all(pages.map((page) => fetch(page, { credentials: "same-origin" })));
  if (answers.some((one) => !one.ok || one.redirected || one.headers.get(WHOSE) !== person)) {
    throw new Error("not these pages");
  }
  await drop();
  const shelf = await caches.open(SHELF);
  for (const [number, answer] of answers.entries()) {
    const headers = new Headers([...answer.headers].filter(([name]) => !NO_BODY.includes(name)));
    headers.set(UNTIL, String(until));
    await shelf.put(pages[number], new Response(await answer.text(), { headers }));
  }
}

// The kept page, while its day lasts; after it all of them go.
export async function kept(address) {
  if (!(await caches.has(SHELF))) return null;
  const shelf = await caches.open(SHELF);
  const [first] = await shelf.keys();
  const one = first && (await shelf.match(first));
  if (!one || Number(one.headers.get(UNTIL)) <= Date.now()) {
    await drop();
    return null;
  }
  return (await shelf.match(address)) ?? null;
}

// A page of somebody else: what was kept for the one before goes.
export async function compare(answer) {
  const whose = answer.headers.get(WHOSE);
  if (!whose || !(await caches.has(SHELF))) return;
  const shelf = await caches.open(SHELF);
  const [first] = await shelf.keys();
  const one = first && (await shelf.match(first));
  if (one && one.headers.get(WHOSE) !== whose) await drop();
}
