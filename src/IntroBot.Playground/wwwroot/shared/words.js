// The words of the pages themselves; what the bot says arrives in the messages. {x} is filled in.

import { locale } from "./session.js";

const all = {
  skip: ["Skip to the message box", "Aller à la zone de saisie"],
  sidebar: ["Workspace", "Espace de travail"],
  whoAmI: ["You are", "Vous êtes"],
  language: ["Your language", "Votre langue"],
  places: ["Channels and messages", "Canaux et messages"],
  channels: ["Channels", "Canaux"],
  direct: ["Direct messages", "Messages directs"],
  apps: ["Apps", "Applications"],
  chats: ["Chat", "Conversation"],
  appHome: ["{bot} Home", "Accueil {bot}"],
  openMenu: ["Open the menu", "Ouvrir le menu"],
  closeMenu: ["Close the menu", "Fermer le menu"],
  offline: ["The server does not answer. Trying again…", "Le serveur ne répond pas. Nouvel essai…"],
  empty: ["No messages yet.", "Pas encore de message."],
  emptyHome: ["The bot shows nothing here yet.", "Le bot n’affiche encore rien ici."],
  app: ["APP", "APP"],
  edited: ["(edited)", "(modifié)"],
  onlyYou: ["Only visible to you", "Visible par vous uniquement"],
  more: ["More actions", "Autres actions"],
  reply: ["Reply in the thread", "Répondre dans le fil"],
  replies: ["{n} replies", "{n} réponses"],
  reply1: ["1 reply", "1 réponse"],
  replyingTo: ["Replying in the thread of {name}", "Réponse dans le fil de {name}"],
  stopReplying: ["Leave the thread", "Quitter le fil"],
  replyInThread: ["Reply", "Répondre"],
  react: ["React", "Réagir"],
  like: ["like", "j’aime"],
  heart: ["heart", "cœur"],
  laugh: ["laugh", "rire"],
  surprised: ["surprised", "surprise"],
  sad: ["sad", "triste"],
  deleted: ["This message was taken back.", "Ce message a été retiré."],
  commandBox: ["Run a command", "Lancer une commande"],
  prompts: ["What you can ask the bot", "Ce que vous pouvez demander au bot"],
  startAPost: ["Start a post in {place}", "Publier dans {place}"],
  writeTo: ["Type a message to {place}", "Écrire à {place}"],
  mentionTheBot: ["Begin with @{bot} to speak to the bot.", "Commencez par @{bot} pour parler au bot."],
  edit: ["Edit", "Modifier"],
  commands: ["Commands", "Commandes"],
  shortcuts: ["Shortcuts", "Raccourcis"],
  appActions: ["What the app can do here", "Ce que l’application peut faire ici"],
  send: ["Send", "Envoyer"],
  messageTo: ["Message {place}, or / for commands", "Message à {place}, ou / pour les commandes"],
  notACommand: ["{command} is not a command here. Type / to see them.", "{command} n’est pas une commande ici. Tapez / pour les voir."],
  notInThread: ["{command} does not work in a thread, as in Slack. Leave the thread first.", "{command} ne marche pas dans un fil, comme dans Slack. Quittez d’abord le fil."],
  failed: ["That did not work: {why}", "Cela n’a pas abouti : {why}"],
  unreachable: ["the server does not answer", "le serveur ne répond pas"],
  unread: ["unread", "non lus"],
  unread1: ["unread", "non lu"],
  newIn: ["New message in {place}", "Nouveau message dans {place}"],
  optional: ["(optional)", "(facultatif)"],
  required: ["Please fill this in.", "Merci de remplir ce champ."],
  notAnEmail: ["Please write an e-mail address, such as name@example.com.", "Merci d’indiquer une adresse e-mail, comme nom@example.com."],
  notAUrl: ["Please write a whole address, such as https://example.com/page.", "Merci d’indiquer une adresse complète, comme https://example.com/page."],
  choose: ["Choose…", "Choisir…"],
  cancel: ["Cancel", "Annuler"],
  close: ["Close", "Fermer"],
  privateChannel: ["private channel", "canal privé"],
  imageOf: ["Image: {alt}", "Image : {alt}"],
  unknownBlock: ["The playground cannot show “{type}”.", "Le bac à sable ne sait pas montrer « {type} »."],
  employee: ["employee", "collègue"],
  recruiter: ["recruiter", "recrutement"],
  manager: ["manager", "manager"],
  owner: ["programme owner", "responsable du programme"],
  guest: ["guest", "compte invité"],
  stranger: ["from elsewhere", "d’ailleurs"],
};

/** More words, of a page that has its own. */
export const know = more => Object.assign(all, more);

let spoken = null;

/** Speaks this language instead of the one of the person who sits here. */
export const speak = tag => { spoken = tag; };

const tongue = () => spoken ?? locale();
export const language = () => tongue().toLowerCase().startsWith("fr") ? "fr" : "en";

export function word(key, values = {}) {
  const [english, french] = all[key] ?? [key, key];
  // French sets a narrow no-break space before some signs, a wide one before others.
  const text = language() === "fr" ? french.replace(/ ([?!;])/g, "\u202f$1").replace(/ ([:»])/g, "\u00a0$1").replace(/« /g, "«\u00a0") : english;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** Fills the labels of the page's fixed parts. */
export function label(root = document) {
  document.documentElement.lang = language();
  for (const node of root.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
  for (const node of root.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", word(node.dataset.label));
    if (node.matches("button")) node.title = word(node.dataset.label);
  }
}

// As the bot writes days in English.
export const clock = (at, options = { hour: "2-digit", minute: "2-digit" }) =>
  new Intl.DateTimeFormat(language() === "fr" ? "fr-FR" : "en-GB", options).format(new Date(at));
