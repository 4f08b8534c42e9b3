// Shows sessions as the API tells of them. Texts of sessions are written by their agents, which nobody may trust: they
// reach the page as text nodes only.

const KEY = 'ripcord-api-key';
const PAGE = 200;
const main = document.getElementById('main');
const query = new URLSearchParams(location.search);

/** An element with text and elements in it; never markup. */
function h(name, attributes, ...children) {
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
const said = (text) => h('bdi', {}, String(text));

const dollars = (amount) => {
  if (amount === undefined) return 'no cost reported';
  return '$' + (amount !== 0 && amount < 0.01 ? amount.toPrecision(2) : amount.toFixed(2));
};
const count = (number, word) => number.toLocaleString('en') + ' ' + word + (number === 1 ? '' : 's');
const clock = (millis) => h('time', {datetime: new Date(millis).toISOString(), title: new Date(millis).toString()},
  new Date(millis).toLocaleTimeString('en-GB'));
const day = (millis) => new Date(millis).toLocaleDateString('en-CA');

function span(millis) {
  if (millis < 1000) return Math.round(millis) + ' ms';
  const seconds = Math.round(millis / 1000);
  if (seconds < 60) return (millis / 1000).toFixed(1) + ' s';
  if (seconds < 3600) return Math.floor(seconds / 60) + ' min ' + (seconds % 60) + ' s';
  if (seconds < 86400) return Math.floor(seconds / 3600) + ' h ' + Math.floor(seconds % 3600 / 60) + ' min';
  return Math.floor(seconds / 86400) + ' d ' + Math.floor(seconds % 86400 / 3600) + ' h';
}

const moment = (millis) => h('span', {}, day(millis) === day(Date.now()) ? '' : day(millis) + ' ', clock(millis));
const ago = (millis) => span(Math.max(0, Date.now() - millis)) + ' ago';

function alertOf(text) {
  const alert = document.getElementById('alert');
  alert.textContent = text;
  alert.hidden = !text;
}

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

async function api(path, attempts = 8) {
  const key = sessionStorage.getItem(KEY);
  const answer = await fetch(path, key ? {headers: {Authorization: 'Bearer ' + key}} : {});
  const body = await answer.json();
  if (answer.ok) return body;
  const words = (body.errors || [answer.statusText]).join('; ');
  if (answer.status === 401) {
    sessionStorage.removeItem(KEY);
    await askForKey(key ? words : '');
    return api(path, attempts);
  }
  if (answer.status === 503 && attempts > 1) {
    alertOf('Not yet: ' + words);
    await new Promise((resolve) => setTimeout(resolve, 1000 * (Number(answer.headers.get('Retry-After')) || 1)));
    alertOf('');
    return api(path, attempts - 1);
  }
  throw new Error(words);
}

async function showGuard() {
  const guard = document.getElementById('guard');
  try {
    const health = await (await fetch('/health')).json();
    guard.textContent = health.guard === 'ok' ? 'guard live, ' + health.guard_lag_ms + ' ms behind' : 'guard ' + health.guard;
    guard.className = health.guard === 'ok' ? 'quiet' : 'warning';
  } catch (gone) {
    guard.textContent = 'the server does not answer';
    guard.className = 'warning';
  }
}

const notices = (all) => all.length === 0 ? '' : h('ul', {class: 'notices'}, all.map((one) => h('li', {}, said(one))));
const addressOf = (tenant, session) =>
  '/sessions/' + encodeURIComponent(session) + (tenant === 'default' ? '' : '?tenant=' + encodeURIComponent(tenant));
const linkTo = (session) => h('a', {href: addressOf(session.tenant_id, session.session_id)}, said(session.session_id));

/** Whether it runs, in two words; the colour says the same. */
function stand(session, halt) {
  if (!halt) return session.state === 'ended' || session.ended_by ? ['ended', 'ended'] : ['running', 'running'];
  if (halt.acknowledged === 'refused') return ['halted', 'halted, refuses to stop'];
  const word = halt.expires_at ? 'paused' : 'halted';
  return halt.acknowledged === 'stopped' ? ['stopped', word + ', has stopped'] : ['halted', word + ', not confirmed'];
}

// ---- the list

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

async function showList() {
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
  rows.append(...list.sessions.map(row));
  button.dataset.cursor = list.next_cursor || '';
  button.hidden = !list.next_cursor;
}

// ---- one session

const tenant = query.get('tenant') || 'default';
const base = (session) => '/v1/sessions/' + encodeURIComponent(session);
const ofTenant = '?tenant=' + encodeURIComponent(tenant);
const stepLink = (step) => h('a', {href: '#step-' + step}, 'step ' + step);

function verdict(report, halt) {
  const [kind, words] = stand(report, halt);
  const decisive = report.signals?.find((one) => one.action === 'halt' || one.action === 'pause') || report.signals?.[0];
  const agents = (report.agents || []).map((one) => one.agent);
  return h('section', {class: 'verdict ' + kind, 'aria-label': 'what happened'},
    h('p', {class: 'stand ' + kind}, words.toUpperCase(), halt ? stopped(halt) : ''),
    h('h1', {}, said(report.session_id)),
    h('p', {class: 'agents'}, agents.slice(0, 5).flatMap((agent, place) => [place ? ', ' : '', said(agent)]),
      agents.length > 5 ? ' and ' + count(agents.length - 5, 'other') : '',
      tenant === 'default' ? '' : [' of ', said(tenant)]),
    h('p', {class: 'why'}, h('strong', {}, halt ? 'Why: ' : decisive ? 'Signal: ' : 'No signal.'),
      said(halt ? halt.reason : decisive ? decisive.message : ''),
      by(halt, decisive)),
    h('dl', {class: 'figures'}, figures(report).flatMap(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
    cause(report.cause));
}

const stopped = (halt) => h('small', {}, ' since ', moment(halt.since || Date.now()),
  halt.acknowledged === 'stopped' ? [', stopped ', span(halt.acknowledged_at - halt.since), ' later'] : '',
  halt.expires_at ? [', until ', moment(halt.expires_at)] : '');

function by(halt, decisive) {
  if (halt && !halt.pattern) return [' – by ', said(halt.actor.name)];
  if (!decisive) return '';
  return [' – ', said(decisive.pattern.id), ' at ', stepLink(decisive.step),
    decisive.mode === 'shadow' ? ' (shadow: nobody was halted)' : ''];
}

function figures(report) {
  const wasted = (report.loops || []).reduce((sum, loop) => sum + (loop.wasted_usd || 0), 0);
  return [
    ['cost', report.totals.cost_usd === undefined ? 'not reported' : dollars(report.totals.cost_usd)],
    ['spent in loops', wasted ? dollars(wasted) : '–'],
    ['steps', report.events.toLocaleString('en')],
    ['took', span(report.last_time - report.first_time)],
    ['calls', report.calls.calls.toLocaleString('en')],
    ['errors', report.errors.toLocaleString('en')],
  ];
}

const cause = (found) => !found ? '' : h('p', {class: 'cause'}, h('strong', {}, 'Likely cause: '),
  found.kind.replaceAll('_', ' ') + ' – ' + found.because + ' ',
  h('span', {class: 'quiet'}, '(', found.evidence.flatMap((one, place) =>
    [place ? ', ' : '', one.fact + ' = ' + one.value + ' at ', stepLink(one.step)]), ')'));

const part = (title, items, open) => items.length === 0 ? ''
  : h('details', {open}, h('summary', {}, title), h('ul', {}, items.map((item) => h('li', {}, item))));

function parts(report) {
  return [
    part(count((report.signals || []).length, 'signal'), (report.signals || []).map((one) => [stepLink(one.step), ' ',
      h('strong', {}, said(one.pattern.id)), ' ' + one.mode + ', ' + one.action + ': ', said(one.message)]), true),
    part(count((report.loops || []).length, 'loop'), (report.loops || []).map((one) => [stepLink(one.from), ' to ',
      stepLink(one.to), ': ', said(loopWords(one))]), true),
    part(count((report.agents || []).length, 'agent'), (report.agents || []).map((one) => [h('strong', {}, said(one.agent)), ' ',
      count(one.events, 'event') + ' from ', stepLink(one.first_step), parentOf(one)])),
    part(count((report.near_misses || []).length, 'near miss').replace('misss', 'misses'), (report.near_misses || []).map((one) => [
      h('strong', {}, said(one.title || one.pattern)), ' furthest at ', stepLink(one.at_step), ', waits for ',
      said((one.waits_for || []).map((next) => next.element + (next.where ? ': ' + next.where : '')).join(' or '))])),
    part(count((report.relatives || []).length, 'related session'), (report.relatives || []).map((one) =>
      linkTo({tenant_id: tenant, session_id: one.session}))),
    part('Said after its last event', (report.control || []).map((one) => controlWords(one))),
    part('Ordinary traces', (report.trace_ids || []).map(said)),
  ];
}

function parentOf(agent) {
  if (agent.known === 'named') return [', under ', said(agent.parent)];
  if (agent.known === 'handed_over') return [', handed over to by ', said(agent.parent)];
  return agent.known === 'unknown' ? ', nobody says who began it' : '';
}

const loopWords = (loop) => (loop.tools || []).join(', ') + ' ×' + loop.rounds + ' rounds'
  + (loop.wasted_usd === undefined ? '' : ', ' + dollars(loop.wasted_usd) + ' wasted');

const controlWords = (one) => [clock(one.kafka_time), ' ', h('strong', {}, one.kind), one.by ? [' by ', said(one.by)] : '',
  one.reason ? [': ', said(one.reason)] : ''];

/** What the event was about, in a few words. */
function what(entry) {
  const words = [];
  if (entry.tool) words.push(h('strong', {}, said(entry.tool)));
  if (entry.call?.role === 'answer') {
    words.push(entry.call.answers ? [' answers ', stepLink(entry.call.answers), ' after ' + span(entry.call.after_ms)] : ' answers no known call');
  }
  if (entry.handoff) words.push(' ', said(entry.handoff.from || '?'), ' → ', said(entry.handoff.to || '?'));
  if (entry.decision) words.push(entry.decision.branch ? ' branch point' : ' decision', entry.decision.count > 1 ? ' for the ' + entry.decision.count + 'th time' : '');
  if (entry.stop) words.push(' ' + entry.stop.kind.replaceAll('_', ' '), entry.stop.reason ? [': ', said(entry.stop.reason)] : '');
  return words.flat();
}

function stateWords(state) {
  if (!state) return '';
  const keys = (state.keys || []).map((one) => one.key).join(', ') + (state.more_keys ? ' and ' + state.more_keys + ' more' : '');
  return h('div', {class: 'state'}, state.changed === false ? 'state unchanged'
    : keys ? ['state changed: ', said(keys)] : state.changed ? 'state changed' : 'state reported',
    state.seen_before ? [', back to that of ', stepLink(state.seen_before)] : '');
}

function signalWords(signal) {
  const steps = signal.matched.filter((one) => one.step);
  return h('div', {class: 'signal ' + signal.signal.action}, h('strong', {}, said(signal.signal.pattern.id)), ' ',
    signal.signal.mode + ', ' + signal.signal.action + ': ', said(signal.signal.message),
    steps.length === 0 ? '' : h('div', {class: 'quiet'}, 'matched ', steps.slice(-12).flatMap((one, place) =>
      [place ? ', ' : '', stepLink(one.step)]), steps[0].where ? [' by ', h('code', {}, said(steps[0].where))] : ''));
}

function entryRow(entry, matched, session) {
  const signalled = entry.signals?.length > 0;
  const payload = h('details', {class: 'payload'}, h('summary', {}, 'payload'));
  payload.addEventListener('toggle', () => payload.open && loadPayload(payload, entry.step, session), {once: true});
  return [
    ...(entry.control || []).map((one) => h('li', {class: 'control ' + one.kind}, controlWords(one))),
    entry.gap ? h('li', {class: 'control'}, 'numbers in the producer’s count are missing: ' + entry.gap.missing) : '',
    h('li', {id: 'step-' + entry.step, tabindex: '-1', class: 'entry' + (signalled ? ' signalled' : '') + (matched.has(entry.step) ? ' matched' : '')},
      h('span', {class: 'step'}, String(entry.step)),
      h('span', {class: 'when'}, clock(entry.kafka_time ?? entry.event_time)),
      h('div', {class: 'what'}, h('span', {class: 'type'}, said(entry.event_type)), ' ', what(entry),
        h('span', {class: 'quiet'}, ' ', said(entry.agent_id), (entry.marks || []).map((mark) => ' · ' + mark.replaceAll('_', ' '))),
        matched.has(entry.step) ? h('span', {class: 'quiet'}, ' · part of ' + matched.get(entry.step)) : '',
        stateWords(entry.state), (entry.signals || []).map(signalWords), payload),
      h('span', {class: 'cost'}, entry.totals?.cost_usd === undefined ? '' : dollars(entry.totals.cost_usd)))];
}

async function loadPayload(details, step, session) {
  const shown = h('pre', {tabindex: '0'}, 'loading …');
  details.append(shown);
  try {
    const {entry} = await api(base(session) + '/events/' + step + ofTenant);
    const changes = (entry.state?.keys || []).map((one) =>
      h('li', {}, said(one.key), ': ', said(JSON.stringify(one.before) ?? 'nothing'), ' → ', said(JSON.stringify(one.after) ?? 'nothing')));
    if (changes.length) details.append(h('ul', {class: 'changes'}, changes));
    shown.textContent = JSON.stringify(entry.event, null, 2);
  } catch (failed) {
    shown.textContent = failed.message;
  }
}

/** Entries of a loop are folded away, but for those that say something. */
function rows(entries, loops, session) {
  const matched = new Map();
  entries.flatMap((entry) => entry.signals || []).forEach((signal) =>
    signal.matched.forEach((one) => one.step && matched.set(one.step, signal.signal.pattern.id)));
  const items = [];
  let fold = null;
  entries.forEach((entry) => {
    const loop = loops.find((one) => entry.step >= one.from + one.period * 2 && entry.step <= one.to && one.rounds > 2);
    const speaks = entry.signals?.length || entry.control?.length || entry.stop || entry.gap;
    if (!loop || speaks) {
      fold = null;
      items.push(...entryRow(entry, matched, session));
      return;
    }
    if (!fold || fold.loop !== loop) {
      fold = {loop, entries: []};
      items.push(fold);
    }
    fold.entries.push(entry);
  });
  return items.map((item) => item.loop ? foldOf(item, matched, session) : item);
}

function foldOf({loop, entries}, matched, session) {
  const steps = entries.length === 1 ? 'step ' + entries[0].step : 'steps ' + entries[0].step + ' to ' + entries.at(-1).step;
  return h('li', {class: 'fold'}, h('details', {},
    h('summary', {}, '↻ ', said(loopWords(loop)), h('span', {class: 'quiet'}, ' ' + steps)),
    h('ol', {class: 'timeline'}, entries.flatMap((entry) => entryRow(entry, matched, session)))));
}

/** The timeline from a step on, page by page; what was fetched stays. */
function timeline(session, loops) {
  const list = h('ol', {class: 'timeline'});
  const earlier = h('button', {onclick: () => show(1)}, 'From the beginning');
  const more = h('button', {onclick: () => fetchPage()}, 'More steps');
  const remarks = h('div', {});
  let entries = [];
  let next = 1;
  async function fetchPage() {
    const page = await api(base(session) + '/timeline' + ofTenant + '&from=' + next + '&limit=' + PAGE);
    entries = entries.concat(page.entries);
    next = page.next;
    list.replaceChildren(...rows(entries, loops, session));
    remarks.replaceChildren(notices(page.notices));
    more.hidden = next === undefined;
    earlier.hidden = entries.length === 0 || entries[0].step === 1;
  }
  function show(from) {
    entries = [];
    next = from;
    return fetchPage();
  }
  /** Brings a step into sight, wherever it is. */
  async function reveal(step) {
    if (!document.getElementById('step-' + step)) await show(Math.max(1, step - 30));
    const found = document.getElementById('step-' + step);
    if (!found) return;
    for (let above = found.parentElement; above; above = above.parentElement) {
      if (above.tagName === 'DETAILS') above.open = true;
    }
    found.scrollIntoView({block: 'center'});
    found.focus({preventScroll: true});
  }
  return {element: h('section', {}, h('h2', {}, 'Timeline'), earlier, list, more, remarks), show, reveal};
}

async function showSession(session) {
  document.title = session + ' – Ripcord';
  const {session: report, halt, notices: remarks} = await api(base(session) + ofTenant);
  const shown = timeline(session, report.loops || []);
  main.replaceChildren(verdict(report, halt), notices(remarks), ...parts(report).filter((one) => one), shown.element);
  const asked = () => location.hash.match(/^#step-(\d+)$/);
  addEventListener('hashchange', () => asked() && shown.reveal(Number(asked()[1])).catch(failed));
  await shown.show(1);
  if (asked()) await shown.reveal(Number(asked()[1]));
}

const failed = (error) => alertOf(error.message);
addEventListener('unhandledrejection', (event) => failed(event.reason));
showGuard();
const place = location.pathname.match(/^\/sessions\/(.+)$/);
(place ? showSession(decodeURIComponent(place[1])) : showList()).catch(failed);
