// What one types in Slack: messages, slash commands with their completion, global shortcuts.

import { composing, drawComposer as draw, marked, mentioned } from "../shared/composer.js";
import { $ } from "../shared/dom.js";
import { menuOn } from "../shared/menu.js";
import { tell } from "../shared/notice.js";
import { send, session } from "../shared/session.js";
import { word } from "../shared/words.js";
import { HOME, nameOf } from "./places.js";

const globals = () => (session.state?.shortcuts ?? []).filter(each => each.type === "global");
const commands = () => session.state?.commands ?? [];
const people = () => [session.state?.bot, ...session.state?.people ?? []].filter(each => each?.name);

export function drawComposer() {
  $("#shortcuts").hidden = !globals().length;
  draw(session.place === HOME);
}

composing({
  invitation: () => word("messageTo", { place: nameOf(session.place) }),

  /** The commands that begin with what is typed, until a space ends the name; people after an @. */
  offered: typed => /^\/\S*$/.test(typed)
    ? commands().filter(each => each.command.startsWith(typed.toLowerCase()))
      .map(each => ({ id: each.command, line: each.command, usage: each.usage, note: each.description, typed: `${each.command} `, isWhole: each.command === typed.toLowerCase() }))
    : mentioned(typed, people()),

  usage(typed) {
    const current = commands().find(each => typed.startsWith(`${each.command} `));
    return current ? [current.command, current.usage].filter(Boolean).join(" ") : "";
  },

  submit(typed, thread) {
    const [, command, text] = /^(\/\S+)\s*(.*)$/.exec(typed) ?? [];
    if (command && thread) return word("notInThread", { command });
    const known = commands().find(each => each.command === command?.toLowerCase());
    if (command && !known) return word("notACommand", { command });
    const { place: channel } = session;
    return command
      ? send("command", { channel, command: known.command, text: mentioning(text) })
      : send("say", { channel, text: mentioning(typed), ...(thread ? { threadTs: thread.id } : {}) });
  },
});

menuOn($("#shortcuts"), () => globals().map(each => ({
  label: each.name, value: each.callbackId,
  choose: async () => tell(await send("shortcut", { callbackId: each.callbackId })),
})));

/** The workspace does the escaping. */
const mentioning = typed => marked(typed, people(), each => `<@${each.id}>`);
