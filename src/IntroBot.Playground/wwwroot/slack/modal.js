// The modal the bot opened for this person.

import { $ } from "../shared/dom.js";
import { send, session } from "../shared/session.js";
import { word } from "../shared/words.js";
import { plain } from "./text.js";
import { drawView, forget, mistakes, values } from "./view.js";

const dialog = $("#modal");
const title = $("#modal-title");
const blocks = $(".blocks", dialog);
const button = $("[type=submit]", dialog);
const notice = $(".notice", dialog);

/** {viewId, errors: found here, before sending, told: the server's errors as last shown} */
let open = null;
let dismissed = null;
let sending = false;
const stack = new Set();

export function drawModal() {
  const modal = session.state?.modal;
  if (!modal || modal.viewId === dismissed) return shut(!modal);
  const { viewId, view } = modal;
  dismissed = null;
  stack.add(viewId);
  if (open?.viewId !== viewId) {
    open = { viewId, errors: {}, told: "{}" };
    notice.textContent = "";
  }
  dialog.dataset.viewId = viewId;
  title.textContent = plain(view.title);
  $(".cancel", dialog).textContent = plain(view.close) || word(view.submit ? "cancel" : "close");
  button.textContent = plain(view.submit);
  button.hidden = !view.submit;
  const errors = { ...modal.errors, ...open.errors };
  drawView(blocks, viewId, view, errors, failed);
  if (!dialog.open) dialog.showModal();
  const told = JSON.stringify(modal.errors ?? {});
  if (told !== "{}" && told !== open.told) focusError(errors);
  else if (!dialog.contains(document.activeElement) || document.activeElement === title) first();
  open.told = told;
}

/** `all`: the whole stack is gone, so what was typed goes too. */
function shut(all) {
  open = null;
  if (all) {
    dismissed = null;
    stack.forEach(forget);
    stack.clear();
  }
  if (dialog.open) dialog.close();
  blocks.replaceChildren();
}

const first = () => (!button.hidden && $(".input :is(input, textarea, select)", blocks) || title).focus();

function focusError(errors) {
  const block = [...blocks.children].find(each => errors[each.dataset.blockId]);
  if (block) $(":is(input, textarea, select, button)", block)?.focus();
}

async function submit(event) {
  event.preventDefault();
  if (sending || !open || button.hidden) return;
  const { viewId } = open;
  notice.textContent = "";
  open.errors = mistakes(viewId, session.state.modal.view);
  drawModal();
  if (Object.keys(open.errors).length) return focusError(open.errors);
  // The same errors told again take the focus again.
  open.told = "{}";
  sending = true;
  dialog.setAttribute("aria-busy", "true");
  const answer = await send("submit", { viewId, values: values(viewId) });
  dialog.removeAttribute("aria-busy");
  sending = false;
  if (!Object.keys(session.state.modal?.errors ?? {}).length) failed(answer);
}

async function dismiss() {
  if (!open) return;
  const { viewId } = open;
  dismissed = viewId;
  drawModal();
  const answer = await send("close", { viewId });
  if (answer.ok) return;
  dismissed = null;
  drawModal();
  failed(answer);
}

function failed(answer) {
  if (answer.ok === false) notice.textContent = word("failed", { why: answer.why ?? word("unreachable") });
}

$("form", dialog).addEventListener("submit", submit);
for (const each of dialog.querySelectorAll(".dismiss")) each.addEventListener("click", dismiss);
dialog.addEventListener("cancel", event => {
  event.preventDefault();
  dismiss();
});
