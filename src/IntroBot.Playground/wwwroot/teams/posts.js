// The posts of the place one is in: bubbles in a chat, threads in a channel.

import { replyTo } from "../shared/composer.js";
import { $, h, icon, reconcile } from "../shared/dom.js";
import { menuOn } from "../shared/menu.js";
import { announce, follow } from "../shared/news.js";
import { tell } from "../shared/notice.js";
import { avatar, moment, reactions } from "../shared/people.js";
import { markSeen } from "../shared/seen.js";
import { changed, send, session } from "../shared/session.js";
import { language, word } from "../shared/words.js";
import { drawCard, forget } from "./card.js";
import { act, actions } from "./extension.js";
import { markdown, plain } from "./markdown.js";
import { channel, nameOf, places, posts } from "./places.js";

/** What only this person was told at a card, and what was wrong in its fields, by place and post. */
const asides = new Map();

export function drawPosts() {
  const { place } = session;
  const all = posts(place);
  announce(places().map(id => ({
    id, name: nameOf(id), all: posts(id).map(post => ({ at: Number(post.id), isMine: post.from === session.state.me.id, line: () => `${post.name}: ${h("p", {}, words(post)).textContent}` })),
  })));
  $("#messages").dataset.in = place;
  $("#messages").classList.toggle("threads", Boolean(channel(place)));
  $("#empty").hidden = all.length > 0;
  $("#empty").textContent = word("empty");
  const roots = channel(place) ? all.filter(post => post.root === post.id) : all;
  reconcile($("#messages"), roots.map(post => {
    const replies = channel(place) ? all.filter(each => each.root === post.id && each !== post) : [];
    return {
      key: `${session.as}/${place}/${post.id}`,
      sign: JSON.stringify([post, replies, language(), [post, ...replies].map(each => aside(place, each))]),
      draw: () => channel(place) ? thread(post, replies, place) : draw(post, place),
    };
  }));
  if (all.length && !document.hidden) markSeen(place, all.at(-1).id);
  follow(`${place}/${all.at(-1)?.id}`);
}

const keyOf = (place, post) => `${session.as}/${place}/${post.id}`;
const aside = (place, post) => asides.get(keyOf(place, post));

function thread(root, replies, place) {
  return h("li", { class: "thread-box", "data-thread": root.id }, h("ol", {}, draw(root, place), replies.map(reply => draw(reply, place))),
    h("button", { type: "button", class: "quiet", "data-tool": "reply", onclick: () => replyTo({ id: root.id, name: root.name }) }, icon("reply"), word("replyInThread")));
}

function draw(post, place) {
  const isMine = post.from === session.state.me.id;
  return h("li", { class: `message${isMine ? " mine" : ""}${post.alert ? " alert" : ""}`, "data-ts": post.id },
    avatar(post.name),
    h("div", { class: "body" },
      h("p", { class: "meta" },
        h("strong", {}, post.name), post.bot ? h("span", { class: "badge" }, word("app")) : null, moment(post.at),
        post.edited ? h("span", { class: "small" }, word("edited")) : null,
        post.alone && channel(place) ? h("span", { class: "only-you" }, icon("eye"), word("onlyYou")) : null),
      post.deleted ? h("p", { class: "small" }, word("deleted")) : content(post, place),
      reactions(gathered(post.reactions), session.state.me.id, (name, isTaken) => react(post, place, name, isTaken))),
    post.deleted ? null : tools(post, place));
}

const words = post => post.format === "plain" ? plain(post.text) : markdown(post.text);

function content(post, place) {
  const told = aside(place, post);
  return [
    post.text ? h("div", { class: "text" }, words(post)) : null,
    post.cards.map((card, index) => drawCard(card, { name: `${keyOf(place, post)}/${index}`, errors: told?.errors, press: (action, inputs) => press(post, place, index, action, inputs) })),
    told?.text ? h("p", { class: "aside", role: "status" }, icon("eye"), h("span", {}, h("span", { class: "small" }, word("onlyYou")), h("br"), told.text),
      h("button", { type: "button", class: "icon", "aria-label": word("close"), onclick: () => { asides.delete(keyOf(place, post)); changed(); } }, icon("close"))) : null,
  ];
}

async function press(post, place, index, action, inputs) {
  const key = keyOf(place, post);
  asides.delete(key);
  const answer = await send(action.type === "Action.Execute" ? "execute" : "submit", { thread: place, id: post.id, name: action.verb ?? action.data?.step ?? action.title, data: action.data, inputs });
  const errors = Object.keys(answer.errors ?? {}).length ? answer.errors : null;
  if (answer.ok) forget(`${key}/${index}`);
  if (errors || answer.text) asides.set(key, { text: answer.text, errors });
  tell(errors ? { ok: true } : answer);
  changed();
}

const SIGNS = { like: "👍", heart: "❤️", laugh: "😆", surprised: "😮", sad: "😢" };

const gathered = all => Object.entries(Object.groupBy(all ?? [], one => one.type)).map(([name, some]) => ({ name, sign: SIGNS[name] ?? name, by: some.map(one => one.by) }));

const react = (post, place, type, takenBack) => send("react", { thread: place, id: post.id, type, takenBack }).then(tell);

function tools(post, place) {
  const named = (key, picture) => h("button", { type: "button", class: "icon", "aria-label": word(key), title: word(key), "data-tool": key }, icon(picture));
  const some = actions("message");
  return h("div", { class: "tools" },
    menuOn(named("react", "smile"), () => Object.entries(SIGNS).map(([name, sign]) => ({ label: `${sign} ${word(name)}`, value: name, choose: () => react(post, place, name, false) }))),
    some.length ? menuOn(named("more", "dots"), () => some.map(each => ({ label: each.title, value: each.id, choose: () => act(each, "message", { thread: place, id: post.id }) }))) : null);
}
