// Where an arrow key leads to on a map: `directions(features)` gives for each area the next one in each way, or null where
// the map ends. Made from the outlines that the map is drawn from, so it holds for whatever an office imports, and weighs
// nothing. A neighbour that shares a border comes first; where none lies that way, the nearest area that does. Two areas lead
// to each other where that is possible, so that the way back is the way; and each can be reached from each.
(function () {
  const WAYS = { ArrowRight: 0, ArrowUp: 90, ArrowLeft: 180, ArrowDown: 270 }; // degrees
  const BACK = { ArrowRight: "ArrowLeft", ArrowUp: "ArrowDown", ArrowLeft: "ArrowRight", ArrowDown: "ArrowUp" };
  const STRAIGHT = 45, ASLANT = 70, BESIDE = 89; // degrees off the way
  const FAR = 1.5; // times as far as the farthest neighbour: an arrow doesn't cross a foreign country

  function directions(features) {
    const next = Object.fromEntries(features.map(({ id }) => [id, {}]));
    const beside = borders(features);
    const steps = allSteps(features);
    const bordering = steps.filter(({ from, to }) => beside[from].has(to));
    const straight = bordering.filter(({ off }) => off <= STRAIGHT);
    lead(next, straight, { both: true });
    lead(next, straight);
    lead(next, bordering.filter(({ off }) => off <= ASLANT));
    lead(next, near(steps, bordering).filter(({ off }) => off <= STRAIGHT));
    connect(next, steps);
    return next;
  }

  // Who shares a border with whom: two points of it or more, as one may be a corner where three meet.
  function borders(features) {
    const holders = new Map();
    for (const { id, geometry } of features) {
      for (const point of points(geometry.coordinates)) {
        const key = point.join();
        if (!holders.has(key)) holders.set(key, new Set());
        holders.get(key).add(id);
      }
    }
    const shared = Object.fromEntries(features.map(({ id }) => [id, new Map()]));
    for (const ids of holders.values()) {
      for (const one of ids) {
        for (const other of ids) if (one !== other) shared[one].set(other, (shared[one].get(other) ?? 0) + 1);
      }
    }
    const kept = (counts) => new Set([...counts].filter(([, count]) => count > 1).map(([id]) => id));
    return Object.fromEntries(Object.entries(shared).map(([id, counts]) => [id, kept(counts)]));
  }

  const points = (tree) => (typeof tree[0] === "number" ? [tree] : tree.flatMap(points));

  // Every step from an area to another one, the best first: near, and straight on.
  function allSteps(features) {
    const steps = [];
    for (const { id: from, properties: { label_point: [west, south] } } of features) {
      for (const { id: to, properties: { label_point: [east, north] } } of features) {
        if (from === to) continue;
        const across = (east - west) * Math.cos(((south + north) * Math.PI) / 360), up = north - south;
        const bearing = (Math.atan2(up, across) * 180) / Math.PI;
        for (const [way, wanted] of Object.entries(WAYS)) {
          const off = Math.abs(((bearing - wanted + 540) % 360) - 180);
          if (off <= BESIDE) steps.push(step({ from, to, way, off, far: Math.hypot(across, up) }));
        }
      }
    }
    return steps.sort((one, other) => one.cost - other.cost);
  }

  const step = (found) => ({ ...found, cost: found.far * (1 + (found.off / 30) ** 2) });

  // The steps that lead not much farther than to a neighbour; of what has none, an island, all.
  function near(steps, bordering) {
    const farthest = new Map();
    for (const { from, far } of bordering) farthest.set(from, Math.max(far, farthest.get(from) ?? 0));
    return steps.filter(({ from, far }) => !farthest.has(from) || far <= FAR * farthest.get(from));
  }

  // Fills what is still free by the best steps; `both` takes those alone whose way back is free, too.
  function lead(next, steps, { both = false } = {}) {
    for (const { from, to, way } of steps) {
      if (next[from][way] || (both && next[to][BACK[way]])) continue;
      next[from][way] = to;
      if (both) next[to][BACK[way]] = from;
    }
  }

  // What no step leads to, such as an island between two others, is put on the way of its best neighbour.
  function connect(next, steps) {
    const [first] = Object.keys(next);
    for (let round = 0; first && round < steps.length; round++) {
      const there = reached(first, (id) => Object.values(next[id]));
      const home = reached(first, (id) => Object.keys(next).filter((other) => Object.values(next[other]).includes(id)));
      const lost = steps.find(({ from, to, way }) => there.has(from) && !there.has(to) && mayLead(next, from, to, way));
      const stuck = steps.find(({ from, to, way }) => !home.has(from) && home.has(to) && !next[from][way]);
      if (!lost && !stuck) return;
      if (lost) {
        const { from, to, way } = lost;
        if (next[from][way]) next[to][way] ??= next[from][way];
        next[from][way] = to;
      }
      if (stuck) next[stuck.from][stuck.way] = stuck.to;
    }
  }

  const mayLead = (next, from, to, way) => !next[from][way] || !next[to][way] || next[to][way] === next[from][way];

  function reached(first, following) {
    const found = new Set([first]);
    for (const id of found) for (const each of following(id)) found.add(each);
    return found;
  }

  globalThis.directions = directions;
})();
