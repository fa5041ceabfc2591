// What a person is told when something they did was not taken.

import { $ } from "./dom.js";
import { word } from "./words.js";

export function tell(answer) {
  say(answer.ok === false ? word("failed", { why: answer.why ?? word("unreachable") }) : "");
  return answer.ok !== false;
}

export const say = words => { $("#notice").textContent = words; };
