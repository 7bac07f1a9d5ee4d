// The inbox by keyboard: j and k walk from link to link, which can be switched off; and whoever comes
// back from an item stands where they were, or at what has taken its place.
const PLACE = "inbox-place";
const KEYS = "inbox-keys";

const links = () => [...document.querySelectorAll("[data-inbox] a[data-wait]")];
const isOn = () => localStorage.getItem(KEYS) !== "off";

function goBack() {
  const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
  if (!kept || kept.path !== location.pathname) return;
  sessionStorage.removeItem(PLACE);
  const all = links();
  const same = all.find((link) => link.dataset.wait === kept.key);
  const link = same ?? all[Math.min(kept.index, all.length - 1)];
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: "center" });
}

function showKeys() {
  for (const hint of document.querySelectorAll("[data-inbox-keys]")) {
    hint.hidden = false;
    const button = hint.querySelector("button");
    button.setAttribute("aria-pressed", String(isOn()));
    button.textContent = isOn() ? button.dataset.on : button.dataset.off;
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-wait]");
  if (link) {
    const place = { path: location.pathname, key: link.dataset.wait, index: links().indexOf(link) };
    sessionStorage.setItem(PLACE, JSON.stringify(place));
  }
  if (event.target.closest?.("[data-inbox-keys] button")) {
    localStorage.setItem(KEYS, isOn() ? "off" : "on");
    showKeys();
  }
});

document.addEventListener("keydown", (event) => {
  const step = { j: 1, k: -1 }[event.key];
  if (!step || !isOn() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, textarea, select, dialog, [contenteditable]")) return;
  const all = links();
  const row = document.activeElement?.closest("[data-inbox] li");
  const now = all.findIndex((link) => row?.contains(link));
  const next = now < 0 ? (step > 0 ? 0 : all.length - 1) : now + step;
  all[Math.max(0, Math.min(next, all.length - 1))]?.focus();
});

document.addEventListener("htmx:after:swap", showKeys);
addEventListener("pageshow", () => {
  showKeys();
  goBack();
});
