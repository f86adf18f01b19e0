// What the controls of Dash lack for a keyboard and a screen reader: the box that is opened is itself what Tab reaches, and
// is called by its label; the list in it has a name, and its rows are the boxes to tick that they look like; the slider
// has the name of the group that it stands in. React writes some of it anew, so it is put right whenever it does.
(function () {
  const set = (element, name, value) => element.getAttribute(name) !== value && element.setAttribute(name, value);

  // Dash has Tab reach an input that nobody is told of, which hands the focus on.
  function mendBox(box) {
    if (box.previousElementSibling?.tabIndex === 0) box.previousElementSibling.tabIndex = -1;
    if (box.tabIndex !== 0) box.tabIndex = 0;
    set(box, "aria-haspopup", "dialog");
    // A sign for the pointer that no key reaches, whose words would run into those of the box; the list clears too.
    const clear = box.querySelector(".dash-dropdown-clear");
    if (clear) set(clear, "aria-hidden", "true");
    const [label] = box.labels;
    if (!label) return;
    label.id ||= `${box.id}-label`;
    // Itself, so that its name holds all that is seen in it, in the order in which it is seen.
    set(box, "aria-labelledby", `${label.id} ${box.id}`);
  }

  function mendList(content) {
    const box = document.querySelector(`[aria-controls="${CSS.escape(content.id)}"]`);
    const name = box?.labels[0]?.textContent ?? box?.textContent ?? "";
    set(content, "aria-label", name);
    const list = content.querySelector(".dash-options-list");
    if (list) {
      set(list, "role", list.querySelector("input[type=radio]") ? "radiogroup" : "group");
      set(list, "aria-label", name);
    }
    for (const row of content.querySelectorAll("label[role=option], label[aria-selected]")) {
      row.removeAttribute("role");
      row.removeAttribute("aria-selected");
    }
  }

  function mendSlider(thumb) {
    const name = thumb.closest("[role=group]")?.getAttribute("aria-label");
    if (name) set(thumb, "aria-label", name);
  }

  new MutationObserver(() => {
    document.querySelectorAll(".dash-dropdown").forEach(mendBox);
    document.querySelectorAll(".dash-dropdown-content").forEach(mendList);
    document.querySelectorAll(".dash-slider-thumb").forEach(mendSlider);
  }).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributeFilter: ["tabindex", "role", "aria-selected", "aria-labelledby", "aria-haspopup"],
  });
})();
