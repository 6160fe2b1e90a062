/* A form of admin is sent once: the second click of a double click would make another product.

The button stays as it is, as its name says what is to be done. What does not lead to another page
(a download) may be sent again after a while, and so may what the browser brings back. */

const WAIT = 10_000;
const sent = new Map(); // form -> when

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (Date.now() - sent.get(form) < WAIT) event.preventDefault();
  else sent.set(form, Date.now());
});
window.addEventListener("pageshow", () => sent.clear());
