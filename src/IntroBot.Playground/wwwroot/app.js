// The page: whenever the state changes, every part draws itself anew.

import { $ } from "./dom.js";
import { drawComposer } from "./composer.js";
import { drawMessages } from "./messages.js";
import { drawModal } from "./modal.js";
import { onChange, start } from "./session.js";
import { drawShell } from "./shell.js";
import { drawSteps } from "./steps.js";
import { label, word } from "./words.js";

let language = null;

onChange(({ state }) => {
  if (!state) {
    $("#offline").textContent = word("offline");
    return;
  }
  if (language !== state.me?.locale) {
    language = state.me?.locale;
    label();
  }
  // What takes room from the messages comes first, so that they scroll to their true end; what counts the unread comes after.
  drawSteps();
  drawComposer();
  drawMessages();
  drawShell();
  drawModal();
  $("#app").removeAttribute("aria-busy");
});

label();
await start();
