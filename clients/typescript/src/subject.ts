import { Scope } from "./scope.js";

/**
 * The session that asks whether it may go on, and what it belongs to.
 *
 * `root` is the session at the top of its lineage, undefined where it is one itself, or nobody knows; `parent` is the
 * session that started it.
 */
export interface Subject {
  readonly tenant: string;
  readonly session: string;
  readonly root?: string | undefined;
  readonly parent?: string | undefined;
  readonly agent?: string | undefined;
}

/**
 * Every scope whose halt stops the session, the narrowest first.
 *
 * Those of its parent and its root are among them: what a halted session has begun must not go on without it. A session
 * without a root is the root of its own lineage; one that knows only its parent belongs to the lineage of that.
 */
export function scopesOf(subject: Subject): Scope[] {
  const { tenant, session, parent, agent } = subject;
  const top = subject.root ?? parent ?? session;
  const sessions = new Set([session, ...(parent === undefined ? [] : [parent]), top]);
  return [
    ...Array.from(sessions, (one) => new Scope("session", tenant, one)),
    new Scope("lineage", tenant, top),
    ...(agent === undefined ? [] : [new Scope("agent", tenant, agent)]),
    new Scope("tenant", tenant),
    new Scope("global"),
  ];
}

/** The parameters that name the session to the gateway. */
export function queryOf(subject: Subject): string {
  const { tenant, session, root, parent, agent } = subject;
  const named = Object.entries({ tenant, session, root, parent, agent });
  const given = named.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(given).toString();
}
