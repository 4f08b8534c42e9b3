// What became of one session, and why.

import {api} from './api.js';
import {count, dollars, h, moment, notices, said, span} from './elements.js';
import {base, linkTo, ofTenant, stand, tenant} from './standing.js';
import {controlWords, loopWords, stepLink, timeline} from './timeline.js';

const main = document.getElementById('main');

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
    part(count((report.near_misses || []).length, 'near miss', 'near misses'), (report.near_misses || []).map((one) => [
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

/** @return what brings the head of the page up to date */
export async function showSession(session) {
  document.title = session + ' – Ripcord';
  const {session: report, halt, notices: remarks} = await api(base(session) + ofTenant);
  const shown = timeline(session, report.loops || []);
  let now = verdict(report, halt);
  main.replaceChildren(now, notices(remarks), ...parts(report).filter((one) => one), shown.element);
  const asked = () => location.hash.match(/^#step-(\d+)$/);
  addEventListener('hashchange', () => asked() && shown.reveal(Number(asked()[1])));
  await shown.show(1);
  if (asked()) await shown.reveal(Number(asked()[1]));
  return async () => {
    if (document.hidden || now.contains(document.activeElement)) return;
    const later = await api(base(session) + ofTenant);
    const next = verdict(later.session, later.halt);
    now.replaceWith(next);
    now = next;
  };
}
