/* Choices that are searched for (select2, in admin) have the name of their label. */

function name(select) {
  const box = select.nextElementSibling;
  const label = select.labels?.[0]?.textContent.trim().replace(/:$/, "");
  if (!label || !box?.matches(".select2")) return;
  for (const part of box.querySelectorAll("[role=combobox], [role=textbox], input")) {
    part.removeAttribute("aria-labelledby");
    part.setAttribute("aria-label", label);
  }
}

// Django's own script makes them in a handler of jQuery's that was registered before this one.
window.django?.jQuery?.(() => document.querySelectorAll("select.admin-autocomplete").forEach(name));
