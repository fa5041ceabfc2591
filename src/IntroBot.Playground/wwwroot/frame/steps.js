// The first minute: three steps, to be taken or skipped.

import { $, h } from "../shared/dom.js";
import { language, word } from "../shared/words.js";
import { thanks, ways } from "./demo.js";

const names = { slack: "Slack", teams: "Teams" };
const SKIPPED = 4;
const narrow = matchMedia("(max-width: 899px)");

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
  $("#steps ol").replaceChildren(...steps.map((step, index) => h("li", { "aria-current": index === current ? "step" : null, class: index < current ? "done" : null },
    h("p", {}, h("strong", {}, index < current ? "✓ " : `${index + 1}. `), step.text),
    press(index))));

  // On a phone one step is shown at a time, and the one people are at leads on to the next.
  function press(index) {
    const leads = narrow.matches && index < taken() && index + 1 < steps.length ? index + 1 : index;
    const name = leads > index ? {} : { "aria-label": word("doStepLabel", { n: index + 1 }) };
    return h("button", { type: "button", class: leads === taken() ? "primary" : "quiet", ...name, onclick: () => take(leads, steps[leads], show) }, word(leads > index ? "nextStep" : "doStep"));
  }
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
