// A form is sent once: a second tap while the first is on its way does nothing.
const busy = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) return void stop(event);
  if (form.method !== "post") return;
  if (busy.has(form)) return void stop(event);
  busy.add(form);
  event.submitter?.setAttribute("aria-busy", "true");
}, true);

function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function free(form) {
  busy.delete(form);
  form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
}

// "form:free": a form whose words a script has kept; it may be filled in again.
for (const name of ["htmx:finally:request", "form:free"]) {
  document.addEventListener(name, (event) => {
    const form = event.target.closest?.("form");
    if (form) free(form);
  });
}
// Back to a page the browser kept whole: its forms may be sent again.
addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form").forEach(free);
});

// What is wrong comes first: whoever listens or uses the keyboard lands on it, once.
const seen = new WeakSet();
function face() {
  const problems = [...document.querySelectorAll("[data-problems]")].find((box) => !seen.has(box));
  if (!problems) return;
  seen.add(problems);
  problems.focus();
}
document.addEventListener("htmx:after:swap", face);
face();
