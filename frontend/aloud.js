// <read-aloud for="words" lang="es" data-start data-stop data-none> gets a button that reads the
// [data-aloud] parts of #words. Only voices of the device itself are used: others send the text away.
class ReadAloud extends HTMLElement {
  connectedCallback() {
    if (!globalThis.speechSynthesis || this.button) return;
    this.button = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: this.dataset.start });
    this.told = Object.assign(document.createElement("span"), { className: "hint" });
    this.told.setAttribute("role", "status");
    this.append(this.button, this.told);
    this.button.addEventListener("click", () => (this.isReading ? this.stop() : this.start()));
    this.leave = () => speechSynthesis.cancel();
    addEventListener("pagehide", this.leave);
    speechSynthesis.getVoices(); // some browsers begin to load them only when they are asked
  }

  disconnectedCallback() {
    removeEventListener("pagehide", this.leave);
    globalThis.speechSynthesis?.cancel();
  }

  voice() {
    const spoken = this.lang.split("-")[0].toLowerCase();
    const fits = (one) => one.localService && one.lang.toLowerCase().replace("_", "-").split("-")[0] === spoken;
    return speechSynthesis.getVoices().find(fits);
  }

  start() {
    const voice = this.voice();
    this.told.textContent = voice ? "" : this.dataset.none;
    if (!voice) return;
    speechSynthesis.cancel();
    const words = document.getElementById(this.getAttribute("for"));
    const parts = [...words.querySelectorAll("[data-aloud]")].flatMap((one) => one.innerText.split(/\n+/)).filter(Boolean);
    this.isReading = true;
    this.button.textContent = this.dataset.stop;
    for (const [at, part] of parts.entries()) {
      const spoken = Object.assign(new SpeechSynthesisUtterance(part), { voice, lang: voice.lang, rate: 0.95 });
      if (at === parts.length - 1) spoken.addEventListener("end", () => this.ended());
      speechSynthesis.speak(spoken);
    }
  }

  stop() {
    speechSynthesis.cancel();
    this.ended();
  }

  ended() {
    this.isReading = false;
    this.button.textContent = this.dataset.start;
  }
}

customElements.define("read-aloud", ReadAloud);
