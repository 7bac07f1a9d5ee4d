// <keep-cards>: a button that keeps today's emergency cards on this phone, and one that takes them off.
import { cards } from "./js/cards/kept.js";

class KeepCards extends HTMLElement {
  connectedCallback() {
    if (!("serviceWorker" in navigator)) return;
    this.hidden = false;
    this.addEventListener("click", (event) => {
      if (event.target.closest("[data-keep]")) this.keep().catch(() => this.say("failed"));
      if (event.target.closest("[data-drop]")) cards.drop().then(() => this.say("dropped"));
    });
    cards.kept(location.href).then((page) => page && this.say("kept")).catch(() => {});
  }

  async keep() {
    await navigator.serviceWorker.register(this.dataset.worker, { scope: this.dataset.scope });
    const pages = [location.pathname, ...[...document.querySelectorAll("[data-card]")].map((one) => one.pathname)];
    await cards.keep({ pages, until: tonight(), person: this.dataset.person });
    this.say("kept");
  }

  say(word) {
    for (const one of ["kept", "dropped", "failed"]) this.querySelector(`[data-${one}]`).hidden = one !== word;
    this.querySelector("[data-drop]").hidden = word !== "kept";
  }
}

function tonight() {
  const midnight = new Date();
  return midnight.setHours(24, 0, 0, 0);
}

customElements.define("keep-cards", KeepCards);
