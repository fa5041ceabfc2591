// Slack's text objects as DOM: plain_text as it stands, mrkdwn with the part of its syntax that Slack acts upon.

import { h } from "../shared/dom.js";
import { goTo, locale, session } from "../shared/session.js";
import { word } from "../shared/words.js";
import { channel, person, places } from "./places.js";

const emojis = {
  tada: "🎉", wave: "👋", "+1": "👍", thumbsup: "👍", heart: "❤️", clap: "👏", raised_hands: "🙌", pray: "🙏", sparkles: "✨", star: "⭐", star2: "🌟",
  white_check_mark: "✅", heavy_check_mark: "✔️", x: "❌", warning: "⚠️", hourglass: "⌛", hourglass_flowing_sand: "⏳", bulb: "💡", lock: "🔒", eyes: "👀",
  bell: "🔔", no_bell: "🔕", rocket: "🚀", seedling: "🌱", handshake: "🤝", bust_in_silhouette: "👤", busts_in_silhouette: "👥", memo: "📝", link: "🔗",
  smile: "😄", slightly_smiling_face: "🙂", blush: "😊", sunflower: "🌻", bouquet: "💐", speech_balloon: "💬", mailbox: "📫", calendar: "📅", question: "❓",
};
export const emoji = name => emojis[name] ?? `:${name}:`;

const unescape = text => text.replace(/&(lt|gt|amp);/g, (_, entity) => ({ lt: "<", gt: ">", amp: "&" })[entity]);

/** A text object ({type, text, verbatim, emoji}) or a bare string of mrkdwn. */
export function text(object) {
  if (!object) return null;
  if (typeof object === "string") return h("div", { class: "text" }, mrkdwn(object));
  return object.type === "mrkdwn"
    ? h("div", { class: "text" }, mrkdwn(object.text ?? "", object.verbatim))
    : h("div", { class: "text" }, plain(object));
}

/** The words of a plain_text object, where only words fit (labels, options). */
export const plain = object => {
  const words = object?.text ?? "";
  return object?.emoji === false ? words : words.replace(/:([a-z0-9_+-]+):/g, (shortcode, name) => emojis[name] ?? shortcode);
};

export function mrkdwn(source, verbatim = false) {
  return source.split(/(```[\s\S]+?```)/).flatMap((part, index) =>
    index % 2 ? [h("pre", {}, unescape(part.slice(3, -3).replace(/^\n/, "")))] : lines(part, verbatim));
}

/** Lines that begin with > become quotes; >>> quotes all that follows. */
function lines(source, verbatim) {
  const groups = [];
  let toTheEnd = false;
  for (const line of source.split("\n")) {
    const sign = toTheEnd ? null : /^(?:>|&gt;)(?:(?:>|&gt;){2})? ?/.exec(line);
    if (sign && /^(?:>|&gt;){3}/.test(sign[0])) toTheEnd = true;
    const quoted = toTheEnd || sign !== null;
    const words = sign ? line.slice(sign[0].length) : line;
    if (groups.at(-1)?.quoted === quoted) groups.at(-1).text += `\n${words}`;
    else groups.push({ quoted, text: words });
  }
  return groups.flatMap(group => group.quoted ? [h("blockquote", {}, inline(group.text, verbatim))] : inline(group.text, verbatim));
}

const around = sign => `(?<![\\p{L}\\p{N}${sign}])[${sign}](?=\\S)([^${sign}\\n]+?)(?<=\\S)[${sign}](?![\\p{L}\\p{N}${sign}])`;
const syntax = new RegExp([
  "`([^`\\n]+)`", "<([^<>\\n]+)>", around("*"), around("_"), around("~"), ":([a-z0-9_+-]+):", "(https?://[^\\s<>]*[^\\s<>.,;:!?)'\"»*_~])",
].join("|"), "gu");

function inline(source, verbatim) {
  const nodes = [];
  let from = 0;
  for (const match of source.matchAll(syntax)) {
    const [all, code, token, bold, italic, strike, shortcode, url] = match;
    const node = code ? h("code", {}, unescape(code))
      : token ? special(token)
      : bold ? h("strong", {}, inline(bold, verbatim))
      : italic ? h("em", {}, inline(italic, verbatim))
      : strike ? h("s", {}, inline(strike, verbatim))
      : shortcode ? emojis[shortcode]
      : verbatim ? null : link(unescape(url));
    if (!node) continue;
    nodes.push(unescape(source.slice(from, match.index)), node);
    from = match.index + all.length;
  }
  nodes.push(unescape(source.slice(from)));
  return nodes.filter(node => node !== "");
}

/** What stands between < and >: a mention, a channel, a broadcast, a date or a link. */
function special(token) {
  const bar = token.indexOf("|");
  const target = bar < 0 ? token : token.slice(0, bar);
  const label = bar < 0 ? null : unescape(token.slice(bar + 1));
  if (/^@[UW]/.test(target)) return mention(target.slice(1), label);
  if (/^#[CDG]/.test(target)) return channelChip(target.slice(1), label);
  if (target.startsWith("!date^")) return date(token.slice("!date^".length), label);
  if (target.startsWith("!")) return broadcast(label?.replace(/^@/, "") ?? target.slice(1));
  return link(unescape(target), label);
}

export function mention(id, label) {
  const { bot, me } = session.state ?? {};
  const name = id === bot?.id ? bot.name : person(id)?.name ?? label ?? id;
  return h("span", { class: id === me?.id ? "chip me" : "chip" }, `@${name}`);
}

export function channelChip(id, label) {
  const known = channel(id);
  if (!known || !places().includes(id)) return h("span", { class: "chip" }, `#${label || known?.name || word("privateChannel")}`);
  return h("button", { type: "button", class: "chip", onclick: () => goTo(id) }, `#${known.name}`);
}

export const broadcast = range => h("span", { class: "chip me" }, `@${range}`);

/** A link that opens beside the playground; anything but http, mailto and tel is only shown. */
export function link(url, label) {
  return /^(https?:|mailto:|tel:)/i.test(url)
    ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, label || url.replace(/^(mailto|tel):/, ""))
    : h("span", {}, label ? `${label} (${url})` : url);
}

const dates = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" }, date_slash: { dateStyle: "short" }, date: { dateStyle: "long" },
  date_short: { dateStyle: "medium" }, date_long: { dateStyle: "full" }, time: { timeStyle: "short" }, time_secs: { timeStyle: "medium" },
};

/** `seconds^format^link` of <!date^…>; the fallback where the moment cannot be read. */
export function date(description, fallback) {
  const [seconds, format = "{date}", url] = description.split("|")[0].split("^");
  const at = new Date(Number(seconds) * 1000);
  if (Number.isNaN(at.getTime())) return fallback ?? description;
  const shown = unescape(format).replace(/\{(\w+?)(?:_pretty)?\}/g, (all, name) =>
    dates[name] ? new Intl.DateTimeFormat(locale(), dates[name]).format(at) : all);
  const time = h("time", { datetime: at.toISOString() }, shown);
  return url ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, time) : time;
}
