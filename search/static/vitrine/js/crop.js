// A box on a picture, moved and resized with a pointer, the arrow keys or four sliders.

const SMALLEST = 0.05;
const STEP = 0.02;
const ARROWS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

export class Crop {
  #box = { x: 0, y: 0, w: 1, h: 1 };
  #grip = null; // where a drag began: {x, y, box, handle}

  constructor(root, onChange) {
    this.stage = root.querySelector("[data-stage]");
    this.frame = root.querySelector("[data-box]");
    this.sliders = [...root.querySelectorAll("[data-side]")];
    this.onChange = onChange;
    this.stage.addEventListener("pointerdown", (event) => this.#begin(event));
    this.stage.addEventListener("pointermove", (event) => this.#drag(event));
    for (const end of ["pointerup", "pointercancel"]) this.stage.addEventListener(end, () => (this.#grip = null));
    this.frame.addEventListener("keydown", (event) => this.#press(event));
    for (const slider of this.sliders) slider.addEventListener("input", () => this.#slide(slider));
  }

  get box() {
    return this.#box;
  }

  set box(box) {
    const w = clamp(box.w, SMALLEST, 1);
    const h = clamp(box.h, SMALLEST, 1);
    this.#box = { x: clamp(box.x, 0, 1 - w), y: clamp(box.y, 0, 1 - h), w, h };
    this.#show();
  }

  #show() {
    const { x, y, w, h } = this.#box;
    Object.assign(this.frame.style, { left: percent(x), top: percent(y), width: percent(w), height: percent(h) });
    for (const slider of this.sliders) {
      slider.value = Math.round(this.#box[slider.dataset.side] * 100);
      slider.setAttribute("aria-valuetext", `${slider.value} %`);
    }
    this.onChange(this.#box);
  }

  #begin(event) {
    const handle = event.target.dataset.handle ?? "";
    if (!handle && event.target !== this.frame) return;
    this.#grip = { x: event.clientX, y: event.clientY, box: this.#box, handle };
    this.stage.setPointerCapture(event.pointerId);
    event.preventDefault();
    this.frame.focus();
  }

  #drag(event) {
    if (!this.#grip) return;
    const bounds = this.stage.getBoundingClientRect();
    const dx = (event.clientX - this.#grip.x) / bounds.width;
    const dy = (event.clientY - this.#grip.y) / bounds.height;
    this.box = pulled(this.#grip.box, this.#grip.handle, dx, dy);
  }

  #press(event) {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    this.box = pulled(this.#box, event.shiftKey ? "se" : "", ...arrow);
  }

  #slide(slider) {
    const box = { ...this.#box, [slider.dataset.side]: slider.value / 100 };
    // Moving an edge keeps the box inside the picture by making it smaller, not by moving it back.
    if (slider.dataset.side === "x") box.w = Math.min(box.w, 1 - box.x);
    if (slider.dataset.side === "y") box.h = Math.min(box.h, 1 - box.y);
    this.box = box;
  }
}

// The box after its handle ("" for the whole box) was pulled by (dx, dy).
function pulled(box, handle, dx, dy) {
  if (!handle) return { ...box, x: box.x + dx, y: box.y + dy };
  let { x, y, w, h } = box;
  if (handle.includes("w")) [x, w] = nearEdge(x, w, dx);
  else w = clamp(w + dx, SMALLEST, 1 - x);
  if (handle.includes("n")) [y, h] = nearEdge(y, h, dy);
  else h = clamp(h + dy, SMALLEST, 1 - y);
  return { x, y, w, h };
}

function nearEdge(start, length, by) {
  const moved = clamp(start + by, 0, start + length - SMALLEST);
  return [moved, start + length - moved];
}

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const percent = (share) => `${share * 100}%`;
