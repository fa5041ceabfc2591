// The demo's people and places, as far as the frame speaks of them.

export const CHATS = ["slack", "teams"];

/** One introduces in one chat, the other answers in the other, in the language the browser's owner reads. */
export const ways = {
  en: {
    introducer: "Jack Osei", from: ["teams", { as: "jack@example.test", place: "a:1JackOsei-mB2kRt9sLd5Yh" }], words: "my contact Ada Martin, product designer in Lyon, ada.martin@example.com, to recruiting",
    recruiter: "Ravi Shah", to: ["slack", { as: "U0RAVI", place: "C0RECRUIT" }],
  },
  fr: {
    introducer: "Emma Petit", from: ["slack", { as: "U0EMMA", place: "D0EMMA" }], words: "/introduce mon contact Ada Martin, ingénieure backend à Lyon, ada.martin@example.com",
    recruiter: "Léa Moreau", to: ["teams", { as: "lea@example.test", place: "19:recruitingtech02@thread.tacv2" }],
  },
};

export const thanks = { slack: "C0KUDOS", teams: "19:thanks04@thread.tacv2" };

export const defaults = language => Object.fromEntries([ways[language].from, ways[language].to]);
