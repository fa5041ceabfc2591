// The way through the playground for somebody who sees it for the first time.

import { $, h } from "./dom.js";
import { becomes, botDm, channel, person, session } from "./session.js";
import { type } from "./composer.js";
import { language, word } from "./words.js";

const panel = $("#steps");
const steps = [
  async () => {
    await becomes("U0EMMA", botDm());
    type("/introduce");
  },
  () => becomes("U0LEA", "C0TECH"),
  () => becomes(session.as, "C0KUDOS"),
];

export function drawSteps() {
  if (panel.dataset.language === language()) return;
  panel.dataset.language = language();
  const names = {
    emma: person("U0EMMA")?.name, lea: person("U0LEA")?.name,
    tech: channel("C0TECH")?.name ?? "recruiting-tech", thanks: channel("C0KUDOS")?.name ?? "thanks",
  };
  $("ol", panel).replaceChildren(...steps.map((go, index) => h("li", {}, word(`step${index + 1}`, names), " ",
    h("button", { type: "button", class: "quiet", "aria-label": word("doStepLabel", { n: index + 1 }), onclick: go }, word("doStep")))));
}

const kept = localStorage.getItem("playground.steps");
panel.open = kept ? kept === "open" : matchMedia("(min-width: 700px)").matches;
panel.addEventListener("toggle", () => localStorage.setItem("playground.steps", panel.open ? "open" : "closed"));
