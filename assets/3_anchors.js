// What the address names after # (#task-III.1.a) is brought into view once it is there: a page comes after its address, and
// in parts. The reader's first step of their own ends it.
(function () {
  let wanted = "";
  let shown = null; // the element that was brought into view, which a later answer may replace

  function look() {
    const found = wanted && document.getElementById(wanted);
    if (!found || found === shown) return;
    shown = found;
    requestAnimationFrame(() => {
      found.scrollIntoView();
      if (!found.hasAttribute("tabindex")) found.tabIndex = -1;
      found.focus({ preventScroll: true });
    });
  }

  function want() {
    wanted = decodeURIComponent(window.location.hash.slice(1));
    shown = null;
    look();
  }

  function leave() {
    wanted = "";
  }

  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("followed", want); // of assets/2_choice.js
  window.addEventListener("popstate", want);
  for (const step of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    document.addEventListener(step, leave, { capture: true, passive: true });
  }
  want();
})();
