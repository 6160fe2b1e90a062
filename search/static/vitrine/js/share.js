// Sharing a product: the device's own sheet where there is one, else the address is copied.

export function startShare() {
  const button = document.querySelector("[data-share]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => share(button));
}

async function share(button) {
  const shared = { title: button.dataset.share, url: location.href };
  try {
    if (navigator.share) return await navigator.share(shared);
    await navigator.clipboard.writeText(shared.url); // not there on a page without HTTPS
    document.querySelector("[data-share-said]").textContent = button.dataset.textCopied;
  } catch (reason) {
    if (reason.name !== "AbortError") offer(shared.url); // the shopper closed the sheet
  }
}

function offer(address) {
  const field = document.querySelector("[data-share-address]");
  const input = field.querySelector("input");
  field.hidden = false;
  input.value = address;
  input.select();
}
