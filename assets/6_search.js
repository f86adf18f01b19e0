// The search of every page (layouts/search.py). Ctrl+K, Cmd+K, "/" or its button opens it; the server finds, at each letter
// (callbacks/search.py). The focus stays in the field while the arrows choose: the combobox of the ARIA Authoring Practices.
(function () {
  const PAUSE = 40; // milliseconds without a letter until the server is asked
  const SOON = 1000; // milliseconds without an answer until that is said
  const RECENT = 5;
  const TOLD = ["lang", "theme", "load", "i"]; // of the address: what the links of the answer keep

  const dialog = () => document.getElementById("search");
  const field = () => document.getElementById("search-field");
  const list = () => document.getElementById("search-list");
  const said = () => document.getElementById("search-said");
  const options = () => [...list().querySelectorAll("[role=option]")];

  let pause = null;
  let asking = null; // what stops the question on its way
  let answers = new Map(); // of this opening, by question
  let waiting = false; // Enter was pressed before the answer came
  let active = null; // the option that Enter opens

  function open() {
    if (!dialog() || dialog().open || document.querySelector("dialog:modal")) return;
    answers = new Map();
    dialog().showModal();
    field().value = "";
    field().focus();
    show({ said: "", groups: [] });
    ask();
  }

  function close() {
    clearTimeout(pause);
    asking?.abort();
    waiting = false;
    dialog().close(); // which gives the focus back
  }

  function recent() {
    return (window.localStorage.getItem("search-recent") ?? "").split(",").filter(Boolean);
  }

  function remember(key) {
    const keys = [key, ...recent().filter((one) => one !== key)].slice(0, RECENT);
    window.localStorage.setItem("search-recent", keys.join(","));
  }

  function question() {
    const here = new URLSearchParams(window.location.search);
    const asked = new URLSearchParams();
    for (const name of TOLD) if (here.get(name)) asked.set(name, here.get(name));
    const typed = field().value.trim();
    if (typed) asked.set("q", typed);
    else {
      if (recent().length) asked.set("recent", recent().join(","));
      if (here.get("area") && here.get("b") !== "63") asked.set("area", here.get("area"));
    }
    return `/tim?${asked}`;
  }

  async function ask() {
    asking?.abort();
    const asked = question();
    const stop = (asking = new AbortController());
    const late = setTimeout(() => asking === stop && said().replaceChildren(dialog().dataset.busy), SOON);
    dialog().setAttribute("aria-busy", "true");
    try {
      if (!answers.has(asked)) {
        const response = await fetch(asked, { signal: stop.signal });
        const found = await response.json();
        if (!response.ok) return tell(`${found.title}. ${found.detail ?? ""}`);
        answers.set(asked, found);
      }
      if (asking === stop) show(answers.get(asked));
    } catch (error) {
      if (error.name !== "AbortError") tell(dialog().dataset.failed);
    } finally {
      clearTimeout(late);
      if (asking === stop) dialog()?.removeAttribute("aria-busy");
    }
  }

  function tell(fault) {
    show({ said: fault, groups: [] });
    said().classList.add("search-said--bad");
  }

  function make(tag, className, text) {
    const element = document.createElement(tag);
    element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  // Elements and texts only: nothing from the warehouse can become markup.
  function show(found) {
    const groups = found.groups.map(({ title, more, results }, at) => {
      const group = make("div", "search-group");
      const head = make("div", "search-title", title);
      head.id = `search-title-${at}`;
      head.setAttribute("role", "presentation");
      if (more) head.append(make("span", "search-more", more));
      group.setAttribute("role", "group");
      group.setAttribute("aria-labelledby", head.id);
      group.append(head, ...results.map((one, place) => option(one, `search-option-${at}-${place}`)));
      return group;
    });
    list().replaceChildren(...groups);
    list().scrollTop = 0;
    said().className = "search-said";
    said().replaceChildren(found.said, ...(found.hint ? [make("span", "search-hint", found.hint)] : []));
    field().setAttribute("aria-expanded", String(groups.length > 0));
    choose(field().value.trim() ? options()[0] : null);
    if (waiting && active) active.click();
    waiting = false;
  }

  function option({ key, code, name, note, page, href }, id) {
    const link = make("a", "search-option");
    link.id = id;
    link.href = href;
    link.tabIndex = -1;
    link.dataset.page = page;
    link.dataset.key = key;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    if (code) link.append(make("span", "option-code", code), " ");
    link.append(make("span", "search-name", name), " ", make("span", "search-note", note));
    return link;
  }

  function choose(one) {
    active?.setAttribute("aria-selected", "false");
    active = one ?? null;
    if (!active) return field().removeAttribute("aria-activedescendant");
    active.setAttribute("aria-selected", "true");
    field().setAttribute("aria-activedescendant", active.id);
    active.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const all = options();
    if (!all.length) return;
    const here = all.indexOf(active);
    choose(here < 0 ? all.at(by > 0 ? 0 : -1) : all.at((here + by) % all.length));
  }

  function enter() {
    if (active && answers.has(question())) active.click();
    else waiting = Boolean(field().value.trim());
  }

  const KEYS = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: enter, Escape: close };

  // Before all others: Escape closes the search alone.
  document.addEventListener(
    "keydown",
    (event) => {
      const { key, target } = event;
      const shortcut = key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const typing = target.closest?.("input, textarea, select, [contenteditable], [role=combobox]");
      const slash = key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (dialog()?.open) {
        const act = shortcut ? close : key === "Escape" || target === field() ? KEYS[key] : null;
        if (!act || event.isComposing) return; // an input method has its own Enter
        event.preventDefault();
        act();
      } else if (shortcut || slash) {
        event.preventDefault();
        open();
      }
    },
    { capture: true },
  );

  document.addEventListener("input", ({ target }) => {
    if (target !== field()) return;
    asking?.abort();
    asking = null; // what is answered now was asked about what is no longer there
    waiting = false;
    dialog().setAttribute("aria-busy", "true");
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE);
  });

  // Before the link is followed: the focus then goes to what was opened.
  document.addEventListener(
    "click",
    (event) => {
      const { target } = event;
      if (target.closest(".search-opener")) return open();
      if (target === dialog() || target.closest(".search-close")) return close();
      const chosen = target.closest(".search-option");
      if (!chosen) return;
      remember(chosen.dataset.key);
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !event.button) close();
    },
    { capture: true },
  );
})();
