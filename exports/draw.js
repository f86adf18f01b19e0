// Runs in the page of exports/chromium.py, after assets/0_plotly.js and plotly.js.

// plotly.js measures texts where it draws them: the letters must be there before.
async function lettersLoaded() {
  await Promise.all([...document.fonts].map((font) => font.load()));
  return document.fonts.size;
}

// The figure as the text of an SVG ("inline": for a page that has the letters), or as a PNG in base64.
async function draw(figure, size, form, scale) {
  const drawn = await Plotly.toImage(figure, { format: "svg", imageDataOnly: true, ...size });
  if (form === "inline") return drawn;
  // A picture on its own knows none of the page's letters, so they go with it.
  const letters = document.querySelector("style").textContent;
  const svg = drawn.replace(/<svg[^>]*>/, (opening) => `${opening}<style>${letters}</style>`);
  if (form === "svg") return svg;
  const image = new Image();
  image.src = "data:image/svg+xml," + encodeURIComponent(svg);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = size.width * scale;
  canvas.height = size.height * scale;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png").split(",")[1];
}
