// Makes elements. Text is always text, never markup, so nothing a person typed can become part of the page.

/**
 * @param {string} tag element and classes: "button.big.primary"
 * @param {object} with_ attributes; `on…` are listeners, `data` its data-attributes, false and null are left out
 * @param {...(Node|string|null|Array)} children
 */
export function h(tag, with_ = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  element.classList.add(...classes);
  for (const [key, value] of Object.entries(with_)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'data') Object.assign(element.dataset, value);
    else if (key === 'value') element.value = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Puts these children in the place of all that was there. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Draws again only what changed, so that a finger or a caret is not lost under a live update. */
export function fillIfChanged(element, key, draw) {
  if (element.dataset.drawn !== key) {
    element.dataset.drawn = key;
    fill(element, draw());
  }
  return element;
}
