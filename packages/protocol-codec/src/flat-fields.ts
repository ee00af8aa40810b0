/**
 * The fields of a flat message, by name. A number is a safe integer and stands for its decimal digits. A record is
 * a plain object; a class instance is refused.
 */
export type FlatFields = Readonly<Record<string, string | number>> | ReadonlyMap<string, string | number>;
