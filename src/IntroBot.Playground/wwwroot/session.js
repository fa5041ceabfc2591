// Who sits before this window, where they are, and what the workspace looks like to them.

/** Whose window it is while nobody chose: somebody who reads what the browser's owner reads. */
const first = navigator.language.toLowerCase().startsWith("fr") ? "U0EMMA" : "U0JACK";
const address = new URL(location.href);
const listeners = new Set();

export const session = {
  as: address.searchParams.get("as") || first,
  place: address.searchParams.get("in"),
  state: null,
  online: true,
};

export const HOME = "home";
export const person = id => session.state?.people?.find(each => each.id === id);
export const channel = id => session.state?.channels?.find(each => each.id === id);
export const botDm = () => session.state?.bot?.dm;
export const locale = () => session.state?.me?.locale ?? navigator.language;

export const onChange = listener => listeners.add(listener);
export const changed = () => listeners.forEach(listener => listener(session));

/** What the person may open: app Home, the direct messages with the bot, and their channels. */
export function places() {
  const { state } = session;
  const channels = (state?.channels ?? []).filter(each => each.member !== false);
  return [...channels.map(each => each.id), ...(state?.bot?.dm ? [state.bot.dm] : []), HOME];
}

export function goTo(place) {
  session.place = place;
  remember("push");
  changed();
  arrive();
}

/** Opening Home tells the bot, which then fills it. */
export const arrive = () => session.place === HOME ? send("home", {}) : null;

export async function becomes(as, place = session.place) {
  Object.assign(session, { as, place });
  remember("push");
  listen();
  await refresh();
  await arrive();
}

function remember(how) {
  const url = new URL(location.href);
  url.searchParams.set("as", session.as);
  if (session.place) url.searchParams.set("in", session.place);
  if (url.href !== location.href) history[`${how}State`](null, "", url);
}

let asked = 0;
let applied = 0;

export async function refresh() {
  const turn = ++asked;
  const { as } = session;
  let state = null;
  try {
    const answer = await fetch(`/playground/api/state?as=${encodeURIComponent(as)}`, { cache: "no-store" });
    if (answer.ok) state = await answer.json();
    else if (!session.state && as !== first) return await becomes(first);
  } catch {
    state = null;
  }
  // An older answer, or one for somebody else, must not overwrite a newer one.
  if (turn < applied || as !== session.as) return;
  applied = turn;
  session.online = state !== null;
  if (state) {
    session.state = state;
    if (!places().includes(session.place)) session.place = places()[0];
    remember("replace");
  }
  changed();
}

/** Sends what the person did; answers {ok, why}. */
export async function send(what, body) {
  let answer;
  try {
    const response = await fetch(`/playground/api/${what}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ as: session.as, ...body }),
    });
    answer = await response.json().catch(() => ({ ok: false, why: `HTTP ${response.status}` }));
  } catch {
    answer = { ok: false, why: null };
  }
  await refresh();
  return answer;
}

let stream = null;

/** A browser allows six connections to a host over HTTP/1.1, so a hidden window gives its own back. */
function listen() {
  stream?.close();
  stream = null;
  if (document.hidden) return;
  stream = new EventSource(`/playground/api/live?as=${encodeURIComponent(session.as)}`);
  stream.addEventListener("changed", refresh);
  stream.addEventListener("open", refresh);
  stream.addEventListener("error", () => {
    session.online = false;
    changed();
    // The browser reconnects by itself, except after an answer that was no stream.
    if (stream?.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
  });
}

export async function start() {
  document.addEventListener("visibilitychange", listen);
  addEventListener("popstate", () => {
    const query = new URL(location.href).searchParams;
    Object.assign(session, { as: query.get("as") || session.as, place: query.get("in") });
    listen();
    refresh();
  });
  listen();
  await refresh();
  await arrive();
}
