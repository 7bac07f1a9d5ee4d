// <visit-note> wraps the form in which a visit is noted. A note is kept on the phone first, with its own
// id, then sent: no network, a dead server or a closed page lose nothing. Without this script the same
// form works as a plain form.
import { newId } from "./js/presence/queue.js";
import { visits } from "./js/visits/kept.js";
import { all, forget, keep, waiting } from "./js/visits/queue.js";
import { channel, send, sendLater } from "./js/visits/send.js";

const QUICK = 8_000; // so long we wait for the server before we say "saved on this phone"
const WEEK = 7 * 86_400_000;
const MANY = ["present"]; // fields with several answers

class VisitNote extends HTMLElement {
  hasSent = false;

  connectedCallback() {
    this.form = this.querySelector("form");
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.addEventListener("click", (event) => this.click(event));
    this.form.elements.place.addEventListener("change", () => this.reach());
    this.online = () => this.flush();
    addEventListener("online", this.online);
    addEventListener("offline", this.online);
    this.line = channel();
    this.line.onmessage = ({ data }) => this.tell(data);
    this.form.elements.tap.value = newId();
    this.reach();
    this.shelf();
    this.flush();
  }

  disconnectedCallback() {
    removeEventListener("online", this.online);
    removeEventListener("offline", this.online);
    this.line.close();
  }

  part(name) { return this.querySelector(`[data-${name}]`); }
  show(name, isShown = true) { this.part(name)?.toggleAttribute("hidden", !isShown); }

  // Address and phone of the place that is chosen.
  reach() {
    const chosen = this.form.elements.place.value;
    this.show("reaches");
    for (const one of this.querySelectorAll("[data-reach]")) one.hidden = one.dataset.reach !== chosen;
  }

  // ── a note ──

  async submit(event) {
    event.preventDefault();
    this.hasSent = false;
    const sent = new FormData(this.form);
    const note = Object.fromEntries([...sent].filter(([name]) => name !== "csrfmiddlewaretoken"));
    for (const name of MANY) note[name] = sent.getAll(name);
    const one = { tap: note.tap, to: this.dataset.sent, person: this.dataset.person, note, state: "waiting", at: Date.now() };
    try {
      await keep(one);
    } catch {
      return this.form.submit(); // a browser that keeps nothing sends a plain form
    }
    const told = await Promise.race([send(), new Promise((done) => setTimeout(done, QUICK))]);
    await this.later();
    this.form.dispatchEvent(new Event("form:free", { bubbles: true }));
    const mine = (await all()).find((kept) => kept.tap === one.tap);
    if (mine?.state !== "refused") this.empty();
    await this.tell({ ...told, sent: !mine }, mine);
    this.scrollIntoView();
  }

  empty() {
    const place = this.form.elements.place.value;
    this.form.reset();
    this.form.elements.place.value = place;
    this.form.elements.tap.value = newId();
  }

  async flush() {
    const waits = await waiting().catch(() => []);
    const told = waits.length && navigator.onLine ? await send() : {};
    if (told.failed) await this.later();
    await this.tell(told);
  }

  async tell(told, mine) {
    this.hasSent ||= Boolean(told.sent); // said until the next note
    const kept = (await all().catch(() => [])).filter((one) => one.person === this.dataset.person);
    const waits = kept.filter((one) => one.state === "waiting");
    const refused = kept.find((one) => one.state === "refused");
    this.show("offline", !navigator.onLine);
    this.show("saved", mine?.state === "waiting");
    this.show("sent-note", this.hasSent);
    this.show("signed-out", Boolean(told.signedOut));
    this.show("refused", Boolean(refused));
    if (refused) this.part("why").textContent = refused.why;
    this.show("waiting", waits.length > 0);
    if (waits.length) this.part("count").textContent = String(waits.length);
  }

  later() { return sendLater(this.dataset.page); }

  // ── what the advisor decides ──

  async click(event) {
    if (event.target.closest("[data-forget]")) await this.again();
    if (event.target.closest("[data-keep]")) await this.keep().catch(() => this.show("failed"));
    if (event.target.closest("[data-drop]")) await visits.drop().then(() => this.say(false));
  }

  // A note that was refused comes back into the form, to be put right.
  async again() {
    const one = (await all()).find((note) => note.state === "refused" && note.person === this.dataset.person);
    if (!one) return;
    for (const [name, value] of Object.entries(one.note)) {
      if (MANY.includes(name)) this.form.querySelectorAll(`[name=${name}]`).forEach((box) => (box.checked = value.includes(box.value)));
      else if (this.form.elements[name]) this.form.elements[name].value = value;
    }
    await forget(one.tap);
    this.reach();
    await this.tell({});
  }

  async shelf() {
    if (!("serviceWorker" in navigator) || !("caches" in self)) return;
    this.show("keeping");
    this.say(Boolean(await visits.kept(this.dataset.page).catch(() => null)));
  }

  async keep() {
    const { page, person, worker } = this.dataset;
    await navigator.serviceWorker.register(worker, { scope: page });
    await visits.keep({ pages: [page], until: Date.now() + WEEK, person });
    this.say(true);
  }

  say(isKept) {
    this.show("failed", false);
    this.show("kept", isKept);
    this.show("drop", isKept);
    this.show("keep", !isKept);
  }
}

customElements.define("visit-note", VisitNote);
