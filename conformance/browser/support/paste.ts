import type { Vector, VectorFile } from '../../oracles/wrong-signatures/generate.ts';
import type { Debugger } from './test.ts';

/** What the page says of a message when it has nothing more to say. */
export interface Shown {
  /** The class of the verdict. */
  readonly verdict: string;
  readonly causes: readonly {
    readonly title: string;
    readonly isReproduced: boolean;
    readonly alternatives: readonly string[];
  }[];
  /** Whether it says that it had not the time to try everything. */
  readonly isOutOfTime: boolean;
}

/**
 * With the keys of its file, and as the page takes it: of further keys it has a field for one, and of a signature apart
 * from its message the browser takes the line break away, and with it the error.
 */
export function asTyped({ otherKeys, signature, errors, ...vector }: Vector): Vector {
  const oneLine = signature?.replace(/[\r\n]/g, '');
  const isWhole = oneLine === signature;
  return {
    ...(otherKeys?.[0] === undefined ? {} : { agentKey: otherKeys[0] }),
    ...vector,
    ...(oneLine === undefined ? {} : { signature: oneLine }),
    ...(errors === undefined
      ? {}
      : { errors: errors.filter(({ error }) => isWhole || error !== 'signature_with_newline') }),
  };
}

/**
 * Makes the fields hold what a vector holds, the message last, and waits until the page has said what it finds. What a
 * field holds already stays.
 */
export async function paste(
  signatures: Debugger,
  keys: VectorFile['keys'],
  { errors: _errors, sample: _sample, message, otherKeys: _otherKeys, signType, ...fields }: Vector,
): Promise<Shown> {
  const { element } = signatures;
  const wanted: Readonly<Record<string, string>> = { ...keys, ...fields, signType: signType ?? '' };
  // What is on show goes with the message that it is about.
  await signatures.message.fill('');
  for (const [name, value] of Object.entries(await typed(signatures))) {
    const field = element.locator(`#${name}`);
    const to = wanted[name] ?? '';
    if (value === to) continue;
    if (name === 'signType') await field.selectOption(to);
    else await field.fill(to);
  }
  await signatures.message.fill(message);
  return await settled(signatures);
}

/** What the fields beside the message hold. */
function typed({ element }: Debugger): Promise<Record<string, string>> {
  return element.evaluate(({ shadowRoot }) => {
    const fields = shadowRoot?.querySelectorAll<HTMLInputElement>(
      '[id]:is(input, textarea, select):not(#message)',
    );
    return Object.fromEntries([...(fields ?? [])].map(({ id, value }) => [id, value]));
  });
}

const LONGEST_SEARCH_MILLISECONDS = 20_000;

function settled({ element }: Debugger): Promise<Shown> {
  return element.evaluate(
    ({ shadowRoot }, longest) =>
      new Promise<Shown>((resolve, reject) => {
        if (shadowRoot === null) throw new Error('the element shows nothing');
        const look = () => {
          const verdict = shadowRoot.querySelector('.verdict');
          // While the cause is looked for, the page says so below the verdict.
          if (verdict === null || verdict.parentElement?.querySelector('.quiet') !== null) return;
          observer.disconnect();
          clearTimeout(timer);
          resolve({
            verdict: verdict.className.replace('verdict ', ''),
            isOutOfTime: /time ran out|时间用完/.test(
              shadowRoot.querySelector('.tried summary')?.textContent ?? '',
            ),
            causes: [...shadowRoot.querySelectorAll('.findings li:has(> h3)')].map((finding) => ({
              title: [...(finding.querySelector('h3')?.childNodes ?? [])]
                .map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ''))
                .join('')
                .trim(),
              isReproduced: finding.classList.contains('reproduced'),
              alternatives: [...finding.querySelectorAll('details li')].map(
                ({ textContent }) => textContent ?? '',
              ),
            })),
          });
        };
        const observer = new MutationObserver(look);
        const timer = setTimeout(() => {
          observer.disconnect();
          reject(new Error('the page still says that it looks for the cause'));
        }, longest);
        observer.observe(shadowRoot, { subtree: true, childList: true, characterData: true });
        look();
      }),
    LONGEST_SEARCH_MILLISECONDS,
  );
}
