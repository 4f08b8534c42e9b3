// A session's steps, page by page.

import {api} from './api.js';
import {clock, dollars, h, notices, said, span} from './elements.js';
import {base, ofTenant} from './standing.js';

const PAGE = 200;

export const stepLink = (step) => h('a', {href: '#step-' + step}, 'step ' + step);

export const loopWords = (loop) => (loop.tools || []).join(', ') + ' ×' + loop.rounds + ' rounds'
  + (loop.wasted_usd === undefined ? '' : ', ' + dollars(loop.wasted_usd) + ' wasted');

export const controlWords = (one) => [clock(one.kafka_time), ' ', h('strong', {}, one.kind), one.by ? [' by ', said(one.by)] : '',
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
        matched.has(entry.step) && !signalled ? h('span', {class: 'quiet'}, ' · part of ' + matched.get(entry.step)) : '',
        stateWords(entry.state), (entry.signals || []).map(signalWords), payload),
      h('span', {class: 'cost'}, entry.totals?.cost_usd === undefined ? '' : dollars(entry.totals.cost_usd)))];
}

async function loadPayload(details, step, session) {
  const shown = h('pre', {tabindex: '0'}, 'loading …');
  details.append(shown);
  try {
    const {entry} = await api(base(session) + '/events/' + step + ofTenant, true);
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
export function timeline(session, loops) {
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
