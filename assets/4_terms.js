// The note that explains a term (layouts/term_notes.py): it comes on hover, on focus by the keyboard and on a press, stays
// while it is pointed at or has the focus, and goes by Escape, by a press elsewhere or when its term is left.
(function () {
  const REST = 180; // milliseconds of pointing before it comes
  const GRACE = 300; // milliseconds to get from the term to the note
  const KEPT = ["lang", "theme", "load"]; // what goes along to every page

  let term = null; // the one that is explained
  let pinned = false; // by a press: it stays when the pointer leaves
  let quiet = false; // the focus comes back to the term, which needs no note again
  let timer = null;
  const note = () => document.getElementById("term-note");
  const more = () => note().querySelector(".term-more a");
  const near = (element) => element === term || note()?.contains(element);

  function open(button, { pin = false } = {}) {
    clearTimeout(timer);
    if (term !== button) close();
    term = button;
    pinned ||= pin;
    const { term: code } = button.dataset;
    let anchor = "";
    for (const meaning of note().querySelectorAll("[data-meaning]")) {
      meaning.hidden = meaning.dataset.meaning !== code;
      if (!meaning.hidden) anchor = meaning.dataset.anchor;
    }
    const given = new URLSearchParams(window.location.search);
    for (const name of [...given.keys()]) if (!KEPT.includes(name)) given.delete(name);
    more().href = `${more().dataset.page}${given.size ? `?${given}` : ""}#${anchor}`;
    note().hidden = false;
    note().popover = "manual"; // above everything, and cut off by nothing
    note().showPopover();
    button.setAttribute("aria-expanded", "true");
    place();
  }

  // Under its term, or above it where there is no room, and inside the window.
  function place() {
    const at = term.getBoundingClientRect(), box = note().getBoundingClientRect();
    const room = document.documentElement;
    if (!term.isConnected || at.bottom < 0 || at.top > room.clientHeight) return close();
    const below = at.bottom + box.height <= room.clientHeight;
    note().style.left = `${Math.max(8, Math.min(at.left, room.clientWidth - box.width - 8))}px`;
    note().style.top = `${below ? at.bottom : Math.max(8, at.top - box.height)}px`;
  }

  function close({ focus = false } = {}) {
    clearTimeout(timer);
    if (!term) return;
    const before = term;
    term = null;
    pinned = false;
    before.setAttribute("aria-expanded", "false");
    if (note()?.matches(":popover-open")) note().hidePopover();
    if (note()) note().hidden = true;
    if (focus) back(before);
  }

  function back(button) {
    quiet = true;
    button.focus({ preventScroll: true });
    quiet = false;
  }

  const later = (act, pause) => {
    clearTimeout(timer);
    timer = setTimeout(act, pause);
  };

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch") return;
    const button = target.closest?.(".term");
    if (button) later(() => button.isConnected && open(button), REST);
    else if (term && near(target)) clearTimeout(timer);
    else if (term && !pinned && !near(document.activeElement)) later(close, GRACE);
    else if (!term) clearTimeout(timer);
  });

  document.addEventListener("focusin", ({ target }) => {
    if (target.matches(".term:focus-visible") && !quiet) open(target);
    else if (term && !near(target)) close();
  });

  document.addEventListener("click", ({ target }) => {
    const button = target.closest(".term");
    if (button) button === term && pinned ? close() : open(button, { pin: true });
    else if (term && (!near(target) || target.closest("a"))) close();
  });

  // Before all others: Escape takes the note away alone. Tab goes from the term into its note, and on from the term.
  document.addEventListener(
    "keydown",
    (event) => {
      if (!term || event.isComposing) return;
      const within = note().contains(document.activeElement);
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        close({ focus: within });
      } else if (event.key === "Tab" && !within && !event.shiftKey && document.activeElement === term) {
        event.preventDefault();
        more().focus();
      } else if (event.key === "Tab" && within) {
        if (event.shiftKey) event.preventDefault();
        back(term);
      }
    },
    { capture: true },
  );

  for (const moved of ["scroll", "resize"]) window.addEventListener(moved, () => term && place(), { capture: true, passive: true });
})();
