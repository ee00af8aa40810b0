import { createPublicKey } from 'node:crypto';
import { payout } from '@yinjian/mmsp';
import { decodeUtf8 } from '@yinjian/protocol-codec';
import type { Issue } from '@yinjian/provider-kit';
import { checkFields, inWords } from '../../internal/checked-fields.ts';
import { demandedRefusal, Refusal, refusal } from '../../internal/refusal.ts';
import { duplicateField, type Incoming, type Reply, withFlaw } from '../../internal/reply.ts';
import type { World } from '../../internal/world.ts';
import { merchants } from '../../merchants.ts';
import { parseLossless, textMembers } from '../lossless-json.ts';
import type { PayoutBehaviour, PayoutResult } from './behaviour.ts';
import type { PayoutOrderBook } from './order-book.ts';
import { decrypt, encrypt, isSignedBy, signature } from './seal.ts';

const merchantPublicKey = createPublicKey(merchants.mmsp.publicKeyPem);

type Texts = Readonly<Record<string, string>>;

/** Reads a request to the product's address: decrypts first, since the command stands inside. */
export function receive(
  bytes: Uint8Array,
  behaviours: readonly PayoutBehaviour[],
  orders: PayoutOrderBook,
  world: World,
): Incoming {
  const outer = readTexts(bytes);
  const unreadable = (code: string): Incoming => {
    const reply = refused(refusal(payout.pay, code));
    return { operation: undefined, needsCertificate: false, execute: () => reply, refuse: () => reply };
  };
  if (outer === undefined || !outer['ENCRYPT'] || !outer['SIGN']) return unreadable('0002');
  const plaintext = decrypt(outer['ENCRYPT'], world.platformKeys.privateKey);
  if (plaintext === undefined) return unreadable('1005');
  const fields = readTexts(plaintext);
  const behaviour = behaviours.find(({ definition }) => String(definition.commandId) === fields?.['CMDID']);
  if (fields === undefined || behaviour === undefined) return unreadable('0002');
  const isSigned = isSignedBy(plaintext, outer['SIGN'], merchantPublicKey);
  return {
    operation: behaviour.definition.name,
    needsCertificate: behaviour.definition.needsCertificate,
    execute: () => execute(fields, isSigned, behaviour, orders, world),
    refuse: (code = '0001', words?: string) => refused(refusal(behaviour.definition, code, words)),
  };
}

function readTexts(bytes: Uint8Array): Texts | undefined {
  try {
    const value = parseLossless(decodeUtf8(bytes));
    if (!(value instanceof Map)) return undefined;
    const { fields, others } = textMembers(value);
    return others.length === 0 ? fields : undefined;
  } catch {
    return undefined;
  }
}

function execute(
  received: Texts,
  isSigned: boolean,
  behaviour: PayoutBehaviour,
  orders: PayoutOrderBook,
  world: World,
): Reply {
  const operation = behaviour.definition;
  const refuse = (code: string, words?: string) => refused(refusal(operation, code, words));
  if (received['MERNO'] !== merchants.mmsp.MERNO) return refuse('1002');
  if (!isSigned) return refuse('1006');
  if (received['VERSION'] !== '1.0') return refuse('1007');
  const checked = checkFields(operation, received, world.options.log, world.now);
  if (!checked.ok)
    return refuse(issueCode(operation.request.atLeastOne, checked.issues), inWords(checked.issues));
  const demanded = demandedRefusal(checked.fields, 'payout');
  if (demanded !== undefined) return refuse(demanded);
  const result = behaviour.execute({ fields: checked.fields, operation, orders, world });
  return result instanceof Refusal ? refused(result) : sealed(result, behaviour, world);
}

/** The return codes that speak of one field [M] 代付 6.2. */
const FIELD_CODES: Readonly<Record<string, string>> = {
  BUSITYPE: '1011',
  ACCNAME: '1014',
  MOBILE: '1015',
  ACCNO: '1018',
  ACCTYPE: '1019',
  BANKNAME: '1020',
  BANKSETTLENO: '1021',
  BANKPROV: '1022',
  AMT: '1030',
};

/** The code for the first mistake: neither number given, a field with a code of its own, or 参数错误. */
function issueCode(either: readonly string[] | undefined, [issue]: readonly Issue[]): string {
  if (issue === undefined) return '1001';
  if (issue.code === 'missing' && either?.includes(issue.path) === true) return '1027';
  return FIELD_CODES[issue.path] ?? '1001';
}

/** In the clear. */
function refused({ code, message }: Refusal): Reply {
  return {
    summary: `RETCODE ${code}`,
    render: () => ({
      body: JSON.stringify({ RETCODE: code, RETMSG: message }),
      contentType: 'application/json',
    }),
  };
}

/** The result, encrypted for the merchant and, unless switched off, signed by the platform. */
function sealed(
  result: PayoutResult,
  { definition }: PayoutBehaviour,
  { platformKeys, options }: World,
): Reply {
  return {
    summary: summaryOf(result),
    render: (flaw) => {
      let json = JSON.stringify(withFlaw(definition, result, flaw));
      if (flaw === 'duplicate-fields') {
        const [name, value] = duplicateField(definition);
        json = `${json.slice(0, -1)},"${name}":"${value}"}`;
      }
      const plaintext = Buffer.from(json);
      const receiver = flaw === 'wrong-encryption' ? platformKeys.publicKey : merchantPublicKey;
      const signed = flaw === 'wrong-signature' ? Buffer.from(`${json} `) : plaintext;
      const SIGN = signature(signed, platformKeys.privateKey);
      const isSigned = options.signPayoutReplies && flaw !== 'no-signature';
      const message = {
        RETCODE: '0000',
        RETMSG: '交易成功',
        ENCRYPT: encrypt(plaintext, receiver),
        ...(isSigned ? { SIGN } : {}),
      };
      return { body: JSON.stringify(message), contentType: 'application/json' };
    },
  };
}

function summaryOf({ PAYSTATE }: PayoutResult): string {
  return PAYSTATE === undefined ? 'RETCODE 0000' : `RETCODE 0000, PAYSTATE ${PAYSTATE as string}`;
}
