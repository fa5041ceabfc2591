// What one types in Teams: messages, replies in a thread, mentions, the bot's prompts.

import { composing, drawComposer as draw, marked, mentioned, type } from "../shared/composer.js";
import { $, h, icon } from "../shared/dom.js";
import { menuOn } from "../shared/menu.js";
import { send, session } from "../shared/session.js";
import { word } from "../shared/words.js";
import { channel, hasBot, isBotChat, nameOf } from "./places.js";

const people = () => [...hasBot(session.place) ? [session.state.bot] : [], ...session.state.people.filter(each => !each.elsewhere && each.id !== session.state.me.id)];

const prompts = menuOn(h("button", { type: "button", id: "prompts", class: "icon" }, icon("spark")), () => (session.state?.prompts ?? []).map(each => ({
  label: each.title, note: each.description, value: each.title, choose: () => type(isBotChat(session.place) ? each.title : `@${session.state.bot.name} ${each.title}`),
})));
$("#shortcuts").after(prompts);

export function drawComposer() {
  prompts.title = word("prompts");
  prompts.setAttribute("aria-label", word("prompts"));
  prompts.hidden = !hasBot(session.place);
  draw();
}

composing({
  invitation: () => word(channel(session.place) ? "startAPost" : "writeTo", { place: nameOf(session.place) }),
  offered: typed => mentioned(typed, people()),
  usage: () => channel(session.place) && hasBot(session.place) ? word("mentionTheBot", { bot: session.state.bot.name }) : "",
  submit: (typed, thread) => send("say", {
    conversation: thread ? `${session.place};messageid=${thread.id}` : session.place,
    text: marked(typed, people(), each => `<at>${each.name}</at>`),
  }),
});
