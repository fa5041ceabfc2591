// Everything on the page is made here, as elements and text nodes; no text from a message ever becomes markup.

export const $ = (selector, from = document) => from.querySelector(selector);

export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/playground/assets/shared/icons.svg#i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

const signs = new WeakMap();

/** Makes the children of `parent` be `items` ({key, sign, draw}); a child whose sign is unchanged is not touched, so what is typed or focused in it stays. */
export function reconcile(parent, items) {
  const focus = focusIn(parent);
  const wanted = new Set(items.map(item => item.key));
  for (const child of [...parent.children]) if (!wanted.has(child.dataset.key)) child.remove();
  const present = new Map([...parent.children].map(child => [child.dataset.key, child]));
  let at = parent.firstElementChild;
  for (const { key, sign, draw } of items) {
    const old = present.get(key);
    const node = old && signs.get(old) === sign ? old : draw();
    if (node !== old) {
      node.dataset.key = key;
      signs.set(node, sign);
      if (old) {
        if (at === old) at = node;
        old.replaceWith(node);
      }
    }
    if (node === at) at = at.nextElementSibling;
    else parent.insertBefore(node, at);
  }
  if (focus && !parent.contains(document.activeElement)) focus();
}

/** How to put the focus back where it was, or as near as what was redrawn allows. */
function focusIn(parent) {
  const was = document.activeElement;
  if (!was || was === parent || !parent.contains(was)) return null;
  const { key } = was.closest("[data-key]").dataset;
  const mark = markOf(was);
  const selection = typeof was.selectionStart === "number" ? [was.selectionStart, was.selectionEnd] : null;
  return () => {
    const again = [...parent.children].find(child => child.dataset.key === key);
    if (!again) return;
    const target = [...again.querySelectorAll("*")].find(each => markOf(each) === mark) ?? again;
    if (target === again) again.tabIndex = -1;
    target.focus({ preventScroll: true });
    if (selection && typeof target.selectionStart === "number") target.setSelectionRange(...selection);
  };
}

/** What makes two elements the same one to a person, before and after a redrawing. */
function markOf(node) {
  const around = ["ts", "blockId", "actionId"].map(name => node.closest(`[data-${name.replace("Id", "-id")}]`)?.dataset[name]);
  return JSON.stringify([node.tagName, around, node.dataset, ["radio", "checkbox"].includes(node.type) ? node.value : null]);
}
