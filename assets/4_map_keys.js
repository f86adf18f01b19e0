// A map by keyboard and for those who can't see it: a list of its areas over it (layouts/map_keys.py), one stop of Tab. The
// arrows go by neighbour (4_directions.js), Home, End, PageUp and PageDown by rank (from north to south where there is none),
// letters lead to a name, Enter does what a click does. The area that is read is drawn and told; it stays the same whatever
// the map is painted with.
(function () {
  const ARROWS = ["ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"];
  const NAME = 1, AMOUNT = 2, SAID = 8, RANK = 9; // places in customdata (charts/hover.py)
  const PAUSE = 1000; // milliseconds until letters begin a new name
  const SVG = "http://www.w3.org/2000/svg";

  const wired = new WeakMap(); // of a list: the plot that it listens to
  const ways = new Map(); // where arrows lead, by outlines and areas
  let opener = null; // the list from which something was opened last
  let typed = { text: "", at: 0 };

  const plotOf = (list) => document.getElementById(list.dataset.chart)?.querySelector(".js-plotly-plot");
  const active = (list) => list.querySelector('[role="option"][data-active]');
  const fold = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");

  // The areas that are painted and can be opened, in the order of the list.
  function areas(plot, rank) {
    const painted = plot.data?.find((trace) => trace.type === "choropleth" && trace.customdata?.length);
    if (!painted) return { url: "", found: [] };
    const shapes = window.PlotlyGeoAssets?.[painted.geojson]?.features ?? [];
    const south = new Map(shapes.map(({ id, properties }) => [id, -properties.label_point[1]]));
    const ranked = painted.customdata.filter((row) => row[RANK]).length;
    const place = (row) => row[RANK] && rank.replace("{rank}", `${row[RANK]}/${ranked}`);
    const found = painted.customdata.map((row) => ({
      code: row[0],
      name: row[NAME],
      text: [row[NAME], row[AMOUNT], row[SAID], place(row)].filter(Boolean).join(", "),
      order: [Number(row[RANK] || Infinity), south.get(row[0]) ?? 0],
    }));
    found.sort((one, other) => (one.order[0] === other.order[0] ? 0 : one.order[0] - other.order[0]) || one.order[1] - other.order[1]);
    return { url: painted.geojson, shapes, found };
  }

  function fill(list) {
    const plot = plotOf(list);
    const { found } = areas(plot, list.dataset.rank);
    const before = active(list)?.dataset.code;
    const mark = JSON.stringify(found);
    if (list.dataset.filled !== mark) {
      list.dataset.filled = mark;
      list.replaceChildren(...found.map(({ code, name, text }) => option(list, code, name, text)));
      list.setAttribute("role", found.length ? "listbox" : "group");
      list.tabIndex = found.length ? 0 : -1;
      point(list, before);
    } else draw(list);
  }

  function option(list, code, name, text) {
    const made = document.createElement("div");
    made.setAttribute("role", "option");
    made.id = `${list.id}-${code}`;
    made.dataset.code = code;
    made.dataset.name = fold(name);
    made.textContent = text;
    return made;
  }

  // Makes an area the one that is read; without one the map as a whole is.
  function point(list, code) {
    const before = active(list);
    const now = code ? list.querySelector(`[data-code="${CSS.escape(code)}"]`) : null;
    if (before !== now) before?.removeAttribute("data-active");
    for (const one of list.children) one.setAttribute("aria-selected", String(one === now));
    now?.setAttribute("data-active", "");
    if (now) list.setAttribute("aria-activedescendant", now.id);
    else list.removeAttribute("aria-activedescendant");
    draw(list);
  }

  // The outline of the area, in two colours of which one differs from whatever is below, and what is told of it.
  function draw(list) {
    const drawn = list.nextElementSibling;
    const now = document.activeElement === list ? active(list) : null;
    if (!now) return drawn.replaceChildren();
    const picture = document.createElementNS(SVG, "svg");
    const shapes = [...plotOf(list).querySelectorAll(".choroplethlayer path")].filter((one) => one.__data__?.loc === now.dataset.code);
    for (const look of ["around", "inside"]) {
      for (const shape of shapes) {
        const line = document.createElementNS(SVG, "path");
        line.setAttribute("d", shape.getAttribute("d"));
        line.setAttribute("class", look);
        const clip = shape.closest("[clip-path]")?.getAttribute("clip-path");
        if (clip) line.setAttribute("clip-path", clip);
        picture.append(line);
      }
    }
    const said = document.createElement("p");
    said.textContent = now.textContent;
    drawn.replaceChildren(picture, said);
  }

  function ahead(list, way) {
    const { url, shapes, found } = areas(plotOf(list), list.dataset.rank);
    const key = `${url} ${found.map(({ code }) => code).sort()}`;
    if (!ways.has(key)) {
      const listed = new Set(found.map(({ code }) => code));
      ways.set(key, globalThis.directions(shapes.filter(({ id }) => listed.has(id))));
    }
    return ways.get(key)[active(list).dataset.code]?.[way];
  }

  // The next area whose name, or a word of it, begins with the letters; the same letter again goes on from there.
  function named(list, letter) {
    const now = Date.now();
    typed = { text: (now - typed.at < PAUSE ? typed.text : "") + fold(letter), at: now };
    const again = new Set(typed.text).size === 1;
    const wanted = again ? typed.text[0] : typed.text;
    const all = [...list.children];
    const from = all.indexOf(active(list)) + (again ? 1 : 0);
    const turned = [...all.slice(from), ...all.slice(0, from)];
    const begins = turned.find(({ dataset }) => dataset.name.startsWith(wanted));
    return (begins ?? turned.find(({ dataset }) => dataset.name.includes(` ${wanted}`)))?.dataset.code;
  }

  function open(list, code) {
    opener = list;
    window.dash_clientside.set_props(list.dataset.chart, { clickData: { points: [{ customdata: [code] }] } });
  }

  function opened() {
    const given = new URLSearchParams(window.location.search);
    return document.querySelector(".panel-sheet, dialog[open]") !== null || given.has("origin");
  }

  function press(list, event) {
    const all = [...list.children], here = all.indexOf(active(list));
    const to = (place) => all[Math.max(0, Math.min(place, all.length - 1))]?.dataset.code;
    const step = { Home: 0, End: all.length - 1, PageUp: here - 1, PageDown: here + 1 }[event.key];
    if (event.key === "Escape") {
      if (here < 0 || opened()) return;
      point(list, null);
    } else if (ARROWS.includes(event.key)) {
      const code = here < 0 ? to(0) : ahead(list, event.key);
      if (code) point(list, code);
      else globalThis.spoken?.say(list.dataset.edge);
    } else if (step !== undefined) point(list, to(step));
    else if ((event.key === "Enter" || event.key === " ") && !typing(event)) {
      if (here >= 0) open(list, all[here].dataset.code);
    } else if (event.key.length === 1) {
      const code = named(list, event.key);
      if (code) point(list, code);
    } else return;
    event.preventDefault();
  }

  // A space within a name that is being typed.
  const typing = ({ key }) => key === " " && typed.text !== "" && Date.now() - typed.at < PAUSE;

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.matches?.(".map-keys")) press(event.target, event);
  });

  document.addEventListener("focusin", ({ target }) => {
    if (!target.matches?.(".map-keys")) return;
    const chosen = new URLSearchParams(window.location.search).get(target.closest(".communes-page") ? "commune" : "area");
    const known = (code) => code && target.querySelector(`[data-code="${CSS.escape(code)}"]`);
    point(target, [active(target)?.dataset.code, chosen, target.firstElementChild?.dataset.code].find(known));
  });
  document.addEventListener("focusout", ({ target }) => target.matches?.(".map-keys") && draw(target));

  document.addEventListener("click", ({ target }) => {
    const chosen = target.closest?.('.map-keys [role="option"]');
    if (target.closest?.("[data-area], [data-commune], .js-plotly-plot")) opener = null;
    if (chosen) open(chosen.parentElement, chosen.dataset.code);
  }, { capture: true });

  // A map may be drawn anew in another place: its list listens to the one that is there.
  new MutationObserver(() => {
    for (const list of document.querySelectorAll(".map-keys")) {
      const plot = plotOf(list);
      if (!plot?.on || wired.get(list) === plot) continue;
      wired.set(list, plot);
      for (const event of ["plotly_afterplot", "plotly_relayouting"]) plot.on(event, () => list.isConnected && fill(list));
      fill(list);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });

  // From which list a panel was opened that is about to close; the focus goes back there, to the area it was on.
  globalThis.mapKeys = { opener: () => (opener?.isConnected ? opener : null) };
})();
