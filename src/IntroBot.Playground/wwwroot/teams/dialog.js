// The dialog the bot opened for this person, or the sentence it ended with.

import { $, h } from "../shared/dom.js";
import { send, session } from "../shared/session.js";
import { word } from "../shared/words.js";
import { drawCard, forget } from "./card.js";

const dialog = $("#modal");
const title = $("#modal-title");
const blocks = $(".blocks", dialog);
const notice = $(".notice", dialog);
const close = $(".cancel", dialog);

let open = null; // {id, sign}
let dismissed = null;

export function drawDialog() {
  const { dialog: shown } = session.state;
  if (!shown || shown.id === dismissed) return shut();
  const sign = JSON.stringify(shown);
  if (open?.sign === sign) return;
  const isNew = open?.id !== shown.id;
  if (isNew) notice.textContent = "";
  open = { id: shown.id, sign };
  title.textContent = shown.title || session.state.bot.name;
  $("[type=submit]", dialog).hidden = true;
  blocks.replaceChildren(shown.card ? drawCard(shown.card, { name: shown.id, errors: shown.errors, press }) : h("p", { class: "text" }, shown.text));
  // As in Teams, a card with buttons of its own needs none below it: × and Escape leave it.
  $(".ends", dialog).hidden = Boolean($(".actions button", blocks));
  close.textContent = word("close");
  if (!dialog.open) dialog.showModal();
  (wrong() ?? (isNew ? $(":is(input, select, textarea)", blocks) ?? (shown.card ? $(".actions button", blocks) : close) : null) ?? title).focus();
}

/** The field that has something wrong beside it: the client's own sentence in it, or the bot's below it. */
const wrong = () => $(".input:is(:has(.error), :has(+ .element .color-attention)) :is(input, select, textarea)", blocks);

async function press(action, inputs) {
  notice.textContent = "";
  const answer = await send("dialogSubmit", { name: action.title, inputs });
  if (answer.ok === false && !Object.keys(answer.errors ?? {}).length) notice.textContent = word("failed", { why: answer.why ?? word("unreachable") });
}

function shut() {
  if (open) forget(open.id);
  open = null;
  if (!session.state.dialog) dismissed = null;
  if (dialog.open) dialog.close();
  blocks.replaceChildren();
}

async function dismiss() {
  if (!open) return;
  dismissed = open.id;
  shut();
  await send("dialogClose", {});
}

$("form", dialog).addEventListener("submit", event => event.preventDefault());
for (const each of dialog.querySelectorAll(".dismiss")) each.addEventListener("click", dismiss);
dialog.addEventListener("cancel", event => {
  event.preventDefault();
  dismiss();
});
