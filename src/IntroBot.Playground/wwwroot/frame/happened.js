// What just happened: the calls over the wire on both platforms, and the ledger's commits between them.

import { $, h, reconcile } from "../shared/dom.js";
import { clock, language, word } from "../shared/words.js";
import { meanings, rowKinds } from "./words.js";

const panel = $("#happened");
const opener = $("#open-happened");
const list = $("ol", panel);
let reading = false;
let again = false;

export function offerHappened(draw) {
  const set = isOpen => {
    panel.hidden = !isOpen;
    opener.setAttribute("aria-expanded", String(isOpen));
    localStorage.setItem("playground.happened", isOpen ? "open" : "closed");
    draw();
  };
  opener.addEventListener("click", () => set(panel.hidden));
  $("#close-happened").addEventListener("click", () => {
    set(false);
    opener.focus();
  });
  panel.hidden = localStorage.getItem("playground.happened") !== "open";
  opener.setAttribute("aria-expanded", String(!panel.hidden));
}

export async function drawHappened() {
  if (panel.hidden) return;
  if (reading) {
    again = true;
    return;
  }
  reading = true;
  const answer = await fetch("/playground/happened", { cache: "no-store" }).then(response => response.json()).catch(() => null);
  reading = false;
  if (answer) draw(answer.happened);
  if (again) {
    again = false;
    drawHappened();
  }
}

function draw(all) {
  reconcile(list, all.length === 0 ? [{ key: "none", sign: language(), draw: () => h("li", { class: "small" }, word("nothingHappened")) }]
    : all.map(each => ({ key: each.id, sign: JSON.stringify([each, language()]), draw: () => entry(each) })));
}

const NAMES = { slack: "Slack", teams: "Teams" };

function entry(each) {
  const there = NAMES[each.on] ?? word("ledger");
  const meaning = meanings[each.what]?.[language() === "fr" ? 1 : 0];
  const more = h("details", {}, h("summary", {}, word("saysMore")), h("pre", { tabindex: "0" }));
  more.addEventListener("toggle", async () => {
    if (more.open) $("pre", more).textContent = readable(await fetch(`/playground/happened/${each.id}`).then(response => response.text()).catch(() => ""));
  });
  return h("li", { class: `happening on-${each.on}${each.ok ? "" : " refused"}` },
    h("p", { class: "route" }, h("span", { class: "there" }, there), each.on === "ledger" ? null : h("span", {}, each.from === "bot" ? "← IntroBot" : "→ IntroBot"),
      h("time", { datetime: each.at }, clock(each.at, { timeStyle: "medium" }))),
    h("p", {}, h("code", {}, each.what), meaning ? h("span", { class: "small" }, ` ${meaning}`) : null),
    each.ok ? null : h("p", { class: "why" }, `✕ ${word("refused")}${each.error ? ` : ${each.error}` : ""}`),
    each.on === "ledger" ? h("p", { class: "small" }, rows(each.detail)) : more);
}

/** "head e o o -o" → "where it stands, an event, 2 × a task, done: a task". */
const rows = kinds => Object.entries(Object.groupBy(kinds.split(" "), kind => kind))
  .map(([kind, some]) => {
    const what = `${some.length > 1 ? `${some.length} × ` : ""}${inWords(kind.replace("-", ""))}`;
    return kind.startsWith("-") ? word(kind === "-o" ? "rowDone" : "rowErased", { what }) : what;
  }).join(", ");

const inWords = kind => rowKinds[kind]?.[language() === "fr" ? 1 : 0] ?? kind;

function readable(body) {
  const text = body.startsWith("payload=") ? decodeURIComponent(body.slice("payload=".length).replaceAll("+", " ")) : body;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return /^[\w.~%+-]+=/.test(text) ? [...new URLSearchParams(text)].map(([name, value]) => `${name}: ${value}`).join("\n") : text;
  }
}
