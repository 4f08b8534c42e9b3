// Where sessions are shown, and how one stands.

import {h, said} from './elements.js';

export const query = new URLSearchParams(location.search);
export const tenant = query.get('tenant') || 'default';

export const addressOf = (tenant, session) =>
  '/sessions/' + encodeURIComponent(session) + (tenant === 'default' ? '' : '?tenant=' + encodeURIComponent(tenant));
export const linkTo = (session) => h('a', {href: addressOf(session.tenant_id, session.session_id)}, said(session.session_id));

/** Whether it runs, in two words; the colour says the same. */
export function stand(session, halt) {
  if (!halt) return session.state === 'ended' || session.ended_by ? ['ended', 'ended'] : ['running', 'running'];
  if (halt.acknowledged === 'refused') return ['halted', 'halted, refuses to stop'];
  const word = halt.expires_at ? 'paused' : 'halted';
  return halt.acknowledged === 'stopped' ? ['stopped', word + ', has stopped'] : ['halted', word + ', not confirmed'];
}

export const base = (session) => '/v1/sessions/' + encodeURIComponent(session);
export const ofTenant = '?tenant=' + encodeURIComponent(tenant);
