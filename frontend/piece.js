// <keep-piece> wraps the form that keeps a piece of work. A piece is kept on this phone first, then sent:
// no network, a closed page or a dead server lose nothing. <kept-page> asks the service worker to keep
// that form for when there is no network. Without this script the form is a plain form.
import { all, forget, keep } from "./js/pieces/queue.js";
import { channel, send, sendLater } from "./js/pieces/send.js";
import { shrunk } from "./js/pieces/shrink.js";
import { newId } from "./js/presence/queue.js";

const MEGABYTE = 1024 * 1024;
const AGAIN = 15_000;
const inWords = (sentence, facts) => sentence.replace(/\{(\w+)\}/g, (_all, name) => facts[name]);

class KeepPiece extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.file = this.form?.querySelector("input[type=file]");
    this.form?.addEventListener("submit", (event) => this.submit(event));
    this.file?.addEventListener("change", () => this.weigh());
    this.addEventListener("click", (event) => this.click(event));
    this.online = () => this.flush();
    addEventListener("online", this.online);
    this.line = channel();
    this.line.onmessage = () => this.draw();
    this.draw().then(() => this.flush());
    keepPage(this.dataset);
  }

  disconnectedCallback() {
    removeEventListener("online", this.online);
    clearTimeout(this.timer);
    this.line.close();
  }

  say(name, facts = {}) {
    this.querySelector("[data-status]").textContent = name ? inWords(this.dataset[name], facts) : "";
  }

  // Whether the school takes a file of this size; said before a byte is sent.
  fits(file) {
    const fits = file.size <= Number(this.dataset.limit);
    if (fits) this.say("");
    else this.say("saidLarge", { size: Math.ceil(file.size / MEGABYTE), limit: Math.floor(this.dataset.limit / MEGABYTE) });
    return fits;
  }

  weigh() {
    const [file] = this.file.files;
    if (file && !file.type.startsWith("image/") && !this.fits(file)) this.file.value = "";
  }

  async submit(event) {
    if (this.isPlain) return;
    event.preventDefault();
    const sent = new FormData(this.form);
    const [chosen] = this.file?.files ?? [];
    const file = chosen ? await shrunk(chosen) : null;
    if (file && !this.fits(file)) return this.rest();
    const { announce, who, person } = this.dataset;
    const fields = [...sent].filter(([name, value]) => typeof value === "string" && value && !["csrfmiddlewaretoken", "upload", "sent_key"].includes(name));
    if (!file && !fields.some(([name]) => ["words", "link", "reflection"].includes(name))) return this.plainly();
    const title = String(sent.get("words") || chosen?.name || sent.get("link") || "").slice(0, 80);
    const piece = { key: newId(), person, announce, who, to: this.form.action, title, fields, file, name: chosen?.name ?? "", at: Date.now(), state: "waiting" };
    try { await keep(piece); } catch { return this.plainly(); } // a browser that keeps nothing sends a plain form
    const told = await this.flush();
    const there = told.done?.find((one) => one.key === piece.key);
    if (there) return location.assign(there.url);
    const mine = (await all()).find((one) => one.key === piece.key);
    this.rest();
    if (mine?.state === "refused") return this.refuse(mine);
    this.form.reset();
  }

  // What the server does not take stays in the form, with why.
  async refuse(piece) {
    await forget(piece);
    await this.draw();
    this.querySelector("[data-status]").textContent = piece.why;
  }

  plainly() {
    this.isPlain = true;
    this.form.requestSubmit();
  }

  rest() {
    this.form.dispatchEvent(new Event("form:free", { bubbles: true }));
  }

  async flush() {
    clearTimeout(this.timer);
    const told = await send((piece, done, size) => {
      this.say("saidSending", { done: Math.floor(done / MEGABYTE), size: Math.ceil(size / MEGABYTE) });
    }).catch(() => ({ failed: true }));
    if (told.signedOut) this.say("saidSignedOut");
    else if (told.failed) {
      this.say("saidKept");
      await sendLater();
      this.timer = setTimeout(() => this.flush(), AGAIN);
    } else if (told.sent) this.say("");
    await this.draw();
    return told;
  }

  async draw() {
    const list = this.querySelector("[data-waiting]");
    const row = this.querySelector("template[data-row]");
    const pieces = (await all().catch(() => [])).filter((piece) => piece.person === this.dataset.person);
    list.replaceChildren(...pieces.map((piece) => {
      const one = row.content.firstElementChild.cloneNode(true);
      one.querySelector("[data-title]").textContent = piece.title;
      one.querySelector("[data-state]").textContent = piece.state === "refused" ? piece.why : this.dataset.saidWaits;
      one.querySelector("[data-forget]").dataset.forget = piece.key;
      return one;
    }));
    list.hidden = pieces.length === 0;
  }

  async click(event) {
    const key = event.target.closest("[data-forget]")?.dataset.forget;
    const piece = key && (await all()).find((one) => one.key === key);
    if (!piece) return;
    await forget(piece);
    this.draw();
  }
}

async function keepPage({ page, person }) {
  const workers = navigator.serviceWorker;
  if (!page || !workers) return;
  await workers.register("/sw.js", { scope: "/" }).catch(() => null);
  const { active } = await workers.ready;
  active.postMessage({ keepPage: page, person });
}

class KeptPage extends HTMLElement {
  connectedCallback() { keepPage(this.dataset); }
}

customElements.define("keep-piece", KeepPiece);
customElements.define("kept-page", KeptPage);
