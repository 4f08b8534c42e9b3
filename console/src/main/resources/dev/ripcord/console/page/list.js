// The list of sessions, and what was stopped over all of them.

import {api, isAskingForKey} from './api.js';
import {ago, count, dollars, h, notices, said} from './elements.js';
import {linkTo, query, stand} from './standing.js';

const main = document.getElementById('main');

const choices = {
  sort: [['risk', 'halted first'], ['cost', 'cost'], ['steps', 'steps'], ['latest', 'latest change']],
  since: [['', 'any time'], ['1h', 'the last hour'], ['1d', 'the last day'], ['7d', 'the last week']],
  by: [['pattern', 'pattern'], ['tool', 'tool'], ['agent', 'agent'], ['hour', 'hour']],
};

function choice(name, label) {
  const select = h('select', {onchange: (event) => {
    query.set(name, event.target.value);
    history.replaceState(null, '', '/?' + query);
    showList();
  }}, choices[name].map(([value, words]) =>
    h('option', {value, selected: value === (query.get(name) || choices[name][0][0])}, words)));
  return h('label', {}, label + ' ', select);
}

function row(session) {
  const [kind, words] = stand(session, session.halt);
  const why = session.halt ? session.halt.reason
    : session.progress ? session.progress.pattern.split('@')[0] + ': ' + count(session.progress.matched, 'step') + ' matched' : '';
  return h('tr', {class: kind},
    h('td', {}, h('span', {class: 'stand ' + kind}, words)),
    h('td', {}, linkTo(session), h('div', {class: 'quiet'}, said(session.agent_id),
      session.tenant_id === 'default' ? '' : [' of ', said(session.tenant_id)])),
    h('td', {class: 'why'}, said(why)),
    h('td', {class: 'number', 'data-label': 'cost'}, session.spend_usd === undefined ? '–' : dollars(session.spend_usd)),
    h('td', {class: 'number', 'data-label': 'steps'}, session.steps.toLocaleString('en')),
    h('td', {class: 'number', 'data-label': 'changed'}, ago(session.changed_at)));
}

const listPath = (cursor) => {
  const wanted = new URLSearchParams({sort: query.get('sort') || 'risk', limit: 50});
  ['tenant', 'agent', 'since', 'halted'].forEach((name) => query.get(name) && wanted.set(name, query.get(name)));
  if (cursor) wanted.set('cursor', cursor);
  return '/v1/sessions?' + wanted;
};

export async function showList() {
  document.title = 'Sessions – Ripcord';
  const [list, groups] = [await api(listPath()), await api('/v1/halts/grouped?' + groupedBy())];
  const rows = h('tbody', {}, list.sessions.map(row));
  const more = h('button', {onclick: () => showMore(more, rows)}, 'More sessions');
  more.dataset.cursor = list.next_cursor || '';
  more.hidden = !list.next_cursor;
  const halted = h('input', {type: 'checkbox', checked: query.get('halted') === 'true', onchange: () => {
    query.set('halted', halted.checked);
    history.replaceState(null, '', '/?' + query);
    showList();
  }});
  main.replaceChildren(
    h('h1', {}, count(list.total, 'session')),
    h('div', {class: 'choices'}, choice('sort', 'by'), choice('since', 'changed in'), h('label', {}, halted, ' halted only')),
    notices(list.notices),
    list.total === 0 ? h('p', {class: 'quiet'}, 'None that the guard has told of.') : h('table', {class: 'sessions'},
      h('thead', {}, h('tr', {}, ['', 'session', 'why', 'cost', 'steps', 'changed'].map((name, place) =>
        h('th', {scope: 'col', class: place > 2 ? 'number' : undefined}, name)))), rows),
    more,
    h('section', {}, h('h2', {}, 'What the guard stopped'), h('div', {class: 'choices'}, choice('by', 'by')),
      notices(groups.notices), groupList(groups)));
}

/** Shows what changed, unless somebody is about to choose something. */
export function refreshList() {
  if (!document.hidden && !isAskingForKey() && !main.contains(document.activeElement) && !main.querySelector('button[data-turned]')) showList();
}

const groupedBy = () => {
  const wanted = new URLSearchParams({by: query.get('by') || 'pattern'});
  ['tenant', 'since'].forEach((name) => query.get(name) && wanted.set(name, query.get(name)));
  return wanted;
};

function groupList(groups) {
  if (groups.total === 0) return h('p', {class: 'quiet'}, 'Nothing.');
  return h('ul', {class: 'groups'}, groups.groups.slice(0, 20).map((group) => h('li', {},
    h('strong', {}, said(group.key || 'no tool')), ' ', count(group.halts, 'halt'), ' in ', count(group.sessions, 'session'),
    group.spend_usd === undefined ? '' : ', ' + dollars(group.spend_usd), ': ',
    group.examples.flatMap((one, place) => [place ? ', ' : '', linkTo(one)]))));
}

async function showMore(button, rows) {
  const list = await api(listPath(button.dataset.cursor));
  button.dataset.turned = true;
  rows.append(...list.sessions.map(row));
  button.dataset.cursor = list.next_cursor || '';
  button.hidden = !list.next_cursor;
}
