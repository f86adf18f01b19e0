// Puts words of a picture in the place of those that stand there, without React, which takes several frames for them. They
// are HTML text, as from the server (layouts/still.py): of what is in them React knows nothing.
(function () {
  const ATTRIBUTES = { className: "class", htmlFor: "for" };
  const VOID = new Set(["br", "col", "hr", "img", "input", "wbr"]);
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
  const standing = new Map(); // by id: the properties that the screen shows and Dash doesn't know

  const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => SIGNS[sign]);

  // The HTML of a tree of Dash, as the server writes it.
  function html(tree) {
    if (tree === null || tree === undefined) return "";
    if (Array.isArray(tree)) return tree.map(html).join("");
    if (typeof tree !== "object") return escape(tree);
    const tag = tree.type.toLowerCase();
    const { children, ...rest } = tree.props;
    const begun = `<${tag}${Object.entries(rest).map(attribute).join("")}>`;
    return VOID.has(tag) ? begun : `${begun}${html(children)}</${tag}>`;
  }

  function attribute([key, value]) {
    const name = ATTRIBUTES[key] ?? key.toLowerCase();
    if (value === null || value === false) return "";
    if (value === true) return ` ${name}`;
    const text = key === "style" ? Object.entries(value).map(([each, to]) => `${each}: ${to}`).join("; ") : value;
    return ` ${name}="${escape(text)}"`;
  }

  function still({ children, ...properties }) {
    return children === undefined ? properties : { ...properties, "data-html": html(children) };
  }

  function show(id, properties) {
    const node = document.getElementById(id);
    if (!node) return;
    const shown = still(properties);
    standing.set(id, shown);
    for (const [name, value] of Object.entries(shown)) {
      if (name === "data-html") globalThis.still.put(node, value);
      else node.setAttribute(name, value);
    }
  }

  function tell(id, properties) {
    standing.delete(id);
    window.dash_clientside.set_props(id, still(properties));
  }

  // Dash is told what is shown: what comes from the server is put on top of what it knows.
  function tellAll() {
    for (const [id, shown] of standing) window.dash_clientside.set_props(id, shown);
    standing.clear();
  }

  globalThis.wordsAtOnce = { html, show, tell, tellAll, forget: () => standing.clear() };
})();
