// The first minute: three steps, to be taken or skipped.

import { $, h } from "../shared/dom.js";
import { language, word } from "../shared/words.js";
import { thanks, ways } from "./demo.js";

const names = { slack: "Slack", teams: "Teams" };
const SKIPPED = 4;

/** How many steps were taken; the last of them is the one people are at, until they take the next. */
const taken = () => Number(localStorage.getItem("playground.step") ?? 0);

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
  const current = Math.max(0, taken() - 1);
  $("#steps").hidden = taken() >= SKIPPED;
  $("#steps ol").replaceChildren(...steps.map((step, index) => h("li", { "aria-current": index === current ? "step" : null, class: index < current ? "done" : index < taken() ? "begun" : null },
    h("p", {}, h("strong", {}, index < current ? "✓ " : `${index + 1}. `), step.text),
    h("button", { type: "button", class: index === taken() ? "primary" : "quiet", "aria-label": word("doStepLabel", { n: index + 1 }), onclick: () => take(index, step, show) }, word("doStep")),
    // On a phone one step is shown at a time.
    steps[index + 1] ? h("button", { type: "button", class: "primary next", onclick: () => take(index + 1, steps[index + 1], show) }, word("nextStep")) : null)));
}

function take(index, step, show) {
  step.go();
  reach(index + 1);
  drawSteps(show);
}

$("#skip").addEventListener("click", () => {
  reach(SKIPPED);
  $("#steps").hidden = true;
});
