// Long lists come as HTML text in data-html (layouts/still.py), which the browser reads in no time; as components of Dash they
// would take it many seconds. The server has escaped whatever is not its own.
(function () {
  function fill(element) {
    if (element.dataset.html !== undefined) element.innerHTML = element.dataset.html;
    else for (const within of element.querySelectorAll("[data-html]")) within.innerHTML = within.dataset.html;
  }
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") fill(target);
      else for (const added of addedNodes) if (added.nodeType === Node.ELEMENT_NODE) fill(added);
    }
  }).observe(document.documentElement, { childList: true, subtree: true, attributeFilter: ["data-html"] });
})();
