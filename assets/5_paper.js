// The picture of a chart or map as it goes into a document: the figure between its title and its notes, in the light theme,
// as an SVG or a PNG. All of it is drawn here; what is drawn is told by the server (callbacks/files.py).
(function () {
  const SCALE = 2;
  const EDGE = 24;

  async function plotly(scripts) {
    for (const source of window.Plotly ? [] : scripts) {
      await new Promise((done, failed) => {
        document.head.append(Object.assign(document.createElement("script"), { src: source, onload: done, onerror: failed }));
      });
    }
    return window.Plotly;
  }

  // A picture on its own knows none of the page's letters, so they go with it.
  let letters = null;
  async function faces() {
    const rules = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSFontFaceRule && ["400", "600"].includes(rule.style.fontWeight));
    return (await Promise.all(rules.map(async (rule) => {
      const [, file] = rule.cssText.match(/url\("?([^")]+)"?\)/);
      const font = await (await fetch(file)).blob();
      const inline = await new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result.replace(/^data:[^;]*/, "data:font/woff2"));
        reader.readAsDataURL(font);
      });
      return rule.cssText.replace("swap", "block").replace(/url\([^)]+\)/, `url(${inline})`);
    }))).join("\n");
  }

  // Paper is white whatever the theme of the page: the tokens of the light one (assets/1_tokens.css), as text.
  const paper = document.createElement("span");
  paper.dataset.theme = "light";
  paper.hidden = true;
  const token = (name) => {
    if (!paper.isConnected) document.body.append(paper);
    return getComputedStyle(paper).getPropertyValue(`--${name}`).trim();
  };

  const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

  const measure = document.createElement("canvas").getContext("2d");
  function lines(text, width, look) {
    measure.font = `${look.weight ?? 400} ${look.size}px ${token("font")}`;
    const found = [""];
    for (const word of String(text).split(/\s+/)) {
      const longer = found.at(-1) ? `${found.at(-1)} ${word}` : word;
      if (found.at(-1) && measure.measureText(longer).width > width) found.push(word);
      else found[found.length - 1] = longer;
    }
    return found;
  }

  // Texts under one another; `at` moves down with them.
  function written(texts, width, at) {
    let svg = "";
    for (const [text, look] of texts) {
      if (!text) continue;
      for (const line of lines(text, width, look)) {
        at.y += look.size * 1.4;
        svg += `<text x="${EDGE}" y="${at.y - look.size * 0.3}" font-size="${look.size}" font-weight="${look.weight ?? 400}" fill="${token(look.colour ?? "colour-ink")}">${escape(line)}</text>`;
      }
      at.y += look.after ?? 0;
    }
    return svg;
  }

  const PATTERNS = {
    hatch: '<path d="M-1,6 l7,-7 M4,11 l7,-7" />', cross: '<path d="M-1,6 l7,-7 M4,11 l7,-7 M-1,-1 l12,12" />',
    lines: '<path d="M0,2.5 h10 M0,7.5 h10" />', mesh: '<path d="M0,2.5 h10 M0,7.5 h10 M2.5,0 v10 M7.5,0 v10" />',
    weave: '<path d="M-1,4 l7,7 M4,-1 l7,7" />', dots: '<path d="M2.5,2.5 h.01 M7.5,7.5 h.01" stroke-width="2" stroke-linecap="round" />',
    rings: '<circle cx="5" cy="5" r="2" />',
  };
  function inkOn(colour) {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
    return 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2 > 0.18 ? "#000000" : "#ffffff";
  }

  // The key of the colours, in as many columns as the paper is wide.
  function keyed(marks, width, at) {
    if (!marks.length) return "";
    const wide = Math.max(...marks.map((mark) => lines(mark.label, Infinity, { size: 13 }) && measure.measureText(mark.label).width)) + 84;
    const columns = Math.max(1, Math.floor(width / wide)), step = width / columns;
    let svg = "";
    marks.forEach((mark, place) => {
      const x = EDGE + (place % columns) * step, y = at.y + Math.floor(place / columns) * 23;
      svg += `<rect x="${x}" y="${y}" width="22" height="16" rx="3" fill="${mark.colour}" stroke="${token("colour-border")}" />`;
      if (mark.pattern) svg += `<rect x="${x}" y="${y}" width="22" height="16" rx="3" fill="url(#pattern-${mark.pattern})" />`;
      if (mark.icon) svg += `<text x="${x + 11}" y="${y + 12.5}" font-size="12" font-weight="600" text-anchor="middle" fill="${inkOn(mark.colour)}">${escape(mark.icon)}</text>`;
      const count = mark.count === null ? "" : ` (${mark.count})`;
      svg += `<text x="${x + 30}" y="${y + 13}" font-size="13" fill="${token("colour-ink")}">${escape(mark.label + count)}</text>`;
    });
    at.y += Math.ceil(marks.length / columns) * 23 + 6;
    return svg;
  }

  // The whole picture as the text of an SVG.
  async function drawn({ title, subtitle, notes, alt, illustrative, scripts, picture }) {
    if (!picture) throw new Error("–");
    const { figure, width, height, marks } = picture;
    letters ??= faces();
    const [faced] = await Promise.all([letters, plotly(scripts), document.fonts.ready]);
    await Promise.all(["400", "600"].map((weight) => document.fonts.load(`${weight} 13px "Be Vietnam Pro"`, "Ạa")));
    const plain = await window.Plotly.toImage(
      { data: figure.data, layout: { ...figure.layout, width, height } },
      { format: "svg", width, height, imageDataOnly: true },
    );
    const at = { y: EDGE - 4 }, across = width;
    const [warning, ...rest] = illustrative ? notes : ["", ...notes];
    const head = written([
      [title, { size: 21, weight: 600, after: 2 }],
      [subtitle, { size: 14, colour: "colour-ink-soft", after: 4 }],
      [warning, { size: 14, weight: 600, colour: "colour-warning", after: 2 }],
    ], across, at);
    at.y += 8;
    const chart = plain.replace(/<svg /, `<svg x="${EDGE}" y="${at.y}" `);
    at.y += height + 10;
    const key = keyed(marks, across, at);
    const foot = written(rest.map((note) => [note, { size: 11.5, colour: "colour-ink-soft" }]), across, at);
    const whole = { width: width + 2 * EDGE, height: Math.ceil(at.y + EDGE - 6) };
    const patterns = Object.entries(PATTERNS).map(([name, drawing]) =>
      `<pattern id="pattern-${name}" width="10" height="10" patternUnits="userSpaceOnUse"><g fill="none" stroke="${token("colour-missing-ink")}">${drawing}</g></pattern>`);
    return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" aria-labelledby="title desc" width="${whole.width}" height="${whole.height}" viewBox="0 0 ${whole.width} ${whole.height}" font-family="${escape(token("font"))}">`
      + `<title id="title">${escape(title)}</title><desc id="desc">${escape([subtitle, alt, ...notes].join(" "))}</desc>`
      + `<defs><style>${faced}</style>${patterns.join("")}</defs><rect width="100%" height="100%" fill="${token("colour-surface")}" />${head}${chart}${key}${foot}</svg>`;
  }

  // The same as a PNG, twice as fine, with what is told of it to those who can't see it.
  async function painted(told) {
    const svg = await drawn(told);
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    await steady(image);
    const canvas = document.createElement("canvas");
    canvas.width = image.width * SCALE;
    canvas.height = image.height * SCALE;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    const plain = await new Promise((done) => canvas.toBlob(done, "image/png"));
    return described(plain, { Title: told.title, Description: [told.subtitle, told.alt, ...told.notes].join(" ") });
  }

  // The letters within an SVG come a moment after it: it is ready once it looks the same twice.
  async function steady(image) {
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width / 2, image.height / 2];
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    for (let before = null, round = 0; round < 8; round++) {
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      const now = new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
      if (before?.every((pixel, at) => pixel === now[at])) return;
      before = now;
      await new Promise((done) => setTimeout(done, 120));
    }
  }

  // PNG keeps texts in iTXt chunks, which stand after the first chunk (IHDR, 33 bytes with the signature).
  async function described(png, texts) {
    const bytes = new Uint8Array(await png.arrayBuffer());
    const chunks = Object.entries(texts).map(([name, text]) => chunk("iTXt", new TextEncoder().encode(`${name}\0\0\0\0\0${text}`)));
    return new Blob([bytes.slice(0, 33), ...chunks, bytes.slice(33)], { type: "image/png" });
  }

  function chunk(kind, content) {
    const body = new Uint8Array([...new TextEncoder().encode(kind), ...content]);
    const framed = new DataView(new ArrayBuffer(body.length + 8));
    framed.setUint32(0, content.length);
    new Uint8Array(framed.buffer).set(body, 4);
    framed.setUint32(body.length + 4, checksum(body));
    return framed.buffer;
  }

  function checksum(bytes) {
    let sum = 0xffffffff;
    for (const byte of bytes) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
    return (sum ^ 0xffffffff) >>> 0;
  }

  globalThis.paper = { drawn, painted };
})();
