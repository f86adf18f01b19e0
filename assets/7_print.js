// A printed page is read on white paper, away from the screen: in the light theme, with its folds open and its charts as wide
// as the sheet; every sheet names the page, the load, the mark of what is made up and the address. What was changed for it
// is put back afterwards.
(function () {
  const page = document.documentElement;
  const SHEET = [690, 930]; // px of a sheet of A4 that a chart may take
  const TALL = 900; // a chart that is higher has rows of its own and shrinks as a whole
  let undo = [];

  // The light theme's colours by those on the screen, "#rrggbb". Black and white that stand on another colour stay as they
  // are; only on a dark page is what is written in white on a faint colour to be black on paper.
  function lightened() {
    const now = getComputedStyle(page);
    const colours = new Map();
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) {
        if (!rule.selectorText?.includes('[data-theme="light"]')) continue;
        for (const name of [...rule.style].filter((one) => !one.startsWith("--on-"))) {
          const [light, shown] = [rule.style, now].map((style) => style.getPropertyValue(name).trim().toLowerCase());
          if (light.startsWith("#") && !colours.has(shown)) colours.set(shown, light);
        }
      }
    }
    if (!colours.has("#ffffff")) colours.set("#ffffff", "#000000");
    return colours;
  }

  // A text with its colours as the light theme has them: "#rrggbb", the same in an address, and "rgba(r, g, b, a)".
  function inLight(text, colours) {
    const parts = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
    const hex = (digits) => `#${digits.map((each) => Number(each).toString(16).padStart(2, "0")).join("")}`;
    return text
      .replace(/(#|%23)([0-9a-f]{6})/gi, (all, sign, digits) => colours.get(`#${digits.toLowerCase()}`)?.replace("#", sign) ?? all)
      .replace(/rgba\((\d+), ?(\d+), ?(\d+)/g, (all, ...digits) => {
        const light = colours.get(hex(digits.slice(0, 3)));
        return light ? `rgba(${parts(light)}` : all;
      });
  }

  function repainted(value, colours) {
    if (typeof value === "string") return inLight(value, colours);
    if (ArrayBuffer.isView(value) || !value || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map((each) => repainted(each, colours));
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, repainted(each, colours)]));
  }

  // A chart is drawn anew where it is wider than the sheet, so that its letters stay legible; a map shrinks.
  function fit(graph, colours) {
    const { data, layout } = graph;
    const { width: wide, height, geo } = graph._fullLayout;
    const width = geo ? wide : Math.min(wide, height > TALL ? 1000 : SHEET[0]);
    if (colours || width !== wide) {
      const painted = colours ? [repainted(data, colours), repainted(layout, colours)] : [data, layout];
      const { react } = window.Plotly;
      const draw = react.atOnce ?? react; // the paper doesn't wait
      draw(graph, painted[0], { ...painted[1], width, height, autosize: false });
      undo.push(() => draw(graph, data, { ...layout, autosize: true }));
    }
    graph.style.setProperty("--shape", `${width} / ${height}`);
    graph.style.setProperty("--printed", `${Math.min(geo ? SHEET[0] : width, (SHEET[1] * width) / height)}px`);
    for (const drawing of graph.querySelectorAll(".main-svg")) {
      drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
      undo.push(() => drawing.removeAttribute("viewBox"));
    }
  }

  // The lines in the margins of every sheet.
  function margins() {
    const said = (selector) => document.querySelector(selector)?.textContent.trim() ?? "";
    const [title, mark] = [document.title, said("#banner strong")].map((text) => JSON.stringify(text));
    const source = JSON.stringify([said("#stamp"), window.location.href].filter(Boolean).join(" · "));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { @top-left { content: ${title} } @top-right { content: ${mark} } @bottom-left { content: ${source} } }`);
    document.adoptedStyleSheets.push(sheet);
    undo.push(() => { document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet); });
  }

  window.addEventListener("beforeprint", () => {
    if (undo.length) return;
    const { theme } = page.dataset;
    const colours = theme && theme !== "light" ? lightened() : null;
    page.dataset.theme = "light";
    undo.push(() => { page.dataset.theme = theme; });
    for (const fold of document.querySelectorAll("main details:not([open], .bodies)")) {
      fold.open = true;
      undo.push(() => { fold.open = false; });
    }
    for (const image of colours ? document.querySelectorAll('main img[src^="data:image/svg"]') : []) {
      const { src } = image;
      image.src = inLight(src, colours);
      undo.push(() => { image.src = src; });
    }
    for (const element of colours ? document.querySelectorAll("main [style*='--swatch']") : []) {
      const written = element.getAttribute("style");
      element.setAttribute("style", inLight(written, colours));
      undo.push(() => element.setAttribute("style", written));
    }
    for (const graph of document.querySelectorAll("main .js-plotly-plot")) if (graph._fullLayout) fit(graph, colours);
    document.getElementById("printed-address")?.replaceChildren(window.location.href);
    margins();
  });
  window.addEventListener("afterprint", () => {
    for (const step of undo.reverse()) step();
    undo = [];
  });
})();
