// The phone's clock may be wrong. A page that comes from the server says what time it is there; the
// difference is kept for pages that come from the phone.
const KEY = "kindling-clock";

export function setBy(serverNow) {
  store(String(serverNow - Date.now()));
}

export const now = () => Date.now() + Number(read() ?? 0);

export const dayAt = (moment, zone) => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(moment);

export const timeAt = (moment, zone) =>
  new Intl.DateTimeFormat(document.documentElement.lang || "en", {
    hour: "numeric", minute: "2-digit", timeZone: zone, numberingSystem: "latn",
  }).format(moment);

function store(text) {
  try { localStorage.setItem(KEY, text); } catch { /* a browser that keeps nothing */ }
}

function read() {
  try { return localStorage.getItem(KEY); } catch { return null; }
}
