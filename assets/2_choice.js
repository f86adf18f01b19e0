// What is chosen stands in the address. Buttons with data-choose, the dropdown, the slider, the map and the play button
// write it there; the server answers the address. A choice is a step of the browser's history, playing is one step.
(function () {
  const page = document.documentElement;
  const WISHES = { contrast: "(prefers-contrast: more)", dark: "(prefers-color-scheme: dark)" };
  const THEMES = ["light", ...Object.keys(WISHES)];
  const LEFT_OUT = { b: "34", rank: "top", theme: wished() }; // what an address needn't say
  const KEPT = ["lang", "theme", "load"]; // what goes along to every page
  const FIRST_LANGUAGE = page.lang;
  const set = (id, properties) => window.dash_clientside.set_props(id, properties);

  let playing = false;
  let goal = null; // the period that playing has asked for last
  let pressed = null; // what the button that was pressed last chooses

  // The theme that the system wishes, where the address names none. The server, which draws the charts, learns it by a
  // cookie; where there can be none, nothing is wished.
  function wished() {
    const found = THEMES.find((theme) => navigator.cookieEnabled && WISHES[theme] && window.matchMedia(WISHES[theme]).matches);
    document.cookie = `wished-theme=${found ?? "light"}; path=/; SameSite=Lax`;
    return found ?? "light";
  }

  function given(name) {
    return new URLSearchParams(window.location.search).get(name);
  }

  function chosen(name) {
    return given(name) ?? LEFT_OUT[name] ?? null;
  }

  function choose(changes, { replace = false } = {}) {
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value && value !== LEFT_OUT[name]) next.set(name, value);
      else next.delete(name);
    }
    const search = next.size ? `?${next.toString().replaceAll("%2C", ",")}` : ""; // lists read better
    if (search === window.location.search) return;
    window.history[replace ? "replaceState" : "pushState"]({}, "", window.location.pathname + search);
    dress();
    const { href } = window.location;
    // dcc.Location finds the address as it says and adds no step of its own.
    const tell = () => href === window.location.href && set("url", { search, href });
    // Dash compares all components with what it is told, and would hold up the frame that shows the choice.
    if (window.dash_clientside.pictures.show(search)) requestAnimationFrame(() => setTimeout(tell));
    else tell();
  }

  // What a part of the page asks the server: of the address what it hangs on, and that once. Where the address doesn't
  // name what the part shows, it is empty and asks nothing.
  const said = {};
  function ask(part, search, names, needed) {
    const { callback_context: context, no_update } = window.dash_clientside;
    const given = new URLSearchParams(search);
    for (const name of [...given.keys()]) if (!names.includes(name) && !KEPT.includes(name)) given.delete(name);
    if (needed && !given.get(needed)) {
      if (said[part]) set(part, { children: null });
      said[part] = null;
      return no_update;
    }
    const before = said[part];
    said[part] = `?${given}`;
    const moved = context.triggered.length === 1 && context.triggered[0].prop_id === "url.search";
    return moved && before === said[part] ? no_update : said[part];
  }

  // What the address says of the page as a whole, and which buttons are pressed, without waiting for the server.
  function dress() {
    const language = chosen("lang");
    page.lang = language === "en" || language === "vi" ? language : FIRST_LANGUAGE;
    page.dataset.theme = THEMES.includes(given("theme")) ? given("theme") : LEFT_OUT.theme;
    for (const anchor of document.querySelectorAll(":is(.header, .footer) a[data-page]")) {
      const kept = new URLSearchParams();
      for (const name of KEPT) if (given(name)) kept.set(name, given(name));
      anchor.href = anchor.dataset.page + (kept.size ? `?${kept}` : "");
    }
    for (const button of document.querySelectorAll("[data-choose-theme], [data-text-size]")) {
      const { chooseTheme, textSize } = button.dataset;
      button.setAttribute("aria-pressed", String(chooseTheme === page.dataset.theme || textSize === page.dataset.size));
    }
  }

  // Where the row of pages is wider than the screen, the page that is open is in sight.
  function showWhere() {
    const row = document.querySelector(".pages");
    const current = row?.querySelector("[aria-current]");
    if (current) row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.clientWidth) / 2;
  }

  function resize(size) {
    page.dataset.size = size;
    window.localStorage.setItem("text-size", size);
    dress();
    window.dispatchEvent(new Event("resize")); // charts fit themselves anew
  }

  function play(is) {
    playing = is;
    goal = null;
    if (!document.getElementById("play")) return; // only the map plays
    set("play", { "aria-pressed": String(is) });
    set("play-tick", { disabled: !is });
  }

  // A link to another page of ours changes the page in place: nothing is loaded anew, and "back" works as ever.
  function follow(event, anchor) {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const to = new URL(anchor.href);
    if (to.searchParams.get("theme") === LEFT_OUT.theme) to.searchParams.delete("theme");
    const { pathname, search, hash, href } = to;
    const elsewhere = pathname !== window.location.pathname;
    if (href !== window.location.href) window.history.pushState({}, "", href);
    play(false);
    dress();
    set("url", { pathname, search, hash, href });
    if (elsewhere) {
      window.scrollTo(0, 0);
      document.getElementById("main")?.focus({ preventScroll: true });
    }
    document.dispatchEvent(new Event("followed"));
  }

  // A box of a list: all that are ticked stand in the address. The last one stays.
  function tick(box) {
    const { tick: name } = box.dataset;
    const boxes = [...document.querySelectorAll(`[data-tick="${CSS.escape(name)}"]`)];
    const ticked = (one) => (one === box) !== (one.getAttribute("aria-checked") === "true");
    const values = boxes.filter(ticked).map((one) => one.dataset.value);
    if (!values.length) return;
    box.setAttribute("aria-checked", String(ticked(box)));
    choose({ [name]: values.join(",") });
  }

  document.addEventListener("click", (event) => {
    const anchor = event.target.closest("a[data-page]");
    if (anchor) return follow(event, anchor);
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.choose !== undefined) {
      play(false);
      pressed = button.dataset.choose;
      for (const other of button.parentElement.querySelectorAll(":scope > .segment")) {
        other.setAttribute("aria-pressed", String(other === button));
      }
      choose(Object.fromEntries(new URLSearchParams(button.dataset.choose)));
    }
    if (button.dataset.tick) tick(button);
    if (button.dataset.chooseTheme) choose({ theme: button.dataset.chooseTheme });
    if (button.dataset.textSize) resize(button.dataset.textSize);
    if (button.matches(".tools-opener")) {
      button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
    }
  });

  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (target.id !== "value-table-fold" || !target.open) return;
      set("map-table-asked", { data: window.location.search });
    },
    { capture: true }, // it doesn't bubble
  );

  document.addEventListener("change", ({ target }) => {
    const { chooseBy, chooseAlso = "" } = target.dataset;
    if (chooseBy) choose({ ...Object.fromEntries(new URLSearchParams(chooseAlso)), [chooseBy]: target.value });
  });

  // What the script of a page chooses.
  document.addEventListener("choose", ({ detail }) => choose(detail.changes, detail));

  // An answer puts new buttons in the place of old ones: the focus goes over to the one that was pressed.
  new MutationObserver(() => {
    if (pressed === null || document.activeElement !== document.body) return;
    document.querySelector(`button[data-choose="${CSS.escape(pressed)}"]`)?.focus({ preventScroll: true });
  }).observe(page, { childList: true, subtree: true });
  document.addEventListener("focusin", ({ target }) => {
    if (target.dataset.choose !== pressed) pressed = null;
  });

  // A finger on the map scrolls the page; it would move the map as well. A tap still arrives, as a click.
  for (const kind of ["touchstart", "touchmove"]) {
    const keep = (event) => event.target.closest("#map, #province-map") && event.stopPropagation();
    document.addEventListener(kind, keep, { capture: true, passive: true });
  }

  // The system's wish may change under an open page (at dusk): all is drawn anew where the address leaves it open.
  for (const wish of Object.values(WISHES)) {
    window.matchMedia(wish).addEventListener("change", () => {
      LEFT_OUT.theme = wished();
      if (page.dataset.theme === LEFT_OUT.theme || given("theme")) return;
      dress();
      for (const part of Object.keys(said)) delete said[part];
      set("url", { search: window.location.search });
    });
  }

  window.addEventListener("popstate", () => {
    play(false);
    dress();
  });

  page.dataset.size = window.localStorage.getItem("text-size") ?? "normal";
  dress();

  // Dash's own part of this object comes later.
  window.dash_clientside = window.dash_clientside ?? {};
  window.dash_clientside.choice = {
    // The page and the language, which change the whole frame; everything else changes parts of it.
    page(path, _search, before) {
      const lang = page.lang;
      if (before && before.path === path && before.lang === lang) return window.dash_clientside.no_update;
      window.dash_clientside.pictures.leave();
      return { path, lang };
    },
    title(text) {
      if (!text) return;
      document.title = text;
      dress();
      showWhere();
      document.dispatchEvent(new Event("titled"));
    },
    load(id) {
      if (id && id !== (given("load") ?? "newest")) choose({ load: id === "newest" ? "" : id });
    },
    area(code, shown) {
      if (code && shown && code !== shown.area) choose({ area: code });
    },
    group(codes, shown) {
      const group = (codes ?? []).join(",");
      if (shown?.area && group !== shown.group) choose({ group });
    },
    indicator(code, timeline) {
      if (!code || code === timeline?.indicator) return;
      play(false);
      choose({ i: code });
    },
    // The provinces laid side by side, from their list: who is looked at stays so only while among them.
    areas(codes, shown) {
      if (!codes || !shown || codes.join(",") === shown.areas) return;
      choose({ areas: codes.join(","), area: codes.includes(shown.area) ? given("area") : "" });
    },
    period(place, timeline) {
      const code = timeline?.codes[place];
      if (!code) return;
      document.querySelector("#period-slider [role=slider]")?.setAttribute("aria-valuetext", timeline.words[place]);
      if (code === timeline.period) return;
      play(false);
      choose({ p: code });
    },
    // What the slider passes is painted where it is in the page; its name is told anyway.
    dragged(place, timeline) {
      const code = timeline?.codes[place];
      if (!code) return;
      const next = new URLSearchParams(window.location.search);
      next.set("p", code);
      if (window.dash_clientside.pictures.passing(`?${next}`)) return;
      globalThis.wordsAtOnce.show("period-label", { children: timeline.words[place] });
    },
    panelAsked: (search) => ask("province-panel", search, ["i", "p", "b", "area"], "area"),
    originAsked: (search) => ask("origin", search, ["origin"], "origin"),
    loadsAsked: (search) => ask("loads", search, []),
    // The table of the map's values, as long as it is open.
    table(_timeline, _load, search) {
      const fold = document.getElementById("value-table-fold");
      return fold?.open ? search : window.dash_clientside.no_update;
    },
    clicked(click, chart = "map") {
      const area = click?.points[0].customdata?.[0];
      if (!area) return;
      set(chart, { clickData: null }); // so that a second click on the same province counts
      play(false);
      choose({ area });
    },
    play(clicks) {
      if (clicks) play(!playing);
    },
    // One period further, once the last one is shown; from the end it begins anew. All steps but the first replace
    // the one before, so that "back" leads to where playing began.
    tick(_ticks, timeline) {
      if (!playing || !timeline || (goal && goal !== timeline.period)) return;
      const { codes, period } = timeline;
      const place = codes.indexOf(period);
      const ended = place === codes.length - 1;
      if (ended && goal) return play(false);
      const next = codes[ended ? 0 : place + 1];
      choose({ p: next }, { replace: goal !== null });
      goal = next;
    },
  };
})();
