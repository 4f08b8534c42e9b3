import { UntrustedRecord } from "./errors.js";
import { Members } from "./members.js";
import { keyOf, WRITERS, type Actor, type Halt, type HaltRecord, type Mute, type Position, type Release } from "./records.js";
import { Scope, SCOPE_KINDS } from "./scope.js";
import type { TrustedKeys } from "./signatures.js";

/** Reads records of `ripcord.halts`, and believes those that are what they say. */
export class HaltReader {
  /** @param trusted believe what one of these keys has signed; undefined to believe whoever may write to the topic */
  constructor(private readonly trusted?: TrustedKeys) {}

  /**
   * @param key of the record, which nobody signs: a record under a key that is not its own is refused
   * @throws UntrustedRecord where the record is unreadable, forged, altered, or moved to another key
   */
  read(key: string, text: string): HaltRecord {
    const record = parsed(this.trusted?.verified(text) ?? text);
    if (keyOf(record) !== key) {
      throw new UntrustedRecord(`it says that it belongs under ${keyOf(record)} and stands under ${key}`);
    }
    return record;
  }
}

function parsed(text: string): HaltRecord {
  try {
    const members = new Members(JSON.parse(text), "the record");
    switch (members.oneOf("kind", ["halt", "release", "mute"] as const)) {
      case "halt":
        return halt(members);
      case "release":
        return release(members);
      case "mute":
        return mute(members);
    }
  } catch (unreadable) {
    throw new UntrustedRecord(`it cannot be read: ${unreadable instanceof Error ? unreadable.message : unreadable}`);
  }
}

function halt(members: Members): Halt {
  const writer = members.oneOf("writer", WRITERS);
  if (writer === "guard" && !members.has("position")) {
    throw new RangeError("position is missing; a guard's halt has one");
  }
  return {
    kind: "halt",
    haltId: members.text("halt_id"),
    writer,
    scope: scope(members.object("scope")),
    reason: members.text("reason"),
    actor: actor(members.object("actor")),
    issuedAt: members.whole("issued_at"),
    expiresAt: members.has("expires_at") ? members.whole("expires_at") : undefined,
    position: members.has("position") ? position(members.object("position")) : undefined,
    through: members.has("through") ? members.objects("through").map(position) : [],
    incident: members.has("incident") ? members.text("incident") : undefined,
  };
}

function release(members: Members): Release {
  return {
    kind: "release",
    writer: members.oneOf("writer", WRITERS),
    scope: scope(members.object("scope")),
    reason: members.text("reason"),
    actor: actor(members.object("actor")),
    issuedAt: members.whole("issued_at"),
    through: members.objects("through").map(position),
  };
}

function mute(members: Members): Mute {
  const muted = members.has("pattern") ? `pattern/${members.text("pattern")}` : scope(members.object("scope")).key;
  return { kind: "mute", key: `${muted}/mute` };
}

function scope(members: Members): Scope {
  return new Scope(
    members.oneOf("kind", SCOPE_KINDS),
    members.has("tenant") ? members.text("tenant") : undefined,
    members.has("id") ? members.text("id") : undefined,
  );
}

function actor(members: Members): Actor {
  return { kind: members.text("kind"), name: members.text("name") };
}

function position(members: Members): Position {
  return { partition: members.whole("partition"), offset: members.whole("offset") };
}
