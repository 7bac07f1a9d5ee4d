// A photo is made smaller before it travels, which also drops where it was taken. Whatever cannot be
// drawn goes as it is: the server says what it thinks of it.
const LONGEST = 2400;
const SMALL = 700_000; // bytes that are sent as they are… unless they tell of a place

export async function shrunk(file) {
  if (!file.type.startsWith("image/") || typeof OffscreenCanvas === "undefined") return file;
  if (file.type !== "image/jpeg" && file.size < SMALL) return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!picture) return file;
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 });
}
