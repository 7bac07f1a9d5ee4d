// Whoever signs out, or leaves the device to students as a kiosk, leaves no card behind. Nor does the
// day: every page looks once.
import { drop, kept } from "./kept.js";

document.addEventListener("submit", (event) => {
  if (/^\/sign-out\/$|\/kiosk\/open\/$/.test(new URL(event.target.action).pathname)) drop();
});
if ("caches" in self) kept("/").catch(() => {});
