// What stands around the messages: the sidebar, who one is, and the calls over the wire.

import { $, h, icon, reconcile } from "./dom.js";
import { confirmed } from "./menu.js";
import { tell } from "./notice.js";
import { nameOf, unread } from "./places.js";
import { arrive, becomes, botDm, channel, goTo, HOME, places, send, session } from "./session.js";
import { clock, language, word } from "./words.js";

export function drawShell() {
  const { state, place, as } = session;
  $("#workspace").textContent = state.workspace?.name ?? "";
  $("#offline").textContent = session.online ? "" : word("offline");
  drawPeople(state.people ?? [], as);
  $("#language").value = state.me?.locale?.startsWith("fr") ? "fr-FR" : "en-US";
  $("#place").replaceChildren(picture(place), nameOf(place).replace(/^#/, ""));
  drawPlaces();
  const other = (state.people ?? []).find(each => each.role === (state.me?.role === "recruiter" ? "employee" : "recruiter"));
  $("#window").href = `/playground?as=${encodeURIComponent(other?.id ?? as)}`;
  const waiting = places().filter(each => each !== HOME).reduce((sum, each) => sum + unread(each), 0);
  document.title = `${waiting ? `(${waiting}) ` : ""}${nameOf(place)} · ${state.me?.name ?? ""} · Playground`;
  drawCalls(state.calls ?? []);
}

function drawPeople(people, as) {
  const sign = JSON.stringify([people.map(each => [each.id, each.name, each.role]), language()]);
  if ($("#as").dataset.sign !== sign) {
    $("#as").dataset.sign = sign;
    $("#as").replaceChildren(...people.map(each => h("option", { value: each.id }, `${each.name} – ${word(each.guest ? "guest" : each.role ?? "employee")}`)));
  }
  $("#as").value = as;
}

const picture = place => place === HOME ? icon("home") : place === botDm() ? icon("talk") : icon(channel(place)?.private ? "lock" : "hash");

function drawPlaces() {
  const groups = [
    ["channels", places().filter(place => channel(place))],
    ["direct", places().filter(place => place === botDm())],
    ["apps", [HOME]],
  ];
  reconcile($("#places"), groups.filter(([, inside]) => inside.length).map(([name, inside]) => ({
    key: name,
    sign: JSON.stringify([inside.map(place => [place, nameOf(place), unread(place), place === session.place]), language()]),
    draw: () => h("section", { "aria-label": word(name) }, h("h2", {}, word(name)), h("ul", {}, inside.map(entry))),
  })));
}

function entry(place) {
  const waiting = place === session.place || place === HOME ? 0 : unread(place);
  return h("li", {}, h("button", {
    type: "button", "data-channel": place, class: waiting ? "waiting" : null,
    "aria-current": place === session.place ? "page" : null, onclick: () => { closeDrawers(); goTo(place); },
  }, picture(place), h("span", { class: "name" }, nameOf(place).replace(/^#/, "")),
    waiting ? h("span", { class: "count" }, String(waiting), h("span", { class: "unseen" }, ` ${word("unread", { n: "" }).trim()}`)) : null));
}

function drawCalls(calls) {
  const items = calls.map((call, index) => ({ key: `${call.at}/${call.what}/${calls.length - index}`, sign: JSON.stringify([call, language()]), draw: () => drawCall(call) }));
  reconcile($("#calls ol"), items.length ? items : [{ key: "none", sign: language(), draw: () => h("li", { class: "small" }, word("noCalls")) }]);
}

function drawCall(call) {
  const bot = session.state.bot?.name ?? "IntroBot";
  return h("li", { class: call.ok ? "call" : "call refused" },
    h("p", { class: "route" }, call.from === "bot" ? `${bot} → Slack` : `Slack → ${bot}`,
      h("time", { datetime: call.at }, call.at ? clock(call.at, { timeStyle: "medium" }) : "")),
    h("p", {}, h("code", {}, call.what ?? ""), " ", call.ok ? h("span", { class: "fine" }, `✓ ${word("accepted")}`) : null),
    call.ok ? null : h("p", { class: "why" }, `✕ ${word("refused")}${call.error ? `: ${call.error}` : ""}`),
    call.detail ? h("p", { class: "small" }, call.detail) : null);
}

const narrow = matchMedia("(max-width: 859px)");
const drawers = [["#sidebar", "#open-sidebar"], ["#calls", "#open-calls"]];

function drawer(id, opener, open) {
  document.body.classList.toggle(`${id.slice(1)}-open`, open);
  $(opener).setAttribute("aria-expanded", String(open));
  $("#main").inert = narrow.matches && open;
}

function closeDrawers() {
  if (!narrow.matches) return;
  const open = drawers.filter(([id]) => document.body.classList.contains(`${id.slice(1)}-open`));
  for (const [id, opener] of open) drawer(id, opener, false);
  if (open.length) $(open[0][1]).focus();
}

for (const [id, opener] of drawers) {
  $(opener).addEventListener("click", () => {
    const open = !document.body.classList.contains(`${id.slice(1)}-open`);
    drawer(id, opener, open);
    if (open) $(".drawer-close", $(id)).focus();
    if (id === "#calls" && !narrow.matches) localStorage.setItem("playground.calls", open ? "open" : "closed");
  });
  $(".drawer-close", $(id)).addEventListener("click", () => $(opener).click());
}
addEventListener("keydown", event => { if (event.key === "Escape" && !$("dialog[open]")) closeDrawers(); });
narrow.addEventListener("change", () => drawers.forEach(([id, opener]) => drawer(id, opener, false)));
$("#main").addEventListener("click", event => { if (!event.target.closest("#open-sidebar, #open-calls")) closeDrawers(); });

$("#as").addEventListener("change", event => becomes(event.target.value));
$("#language").addEventListener("change", async event => tell(await send("locale", { locale: event.target.value })));
$("#reset").addEventListener("click", async () => {
  const question = { title: { text: word("resetTitle") }, text: { type: "plain_text", text: word("resetText") }, confirm: { text: word("reset") }, deny: { text: word("cancel") }, style: "danger" };
  if (await confirmed(question) && tell(await send("reset", {}))) await arrive();
});
drawer("#calls", "#open-calls", !narrow.matches && localStorage.getItem("playground.calls") !== "closed");
