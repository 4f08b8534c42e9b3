// Records as the topic holds them.
import { Scope } from "../dist/scope.js";

export const NOW = 1_767_225_608_000;
export const GUARD_HALT_ID = "37e65e7e0fc76d5ead9afe3245f5a5a1";
export const OPERATOR_HALT_ID = "9c1185a5c5e9fc54612808977ee8f548";
export const ANOTHER_ID = "0".repeat(32);
export const INVOICE = new Scope("session", "default", "invoice-9");
export const EVERYTHING = new Scope("global");
const MARIA = { kind: "person", name: "maria" };

export const at = (offset, partition = 0) => ({ partition, offset });

export function guardHalt(scope, offset, issuedAt, haltId = GUARD_HALT_ID) {
  const actor = { kind: "pattern", name: "identical-call@0f3a5c7e9b1d2468" };
  const rest = { position: at(offset), through: [], expiresAt: undefined, incident: undefined };
  return { kind: "halt", haltId, writer: "guard", scope, reason: "again", actor, issuedAt, ...rest };
}

export function operatorHalt(scope, issuedAt, { expiresAt, through = [], haltId = OPERATOR_HALT_ID } = {}) {
  const rest = { expiresAt, position: undefined, through, incident: undefined };
  return { kind: "halt", haltId, writer: "operator", scope, reason: "panic", actor: MARIA, issuedAt, ...rest };
}

export function release(scope, issuedAt, through = [], writer = "operator") {
  return { kind: "release", writer, scope, reason: "checked", actor: MARIA, issuedAt, through };
}

/** The record as JSON, as Java writes it: absent values left out. */
export function text(record) {
  const { kind, haltId, writer, scope, reason, actor, issuedAt, expiresAt, position, through } = record;
  return JSON.stringify({
    kind,
    schema_version: 1,
    halt_id: haltId,
    writer,
    scope: { kind: scope.kind, tenant: scope.tenant, id: scope.id },
    reason,
    actor,
    issued_at: issuedAt,
    expires_at: expiresAt,
    position,
    through,
  });
}
