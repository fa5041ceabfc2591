// rich_text blocks: the tree Slack keeps, drawn node by node.

import { h } from "../shared/dom.js";
import { broadcast, channelChip, date, emoji, link, mention } from "./text.js";

export const richText = block => h("div", { class: "rich" }, (block.elements ?? []).map(part));

function part(element) {
  switch (element.type) {
    case "rich_text_section": return h("p", { class: "text" }, inlines(element.elements));
    case "rich_text_quote": return h("blockquote", { class: "text" }, inlines(element.elements));
    // A deeper list arrives as the next sibling with a greater indent.
    case "rich_text_list": return list(element);
    case "rich_text_preformatted": return h("pre", {}, inlines(element.elements));
    default: return inlines([element]);
  }
}

function list(element) {
  const tag = element.style === "ordered" ? "ol" : "ul";
  const depth = Math.min(element.indent ?? 0, 4);
  return h(tag, { class: `indent-${depth}`, start: tag === "ol" && element.offset ? element.offset + 1 : null },
    element.elements.map(item => h("li", { class: "text" }, inlines(item.elements))));
}

const inlines = (elements = []) => elements.map(element => styled(inline(element), element.style));

function inline(element) {
  switch (element.type) {
    case "text": return element.text;
    case "link": return link(element.url, element.text);
    case "user": return mention(element.user_id);
    case "channel": return channelChip(element.channel_id);
    case "broadcast": return broadcast(element.range);
    case "emoji": return emoji(element.name);
    case "date": return date(`${element.timestamp}^${element.format ?? "{date}"}^${element.url ?? ""}`, element.fallback);
    default: return element.text ?? "";
  }
}

const styled = (node, style = {}) =>
  [["code", "code"], ["strike", "s"], ["italic", "em"], ["bold", "strong"]].reduce((inner, [name, tag]) => style[name] ? h(tag, {}, inner) : inner, node);
