// Sends what waits on this phone, oldest first, from a page or from a worker, one sender at a time. The
// server takes each thing once, so sending twice is no harm; losing one is. A thing leaves the phone
// only when the server said that it has it, and only for the person it was kept for.
const PATIENCE = 15_000;
const REFUSED = [403, 404, 409, 422]; // with a sentence that says why

// name: of the lock, of the line on which pages hear of it, and of the browser's word to send later.
// waiting(): what waits, in order. sendOne(one, run): sends it; throws where all has to wait. run: what
// is told in the end, { sent, refused, signedOut, failed }, `people` asked for, and `given` by a page.
export function outbox({ name, waiting, sendOne }) {
  const channel = () => new BroadcastChannel(name);

  async function work(given) {
    const told = { sent: 0, refused: 0, signedOut: false, failed: false };
    const run = { told, given, people: new Map() };
    for (const one of await waiting()) {
      try {
        await sendOne(one, run);
      } catch {
        told.failed = true; // no network, or a server that is ill: all stays, in this order
        break;
      }
    }
    if (told.sent || told.refused) tell(told);
    return told;
  }

  // The page hears it, too, when the worker was faster.
  function tell(told) {
    const line = channel();
    line.postMessage(told);
    line.close();
  }

  const send = (given) => (navigator.locks ? navigator.locks.request(name, () => work(given)) : work(given));

  // Ask the browser to send when there is a network, even with the page closed. Not every browser can.
  async function sendLater(scope) {
    const place = await navigator.serviceWorker?.getRegistration(scope);
    await place?.sync?.register(name).catch(() => {});
  }

  // In a worker: the browser says that there is a network again.
  function sendOnSync() {
    const all = async () => {
      if ((await send()).failed) throw new Error("later"); // the browser tries again
    };
    self.addEventListener("sync", (event) => event.tag === name && event.waitUntil(all()));
  }

  return { channel, send, sendLater, sendOnSync };
}

export const ask = (address, options = {}) =>
  fetch(address, {
    credentials: "same-origin", cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(PATIENCE),
    ...options, headers: { Accept: "application/json", ...options.headers },
  });

// Who is signed in, { person, csrf }; null for nobody. A page that is kept knows it no longer.
export async function whoIsThere(address) {
  const answer = await ask(address);
  if (answer.status >= 500) throw new Error("later");
  return answer.ok ? answer.json() : null;
}

// What the server said to one thing: { state: "sent", said } | { state: "refused", why } | { state: "waiting" }.
export async function hear(answer, told) {
  if (answer.status === 401 || answer.type === "opaqueredirect") {
    told.signedOut = true;
    return { state: "waiting" };
  }
  if (!answer.ok && !REFUSED.includes(answer.status)) throw new Error("later");
  const said = await answer.json().catch(() => ({}));
  if (answer.ok) {
    told.sent += 1;
    return { state: "sent", said };
  }
  told.refused += 1;
  return { state: "refused", why: said.detail ?? "" };
}
