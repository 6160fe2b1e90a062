// The photos of a product, large: a dialog over the page. Without a script a photo is a link.

const LARGEST = 4;

export function startZoom() {
  const dialog = document.querySelector("[data-zoom-dialog]");
  if (dialog) new Zoom(dialog, [...document.querySelectorAll("[data-zoom]")]);
}

class Zoom {
  #at = 0;
  #scale = 1;

  constructor(dialog, links) {
    this.dialog = dialog;
    this.links = links;
    this.stage = dialog.querySelector("[data-zoom-stage]");
    this.picture = dialog.querySelector("[data-zoom-picture]");
    links.forEach((link, number) => link.addEventListener("click", (event) => this.#open(event, number)));
    for (const button of dialog.querySelectorAll("[data-zoom-step]")) {
      button.hidden = links.length < 2;
      button.addEventListener("click", () => this.#show(this.#at + Number(button.dataset.zoomStep)));
    }
    for (const button of dialog.querySelectorAll("[data-zoom-scale]")) {
      button.addEventListener("click", () => this.#resize(this.#scale + Number(button.dataset.zoomScale)));
    }
    dialog.querySelector("[data-zoom-close]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("keydown", (event) => this.#press(event));
    this.stage.addEventListener("click", (event) => this.#point(event));
  }

  #open(event, number) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a tab of its own was wanted
    event.preventDefault();
    this.#show(number);
    this.dialog.showModal();
    this.stage.focus();
  }

  #show(number) {
    this.#at = (number + this.links.length) % this.links.length;
    const link = this.links[this.#at];
    this.picture.src = link.href;
    this.picture.alt = link.querySelector("img").alt;
    this.dialog.querySelector("[data-zoom-place]").textContent = `${this.#at + 1} / ${this.links.length}`;
    this.#resize(1);
  }

  // What stood at (x, y), shares of the stage, is there still.
  #resize(scale, x = 0.5, y = 0.5) {
    const { clientWidth: width, clientHeight: height, scrollLeft: left, scrollTop: top } = this.stage;
    const bounded = Math.min(Math.max(scale, 1), LARGEST);
    const by = bounded / this.#scale;
    this.#scale = bounded;
    this.picture.style.width = this.picture.style.height = `${bounded * 100}%`;
    this.stage.classList.toggle("zoom-in", bounded > 1);
    this.stage.scrollTo((left + x * width) * by - x * width, (top + y * height) * by - y * height);
  }

  #point(event) {
    const { left, top, width, height } = this.stage.getBoundingClientRect();
    const larger = this.#scale > 1 ? 1 : 2;
    this.#resize(larger, (event.clientX - left) / width, (event.clientY - top) / height);
  }

  // While the whole photo is seen, there is nothing for the arrow keys to move but the place.
  #press(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === "+" || event.key === "=") this.#resize(this.#scale + 1);
    else if (event.key === "-") this.#resize(this.#scale - 1);
    else if (step && this.#scale === 1) this.#show(this.#at + step);
    else return;
    event.preventDefault();
  }
}
