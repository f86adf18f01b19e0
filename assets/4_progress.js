// What takes longer than a second is seen to be on its way, and is told: every question of a callback goes through here. The
// page keeps its last picture meanwhile. Where the server doesn't answer at all the page says so (layouts/shell.py), looks for
// it every few seconds, and has everything asked anew once it is back.
(function () {
  const SOON = 1000; // milliseconds until a question is seen to be on its way
  const REST = 150; // milliseconds without one: the next may hang on the last
  const AGAIN = 5000; // milliseconds between looks for a server that is away
  const QUESTION = "/_dash-update-component";
  const START = ["/_dash-layout", "/_dash-dependencies"];

  const page = document.documentElement;
  const send = window.fetch;
  const set = (id, properties) => window.dash_clientside.set_props(id, properties);

  let open = 0;
  let begun = null; // the timer that runs since the first question
  let ended = null; // the timer that runs since the last answer
  let left = false; // the reader leaves: what is broken off is no fault
  let pageLost = false; // what was asked last when the server didn't answer: the page itself

  // What a request is: a question that the reader waits for, a look of the clock's that nobody waits for, or neither.
  // A job that runs in the background has a bar of its own.
  function kind(address, init) {
    const { pathname, searchParams } = new URL(address, "http://here");
    if (START.includes(pathname)) return "start";
    if (pathname !== QUESTION || searchParams.has("cacheKey")) return "other";
    const { changedPropIds: changed = [] } = JSON.parse(init.body);
    return changed.length && changed.every((one) => one.endsWith(".n_intervals")) ? "look" : "question";
  }

  function show(is) {
    const line = document.getElementById("progress");
    page.toggleAttribute("data-busy", is);
    if (line) line.textContent = is ? line.dataset.said : "";
  }

  function begin() {
    open += 1;
    clearTimeout(ended);
    begun ??= setTimeout(show, SOON, true);
  }

  function end() {
    open -= 1;
    if (open) return;
    ended = setTimeout(() => {
      clearTimeout(begun);
      begun = null;
      show(false);
    }, REST);
  }

  function lost(asked, init) {
    if (left || init.signal?.aborted) return;
    page.toggleAttribute("data-away", true);
    if (asked === "start") return;
    pageLost ||= init.body.includes('"output":"..page.children');
    set("seen-load", { data: null }); // so that the next look reads everything
    set("heartbeat", { interval: AGAIN });
  }

  function found(asked) {
    if (asked !== "look" || !page.hasAttribute("data-away")) return;
    page.removeAttribute("data-away");
    if (pageLost) set("page-key", { data: { path: window.location.pathname, lang: page.lang } });
    pageLost = false;
  }

  window.fetch = async function (address, init = {}) {
    const asked = kind(address.url ?? address, init);
    if (asked === "other") return send.call(window, address, init);
    if (asked === "question") begin();
    try {
      const answer = await send.call(window, address, init);
      if (answer.ok) found(asked);
      else lost(asked, init);
      return answer;
    } catch (error) {
      lost(asked, init);
      throw error;
    } finally {
      if (asked === "question") end();
    }
  };

  window.addEventListener("pagehide", () => (left = true));
  window.addEventListener("pageshow", () => (left = false));
  document.addEventListener("click", ({ target }) => {
    if (target.closest(".away-again")) set("heartbeat", { n_intervals: Date.now() });
  });

  globalThis.progress = { kind };
})();
