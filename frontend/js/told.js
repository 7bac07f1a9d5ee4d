// A script that sent a form by itself got the page with what was done; the next page says it.
const KEY = "kindling-told";

export function later(html) {
  const said = new DOMParser().parseFromString(html, "text/html").querySelector(".banner[role=status]");
  try { if (said) sessionStorage.setItem(KEY, said.textContent.trim()); } catch { /* forbidden */ }
}

export function tell() {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    if (text) document.dispatchEvent(new CustomEvent("toast", { detail: { text } }));
  } catch { /* forbidden */ }
}
