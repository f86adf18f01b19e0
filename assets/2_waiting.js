// What the style sheet has to know of the page as a whole, as attributes of its root: asked by :has(), every change of
// anything would have the browser look over the whole page (20 ms a change on the longest pages).
(function () {
  const root = document.documentElement;
  const there = document.getElementsByTagName("main");
  const awaited = document.getElementsByClassName("awaited"); // layouts/waiting.py
  const presented = () => document.querySelector(".overview[data-present]") !== null;

  function look() {
    root.toggleAttribute("data-there", there.length > 0);
    root.toggleAttribute("data-awaiting", awaited.length > 0);
    root.toggleAttribute("data-presenting", presented());
  }

  new MutationObserver(look).observe(root, { childList: true, subtree: true, attributeFilter: ["data-present"] });
})();
