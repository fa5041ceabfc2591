// Moving the host's clock forward, where it lets itself be moved.

import { $ } from "../shared/dom.js";
import { menuOn } from "../shared/menu.js";
import { tell } from "../shared/notice.js";
import { clock, word } from "../shared/words.js";

export function offerTime() {}
