/** Counts, as they are told. */
let grouped: Intl.NumberFormat | undefined;

/** "7", "3,012". What groups digits takes a slow phone 60 ms to make, so that it is made only for those who have a thousand of something. */
export const number = (count: number): string => (count < 1000 ? String(count) : (grouped ??= new Intl.NumberFormat('en')).format(count));

/** "1 person", "3,012 people". */
export const peopleCount = (count: number): string => `${number(count)} ${count === 1 ? 'person' : 'people'}`;
