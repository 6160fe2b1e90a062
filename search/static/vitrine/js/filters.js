// Filters and sort take effect at once: the page of the new address is fetched and its results
// put in place, so that the keyboard stays where it is. On phones filters are a sheet of their
// own, where choosing several and then "Show products" is one page, not several; until then only
// the numbers follow.

import { startPhotoPanel } from "./panel.js";

const SHEET = matchMedia("(max-width: 900px)");
const PAUSE = 250; // milliseconds between the last key in a facet's search and the question
let shown = location.pathname + location.search;
let counted = ""; // the address whose numbers the sheet shows, or will show
let typing = 0;

export function startFilters() {
  if (!document.querySelector("[data-filters]")) return;
  document.addEventListener("change", (event) => changed(event));
  document.addEventListener("input", (event) => event.target.matches("[data-facet-find]") && later(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[data-facet-find]")) event.preventDefault();
  });
  document.addEventListener("submit", (event) => event.target.matches("[data-filters]") && !SHEET.matches && follow(event));
  addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown) show(location.href);
  });
  showCount(document);
}

function changed(event) {
  const control = event.target;
  if (!control.form?.matches("[data-filters]") || control.matches("[data-facet-find]")) return;
  if (!control.reportValidity()) return;
  letGoOfOtherPrice(control);
  if (SHEET.matches && control.closest("#filters")) renumber(control.form);
  else follow(event);
}

// From 10–20 to 50–80: whoever types the 50 has the 20 in mind no more.
function letGoOfOtherPrice(control) {
  const { price_min: low, price_max: high } = control.form.elements;
  if (!low?.value || !high?.value || Number(low.value) <= Number(high.value)) return;
  if (control === low) high.value = "";
  if (control === high) low.value = "";
}

// What is looked for in a facet is no part of the question.
function addressOf(form, finding = false) {
  const kept = ([name, value]) => value && (finding || !name.startsWith("find-"));
  const asked = new URLSearchParams([...new FormData(form)].filter(kept));
  if (asked.get("sort") === "relevance") asked.delete("sort");
  return `${location.pathname}?${asked}`;
}

function follow(event) {
  event.preventDefault();
  const address = addressOf(event.target.form ?? event.target);
  if (address === shown) return; // Enter in a field is a change and a submission
  history.pushState(null, "", address);
  show(address);
}

async function pageOf(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

async function show(address) {
  shown = location.pathname + location.search;
  const results = document.querySelector("[data-results]");
  results.setAttribute("aria-busy", "true");
  const expected = shown;
  try {
    const page = await pageOf(address);
    if (expected === shown) swap(results, page);
  } catch {
    location.assign(address);
  }
}

function swap(results, page) {
  const fresh = page.querySelector("[data-results]");
  if (!fresh) return location.reload();
  const scrolled = document.querySelector("#filters")?.scrollTop;
  keepingFocus(() => results.replaceWith(fresh));
  document.title = page.title;
  document.querySelector("#filters").scrollTop = scrolled ?? 0;
  announce(fresh.querySelector("[data-count]")?.textContent.trim() ?? "");
  showCount(page);
  startPhotoPanel();
}

// The numbers of the sheet, while its page is still the old one.
async function renumber(form) {
  const address = (counted = addressOf(form, true));
  try {
    const page = await pageOf(address);
    if (address !== counted) return;
    keepingFocus(() => {
      for (const facet of document.querySelectorAll("#filters fieldset[id]")) takeValues(facet, page);
    });
    showCount(page);
    announce(page.querySelector("[data-count]")?.textContent.trim() ?? "");
  } catch {
    // the sheet still leads to the products
  }
}

function later(input) {
  clearTimeout(typing);
  typing = setTimeout(() => find(input), PAUSE);
}

async function find(input) {
  const sought = input.value;
  try {
    const page = await pageOf(addressOf(input.form, true));
    if (sought !== input.value) return;
    const facet = document.getElementById(input.dataset.facetFind);
    takeValues(facet, page);
    announce(facet.querySelector("[data-facet-said]").textContent.trim());
  } catch {
    // what is there stays
  }
}

function takeValues(facet, page) {
  const fresh = page.getElementById(facet.id)?.querySelector("[data-facet-values]");
  const old = facet.querySelector("[data-facet-values]");
  if (!fresh || !old) return;
  const details = fresh.querySelector("details");
  if (details) details.open ||= old.querySelector("details")?.open ?? false;
  old.replaceWith(fresh);
}

function showCount(page) {
  const place = document.querySelector("[data-show-count]");
  const count = page.querySelector("[data-count]")?.dataset.count;
  if (place) place.textContent = count ? `(${count})` : "";
}

function keepingFocus(change) {
  const focused = document.activeElement?.id;
  change();
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function announce(words) {
  document.querySelector("#announcer").textContent = words;
}
