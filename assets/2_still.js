// What no callback changes comes as HTML text in data-html (layouts/still.py), which the browser reads in no time; as
// components of Dash it would take many seconds. The server has escaped whatever is not its own.
(function () {
  const filled = new WeakMap(); // by element: the text that it holds

  // The content of an element anew; the focus stays at its place.
  function put(element, text) {
    if (filled.get(element) === text) return;
    filled.set(element, text);
    const focused = [...element.querySelectorAll("*")].indexOf(document.activeElement);
    element.innerHTML = text;
    if (focused >= 0) element.querySelectorAll("*")[focused]?.focus({ preventScroll: true });
  }

  function fill(element) {
    if (element.dataset.html !== undefined) return put(element, element.dataset.html);
    filled.delete(element);
    for (const within of element.querySelectorAll("[data-html]")) put(within, within.dataset.html);
  }

  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") fill(target);
      else for (const added of addedNodes) if (added.nodeType === Node.ELEMENT_NODE) fill(added);
    }
  }).observe(document.documentElement, { childList: true, subtree: true, attributeFilter: ["data-html"] });

  globalThis.still = { put };
})();
