// The scorecard: a table made of the values that the server sends, written as texts and never as HTML. It is one stop
// of the keyboard: the arrows go from cell to cell, Enter opens a cell, and the place is kept when the rows are sorted.
(function () {
  const KEYS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], PageUp: [-10, 0], PageDown: [10, 0] };
  let place = null; // row and column of the cell that Tab leads to

  function node(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  }

  const hidden = (text) => node("span", { class: "visually-hidden" }, text);
  const stop = (row, column) => ({ "data-row": row, "data-column": column, tabindex: "-1" });

  function sortButton(row, column, { text, title, sort: [now, choose], more = [] }) {
    const sign = { ascending: "▲", descending: "▼" }[now] ?? "";
    return node(
      "button",
      { type: "button", class: "card-sort", title, "data-choose": choose, ...stop(row, column) },
      node("span", { class: "cell-code" }, text),
      ...more,
      node("span", { class: "card-order", "aria-hidden": "true" }, sign),
    );
  }

  function heads({ words, pillars, columns, nameSort, metSort }) {
    const sorted = ([now]) => ({ "aria-sort": now });
    const groups = node("tr", { class: "card-pillars" }, node("td", { colspan: 2 }));
    for (const [name, span] of pillars) {
      groups.append(node("th", { scope: "colgroup", colspan: span, title: name }, node("span", {}, name)));
    }
    const row = node(
      "tr",
      { class: "card-codes" },
      node(
        "th",
        { scope: "col", class: "card-name", ...sorted(nameSort) },
        sortButton("head", "name", { text: words.province, title: words.sort, sort: nameSort }),
      ),
      node(
        "th",
        { scope: "col", class: "card-met", ...sorted(metSort) },
        sortButton("head", "met", { text: words.met, title: `${words.metLong}. ${words.sort}`, sort: metSort }),
      ),
    );
    for (const column of columns) {
      const title = `${column.code} ${column.name} (${column.period}). ${words.sort}`;
      const more = [
        hidden(` ${column.name}, ${column.period}`),
        node("span", { class: "card-when", "aria-hidden": "true" }, column.when + (column.illustrative ? " ◇" : "")),
        column.illustrative ? hidden(`, ${words.marks.i}`) : null,
      ];
      row.append(
        node(
          "th",
          { scope: "col", class: [column.current && "card-current", column.first && "card-first"].filter(Boolean).join(" "), ...sorted(column.sort) },
          sortButton("head", column.code, { text: column.code, title, sort: column.sort, more: more.filter(Boolean) }),
        ),
      );
    }
    return node("thead", {}, groups, row);
  }

  function cell(data, row, rowKey, place) {
    const column = data.columns[place];
    const [text, status, marks, of] = row.cells[place];
    const [icon, word, pattern] = data.statuses[status];
    const told = [...marks].map((mark) => data.words.marks[mark]);
    const signs = [...marks].map((mark) => data.words.signs[mark] ?? "").join("");
    const amount = text ? `${text}${column.unit}${of ? ` (${of})` : ""}` : "";
    const title = [`${row.name} · ${column.code} ${column.name} · ${column.period}`, [amount, word, ...told].filter(Boolean).join(" · ")];
    const address = row.code ? `${column.map}&area=${row.code}` : column.page;
    const link = node(
      "a",
      { href: address, "data-page": address.split("?")[0], title: title.join("\n"), ...stop(rowKey, column.code) },
      node("span", { class: `status-icon${pattern ? ` pattern--${pattern}` : ""}`, "aria-hidden": "true" }, icon),
      node("span", { class: "cell-amount" }, text),
      node("span", { class: "card-mark", "aria-hidden": "true" }, signs),
      node("span", { class: "card-word" }, word),
      told.length ? hidden(`, ${told.join(", ")}`) : "",
    );
    const classes = [`status--${status}`, column.current && "card-current", column.first && "card-first", marks.includes("p") && "card-soft"];
    return node("td", { class: classes.filter(Boolean).join(" ") }, link);
  }

  function province(data, row) {
    const chosen = row.place > 0;
    const action = `${chosen ? data.words.remove : data.words.add}: ${row.name}`;
    return node(
      "tr",
      { class: chosen ? "card-chosen" : null },
      node(
        "th",
        { scope: "row", class: "card-name" },
        node(
          "button",
          {
            type: "button",
            class: `card-toggle${chosen ? ` line-${row.place}` : ""}`,
            title: action,
            "aria-label": action,
            "aria-pressed": String(chosen),
            "data-choose": row.toggle,
            ...stop(row.code, "toggle"),
          },
          chosen ? data.signs[row.place - 1] : "+",
        ),
        node("a", { href: row.page, "data-page": row.page.split("?")[0], ...stop(row.code, "name") }, row.name),
      ),
      node("td", { class: "card-met" }, row.met),
      ...row.cells.map((_, place) => cell(data, row, row.code, place)),
    );
  }

  function table(data) {
    const national = node(
      "tr",
      { class: "card-national" },
      node("th", { scope: "row", class: "card-name" }, data.national.name),
      node("td", { class: "card-met" }, ""),
      ...data.national.cells.map((_, place) => cell(data, data.national, "VN", place)),
    );
    return node(
      "table",
      { class: "card-table" },
      node("caption", { class: "visually-hidden" }, data.words.caption),
      node("colgroup", {}, node("col", { class: "card-name-width" }), node("col", { class: "card-met-width" })),
      heads(data),
      node("tbody", {}, national),
      node("tbody", {}, ...data.rows.map((row) => province(data, row))),
    );
  }

  const stops = (frame) => [...frame.querySelectorAll("[data-row]")];
  const at = (frame, [row, column]) =>
    frame.querySelector(`[data-row="${CSS.escape(row)}"][data-column="${CSS.escape(column)}"]`);

  // One of all the cells is a stop of Tab: the last one that had the focus, else the first.
  function settle(frame, focus) {
    const found = (place && at(frame, place)) || stops(frame)[0];
    if (!found) return;
    for (const other of frame.querySelectorAll('[data-row][tabindex="0"]')) other.tabIndex = -1;
    found.tabIndex = 0;
    if (focus) found.focus({ preventScroll: true });
  }

  function move(frame, from, [down, right], end) {
    const rows = [...frame.querySelectorAll("tr")].map((row) => [...row.querySelectorAll("[data-row]")].filter((each) => each.checkVisibility())).filter((row) => row.length);
    const y = rows.findIndex((row) => row.includes(from));
    const row = rows[Math.min(Math.max(y + down, 0), rows.length - 1)];
    // The country's row has no button and no link to a province: columns are found by their names.
    if (down) return row.find((each) => each.dataset.column === from.dataset.column) ?? row[0];
    if (end) return end < 0 ? row[0] : row.at(-1);
    return row[Math.min(Math.max(row.indexOf(from) + right, 0), row.length - 1)];
  }

  document.addEventListener("keydown", (event) => {
    const from = event.target.closest?.("#scorecard [data-row]");
    if (!from || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const end = { Home: -1, End: 1 }[event.key];
    if (!(event.key in KEYS) && !end) return;
    event.preventDefault();
    const to = move(from.closest("#scorecard"), from, KEYS[event.key] ?? [0, 0], end);
    to.focus();
    to.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  document.addEventListener("focusin", ({ target }) => {
    const frame = target.closest?.("#scorecard");
    if (!frame || !target.dataset.row) return;
    place = [target.dataset.row, target.dataset.column];
    settle(frame, false);
  });

  window.dash_clientside = window.dash_clientside ?? {};
  window.dash_clientside.scorecard = {
    draw(data) {
      const frame = document.getElementById("scorecard");
      if (!frame || !data) return;
      const focused = frame.contains(document.activeElement);
      frame.replaceChildren(data.rows.length ? table(data) : node("p", { class: "quiet" }, data.words.empty));
      settle(frame, focused);
    },
  };
})();
