import { startClicks } from "./clicks.js";
import { startCombobox } from "./combobox.js";
import { startEditing } from "./edit.js";
import { startFilters } from "./filters.js";
import { startPhoto } from "./photo.js";
import { startPhotoPanel } from "./panel.js";
import { startShare } from "./share.js";
import { startZoom } from "./zoom.js";

startCombobox(document.querySelector("[data-search]"));
startClicks();
startPhoto();
startPhotoPanel();
startFilters();
startEditing();
startShare();
startZoom();
