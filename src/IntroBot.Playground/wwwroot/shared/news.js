// What is new: told to those who do not see it come, and scrolled to.

import { $ } from "./dom.js";
import { session } from "./session.js";
import { word } from "./words.js";

/** The newest message told of, per person and place; what was there at the start is not news. */
const told = new Map();

/** `places`: [{id, name, all: [{at, isMine, line()}]}], `at` a number that grows. */
export function announce(places) {
  const news = [];
  for (const { id, name, all } of places) {
    const key = `${session.as}/${id}`;
    const since = told.get(key);
    told.set(key, all.at(-1)?.at ?? 0);
    const fresh = since === undefined ? [] : all.filter(message => message.at > since && !message.isMine);
    if (fresh.length) news.push(id === session.place ? fresh.map(message => message.line()).join(". ") : word("newIn", { place: name }));
  }
  if (news.length) $("#said").textContent = news.join(". ");
}

let shown = "";
let isAtEnd = true;
let size = "";

const sizeOf = box => `${box.clientWidth}x${box.clientHeight}`;

// A box that was laid out anew scrolls by itself; that is nobody leaving the end.
$("#scroll").addEventListener("scroll", ({ target: box }) => { if (sizeOf(box) === size) isAtEnd = box.scrollTop + box.clientHeight > box.scrollHeight - 8; });

// Who reads the end goes on reading it when the window or what stands around it changes.
new ResizeObserver(([{ target: box }]) => {
  size = sizeOf(box);
  if (isAtEnd && shown) box.scrollTop = box.scrollHeight;
}).observe($("#scroll"));

/** Scrolls to the end when the place or its last message is another one; to the beginning of that message when it is taller than the window. */
export function follow(last, toTop = false) {
  if (last === shown) return;
  shown = last;
  const box = $("#scroll");
  const end = box.scrollHeight - box.clientHeight;
  const message = $("#messages > .message:last-child");
  const begins = message ? box.scrollTop + message.getBoundingClientRect().top - box.getBoundingClientRect().top - 8 : end;
  box.scrollTop = toTop ? 0 : Math.min(end, begins);
  isAtEnd = !toTop && begins >= end;
}
