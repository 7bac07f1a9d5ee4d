// Whoever signs out, or leaves the device to students as a kiosk, leaves no kept page behind. Nor does
// the day: every page looks once.
import { cards } from "../cards/kept.js";
import { visits } from "../visits/kept.js";

const shelves = [cards, visits];

document.addEventListener("submit", (event) => {
  if (/^\/sign-out\/$|\/kiosk\/open\/$/.test(new URL(event.target.action).pathname)) leave();
});
if ("caches" in self) for (const shelf of shelves) shelf.kept("/").catch(() => {});

// What was noted and not sent yet stays: it is sent when its writer signs in again.
function leave() {
  for (const shelf of shelves) shelf.drop();
}
