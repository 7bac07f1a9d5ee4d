// The student's Today. <check-in> wraps the forms that check in and out: a tap feels like a tap (a
// short buzz), and the worker that keeps static files for the next visit is put in place.
class CheckIn extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", () => navigator.vibrate?.(30));
    this.show = () => this.querySelector("[data-offline]")?.toggleAttribute("hidden", navigator.onLine);
    addEventListener("online", this.show);
    addEventListener("offline", this.show);
    this.show();
  }

  disconnectedCallback() {
    removeEventListener("online", this.show);
    removeEventListener("offline", this.show);
  }
}

customElements.define("check-in", CheckIn);
navigator.serviceWorker?.register("/sw.js", { scope: "/" }).catch(() => {});
