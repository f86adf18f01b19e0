// Puts a picture of the map on the screen in one frame, on a layer of its own within the chart of plotly.js, whose own
// drawing takes three; that follows with the same picture, and the layer goes. All that a picture can change is on the
// layer (areas, outline, patterns, icons), so it is never half of two pictures. What differs otherwise is left to plotly.
(function () {
  const NS = "http://www.w3.org/2000/svg";
  const NAMES = ["archipelagos", "sea"]; // of places, which are the same in all pictures and stay plotly's
  const HAIR = 1; // pixels: the line of an open mark, as plotly draws it

  const outlines = new Map(); // paths by the address of their shapes and the view they are drawn in
  let layer = null; // what is shown now: its element, picture and plot
  let drawn = null; // the element of the last layer and what is in it, to be filled anew

  const alike = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const named = ({ name, text, lon, lat, textfont }) => [name, text, lon, lat, textfont];

  function subplot(plot) {
    return plot?._fullLayout?.geo?._subplot;
  }

  // Whether the two pictures differ in nothing but what the layer shows.
  function fits(plot, { data, layout }) {
    const geo = subplot(plot);
    if (!geo?.projection || !geo.layers.backplot || plot.matches(":active")) return false;
    if (!alike(plot.layout.template, layout.template)) return false;
    if (Object.keys(plot._fullLayout._preGUI).length) return false; // moved by the reader: plotly alone knows where to
    const places = (traces) => traces.filter(({ name }) => NAMES.includes(name)).map(named);
    if (!alike(places(plot.data), places(data))) return false;
    return data.every(({ type, geojson }) => type !== "choropleth" || window.PlotlyGeoAssets[geojson]?.features);
  }

  const number = (value) => Math.round(value * 100) / 100;

  function pen(projection) {
    return (point) => projection(point).map(number).join();
  }

  // The paths of all areas in the view that the chart shows.
  function paths(address, projection) {
    const view = [projection.scale(), projection.translate(), projection.rotate(), projection.center()];
    const key = `${address} ${view}`;
    if (!outlines.has(key)) {
      if (outlines.size > 4) outlines.clear(); // views that were passed
      const at = pen(projection);
      const path = ({ type, coordinates }) =>
        (type === "Polygon" ? [coordinates] : coordinates)
          .flat()
          .map((ring) => `M${ring.map(at).join("L")}Z`)
          .join("");
      const { features } = window.PlotlyGeoAssets[address];
      outlines.set(key, new Map(features.map(({ id, geometry }) => [id, path(geometry)])));
    }
    return outlines.get(key);
  }

  function element(name, attributes, text = "") {
    const made = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  }

  // The colour of a class: z points to the middle of its step.
  function areas({ geojson, locations, z, colorscale, marker }, projection) {
    const shapes = paths(geojson, projection);
    const { color, width } = marker.line;
    return locations.map((code, which) => ({
      "data-code": code,
      d: shapes.get(code) ?? "",
      fill: colorscale[2 * Math.floor(z[which])][1],
      stroke: color,
      "stroke-width": width,
    }));
  }

  function points({ lon, lat }) {
    return lon.map((east, which) => (east === null ? null : [east, lat[which]]));
  }

  function lines(trace, at) {
    let d = "";
    let begun = false;
    for (const point of points(trace)) {
      if (point) d += (begun ? "L" : "M") + at(point);
      begun = point !== null;
    }
    return { d, fill: "none", stroke: trace.line.color, "stroke-width": trace.line.width, "stroke-miterlimit": 2 };
  }

  function marks(trace, at) {
    const { size, color, symbol } = trace.marker;
    const r = size / 2;
    const circle = (point) => `M${at(point)}m${r},0a${r},${r} 0 1,1 ${-size},0a${r},${r} 0 1,1 ${size},0`;
    const look = symbol === "circle-open" ? { fill: "none", stroke: color, "stroke-width": HAIR } : { fill: color };
    return { d: points(trace).map(circle).join(""), ...look };
  }

  function icons({ lon, lat, text, textfont }, projection, family) {
    return text.map((icon, which) => {
      const [x, y] = projection([lon[which], lat[which]]);
      const size = textfont.size[which];
      const font = { "font-family": family, "font-size": size, "font-weight": textfont.weight };
      const around = { x, y: y + size / 4, "text-anchor": "middle", fill: textfont.color[which] };
      return element("text", { ...font, ...around }, icon);
    });
  }

  // What lies on the areas, anew each time; the areas themselves are filled, if they are the same.
  function content({ data }, plot) {
    const { projection } = subplot(plot);
    const at = pen(projection);
    const seen = data.filter(({ visible, name }) => visible !== false && !NAMES.includes(name));
    const over = seen.filter(({ type }) => type === "scattergeo");
    return {
      areas: seen.filter(({ type }) => type === "choropleth").flatMap((trace) => areas(trace, projection)),
      over: over.map((trace) => {
        const group = element("g", { opacity: trace.opacity ?? 1 });
        if (trace.mode === "text") group.append(...icons(trace, projection, plot._fullLayout.font.family));
        else group.append(element("path", (trace.mode === "lines" ? lines : marks)(trace, at)));
        return group;
      }),
    };
  }

  function fill(picture, plot) {
    const found = content(picture, plot);
    const same = drawn && alike(found.areas.map(({ d }) => d), drawn.areas.map(({ d }) => d));
    if (!same) {
      drawn = { element: element("g", { class: "at-once" }), areas: [], over: [] };
      drawn.element.append(...found.areas.map(() => element("path", { class: "at-once-area" })));
    }
    const { children } = drawn.element;
    found.areas.forEach((wanted, which) => {
      for (const [name, value] of Object.entries(wanted)) {
        if (drawn.areas[which]?.[name] !== value) children[which].setAttribute(name, value);
      }
    });
    drawn.over.forEach((group) => group.remove());
    drawn.element.append(...found.over);
    Object.assign(drawn, found);
    return drawn.element;
  }

  // Plotly's own drawing of what the layer shows.
  function hide(plot, hidden) {
    const { backplot, frontplot } = subplot(plot).layers;
    const own = [...frontplot.node().querySelectorAll(".trace.scattergeo")];
    const covered = own.filter(({ __data__: points }) => !NAMES.includes(points[0].trace.name));
    for (const group of [backplot.node().querySelector(".choroplethlayer"), ...covered]) {
      group.style.visibility = hidden ? "hidden" : "";
    }
  }

  // Whether the picture is on the screen with the next frame.
  function paint(figure) {
    const graph = document.getElementById("map");
    const plot = graph?.querySelector(".js-plotly-plot");
    if (!plot || !fits(plot, figure)) {
      giveWay();
      return false;
    }
    layer = { figure, plot, last: false };
    subplot(plot).layers.backplot.node().append(fill(figure, plot));
    hide(plot, true);
    graph.dataset.behind = ""; // no pointer reaches what plotly still has of the picture before
    if (!plot.dataset.followed) {
      plot.dataset.followed = "true";
      plot.on("plotly_afterplot", () => followed(plot));
    }
    return true;
  }

  // Plotly has drawn: the picture of the layer, or an earlier one, late or once more in a window of another size.
  function followed(plot) {
    if (layer?.plot !== plot) return;
    if (layer.last || plot.data[0].z === layer.figure.data[0].z) done();
    else paint(layer.figure) || done();
  }

  // What plotly draws next is newer than the layer.
  function giveWay() {
    if (layer) layer.last = true;
  }

  function done() {
    if (!layer) return;
    drawn.element.remove();
    if (layer.plot.isConnected) hide(layer.plot, false);
    layer = null;
    delete document.getElementById("map")?.dataset.behind;
  }

  globalThis.mapAtOnce = { paint, giveWay, done };
})();
