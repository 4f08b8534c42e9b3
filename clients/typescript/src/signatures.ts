import { createPublicKey, verify, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { UntrustedRecord } from "./errors.js";

const FORM = /^(\{.*),"key_id":"([A-Za-z0-9._-]{1,64})","signature":"([A-Za-z0-9+/=]{1,200})"\}$/s;
const PEM = /-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\s]*-----END PUBLIC KEY-----/;

/**
 * The text of a signed record, taken apart without reading it as JSON.
 *
 * A record `{"kind":"halt",...}` is signed as it stands, and written as `{"kind":"halt",...,"key_id":"ops-1",
 * "signature":"..."}`. The signature is over the text without these two members; believe that text, and nothing else.
 */
export interface SignedText {
  /** The text that the signature is over: a whole JSON object. */
  readonly signed: string;
  readonly keyId: string;
  readonly signature: Buffer;
}

/** Undefined where the text does not end with a signature. */
export function signedText(whole: string): SignedText | undefined {
  const [, signed, keyId, base64] = FORM.exec(whole) ?? [];
  if (signed === undefined || keyId === undefined || base64 === undefined) {
    return undefined;
  }
  const signature = Buffer.from(base64, "base64");
  // Base64 has several spellings of the same bytes; a signed text has one.
  return signature.toString("base64") === base64 ? { signed: `${signed}}`, keyId, signature } : undefined;
}

/** The public keys whose signatures are believed. */
export class TrustedKeys {
  private readonly keys: ReadonlyMap<string, KeyObject>;

  /**
   * @param keys by key id a PEM file with a public key, as `openssl pkey -pubout` writes it, or the PEM text itself
   * @throws Error where a file cannot be read or holds no Ed25519 public key, or no key is given
   */
  constructor(keys: Readonly<Record<string, string>>) {
    const entries = Object.entries(keys);
    if (entries.length === 0) {
      throw new RangeError("no key is trusted; verifying would refuse every record");
    }
    this.keys = new Map(entries.map(([id, pem]) => [id, publicKey(id, pem)]));
  }

  /**
   * The text that the signature is over: the whole record but for the signature.
   *
   * @throws UntrustedRecord where it is not signed, by a key that is not trusted, or was altered
   */
  verified(text: string): string {
    const parts = signedText(text);
    if (parts === undefined) {
      throw new UntrustedRecord("it is not signed");
    }
    const key = this.keys.get(parts.keyId);
    if (key === undefined) {
      const trusted = [...this.keys.keys()].join(", ");
      throw new UntrustedRecord(`it is signed by key '${parts.keyId}'; trusted are ${trusted}`);
    }
    if (!verify(null, Buffer.from(parts.signed, "utf8"), key, parts.signature)) {
      throw new UntrustedRecord(`its signature by key '${parts.keyId}' does not match its text`);
    }
    return parts.signed;
  }
}

function publicKey(id: string, pem: string): KeyObject {
  const isText = pem.includes("-----BEGIN");
  const name = isText ? `trusted key '${id}'` : pem;
  const block = PEM.exec(isText ? pem : readFileSync(pem, "latin1"))?.[0];
  if (block === undefined) {
    throw new RangeError(`${name} has no block BEGIN PUBLIC KEY; it must be a PEM file with an Ed25519 key`);
  }
  const key = parsed(block);
  if (key?.asymmetricKeyType !== "ed25519") {
    throw new RangeError(`${name} holds no Ed25519 public key`);
  }
  return key;
}

function parsed(block: string): KeyObject | undefined {
  try {
    return createPublicKey(block);
  } catch {
    return undefined; // What the library says of it may quote it.
  }
}
