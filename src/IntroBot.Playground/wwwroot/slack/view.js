// What modals and Home share: their blocks, and the values in them, which outlive every redrawing of the view.

import { reconcile } from "../shared/dom.js";
import { send } from "../shared/session.js";
import { language, word } from "../shared/words.js";
import { drawBlock } from "./blocks.js";
import { initially, options } from "./elements.js";

/** Per view id, Slack's state.values: {blockId: {actionId: {type, value | selected_option | selected_options | selected_date}}}. */
const held = new Map();

export const values = viewId => held.get(viewId) ?? {};
export const forget = viewId => held.delete(viewId);
export const blockIdOf = (block, index) => block.block_id ?? `b${index}`;

const stateful = block => [block.element, block.accessory, ...(block.elements ?? [])].filter(element => element?.action_id && initially(element));

/** As in Slack, a field keeps what it holds while its block_id and action_id stay; initial values count for new fields only. */
function settle(viewId, view) {
  const before = values(viewId);
  const now = {};
  (view.blocks ?? []).forEach((block, index) => {
    const blockId = blockIdOf(block, index);
    for (const element of stateful(block)) {
      const kept = before[blockId]?.[element.action_id] ?? view.state?.values?.[blockId]?.[element.action_id];
      (now[blockId] ??= {})[element.action_id] = kept?.type === element.type && offered(element, kept) ? kept : initially(element);
    }
  });
  held.set(viewId, now);
}

function offered(element, kept) {
  const chosen = kept.selected_options ?? (kept.selected_option ? [kept.selected_option] : []);
  return chosen.every(one => options(element).some(option => option.value === one.value));
}

export function drawView(parent, viewId, view, errors, failed) {
  settle(viewId, view);
  const ctx = {
    name: viewId,
    heading: view.type === "modal" ? "h3" : "h2",
    state: (blockId, actionId) => values(viewId)[blockId]?.[actionId],
    keep: (blockId, actionId, state) => { (held.get(viewId)[blockId] ??= {})[actionId] = state; },
    send: async (blockId, element, what) =>
      failed(await send("view-action", { viewId, blockId, actionId: element.action_id, ...what, values: values(viewId) })),
  };
  reconcile(parent, (view.blocks ?? []).map((block, index) => {
    const blockId = blockIdOf(block, index);
    return {
      key: `${viewId}/${blockId}`,
      sign: JSON.stringify([block, errors[blockId], language()]),
      draw: () => drawBlock(block, blockId, ctx, errors),
    };
  }));
}

/** What Slack's own client refuses to send, by block id: required fields with nothing in them, addresses that are none. */
export function mistakes(viewId, view) {
  const found = {};
  (view.blocks ?? []).forEach((block, index) => {
    const blockId = blockIdOf(block, index);
    const state = block.type === "input" && values(viewId)[blockId]?.[block.element?.action_id];
    const mistake = state && mistakeIn(state, block.optional);
    if (mistake) found[blockId] = word(mistake);
  });
  return found;
}

function mistakeIn(state, optional) {
  const typed = state.value?.trim();
  if (!typed && !state.selected_option && !state.selected_date && !state.selected_options?.length) return optional ? null : "required";
  if (state.type === "email_text_input" && !/^\S+@\S+$/.test(typed)) return "notAnEmail";
  return state.type === "url_text_input" && !URL.canParse(typed) ? "notAUrl" : null;
}
