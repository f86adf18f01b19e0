// Changes on the map page that are painted from what is in the page: how long, in how many frames, how smoothly.
window.inPage = {
  ready: (parts) => parts.every((part) => [...window.pictures.held.keys()].some((key) => key.includes(part))),

  // The first change of a part of the page, of the map in what is drawn: a class beside it is no picture.
  change_of(element, within, then) {
    const seen = new MutationObserver((changes) => {
      const changed = ({ type, target }) => (type === "childList" ? target : (target.parentElement ?? target));
      if (!changes.some((change) => changed(change).closest(within))) return;
      seen.disconnect();
      then();
    });
    seen.observe(element, { childList: true, subtree: true, characterData: true, attributes: true });
  },

  // Milliseconds from a choice to the map and to the words around it, painted.
  change(changes, words, done) {
    const times = {};
    let start = 0;
    const ended = (name) =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          times[name] = performance.now() - start;
          if (times.map && times.words) done([times.map, times.words]);
        }),
      );
    inPage.change_of(document.getElementById("map"), ".geolayer", () => ended("map"));
    inPage.change_of(document.getElementById(words), `#${words}`, () => ended("words"));
    requestAnimationFrame(() =>
      setTimeout(() => {
        start = performance.now();
        document.dispatchEvent(new CustomEvent("choose", { detail: { changes } }));
      }, 3),
    );
  },

  // In how many frames a second another picture is seen where the next is asked for as soon as 33 ms are over.
  fast(periods, done) {
    const map = document.getElementById("map");
    const start = performance.now();
    let [drawn, asked, last, changed] = [0, 0, 0, false];
    const look = () => inPage.change_of(map, ".geolayer", () => (changed = true));
    look();
    const next = (now) => {
      if (changed) {
        drawn += 1;
        changed = false;
        look();
      }
      if (now - start > 3000) return done(drawn / 3);
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
