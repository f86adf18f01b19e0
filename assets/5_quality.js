// The quality page: a cell of the heat map chooses its province, and the province's list is brought into view.
(function () {
  let opened = new URLSearchParams(window.location.search).get("area");

  window.dash_clientside = window.dash_clientside ?? {};
  window.dash_clientside.quality = {
    // The table under the heat map has a button for each of its rows, in the same order.
    clicked(click) {
      const row = click?.points[0]?.y;
      if (row === undefined) return;
      window.dash_clientside.set_props("quality-heatmap", { clickData: null }); // a second click counts, too
      document.querySelectorAll("#quality-page [data-heat-area]")[row]?.click();
    },
    shown() {
      const area = new URLSearchParams(window.location.search).get("area");
      if (area === opened) return;
      opened = area;
      if (!area) return;
      requestAnimationFrame(() => {
        const title = document.getElementById("quality-province");
        title?.focus({ preventScroll: true });
        title?.scrollIntoView({ block: "nearest" });
      });
    },
  };
})();
