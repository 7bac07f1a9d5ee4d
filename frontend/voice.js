// <voice-field><input type="file" accept="audio/*"></voice-field> gets a button that records up to a
// minute and puts the recording into the input, so the form sends it like any other file.
const LONGEST = 60_000;
const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];

class VoiceField extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input[type=file]");
    if (!this.input || !navigator.mediaDevices?.getUserMedia || !globalThis.MediaRecorder || this.button) return;
    this.button = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: this.dataset.start });
    this.told = Object.assign(document.createElement("span"), { className: "hint" });
    this.told.setAttribute("role", "status");
    this.append(this.button, this.told);
    this.button.addEventListener("click", () => (this.recorder ? this.recorder.stop() : this.start()));
  }

  disconnectedCallback() {
    this.recorder?.stop();
  }

  async start() {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
      this.recorder = new MediaRecorder(this.stream, { mimeType, audioBitsPerSecond: 32_000 });
    } catch {
      this.told.textContent = this.dataset.failed;
      return this.free();
    }
    const pieces = [];
    this.recorder.addEventListener("dataavailable", ({ data }) => pieces.push(data));
    this.recorder.addEventListener("stop", () => this.keep(new Blob(pieces, { type: this.recorder.mimeType })));
    this.recorder.start();
    this.timer = setTimeout(() => this.recorder?.stop(), LONGEST);
    this.button.textContent = this.dataset.stop;
    this.told.textContent = "";
  }

  keep(blob) {
    const carrier = new DataTransfer();
    carrier.items.add(new File([blob], "voice", { type: blob.type }));
    this.input.files = carrier.files;
    this.input.dispatchEvent(new Event("input", { bubbles: true })); // <keep-words> keeps it
    this.told.textContent = this.dataset.kept;
    this.free();
  }

  free() {
    clearTimeout(this.timer);
    this.stream?.getTracks().forEach((track) => track.stop());
    this.recorder = this.stream = undefined;
    this.button.textContent = this.dataset.start;
  }
}

customElements.define("voice-field", VoiceField);
