// The way through the playground for somebody who sees it for the first time.

import { $, h } from "./dom.js";
import { becomes, botDm, channel, person, session } from "./session.js";
import { type } from "./composer.js";
import { language, word } from "./words.js";

const panel = $("#steps");
/** Who introduces whom to which channel, in each language: the demo's company answers in French in one channel, in English in another. */
const ways = {
  en: { from: "U0JACK", to: "U0RAVI", where: "C0RECRUIT", channel: "recruiting", typed: "/introduce my contact Ada Martin, product designer in Lyon, ada.martin@example.com, to recruiting" },
  fr: { from: "U0EMMA", to: "U0LEA", where: "C0TECH", channel: "recruiting-tech", typed: "/introduce mon contact Ada Martin, ingénieure backend à Lyon, ada.martin@example.com" },
};

const stepsOf = way => [
  async () => {
    await becomes(way.from, botDm());
    type(way.typed);
  },
  () => becomes(way.to, way.where),
  () => becomes(session.as, "C0KUDOS"),
];

export function drawSteps() {
  if (panel.dataset.language === language()) return;
  panel.dataset.language = language();
  const way = ways[language()];
  const names = { introducer: person(way.from)?.name, recruiter: person(way.to)?.name, channel: way.channel, thanks: channel("C0KUDOS")?.name ?? "thanks" };
  $("ol", panel).replaceChildren(...stepsOf(way).map((go, index) => h("li", {}, word(`step${index + 1}`, names), " ",
    h("button", { type: "button", class: "quiet", "aria-label": word("doStepLabel", { n: index + 1 }), onclick: go }, word("doStep")))));
}

const kept = localStorage.getItem("playground.steps");
panel.open = kept ? kept === "open" : matchMedia("(min-width: 700px)").matches;
panel.addEventListener("toggle", () => localStorage.setItem("playground.steps", panel.open ? "open" : "closed"));
