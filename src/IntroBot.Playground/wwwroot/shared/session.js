// Who sits before this window, where they are, and what the chat looks like to them. Slack's and Teams' page say what differs: {prefix, first, places(), arrive()}.

const address = new URL(location.href);
const listeners = new Set();
let chat = null;

export const session = { as: address.searchParams.get("as"), place: address.searchParams.get("in"), state: null, online: true };

export const locale = () => session.state?.me?.locale ?? navigator.language;
export const onChange = listener => listeners.add(listener);

let isPressing = false;
let hasChanged = false;
let leaving = 0;

/** Draws what changed; but never a button away from under the finger that is pressing it, nor the menu it opened: the browser would forget the press. */
export function changed() {
  hasChanged = isPressing || Boolean(document.querySelector(".menu"));
  if (!hasChanged) listeners.forEach(listener => listener(session));
}

function released() {
  isPressing = false;
  if (hasChanged) changed();
}

addEventListener("pointerdown", event => {
  clearTimeout(leaving);
  isPressing = event.button === 0 && Boolean(event.target.closest?.("button, a, label, summary"));
}, true);
addEventListener("click", () => setTimeout(released), true);
addEventListener("pointercancel", released, true);
// A finger lifted elsewhere is no click; on a touch screen the click comes a little after it is lifted.
addEventListener("pointerup", () => { leaving = setTimeout(released, 300); }, true);
addEventListener("toggle", event => { if (event.target.matches?.(".menu") && event.newState === "closed") setTimeout(released); }, true);

export const arrive = () => chat.arrive?.();

export function goTo(place) {
  session.place = place;
  remember("push");
  changed();
  arrive();
}

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

let reading = null;
let next = null;

/** Reads the state once more; whoever asks while it is being read gets what is read after that. */
export function refresh() {
  if (!reading) return reading = read().finally(() => { reading = null; });
  return next ??= reading.then(() => { next = null; return refresh(); });
}

async function read() {
  const { as } = session;
  let state = null;
  try {
    const answer = await fetch(`${chat.prefix}/state?as=${encodeURIComponent(as)}`, { cache: "no-store" });
    if (answer.ok) state = await answer.json();
    else if (!session.state && as !== chat.first()) {
      session.as = chat.first();
      return await read();
    }
  } catch {
    state = null;
  }
  if (as !== session.as) return;
  session.online = state !== null;
  if (state) {
    session.state = state;
    if (!chat.places().includes(session.place)) session.place = chat.places()[0];
    remember("replace");
  }
  changed();
}

/** Sends what the person did; answers {ok, why, …}. */
export async function send(what, body) {
  let answer;
  try {
    const response = await fetch(`${chat.prefix}/${what}`, {
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

export const isFramed = parent !== self;
let stream = null;

/** A browser allows six connections to a host over HTTP/1.1: a hidden window gives its own back, and a framed one hears of changes from the frame around it. */
function listen() {
  stream?.close();
  stream = null;
  if (isFramed || document.hidden) return;
  stream = new EventSource(`${chat.prefix}/live?as=${encodeURIComponent(session.as)}`);
  stream.addEventListener("changed", refresh);
  stream.addEventListener("open", refresh);
  stream.addEventListener("error", () => {
    session.online = false;
    changed();
    // The browser reconnects by itself, except after an answer that was no stream.
    if (stream?.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
  });
}

/** Opens the chat; `show` is what the frame around may ask for: {as, place, type}. */
export async function start(differences, show) {
  chat = differences;
  session.as ??= chat.first();
  document.addEventListener("visibilitychange", listen);
  addEventListener("popstate", () => {
    const query = new URL(location.href).searchParams;
    Object.assign(session, { as: query.get("as") || session.as, place: query.get("in") });
    listen();
    refresh();
  });
  addEventListener("message", event => {
    if (event.source !== parent || event.origin !== location.origin) return;
    if (event.data.changed) refresh();
    if (event.data.show) {
      // Whoever is led elsewhere is done with what lies over it.
      document.querySelector("#modal[open] .dismiss")?.click();
      show(event.data.show);
    }
  });
  listen();
  await refresh();
  await arrive();
}

/** Tells the frame around who is here, where, and how much is unread. */
export function report(unread, title) {
  if (isFramed) parent.postMessage({ as: session.as, place: session.place, language: locale(), unread, title }, location.origin);
}
