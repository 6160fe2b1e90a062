// Before the first paint: the stylesheet hides what only pages without scripts need.
document.documentElement.classList.add("scripted");
