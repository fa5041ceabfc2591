// The tenant's chats, teams and channels that one is in.

import { seenUpTo } from "../shared/seen.js";
import { session } from "../shared/session.js";
import { word } from "../shared/words.js";

export const teams = () => session.state?.teams ?? [];
export const channel = id => teams().flatMap(team => team.channels.map(each => ({ ...each, team }))).find(each => each.id === id);
const chat = id => session.state?.chats?.find(each => each.id === id);

export const places = () => [...session.state?.chats ?? [], ...teams().flatMap(team => team.channels)].map(each => each.id);

export const groups = () => [
  { name: word("chats"), places: (session.state.chats ?? []).map(each => at(each.id, "talk")) },
  ...teams().map(team => ({ name: team.name, places: team.channels.map(each => at(each.id, "hash")) })),
];

const at = (id, picture) => ({ id, name: nameOf(id), picture, unread: unread(id) });

export const posts = place => session.state?.posts?.[place] ?? [];

/** Whether the bot hears one there: in its own chat, and where its team has the app. */
export const hasBot = place => chat(place)?.bot || channel(place)?.team.installed || false;

export const isBotChat = place => Boolean(chat(place)?.bot);

export function nameOf(place) {
  const { me } = session.state;
  const there = chat(place);
  if (!there) return channel(place)?.name ?? place;
  return there.bot ? there.name : there.name.split(", ").filter(name => !me.name.startsWith(name)).join(", ");
}

const unread = place => posts(place).filter(post => !post.deleted && post.from !== session.state.me.id && Number(post.id) > Number(seenUpTo(place) ?? 0)).length;
