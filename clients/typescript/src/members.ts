/** A JSON object whose members are taken out by name and type; null reads as absent. */
export class Members {
  private readonly members: Readonly<Record<string, unknown>>;

  /** @throws RangeError where the value is no object, as all of its methods do where a member is not what is asked for */
  constructor(value: unknown, name: string) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new RangeError(`${name} is no object`);
    }
    this.members = value as Record<string, unknown>;
  }

  has(name: string): boolean {
    return this.value(name) !== undefined;
  }

  text(name: string): string {
    const value = this.value(name);
    if (typeof value !== "string") {
      throw new RangeError(`${name} is ${value === undefined ? "missing" : "no string"}`);
    }
    return value;
  }

  oneOf<T extends string>(name: string, words: readonly T[]): T {
    const text = this.text(name);
    const word = words.find((one) => one === text);
    if (word === undefined) {
      throw new RangeError(`${name} is '${text}'; it must be ${words.join(" or ")}`);
    }
    return word;
  }

  whole(name: string): number {
    const value = this.value(name);
    if (!Number.isSafeInteger(value)) {
      throw new RangeError(`${name} is ${value === undefined ? "missing" : "no whole number"}`);
    }
    return value as number;
  }

  object(name: string): Members {
    return new Members(this.value(name), name);
  }

  objects(name: string): Members[] {
    const value = this.value(name);
    if (!Array.isArray(value)) {
      throw new RangeError(`${name} is ${value === undefined ? "missing" : "no list"}`);
    }
    return value.map((one) => new Members(one, name));
  }

  private value(name: string): unknown {
    return Object.hasOwn(this.members, name) ? (this.members[name] ?? undefined) : undefined;
  }
}
