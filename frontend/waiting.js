// On the sign-in page: taps that wait on this phone are told of, without saying whose they are.
import { waiting } from "./js/presence/queue.js";

const note = document.querySelector("[data-waiting]");
waiting().then((taps) => note?.toggleAttribute("hidden", taps.length === 0)).catch(() => {});
