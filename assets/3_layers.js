// What lies over a page: the panel of a province and the dialog that tells where a number comes from. Each takes the focus
// and gives it back, Escape closes it; what it covers is out of reach.
(function () {
  const BEHIND = ".skip-link, .header, .alerts, .notices, #as-of, .footer, .map-page > :not(.panel)";
  const narrow = window.matchMedia("(max-width: 900px)"); // where the panel covers the whole screen
  const given = (name) => new URLSearchParams(window.location.search).get(name);
  const choose = (changes) => document.dispatchEvent(new CustomEvent("choose", { detail: { changes } }));

  let opened = null; // the province whose panel is open
  let asked = null; // what had the focus before the dialog of origins opened

  // Tab stays in a panel behind which nothing can be seen.
  function closeBehind() {
    const covered = narrow.matches && document.querySelector(".panel-sheet") !== null;
    for (const element of document.querySelectorAll(BEHIND)) element.inert = covered;
  }
  narrow.addEventListener("change", closeBehind);
  document.addEventListener("titled", () => requestAnimationFrame(closeBehind)); // another page, from within the panel

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (given("origin")) choose({ origin: "" });
    else if (opened && document.getElementById("panel-title")) choose({ area: "" });
  });

  window.dash_clientside = window.dash_clientside ?? {};
  window.dash_clientside.layers = {
    origin(children) {
      const dialog = children ? document.getElementById("origin-dialog") : null;
      if (dialog && !dialog.open) {
        asked = document.activeElement;
        dialog.showModal();
        dialog.addEventListener("cancel", (event) => {
          event.preventDefault();
          choose({ origin: "" });
        });
        dialog.addEventListener("click", (event) => event.target === dialog && choose({ origin: "" }));
      } else if (!dialog && asked) {
        asked.focus?.({ preventScroll: true });
        asked = null;
      }
    },
    panel(children) {
      const area = children ? given("area") : null;
      if (area === opened) return;
      const before = opened;
      opened = area;
      requestAnimationFrame(() => {
        closeBehind();
        const rows = [...document.querySelectorAll(`[data-area="${CSS.escape(before ?? "")}"]`)];
        const list = document.getElementById("map-keys");
        const origin = window.mapKeys.opener() ?? rows.find((row) => row.checkVisibility()) ?? list;
        (area ? document.getElementById("panel-title") : origin)?.focus({ preventScroll: !area });
      });
    },
  };
})();
