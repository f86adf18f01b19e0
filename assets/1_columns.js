// Reads one tree out of columns as callbacks/columns.py makes them: `columns.at(column, place, pieces)`; pieces are the
// shelves of lists that others are joined from. `columns.fill(tree, parts)` has them whole first, where they name parts of
// others (callbacks/alike.py).
// What is the same in all trees is one object, shared by all that are read: look at it, don't change it.
(function () {
  const SAME = 0, LISTED = 1, EACH = 2, OBJECTS = 3, BY_PLACE = 4, IN_A_ROW = 5, MIXED = 6, STEPS = 7, JOINED = 8;
  const made = new WeakMap(); // of a column: where each list starts, which of its kind each tree is, its numbers

  function once(column, make) {
    if (!made.has(column)) made.set(column, make());
    return made.get(column);
  }

  function at(column, place, pieces) {
    switch (column[0]) {
      case SAME:
        return column[1];
      case LISTED:
        return column[1][column[2][place]];
      case EACH:
        return column[1][place];
      case OBJECTS: {
        const tree = {};
        column[1].forEach((key, which) => (tree[key] = at(column[2][which], place, pieces)));
        return tree;
      }
      case BY_PLACE:
        return column[1].map((each) => at(each, place, pieces));
      case IN_A_ROW: {
        const [, lengths, elements] = column;
        const length = at(lengths, place);
        const start = lengths[0] === SAME ? place * length : once(column, () => sums(lengths))[place];
        return Array.from({ length }, (_, further) => at(elements, start + further, pieces));
      }
      case MIXED: {
        const [, kinds, each] = column;
        const kind = at(kinds, place);
        return at(each[kind], once(column, () => amongItsKind(kinds, each.length))[place], pieces);
      }
      case STEPS:
        return once(column, () => added(column))[place];
      case JOINED:
        return at(column[2], place).flatMap((number) => pieces[column[1]][number]);
      default:
        throw new Error(`no column begins with ${column[0]}`);
    }
  }

  // The numbers of a column in which they aren't all the same.
  const numbers = (column) => (column[0] === LISTED ? column[2].map((which) => column[1][which]) : column[1]);

  function sums(lengths) {
    let sum = 0;
    return numbers(lengths).map((length) => (sum += length) - length);
  }

  function amongItsKind(kinds, count) {
    const seen = new Array(count).fill(0);
    return numbers(kinds).map((kind) => seen[kind]++);
  }

  function added([, parts, steps]) {
    let sum = 0;
    return steps.map((step) => (step === null ? null : (sum += step) / parts));
  }

  const isTree = (one) => one !== null && typeof one === "object";

  // The lists and objects of a tree as callbacks/alike.py numbers them.
  function parts(tree, found = []) {
    found.push(tree);
    for (const one of Array.isArray(tree) ? tree : Object.keys(tree).sort().map((key) => tree[key])) {
      if (isTree(one)) parts(one, found);
    }
    return found;
  }

  // Puts the parts of a model where a tree names them.
  function fill(tree, model) {
    for (const [key, one] of Object.entries(tree)) {
      if (!isTree(one)) continue;
      if (one.$ !== undefined) tree[key] = model[one.$];
      else fill(one, model);
    }
    return tree;
  }

  globalThis.columns = { at, parts, fill };
})();
