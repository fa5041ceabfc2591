// Moving the host's clock forward, where it lets itself be moved: reminders, expiry and purge are seen without waiting.

import { $ } from "../shared/dom.js";
import { menuOn } from "../shared/menu.js";
import { tell } from "../shared/notice.js";
import { clock, word } from "../shared/words.js";

const button = $("#time");
let now = null;

const ask = how => fetch(how.path ?? "/playground/time", how).then(response => response.ok ? response.json() : null).catch(() => null);

export async function offerTime() {
  now = (await ask({ cache: "no-store" }))?.now;
  menuOn(button, () => [1, 3, 7, 31].map(days => ({ label: days === 1 ? word("day") : word("days", { n: days }), value: String(days), choose: () => move(days) })));
  drawTime();
}

export function drawTime() {
  button.hidden = !now;
  if (!now) return;
  const day = clock(now, { weekday: "short", day: "numeric", month: "short" });
  $("span", button).textContent = day;
  button.title = word("time");
  // Whoever speaks to the browser says what they see, so the name begins with it.
  button.setAttribute("aria-label", `${day}: ${word("time")}`);
}

async function move(days) {
  const moved = await ask({ path: `/playground/time?days=${days}`, method: "POST" });
  tell({ ok: Boolean(moved) });
  now = moved?.now ?? now;
  drawTime();
}
