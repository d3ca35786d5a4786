/** A day as the archive means it, without a time or a time zone: year × 10,000 + month × 100 + day, so that days compare as numbers. 0: not known. */
export type PlainDate = number;

export const UNKNOWN_DAY: PlainDate = 0;
