// Pictures of the map page that are in the page (callbacks/pictures.py): fetched while the reader is idle, the likeliest
// next first, and found by what an address says. Nothing is drawn here but the mark of the province that is selected.
(function () {
  const MAP = "/ban-do";
  const FREQUENCIES = ["month", "quarter", "half", "nine_months", "year"];
  const OFTEN = ["quarter", "month", "year"]; // those that buttons lead to
  const BOUNDARIES = ["34", "63", "reported"];
  const KNOWN = new Set(["i", "p", "b", "c", "rank", "area", "origin", "lang", "theme", "load"]);
  const ROOM = 24_000_000; // letters of pictures kept; the least needed go
  const WAIT = 200; // milliseconds until it is looked again whether the server has answered
  const ANSWERS = ["map", "headline", "target-path", "segments"]; // a component of each callback of the page

  const held = new Map(); // pictures by address, those needed last at the end
  const shelves = new Map(); // by address: the lists that pictures are joined from, the same for all indicators
  const models = new Map(); // by address: the parts that pictures name
  const refused = new Set(); // addresses that gave none
  let known = null; // what the server said of itself: its mark, its first indicator, what is likely to be next
  let asking = false; // the server, which hasn't answered yet
  let busy = false;
  let resting = false;

  // What an address says, as far as a picture hangs on it; null where it says more.
  function parts(search) {
    const given = new URLSearchParams(search);
    const names = [...given.keys()];
    if (names.length !== new Set(names).size || names.some((name) => !KNOWN.has(name))) return null;
    const said = Object.fromEntries([...KNOWN].map((name) => [name, given.get(name) ?? ""]));
    const { theme } = document.documentElement.dataset; // what the system wishes, where the address names none
    return { ...said, i: said.i || known?.first, b: said.b || "34", theme: said.theme || (theme === "light" ? "" : theme) };
  }

  function address({ i, b, lang, theme, load }, frequency) {
    const asked = { b, f: frequency, lang, theme, load, v: known.mark };
    const kept = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
    return `${MAP}/so-lieu/${encodeURIComponent(i)}?${kept}`;
  }

  // The pictures that an address asks for and which of them; null where they aren't here.
  function find(said) {
    if (!known?.mark || !said) return null;
    for (const frequency of FREQUENCIES) {
      const at = address(said, frequency);
      const pictures = held.get(at)?.pictures;
      const place = pictures ? (said.p ? pictures.periods.indexOf(said.p) : pictures.newest ?? -1) : -1;
      if (place < 0) continue;
      held.set(at, take(at));
      return { pictures, place, frequency };
    }
    return null;
  }

  function take(at) {
    const found = held.get(at);
    held.delete(at);
    return found;
  }

  // Of all colourings or ranks the one that an address names; the name of another where it is shown instead.
  function named(columns, name) {
    const found = Object.hasOwn(columns, name) ? columns[name] : null;
    return typeof found === "string" ? columns[found] : found;
  }

  function picture({ pictures, place }, { c, rank, area }) {
    const found = [named(pictures.colourings, c), named(pictures.ranks, rank), pictures.path];
    if (found.includes(null)) return null;
    const lists = shelves.get(pictures.pieces);
    const properties = Object.assign({}, ...found.map((column) => globalThis.columns.at(column, place, lists)));
    return area ? marked(properties, area) : properties;
  }

  // The same with the province that is selected: outlined on the map, marked in the ranking.
  function marked(properties, area) {
    const { figure } = properties.map;
    if (!figure.data[0].locations.includes(area)) return null;
    const outline = { locations: [area], z: [0], visible: true };
    const data = figure.data.map((trace) => (trace.name === "selected" ? { ...trace, ...outline } : trace));
    const ranking = { children: current(properties.ranking.children, area) };
    return { ...properties, map: { figure: { ...figure, data } }, ranking };
  }

  function current(tree, area) {
    if (Array.isArray(tree)) return tree.map((each) => current(each, area));
    if (!tree?.props) return tree;
    const mark = tree.props["data-area"] === area ? { "aria-current": "true" } : {};
    return { ...tree, props: { ...tree.props, ...mark, children: current(tree.props.children, area) } };
  }

  // Whether an answer of the server is on its way; it would come over what is painted meanwhile.
  function waiting() {
    return asking || ANSWERS.some((id) => document.querySelector(`#${id}[data-dash-is-loading]`));
  }

  function forget() {
    held.clear();
    models.clear();
    refused.clear();
    known = null;
  }

  // What a reader may look at next, the likeliest first.
  function wanted(said, { frequency, next }) {
    const others = BOUNDARIES.filter((boundaries) => boundaries !== said.b);
    return [
      ...[frequency, ...OFTEN].map((each) => address(said, each)),
      ...others.map((b) => address({ ...said, b }, frequency)),
      ...Object.entries(next).map(([i, newest]) => address({ ...said, i }, said.p ? frequency : newest)),
    ].filter((at) => !held.has(at) && !refused.has(at));
  }

  function prefetch() {
    const saving = document.hidden || navigator.connection?.saveData;
    if (busy || resting || saving || window.location.pathname !== MAP || !known?.mark) return;
    const said = parts(window.location.search);
    const from = said && (find(said) ? { ...find(said), next: find(said).pictures.next } : known);
    const at = said && wanted(said, from)[0];
    if (!at) return;
    busy = true;
    whenIdle(async () => {
      if (waiting()) await new Promise((go) => setTimeout(go, WAIT)); // what the reader asked for comes first
      else await fetched(at);
      busy = false;
      prefetch();
    });
  }

  function whenIdle(run) {
    if (window.requestIdleCallback) window.requestIdleCallback(run, { timeout: 2000 });
    else setTimeout(run, 200);
  }

  async function fetched(at) {
    try {
      const answer = await fetch(at, { priority: "low" });
      if (!answer.ok) throw new Error(answer.statusText);
      const text = await answer.text();
      const pictures = JSON.parse(text);
      if (pictures.mark !== known?.mark) return refused.add(at);
      await filled(pictures);
      await shelved(pictures);
      await outlined(pictures);
      held.set(at, { pictures, size: text.length });
      let room = ROOM;
      for (const { size } of held.values()) room -= size;
      for (const [oldest, { size }] of held) {
        if (room >= 0) break;
        held.delete(oldest);
        refused.add(oldest); // or it would come again at once
        room += size;
      }
    } catch {
      resting = true; // the server's callbacks remain, and end this
    }
  }

  // Pictures name what others say already.
  async function filled(pictures) {
    const { model } = pictures;
    if (!model) return;
    if (!models.has(model)) {
      const found = await (await fetch(model, { priority: "low" })).json();
      if (!model.endsWith(`v=${found.mark}`)) throw new Error("the warehouse has changed meanwhile");
      models.set(model, globalThis.columns.parts(found));
    }
    globalThis.columns.fill(pictures, models.get(model));
  }

  // The lists that pictures are joined from, once for all of them.
  async function shelved({ pieces }) {
    if (shelves.has(pieces)) return;
    const packed = await (await fetch(pieces, { priority: "low" })).json();
    const lists = ([length, column]) => Array.from({ length }, (_, number) => globalThis.columns.at(column, number));
    shelves.set(pieces, packed.map(lists));
  }

  // The outlines that pictures are drawn on.
  async function outlined({ periods, colourings, pieces }) {
    const drawn = Object.values(colourings).find((column) => typeof column !== "string");
    const places = drawn ? new Set([0, periods.length - 1]) : []; // "as reported" changes them once
    for (const place of places) {
      const { geojson } = globalThis.columns.at(drawn, place, shelves.get(pieces)).map.figure.data[0];
      await globalThis.outlines(geojson, { priority: "low" });
    }
  }

  document.addEventListener("visibilitychange", () => prefetch());

  // What an address shows, from here; null where the server is to answer.
  function of(search) {
    const said = parts(search);
    const found = said && !waiting() ? find(said) : null;
    return found && picture(found, said);
  }

  // What is held waits for the server, which draws the map, and says which pictures go with it.
  function askServer() {
    asking = true;
  }

  function answered(data) {
    if (known?.mark !== data.mark) forget();
    known = data;
    asking = false;
    resting = false;
    refused.clear();
    prefetch();
  }

  globalThis.pictures = { parts, of, picture, askServer, answered, forget, prefetch, held, shelves };
})();
