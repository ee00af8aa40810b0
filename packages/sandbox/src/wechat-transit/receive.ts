import { decodeFlatXml, decodeUtf8 } from '@yinjian/protocol-codec';
import type { TransitOperation } from '@yinjian/wechat-transit';
import { checkFields, inWords } from '../internal/checked-fields.ts';
import { demandedRefusal, Refusal, refusal } from '../internal/refusal.ts';
import { duplicateField, type Incoming, type Reply, withFlaw } from '../internal/reply.ts';
import type { World } from '../internal/world.ts';
import { merchants, type WechatTransitMerchant } from '../merchants.ts';
import type { TransitBehaviour, TransitCaller } from './behaviour.ts';
import { signedMessage } from './message.ts';
import type { TransitOrderBook } from './order-book.ts';
import { sign } from './sign.ts';
import { buildXml } from './xml.ts';

type Message = ReadonlyMap<string, string>;

/** Reads a request to one path. */
export function receive(
  bytes: Uint8Array,
  behaviour: TransitBehaviour,
  operation: TransitOperation,
  orders: TransitOrderBook,
  world: World,
): Incoming {
  const { name, needsCertificate } = operation;
  const message = readMessage(bytes);
  const caller = authenticate(message);
  if (message === undefined || typeof caller === 'string') {
    const reply = unsigned(typeof caller === 'string' ? caller : MALFORMED);
    return { operation: name, needsCertificate, execute: () => reply, refuse: () => reply };
  }
  const reply = (result: ReturnType<TransitBehaviour['execute']>) =>
    result instanceof Refusal && RETURN_MESSAGES.has(result.code)
      ? unsigned(result.code)
      : signed(result, operation, caller, world);
  return {
    operation: name,
    needsCertificate,
    execute: () => reply(execute(message, behaviour, operation, caller, orders, world)),
    refuse: (code = 'SYSTEMERROR', words?: string) => reply(refusal(operation, code, words)),
  };
}

const MALFORMED = '参数格式校验错误';
const WRONG_SIGNATURE = '签名失败';

/** What is said in `return_msg` instead of a code [W]. */
const RETURN_MESSAGES: ReadonlySet<string> = new Set([MALFORMED, WRONG_SIGNATURE]);

function readMessage(bytes: Uint8Array): Message | undefined {
  try {
    return decodeFlatXml(decodeUtf8(bytes));
  } catch {
    return undefined;
  }
}

/** Who signed the request, or the `return_msg` that refuses it [W]. */
function authenticate(message: Message | undefined): TransitCaller | string {
  if (message === undefined) return MALFORMED;
  const read = (name: string) => message.get(name) ?? '';
  if (read('appid') === '' || read('mch_id') === '' || read('nonce_str') === '') return MALFORMED;
  const signType = read('sign_type') || 'HMAC-SHA256';
  if (signType !== 'HMAC-SHA256' && signType !== 'MD5') return MALFORMED;
  const known: readonly WechatTransitMerchant[] = Object.values(merchants.wechatTransit);
  const merchant = known.find(({ mch_id }) => mch_id === read('mch_id'));
  const isSigned = merchant !== undefined && read('sign') === sign(message, merchant.key, signType);
  if (!isSigned) return WRONG_SIGNATURE;
  return {
    merchant,
    key: merchant.key,
    signType,
    ...(merchant.mode === 'partner'
      ? { sub_mch_id: message.get('sub_mch_id'), sub_appid: read('sub_appid') || undefined }
      : { sub_mch_id: undefined, sub_appid: undefined }),
  };
}

function execute(
  message: Message,
  behaviour: TransitBehaviour,
  operation: TransitOperation,
  caller: TransitCaller,
  orders: TransitOrderBook,
  world: World,
): ReturnType<TransitBehaviour['execute']> {
  const wrongRight = rightsIssue(message, operation, caller);
  if (wrongRight !== undefined) return new Refusal('INVALID_REQUEST', wrongRight);
  const received = { ...Object.fromEntries(message), sign_type: caller.signType };
  const checked = checkFields(operation, received, world.options.log, world.now);
  if (!checked.ok) return new Refusal('PARAM_ERROR', inWords(checked.issues));
  const demanded = demandedRefusal(checked.fields, 'transit');
  if (demanded !== undefined) return refusal(operation, demanded);
  return behaviour.execute({ fields: checked.fields, caller, operation, orders, world });
}

/** What the merchant may not do with this address. */
function rightsIssue(
  message: Message,
  { mode }: TransitOperation,
  { merchant }: TransitCaller,
): string | undefined {
  if (merchant.mode !== mode) return `mch_id is not a merchant of ${mode} mode`;
  if (merchant.appid !== message.get('appid')) return 'appid does not belong to mch_id';
  const isOther = (message.get('sub_mch_id') ?? merchant.sub_mch_id) !== merchant.sub_mch_id;
  return mode === 'partner' && isOther ? 'sub_mch_id does not belong to mch_id' : undefined;
}

/** `return_code` FAIL: nothing but the reason. */
function unsigned(return_msg: string): Reply {
  return {
    summary: `FAIL ${return_msg}`,
    render: () => ({
      body: buildXml([
        ['return_code', 'FAIL'],
        ['return_msg', return_msg],
      ]),
      contentType: 'text/xml',
    }),
  };
}

function signed(
  result: ReturnType<TransitBehaviour['execute']>,
  operation: TransitOperation,
  caller: TransitCaller,
  { random }: World,
): Reply {
  const outcome =
    result instanceof Refusal
      ? {
          result_code: 'FAIL',
          err_code: result.code,
          err_code_des: Array.from(result.message).slice(0, 128).join(''),
        }
      : { result_code: 'SUCCESS', ...result };
  const fields = {
    return_code: 'SUCCESS',
    return_msg: 'OK',
    appid: caller.merchant.appid,
    mch_id: caller.merchant.mch_id,
    sub_appid: caller.sub_appid,
    sub_mch_id: caller.sub_mch_id,
    nonce_str: random.nonce(),
    ...outcome,
  };
  return {
    summary: result instanceof Refusal ? result.code : 'SUCCESS',
    render: (flaw) =>
      signedMessage(withFlaw(operation, fields, flaw), caller, flaw, duplicateField(operation)),
  };
}
