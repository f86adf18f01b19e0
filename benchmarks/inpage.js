// Changes on the map page that are painted from what is in the page: how long, in how many frames, how smoothly.
window.inPage = {
  ready: (parts) => parts.every((part) => [...window.pictures.held.keys()].some((key) => key.includes(part))),

  // Milliseconds from a choice to the map and to the words around it, painted.
  change(changes, words, done) {
    const graph = document.querySelector("#map .js-plotly-plot");
    const times = {};
    let start = 0;
    const ended = (name) =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          times[name] = performance.now() - start;
          if (times.map && times.words) done([times.map, times.words]);
        }),
      );
    graph.once("plotly_afterplot", () => ended("map"));
    const seen = new MutationObserver(() => {
      seen.disconnect();
      ended("words");
    });
    seen.observe(document.getElementById(words), { childList: true, subtree: true, characterData: true });
    requestAnimationFrame(() =>
      setTimeout(() => {
        start = performance.now();
        document.dispatchEvent(new CustomEvent("choose", { detail: { changes } }));
      }, 3),
    );
  },

  // How many pictures a second are drawn where the next is asked for as soon as a frame of 33 ms is over.
  fast(periods, done) {
    const graph = document.querySelector("#map .js-plotly-plot");
    const start = performance.now();
    let [drawn, asked, last] = [0, 0, 0];
    const count = () => drawn++;
    graph.on("plotly_afterplot", count);
    const next = (now) => {
      if (now - start > 3000) {
        graph.removeListener("plotly_afterplot", count);
        return done(drawn / 3);
      }
      if (now - last >= 32) {
        last = now;
        window.dash_clientside.pictures.passing(`?p=${periods[asked++ % periods.length]}`);
      }
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  },

  // The milliseconds between the frames of seven seconds of playing.
  play(done) {
    document.getElementById("play").click();
    const frames = [];
    const start = performance.now();
    const next = (now) => {
      frames.push(now);
      if (now - start < 7000) return requestAnimationFrame(next);
      done(frames.slice(1).map((at, place) => at - frames[place]));
    };
    requestAnimationFrame(next);
  },
};
