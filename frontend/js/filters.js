// Search while typing: a pause of 300 ms asks again. Everything else is hx-trigger="change".
let pause;
document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-filters] [data-typing]")) return;
  clearTimeout(pause);
  pause = setTimeout(() => event.target.form.requestSubmit(), 300);
});
