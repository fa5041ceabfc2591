// What stands around the messages: who one is, where one can go, the drawer they are in on a narrow window.

import { $, h, icon, reconcile } from "./dom.js";
import { tell } from "./notice.js";
import { becomes, goTo, report, send, session } from "./session.js";
import { language, word } from "./words.js";

/** `people`: [{id, name, role, guest}]; `groups`: [{name, places: [{id, name, picture, unread}]}]. */
export function drawShell(workspace, people, groups) {
  const { state, place, as } = session;
  $("#platform").textContent = document.documentElement.dataset.chat;
  $("#workspace").textContent = workspace;
  $("#offline").textContent = session.online ? "" : word("offline");
  drawPeople(people, as);
  $("#language").value = state.me?.locale?.startsWith("fr") ? "fr-FR" : "en-US";
  reconcile($("#places"), groups.filter(group => group.places.length).map(group => ({
    key: group.name, sign: JSON.stringify([group, place, language()]),
    draw: () => h("section", { "aria-label": group.name }, h("h2", {}, group.name), h("ul", {}, group.places.map(entry))),
  })));
  const all = groups.flatMap(group => group.places);
  const here = all.find(each => each.id === place);
  if (here) $("#place").replaceChildren(icon(here.picture), here.name);
  const waiting = all.reduce((sum, each) => sum + (each.id === place ? 0 : each.unread), 0);
  document.title = `${waiting ? `(${waiting}) ` : ""}${here?.name ?? ""} · ${state.me?.name ?? ""} · Playground`;
  report(waiting, document.title);
}

function drawPeople(people, as) {
  const sign = JSON.stringify([people.map(each => [each.id, each.name, each.role]), language()]);
  if ($("#as").dataset.sign !== sign) {
    $("#as").dataset.sign = sign;
    $("#as").replaceChildren(...people.map(each => h("option", { value: each.id }, `${each.name} – ${word(each.guest ? "guest" : each.role ?? "employee")}`)));
  }
  $("#as").value = as;
}

function entry({ id, name, picture, unread }) {
  const waiting = id === session.place ? 0 : unread;
  return h("li", {}, h("button", {
    type: "button", "data-channel": id, class: waiting ? "waiting" : null,
    "aria-current": id === session.place ? "page" : null, onclick: () => { drawer(false); goTo(id); },
  }, icon(picture), h("span", { class: "name" }, name),
    waiting ? h("span", { class: "count" }, String(waiting), h("span", { class: "unseen" }, ` ${word(waiting === 1 ? "unread1" : "unread")}`)) : null));
}

const narrow = matchMedia("(max-width: 559px)");

function drawer(open) {
  if (open === document.body.classList.contains("sidebar-open")) return;
  document.body.classList.toggle("sidebar-open", open);
  $("#open-sidebar").setAttribute("aria-expanded", String(open));
  $("#main").inert = narrow.matches && open;
  (open ? $(".drawer-close") : $("#open-sidebar")).focus();
}

$("#open-sidebar").addEventListener("click", () => drawer(true));
$(".drawer-close").addEventListener("click", () => drawer(false));
addEventListener("keydown", event => { if (event.key === "Escape" && !$("dialog[open]")) drawer(false); });
document.addEventListener("click", event => { if (document.body.classList.contains("sidebar-open") && !event.target.closest("#sidebar, #open-sidebar")) drawer(false); });
narrow.addEventListener("change", () => drawer(false));

$("#as").addEventListener("change", event => becomes(event.target.value));
$("#language").addEventListener("change", async event => tell(await send("locale", { locale: event.target.value })));
