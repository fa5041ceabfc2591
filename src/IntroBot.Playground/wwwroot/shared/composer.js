// The line one types in: what completes it, what it replies to, sending it. Slack's and Teams' page say what differs.

import { $, h } from "./dom.js";
import { say, tell } from "./notice.js";
import { session } from "./session.js";
import { word } from "./words.js";

const field = $("#composer");
const list = $("#commands");
let thread = null; // {id, name, place, as}
let active = -1;
let dismissed = false;
let ways = null;

/** `offered(typed)`: [{id, line, note, typed, isWhole}] that complete it; `usage(typed)`; `invitation(thread)`; `submit(typed, thread)` → answer, or words that say why not. */
export const composing = given => { ways = given; };

export function replyTo(message) {
  thread = { ...message, place: session.place, as: session.as };
  drawComposer();
  field.focus();
}

export function type(words) {
  thread = null;
  field.value = words;
  drawComposer();
  field.focus();
}

export function drawComposer(isHidden = false) {
  $("#say").hidden = isHidden;
  if (thread && (thread.place !== session.place || thread.as !== session.as)) thread = null;
  $("#reply-to").hidden = !thread;
  $("#reply-to span").textContent = thread ? word("replyingTo", { name: thread.name }) : "";
  const invitation = thread ? word("replyingTo", { name: thread.name }) : ways.invitation();
  field.placeholder = invitation;
  field.setAttribute("aria-label", invitation);
  complete();
}

const offered = () => document.activeElement === field && !dismissed ? ways.offered(field.value) : [];

function complete() {
  const some = offered();
  if (active >= some.length) active = -1;
  list.hidden = some.length === 0;
  list.replaceChildren(...some.map((each, index) => h("li", {
    id: `command-${index}`, role: "option", "aria-selected": index === active ? "true" : "false", "data-command": each.id,
    // The list goes when the field loses the focus, so the press must not take it away.
    onmousedown: event => event.preventDefault(), onclick: () => choose(each),
  }, h("strong", {}, each.line), each.usage ? h("span", { class: "usage" }, ` ${each.usage}`) : null, each.note ? h("small", {}, each.note) : null)));
  field.setAttribute("aria-expanded", String(some.length > 0));
  if (active < 0) field.removeAttribute("aria-activedescendant");
  else {
    field.setAttribute("aria-activedescendant", `command-${active}`);
    list.children[active].scrollIntoView({ block: "nearest" });
  }
  $("#usage").textContent = ways.usage(field.value);
}

function choose(each) {
  field.value = each.typed;
  active = -1;
  field.focus();
  complete();
}

field.addEventListener("input", () => {
  active = -1;
  dismissed = false;
  complete();
});
field.addEventListener("focus", complete);
field.addEventListener("blur", complete);
field.addEventListener("keydown", event => {
  const some = offered();
  if (!some.length || event.isComposing) return;
  const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (move) {
    event.preventDefault();
    active = active < 0 && move < 0 ? some.length - 1 : (active + move + some.length) % some.length;
    complete();
  } else if (event.key === "Escape") {
    dismissed = true;
    complete();
  } else if (event.key === "Tab" && !event.shiftKey || event.key === "Enter" && (active >= 0 || !some.some(each => each.isWhole))) {
    event.preventDefault();
    choose(some[Math.max(active, 0)]);
  }
});

$("#say").addEventListener("submit", async event => {
  event.preventDefault();
  const typed = field.value.trim();
  if (!typed) return;
  say("");
  const sent = ways.submit(typed, thread);
  if (typeof sent === "string") return say(sent);
  field.value = "";
  complete();
  if (!tell(await sent) && field.value === "") field.value = typed;
});

$("#reply-to button").addEventListener("click", () => {
  thread = null;
  drawComposer();
  field.focus();
});

/** People whose names begin with what stands after the last @. */
export function mentioned(typed, people) {
  const [, before, begun] = /^(.*(?:^|\s))@(\p{L}[\p{L} ]*|)$/u.exec(typed) ?? [];
  if (begun === undefined) return [];
  return people.filter(each => each.name.toLowerCase().startsWith(begun.toLowerCase()))
    .map(each => ({ id: each.id, line: `@${each.name}`, typed: `${before}@${each.name} `, isWhole: each.name.toLowerCase() === begun.trim().toLowerCase() }));
}

/** Names after @ become mentions, as the chat's own client makes them. */
export const marked = (typed, people, mark) => [...people].sort((a, b) => b.name.length - a.name.length)
  .reduce((text, each) => text.replaceAll(`@${each.name}`, () => mark(each)), typed);
