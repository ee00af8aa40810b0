import { DatabaseSync } from 'node:sqlite';

export interface Order {
  readonly number: string;
  /** In fen. */
  readonly amount: number;
  readonly paidAt: string | null;
}

/** The shop's orders, in a database that has written them to disk when a method returns. */
export interface Orders {
  /** To be called before the payer is sent anywhere: a notification must find the order. */
  readonly place: (amount: number) => Order;
  readonly find: (number: string) => Order | undefined;
  /**
   * Records a payment. Any number of times, also at the same time, with the same result.
   *
   * @returns whether this was the first time.
   * @throws Error where there is no such order or its amount is another: a person has to look.
   */
  readonly markPaid: (number: string, amount: number) => boolean;
}

/** @param file Where the database is; `:memory:` for none. */
export function openOrders(file: string): Orders {
  const database = new DatabaseSync(file);
  database.exec(
    'CREATE TABLE IF NOT EXISTS orders (number TEXT PRIMARY KEY, amount INTEGER NOT NULL, paidAt TEXT) STRICT',
  );
  const insert = database.prepare('INSERT INTO orders (number, amount) VALUES (?, ?)');
  const select = database.prepare('SELECT number, amount, paidAt FROM orders WHERE number = ?');
  // One statement decides and writes, so that two notifications at a time cannot both be the first.
  const update = database.prepare(
    'UPDATE orders SET paidAt = ? WHERE number = ? AND amount = ? AND paidAt IS NULL',
  );
  const find = (number: string) => select.get(number) as Order | undefined;
  return {
    find,
    place(amount) {
      // Nobody can guess it, and it has the 32 characters that MERORDERID may have.
      const number = crypto.randomUUID().replaceAll('-', '');
      insert.run(number, amount);
      return { number, amount, paidAt: null };
    },
    markPaid(number, amount) {
      if (update.run(new Date().toISOString(), number, amount).changes === 1) return true;
      const order = find(number);
      if (order === undefined) throw new Error(`paid, but there is no order ${number}`);
      if (order.amount !== amount) throw new Error(`paid ${amount} fen for ${number}, not ${order.amount}`);
      return false;
    },
  };
}
