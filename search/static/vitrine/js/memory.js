// What the browser alone remembers: the photo of a search (this tab) and recent searches.
// Storage can be full or forbidden; the shop works without it.

const PENDING = "photo:pending";
const RECENT = "vitrine:searches";
const MOST_RECENT = 6;
const MINUTE = 60_000;

/** Keep a photo that is about to be sent; its id is known on the page that answers. */
export function keepPending(photo) {
  write(sessionStorage, PENDING, { ...photo, at: Date.now() });
}

/** The photo of a result page: {picture, source, box}, or null in another tab or browser. */
export function photoOf(id) {
  const pending = read(sessionStorage, PENDING);
  const known = read(sessionStorage, `photo:${id}`);
  if (known || !pending || Date.now() - pending.at > MINUTE) return known;
  write(sessionStorage, `photo:${id}`, pending);
  sessionStorage.removeItem(PENDING);
  return pending;
}

/** A page that shows no result of a photo did not take the one that was sent. */
export function forgetPending() {
  try {
    sessionStorage.removeItem(PENDING);
  } catch {
    // nothing was kept
  }
}

export function recentSearches() {
  return read(localStorage, RECENT) ?? [];
}

export function rememberSearch(words) {
  const others = recentSearches().filter((each) => each !== words);
  write(localStorage, RECENT, [words, ...others].slice(0, MOST_RECENT));
}

export function forgetSearches() {
  try {
    localStorage.removeItem(RECENT);
  } catch {
    // nothing was kept
  }
}

function read(storage, key) {
  try {
    return JSON.parse(storage.getItem(key));
  } catch {
    return null;
  }
}

function write(storage, key, value) {
  const text = JSON.stringify(value);
  try {
    storage.setItem(key, text);
  } catch {
    makeRoom(storage, key, text);
  }
}

function makeRoom(storage, key, text) {
  try {
    for (const each of Object.keys(storage)) if (each.startsWith("photo:")) storage.removeItem(each);
    storage.setItem(key, text);
  } catch {
    // a page without a thumbnail is still a page
  }
}
