/** Remembers the newest things it was asked about. */
export class Once {
  private readonly known = new Set<string>();

  constructor(private readonly most = 10_000) {}

  /** Whether it was not asked about before. */
  first(thing: string): boolean {
    const isFirst = !this.known.delete(thing);
    this.known.add(thing);
    if (this.known.size > this.most) {
      this.known.delete(this.known.values().next().value as string);
    }
    return isFirst;
  }
}
