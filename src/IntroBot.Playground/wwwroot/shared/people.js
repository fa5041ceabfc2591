// How people and moments look.

import { h } from "./dom.js";
import { clock } from "./words.js";

const initials = name => name.split(/\s+/).map(part => part[0]).slice(0, 2).join("").toUpperCase();
const hue = id => [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 997, 8) % 6;

/** The colour is the person's, on both platforms. */
export const avatar = name => h("span", { class: `avatar hue-${hue(name)}`, "aria-hidden": "true" }, initials(name));

export const moment = at => h("time", { datetime: at, title: at ? clock(at, { dateStyle: "full", timeStyle: "medium" }) : null }, at ? when(at) : "");

/** The hour; the day too where it is another one. */
const when = at => clock(at, new Date(at).toDateString() === new Date().toDateString() ? { hour: "2-digit", minute: "2-digit" } : { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

/** Reactions as chips that add and take back one's own. `all`: [{name, sign, by: [id]}]. */
export const reactions = (all, me, toggle) => all.length === 0 ? null : h("p", { class: "reactions" }, all.map(one => h("button", {
  type: "button", class: "chip", "aria-pressed": String(one.by.includes(me)), "aria-label": `${one.name} ${one.by.length}`, title: one.name, "data-reaction": one.name,
  onclick: () => toggle(one.name, one.by.includes(me)),
}, one.sign, ` ${one.by.length}`)));
