// What one has seen, per person and place, and how much of it is new.

import { session } from "./session.js";

const key = () => `playground.seen.${session.as}`;
const seen = () => JSON.parse(localStorage.getItem(key()) ?? "{}");

export const markSeen = (place, at) => localStorage.setItem(key(), JSON.stringify({ ...seen(), [place]: at }));

/** Up to which message one has read; undefined where one never was. */
export const seenUpTo = place => seen()[place];
