// <photo-field><input type="file" accept="image/*" capture="environment"></photo-field>
// A photo is made smaller before it travels (1600 px, JPEG), which also drops where it was taken.
const LONGEST = 1600;

class PhotoField extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input[type=file]");
    input?.addEventListener("change", () => this.shrink(input));
  }

  async shrink(input) {
    const file = input.files[0];
    if (!file) return;
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
    if (!picture) return; // not a picture: the server says so in words
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.82 });
    const carrier = new DataTransfer();
    carrier.items.add(new File([blob], "photo.jpg", { type: "image/jpeg" }));
    input.files = carrier.files;
    this.show(blob);
  }

  show(blob) {
    const image = this.querySelector("img") ?? this.appendChild(new Image());
    image.alt = this.dataset.alt ?? "";
    image.src = URL.createObjectURL(blob);
  }
}

customElements.define("photo-field", PhotoField);
