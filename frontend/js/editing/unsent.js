// A page says where words wait to be sent: data-unsent holds their writer and the address of their form.
import { kept } from "./kept.js";

for (const note of document.querySelectorAll("[data-unsent]")) note.hidden = !kept(note.dataset.unsent)?.isSent;
