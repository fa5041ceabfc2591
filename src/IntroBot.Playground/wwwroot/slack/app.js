// Slack's page: whenever the state changes, every part draws itself anew.

import { $ } from "../shared/dom.js";
import { type } from "../shared/composer.js";
import { becomes, onChange, send, session, start } from "../shared/session.js";
import { drawShell } from "../shared/shell.js";
import { label, language, word } from "../shared/words.js";
import { drawComposer } from "./composer.js";
import { drawMessages } from "./messages.js";
import { drawModal } from "./modal.js";
import { groups, HOME, places } from "./places.js";

let labelled = null;

onChange(({ state }) => {
  if (!state) {
    $("#offline").textContent = word("offline");
    return;
  }
  if (labelled !== language()) label();
  labelled = language();
  // What takes room from the messages comes first, so that they scroll to their true end; what counts the unread comes after.
  drawComposer();
  drawMessages();
  drawShell(state.workspace?.name ?? "", state.people ?? [], groups());
  drawModal();
  $("#app").removeAttribute("aria-busy");
});

label();
await start({
  prefix: "/playground/api",
  /** Whose window it is while nobody chose: somebody who reads what the browser's owner reads. */
  first: () => navigator.language.toLowerCase().startsWith("fr") ? "U0EMMA" : "U0JACK",
  places,
  /** Opening Home tells the bot, which then fills it. */
  arrive: () => session.place === HOME ? send("home", {}) : null,
}, async ({ as, place, words }) => {
  await becomes(as ?? session.as, place ?? session.place);
  if (words) type(words);
});
