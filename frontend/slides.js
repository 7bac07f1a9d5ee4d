// <show-slides>: the sections of a page, one at a time, with the keys and on the whole screen. All files
// are asked for when the page opens, so it goes on without a network. Without this script the sections
// stand below each other.
const ON = ["ArrowRight", "ArrowDown", "PageDown", " "];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp"];

class ShowSlides extends HTMLElement {
  connectedCallback() {
    this.slides = [...this.querySelectorAll("[data-slide]")];
    this.querySelector("[data-bar]").hidden = false;
    this.addEventListener("click", (event) => this.click(event));
    this.keys = (event) => this.key(event);
    addEventListener("keydown", this.keys);
    this.left = () => document.fullscreenElement || this.show(null);
    document.addEventListener("fullscreenchange", this.left);
  }

  disconnectedCallback() {
    removeEventListener("keydown", this.keys);
    document.removeEventListener("fullscreenchange", this.left);
  }

  get isShowing() { return this.at !== undefined && this.at !== null; }

  // One slide, or all of them with null.
  show(at) {
    this.at = at === null ? null : Math.max(0, Math.min(this.slides.length - 1, at));
    this.classList.toggle("slides--one", this.isShowing);
    this.slides.forEach((slide, number) => { slide.hidden = this.isShowing && number !== this.at; });
    for (const one of this.querySelectorAll("[data-bar] > :not(a)")) {
      one.hidden = this.isShowing === (one.dataset.do === "slides");
    }
    const told = this.querySelector("[data-at]");
    told.textContent = this.isShowing ? this.dataset.said.replace("{at}", this.at + 1).replace("{all}", this.slides.length) : "";
    this.querySelectorAll("video, audio").forEach((one) => one.closest("[hidden]") && one.pause());
    this.querySelector("main").focus({ preventScroll: !this.isShowing });
  }

  click(event) {
    const what = event.target.closest("[data-do]")?.dataset.do;
    if (what === "slides") {
      this.show(0);
      this.requestFullscreen?.().catch(() => {}); // a phone that has none shows one at a time all the same
    }
    if (what === "on") this.show(this.at + 1);
    if (what === "back") this.show(this.at - 1);
    if (what === "end") this.end();
  }

  end() {
    if (document.fullscreenElement) document.exitFullscreen();
    this.show(null);
  }

  key(event) {
    if (!this.isShowing || event.target.closest("video, audio, a, button, summary") && event.key === " ") return;
    if (ON.includes(event.key)) this.show(this.at + 1);
    else if (BACK.includes(event.key)) this.show(this.at - 1);
    else if (event.key === "Home") this.show(0);
    else if (event.key === "End") this.show(this.slides.length - 1);
    else if (event.key === "Escape") this.end();
    else return;
    event.preventDefault();
  }
}

customElements.define("show-slides", ShowSlides);
