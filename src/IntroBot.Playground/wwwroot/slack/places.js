// The workspace's channels, the direct messages with the bot, and the app's Home.

import { seenUpTo } from "../shared/seen.js";
import { session } from "../shared/session.js";
import { word } from "../shared/words.js";

export const HOME = "home";
export const person = id => session.state?.people?.find(each => each.id === id);
export const channel = id => session.state?.channels?.find(each => each.id === id);
export const botDm = () => session.state?.bot?.dm;

const joined = () => (session.state?.channels ?? []).filter(each => each.member !== false);

/** What the person may open. */
export const places = () => [...joined().map(each => each.id), ...(botDm() ? [botDm()] : []), HOME];

export const groups = () => [
  { name: word("channels"), places: joined().map(each => ({ id: each.id, name: each.name, picture: each.private ? "lock" : "hash", unread: unread(each.id) })) },
  { name: word("direct"), places: [{ id: botDm(), name: nameOf(botDm()), picture: "talk", unread: unread(botDm()) }] },
  { name: word("apps"), places: [{ id: HOME, name: nameOf(HOME), picture: "home", unread: 0 }] },
];

export const inOrder = place => [...session.state?.messages?.[place] ?? []].sort((a, b) => Number(a.ts) - Number(b.ts));

export function nameOf(place) {
  const { bot } = session.state;
  if (place === HOME) return word("appHome", { bot: bot?.name });
  return place === botDm() ? bot.name : `#${channel(place)?.name ?? place}`;
}

export function author(message) {
  const { bot } = session.state;
  return message.bot || message.user === bot?.id ? bot?.name ?? "" : person(message.user)?.name ?? message.user;
}

/** How many messages of others came since one last looked there; the server's count where one never did. */
function unread(place) {
  const last = seenUpTo(place);
  if (last === undefined && channel(place)?.unread !== undefined) return channel(place).unread;
  return inOrder(place).filter(message => message.user !== session.as && Number(message.ts) > Number(last ?? 0)).length;
}
