// <push-switch> turns notifications on for this browser. It asks only after a tap, never on load;
// without a browser that can, its sentence says so and the button stays hidden.
import { bytes } from "./js/bytes.js";

class PushSwitch extends HTMLElement {
  connectedCallback() {
    if (!("PushManager" in window && "Notification" in window && navigator.serviceWorker)) return;
    this.form = this.querySelector("form");
    this.button = this.form.querySelector("button");
    this.form.hidden = false;
    this.querySelector("[data-unable]").hidden = true;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.button.disabled = true;
      this.turnOn().catch(() => this.say("failed")).finally(() => (this.button.disabled = false));
    });
  }

  async turnOn() {
    if ((await Notification.requestPermission()) !== "granted") return this.say("denied");
    await navigator.serviceWorker.register("/sw.js", { scope: "/" });
    const { pushManager } = await navigator.serviceWorker.ready;
    const { key } = await (await fetch(this.dataset.key)).json();
    // One made with an older key, or by who was signed in before, would not work.
    await (await pushManager.getSubscription())?.unsubscribe();
    const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
    const { endpoint, keys } = made.toJSON();
    for (const [name, value] of Object.entries({ endpoint, ...keys })) {
      const input = this.form.elements.namedItem(name);
      if (input) input.value = value;
    }
    this.form.submit();
  }

  say(what) {
    const line = this.querySelector("[data-say]");
    line.textContent = line.dataset[what];
    line.hidden = false;
  }
}

customElements.define("push-switch", PushSwitch);
