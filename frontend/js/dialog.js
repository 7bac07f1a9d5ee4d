// <a href="/students/3/" data-sheet> opens that page's <main> over this one, in the shared dialog of
// ui/_overlays.html. Without JavaScript, with a modifier key or when the answer is not a page, it is
// an ordinary link. <button data-opens="ID"> opens a dialog of the page's own. The browser gives
// focus back to the link when the dialog closes.
const shared = () => document.getElementById("sheet");

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-sheet]");
  if (link && shared() && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    open(link);
    return;
  }
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  if (event.target.closest("[data-close]")) event.target.closest("dialog")?.close();
  if (event.target.closest("[data-fold]")) event.target.closest("details").open = false;
  if (event.target.matches?.("dialog.sheet")) event.target.close(); // the ground around it
});

async function open(link) {
  const main = await fetch(link.href, { headers: { "X-Sheet": "1" } })
    .then((answer) => (answer.ok ? answer.text() : ""))
    .then((text) => new DOMParser().parseFromString(text, "text/html").querySelector("main"))
    .catch(() => null);
  if (!main) return void (location.href = link.href);
  const sheet = shared();
  main.querySelectorAll(".banner--demo").forEach((banner) => banner.remove());
  const body = sheet.querySelector("[data-sheet-body]");
  body.replaceChildren(...main.childNodes);
  sheet.querySelector("[data-sheet-full]").href = link.href;
  const title = body.querySelector("h1, h2")?.textContent.trim();
  if (title) sheet.setAttribute("aria-label", title);
  window.htmx?.process(body);
  if (!sheet.open) sheet.showModal();
  sheet.scrollTop = 0;
}
