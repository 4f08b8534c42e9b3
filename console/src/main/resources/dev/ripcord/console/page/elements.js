// Elements of the page, and how it writes numbers and times. Texts of sessions are written by their agents, which nobody
// may trust: they reach the page as text nodes only.

/** An element with text and elements in it; never markup. */
export function h(name, attributes, ...children) {
  const element = document.createElement(name);
  Object.entries(attributes).forEach(([attribute, value]) => {
    if (attribute === 'onclick' || attribute === 'onchange') {
      element.addEventListener(attribute.slice(2), value);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(attribute, value === true ? '' : value);
    }
  });
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== ''));
  return element;
}

/** Somebody else's words: kept apart, so that their direction of writing does not turn ours. */
export const said = (text) => h('bdi', {}, String(text));

export const dollars = (amount) => {
  if (amount === undefined) return 'no cost reported';
  return '$' + (amount !== 0 && amount < 0.01 ? amount.toPrecision(2) : amount.toFixed(2));
};
export const count = (number, word, many = word + 's') => number.toLocaleString('en') + ' ' + (number === 1 ? word : many);
export const clock = (millis) => h('time', {datetime: new Date(millis).toISOString(), title: new Date(millis).toString()},
  new Date(millis).toLocaleTimeString('en-GB'));
export const day = (millis) => new Date(millis).toLocaleDateString('en-CA');

export function span(millis) {
  if (millis < 1000) return Math.round(millis) + ' ms';
  const seconds = Math.round(millis / 1000);
  if (seconds < 60) return (millis / 1000).toFixed(1) + ' s';
  if (seconds < 3600) return Math.floor(seconds / 60) + ' min ' + (seconds % 60) + ' s';
  if (seconds < 86400) return Math.floor(seconds / 3600) + ' h ' + Math.floor(seconds % 3600 / 60) + ' min';
  return Math.floor(seconds / 86400) + ' d ' + Math.floor(seconds % 86400 / 3600) + ' h';
}

export const moment = (millis) => h('span', {}, day(millis) === day(Date.now()) ? '' : day(millis) + ' ', clock(millis));
export const ago = (millis) => span(Math.max(0, Date.now() - millis)) + ' ago';

export const notices = (all) => all.length === 0 ? '' : h('ul', {class: 'notices'}, all.map((one) => h('li', {}, said(one))));
