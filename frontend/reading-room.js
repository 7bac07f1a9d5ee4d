// <reading-room>: single keys to go through entries. They can be switched off (WCAG 2.1.4), never work
// while somebody types, and do nothing that a link or a button of the page does not do.
const OFF = "kindling-keys-off";

class ReadingRoom extends HTMLElement {
  connectedCallback() {
    const panel = this.querySelector("[data-keys]");
    const box = panel.querySelector("[data-keys-on]");
    panel.hidden = false;
    box.checked = !isOff();
    box.addEventListener("change", () => turn(box.checked));
    this.press = (event) => this.pressed(event);
    document.addEventListener("keydown", this.press);
  }

  disconnectedCallback() { document.removeEventListener("keydown", this.press); }

  pressed(event) {
    const { target } = event;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && target.matches("[data-answer-box]")) {
      event.preventDefault();
      return target.form.requestSubmit();
    }
    if (isOff() || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (target.closest("input, textarea, select, dialog, [contenteditable]")) return;
    const act = { j: "[data-after]", k: "[data-before]" }[event.key.toLowerCase()];
    if (act) this.querySelector(act)?.click();
    else if (event.key.toLowerCase() === "r") this.answer(event);
    else if (event.key.toLowerCase() === "m") this.querySelector("[data-mark]")?.requestSubmit();
  }

  answer(event) {
    event.preventDefault();
    this.querySelector("[data-answer-box]").focus();
  }
}

function isOff() {
  try { return localStorage.getItem(OFF) !== null; } catch { return false; }
}

function turn(on) {
  try { on ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1"); } catch { /* stays as it is */ }
}

customElements.define("reading-room", ReadingRoom);
