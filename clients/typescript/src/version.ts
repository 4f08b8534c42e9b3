/** The version of this package, as in `package.json`. */
export const VERSION = "0.1.0";

/** What acknowledges, as halts' acknowledgements name it. */
export const CLIENT = `ripcord-typescript/${VERSION}`;
