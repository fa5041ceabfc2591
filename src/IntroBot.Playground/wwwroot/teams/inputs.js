// What can be filled in on an Adaptive Card. Every value is a string; what is wrong with a field, by its id, is in `ctx.errors`.

import { h } from "../shared/dom.js";
import { word } from "../shared/words.js";

let count = 0;

export const inputs = {
  "Input.Text": (input, ctx) => field(input, ctx, how => input.isMultiline
    ? h("textarea", { ...how, rows: 3, maxlength: input.maxLength, placeholder: input.placeholder })
    : h("input", { ...how, type: { tel: "tel", url: "url", email: "email", password: "password" }[input.style] ?? "text", maxlength: input.maxLength, placeholder: input.placeholder })),
  "Input.Number": (input, ctx) => field(input, ctx, how => h("input", { ...how, type: "number", min: input.min, max: input.max, placeholder: input.placeholder })),
  "Input.Date": (input, ctx) => field(input, ctx, how => h("input", { ...how, type: "date", min: input.min, max: input.max })),
  "Input.Time": (input, ctx) => field(input, ctx, how => h("input", { ...how, type: "time", min: input.min, max: input.max })),
  "Input.Toggle": toggle,
  "Input.ChoiceSet": (input, ctx) => input.isMultiSelect || input.style === "expanded" ? many(input, ctx) : field(input, ctx, how => h("select", how,
    h("option", { value: "" }, input.placeholder ?? word("choose")), input.choices.map(choice => h("option", { value: choice.value }, choice.title)))),
};

const valueOf = (input, ctx) => ctx.values[input.id] ??= String(input.value ?? "");

/** A labelled control, with what is wrong beside it. */
function around(input, ctx, control, id, isGroup) {
  const wrong = ctx.errors?.[input.id];
  return h("div", { class: wrong ? "input wrong" : "input", "data-input": input.id },
    h(isGroup ? "p" : "label", { id: `${id}-label`, class: "label", for: isGroup ? null : id }, input.label ?? "", input.isRequired ? h("span", { class: "needed", "aria-hidden": "true" }, " *") : null),
    control, wrong ? h("p", { id: `${id}-error`, class: "error" }, wrong) : null);
}

function field(input, ctx, make) {
  const id = `i${++count}`;
  const wrong = Boolean(ctx.errors?.[input.id]);
  const control = make({ id, name: input.id, autocomplete: "off", required: input.isRequired, "aria-invalid": wrong ? "true" : null, "aria-describedby": wrong ? `${id}-error` : null });
  control.value = valueOf(input, ctx);
  control.addEventListener("input", () => { ctx.values[input.id] = control.value; });
  return around(input, ctx, control, id, false);
}

/** Several choices that are all shown; of more than one, the value is a list with commas. */
function many(input, ctx) {
  const id = `i${++count}`;
  const wrong = Boolean(ctx.errors?.[input.id]);
  const chosen = new Set(valueOf(input, ctx).split(","));
  const group = h("div", {
    class: "many", role: input.isMultiSelect ? "group" : "radiogroup", "aria-labelledby": `${id}-label`, "aria-required": !input.isMultiSelect && input.isRequired ? "true" : null, "aria-describedby": wrong ? `${id}-error` : null,
  }, input.choices.map(choice => {
    const box = h("input", { type: input.isMultiSelect ? "checkbox" : "radio", name: `${ctx.name}-${input.id}`, value: choice.value });
    box.checked = chosen.has(choice.value);
    return h("label", {}, box, h("span", {}, choice.title));
  }));
  group.addEventListener("change", () => { ctx.values[input.id] = [...group.querySelectorAll("input:checked")].map(box => box.value).join(","); });
  return around(input, ctx, group, id, true);
}

function toggle(input, ctx) {
  const [on, off] = [input.valueOn ?? "true", input.valueOff ?? "false"];
  const box = h("input", { type: "checkbox", name: input.id });
  ctx.values[input.id] ??= input.value ?? off;
  box.checked = ctx.values[input.id] === on;
  box.addEventListener("change", () => { ctx.values[input.id] = box.checked ? on : off; });
  return h("div", { class: "input many", "data-input": input.id }, h("label", {}, box, h("span", {}, input.title)), ctx.errors?.[input.id] ? h("p", { class: "error" }, ctx.errors[input.id]) : null);
}
