import type { NextStep, Title } from '@yinjian/provider-kit';

/** What to do next, in words. */
export function nextStepInWords(next: NextStep): Title {
  switch (next.action) {
    case 'query': {
      const asked = {
        en: `ask with ${next.operation} after ${seconds(next.afterSeconds).en}`,
        zh: `${seconds(next.afterSeconds).zh}后用 ${next.operation} 查询`,
      };
      if (next.awaits === undefined) return asked;
      const { placedBy } = next.awaits;
      const first = nextStepInWords(next.awaits);
      return {
        en: `${placedBy === undefined ? '' : `where ${placedBy} placed the order, `}${first.en}, unless you have; then ${asked.en}`,
        zh: `${placedBy === undefined ? '' : `由 ${placedBy} 下单且`}尚未进行时${first.zh}；再于${asked.zh}`,
      };
    }
    case 'repeat': {
      const { operation, afterSeconds } = next;
      return {
        en: `send ${operation ?? 'the request that placed the order'} again with the very same parameters, after ${seconds(afterSeconds).en}`,
        zh: `${seconds(afterSeconds).zh}后以完全相同的参数再次调用${operation === undefined ? '当初下单的接口' : ` ${operation}`}`,
      };
    }
    case 'proceed': {
      const { operation, take = [] } = next;
      return {
        en: `go on with ${operation}${take.length === 0 ? '' : ` and the reply's ${take.join(', ')}`}`,
        zh: `继续调用 ${operation}${take.length === 0 ? '' : `，传入应答中的 ${take.join('、')}`}`,
      };
    }
  }
}

function seconds(pauses: readonly number[]): Title {
  return { en: `${pauses.join(', ')} s`, zh: `${pauses.join('、')} 秒` };
}
