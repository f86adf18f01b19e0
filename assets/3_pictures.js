// Shows the map page from what is in the page (2_held_pictures.js): a change to a picture that is there is painted at once
// and asks nobody; all else the server answers.
(function () {
  const MAP = "/ban-do";
  const PATIENCE = 200; // milliseconds that words wait for the map
  const REST = 120; // milliseconds without a newer picture, after which plotly and React are told the one that is seen
  const CONTROLS = ["timeline", "indicator", "period-slider"]; // which Dash draws
  const DRAWN = ["map", ...CONTROLS, "target-path"]; // all else is words
  const { parts, of, askServer, answered, forget, prefetch } = globalThis.pictures;
  const set = (id, properties) => window.dash_clientside.set_props(id, properties);
  const named = (search) => JSON.stringify({ ...parts(search), origin: "" }); // what of an address a picture hangs on

  let shown = null; // the address whose picture stands on the page
  let written = {}; // what components were told, as text
  let painting = 0;
  let behind = null; // the picture that is seen and that plotly and React have still to be told

  // The words at once, and the map where it can be; plotly and the controls of Dash follow once no newer picture comes.
  // Where it can't, plotly draws the map first, and the words come with it.
  // On a page that is being drawn Dash is told: it may not have made the elements yet.
  async function paint(picture, { without = [], fresh = false } = {}) {
    const turn = (painting += 1);
    const seen = !fresh && globalThis.mapAtOnce.paint(picture.map.figure);
    const say = fresh ? globalThis.wordsAtOnce.tell : globalThis.wordsAtOnce.show;
    behind = picture;
    if (seen) {
      putWords(picture, without, say);
      await new Promise((go) => setTimeout(go, REST));
      if (turn !== painting) return;
    }
    const drawn = afterPlot();
    if (write("map", picture.map)) await Promise.race([drawn, new Promise((go) => setTimeout(go, PATIENCE))]);
    else globalThis.mapAtOnce.done();
    if (turn !== painting) return;
    if (!seen) putWords(picture, without, say);
    for (const id of [...CONTROLS, "target-path"]) {
      await nextFrame();
      if (turn !== painting) return;
      if (!without.includes(id)) write(id, picture[id]);
    }
    behind = null;
  }

  function putWords(picture, without, say) {
    for (const [id, properties] of Object.entries(picture)) {
      if (![...DRAWN, ...without].includes(id)) say(id, properties);
    }
  }

  // Plotly and React are told what is seen: what comes from the server is put on top of what they know.
  function catchUp() {
    painting += 1;
    globalThis.wordsAtOnce.tellAll();
    if (behind) for (const id of DRAWN) write(id, behind[id]);
    globalThis.mapAtOnce.giveWay();
    behind = null;
  }

  function write(id, properties) {
    const text = JSON.stringify(properties);
    if (written[id] === text) return false;
    written[id] = text;
    set(id, properties);
    return true;
  }

  function afterPlot() {
    const plot = document.querySelector("#map .js-plotly-plot");
    return new Promise((go) => (plot ? plot.once("plotly_afterplot", go) : go()));
  }

  // Once what is drawn so far is on the screen.
  function nextFrame() {
    return new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
  }

  // A reader who comes to a control works with what is seen.
  for (const kind of ["focusin", "pointerdown"]) {
    const follow = ({ target }) => {
      if (!behind || !target.closest(CONTROLS.map((id) => `#${id}`).join())) return;
      for (const id of CONTROLS) write(id, behind[id]);
    };
    document.addEventListener(kind, follow, { capture: true });
  }

  window.dash_clientside = window.dash_clientside ?? {};
  window.dash_clientside.pictures = {
    // Paints an address that is about to be the page's, where its picture is here: whether it does.
    show(search) {
      const picture = window.location.pathname === MAP ? of(search) : null;
      if (!picture || named(search) === shown) return false;
      shown = named(search);
      paint(picture);
      return true;
    },
    // Paints what is here and asks nothing; else gives the address to the callbacks of the server.
    ask(search, _load, path) {
      const { callback_context: context, no_update } = window.dash_clientside;
      if (path !== MAP) return no_update;
      const anew = !context.triggered.some(({ prop_id: id }) => id === "url.search");
      if (context.triggered.some(({ prop_id: id }) => id === "load.data")) forget();
      if (anew) {
        catchUp();
        [shown, written] = [null, {}];
      }
      if (parts(search) && named(search) === shown) return no_update;
      const fresh = shown === null; // nothing of it is on the page yet
      shown = named(search);
      const picture = of(search);
      if (picture) {
        paint(picture, { fresh });
        prefetch();
        return no_update;
      }
      catchUp();
      askServer();
      written = {};
      return search;
    },
    // The server has drawn the map, and says which pictures go with it.
    known(data) {
      if (data) answered(data);
    },
    // The page is drawn anew, in another language or as another one.
    leave() {
      painting += 1;
      behind = null;
      shown = null;
      globalThis.mapAtOnce.done();
      globalThis.wordsAtOnce.forget();
    },
    // A period that the slider passes, as long as it is held.
    passing(search) {
      if (named(search) === shown) return true;
      const picture = of(search);
      if (!picture) return false;
      shown = null;
      paint(picture, { without: ["timeline", "period-slider"] });
      return true;
    },
  };
  globalThis.pictures.behind = () => behind !== null;
})();
