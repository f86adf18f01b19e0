// Puts words of a picture in the place of those that stand there, without React, which takes several frames for them. Where
// only texts and attributes differ, they are changed in the elements that React has made; else copies of these stand in
// their place, which may be changed in any way. React gets its own back, as it knows them, before it is told anything.
(function () {
  const HTML = "dash_html_components";
  const ATTRIBUTES = { className: "class", htmlFor: "for", tabIndex: "tabindex" };
  const PLAIN = /^(class|for|tabindex|id|title|role|lang|type|href|value|min|max|disabled|hidden|data-.+|aria-.+)$/;
  const UNSEEN = ["children", "style", "disable_n_clicks"];
  const standing = new Map(); // by id: the properties that the screen shows and React doesn't know, React's own elements

  const alike = (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other);
  const isText = (one) => typeof one === "string" || typeof one === "number";
  const attribute = (name) => ATTRIBUTES[name] ?? name;
  const component = (id) => window.dash_component_api.getLayout(id);

  // The children of which React makes nodes.
  function nodes(children) {
    const all = [children].flat(Infinity);
    return all.filter((one) => one !== null && one !== undefined && one !== "" && typeof one !== "boolean");
  }

  // Whether a tree is nothing but elements, texts and attributes.
  function plain(tree) {
    if (isText(tree)) return true;
    if (tree.namespace !== HTML) return false;
    const names = Object.keys(tree.props).filter((name) => !UNSEEN.includes(name));
    return names.every((name) => PLAIN.test(attribute(name))) && nodes(tree.props.children).every(plain);
  }

  function build(tree) {
    if (isText(tree)) return document.createTextNode(tree);
    const made = document.createElement(tree.type);
    dress(made, {}, tree.props);
    made.append(...nodes(tree.props.children).map(build));
    return made;
  }

  function dress(node, before, after) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (UNSEEN.includes(name) || before[name] === after[name]) continue;
      if (isText(after[name])) node.setAttribute(attribute(name), after[name]);
      else node.toggleAttribute(attribute(name), after[name] === true);
    }
    const [was, will] = [before.style ?? {}, after.style ?? {}];
    for (const name of Object.keys(was)) if (!(name in will)) node.style.removeProperty(name);
    for (const [name, value] of Object.entries(will)) if (was[name] !== value) node.style.setProperty(name, value);
  }

  const sameKind = (before, after) => (isText(before) ? isText(after) : before.type === after.type);

  // Whether the trees have the same elements, so that those of the one can be made into those of the other.
  function sameElements(node, before, after) {
    if (!sameKind(before, after)) return false;
    if (isText(before)) return node.nodeType === Node.TEXT_NODE;
    return sameChildren(node, nodes(before.props.children), nodes(after.props.children));
  }

  function sameChildren({ childNodes }, was, will) {
    if (was.length !== will.length || was.length !== childNodes.length) return false;
    return was.every((each, which) => sameElements(childNodes[which], each, will[which]));
  }

  // Makes of a node, drawn from one tree, what another tree says, by the places of its children.
  function turn(node, before, after) {
    if (alike(before, after)) return;
    if (!sameKind(before, after)) node.replaceWith(build(after));
    else if (isText(after)) node.data = after;
    else {
      dress(node, before.props, after.props);
      turnChildren(node, nodes(before.props.children), nodes(after.props.children));
    }
  }

  function turnChildren(node, was, will) {
    const children = [...node.childNodes];
    children.slice(will.length).forEach((surplus) => surplus.remove());
    will.forEach((each, which) => {
      if (which < was.length) turn(children[which], was[which], each);
      else node.append(build(each));
    });
  }

  function turnAll(node, before, after) {
    dress(node, before, after);
    if ("children" in after) turnChildren(node, nodes(before.children), nodes(after.children));
  }

  // Copies in the place of React's elements; the focus goes over to them.
  function copied(node) {
    const own = [...node.childNodes];
    const focused = [...node.querySelectorAll("*")].indexOf(document.activeElement);
    node.replaceChildren(...own.map((each) => each.cloneNode(true)));
    if (focused >= 0) node.querySelectorAll("*")[focused].focus({ preventScroll: true });
    return own;
  }

  const only = (names, properties) => Object.fromEntries(names.map((name) => [name, properties[name]]));

  // Shows properties of a component. Of what isn't plain, React is told.
  function show(id, properties) {
    const node = document.getElementById(id);
    if (!node) return;
    const before = standing.get(id)?.shown ?? only(Object.keys(properties), component(id).props);
    if (alike(before, properties)) return;
    const will = nodes(properties.children);
    const was = nodes(before.children);
    if (![...was, ...will].every(plain)) return tell(id, properties);
    let { own, left } = standing.get(id) ?? {};
    if (!own && "children" in properties && !sameChildren(node, was, will)) [own, left] = [copied(node), before];
    turnAll(node, before, properties);
    standing.set(id, { shown: properties, own, left });
  }

  // React finds its own elements, and in them what it knows.
  function giveBack(id) {
    const node = document.getElementById(id);
    const { shown, own, left } = standing.get(id);
    standing.delete(id);
    if (!node) return;
    if (own) node.replaceChildren(...own);
    turnAll(node, left ?? shown, only(Object.keys(shown), component(id).props));
  }

  // Tells React what is shown, or something else, on top of what it knows.
  function tell(id, properties = standing.get(id).shown) {
    if (standing.has(id)) giveBack(id);
    window.ReactDOM.flushSync(() => window.dash_clientside.set_props(id, properties));
  }

  const all = (each) => () => [...standing.keys()].forEach((id) => each(id));

  globalThis.wordsAtOnce = { show, tell, tellAll: all(tell), giveBackAll: all(giveBack) };
})();
