// What stands in each channel, the direct messages and Home, and how much of it is new.

import { botDm, channel, HOME, person, session } from "./session.js";
import { word } from "./words.js";

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

const key = () => `playground.seen.${session.as}`;
const seen = () => JSON.parse(localStorage.getItem(key()) ?? "{}");

export const markSeen = (place, ts) => localStorage.setItem(key(), JSON.stringify({ ...seen(), [place]: ts }));

/** How many messages of others came since one last looked there; the server's count where one never did. */
export function unread(place) {
  const last = seen()[place];
  if (last === undefined && channel(place)?.unread !== undefined) return channel(place).unread;
  return inOrder(place).filter(message => message.user !== session.as && Number(message.ts) > Number(last ?? 0)).length;
}
