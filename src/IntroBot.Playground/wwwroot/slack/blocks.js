// Block Kit blocks as DOM, the same for messages, modals and Home.

import { h } from "../shared/dom.js";
import { draw } from "./elements.js";
import { richText } from "./richtext.js";
import { plain, text } from "./text.js";
import { word } from "../shared/words.js";

let count = 0;

/** `errors`: what is wrong with a field, by block id (views only). */
export function drawBlock(block, blockId, ctx, errors = {}) {
  const kind = kinds[block.type];
  const node = kind ? kind(block, blockId, ctx, errors[blockId]) : h("p", { class: "small" }, word("unknownBlock", { type: block.type }));
  node.classList.add("block");
  if (kind) node.classList.add(block.type);
  node.dataset.blockId = blockId;
  return node;
}

const kinds = {
  section, context, actions, input,
  header: (block, _, ctx) => h(ctx.heading ?? "h2", {}, plain(block.text)),
  divider: () => h("hr"),
  rich_text: richText,
  image: block => h("figure", {}, draw({ type: "image", ...block }, "", {}), block.title ? h("figcaption", {}, plain(block.title)) : null),
};

function section(block, blockId, ctx) {
  const id = `s${++count}`;
  const words = h("div", { id, class: "words" }, text(block.text), block.fields ? h("div", { class: "fields" }, block.fields.map(text)) : null);
  if (!block.accessory) return h("div", {}, words);
  const accessory = draw(block.accessory, blockId, ctx, { labelledBy: id });
  const named = ["SELECT", "INPUT", "TEXTAREA"].includes(accessory.tagName);
  if (named) {
    accessory.removeAttribute("aria-label");
    accessory.setAttribute("aria-labelledby", id);
  }
  return h("div", { class: "with-accessory" }, words, accessory);
}

function context(block) {
  return h("div", {}, (block.elements ?? []).map(element => element.type === "image" ? draw(element, "", {}) : text(element)));
}

function actions(block, blockId, ctx) {
  return h("div", {}, (block.elements ?? []).map(element => draw(element, blockId, ctx)));
}

function input(block, blockId, ctx, error) {
  const id = `f${++count}`;
  const group = ["radio_buttons", "checkboxes"].includes(block.element?.type);
  const hint = block.hint ? h("p", { id: `${id}-hint`, class: "hint" }, plain(block.hint)) : null;
  const wrong = error ? h("p", { id: `${id}-error`, class: "error" }, error) : null;
  const label = h(group ? "p" : "label", { id: `${id}-label`, class: "label", for: group ? null : id },
    plain(block.label), block.optional ? h("span", { class: "small" }, ` ${word("optional")}`) : null);
  const control = draw(block.element ?? {}, blockId, ctx, {
    id, labelledBy: `${id}-label`, required: !block.optional, invalid: Boolean(error), dispatch: block.dispatch_action === true,
    describedBy: [wrong?.id, hint?.id].filter(Boolean).join(" ") || null,
  });
  return h("div", { class: error ? "wrong" : null }, label, control, wrong, hint);
}
