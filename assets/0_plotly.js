// plotly.js fetches a world map from another host before it draws any choropleth, even one with shapes of its own.
// An empty topology, there before it looks, keeps it at home; the maps of this dashboard draw their own land.
window.PlotlyGeoAssets = {
  topojson: {
    world_110m: {
      type: "Topology",
      arcs: [],
      objects: Object.fromEntries(
        ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"].map((name) => [
          name,
          { type: "GeometryCollection", geometries: [] },
        ]),
      ),
    },
  },
};

// The bundle of plotly.js may still be on its way when the first chart looks for it. A promise in its place has dcc.Graph
// wait, and not fetch the whole library a second time.
{
  const bundle = document.querySelector('script[src*="/assets/vendor/plotly-"]');
  if (bundle && !window.Plotly) {
    window.Plotly = new Promise((resolve) => bundle.addEventListener("load", () => resolve(window.Plotly)));
  }
}

// The map will ask for its outlines once it is drawn; by then they are in the browser's cache.
{
  const outlines = document.querySelector('meta[name="outlines"]')?.content;
  if (outlines) fetch(outlines).catch(() => {}); // the map asks again, and tells
}
