// <score-sheet>: one person's form of a panel. Every tap and key is kept in this browser first, then
// sent after a pause; what is handed in goes out as soon as there is a network, once. A second device
// of the same person is answered with both, and no word is lost. Without this script it is a plain form.
// <panel-timer>: the minutes that are left.
import { forget, keep, kept, tidy } from "./js/editing/kept.js";

const PAUSE = 1_200;
const PATIENCE = 20_000;
const FIRST_WAIT = 4_000, LONGEST_WAIT = 60_000;
const SAYS_NO = [403, 404, 409, 422];
const LEFT_OUT = ["csrfmiddlewaretoken", "do"];

class ScoreSheet extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.key = `${this.dataset.person} ${new URL(this.form.action).pathname}`;
    this.wait = FIRST_WAIT;
    this.edits = 0;
    this.querySelector("[data-save]").hidden = true;
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.back = () => kept(this.key) && this.send();
    this.away = () => document.visibilityState === "hidden" && kept(this.key) && this.send({ keepalive: true });
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

  get values() {
    return Object.fromEntries([...new FormData(this.form)].filter(([name]) => !LEFT_OUT.includes(name)));
  }

  // What an earlier visit kept and the server never got, with what that visit had begun from.
  takeUp() {
    const earlier = kept(this.key);
    if (!earlier) return;
    this.put(earlier.values);
    this.send();
  }

  put(values) {
    for (const [name, value] of Object.entries(values)) {
      const box = this.form.elements[name];
      if (box) box.value = value;
    }
  }

  changed() {
    this.edits += 1;
    keep(this.key, { values: this.values, isSent: false });
    this.later(PAUSE);
  }

  submit(event) {
    event.preventDefault();
    keep(this.key, { values: this.values, isSent: event.submitter?.value === "send" });
    this.send();
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), pause);
  }

  async send({ keepalive = false } = {}) {
    clearTimeout(this.timer);
    if (this.isBusy) return void (this.isAgain = true);
    const words = kept(this.key);
    if (!words) return;
    this.isBusy = true;
    const edits = this.edits;
    try {
      await this.hear(await this.post(words, keepalive), edits);
    } catch {
      this.say(words.isSent ? this.dataset.late : this.dataset.kept); // no network, or a server that is ill
      this.later(this.wait);
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    } finally {
      this.isBusy = false;
      this.free();
      if (this.isAgain) {
        this.isAgain = false;
        this.send();
      }
    }
  }

  post({ values, isSent }, keepalive) {
    const body = new URLSearchParams(values);
    body.set("do", isSent ? "send" : "save");
    body.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    const signal = AbortSignal.timeout(PATIENCE);
    const headers = { Accept: "application/json" };
    return fetch(this.form.action, { method: "POST", body, headers, keepalive, signal, credentials: "same-origin", redirect: "manual" });
  }

  async hear(answer, edits) {
    if (answer.type === "opaqueredirect" || answer.status === 401) return this.say(this.dataset.signedOut);
    if (!answer.ok && !SAYS_NO.includes(answer.status)) throw new Error("later");
    const told = await answer.json().catch(() => ({}));
    this.wait = FIRST_WAIT;
    if (answer.ok && told.to) {
      forget(this.key);
      return location.assign(told.to);
    }
    if (told.values) this.takeOver(told, edits);
    else if (!answer.ok) this.keepOpen(); // refused: the words stay in this browser
    this.say(answer.ok ? told.said : told.detail ?? "");
  }

  // What the server keeps now. What was typed while it was sent stays, and goes out next.
  takeOver(told, edits) {
    if (edits === this.edits) {
      this.put(told.values);
      this.bases(told);
      return forget(this.key);
    }
    this.bases(told);
    this.changed();
  }

  bases(told) {
    for (const [name, base] of Object.entries(told.bases)) this.form.elements[`base-${name}`].value = base;
  }

  keepOpen() {
    keep(this.key, { values: this.values, isSent: false });
  }

  say(words) { this.querySelector("[data-said]").textContent = words; }

  // forms.js lets a form go once; this one goes again.
  free() { this.form.dispatchEvent(new CustomEvent("form:free", { bubbles: true })); }
}

class PanelTimer extends HTMLElement {
  connectedCallback() {
    this.ends = Date.parse(this.dataset.ends);
    this.shown = this.querySelector("strong");
    this.tick = setInterval(() => this.draw(), 1_000);
  }

  disconnectedCallback() { clearInterval(this.tick); }

  draw() {
    const left = Math.ceil((this.ends - Date.now()) / 1_000);
    this.toggleAttribute("data-is-over", left <= 0);
    if (left <= 0) return void (this.shown.textContent = this.dataset.over);
    if (left > 5_999) return; // the clock of this device is somewhere else
    this.shown.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  }
}

customElements.define("score-sheet", ScoreSheet);
customElements.define("panel-timer", PanelTimer);
