// Whoever signs out leaves no card behind. Nor does the day: every page looks once.
import { drop, kept } from "./kept.js";

document.addEventListener("submit", (event) => {
  if (new URL(event.target.action).pathname === "/sign-out/") drop();
});
if ("caches" in self) kept("/").catch(() => {});
