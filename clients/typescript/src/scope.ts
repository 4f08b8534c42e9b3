export const SCOPE_KINDS = ["session", "lineage", "agent", "tenant", "global"] as const;

/** How far a halt reaches; a lineage is a root session and its descendants. */
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** What a halt stops. */
export class Scope {
  /** The scope as one word, part of keys on `ripcord.halts`: `session/default/invoice-9`. */
  readonly key: string;

  /**
   * @param tenant undefined for the global scope
   * @param id the session's, root session's or agent's id; undefined for tenant and global
   * @throws RangeError where it names more or less than its kind needs
   */
  constructor(
    readonly kind: ScopeKind,
    readonly tenant?: string,
    readonly id?: string,
  ) {
    const ofTenant = kind !== "global";
    const ofOne = ofTenant && kind !== "tenant";
    if (ofTenant !== (tenant !== undefined) || ofOne !== (id !== undefined)) {
      throw new RangeError(
        `scope ${kind} has tenant ${tenant} and id ${id}; ` +
          "global needs neither, tenant needs a tenant, the others need both",
      );
    }
    this.key = [kind, tenant, id]
      .filter((part) => part !== undefined)
      .map(encoded)
      .join("/");
  }
}

/** A part of a key; what would make two keys read the same is percent-encoded. */
function encoded(part: string): string {
  return part.replace(/[/%\u0000-\u001f\u007f-\u009f]/g, (character) =>
    Array.from(new TextEncoder().encode(character), (byte) => "%" + hex(byte)).join(""),
  );
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}
