// The messages of the place one is in: oldest first, replies beneath what they answer.

import { replyTo } from "../shared/composer.js";
import { $, h, icon, reconcile } from "../shared/dom.js";
import { menuOn } from "../shared/menu.js";
import { announce, follow } from "../shared/news.js";
import { tell } from "../shared/notice.js";
import { avatar, moment, reactions } from "../shared/people.js";
import { markSeen } from "../shared/seen.js";
import { send, session } from "../shared/session.js";
import { language, word } from "../shared/words.js";
import { drawBlock } from "./blocks.js";
import { drawView, blockIdOf } from "./view.js";
import { author, HOME, inOrder, nameOf } from "./places.js";
import { emoji, mrkdwn } from "./text.js";

export function drawMessages() {
  const { place } = session;
  const home = place === HOME;
  $("#messages").hidden = home;
  $("#home").hidden = !home;
  announce(Object.keys(session.state.messages ?? {}).map(id => ({
    id, name: nameOf(id),
    all: inOrder(id).map(message => ({ at: Number(message.ts), isMine: message.user === session.as, line: () => `${author(message)}: ${h("p", {}, mrkdwn(message.text ?? "")).textContent}` })),
  })));
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
  follow(`${place}/${all.at(-1)?.ts}`);
}

const isRoot = message => !message.threadTs || message.threadTs === message.ts;

function draw(message, replies, place, inThread = false) {
  const who = author(message);
  return h("li", { class: message.ephemeral ? "message ephemeral" : "message", "data-ts": message.ts },
    avatar(who),
    h("div", { class: "body" },
      h("p", { class: "meta" },
        h("strong", {}, who), message.bot ? h("span", { class: "badge" }, word("app")) : null,
        moment(message.at),
        message.ephemeral ? h("span", { class: "only-you" }, icon("eye"), word("onlyYou")) : null),
      content(message, place),
      message.edited ? h("p", { class: "small" }, word("edited")) : null,
      reactions((message.reactions ?? []).map(one => ({ name: one.name, sign: emoji(one.name), by: one.users })), session.as, (name, isMine) => react(message, place, name, isMine)),
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

const react = (message, place, name, isMine) => send("react", { channel: place, ts: message.ts, name, takenBack: isMine }).then(tell);

function tools(message, place, who, inThread) {
  const shortcuts = (session.state.shortcuts ?? []).filter(each => each.type === "message");
  const named = (key, picture, props = {}) => h("button", { type: "button", class: "icon", "aria-label": word(key), title: word(key), "data-tool": key, ...props }, icon(picture));
  return h("div", { class: "tools" },
    menuOn(named("react", "smile"), () => OFFERED.map(name => ({ label: `${emoji(name)} ${name}`, value: name, choose: () => react(message, place, name, false) }))),
    inThread ? null : named("reply", "reply", { onclick: () => replyTo({ id: message.ts, name: who }) }),
    shortcuts.length ? menuOn(named("more", "dots"), () => shortcuts.map(each => ({
      label: each.name, value: each.callbackId,
      choose: async () => tell(await send("shortcut", { callbackId: each.callbackId, channel: place, ts: message.ts })),
    }))) : null);
}

const OFFERED = ["+1", "tada", "heart", "clap", "raised_hands"];

function drawHome() {
  const given = session.state.home;
  const view = given?.view ?? given;
  $("#empty").hidden = Boolean(view?.blocks?.length);
  $("#empty").textContent = word("emptyHome");
  const viewId = given?.viewId ?? given?.id ?? "home";
  drawView($("#home"), viewId, view ?? {}, {}, tell);
  follow(HOME, true);
}
