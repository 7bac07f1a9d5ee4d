// <keep-words>: a form whose words are kept in this browser with every key, until the server has them.
// Sent once: the form's own tap goes with the words, so a second try after a dead network changes
// nothing. Without this script it is a plain form.
import { forget, keep, kept, tidy } from "./js/editing/kept.js";
import { later } from "./js/told.js";

const PATIENCE = 20_000;
const FIRST_WAIT = 5_000, LONGEST_WAIT = 60_000;
const LEFT_OUT = ["csrfmiddlewaretoken"];

class KeepWords extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.key = `${this.dataset.person} ${new URL(this.form.action).pathname}`;
    this.wait = FIRST_WAIT;
    this.note = document.createElement("p");
    this.note.className = "hint";
    this.note.setAttribute("role", "status");
    this.form.append(this.note);
    this.form.addEventListener("input", () => this.keep(false));
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.back = () => kept(this.key)?.isSent && this.send();
    addEventListener("online", this.back);
    tidy();
    this.takeUp();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    removeEventListener("online", this.back);
  }

  get words() {
    return [...new FormData(this.form)].filter(([name, value]) => !LEFT_OUT.includes(name) && typeof value === "string");
  }

  keep(isSent) {
    const isWritten = [...this.form.elements].some((box) => /^(TEXTAREA|INPUT)$/.test(box.tagName) && !/hidden|radio|checkbox/.test(box.type) && box.value !== box.defaultValue);
    if (isWritten || isSent) keep(this.key, { words: this.words, isSent });
    else forget(this.key);
  }

  // Words of an earlier visit; those that were on their way are sent now.
  takeUp() {
    const earlier = kept(this.key);
    if (!earlier) this.keep(false); // typed before this script came
    if (!earlier || this.form.querySelector("[aria-invalid]")) return;
    for (const [name, value] of earlier.words) {
      const box = this.form.elements[name];
      if (box) box.value = value;
    }
    this.note.textContent = this.dataset.back;
    if (earlier.isSent) this.send();
  }

  submit(event) {
    event.preventDefault();
    this.keep(true);
    this.send();
  }

  async send() {
    clearTimeout(this.timer);
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await this.hear(await this.post());
    } catch {
      this.note.textContent = this.dataset.kept; // no network, or a server that is ill: tried again
      this.timer = setTimeout(() => this.send(), this.wait);
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
      this.free();
    } finally {
      this.isBusy = false;
    }
  }

  post() {
    const body = new URLSearchParams(this.words);
    body.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    const signal = AbortSignal.timeout(PATIENCE);
    return fetch(this.form.action, { method: "POST", body, signal, credentials: "same-origin" });
  }

  // A page that says no is shown as if the form had been sent by the browser; the words stay in it.
  async hear(answer) {
    if (answer.status >= 500) throw new Error("later");
    if (/\/sign-in\//.test(new URL(answer.url).pathname)) return this.tell(this.dataset.signedOut);
    if (answer.ok) {
      forget(this.key);
      later(await answer.text());
      return location.assign(answer.url);
    }
    this.keep(false);
    this.form.submit();
  }

  tell(words) {
    this.keep(false);
    this.note.textContent = words;
    this.free();
  }

  // forms.js lets a form go once; this one goes again.
  free() { this.form.dispatchEvent(new CustomEvent("htmx:finally:request", { bubbles: true })); }
}

customElements.define("keep-words", KeepWords);
