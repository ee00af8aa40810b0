/** Bounds what is kept, whatever names come: this many lists, of so many characters in all their names. */
const MOST_LISTS = 64;
const LONGEST_LIST = 512;

interface Remembered<Made> {
  readonly names: readonly string[];
  readonly made: Made;
}

/**
 * Makes something of a list of names once, and remembers it. All messages of one operation have the same names in the
 * same order, and sorting and escaping those takes longer than writing the values. A new list takes the place of the
 * oldest: messages that nobody has verified yet cannot do more than that.
 */
export function rememberByNames<Made>(
  make: (names: readonly string[]) => Made,
): (names: readonly string[]) => Made {
  const remembered: Remembered<Made>[] = [];
  let oldest = 0;
  return (names) => {
    for (const known of remembered) if (isSame(known.names, names)) return known.made;
    const made = make(names);
    if (names.length <= LONGEST_LIST && names.join().length <= LONGEST_LIST) {
      remembered[oldest] = { names: copyOf(names), made };
      oldest = (oldest + 1) % MOST_LISTS;
    }
    return made;
  };
}

/**
 * A name that was read is a slice of its message to the engine: keeping the slice would keep the whole message. Names of
 * properties are compared fastest.
 */
function copyOf(names: readonly string[]): readonly string[] {
  const copies = JSON.parse(JSON.stringify(names)) as string[];
  return copies.map((name) => Object.keys({ [name]: 0 })[0] as string);
}

function isSame(names: readonly string[], others: readonly string[]): boolean {
  if (names.length !== others.length) return false;
  for (let index = 0; index < names.length; index++) if (names[index] !== others[index]) return false;
  return true;
}
