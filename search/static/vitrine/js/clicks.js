// Which result was opened, and where it stood: the shop learns by it which answers are good. Links
// stay as they are; a browser that does not send this has lost nothing.

export function startClicks() {
  for (const kind of ["click", "auxclick"]) addEventListener(kind, noted, { capture: true });
}

function noted(event) {
  if (event.button > 1) return; // the right button opens a menu, not the product
  const link = event.target.closest?.("a:not(.alike)");
  const card = link?.closest("[data-product]");
  const results = card?.closest("[data-noted]");
  if (!results) return;
  const places = [...results.querySelectorAll("[data-product]")];
  const said = new FormData();
  said.set("search", results.dataset.noted);
  said.set("product", card.dataset.product);
  said.set("place", places.indexOf(card) + 1);
  navigator.sendBeacon(document.body.dataset.click, said);
}
