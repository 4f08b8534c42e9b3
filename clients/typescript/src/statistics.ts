/** What a guard has done since it was constructed. */
export interface Statistics {
  /** Whether the connection of this moment has said `ready`. */
  readonly connected: boolean;
  /** How many have. */
  readonly connections: number;
  /** How many records were received, repeats and refused ones too. */
  readonly records: number;
  /** How many were not believed. */
  readonly refusedRecords: number;
  /** Acknowledgements that the gateway took. */
  readonly acksSent: number;
  /** Those still on their way. */
  readonly acksPending: number;
  /** Those given up after the last attempt. */
  readonly acksLost: number;
}
