// Asks the server, with the key of whoever looks at the page.

import {span} from './elements.js';

const KEY = 'ripcord-api-key';

export function alertOf(text) {
  const alert = document.getElementById('alert');
  alert.textContent = text;
  alert.hidden = !text;
}

/** Whoever is about to type a key must not be asked again meanwhile. */
export const isAskingForKey = () => !document.getElementById('key').hidden;

/** Asks once for a key where the server wants one. */
function askForKey(why) {
  const form = document.getElementById('key');
  form.hidden = false;
  alertOf(why);
  document.getElementById('key-input').focus();
  return new Promise((resolve) => {
    form.onsubmit = (event) => {
      event.preventDefault();
      sessionStorage.setItem(KEY, document.getElementById('key-input').value);
      form.hidden = true;
      alertOf('');
      resolve();
    };
  });
}

/** Numbers that JavaScript would round are kept as they were written, where the browser can. */
const asWritten = (key, value, context) =>
  typeof value === 'number' && JSON.rawJSON && String(value) !== context.source ? JSON.rawJSON(context.source) : value;

/** @param exact whether numbers are for showing, and not for reckoning */
export async function api(path, exact = false, attempts = 8) {
  const key = sessionStorage.getItem(KEY);
  const answer = await fetch(path, key ? {headers: {Authorization: 'Bearer ' + key}} : {});
  const body = JSON.parse(await answer.text(), exact ? asWritten : undefined);
  if (answer.ok) return body;
  const words = (body.errors || [answer.statusText]).join('; ');
  if (answer.status === 401) {
    sessionStorage.removeItem(KEY);
    await askForKey(key ? words : '');
    return api(path, exact, attempts);
  }
  if (answer.status === 503 && attempts > 1) {
    alertOf('Not yet: ' + words);
    await new Promise((resolve) => setTimeout(resolve, 1000 * (Number(answer.headers.get('Retry-After')) || 1)));
    alertOf('');
    return api(path, exact, attempts - 1);
  }
  throw new Error(words);
}

export async function showGuard() {
  const guard = document.getElementById('guard');
  try {
    const health = await (await fetch('/health')).json();
    guard.textContent = health.guard === 'ok' ? 'guard live, ' + span(health.guard_lag_ms) + ' behind' : 'guard ' + health.guard;
    guard.className = health.guard === 'ok' ? 'quiet' : 'warning';
  } catch (gone) {
    guard.textContent = 'the server does not answer';
    guard.className = 'warning';
  }
}
