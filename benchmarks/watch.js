// Runs before the page's own scripts. Tells when the map is painted: two frames after Plotly says that it has drawn,
// with provinces in it and with other data than at the last click.
(() => {
  const watched = (window.benchmark = { painted: [], clicked: 0, before: null, waiting: null });
  const map = () => document.querySelector("#map .js-plotly-plot");

  const tell = () => {
    if (watched.waiting && watched.painted.length) {
      watched.waiting(watched.painted.shift());
      watched.waiting = null;
    }
  };
  watched.next = (done) => {
    watched.waiting = done;
    tell();
  };
  watched.idle = (done, frames = 0) => {
    const busy = !window.store || window.store.getState().isLoading;
    requestAnimationFrame(() => (frames > 10 ? done(true) : watched.idle(done, busy ? 0 : frames + 1)));
  };

  // From the click on a link of the header, or on one of its own, until that page is there and, for eight frames, asks
  // for nothing more.
  watched.follow = (address, done) => {
    const link = document.querySelector(`.pages-link[data-page="${address}"]`) ?? linked(address);
    const [path, before] = [link.dataset.page, document.title];
    const elsewhere = window.location.pathname !== path;
    const start = performance.now();
    let [there, quiet] = [0, 0];
    const look = () => {
      const shown = window.location.pathname === path && (!elsewhere || document.title !== before);
      const busy = !shown || window.store.getState().isLoading;
      quiet = busy ? 0 : quiet + 1;
      if (quiet === 1) there = performance.now();
      if (quiet > 8) done(there - start);
      else requestAnimationFrame(look);
    };
    link.click();
    requestAnimationFrame(look);
  };
  const linked = (address) => {
    const link = document.createElement("a");
    link.href = address;
    link.dataset.page = link.pathname;
    document.querySelector("footer").append(link);
    return link;
  };

  const drawn = () => {
    const graph = map();
    if (!graph.querySelector(".choroplethlayer path") || graph.data === watched.before) return;
    watched.before = graph.data;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        watched.painted.push(performance.now() - watched.clicked);
        tell();
      }),
    );
  };
  new MutationObserver(() => {
    const graph = map();
    if (graph && graph.on && !graph.benchmarked) {
      graph.benchmarked = true;
      graph.on("plotly_afterplot", drawn);
    }
  }).observe(document, { childList: true, subtree: true });

  document.addEventListener(
    "click",
    (event) => {
      watched.painted.length = 0;
      watched.clicked = event.timeStamp;
      watched.before = map()?.data;
    },
    true,
  );
})();
