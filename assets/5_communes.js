// The page of communes: the table is sorted, searched and filtered here, by the keys that its rows carry, so that no such
// choice asks the server. All of it stands in the address: sort=-value, q=tan trao, zone=III, status=behind.
(function () {
  const WHOLE = ["i", "p", "b", "area", "load", "lang", "theme"]; // what the whole page hangs on
  const PAUSE = 300; // milliseconds without a letter until the address says what was typed

  let pause = null;
  let typed = null; // what the box says and the address not yet
  let opened = null; // the commune whose panel is open

  const given = (name) => new URLSearchParams(window.location.search).get(name) ?? "";
  const table = () => document.querySelector(".commune-table");
  const box = () => document.getElementById("communes-find");

  // As language.fold does: lower case, no diacritics, single spaces.
  const fold = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "").trim().split(/\s+/).join(" ");

  function share(names, load) {
    const search = new URLSearchParams(window.location.search);
    // A commune alone chooses its province.
    const all = search.has("area") ? names : [...names, "commune"];
    return JSON.stringify([...all.map((name) => search.get(name)), load]);
  }

  function arrange() {
    const shown = table();
    if (!shown) return;
    sort(shown);
    filter(shown);
    for (const button of shown.querySelectorAll("[data-commune]")) {
      const is = button.dataset.commune === given("commune");
      if (is) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
      button.closest("tr").classList.toggle("chosen-row", is);
    }
    for (const [name, id] of [["zone", "communes-filter-zone"], ["status", "communes-filter-status"]]) {
      const list = document.getElementById(id);
      if (list && list.value !== given(name)) list.value = [...list.options].some((one) => one.value === given(name)) ? given(name) : "";
    }
  }

  function sort(shown) {
    const columns = [...shown.querySelectorAll("th[data-column]")];
    const known = (asked) => columns.some((head) => head.dataset.column === asked.replace(/^-/, ""));
    const asked = known(given("sort")) ? given("sort") : shown.dataset.sorted;
    const column = asked.replace(/^-/, "");
    for (const head of columns) {
      const mine = head.dataset.column === column;
      const down = mine && asked.startsWith("-");
      head.setAttribute("aria-sort", mine ? (down ? "descending" : "ascending") : "none");
      head.querySelector(".sort-sign").textContent = mine ? (down ? "▼" : "▲") : "";
      const next = mine ? (down ? column : `-${column}`) : head.dataset.first + head.dataset.column;
      head.querySelector("button").dataset.choose = `sort=${next}`;
    }
    if (shown.dataset.order === asked) return;
    shown.dataset.order = asked;
    const turn = asked.startsWith("-") ? -1 : 1;
    const key = (row, name) => row.getAttribute(`data-by-${name}`);
    const body = shown.tBodies[0];
    const rows = [...body.rows].sort((one, other) => {
      const [left, right] = [key(one, column), key(other, column)];
      // What is not known comes last, whichever way; equals stand by name.
      if (!left !== !right) return left ? -1 : 1;
      return turn * (left - right) || key(one, "name") - key(other, "name");
    });
    body.append(...rows);
  }

  function filter(shown) {
    const [wanted, zone, status] = [fold(typed ?? given("q")), given("zone"), given("status")];
    const rows = [...shown.tBodies[0].rows];
    let left = 0;
    for (const row of rows) {
      const { find, zone: mine, status: state } = row.dataset;
      const fits = find.includes(wanted) && (!zone || zone === mine) && (!status || status === state);
      row.hidden = !fits;
      left += fits;
    }
    document.querySelector(".communes-none").hidden = left > 0;
    const count = document.querySelector(".communes-count");
    const said = left === rows.length ? count.dataset.all : count.dataset.some;
    const text = said.replace("{shown}", left).replace("{n}", rows.length);
    if (count.textContent !== text) count.textContent = text;
  }

  function tell(changes, replace) {
    document.dispatchEvent(new CustomEvent("choose", { detail: { changes, replace } }));
  }

  document.addEventListener("input", ({ target }) => {
    if (target.id !== "communes-find") return;
    typed = target.value;
    if (table()) filter(table());
    clearTimeout(pause);
    pause = setTimeout(() => {
      typed = null;
      tell({ q: target.value.trim() }, true);
    }, PAUSE);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || given("origin")) return;
    if (event.target.id === "communes-find" && event.target.value) return; // the box empties itself
    if (opened) tell({ commune: "" });
  });

  // An answer of the server brings a new table, in the order of names.
  new MutationObserver(() => {
    const shown = table();
    if (shown && !shown.dataset.order) arrange();
  }).observe(document.documentElement, { childList: true, subtree: true });

  window.dash_clientside = window.dash_clientside ?? {};
  window.dash_clientside.communes = {
    asked(_search, load, ...before) {
      const none = window.dash_clientside.no_update;
      const shares = [WHOLE, [...WHOLE, "top", "commune"], [...WHOLE, "c", "commune"]].map((names) => share(names, load));
      arrange();
      const written = typed === null && box()?.value.trim() !== given("q") ? given("q") : none;
      return [...shares.map((one, place) => (one === before[place] ? none : one)), written];
    },
    clicked(click, chart) {
      const commune = click?.points[0]?.customdata?.[0];
      if (!commune) return;
      window.dash_clientside.set_props(chart, { clickData: null }); // a second click counts, too
      tell({ commune });
    },
    // The focus follows into the panel, and back to the row that it was opened from.
    panel(children) {
      const commune = children ? given("commune") : null;
      if (commune === opened) return;
      const before = opened;
      opened = commune;
      requestAnimationFrame(() => {
        if (commune) return document.getElementById("commune-title")?.focus({ preventScroll: true });
        const row = document.querySelector(`[data-commune="${CSS.escape(before ?? "")}"]`);
        (window.mapKeys.opener() ?? row)?.focus({ preventScroll: true });
      });
    },
  };
})();
