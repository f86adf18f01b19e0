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

// Shapes of areas, fetched once and put where plotly.js looks before it asks for them itself: it would say it had drawn, draw
// again when they come, and not see that the page had gone meanwhile.
{
  const asked = new Map();
  const fetched = async (address, options) => {
    const answer = await fetch(address, options);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    window.PlotlyGeoAssets[address] = await answer.json();
  };
  globalThis.outlines = (address, options) => {
    if (!asked.has(address)) {
      asked.set(address, fetched(address, options));
      asked.get(address).catch(() => asked.delete(address)); // to be asked again
    }
    return asked.get(address);
  };
  const first = document.querySelector('meta[name="outlines"]')?.content;
  if (first) globalThis.outlines(first).catch(() => {}); // the map asks again, and tells
}

// The bundle of plotly.js may still be on its way when the first chart looks for it, or be left until one does. A promise in
// its place has dcc.Graph wait, and not fetch the whole library a second time.
{
  const charts = document.querySelector('head > [src*="/assets/vendor/plotly-"], head > [href*="/assets/vendor/plotly-"]');
  const SOON = 1000; // milliseconds after all of the page has come
  const drawings = new WeakMap(); // the last one of each chart
  const shapes = (figure) =>
    [figure.data ?? figure].flat().flatMap(({ geojson }) => (typeof geojson === "string" ? [globalThis.outlines(geojson)] : []));
  const task = () => new Promise((go) => setTimeout(go));
  const frame = () => (document.hidden ? null : new Promise((go) => requestAnimationFrame(go)));
  // Every chart is drawn in a task of its own, once the one before is on the screen: between two of them the browser can
  // answer a click. One whose shapes are on their way has no turn yet.
  const inTurn = (atOnce) => {
    let last = null;
    const turn = (work) => {
      const done = Promise.resolve(last).then(task).then(work);
      last = done.then(frame, frame);
      return done;
    };
    const draw = (graph, figure, ...more) => {
      const before = Promise.allSettled([drawings.get(graph), ...shapes(figure)]);
      const drawing = before.then(() => turn(() => graph.isConnected && atOnce(graph, figure, ...more)));
      drawings.set(graph, drawing);
      return drawing;
    };
    return Object.assign(draw, { atOnce });
  };
  // dcc.Graph asks for the size after every drawing, and plotly.js draws once more whether it has changed or not.
  const whereChanged = (resize) => (graph) => {
    const { width, height } = graph._fullLayout ?? {};
    const same = Math.abs(graph.clientWidth - width) < 1 && Math.abs(graph.clientHeight - height) < 1;
    return same ? Promise.resolve(graph) : resize(graph);
  };
  const loaded = (script) =>
    new Promise((resolve, reject) => {
      script.addEventListener("load", () => {
        window.Plotly.react = inTurn(window.Plotly.react);
        window.Plotly.Plots.resize = whereChanged(window.Plotly.Plots.resize);
        resolve(window.Plotly);
      });
      script.addEventListener("error", reject);
    });
  const load = () => {
    const script = document.createElement("script");
    script.src = charts.href;
    document.head.append(script);
    return loaded(script);
  };
  let asked = null;
  const ask = () => (asked ??= load());
  if (charts && !window.Plotly) {
    if (charts.src) asked = loaded(charts);
    window.Plotly = { then: (resolve, reject) => ask().then(resolve, reject) };
    // On a page that waits longer for its numbers the library runs meanwhile; browsers warn of what they fetch ahead for nothing.
    const whileWaiting = () => ask().catch(() => {}); // the chart that needs it tells
    if (charts.rel === "preload") window.addEventListener("load", () => setTimeout(whileWaiting, SOON));
  }
}
