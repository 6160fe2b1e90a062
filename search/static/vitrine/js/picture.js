// Pictures in the browser: opened, cut and shrunk before they travel.

export const SIDE = 800; // pixels: more than any encoder looks at, a hundredth of a phone's photo

/** The upright picture of a file; rejects where the browser cannot read the format. */
export function open(file) {
  return createImageBitmap(file, { imageOrientation: "from-image" });
}

/** A canvas with the part of the picture inside `box` (shares of 0 to 1), at most `side` pixels. */
export function cut(picture, box = { x: 0, y: 0, w: 1, h: 1 }, side = SIDE) {
  const width = (picture.naturalWidth ?? picture.width) * box.w;
  const height = (picture.naturalHeight ?? picture.height) * box.h;
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff"; // what is transparent is white, as on the server
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  const x = (width / box.w) * box.x;
  const y = (height / box.h) * box.y;
  context.drawImage(picture, x, y, width, height, 0, 0, canvas.width, canvas.height);
  return canvas;
}

export function asFile(canvas) {
  return new Promise((done, failed) => {
    const finish = (blob) => (blob ? done(new File([blob], "photo.jpg", { type: "image/jpeg" })) : failed());
    canvas.toBlob(finish, "image/jpeg", 0.9);
  });
}

export function asAddress(canvas) {
  return canvas.toDataURL("image/jpeg", 0.85);
}
