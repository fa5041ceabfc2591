// The frame around both chats: what is shown, in which language, and who sits where.

import { $, h } from "../shared/dom.js";
import { asked, menuOn } from "../shared/menu.js";
import { tell } from "../shared/notice.js";
import { label, language, speak, word } from "../shared/words.js";
import { drawHappened, offerHappened } from "./happened.js";
import { drawTime, offerTime } from "./time.js";
import { drawSteps, restartSteps } from "./steps.js";
import { CHATS, defaults } from "./demo.js";
import "./words.js";

const query = new URL(location.href).searchParams;
const narrow = matchMedia("(max-width: 899px)");
let view = query.get("view") ?? localStorage.getItem("playground.view") ?? "both";

speak(query.get("language") ?? localStorage.getItem("playground.language") ?? navigator.language);

/** Who sits in each chat, and where: {as, place}. */
const seats = defaults(language());
for (const chat of CHATS) {
  const [as, place] = query.get(chat)?.split("@@") ?? [];
  if (as) seats[chat] = { as, place };
  const address = new URL(`/playground/${chat}`, location.href);
  address.searchParams.set("as", seats[chat].as);
  if (seats[chat].place) address.searchParams.set("in", seats[chat].place);
  $(`#${chat}`).src = address.href;
}

function draw() {
  const shown = narrow.matches && view === "both" ? "slack" : view;
  $("#stage").dataset.view = shown;
  for (const button of document.querySelectorAll("#view button")) button.setAttribute("aria-pressed", String(button.value === shown));
  const other = language() === "fr" ? ["en", "English"] : ["fr", "Français"];
  $("#language").lang = other[0];
  $("#language").replaceChildren(h("span", {}, other[1]), h("span", {}, other[0].toUpperCase()));
  label();
  drawSteps(show);
  drawHappened();
  drawTime();
  remember();
}

function remember() {
  const url = new URL(location.href);
  url.search = "";
  if (view !== "both") url.searchParams.set("view", view);
  for (const chat of CHATS) url.searchParams.set(chat, [seats[chat].as, seats[chat].place].filter(Boolean).join("@@"));
  if (url.href !== location.href) history.replaceState(null, "", url);
}

function look(chosen) {
  view = chosen;
  localStorage.setItem("playground.view", view);
  draw();
}

/** Puts somebody somewhere, with words in the message box if there are any, and lets it be seen. */
function show(chat, seat) {
  if ($("#stage").dataset.view !== "both" && $("#stage").dataset.view !== chat) look(narrow.matches || view !== "both" ? chat : view);
  if (narrow.matches) {
    view = chat;
    draw();
  }
  $(`#${chat}`).contentWindow.postMessage({ show: seat }, location.origin);
  if (seat.words) $(`#${chat}`).focus();
}

addEventListener("message", event => {
  const chat = CHATS.find(each => $(`#${each}`).contentWindow === event.source);
  if (!chat || event.origin !== location.origin) return;
  seats[chat] = { as: event.data.as, place: event.data.place };
  const count = $(`#view [value=${chat}] .count`);
  count.textContent = event.data.unread;
  count.hidden = !event.data.unread;
  remember();
});

for (const button of document.querySelectorAll("#view button")) button.addEventListener("click", () => look(button.value));
narrow.addEventListener("change", draw);

$("#language").addEventListener("click", () => {
  speak(language() === "fr" ? "en" : "fr");
  localStorage.setItem("playground.language", language());
  draw();
});

menuOn($("#more"), () => [
  { label: word("firstMinute"), value: "steps", choose: () => { restartSteps(); draw(); } },
  { label: word("newWindow"), value: "window", choose: () => open(location.href, "_blank") },
  { label: word("reset"), value: "reset", choose: reset },
]);

async function reset() {
  if (!await asked({ title: word("resetTitle"), text: word("resetText"), yes: word("reset"), danger: true })) return;
  const answer = await fetch("/playground/reset", { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" }).then(response => response.json()).catch(() => ({ ok: false }));
  if (tell(answer)) restartSteps();
  draw();
}

let stream = null;

/** One connection tells of every change, and each chat is told of its own. */
function listen() {
  stream?.close();
  stream = null;
  // A hidden window gives its connection back: a browser allows six to a host.
  if (document.hidden) return;
  stream = new EventSource("/playground/live");
  const changed = chat => $(`#${chat}`).contentWindow?.postMessage({ changed: true }, location.origin);
  for (const chat of CHATS) stream.addEventListener(chat, () => changed(chat));
  for (const each of ["open", "error"]) stream.addEventListener(each, () => CHATS.forEach(changed));
  for (const each of [...CHATS, "ledger", "open"]) stream.addEventListener(each, drawHappened);
  stream.addEventListener("error", () => { if (stream?.readyState === EventSource.CLOSED) setTimeout(listen, 3000); });
}

document.addEventListener("visibilitychange", listen);

offerHappened(draw);
offerTime();
draw();
listen();
