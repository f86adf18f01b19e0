// The tour (layouts/tour.py): a card that goes from one part of the page to the next, and a ring around that part. Nothing is
// covered or blocked; Escape ends it. Taken or refused once, it is not offered again.
(function () {
  const KEPT = "tour"; // in the browser's store, beside the size of letters
  const page = document.documentElement;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const narrow = window.matchMedia("(max-width: 640px)");
  const EDGE = 12; // px between the card, its target and the edges of the window

  let way = []; // the steps that have something to point at
  let at = 0;
  let opener = null;
  const tour = () => document.getElementById("tour");
  const part = (name) => tour().querySelector(name);
  const isOpen = () => tour()?.hidden === false;
  const target = () => [...document.querySelectorAll(way[at].dataset.target)].find((one) => one.checkVisibility());

  function start(button) {
    const steps = [...tour().querySelectorAll(".tour-step")];
    way = steps.filter((step) => [...document.querySelectorAll(step.dataset.target)].some((one) => one.checkVisibility()));
    if (!way.length) return;
    opener = button;
    tour().hidden = false;
    show(0);
    way[0].querySelector("h2").focus({ preventScroll: true });
    follow();
  }

  function show(place) {
    at = place;
    for (const step of tour().querySelectorAll(".tour-step")) step.hidden = step !== way[at];
    const next = part("[data-tour=next]"), counter = part(".tour-place");
    part("[data-tour=back]").hidden = at === 0;
    next.textContent = at === way.length - 1 ? next.dataset.last : next.dataset.more;
    counter.textContent = counter.dataset.place.replace("{n}", at + 1).replace("{all}", way.length);
    const found = target();
    const tall = narrow.matches || found.offsetHeight > window.innerHeight / 2;
    found.scrollIntoView({ block: tall ? "start" : "center", behavior: still.matches ? "instant" : "smooth" });
  }

  // The ring and the card stay with their target while the page scrolls or changes.
  function follow() {
    if (!isOpen()) return;
    const found = target(), ring = part(".tour-ring"), card = part(".tour-card");
    ring.hidden = !found;
    if (found) {
      const box = found.getBoundingClientRect();
      put(ring, { left: box.left - 4, top: box.top - 4, width: box.width + 8, height: box.height + 8 });
      put(card, narrow.matches ? { left: "", top: "" } : beside(box, card.getBoundingClientRect()));
    }
    requestAnimationFrame(follow);
  }

  function put(element, box) {
    for (const [side, length] of Object.entries(box)) {
      const said = length === "" ? "" : `${Math.round(length)}px`;
      if (element.style[side] !== said) element.style[side] = said;
    }
  }

  // Under, over, right or left of a box, where there is room; else in the corner of the window.
  function beside(box, card) {
    const width = page.clientWidth, height = window.innerHeight;
    const x = Math.max(EDGE, Math.min(box.left, width - card.width - EDGE));
    const y = Math.max(EDGE, Math.min(box.top, height - card.height - EDGE));
    const places = [
      { left: x, top: box.bottom + EDGE },
      { left: x, top: box.top - card.height - EDGE },
      { left: box.right + EDGE, top: y },
      { left: box.left - card.width - EDGE, top: y },
    ];
    const fits = ({ left, top }) =>
      left >= EDGE && top >= EDGE && left + card.width <= width - EDGE && top + card.height <= height - EDGE;
    return places.find(fits) ?? { left: width - card.width - EDGE, top: height - card.height - EDGE };
  }

  function end() {
    window.localStorage.setItem(KEPT, "seen");
    page.dataset.tour = "seen";
    if (!isOpen()) return document.getElementById("main")?.focus({ preventScroll: true });
    tour().hidden = true;
    const back = opener?.checkVisibility() ? opener : document.getElementById("main");
    back?.focus({ preventScroll: true });
  }

  function step(by) {
    if (at + by >= way.length) return end();
    show(Math.max(0, at + by));
    // What had the focus may be gone with its step, or be "back" on the first one.
    if (!document.activeElement.checkVisibility() || document.activeElement === document.body) {
      way[at].querySelector("h2").focus({ preventScroll: true });
    }
  }

  const ACTS = { start, end, next: () => step(1), back: () => step(-1) };

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-tour]:not(html)");
    if (button) ACTS[button.dataset.tour](button);
  });

  document.addEventListener(
    "keydown",
    (event) => {
      if (!isOpen() || event.defaultPrevented || document.querySelector("dialog[open], :popover-open")) return;
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === "Escape") end();
      else if (by && part(".tour-card").contains(document.activeElement)) step(by);
      else return;
      event.preventDefault();
    },
    { capture: true },
  );

  // Another page has other parts.
  for (const left of ["followed", "popstate"]) {
    (left === "popstate" ? window : document).addEventListener(left, () => isOpen() && (tour().hidden = true));
  }

  page.dataset.tour = window.localStorage.getItem(KEPT) ?? "new";
})();
