// Deciding about findings by keyboard: the card that has the focus is the one that keys act on.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("audit");
  if (!form) return;
  const cards = [...form.querySelectorAll(".audit-card")];
  const place = () => cards.indexOf(document.activeElement.closest(".audit-card"));
  const go = (to) => cards[Math.max(0, Math.min(to, cards.length - 1))]?.focus();
  const press = (card, name) => card.querySelector(`button[name="${name}"]`)?.click();
  const edit = (card) => card.querySelector("input[type=text], input[type=radio]:not(:checked)")?.focus();
  const mark = (card) => card.querySelector("input[name=marked]")?.click();
  const keys = { a: (card) => press(card, "accept"), r: (card) => press(card, "reject"), e: edit, x: mark };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !cards.length) return;
    const at = place();
    if (event.target.matches("input[type=text], textarea, select, input[type=search]")) {
      if (at < 0) return;
      if (event.key === "Escape") cards[at].focus();
      if (event.key === "Enter") { event.preventDefault(); press(cards[at], "accept"); }
      return;
    }
    if (event.key === "j") go(at + 1);
    else if (event.key === "k") go(at - 1);
    else if (at >= 0 && keys[event.key]) keys[event.key](cards[at]);
    else return;
    event.preventDefault();
  });

  document.getElementById("mark-all")?.addEventListener("change", (event) => {
    form.querySelectorAll("input[name=marked]").forEach((box) => { box.checked = event.target.checked; });
  });

  // After a decision the page comes again, and the card that took the place has the focus.
  form.addEventListener("submit", () => sessionStorage.setItem("audit", String(Math.max(place(), 0))));
  const before = sessionStorage.getItem("audit");
  sessionStorage.removeItem("audit");
  if (before !== null) go(Number(before));
});
