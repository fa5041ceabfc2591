// Adaptive Cards as DOM: what the bot's cards hold, and what is near to it. `ctx`: {name, errors, press(action, inputs)}.

import { h } from "../shared/dom.js";
import { word } from "../shared/words.js";
import { inputs } from "./inputs.js";
import { link, markdown } from "./markdown.js";

/** What stands in each card's inputs, by the card's name: {id: value}. It outlives every redrawing. */
const held = new Map();

export const forget = name => held.delete(name);

export function drawCard(card, ctx) {
  const values = held.get(ctx.name) ?? {};
  held.set(ctx.name, values);
  const inside = { ...ctx, values, mentions: card.msteams?.entities ?? [], busy: false };
  return h("div", { class: "card", lang: card.lang, role: "group", "aria-label": card.speak ?? card.fallbackText },
    (card.body ?? []).map(element => draw(element, inside)), card.actions?.length ? actions(card, inside) : null);
}

function draw(element, ctx) {
  if (element.isVisible === false) return null;
  const kind = kinds[element.type] ?? inputs[element.type];
  const node = kind ? kind(element, ctx) : h("p", { class: "small" }, word("unknownBlock", { type: element.type }));
  node.classList.add("element");
  if (element.separator) node.classList.add("separated");
  if (element.spacing) node.classList.add(`spacing-${element.spacing.toLowerCase()}`);
  return node;
}

const kinds = {
  TextBlock: (block, ctx) => h(block.style === "heading" ? "h3" : "p", { class: looks(block) }, markdown(block.text ?? "", ctx.mentions)),
  RichTextBlock: block => h("p", { class: "text" }, (block.inlines ?? []).map(run)),
  Container: (block, ctx) => h("div", { class: `container ${block.style ?? ""}` }, (block.items ?? []).map(each => draw(each, ctx))),
  ColumnSet: (block, ctx) => h("div", { class: "columns" }, (block.columns ?? []).map(column => h("div", { class: `column ${column.width === "auto" ? "auto" : ""}` }, (column.items ?? []).map(each => draw(each, ctx))))),
  FactSet: (block, ctx) => h("dl", { class: "facts" }, (block.facts ?? []).map(fact => [h("dt", {}, markdown(fact.title, ctx.mentions)), h("dd", {}, markdown(fact.value, ctx.mentions))])),
  ActionSet: actions,
  // An image of another host does not load here; its description stands in for it.
  Image: block => h("span", { class: "alt", role: "img", "aria-label": block.altText ?? "" }, word("imageOf", { alt: block.altText ?? "" })),
};

const looks = block => ["text", block.size && `size-${block.size.toLowerCase()}`, isBold(block) && "bolder", block.isSubtle && "subtle", block.color && `color-${block.color.toLowerCase()}`].filter(Boolean).join(" ");

const isBold = part => part.weight?.toLowerCase() === "bolder";

function run(inline) {
  if (typeof inline === "string") return inline;
  const tag = isBold(inline) ? "strong" : inline.italic ? "em" : inline.strikethrough ? "s" : "span";
  return h(tag, { class: looks(inline) }, inline.italic && tag === "strong" ? h("em", {}, inline.text) : inline.text);
}

function actions(block, ctx) {
  return h("div", { class: "actions" }, (block.actions ?? []).map(action => button(action, ctx)));
}

const STYLES = { positive: "primary", destructive: "danger" };

function button(action, ctx) {
  if (action.type === "Action.OpenUrl") return link(action.url, action.title);
  const node = h("button", { type: "button", class: STYLES[action.style], disabled: action.isEnabled === false, title: action.tooltip, "data-step": action.verb ?? action.data?.step }, action.title);
  node.addEventListener("click", async () => {
    // A second press while the first is on its way does nothing.
    if (ctx.busy) return;
    ctx.busy = true;
    node.setAttribute("aria-busy", "true");
    try {
      await ctx.press(action, action.associatedInputs === "none" ? {} : ctx.values);
    } finally {
      ctx.busy = false;
      node.removeAttribute("aria-busy");
    }
  });
  return node;
}
