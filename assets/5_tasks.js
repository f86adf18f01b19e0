// The pages Nhiệm vụ and Hệ thống. The menu of bodies closes once one is chosen; from the table of provinces the page
// goes back to its head, which tells of the province.
document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  button.closest(".bodies")?.removeAttribute("open");
  if (button.matches(".to-top")) window.scrollTo(0, 0);
});
document.addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll(".bodies[open]")) if (!menu.contains(target)) menu.removeAttribute("open");
});
document.addEventListener("keydown", ({ key, target }) => {
  const menu = key === "Escape" ? target.closest?.(".bodies[open]") : null;
  if (!menu) return;
  menu.removeAttribute("open");
  menu.querySelector("summary").focus();
});
