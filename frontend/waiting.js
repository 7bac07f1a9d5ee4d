// On the sign-in page: what waits on this phone is told of, without saying whose it is.
import { waiting } from "./js/presence/queue.js";
import { all } from "./js/visits/queue.js";

const tell = (name, rows) => document.querySelector(`[data-${name}]`)?.toggleAttribute("hidden", rows.length === 0);
waiting().then((taps) => tell("waiting", taps)).catch(() => {});
all().then((notes) => tell("notes", notes)).catch(() => {});
