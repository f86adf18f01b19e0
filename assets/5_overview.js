// The presentation of the overview: its sections one at a time. That it is on stands in the address (present=1) and so
// in data-present; which page is shown is known here alone.
(function () {
  const KEYS = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 };
  const OPERATED = "a, button, input, select, summary, textarea, [role=slider]";

  let place = 0;
  let turning = true; // by itself
  let presenting = false;
  let timer = null;
  let staying = false; // the reader leaves the whole screen, not the presentation

  const overview = () => document.querySelector(".overview[data-present]");
  const pages = () => [...overview().querySelectorAll(":scope > [data-slide]")];
  const button = (does) => document.querySelector(`[data-slides="${does}"]`);
  const reading = () => document.hidden || document.querySelector("dialog[open]") !== null;

  // An answer of the server may have put other sections in the place of those that were there.
  function mark() {
    const all = pages();
    place = Math.min(place, all.length - 1);
    all.forEach((page, at) => page.toggleAttribute("data-current", at === place));
    write(".slides-name", all[place]?.dataset.slide ?? "");
    write(".slides-count", `${place + 1} / ${all.length}`);
    button("pause")?.setAttribute("aria-pressed", String(turning));
  }

  function write(selector, text) {
    const element = overview().querySelector(selector);
    if (element && element.textContent !== text) element.textContent = text;
  }

  function wait() {
    clearTimeout(timer);
    if (!presenting || !turning) return;
    const seconds = Number(overview()?.querySelector(".slides-bar").dataset.seconds);
    timer = setTimeout(() => (reading() ? wait() : turn(place + 1)), seconds * 1000);
  }

  function turn(to) {
    const count = pages().length;
    place = (to + count) % count;
    mark();
    window.scrollTo(0, 0);
    wait();
  }

  function wholeScreen() {
    document.documentElement.requestFullscreen?.().catch(() => {}); // the presentation does without it
  }

  function look() {
    const is = overview() !== null;
    if (is && !presenting) {
      presenting = true;
      place = 0;
      turning = !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      wait();
    } else if (!is && presenting) {
      presenting = false;
      clearTimeout(timer);
      if (document.fullscreenElement) document.exitFullscreen();
      button("begin")?.focus({ preventScroll: true });
    }
    if (is) mark();
  }

  const DOES = {
    begin: wholeScreen,
    previous: () => turn(place - 1),
    next: () => turn(place + 1),
    pause() {
      turning = !turning;
      mark();
      wait();
    },
    screen() {
      staying = document.fullscreenElement !== null;
      if (staying) document.exitFullscreen();
      else wholeScreen();
    },
  };

  document.addEventListener("click", ({ target }) => {
    const pressed = target.closest("[data-slides]");
    if (pressed) return DOES[pressed.dataset.slides]?.();
    const idle = !target.closest(OPERATED) && window.getSelection().isCollapsed;
    if (presenting && idle && target.closest("[data-current]")) turn(place + 1);
  });

  document.addEventListener("keydown", (event) => {
    if (!presenting || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || reading()) return;
    const { key, target } = event;
    if (key === "Escape") return button("leave").click();
    const to = key in KEYS ? place + KEYS[key] : { Home: 0, End: pages().length - 1 }[key];
    if (to === undefined || (key === " " && target.closest(OPERATED))) return;
    event.preventDefault();
    turn(to);
  });

  // Escape on a whole screen is the browser's own: it is told only that the screen is whole no more.
  document.addEventListener("fullscreenchange", () => {
    if (document.fullscreenElement) return;
    if (presenting && !staying && !reading()) button("leave").click();
    staying = false;
  });

  new MutationObserver(look).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["data-present"],
  });
})();
