// What is told to those who can't see that the page has changed, by its one live region and once, when the page has come to
// rest: the sentences marked data-spoken that say something new, and the order of a table. Another page is told by the focus
// on its heading.
(function () {
  const REST = 400; // milliseconds without a change
  const KEPT = 10_000; // milliseconds that what was said stays to be read
  const WATCHED = ["aria-sort", "aria-pressed", "data-dash-is-loading"];

  const page = () => window.location.pathname + document.documentElement.lang;
  const first = page();
  let before = null; // what the page said when it was last at rest: {page, texts, order}
  let arriving = false; // at another page, which isn't whole yet
  let timer = null;
  let silence = null;

  const playing = () => document.querySelector('#play[aria-pressed="true"]') !== null;
  const written = (element) => {
    const copy = element.cloneNode(true);
    for (const unread of copy.querySelectorAll('[aria-hidden="true"]')) unread.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  function say(text) {
    const region = document.getElementById("spoken");
    if (!region || !text) return;
    region.textContent = ""; // so that the same words count as new ones
    requestAnimationFrame(() => (region.textContent = text));
    clearTimeout(silence);
    silence = setTimeout(() => (region.textContent = ""), KEPT);
  }

  // The column by which a table is sorted and which way, in words.
  function order(head) {
    const { sorted, ascending, descending } = document.getElementById("spoken").dataset;
    const way = head.getAttribute("aria-sort") === "descending" ? descending : ascending;
    return sorted.replace("{column}", written(head)).replace("{way}", way);
  }

  function look() {
    const main = document.getElementById("main");
    if (!main || playing() || main.querySelector("[data-dash-is-loading]")) return;
    const marked = [...main.querySelectorAll("[data-spoken]")];
    const sorted = main.querySelector('th:is([aria-sort="ascending"], [aria-sort="descending"])');
    const now = { page: page(), texts: marked.map(written), order: sorted ? order(sorted) : null };
    const was = before;
    before = now;
    const another = was?.page !== now.page;
    if (another) arriving = was !== null || now.page !== first;
    if (arriving) arrive(main);
    if (another || !was.texts.length) return; // the first numbers of a page are read, not told
    const fresh = marked.filter((_, at) => now.texts[at] && now.texts[at] !== was.texts[at]);
    const parts = fresh.map(written);
    const said = fresh.some((one) => one.closest("section")?.contains(sorted));
    if (now.order && was.order && now.order !== was.order && !said) parts.push(now.order);
    say(parts.join(" "));
  }

  // A page that was come to from another one: the focus goes to its heading, or to the part that the address names.
  function arrive(main) {
    const named = decodeURIComponent(window.location.hash.slice(1));
    const heading = (named && document.getElementById(named)) || main.querySelector("h1");
    const { activeElement } = document;
    if (!heading || (activeElement !== document.body && activeElement !== main)) return;
    if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  // Until the reader does something: the heading may come later, or be brought anew with the first numbers.
  for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, () => (arriving = false), { capture: true });

  new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(look, REST);
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true, attributeFilter: WATCHED });

  globalThis.spoken = { say, rested: () => before !== null };
})();
