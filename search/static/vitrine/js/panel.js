// The photo on its result page: the thumbnail, what it looks like, and cropping it again.

import { forgetPending, photoOf } from "./memory.js";
import { cropAgain } from "./photo.js";

export function startPhotoPanel() {
  const panel = document.querySelector("[data-photo-panel]");
  if (!panel) return forgetPending();
  describe(panel.querySelector("[data-looks-like]"), panel.dataset.photoId);
  const photo = photoOf(panel.dataset.photoId);
  if (photo) showPhoto(panel, photo);
}

// Photo to words, by the shop's own vocabulary; the page does not wait for it.
async function describe(line, photoId) {
  const asked = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ photo_id: photoId }) };
  try {
    const answer = await fetch(document.body.dataset.describe, asked);
    const { phrase } = answer.ok ? await answer.json() : {};
    if (!phrase) return;
    const link = Object.assign(document.createElement("a"), { textContent: phrase, href: `${line.dataset.search}?q=${encodeURIComponent(phrase)}` });
    line.replaceChildren(`${line.dataset.text} `, link);
    line.hidden = false;
  } catch {
    // the page says no less without it
  }
}

function showPhoto(panel, photo) {
  for (const image of document.querySelectorAll(`[data-thumb="${CSS.escape(panel.dataset.photoId)}"]`)) {
    image.src = photo.picture;
    image.hidden = false;
  }
  const again = panel.querySelector("[data-crop-again]");
  again.hidden = false;
  again.addEventListener("click", () => cropAgain(photo.source, photo.box, actionHere()));
}

// The new photo takes the place of the old one; filters and sort stay.
function actionHere() {
  const action = new URL(document.querySelector("[data-photo-form]").getAttribute("action"), location.href);
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (!["photo", "page", "q"].includes(name)) action.searchParams.append(name, value);
  }
  return action.href;
}
