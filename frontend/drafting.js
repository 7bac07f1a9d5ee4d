// <keep-words>: a form whose words are kept in this browser with every key, until the server has them;
// a recording or a file that goes along is kept, too.
// Sent once: the form's own tap goes with the words, so a second try after a dead network changes
// nothing. Without this script it is a plain form.
import { carried, carry, tidy as tidyFiles } from "./js/editing/carried.js";
import { forget, keep, kept, tidy } from "./js/editing/kept.js";
import { later } from "./js/told.js";

const PATIENCE = 20_000, WITH_FILES = 120_000;
const FIRST_WAIT = 5_000, LONGEST_WAIT = 60_000;
const LEFT_OUT = ["csrfmiddlewaretoken"];
const BAD_FILE = [413, 422];

class KeepWords extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.key = `${this.dataset.person} ${this.dataset.place || new URL(this.form.action).pathname}`;
    this.wait = FIRST_WAIT;
    this.note = document.createElement("p");
    this.note.className = "hint";
    this.note.setAttribute("role", "status");
    this.form.append(this.note);
    this.form.addEventListener("input", (event) => this.changed(event.target));
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.back = () => this.isWaiting && this.send();
    addEventListener("online", this.back);
    tidy();
    if (this.boxes.length) tidyFiles();
    this.takeUp();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    removeEventListener("online", this.back);
  }

  get boxes() { return [...this.form.elements].filter((box) => box.type === "file"); }

  get words() {
    return [...new FormData(this.form)].filter(([name, value]) => !LEFT_OUT.includes(name) && typeof value === "string");
  }

  get files() { return this.boxes.flatMap((box) => [...box.files].map((file) => [box.name, file])); }

  // Whoever writes on has not sent it: what waited goes when they send it again.
  changed(box) {
    clearTimeout(this.timer);
    if (this.isWaiting) this.note.textContent = this.dataset.back;
    this.isWaiting = false;
    this.keep(false);
    if (box.type === "file") carry(this.key, this.files);
  }

  keep(isSent) {
    const page = location.pathname.startsWith("/p/") ? "" : location.pathname; // a link is a secret
    const isWritten = [...this.form.elements].some((box) => /^(TEXTAREA|INPUT)$/.test(box.tagName) && !/hidden|radio|checkbox/.test(box.type) && box.value !== box.defaultValue);
    if (isWritten || isSent) keep(this.key, { words: this.words, isSent, page });
    else forget(this.key);
  }

  // Words of an earlier visit; those that were on their way are sent now.
  async takeUp() {
    const earlier = kept(this.key);
    if (!earlier) this.keep(false); // typed before this script came
    if (!earlier) return;
    const isMended = this.form.querySelector("[aria-invalid]"); // the page has the words, and says what is wrong
    if (!isMended) for (const box of this.form.elements) fill(box, earlier.words);
    await this.takeFiles();
    if (isMended) return;
    this.note.textContent = this.dataset.back;
    this.closest("details")?.setAttribute("open", ""); // they wait where they can be seen
    if (earlier.isSent) this.go();
  }

  async takeFiles() {
    const files = this.boxes.length ? await carried(this.key) : [];
    for (const box of this.boxes) {
      const own = files.filter(([name]) => name === box.name);
      if (own.length === 0 || box.files.length) continue;
      const carrier = new DataTransfer();
      for (const [, file] of own) carrier.items.add(file);
      box.files = carrier.files;
    }
  }

  submit(event) {
    event.preventDefault();
    this.keep(true);
    this.go();
  }

  go() {
    this.isWaiting = true;
    this.send();
  }

  async send() {
    clearTimeout(this.timer);
    if (this.isBusy) return;
    this.isBusy = true;
    const said = JSON.stringify(this.words);
    try {
      await this.hear(await this.post(), said);
    } catch {
      // No network, or a server that is ill: tried again, unless they write on.
      this.note.textContent = this.isWaiting ? this.dataset.kept : this.dataset.back;
      if (this.isWaiting) this.timer = setTimeout(() => this.send(), this.wait);
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
      this.free();
    } finally {
      this.isBusy = false;
    }
  }

  post() {
    const has = this.files.length > 0;
    const body = has ? new FormData(this.form) : new URLSearchParams(this.words);
    body.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    const signal = AbortSignal.timeout(has ? WITH_FILES : PATIENCE);
    return fetch(this.form.action, { method: "POST", body, signal, credentials: "same-origin" });
  }

  // A page that says no is shown as if the form had been sent by the browser; the words stay in it.
  async hear(answer, said) {
    if (answer.status >= 500) throw new Error("later");
    this.isWaiting = false;
    if (/\/sign-in\//.test(new URL(answer.url).pathname)) return this.tell(this.dataset.signedOut);
    if (answer.ok) {
      later(await answer.text());
      if (JSON.stringify(this.words) === said) await this.empty(); // else they wrote on meanwhile
      return location.assign(answer.url);
    }
    this.keep(false);
    if (BAD_FILE.includes(answer.status)) await carry(this.key, []); // not carried into the next try
    this.form.submit();
  }

  // Whoever goes back to this page finds an empty form, not one that is sent a second time.
  async empty() {
    forget(this.key);
    if (this.boxes.length) await carry(this.key, []);
    this.form.reset();
  }

  tell(words) {
    this.keep(false);
    this.note.textContent = words;
    this.free();
  }

  // forms.js lets a form go once; this one goes again.
  free() { this.form.dispatchEvent(new Event("form:free", { bubbles: true })); }
}

function fill(box, words) {
  const said = words.filter(([name]) => name === box.name).map(([, value]) => value);
  if (/radio|checkbox/.test(box.type)) box.checked = said.includes(box.value);
  else if (box.type !== "file" && said.length) box.value = said[0];
}

customElements.define("keep-words", KeepWords);
