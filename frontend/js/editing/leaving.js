// Whoever signs out, or leaves the device to students as a kiosk, leaves no words behind; words that
// the server does not have are asked about first. On the window, so that it comes before forms.js.
import { dropAll } from "./carried.js";
import { any, drop } from "./kept.js";

addEventListener("submit", (event) => {
  const form = event.target;
  if (!/^\/sign-out\/$|\/kiosk\/open\/$/.test(new URL(form.action).pathname)) return;
  if (any() && form.dataset.unsaved && !window.confirm(form.dataset.unsaved)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  drop();
  dropAll();
}, true);
