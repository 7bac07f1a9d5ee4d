// A file to the server in parts (kindling/uploads/views.py). What the server has is not sent again:
// after a break, a closed page or a dead server it goes on where it stopped.
const TRIES = 5;
const PATIENCE = 60_000;
const pause = (time) => new Promise((done) => setTimeout(done, time));

export class Later extends Error {} // no network, or a server that is ill: try again another time
export class Refused extends Error {} // with a sentence for the student

// Returns the upload's id. tell(bytes there, bytes in all) is called after each part.
export async function carry({ file, name, key, announce, csrf, tell = () => {} }) {
  let told = await ask(announce, { method: "POST", csrf, body: new URLSearchParams({ key, name, size: file.size }) });
  const there = `${announce}${told.id}/`;
  for (let broke = 0; told.state === "open"; ) {
    tell(told.received, told.size);
    try {
      const body = file.slice(told.received, told.received + told.part);
      told = await ask(`${there}?at=${told.received}`, { method: "POST", csrf, body, type: "application/octet-stream" });
      broke = 0;
    } catch (trouble) {
      if (trouble instanceof Refused || ++broke > TRIES) throw trouble;
      await pause(500 * 2 ** broke);
      told = await ask(there, {}).catch(() => told);
    }
  }
  if (told.state !== "done") throw new Refused(told.detail ?? "");
  return told.id;
}

export async function ask(address, { method = "GET", csrf, body, type }) {
  const headers = { Accept: "application/json", ...(csrf && { "X-CSRFToken": csrf }), ...(type && { "Content-Type": type }) };
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(address, {
    method, headers, body, signal, credentials: "same-origin", cache: "no-store", redirect: "manual",
  }).catch(() => { throw new Later("network"); });
  const told = await answer.json().catch(() => null);
  if (answer.ok && told) return told;
  if ([404, 413, 422].includes(answer.status)) throw new Refused(told?.detail ?? "");
  throw new Later(answer.type === "opaqueredirect" ? "signed out" : String(answer.status));
}
