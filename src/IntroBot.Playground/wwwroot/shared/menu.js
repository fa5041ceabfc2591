// Small menus behind a button, and the question asked before something counts.

import { $, h } from "./dom.js";
import { word } from "./words.js";

/** Makes `button` open a menu of [{label, note, value, choose}], read anew each time it opens. */
export function menuOn(button, items) {
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => open(button, items()));
  button.addEventListener("keydown", event => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    open(button, items());
  });
  return button;
}

function open(button, items) {
  const menu = h("div", { class: "menu", role: "menu", popover: "auto", "aria-label": button.getAttribute("aria-label") ?? button.textContent },
    items.map(item => h("button", { type: "button", role: "menuitem", tabindex: "-1", "data-value": item.value, onclick: () => { menu.hidePopover(); item.choose(); } },
      item.label, item.note ? h("small", {}, item.note) : null)));
  menu.addEventListener("keydown", event => step(event, menu));
  menu.addEventListener("toggle", event => {
    if (event.newState !== "closed") return;
    button.setAttribute("aria-expanded", "false");
    if (menu.contains(document.activeElement) || document.activeElement === document.body) button.focus({ preventScroll: true });
    menu.remove();
  });
  // Beside the button, so that it stands in the reading order and inside an open dialog.
  button.after(menu);
  menu.showPopover();
  button.setAttribute("aria-expanded", "true");
  put(menu, button.getBoundingClientRect());
  menu.firstElementChild?.focus();
}

function put(menu, near) {
  const box = menu.getBoundingClientRect();
  const below = near.bottom + 4 + box.height <= innerHeight;
  menu.style.left = `${Math.max(8, Math.min(near.left, innerWidth - box.width - 8))}px`;
  menu.style.top = `${below ? near.bottom + 4 : Math.max(8, near.top - box.height - 4)}px`;
}

function step(event, menu) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Tab") menu.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length).focus();
}

/** Asks {title, text, yes, no, danger}; true when the person goes on. */
export function asked(question) {
  const dialog = $("#confirm");
  return new Promise(resolve => {
    const answer = h("button", { type: "submit", value: "yes", class: question.danger ? "danger" : "primary" }, question.yes);
    dialog.replaceChildren(h("form", { method: "dialog" },
      h("h2", { id: "confirm-title" }, question.title),
      h("div", { id: "confirm-text" }, question.text),
      h("div", { class: "ends" }, h("button", { type: "submit", value: "no" }, question.no || word("cancel")), answer)));
    dialog.returnValue = "no";
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    dialog.showModal();
    answer.focus();
  });
}
