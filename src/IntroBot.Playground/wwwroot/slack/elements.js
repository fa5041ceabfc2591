// The things in blocks that can be pressed, chosen or typed.
// `ctx` says where they stand: send(blockId, element, what) → answer; and in a view keep(blockId, actionId, state) and state(blockId, actionId).

import { h, icon } from "../shared/dom.js";
import { asked, menuOn } from "../shared/menu.js";
import { word } from "../shared/words.js";
import { plain, text } from "./text.js";

/** What an element holds before anybody touched it, as in Slack's state.values; null for elements that hold nothing. */
export function initially(element) {
  switch (element.type) {
    case "plain_text_input": case "email_text_input": case "url_text_input": case "number_input":
      return { type: element.type, value: element.initial_value ?? null };
    case "static_select": case "radio_buttons":
      return { type: element.type, selected_option: element.initial_option ?? null };
    case "checkboxes":
      return { type: element.type, selected_options: element.initial_options ?? [] };
    case "datepicker":
      return { type: element.type, selected_date: element.initial_date ?? null };
    default:
      return null;
  }
}

export const options = element => element.options ?? (element.option_groups ?? []).flatMap(group => group.options ?? []);

const kinds = {
  button, overflow, static_select: select, radio_buttons: many, checkboxes: many, image,
  datepicker: date, plain_text_input: input, email_text_input: input, url_text_input: input, number_input: input,
};

/** `how`: id, label (the accessible name where no <label> points here), describedBy, invalid, required, dispatch (false: changes are only kept). */
export function draw(element, blockId, ctx, how = {}) {
  const kind = kinds[element.type];
  return kind ? kind(element, blockId, ctx, { dispatch: true, ...how }) : h("p", { class: "small" }, word("unknownBlock", { type: element.type }));
}

const names = (element, how) => ({
  id: how.id, "data-action-id": element.action_id ?? "", "aria-label": how.label ?? element.accessibility_label,
  "aria-describedby": how.describedBy, "aria-invalid": how.invalid ? "true" : null,
});

const busy = new Set();

/** A Block Kit `confirm` object. */
const question = confirm => ({ title: plain(confirm.title), text: text(confirm.text), yes: plain(confirm.confirm), no: plain(confirm.deny), danger: confirm.style === "danger" });

/** Asks, then sends; a second press of the same thing while the first is on its way does nothing. */
async function act(element, blockId, ctx, what, node) {
  const key = `${ctx.name}/${blockId}/${element.action_id}`;
  if (busy.has(key)) return false;
  if (element.confirm && !await asked(question(element.confirm))) return false;
  busy.add(key);
  node?.setAttribute("aria-busy", "true");
  try {
    await ctx.send(blockId, element, what);
  } finally {
    busy.delete(key);
    node?.removeAttribute("aria-busy");
  }
  return true;
}

function button(element, blockId, ctx, how) {
  const node = h("button", { ...names(element, { ...how, label: null }), type: "button", class: element.style ?? null }, plain(element.text));
  node.addEventListener("click", () => {
    if (element.url && /^https?:/i.test(element.url)) open(element.url, "_blank", "noopener");
    act(element, blockId, ctx, { value: element.value }, node);
  });
  return node;
}

function overflow(element, blockId, ctx, how) {
  const node = h("button", { ...names(element, how), type: "button", class: "icon", "aria-label": element.accessibility_label ?? how.label ?? word("more") }, icon("dots"));
  node.title = node.getAttribute("aria-label");
  return menuOn(node, () => (element.options ?? []).map(option => ({
    label: plain(option.text), note: plain(option.description), value: option.value,
    choose: () => act(element, blockId, ctx, { selectedOption: option }, node),
  })));
}

function select(element, blockId, ctx, how) {
  const one = option => h("option", { value: option.value }, plain(option.text), option.description ? ` – ${plain(option.description)}` : null);
  const node = h("select", { ...names(element, how), required: how.required },
    h("option", { value: "" }, plain(element.placeholder) || word("choose")),
    element.option_groups
      ? element.option_groups.map(group => h("optgroup", { label: plain(group.label) }, (group.options ?? []).map(one)))
      : (element.options ?? []).map(one));
  if (!how.id && !node.hasAttribute("aria-label")) node.setAttribute("aria-label", plain(element.placeholder) || word("choose"));
  const held = (ctx.state?.(blockId, element.action_id) ?? initially(element)).selected_option;
  node.value = held?.value ?? "";
  let before = node.value;
  node.addEventListener("change", async () => {
    const chosen = options(element).find(option => option.value === node.value) ?? null;
    const keep = option => ctx.keep?.(blockId, element.action_id, { type: element.type, selected_option: option });
    keep(chosen);
    if (how.dispatch && chosen && !await act(element, blockId, ctx, { selectedOption: chosen }, node)) {
      node.value = before;
      keep(options(element).find(option => option.value === before) ?? null);
    }
    before = node.value;
  });
  return node;
}

/** Radio buttons and checkboxes. */
function many(element, blockId, ctx, how) {
  const single = element.type === "radio_buttons";
  const held = ctx.state?.(blockId, element.action_id) ?? initially(element);
  const chosen = new Set((single ? [held.selected_option] : held.selected_options ?? []).map(option => option?.value));
  const name = `${ctx.name}-${blockId}-${element.action_id}`;
  const group = h("div", { ...names(element, how), class: "many", role: single ? "radiogroup" : "group", "aria-labelledby": how.labelledBy, "aria-required": single && how.required ? "true" : null },
    (element.options ?? []).map((option, index) => {
      const note = option.description ? h("small", { id: `${name}-${index}` }, plain(option.description)) : null;
      const input = h("input", { type: single ? "radio" : "checkbox", name, value: option.value, "aria-describedby": note?.id });
      input.checked = chosen.has(option.value);
      return h("label", {}, input, h("span", {}, plain(option.text), note));
    }));
  group.addEventListener("change", () => {
    const picked = [...group.querySelectorAll("input:checked")].map(input => element.options.find(option => option.value === input.value));
    ctx.keep?.(blockId, element.action_id, single ? { type: element.type, selected_option: picked[0] ?? null } : { type: element.type, selected_options: picked });
    if (how.dispatch) act(element, blockId, ctx, single ? { selectedOption: picked[0] } : { selectedOption: picked.map(option => option.value).join(",") }, group);
  });
  return group;
}

function input(element, blockId, ctx, how) {
  const type = { email_text_input: "email", url_text_input: "url", number_input: "number" }[element.type] ?? "text";
  const given = {
    ...names(element, how), required: how.required, placeholder: plain(element.placeholder) || null,
    maxlength: element.max_length ?? (type === "text" ? 3000 : null), minlength: element.min_length, autocomplete: "off",
  };
  const node = element.multiline ? h("textarea", { ...given, rows: 3 }) : h("input", { ...given, type });
  node.value = (ctx.state?.(blockId, element.action_id) ?? initially(element)).value ?? "";
  const on = how.dispatch ? element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"] : [];
  const dispatch = () => act(element, blockId, ctx, { value: node.value });
  let later = 0;
  node.addEventListener("input", () => {
    ctx.keep?.(blockId, element.action_id, { type: element.type, value: node.value === "" ? null : node.value });
    if (!on.includes("on_character_entered")) return;
    clearTimeout(later);
    later = setTimeout(dispatch, 400);
  });
  node.addEventListener("keydown", event => {
    if (event.key !== "Enter" || element.multiline || event.isComposing || !on.includes("on_enter_pressed")) return;
    event.preventDefault();
    dispatch();
  });
  return node;
}

function date(element, blockId, ctx, how) {
  const node = h("input", { ...names(element, how), type: "date", required: how.required });
  node.value = (ctx.state?.(blockId, element.action_id) ?? initially(element)).selected_date ?? "";
  node.addEventListener("change", () => ctx.keep?.(blockId, element.action_id, { type: element.type, selected_date: node.value || null }));
  return node;
}

/** An image of another host does not load here; its description stands in for it. */
function image(element) {
  return h("span", { class: "alt", role: "img", "aria-label": element.alt_text ?? "" }, word("imageOf", { alt: element.alt_text ?? "" }));
}
