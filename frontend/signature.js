// <signature-pad><input type="hidden" name="drawing"></signature-pad>
// Draws a name by finger, pen or mouse on a field of 600 by 200 and keeps it as "x,y x,y;x,y".
// The typed name beside it counts the same, so nothing here is needed.
const WIDTH = 600;
const HEIGHT = 200;
const MOST = 2800;

class SignaturePad extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input");
    if (!this.field || this.canvas) return;
    this.strokes = [];
    this.canvas = document.createElement("canvas");
    this.canvas.width = WIDTH;
    this.canvas.height = HEIGHT;
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", this.dataset.label);
    const label = document.createElement("p");
    label.className = "hint";
    label.textContent = this.dataset.label;
    const again = document.createElement("button");
    again.type = "button";
    again.className = "btn btn--bare";
    again.textContent = this.dataset.clear;
    again.addEventListener("click", () => this.clear());
    this.append(label, this.canvas, again);
    this.canvas.addEventListener("pointerdown", (event) => this.begin(event));
    this.canvas.addEventListener("pointermove", (event) => this.go(event));
    for (const end of ["pointerup", "pointercancel"]) {
      this.canvas.addEventListener(end, () => (this.drawing = false));
    }
  }

  begin(event) {
    event.preventDefault();
    this.canvas.setPointerCapture(event.pointerId);
    this.drawing = true;
    this.strokes.push([]);
    this.add(event);
  }

  go(event) {
    if (!this.drawing) return;
    for (const one of event.getCoalescedEvents?.() ?? [event]) this.add(one);
  }

  add(event) {
    const box = this.canvas.getBoundingClientRect();
    const x = Math.round(((event.clientX - box.left) / box.width) * WIDTH);
    const y = Math.round(((event.clientY - box.top) / box.height) * HEIGHT);
    const point = [Math.min(WIDTH, Math.max(0, x)), Math.min(HEIGHT, Math.max(0, y))];
    const stroke = this.strokes.at(-1);
    const last = stroke.at(-1);
    if (last && Math.hypot(last[0] - point[0], last[1] - point[1]) < 3) return;
    if (this.strokes.reduce((sum, one) => sum + one.length, 0) >= MOST) return;
    stroke.push(point);
    this.draw(last ?? point, point);
    this.field.value = this.strokes.map((one) => one.map((p) => p.join(",")).join(" ")).join(";");
  }

  draw(from, to) {
    const pen = this.canvas.getContext("2d");
    pen.lineWidth = 4;
    pen.lineCap = "round";
    pen.strokeStyle = getComputedStyle(this).color;
    pen.beginPath();
    pen.moveTo(...from);
    pen.lineTo(...to);
    pen.stroke();
  }

  clear() {
    this.strokes = [];
    this.field.value = "";
    this.canvas.getContext("2d").clearRect(0, 0, WIDTH, HEIGHT);
  }
}

customElements.define("signature-pad", SignaturePad);
