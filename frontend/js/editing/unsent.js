// A page says where words wait to be sent: data-unsent holds their writer and the address of their form.
// data-unsent-of holds the writer alone: its link leads to the page of whatever waits longest.
import { kept, waitingOf } from "./kept.js";

for (const note of document.querySelectorAll("[data-unsent]")) note.hidden = !kept(note.dataset.unsent)?.isSent;
for (const note of document.querySelectorAll("[data-unsent-of]")) {
  const [first] = waitingOf(note.dataset.unsentOf).sort((one, other) => one.at - other.at);
  note.hidden = !first;
  if (first) note.querySelector("a").href = first.page;
}
