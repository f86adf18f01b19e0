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
