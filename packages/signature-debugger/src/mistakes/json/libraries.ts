import type { Plan } from '../../search/plan.ts';
import { always, defineFamily, type Mistake, usually } from '../mistake.ts';

const fix = {
  en: 'Have the text of the signature written as PHP’s json_encode with JSON_UNESCAPED_UNICODE writes it: no spaces, / as \\/, no other \\u escapes.',
  zh: '签名原文要与 PHP 的 json_encode(…, JSON_UNESCAPED_UNICODE) 一致：没有空格，/ 写成 \\/，其余字符不转成 \\u。',
};

const pythonSpacing = { id: 'python', comma: ', ', colon: ': ' };
const gsonEscapes = { id: 'gson', pattern: /[<>&='\u2028\u2029]/ };

/** What libraries do by default, all of it at once. */
export const libraries = /* @__PURE__ */ defineFamily({
  id: 'libraries',
  title: { en: 'Defaults of JSON libraries', zh: '各 JSON 库的默认写法' },
  mistakes: [
    writtenBy('libraries.python_dumps', 1, 'json.dumps (Python)', {
      slash: 'raw',
      unicode: 'lower',
      spacing: pythonSpacing,
    }),
    writtenBy('libraries.python_dumps_non_ascii', 2, 'json.dumps(ensure_ascii=False) (Python)', {
      slash: 'raw',
      unicode: 'all-raw',
      spacing: pythonSpacing,
    }),
    writtenBy('libraries.gson', 2, 'Gson (Java)', { slash: 'raw', escapes: gsonEscapes }),
    writtenBy('libraries.go_json', 3, 'encoding/json (Go)', {
      slash: 'raw',
      escapes: { id: 'go', pattern: /[<>&\u2028\u2029]/ },
    }),
    writtenBy('libraries.dotnet_json', 3, 'System.Text.Json (.NET)', {
      slash: 'raw',
      unicode: 'upper',
      escapes: { id: 'dotnet', pattern: /[<>&'+"`\u007f]/, isUpper: true },
    }),
    writtenBy('libraries.fastjson_browser', 4, 'fastjson BrowserCompatible (Java)', {
      slash: 'escaped',
      unicode: 'upper',
    }),
    {
      id: 'libraries.html_characters_escaped',
      cost: 3,
      title: {
        en: "Characters such as = < > & ' are written as \\u003d and the like",
        zh: "= < > & ' 等字符被写成了 \\u003d 之类",
      },
      fix: {
        en: 'Turn HTML escaping off: disableHtmlEscaping() in Gson, SetEscapeHTML(false) in Go, no JSON_HEX_* in PHP.',
        zh: '关闭 HTML 转义：Gson 用 disableHtmlEscaping()，Go 用 SetEscapeHTML(false)，PHP 不要用 JSON_HEX_*。',
      },
      variants: () =>
        usually(3, [
          { set: { escapes: gsonEscapes } },
          { set: { escapes: { id: 'go', pattern: /[<>&]/ } } },
          { set: { escapes: { id: 'php hex', pattern: /[<>&'"]/, isUpper: true } } },
          { set: { escapes: { id: 'php hex tag', pattern: /[<>]/, isUpper: true } } },
        ]),
    },
  ],
});

function writtenBy<const Id extends string>(
  id: Id,
  cost: number,
  library: string,
  set: Pick<Partial<Plan>, 'slash' | 'unicode' | 'escapes' | 'spacing'>,
): Mistake<Id> {
  return {
    id,
    cost,
    title: {
      en: `The JSON is written as ${library} writes it by default`,
      zh: `JSON 是按 ${library} 的默认写法生成的`,
    },
    fix,
    variants: always(set),
  };
}
