// The student's Today. <check-in> wraps the forms that check in and out. A tap is kept on the phone
// first, with its own id and time, then sent: no network, a dead server or a closed page lose nothing.
// Without this script the same forms work as plain forms.
import { dayAt, now, setBy, timeAt } from "./js/presence/clock.js";
import { draw } from "./js/presence/draw.js";
import { atSite, isOn, renew, turnOff, turnOn } from "./js/presence/near.js";
import { all, change, forget, keep, newId, tidy } from "./js/presence/queue.js";
import { channel, send, sendLater } from "./js/presence/send.js";
import { hasPocket, prepare } from "./js/presence/worker.js";

const QUICK = 8_000; // so long we wait for the server before we say "saved on this phone"

class CheckIn extends HTMLElement {
  connectedCallback() {
    if (!("kept" in this.dataset)) setBy(Number(this.dataset.now));
    this.addEventListener("submit", (event) => this.submit(event));
    this.addEventListener("click", (event) => this.click(event));
    this.addEventListener("change", (event) => this.choose(event));
    this.online = () => this.changed();
    addEventListener("online", this.online);
    addEventListener("offline", this.online);
    this.line = channel();
    this.line.onmessage = ({ data }) => this.heard(data);
    this.offline();
    this.showNear();
    this.draw().then(() => this.flush());
    prepare(this);
  }

  disconnectedCallback() {
    removeEventListener("online", this.online);
    removeEventListener("offline", this.online);
    this.line.close();
  }

  // The network came or went. What waits is sent; the page for no network makes way for the real one.
  async changed() {
    this.offline();
    const hasSent = await this.flush();
    if (navigator.onLine && this.isKept && !hasSent && !this.isWriting) location.reload();
  }

  get isWriting() {
    const boxes = [...this.querySelectorAll("input[name=goal], input[name=line]"), ...document.querySelectorAll("keep-words textarea")];
    return boxes.some((one) => one.value);
  }

  get isKept() { return "kept" in this.dataset; }
  get today() { return dayAt(now(), this.dataset.zone); }

  offline() {
    const away = !navigator.onLine || this.isKept;
    this.querySelector("[data-offline]")?.toggleAttribute("hidden", !away);
  }

  async draw(signedOut = false) {
    await tidy().catch(() => {});
    const taps = (await all().catch(() => [])).filter((tap) => tap.school === this.dataset.today);
    draw(this, taps, { today: this.today, signedOut, time: (moment) => timeAt(moment, this.dataset.zone) });
  }

  // ── a tap ──

  submit(event) {
    const form = event.target;
    if (!form.dataset.kind) return;
    event.preventDefault();
    navigator.vibrate?.(30);
    this.take(form);
  }

  async take(form) {
    const sent = new FormData(form);
    const { today, person, zone } = this.dataset;
    const tap = await keep({
      tap: newId(), school: today, person, placement: form.dataset.placement, on: dayAt(now(), zone),
      kind: form.dataset.kind, text: String(sent.get("goal") ?? sent.get("line") ?? ""),
      mode: String(sent.get("mode") ?? ""), code: String(sent.get("code") ?? ""), at_site: "unknown", tapped_at: Date.now(), shown: now(),
      along: Object.fromEntries([...sent].filter(([name]) => name.startsWith("q-") || name === "share_files")),
      files: Object.fromEntries([...sent].filter(([, file]) => file instanceof File && file.size > 0)),
      state: "waiting",
    }).catch(() => null);
    if (!tap) return form.submit(); // a browser that keeps nothing sends a plain form
    if (isOn(person)) await change(tap, { at_site: await atSite(person, tap.placement) });
    const told = await Promise.race([send(this.known()), new Promise((done) => setTimeout(done, QUICK))]);
    // This tap alone decides: another student's may wait on the same phone.
    if (told && (await all()).some((one) => one.tap === tap.tap && one.state === "sent")) return location.reload();
    await sendLater();
    if (told?.failed && (await hasPocket())) return location.reload();
    form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
    await this.draw(told?.signedOut);
  }

  known() {
    const csrf = this.querySelector("[name=csrfmiddlewaretoken]")?.value;
    return this.isKept || !csrf ? undefined : { school: this.dataset.today, person: this.dataset.person, csrf };
  }

  async flush() {
    if ((await all().catch(() => [])).every((tap) => tap.state !== "waiting")) return false;
    const told = await send(this.known());
    if (told.failed) await sendLater();
    this.heard(told);
    return true;
  }

  heard(told) {
    if (told.sent && !this.isWriting) return location.reload();
    this.draw(told.signedOut);
  }

  // ── what the student decides ──

  async click(event) {
    const button = event.target.closest("[data-forget]");
    if (!button) return;
    const tap = (await all()).find((one) => one.tap === button.dataset.forget);
    if (tap) await forget(tap);
    this.draw();
  }

  showNear() {
    const box = this.querySelector("[data-near]");
    if (!box || !navigator.geolocation) return;
    box.hidden = false;
    const { person } = this.dataset;
    box.querySelector("input").checked = isOn(person);
    if (isOn(person)) renew(person, box.dataset.placement, box.dataset.near).catch(() => {});
  }

  async choose(event) {
    const box = event.target.closest("[data-near]");
    if (!box) return;
    const { person } = this.dataset;
    if (!event.target.checked) return turnOff(person);
    const { placement, near } = box.dataset;
    event.target.disabled = true;
    const works = await turnOn(person, placement, near).catch(() => false);
    event.target.disabled = false;
    event.target.checked = works;
    box.querySelector("[data-near-failed]").hidden = works;
  }
}

customElements.define("check-in", CheckIn);
