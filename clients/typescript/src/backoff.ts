/**
 * How long to wait before the next attempt: twice as long from attempt to attempt, and never as long as its neighbours:
 * a thousand clients that lost the same gateway do not come back at the same moment.
 */
export class Backoff {
  private next: number;

  constructor(
    private readonly firstMs = 100,
    private readonly longestMs = 5_000,
  ) {
    this.next = firstMs;
  }

  /** Milliseconds to wait now: between half and all of what is due. */
  delay(): number {
    const due = this.next;
    this.next = Math.min(this.longestMs, due * 2);
    return due * (0.5 + Math.random() / 2);
  }

  /** The attempt succeeded. */
  reset(): void {
    this.next = this.firstMs;
  }
}
