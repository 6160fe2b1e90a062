// The photo of a search: chosen, dropped, pasted or taken; cropped; sent small.

import { Crop } from "./crop.js";
import { keepPending } from "./memory.js";
import { asAddress, asFile, cut, open } from "./picture.js";
import { findThings } from "./things.js";

const WHOLE = { x: 0, y: 0, w: 1, h: 1 };
let form;

export function startPhoto() {
  const element = document.querySelector("[data-photo-form]");
  if (!element) return;
  form = new PhotoForm(element);
  for (const link of document.querySelectorAll("[data-photo-open]")) link.addEventListener("click", openOn);
  document.addEventListener("paste", (event) => take(event.clipboardData, event));
  document.addEventListener("dragover", (event) => hint(event));
  document.addEventListener("dragleave", (event) => event.relatedTarget ?? hint(event));
  document.addEventListener("drop", (event) => take(event.dataTransfer, event));
  for (const sample of document.querySelectorAll("[data-sample]")) sample.addEventListener("click", keepSample);
}

/** Show the form with a photo that is already here, to crop it again. */
export function cropAgain(source, box, action) {
  form.show(source, box);
  form.element.action = action;
  reveal();
}

export function openOn(event) {
  if (!form.dialog || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  form.reset();
  reveal();
}

function reveal() {
  if (form.dialog && !form.dialog.open) form.dialog.showModal();
}

// A picture that was pasted or dropped anywhere; text that is pasted stays text.
function take(transfer, event) {
  hint(event);
  const file = [...(transfer?.files ?? [])].find((each) => each.type.startsWith("image/") || /\.(heic|heif|avif)$/i.test(each.name));
  if (!file) return;
  event.preventDefault();
  reveal();
  form.choose(file);
}

function hint(event) {
  const files = event.type === "dragover" && [...event.dataTransfer.types].includes("Files");
  if (files) event.preventDefault();
  for (const place of document.querySelectorAll(".search-field, [data-photo-form]")) place.classList.toggle("over", files);
}

function keepSample(event) {
  const picture = asAddress(cut(event.currentTarget.querySelector("img")));
  keepPending({ picture, source: picture, box: WHOLE });
}

class PhotoForm {
  constructor(element) {
    this.element = element;
    this.dialog = element.closest("dialog");
    this.inputs = [...element.querySelectorAll("[data-file]")];
    this.image = element.querySelector("[data-picture]");
    this.status = element.querySelector("[data-status]");
    this.things = element.querySelector("[data-things]");
    this.crop = new Crop(element, () => this.#press(null));
    this.action = element.action;
    for (const input of this.inputs) input.addEventListener("change", () => input.files[0] && this.choose(input.files[0]));
    element.querySelector("[data-another]").addEventListener("click", () => this.reset());
    element.querySelector("[data-whole]").addEventListener("click", (event) => this.#pick(event.currentTarget, WHOLE));
    element.addEventListener("submit", (event) => this.#send(event));
    this.dialog?.querySelector("[data-close]").addEventListener("click", () => this.dialog.close());
  }

  /** Back to the beginning, with the words that stand in the search box. */
  reset() {
    this.picture = null;
    this.element.reset();
    this.element.action = this.action;
    const words = document.querySelector("#q");
    if (words) this.element.elements.q.value = words.value;
    this.#stage({ chosen: false, readable: false });
    this.#say("");
  }

  async choose(file) {
    this.reset();
    try {
      const picture = await open(file);
      await this.show(asAddress(cut(picture)), WHOLE, picture);
    } catch {
      this.#unreadable(file);
    }
  }

  /** Show the picture at `source` (an address) to be cropped; `picture` is the same in full size. */
  async show(source, box, picture) {
    this.source = source;
    this.image.src = source;
    await this.image.decode();
    this.picture = picture ?? this.image;
    this.#stage({ chosen: true, readable: true });
    this.crop.box = box;
    this.#propose();
    this.#say(this.element.dataset.textChosen);
  }

  // HEIC, in most browsers: the server can read it, so it is sent as it is.
  #unreadable(file) {
    const accepted = /\.(heic|heif|avif)$/i.test(file.name);
    this.#stage({ chosen: accepted, readable: false });
    this.#say(accepted ? file.name : this.element.dataset.textBroken, !accepted);
    if (accepted) this.#attach(file);
  }

  #stage({ chosen, readable }) {
    this.element.classList.toggle("has-photo", chosen);
    this.element.querySelector("[data-choose]").hidden = chosen;
    this.element.querySelector("[data-crop]").hidden = !readable;
    this.element.querySelector("[data-another]").hidden = !chosen;
  }

  #propose() {
    for (const old of this.things.querySelectorAll("[data-thing]")) old.remove();
    const boxes = findThings(this.image);
    this.things.hidden = !boxes.length;
    boxes.forEach((box, number) => this.things.append(this.#thing(box, number + 1)));
  }

  #thing(box, number) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "pill thing" });
    button.dataset.thing = number;
    button.ariaLabel = `${this.element.dataset.textThing} ${number}`;
    button.append(cut(this.image, box, 96));
    button.addEventListener("click", () => this.#pick(button, box));
    return button;
  }

  #pick(button, box) {
    this.crop.box = box;
    this.#press(button);
  }

  #press(button) {
    for (const each of this.things.querySelectorAll("button")) each.setAttribute("aria-pressed", each === button);
  }

  #say(words, bad = false) {
    this.status.textContent = words;
    this.status.classList.toggle("bad", bad);
  }

  async #send(event) {
    if (!this.picture) return;
    event.preventDefault();
    const canvas = cut(this.picture, this.crop.box);
    this.#attach(await asFile(canvas));
    keepPending({ picture: asAddress(cut(this.picture, this.crop.box, 320)), source: this.source, box: this.crop.box });
    this.element.submit();
  }

  #attach(file) {
    const transfer = new DataTransfer();
    transfer.items.add(file);
    this.inputs[0].files = transfer.files;
    for (const input of this.inputs.slice(1)) input.value = "";
  }
}
