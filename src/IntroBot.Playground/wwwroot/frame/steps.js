// The first minute: three steps, to be taken or skipped.

import { $, h } from "../shared/dom.js";
import { language, word } from "../shared/words.js";
import { thanks, ways } from "./demo.js";

const names = { slack: "Slack", teams: "Teams" };
const at = () => Number(localStorage.getItem("playground.step") ?? 0);

function reach(step) {
  localStorage.setItem("playground.step", step);
}

export const restartSteps = () => reach(0);

/** `show(chat, {as, place, words})` puts somebody somewhere. */
export function drawSteps(show) {
  const { introducer, from, words, recruiter, to } = ways[language()];
  const steps = [
    { text: word("step1", { introducer, there: names[from[0]] }), go: () => show(from[0], { ...from[1], words }) },
    { text: word("step2", { recruiter, there: names[to[0]] }), go: () => show(...to) },
    { text: word("step3"), go: () => { for (const chat of Object.keys(thanks)) show(chat, { place: thanks[chat] }); } },
  ];
  $("#steps").hidden = at() >= steps.length;
  $("#steps ol").replaceChildren(...steps.map((step, index) => h("li", { "aria-current": index === at() ? "step" : null, class: index < at() ? "done" : null },
    h("p", {}, h("strong", {}, index < at() ? "✓ " : `${index + 1}. `), step.text),
    h("button", { type: "button", class: index === at() ? "primary" : "quiet", "aria-label": word("doStepLabel", { n: index + 1 }), onclick: () => take(index, step, show) }, word("doStep")))));
}

function take(index, step, show) {
  step.go();
  reach(Math.max(at(), index + 1));
  // The last step stays to be read; Skip puts the steps away.
  if (at() > 2) reach(2);
  drawSteps(show);
}

$("#skip").addEventListener("click", () => {
  reach(3);
  $("#steps").hidden = true;
});
