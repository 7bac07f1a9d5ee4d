// <live-field>: a text that several people may write at once. Every key is kept in this browser first,
// then sent after a pause; it leaves the browser's storage only when the server has it. When somebody
// was faster the server answers with both texts, and the person chooses. Without this script each
// field is a plain form with a button.
import { forget, keep, kept, tidy } from "./js/editing/kept.js";

const PAUSE = 1_200;
const PATIENCE = 20_000;
const FIRST_WAIT = 5_000, LONGEST_WAIT = 60_000;
const SAYS_NO = [403, 404, 409, 413, 422];

class LiveField extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.box = this.form.elements.text;
    this.base = this.form.elements.base;
    this.key = `${this.dataset.person} ${new URL(this.form.action).pathname} ${this.form.elements.field.value}`;
    this.wait = FIRST_WAIT;
    this.querySelector("[data-save]").hidden = true;
    this.box.addEventListener("input", () => this.changed());
    this.addEventListener("submit", (event) => this.submit(event));
    this.back = () => this.isKept && this.save();
    this.away = () => document.visibilityState === "hidden" && this.isKept && this.save({ keepalive: true });
    addEventListener("online", this.back);
    document.addEventListener("visibilitychange", this.away);
    tidy();
    this.takeUp();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    removeEventListener("online", this.back);
    document.removeEventListener("visibilitychange", this.away);
  }

  get isKept() { return kept(this.key) !== null; }
  get answer() { return this.querySelector("[data-answer]"); }

  // Words of an earlier visit that never reached the server.
  takeUp() {
    const words = kept(this.key);
    if (!words) return void (this.box.value !== this.box.defaultValue && this.changed()); // typed before this script came
    if (words.text === this.box.value) return forget(this.key);
    this.box.value = words.text;
    this.base.value = words.base;
    this.save();
  }

  changed() {
    keep(this.key, { text: this.box.value, base: this.base.value });
    this.later(PAUSE);
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  // The plain form's button, and the three forms of a clash: the text they hold is the text now.
  submit(event) {
    event.preventDefault();
    const sent = new FormData(event.target);
    this.box.value = sent.get("text");
    this.base.value = sent.get("base");
    keep(this.key, { text: this.box.value, base: this.base.value });
    this.clear();
    this.box.focus();
    this.save();
  }

  clear() {
    this.answer.replaceChildren();
    this.form.hidden = false;
  }

  async save({ keepalive = false } = {}) {
    clearTimeout(this.timer);
    if (this.isBusy || this.answer.querySelector("[data-clash]")) return;
    this.isBusy = true;
    const text = this.box.value;
    try {
      await this.hear(await this.post(text, keepalive), text);
    } catch {
      this.say(this.dataset.kept); // no network, or a server that is ill: tried again
      this.later(this.wait);
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    } finally {
      this.isBusy = false;
    }
  }

  post(text, keepalive) {
    const body = new URLSearchParams(new FormData(this.form));
    body.set("text", text);
    const headers = { "HX-Request": "true", "HX-Request-Type": "partial" };
    const signal = AbortSignal.timeout(PATIENCE);
    return fetch(this.form.action, { method: "POST", body, headers, keepalive, signal, credentials: "same-origin", redirect: "manual" });
  }

  async hear(answer, text) {
    if (answer.type === "opaqueredirect" || answer.status === 401) return this.say(this.dataset.signedOut);
    if (!answer.ok && !SAYS_NO.includes(answer.status)) throw new Error("later");
    const part = document.createRange().createContextualFragment(await answer.text());
    if (!answer.ok) return this.ask(part);
    this.wait = FIRST_WAIT;
    const said = part.querySelector("[data-stamp]");
    this.base.value = said.dataset.stamp;
    this.answer.replaceChildren();
    this.say(said.textContent);
    if (this.box.value === text) return forget(this.key);
    this.changed(); // typed on while it was sent
  }

  // Both texts to choose from, or why not. The words stay in this browser.
  ask(part) {
    this.say("");
    this.answer.replaceChildren(part);
    const clash = this.answer.querySelector("[data-clash]");
    this.form.hidden = Boolean(clash);
    clash?.focus();
  }

  say(words) { this.querySelector("[data-said]").textContent = words; }
}

customElements.define("live-field", LiveField);
