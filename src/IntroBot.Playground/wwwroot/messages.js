// The messages of the place one is in: oldest first, replies beneath what they answer.

import { $, h, icon, reconcile } from "./dom.js";
import { drawBlock } from "./blocks.js";
import { drawView, blockIdOf } from "./view.js";
import { menuOn } from "./menu.js";
import { HOME, send, session } from "./session.js";
import { emoji, mrkdwn } from "./text.js";
import { clock, language, word } from "./words.js";
import { replyTo } from "./composer.js";
import { tell } from "./notice.js";
import { author, inOrder, markSeen, nameOf } from "./places.js";

let shown = "";

export function drawMessages() {
  const { place } = session;
  const home = place === HOME;
  $("#messages").hidden = home;
  $("#home").hidden = !home;
  announce();
  if (home) return drawHome();
  const all = inOrder(place);
  const stands = new Set(all.filter(isRoot).map(message => message.ts));
  const roots = all.filter(message => isRoot(message) || !stands.has(message.threadTs));
  $("#messages").dataset.in = place;
  $("#empty").hidden = all.length > 0;
  $("#empty").textContent = word("empty");
  reconcile($("#messages"), roots.map(message => {
    const replies = all.filter(each => each !== message && !isRoot(each) && each.threadTs === message.ts);
    return {
      key: `${session.as}/${place}/${message.ts}${message.ephemeral ? "/me" : ""}`,
      sign: JSON.stringify([message, replies, language(), session.state.shortcuts, session.state.channels?.map(each => each.id)]),
      draw: () => draw(message, replies, place),
    };
  }));
  if (all.length && !document.hidden) markSeen(place, all.at(-1).ts);
  scroll(`${place}/${all.at(-1)?.ts}`);
}

const isRoot = message => !message.threadTs || message.threadTs === message.ts;

function scroll(last) {
  if (last === shown) return;
  shown = last;
  $("#scroll").scrollTop = $("#scroll").scrollHeight;
}

function draw(message, replies, place, inThread = false) {
  const who = author(message);
  return h("li", { class: message.ephemeral ? "message ephemeral" : "message", "data-ts": message.ts },
    h("span", { class: `avatar hue-${hue(message.user ?? who)}`, "aria-hidden": "true" }, initials(who)),
    h("div", { class: "body" },
      h("p", { class: "meta" },
        h("strong", {}, who), message.bot ? h("span", { class: "badge" }, word("app")) : null,
        h("time", { datetime: message.at, title: message.at ? clock(message.at, { dateStyle: "full", timeStyle: "medium" }) : null }, message.at ? clock(message.at) : ""),
        message.ephemeral ? h("span", { class: "only-you" }, icon("eye"), word("onlyYou")) : null),
      content(message, place),
      message.edited ? h("p", { class: "small" }, word("edited")) : null,
      reactions(message),
      replies.length ? h("details", { class: "thread", open: true },
        h("summary", {}, replies.length === 1 ? word("reply1") : word("replies", { n: replies.length })),
        h("ol", {}, replies.map(reply => draw(reply, [], place, true)))) : null),
    message.ephemeral ? null : tools(message, place, who, inThread));
}

function content(message, place) {
  if (!message.blocks?.length) return h("div", { class: "text" }, mrkdwn(message.text ?? ""));
  const ctx = {
    name: `${place}-${message.ts}`,
    send: async (blockId, element, what) =>
      tell(await send("press", { channel: place, ts: message.ts, blockId, actionId: element.action_id, ...what })),
  };
  return message.blocks.map((block, index) => drawBlock(block, blockIdOf(block, index), ctx));
}

function reactions({ reactions: all = [] }) {
  if (!all?.length) return null;
  return h("p", { class: "reactions" }, all.map(one => h("span", { class: "chip", "aria-label": `${one.name} ${one.count ?? one.users?.length ?? 1}`, role: "img" },
    emoji(one.name), ` ${one.count ?? one.users?.length ?? 1}`)));
}

function tools(message, place, who, inThread) {
  const shortcuts = (session.state.shortcuts ?? []).filter(each => each.type === "message");
  const named = (key, picture, props = {}) => h("button", { type: "button", class: "icon", "aria-label": word(key), title: word(key), "data-tool": key, ...props }, icon(picture));
  return h("div", { class: "tools" },
    inThread ? null : named("reply", "reply", { onclick: () => replyTo({ ts: message.ts, name: who }) }),
    shortcuts.length ? menuOn(named("more", "dots"), () => shortcuts.map(each => ({
      label: each.name, value: each.callbackId,
      choose: async () => tell(await send("shortcut", { callbackId: each.callbackId, channel: place, ts: message.ts })),
    }))) : null);
}

function drawHome() {
  const given = session.state.home;
  const view = given?.view ?? given;
  $("#empty").hidden = Boolean(view?.blocks?.length);
  $("#empty").textContent = word("emptyHome");
  const viewId = given?.viewId ?? given?.id ?? "home";
  drawView($("#home"), viewId, view ?? {}, {}, tell);
  if (shown !== HOME) $("#scroll").scrollTop = 0;
  shown = HOME;
}

/** The newest message told of, per person and place; what was there at the start is not news. */
const told = new Map();

function announce() {
  const news = [];
  for (const place of Object.keys(session.state.messages ?? {})) {
    const key = `${session.as}/${place}`;
    const all = inOrder(place);
    const since = told.get(key);
    told.set(key, Number(all.at(-1)?.ts ?? 0));
    const fresh = since === undefined ? [] : all.filter(message => Number(message.ts) > since && message.user !== session.as);
    if (!fresh.length) continue;
    news.push(place === session.place
      ? fresh.map(message => `${author(message)}: ${h("p", {}, mrkdwn(message.text ?? "")).textContent}`).join(". ")
      : word("newIn", { place: nameOf(place) }));
  }
  if (news.length) $("#said").textContent = news.join(". ");
}

const initials = name => name.split(/\s+/).map(part => part[0]).slice(0, 2).join("").toUpperCase();
const hue = id => [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 997, 8) % 6;
