import { DatabaseSync } from 'node:sqlite';
import type { PaymentNotice } from '@yinjian/wechat-transit';

/** Rides and what has been paid for them, in a database that has written it to disk when a method returns. */
export interface Rides {
  /** To be called before `payapply`: a notice must find the ride. `fare` in fen. */
  readonly add: (out_trade_no: string, fare: number) => void;
  readonly isPaid: (out_trade_no: string) => boolean;
  /**
   * Records what a notice says.
   *
   * @returns whether the notice was new; one that is sent again changes nothing.
   * @throws Error where there is no such ride or its fare is another: a person has to look.
   */
  readonly record: (notice: PaymentNotice) => boolean;
}

/** @param file Where the database is; `:memory:` for none. */
export function openRides(file: string): Rides {
  const database = new DatabaseSync(file);
  // Another process may be writing: the one that takes the fares.
  database.exec('PRAGMA busy_timeout = 3000');
  database.exec(`
    CREATE TABLE IF NOT EXISTS rides (number TEXT PRIMARY KEY, fare INTEGER NOT NULL, paid INTEGER NOT NULL DEFAULT 0) STRICT;
    CREATE TABLE IF NOT EXISTS notices (id TEXT PRIMARY KEY) STRICT;
  `);
  const insertRide = database.prepare('INSERT INTO rides (number, fare) VALUES (?, ?)');
  const insertNotice = database.prepare('INSERT OR IGNORE INTO notices (id) VALUES (?)');
  const selectPaid = database.prepare('SELECT paid FROM rides WHERE number = ?');
  const updatePaid = database.prepare('UPDATE rides SET paid = 1 WHERE number = ? AND fare = ?');

  function apply(notice: PaymentNotice): boolean {
    if (insertNotice.run(notice.id).changes === 0) return false;
    // Anything but paid is left to `queryorder`: a failed deduction may not be notified at all.
    if (notice.status !== 'succeeded') return true;
    const { out_trade_no, total_fee } = notice.data;
    if (updatePaid.run(out_trade_no, total_fee).changes === 0) {
      throw new Error(`paid ${total_fee} fen for ${out_trade_no}, which is no such ride or another fare`);
    }
    return true;
  }

  return {
    add: (out_trade_no, fare) => void insertRide.run(out_trade_no, fare),
    isPaid: (out_trade_no) => selectPaid.get(out_trade_no)?.['paid'] === 1,
    record(notice) {
      // The notice and what it changes are stored together or not at all.
      database.exec('BEGIN IMMEDIATE');
      try {
        const isNew = apply(notice);
        database.exec('COMMIT');
        return isNew;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
  };
}
