const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Codes and nonces, from the source the options name. */
export class RandomText {
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  digits(length: number): string {
    return this.#from('0123456789', length);
  }

  nonce(length = 32): string {
    return this.#from(ALPHANUMERIC, length);
  }

  #from(alphabet: string, length: number): string {
    let text = '';
    for (let index = 0; index < length; index++)
      text += alphabet[Math.floor(this.#random() * alphabet.length)];
    return text;
  }
}
