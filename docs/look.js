// What a designer's eye would catch on a page as it stands: a list of "what: where" that sticks out at this width.
// Run by docs/look.py and tests/e2e/test_layout.py as the body of a function.
const LEAST = 24; // px: the least size of what is pressed
const LONG = 95; // characters: a line over this is hard to follow
const page = document.scrollingElement;
const width = document.documentElement.clientWidth;
const found = new Set();

const name = (element) => {
  const said = (element.textContent || element.getAttribute("aria-label") || "").trim().replace(/\s+/g, " ");
  const kind = element.id ? `#${element.id}` : [...element.classList].slice(0, 2).map((one) => `.${one}`).join("");
  return `${element.tagName.toLowerCase()}${kind} “${said.slice(0, 40)}”`;
};
const seen = (element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  && !element.closest(".visually-hidden, .sr-only, .skip-link, [inert], dialog:not([open]), .skeleton, .hoverlayer")
  && getComputedStyle(element).clipPath === "none";
const style = (element) => getComputedStyle(element);
const holder = (element) => { // what cuts or scrolls an element sideways
  for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
    if (style(one).overflowX !== "visible") return one;
  }
  return null;
};
const within = (element, box) => { // whether any of a box is left by what it stands in
  let { left, right, top, bottom } = box;
  for (let one = element; one && one !== document.body; one = one.parentElement) {
    if (style(one).overflow === "visible") continue;
    const edge = one.getBoundingClientRect();
    [left, right, top, bottom] = [Math.max(left, edge.left), Math.min(right, edge.right), Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
  }
  return right - left > 1 && bottom - top > 1;
};
const own = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());

if (page.scrollWidth > width) found.add(`page scrolls sideways: ${page.scrollWidth} > ${width}`);
const every = [...document.querySelectorAll("body *")].filter(seen);
for (const element of every) {
  const box = element.getBoundingClientRect();
  if (!box.width || !box.height) continue;
  const { overflowX, overflowY, textOverflow, display, position } = style(element);
  if (box.right > width + 1 && !holder(element) && position !== "fixed") found.add(`beyond the edge: ${name(element)}`);
  const wide = element.scrollWidth > element.clientWidth + 1 && display !== "inline";
  if (wide && /auto|scroll/.test(overflowX)) {
    found.add(`scrolls sideways: ${name(element)} ${element.scrollWidth} > ${element.clientWidth}`);
  }
  if (wide && /hidden|clip/.test(overflowX) && element.textContent.trim() && !element.closest("[title], svg, .js-plotly-plot")) {
    found.add(`cut${textOverflow === "ellipsis" ? " with …" : ""}: ${name(element)} ${element.scrollWidth} > ${element.clientWidth}`);
  }
  if (/hidden|clip/.test(overflowY) && own(element) && element.scrollHeight > element.clientHeight + 3) {
    found.add(`cut below: ${name(element)}`);
  }
  if (element.matches("a[href], button, input, select, summary, [role=button], [role=tab]")) {
    const inText = display === "inline" && own(element.parentElement);
    if (!inText && (box.width < LEAST || box.height < LEAST)) {
      found.add(`under ${LEAST} px: ${name(element)} ${Math.round(box.width)} x ${Math.round(box.height)}`);
    }
  }
}

// Where each line of text is drawn; texts that lie over another, and lines that are too long.
const lines = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let text = walker.nextNode(); text; text = walker.nextNode()) {
  const element = text.parentElement;
  if (!text.data.trim() || element.closest("script, style, noscript") || !seen(element)) continue;
  const range = document.createRange();
  range.selectNodeContents(text);
  const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1 && within(element, box));
  if (boxes.length > 1 && text.data.trim().length / boxes.length > LONG) {
    found.add(`lines of ${Math.round(text.data.trim().length / boxes.length)} characters: ${name(element)}`);
  }
  const fixed = /fixed|sticky/.test([element, element.closest("th, header, .map-keys")].filter(Boolean).map((one) => style(one).position).join());
  if (!fixed) for (const box of boxes) lines.push({ element, text, box });
}
lines.sort((one, two) => one.box.top - two.box.top);
lines.forEach(({ element, text, box }, at) => {
  for (let next = at + 1; next < lines.length && lines[next].box.top < box.bottom - 4; next += 1) {
    const other = lines[next];
    const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
    const down = Math.min(box.bottom, other.box.bottom) - other.box.top;
    if (across < 3 || down < 5 || other.text === text) continue;
    found.add(`over another: “${text.data.trim().slice(0, 30)}” in ${name(element)} and “${other.text.data.trim().slice(0, 30)}”`);
  }
});
return [...found];
