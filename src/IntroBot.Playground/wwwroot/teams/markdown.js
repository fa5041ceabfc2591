// The part of markdown that Teams reads in a text: mentions, bold, italic, links, lists, and what a backslash keeps from being any of them.

import { h } from "../shared/dom.js";
import { session } from "../shared/session.js";

const syntax = new RegExp([
  "\\\\([!-/:-@\\[-`{-~])", "<at>([^<>]*)</at>", "\\*\\*((?:\\\\.|[^*\\\\])+)\\*\\*", "(?<![\\p{L}\\p{N}])_((?:\\\\.|[^_\\\\])+)_", "\\*((?:\\\\.|[^*\\\\])+)\\*",
  "\\[((?:\\\\.|[^\\]\\\\])*)\\]\\(([^()\\s]*)\\)",
].join("|"), "gu");

/** `mentions`: the card's or message's entities. */
export function markdown(source, mentions = []) {
  return source.split(/((?:^|\n)- .*(?:\n- .*)*)/).filter(Boolean).map(part => /^\n?- /.test(part)
    ? h("ul", {}, part.trim().split("\n").map(line => h("li", {}, inline(line.slice(2), mentions))))
    : inline(part, mentions));
}

function inline(source, mentions) {
  const nodes = [];
  let from = 0;
  for (const match of source.matchAll(syntax)) {
    const [all, escaped, at, bold, italic, starred, label, url] = match;
    nodes.push(source.slice(from, match.index), escaped ?? (at !== undefined ? mention(at, mentions)
      : bold ? h("strong", {}, inline(bold, mentions))
      : italic || starred ? h("em", {}, inline(italic ?? starred, mentions))
      : link(url, inline(label, mentions))));
    from = match.index + all.length;
  }
  nodes.push(source.slice(from));
  return nodes.filter(node => node !== "");
}

/** A text as somebody typed it: nothing but mentions is read in it. */
export const plain = (source, mentions = []) => source.split(/(<at>[^<>]*<\/at>)/).filter(Boolean)
  .map(part => /^<at>/.test(part) ? mention(part.slice(4, -5), mentions) : part);

function mention(name, mentions) {
  const { me, bot, people = [] } = session.state;
  const entity = mentions.find(each => each.text === `<at>${name}</at>`);
  const id = entity?.mentioned?.id ?? [bot, ...people].find(each => each?.name === name)?.id;
  return h("span", { class: id && [me.id, me.objectId].includes(id) ? "chip me" : "chip" }, name);
}

export const link = (url, label) => /^(https?:|mailto:|tel:)/i.test(url)
  ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, label)
  : h("span", {}, label, ` (${url})`);
