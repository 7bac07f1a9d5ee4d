// Puts the service worker in place, and gives it the page for no network with all it draws upon.
export async function prepare(element) {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  await workers.register("/sw.js", { scope: "/" }).catch(() => null);
  if (!element.dataset.pocket || "kept" in element.dataset) return;
  const { active } = await workers.ready;
  active.postMessage({
    keep: element.dataset.pocket,
    as: element.dataset.today,
    person: element.dataset.person,
    version: [...document.querySelectorAll("script[src*=checkin], link[rel=stylesheet]")].map((one) => one.src || one.href).join(" "),
    files: performance.getEntriesByType("resource").map((one) => one.name).filter((name) => name.includes("/static/")),
  });
}

export async function hasPocket() {
  if (!navigator.serviceWorker?.controller || !window.caches) return false;
  return (await (await caches.open("pocket-v1")).keys()).length > 0;
}
