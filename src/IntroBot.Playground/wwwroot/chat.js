// One page, two chats: its address says which.

const isTeams = location.pathname.endsWith("/teams");
document.documentElement.dataset.chat = isTeams ? "teams" : "slack";
await (isTeams ? import("./teams/app.js") : import("./slack/app.js"));
