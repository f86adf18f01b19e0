// Takes charts, maps and tables away (layouts/export_menu.py). One menu serves all buttons. Files come from /tep with the
// parameters of the page; a picture is drawn in the page (5_paper.js), in the size of a sheet whatever the screen is.
(function () {
  const HOME = "tong-quan"; // what the page at "/" is called in addresses of files

  let opener = null; // the button whose menu is open
  const menu = () => document.getElementById("export-menu");
  const entries = () => [...menu().querySelectorAll(".export-entry")].filter((entry) => !entry.hidden);

  function address(thing, kind) {
    const page = window.location.pathname.replace(/^\/|\/$/g, "") || HOME;
    const given = new URLSearchParams(window.location.search);
    if (!given.has("lang")) given.set("lang", document.documentElement.lang);
    return `/tep/${page}/${thing}.${kind}?${given.toString().replaceAll("%2C", ",")}`;
  }

  // ---- the menu

  function open(button, { last = false } = {}) {
    if (opener) close();
    opener = button;
    const { export: thing, picture } = button.dataset;
    for (const entry of menu().querySelectorAll(".export-entry")) {
      entry.hidden = entry.dataset.group !== "data" && picture === "0" && entry.dataset.group === "picture";
      if (entry.dataset.group === "data") entry.href = address(thing, entry.dataset.take);
    }
    menu().hidden = false;
    menu().popover = "manual"; // above everything, and cut off by nothing
    menu().showPopover();
    place();
    button.setAttribute("aria-expanded", "true");
    entries().at(last ? -1 : 0).focus({ preventScroll: true });
  }

  // Under its button and inside the window; on a phone the style sheet puts it at the bottom.
  function place() {
    const at = opener.getBoundingClientRect(), box = menu().getBoundingClientRect();
    const room = document.documentElement;
    const below = at.bottom + 4 + box.height <= room.clientHeight;
    menu().style.left = `${Math.max(8, Math.min(at.right - box.width, room.clientWidth - box.width - 8))}px`;
    menu().style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - 4 - box.height)}px`;
  }

  function close({ focus = false } = {}) {
    if (!opener) return;
    if (menu()?.matches(":popover-open")) menu().hidePopover();
    if (menu()) menu().hidden = true;
    opener.setAttribute("aria-expanded", "false");
    if (focus) opener.focus({ preventScroll: true });
    opener = null;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".export-button");
    if (button) return button === opener ? close({ focus: true }) : open(button);
    const file = event.target.closest("a[download]");
    if (file) takeFile(event, file);
    const entry = event.target.closest(".export-entry");
    if (!entry) return close();
    const { take, group } = entry.dataset;
    const thing = opener?.dataset.export;
    close({ focus: true });
    if (group === "data") return;
    if (take === "link") copyLink();
    else takePicture(thing, take);
  });

  document.addEventListener("keydown", (event) => {
    const button = event.target.closest?.(".export-button");
    if (button && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      return open(button, { last: event.key === "ArrowUp" });
    }
    if (!opener) return;
    const all = entries(), here = all.indexOf(document.activeElement);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Escape") {
      event.preventDefault(); // nothing else is closed with it
      close({ focus: true });
    } else if (event.key === "Tab") {
      close({ focus: true });
    } else if (event.key === " " && document.activeElement.matches("a")) {
      event.preventDefault();
      document.activeElement.click();
    } else if (to !== undefined) {
      event.preventDefault();
      all.at(to % all.length).focus();
    }
  }, { capture: true });

  for (const kind of ["scroll", "resize"]) window.addEventListener(kind, () => opener && place(), { passive: true, capture: true });
  window.addEventListener("popstate", () => close());

  // ---- what is said of it

  let silence = null;
  function say(code, more = "") {
    const line = document.getElementById("export-said");
    if (!line) return;
    line.textContent = [line.dataset[code], more].filter(Boolean).join(" ");
    line.classList.toggle("export-said--bad", code === "failed");
    clearTimeout(silence);
    if (code === "working") return; // until it is done
    silence = setTimeout(() => (line.textContent = ""), code === "nolink" ? 30000 : 6000);
  }

  async function copyLink() {
    const here = window.location.href;
    try {
      await navigator.clipboard.writeText(here); // not there where the site has no HTTPS
      say("linked");
    } catch {
      say(copiedOldWay(here) ? "linked" : "nolink", "");
      if (document.getElementById("export-said").textContent.endsWith(":")) say("nolink", here);
    }
  }

  function copiedOldWay(text) {
    const box = Object.assign(document.createElement("textarea"), { value: text });
    box.className = "visually-hidden";
    document.body.append(box);
    const before = document.activeElement;
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    before?.focus?.({ preventScroll: true });
    return done;
  }

  // A link to a file, followed here: the browser itself would say nothing until it comes, and leave the page if it doesn't.
  async function takeFile(event, link) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { href, download } = link;
    say("working");
    try {
      const answer = await answered(href);
      const [, named] = answer.headers.get("Content-Disposition")?.match(/filename="?([^";]+)/) ?? [];
      save(await answer.blob(), download || named);
      say("saved");
    } catch (error) {
      say("failed", error.message);
    }
  }

  async function takePicture(thing, take) {
    say("working");
    try {
      const told = await (await answered(address(thing, "json"))).json();
      if (take === "svg") {
        save(new Blob([await globalThis.paper.drawn(told)], { type: "image/svg+xml" }), `${told.file}.svg`);
        return say("saved");
      }
      if (take === "copy" && window.isSecureContext && window.ClipboardItem) {
        try {
          await navigator.clipboard.write([new ClipboardItem({ "image/png": globalThis.paper.painted(told) })]);
          return say("copied");
        } catch {
          // refused: the file is offered instead
        }
      }
      save(await globalThis.paper.painted(told), `${told.file}.png`);
      say(take === "copy" ? "nocopy" : "saved");
    } catch (error) {
      say("failed", error.message);
    }
  }

  // What the server answers; a fault in its own words where it has some.
  async function answered(at) {
    const answer = await fetch(at).catch(() => null);
    if (!answer) throw new Error(document.getElementById("export-said").dataset.away);
    if (!answer.ok) throw new Error(answer.headers.get("Content-Type")?.startsWith("text/plain") ? await answer.text() : answer.status);
    return answer;
  }

  function save(blob, name) {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }
})();
