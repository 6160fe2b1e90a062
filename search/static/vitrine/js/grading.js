// Grading by keyboard. Without this file every button still posts its form.

const form = document.querySelector("[data-grading]");
const cards = [...form.querySelectorAll("[data-product]")];
const undone = []; // [card, the grade before], the latest last
let waiting = Promise.resolve();

function shown() {
  form.querySelector("[data-graded]").value = cards.filter((card) => card.dataset.grade).length;
}

function mark(card, grade) {
  card.dataset.grade = grade;
  for (const button of card.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(grade !== "" && button.value.endsWith(`:${grade}`)));
  }
  shown();
}

async function keep(card, grade, before) {
  const body = new FormData(form);
  body.set("grade", `${card.dataset.product}:${grade}`);
  const refused = form.querySelector("[data-refused]");
  try {
    const reply = await fetch(form.action, {
      method: "POST", body, headers: { "X-Requested-With": "fetch" }, redirect: "error",
    });
    if (!reply.ok) throw new Error(reply.statusText);
    refused.hidden = true;
  } catch {
    mark(card, before);
    refused.hidden = false;
    card.focus();
  }
}

// One after the other, so that the last word on a card is the last to arrive.
function say(card, grade) {
  const before = card.dataset.grade;
  mark(card, grade);
  waiting = waiting.then(() => keep(card, grade, before));
}

function give(card, grade) {
  undone.push([card, card.dataset.grade]);
  say(card, grade);
}

function undo() {
  const last = undone.pop();
  if (!last) return;
  say(...last);
  last[0].focus();
}

function columns() {
  const top = cards[0]?.offsetTop;
  return Math.max(cards.filter((card) => card.offsetTop === top).length, 1);
}

function move(by) {
  const at = cards.indexOf(document.activeElement.closest("[data-product]"));
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), cards.length - 1);
  cards[next]?.focus();
}

async function go(selector) {
  const link = form.querySelector(selector);
  if (!link) return;
  await waiting;
  link.click();
}

const keys = {
  ArrowLeft: () => move(-1), ArrowRight: () => move(1),
  ArrowUp: () => move(-columns()), ArrowDown: () => move(columns()),
  u: undo, n: () => go("[data-next]"), p: () => go("[data-before]"),
};

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.metaKey || event.target.closest("input, textarea, select")) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey && key !== "z") return;
  const card = document.activeElement.closest("[data-product]");
  if (card && /^[0-3]$/.test(key)) {
    give(card, key);
    move(1);
  } else if (event.ctrlKey) undo();
  else if (keys[key]) keys[key]();
  else return;
  event.preventDefault();
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const card = event.submitter.closest("[data-product]");
  const grade = event.submitter.value.split(":")[1];
  give(card, card.dataset.grade === grade ? "" : grade);
});

(cards.find((card) => !card.dataset.grade) ?? cards[0])?.focus({ preventScroll: true });
