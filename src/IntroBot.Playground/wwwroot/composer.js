// The line one types in: messages, slash commands with their completion, replies, global shortcuts.

import { $, h } from "./dom.js";
import { menuOn } from "./menu.js";
import { say, tell } from "./notice.js";
import { nameOf } from "./places.js";
import { HOME, send, session } from "./session.js";
import { word } from "./words.js";

const field = $("#composer");
const list = $("#commands");
let thread = null; // {ts, name, place, as}
let active = -1;

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

export function drawComposer() {
  $("#say").hidden = session.place === HOME;
  if (thread && (thread.place !== session.place || thread.as !== session.as)) thread = null;
  $("#reply-to").hidden = !thread;
  $("#reply-to span").textContent = thread ? word("replyingTo", { name: thread.name }) : "";
  const invitation = thread ? word("replyingTo", { name: thread.name }) : word("messageTo", { place: nameOf(session.place) });
  field.placeholder = invitation;
  field.setAttribute("aria-label", invitation);
  $("#shortcuts").hidden = !globals().length;
  complete();
}

const globals = () => (session.state?.shortcuts ?? []).filter(each => each.type === "global");
const commands = () => session.state?.commands ?? [];

/** The commands that begin with what is typed, until a space ends the name. */
function offered() {
  return /^\/\S*$/.test(field.value) && document.activeElement === field
    ? commands().filter(each => each.command.startsWith(field.value.toLowerCase()))
    : [];
}

function complete() {
  const some = offered();
  if (active >= some.length) active = -1;
  list.hidden = some.length === 0;
  list.replaceChildren(...some.map((each, index) => h("li", {
    id: `command-${index}`, role: "option", "aria-selected": index === active ? "true" : "false", "data-command": each.command,
    // The list goes when the field loses the focus, so the press must not take it away.
    onmousedown: event => event.preventDefault(), onclick: () => choose(each),
  }, h("strong", {}, each.command), " ", h("span", { class: "usage" }, each.usage), h("small", {}, each.description))));
  field.setAttribute("aria-expanded", String(some.length > 0));
  if (active < 0) field.removeAttribute("aria-activedescendant");
  else {
    field.setAttribute("aria-activedescendant", `command-${active}`);
    list.children[active].scrollIntoView({ block: "nearest" });
  }
  const current = commands().find(each => field.value.startsWith(`${each.command} `));
  $("#usage").textContent = current ? [current.command, current.usage].filter(Boolean).join(" ") : "";
}

function choose({ command }) {
  field.value = `${command} `;
  active = -1;
  field.focus();
  complete();
}

field.addEventListener("input", () => { active = -1; complete(); });
field.addEventListener("focus", complete);
field.addEventListener("blur", complete);
field.addEventListener("keydown", event => {
  const some = offered();
  if (!some.length || event.isComposing) return;
  const exact = some.some(each => each.command === field.value.toLowerCase());
  const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (move) {
    event.preventDefault();
    active = active < 0 && move < 0 ? some.length - 1 : (active + move + some.length) % some.length;
    complete();
  } else if (event.key === "Escape") {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
  } else if (event.key === "Tab" && !event.shiftKey || event.key === "Enter" && (active >= 0 || !exact)) {
    event.preventDefault();
    choose(some[Math.max(active, 0)]);
  }
});

$("#say").addEventListener("submit", async event => {
  event.preventDefault();
  const typed = field.value.trim();
  if (!typed) return;
  say("");
  const [, command, text] = /^(\/\S+)\s*(.*)$/.exec(typed) ?? [];
  if (command && thread) return say(word("notInThread", { command }));
  const known = commands().find(each => each.command === command?.toLowerCase());
  if (command && !known) return say(word("notACommand", { command }));
  const { place: channel } = session;
  const threadTs = thread?.ts;
  field.value = "";
  complete();
  const taken = tell(command
    ? await send("command", { channel, command: known.command, text: mentioning(text) })
    : await send("say", { channel, text: mentioning(typed), ...(threadTs ? { threadTs } : {}) }));
  if (!taken && field.value === "") field.value = typed;
});

$("#reply-to button").addEventListener("click", () => { thread = null; drawComposer(); field.focus(); });

menuOn($("#shortcuts"), () => globals().map(each => ({
  label: each.name, value: each.callbackId,
  choose: async () => tell(await send("shortcut", { callbackId: each.callbackId })),
})));

/** Names after @ become mentions, as Slack's own client makes them; the workspace does the escaping. */
function mentioning(typed) {
  const { bot, people = [] } = session.state;
  return [bot, ...people].filter(each => each?.name).sort((a, b) => b.name.length - a.name.length)
    .reduce((text, each) => text.replaceAll(`@${each.name}`, `<@${each.id}>`), typed);
}
