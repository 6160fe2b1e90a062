// A chip is changed where its words were typed: they are selected in the search box.

export function startEditing() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-edit]");
    if (button) select(document.querySelector("[data-search] [name=q]"), button.dataset.edit);
  });
}

function select(box, words) {
  const start = box.value.toLowerCase().indexOf(words.toLowerCase());
  box.focus();
  if (start < 0) box.select(); // a corrected word stands otherwise in the box
  else box.setSelectionRange(start, start + words.length);
}
