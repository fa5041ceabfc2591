// Draws cards with Microsoft's renderer as Teams' own clients configure it, as near as is published: sizes, colours and at most six actions. Answers with everything that is wrong.
const looks = {
  light: { page: '#f5f5f5', card: '#ffffff', field: '#ffffff', text: '#242424', subtle: '#616161', border: '#e0e0e0', edge: '#767676', emphasis: '#f0f0f0', accent: '#5b5fc7', onaccent: '#ffffff', accenttext: '#4f52b2', good: '#1e6b3c', warning: '#7a4f01', attention: '#b10e1c' },
  dark: { page: '#1f1f1f', card: '#292929', field: '#1f1f1f', text: '#ffffff', subtle: '#adadad', border: '#3d3d3d', edge: '#8a8a8a', emphasis: '#383838', accent: '#5b5fc7', onaccent: '#ffffff', accenttext: '#aab1fa', good: '#92c353', warning: '#f8d22a', attention: '#f1707b' },
  contrast: { page: '#000000', card: '#000000', field: '#000000', text: '#ffffff', subtle: '#ffffff', border: '#ffffff', edge: '#ffffff', emphasis: '#000000', accent: '#1aebff', onaccent: '#000000', accenttext: '#ffff01', good: '#3ff23f', warning: '#ffff01', attention: '#ffff01' },
};

function hostConfig(look, width) {
  const colour = value => ({ default: value, subtle: value });
  const foregroundColors = {
    default: { default: look.text, subtle: look.subtle }, dark: colour(look.text), light: colour(look.text), accent: colour(look.accenttext),
    good: colour(look.good), warning: colour(look.warning), attention: colour(look.attention),
  };
  return new AdaptiveCards.HostConfig({
    supportsInteractivity: true,
    fontFamily: '"Segoe UI", "Noto Sans", sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: look.border },
    containerStyles: { default: { backgroundColor: look.card, foregroundColors }, emphasis: { backgroundColor: look.emphasis, foregroundColors } },
    textStyles: { heading: { weight: 'bolder', size: 'medium' } },
    textBlock: { headingLevel: 2 },
    // On phones Teams puts buttons under each other.
    actions: { maxActions: 6, spacing: 'default', buttonSpacing: 8, actionsOrientation: width < 400 ? 'vertical' : 'horizontal', actionAlignment: width < 400 ? 'stretch' : 'left' },
    inputs: {
      label: { inputSpacing: 'small', requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' }, optionalInputs: { weight: 'bolder' } },
      errorMessage: { color: 'attention', spacing: 'small' },
    },
  });
}

function drawBoard(title, language, theme, width, messages) {
  const look = looks[theme], root = document.documentElement, main = document.querySelector('main'), wrong = [];
  root.lang = language;
  document.querySelector('h1').textContent = title;
  document.querySelectorAll('section').forEach(old => old.remove());
  for (const [name, value] of Object.entries(look)) root.style.setProperty(`--${name}`, value);
  root.style.setProperty('--width', `${width}px`);
  root.style.setProperty('--columns', Math.max(1, Math.floor(innerWidth / (width + 20))));
  const markdown = window.markdownit({ html: false, linkify: false, breaks: true });
  for (const { name, cards } of messages) {
    const section = main.appendChild(document.createElement('section'));
    section.appendChild(document.createElement('h2')).textContent = name;
    for (const json of cards) {
      const box = section.appendChild(document.createElement('form')); // each with radio buttons of its own
      box.className = 'card';
      const payload = JSON.parse(json), say = what => wrong.push(`${name}: ${what}`);
      AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
        // Teams puts people where the mentions stand; whatever remains is markdown.
        const people = payload.msteams?.entities ?? [];
        result.outputHtml = people.reduce(
          (html, { text: tag }) => html.replaceAll(markdown.utils.escapeHtml(tag), `<span class="mention">${tag.replace(/<\/?at>/g, '')}</span>`), markdown.render(text));
        result.didProcess = true;
        if (/&lt;\/?at&gt;/.test(result.outputHtml)) say(`a mention of nobody in ${text}`);
      };
      const card = new AdaptiveCards.AdaptiveCard(), context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
      card.hostConfig = hostConfig(look, width);
      card.parse(payload, context);
      // The renderer looks at a card's language with a pattern that remembers where it stopped, so every second "en" is invalid to it.
      for (let i = 0; i < context.eventCount; i++) if (!/^Invalid value "(en|fr)" for property "lang"/.test(context.getEventAt(i).message)) say(context.getEventAt(i).message);
      for (const { message } of card.validateProperties().validationEvents) say(message);
      const drawn = card.render();
      if (!drawn || card.getRootObject().getItemCount() === 0) { say('nothing is drawn'); continue; }
      box.appendChild(drawn);
      const texts = box.textContent;
      if (/undefined|\[object|\{\d\}/.test(texts)) say(`words that are none: ${texts.slice(0, 80)}`);
      for (const part of box.querySelectorAll('*')) if (part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline' && !part.matches('input, select, textarea')) say(`wider than the card: ${part.className} ${part.textContent.slice(0, 40)}`);
      if (box.scrollWidth > box.clientWidth) say('wider than its place');
      const actions = payload.body.filter(part => part.type === 'ActionSet').flatMap(part => part.actions).length;
      if (box.querySelectorAll('.ac-pushButton').length !== actions) say(`${box.querySelectorAll('.ac-pushButton').length} buttons of ${actions}`);
    }
  }
  return wrong;
}
