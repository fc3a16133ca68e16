// Every sentence of the pages, in one file per language. Chinese first; the other language by a touch.

const files = {};
let language = 'zh';

export async function loadWords() {
  for (const each of ['zh', 'en']) {
    files[each] = await (await fetch(`/pages/words/${each}.json`)).json();
  }
  useLanguage(new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh');
}

export function useLanguage(next) {
  language = next;
  document.documentElement.lang = next === 'en' ? 'en' : 'zh-CN';
}

export const languageNow = () => language;

/** say('ticket.ahead', {n: 3}) — a key without words shows itself, so that it is noticed. */
export function say(key, values = {}) {
  const pattern = files[language]?.[key] ?? files.zh?.[key] ?? key;
  return pattern.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

/** The name of an item, zone or theme in the language of the page, as far as the hall has one. */
export function nameOf(thing) {
  return (language === 'en' && thing.englishName) || thing.name;
}
