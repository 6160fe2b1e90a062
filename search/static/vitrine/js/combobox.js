// Suggestions under the search box: the ARIA combobox pattern with a listbox.

import { forgetSearches, recentSearches, rememberSearch } from "./memory.js";

const PAUSE = 120; // milliseconds between the last key and the question
const ICONS = { query: "search", category: "tag", brand: "tag", product: "search", recent: "clock" };

export function startCombobox(form) {
  if (form) new Combobox(form);
}

class Combobox {
  #asked = new AbortController();
  #timer = 0;
  #options = [];
  #active = -1;
  #typed = ""; // what the shopper wrote, while a suggestion stands in the box

  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input[type=search]");
    this.panel = form.querySelector("[data-suggestions]");
    this.panel.append(Object.assign(document.createElement("div"), { id: "suggestions" }));
    this.list = this.panel.firstElementChild;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.input.labels[0].textContent);
    this.icons = form.querySelector("use").getAttribute("href").split("#")[0];
    const parts = { role: "combobox", "aria-autocomplete": "list", "aria-controls": "suggestions", "aria-expanded": "false" };
    for (const [name, value] of Object.entries(parts)) this.input.setAttribute(name, value);
    this.input.addEventListener("input", () => this.#later());
    this.input.addEventListener("focus", () => this.input.value || this.#recent());
    this.input.addEventListener("click", () => this.input.value || this.#recent());
    this.input.addEventListener("keydown", (event) => this.#press(event));
    this.form.addEventListener("focusout", (event) => this.form.contains(event.relatedTarget) || this.#close());
    this.form.addEventListener("submit", () => this.#remember(this.input.value));
    this.panel.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus
  }

  #later() {
    clearTimeout(this.#timer);
    this.#asked.abort();
    if (!this.input.value.trim()) return this.#recent();
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    this.#asked = new AbortController();
    const address = `${document.body.dataset.suggest}?q=${encodeURIComponent(this.input.value.slice(0, 100))}`;
    try {
      const answer = await fetch(address, { signal: this.#asked.signal });
      if (answer.ok) this.#show((await answer.json()).suggestions);
    } catch {
      // suggestions are a comfort: without them the search box is a search box
    }
  }

  #recent() {
    const searches = recentSearches();
    if (!searches.length) return this.#close();
    const address = (words) => `${this.form.action}?q=${encodeURIComponent(words)}`;
    this.#show(searches.map((text) => ({ kind: "recent", text, url: address(text) })));
    this.list.before(this.#head());
    this.panel.append(this.#clear());
  }

  #show(suggestions) {
    this.panel.replaceChildren(this.list);
    this.#options = suggestions.map((suggestion, number) => this.#option(suggestion, number));
    this.list.replaceChildren(...this.#options);
    this.#active = -1;
    this.input.removeAttribute("aria-activedescendant");
    const any = this.#options.length > 0 && document.activeElement === this.input;
    this.panel.hidden = !any;
    this.input.setAttribute("aria-expanded", String(any));
    if (any) this.#announce(`${this.#options.length} ${this.form.dataset.textCount}`);
  }

  #option({ kind, text, url, image, marks = [] }, number) {
    const option = document.createElement("div");
    Object.assign(option, { id: `suggestion-${number}` });
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.append(image ? Object.assign(new Image(40, 40), { src: image, alt: "" }) : this.#icon(ICONS[kind] ?? "search"));
    option.append(this.#marked(text, marks));
    const label = this.form.dataset[`text${kind[0].toUpperCase()}${kind.slice(1)}`]; // of a category or brand
    if (label) option.append(Object.assign(document.createElement("span"), { textContent: label, className: "kind" }));
    option.addEventListener("click", () => this.#go(option));
    Object.assign(option.dataset, { url, text, kind });
    return option;
  }

  // The typed characters in bold; marks count characters, not UTF-16 units.
  #marked(text, marks) {
    const letters = [...text];
    const span = Object.assign(document.createElement("span"), { dir: "auto" });
    let from = 0;
    for (const [first, end] of marks) {
      const typed = Object.assign(document.createElement("b"), { textContent: letters.slice(first, end).join("") });
      span.append(letters.slice(from, first).join(""), typed);
      from = end;
    }
    span.append(letters.slice(from).join(""));
    return span;
  }

  #icon(name) {
    const icon = this.form.querySelector(".icon").cloneNode(true);
    icon.querySelector("use").setAttribute("href", `${this.icons}#${name}`);
    return icon;
  }

  #head() {
    return Object.assign(document.createElement("p"), { className: "suggestions-head", textContent: this.form.dataset.textEmpty });
  }

  #clear() {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "suggestions-clear", textContent: this.form.dataset.textClear });
    button.addEventListener("click", () => {
      forgetSearches();
      this.input.focus();
      this.#close();
    });
    return button;
  }

  #press(event) {
    const open = !this.panel.hidden;
    if (event.key === "Escape" && open) this.#leave();
    else if (event.key === "ArrowDown" && !open) this.#later();
    else if (event.key === "ArrowDown") this.#move(1);
    else if (event.key === "ArrowUp" && open) this.#move(-1);
    else if (event.key === "Enter" && open && this.#active >= 0) this.#go(this.#options[this.#active]);
    else return;
    event.preventDefault();
  }

  // One step past either end is the input itself, where the shopper's own words are.
  #move(by) {
    const places = this.#options.length + 1;
    if (this.#active < 0) this.#typed = this.input.value;
    this.#active = ((this.#active + 1 + by + places) % places) - 1;
    this.#options.forEach((option, number) => option.setAttribute("aria-selected", String(number === this.#active)));
    const active = this.#options[this.#active];
    this.input.value = isSearch(active) ? active.dataset.text : this.#typed;
    if (!active) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", active.id);
    active.scrollIntoView({ block: "nearest" });
  }

  // Back to the shopper's own words.
  #leave() {
    if (this.#active >= 0) this.input.value = this.#typed;
    this.#close();
  }

  #go(option) {
    const { url, text } = option.dataset;
    if (isSearch(option)) this.#remember(text);
    location.assign(url);
  }

  #remember(words) {
    if (words.trim()) rememberSearch(words.trim().slice(0, 200));
  }

  #announce(words) {
    document.querySelector("#announcer").textContent = words;
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asked.abort();
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

// A search stands in the box while it is chosen; a category, brand or product is a place to go to.
const isSearch = (option) => ["query", "recent"].includes(option?.dataset.kind);
