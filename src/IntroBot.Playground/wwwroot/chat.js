// One page, two chats: its address says which.

const chat = location.pathname.endsWith("/teams") ? "teams" : "slack";
document.documentElement.dataset.chat = chat;
await import(`./${chat}/app.js`);
