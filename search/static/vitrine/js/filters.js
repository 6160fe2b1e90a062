// Filters and sort take effect at once: the page of the new address is fetched and its results
// put in place, so that the keyboard stays where it is. On phones filters are a sheet of their
// own, where choosing several and then "Show products" is one page, not several.

import { startPhotoPanel } from "./panel.js";

const SHEET = matchMedia("(max-width: 900px)");
let shown = location.pathname + location.search;

export function startFilters() {
  if (!document.querySelector("[data-filters]")) return;
  document.addEventListener("change", (event) => inFilters(event.target) && applied(event.target) && follow(event));
  document.addEventListener("submit", (event) => event.target.matches("[data-filters]") && !SHEET.matches && follow(event));
  addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown) show(location.href);
  });
}

const inFilters = (control) => control.form?.matches("[data-filters]");
const applied = (control) => !SHEET.matches || !control.closest("#filters");

function follow(event) {
  event.preventDefault();
  const form = event.target.form ?? event.target;
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  if (asked.get("sort") === "relevance") asked.delete("sort");
  const address = `${location.pathname}?${asked}`;
  if (address === shown) return; // Enter in a field is a change and a submission
  history.pushState(null, "", address);
  show(address);
}

async function show(address) {
  shown = location.pathname + location.search;
  const results = document.querySelector("[data-results]");
  results.setAttribute("aria-busy", "true");
  const expected = shown;
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (expected === shown) swap(results, page);
  } catch {
    location.assign(address);
  }
}

function swap(results, page) {
  const fresh = page.querySelector("[data-results]");
  if (!fresh) return location.reload();
  const focused = document.activeElement?.id;
  const scrolled = document.querySelector("#filters")?.scrollTop;
  results.replaceWith(fresh);
  document.title = page.title;
  document.querySelector("#filters").scrollTop = scrolled ?? 0;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  document.querySelector("#announcer").textContent = fresh.querySelector("[data-count]")?.textContent ?? "";
  startPhotoPanel();
}
