// The app's message extension: in the compose box, in the command box, on a message; and the cards it puts into the compose box.

import { $, h, icon } from "../shared/dom.js";
import { menuOn } from "../shared/menu.js";
import { say, tell } from "../shared/notice.js";
import { send, session } from "../shared/session.js";
import { language, word } from "../shared/words.js";
import { drawCard } from "./card.js";

export const actions = context => (session.state?.commands ?? []).filter(each => each.contexts.includes(context));

export async function act(command, context, where) {
  const answer = await send("extension", { command: command.id, context, ...where });
  if (tell(answer) && answer.text && !session.state.dialog) say(answer.text);
}

const offered = context => () => actions(context).map(each => ({
  label: each.title, note: each.description, value: each.id, choose: () => act(each, context, context === "compose" ? { conversation: session.place } : {}),
}));

$("#shortcuts").dataset.label = "appActions";
$("#shortcuts").replaceChildren(icon("plus"));
menuOn($("#shortcuts"), offered("compose"));
menuOn($("#command-box"), offered("commandBox"));

let drawn = "";

export function drawComposed() {
  const { composed } = session.state;
  const here = composed?.conversation.split(";")[0] === session.place ? composed : null;
  const sign = JSON.stringify([here, language()]);
  $("#command-box").hidden = actions("commandBox").length === 0;
  $("#shortcuts").hidden = actions("compose").length === 0;
  $("#composed").hidden = !here;
  if (sign === drawn) return;
  drawn = sign;
  $("#composed").replaceChildren(...(here?.cards ?? []).map((card, index) => h("div", { class: "proposed" },
    drawCard(card, { name: `composed/${index}`, press: async () => {} }),
    h("div", { class: "ends" }, here.preview
      ? [["edit", "edit"], ["send", "send"]].map(([choice, key]) => h("button", { type: "button", class: choice === "send" ? "primary" : null, onclick: async () => tell(await send("preview", { choice })) }, word(key)))
      : h("button", { type: "button", class: "primary", onclick: async () => tell(await send("send", { index: String(index) })) }, word("send"))))));
}
