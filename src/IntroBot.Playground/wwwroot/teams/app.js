// Teams' page: whenever the state changes, every part draws itself anew.

import { $ } from "../shared/dom.js";
import { type } from "../shared/composer.js";
import { becomes, onChange, send, session, start } from "../shared/session.js";
import { drawShell } from "../shared/shell.js";
import { label, language, word } from "../shared/words.js";
import { drawComposer } from "./composer.js";
import { drawDialog } from "./dialog.js";
import { drawComposed } from "./extension.js";
import { groups, places } from "./places.js";
import { drawPosts } from "./posts.js";

let labelled = null;

onChange(({ state }) => {
  if (!state) {
    $("#offline").textContent = word("offline");
    return;
  }
  if (labelled !== language()) label();
  labelled = language();
  // What takes room from the posts comes first, so that they scroll to their true end; what counts the unread comes after.
  drawComposed();
  drawComposer();
  drawPosts();
  drawShell(state.tenant.name, state.people.map(each => ({ ...each, id: each.email })), groups());
  drawDialog();
  $("#app").removeAttribute("aria-busy");
});

label();
await start({
  prefix: "/playground/teams/api",
  first: () => navigator.language.toLowerCase().startsWith("fr") ? "emma@example.test" : "jack@example.test",
  places,
  /** Cards that ask to be refreshed when somebody looks are. */
  arrive: () => send("look", { conversation: session.place }),
}, async ({ as, place, words }) => {
  await becomes(as ?? session.as, place ?? session.place);
  if (words) type(words);
});
