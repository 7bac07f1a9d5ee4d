// The shared tablet. <forget-me> takes away what it shows after so many seconds without a touch, and
// goes back to the page for the next student. Coming back to a page that was left shows nothing either.
class ForgetMe extends HTMLElement {
  connectedCallback() {
    this.restart = () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.forget(), 1000 * Number(this.dataset.after)); };
    this.shown = (event) => event.persisted && this.forget();
    for (const name of ["pointerdown", "keydown"]) addEventListener(name, this.restart);
    addEventListener("pageshow", this.shown);
    this.addEventListener("click", (event) => {
      if (!event.target.closest("a")) return;
      event.preventDefault(); // and leave nothing behind for "back"
      this.forget();
    });
    this.restart();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    for (const name of ["pointerdown", "keydown"]) removeEventListener(name, this.restart);
    removeEventListener("pageshow", this.shown);
  }

  forget() {
    this.replaceChildren(); // first of all nobody reads it any more, network or not
    location.replace(this.dataset.to);
  }
}

customElements.define("forget-me", ForgetMe);
