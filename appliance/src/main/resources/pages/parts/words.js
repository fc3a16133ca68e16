// Every sentence of the pages, in one file per language. Chinese first; the other language is fetched when it is asked for.

const files = {};
const listeners = new Set();
const SHORT = { t: 'ticket', u: 'unit' }; // as the addresses in QR codes have them
let language = 'zh';

/** Must be awaited before anything is drawn. The address may ask for a language: ?lang=en. */
export async function loadWords() {
  await useLanguage(new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh');
}

/** @param {'zh'|'en'} next */
export async function useLanguage(next) {
  files[next] ??= await (await fetch(`/pages/words/${next}.json`)).json();
  language = next;
  document.documentElement.lang = next === 'en' ? 'en' : 'zh-CN';
  const page = location.pathname.split('/')[1];
  document.title = `${say(`page.${SHORT[page] ?? page}`)} · ${say('product')}`;
  listeners.forEach((listener) => listener());
}

/** Told after each change of language; gives back how to stop it. */
export function onWords(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const languageNow = () => language;

/** say('ticket.ahead', {n: 3}) — a key without words shows itself, so that it is noticed. */
export function say(key, values = {}) {
  return (files[language]?.[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

/** The name of an item, zone or theme in the language of the page, as far as the hall has one. */
export function nameOf(thing) {
  return (language === 'en' && thing.englishName) || thing.name;
}
