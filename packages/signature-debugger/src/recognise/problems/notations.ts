import type { Title } from '@yinjian/provider-kit';
import type { ProblemCode } from '../../types/problem.ts';

/** What programs print instead of JSON, told by how it starts or by what only it has. */
export const notations: readonly {
  readonly code: ProblemCode;
  readonly pattern: RegExp;
  readonly words: Title;
}[] = [
  {
    code: 'php_print_r',
    pattern: /^\s*(?:Array|stdClass Object|\w+ Object)\s*\(\s*(?:\[|\))/,
    words: {
      zh: '这是 PHP 的 print_r 输出，不是 JSON；请用 json_encode($data, JSON_UNESCAPED_UNICODE) 输出',
      en: 'this is what PHP’s print_r prints, not JSON: print it with json_encode($data, JSON_UNESCAPED_UNICODE)',
    },
  },
  {
    code: 'php_var_dump',
    pattern: /^\s*(?:\S+:\d+:\s*)?(?:array\(\d+\)|object\([\w\\]+\)#\d+ \(\d+\)|string\(\d+\) ")/,
    words: {
      zh: '这是 PHP 的 var_dump 输出，不是 JSON；请用 json_encode($data, JSON_UNESCAPED_UNICODE) 输出',
      en: 'this is what PHP’s var_dump prints, not JSON: print it with json_encode($data, JSON_UNESCAPED_UNICODE)',
    },
  },
  {
    code: 'php_array',
    pattern: /^\s*(?:\$\w+\s*=\s*)?(?:array\s*\(|\[)\s*['"]\w+['"]\s*=>/,
    words: {
      zh: '这是 PHP 数组的写法（var_export 或源代码），不是 JSON；请用 json_encode 输出',
      en: 'this is a PHP array (var_export or source code), not JSON: print it with json_encode',
    },
  },
  {
    code: 'python_repr',
    pattern: /^\s*(?:OrderedDict\(|\{\s*'[^']*'\s*:[^]*(?:\b(?:None|True|False)\b|:\s*[bu]?'))/,
    words: {
      zh: '这是 Python 字典的 repr 输出，不是 JSON；请用 json.dumps(data, ensure_ascii=False) 输出',
      en: 'this is the repr of a Python dict, not JSON: print it with json.dumps(data, ensure_ascii=False)',
    },
  },
  {
    code: 'java_map',
    pattern: /^\s*(?:\w+)?[{(]\s*[A-Za-z_]\w*=[^"]*[})]\s*$/,
    words: {
      zh: '这是 Java 的 Map 或对象的 toString 输出，不是 JSON；请打印实际发送的 JSON 文本',
      en: 'this is the toString of a Java map or object, not JSON: print the JSON that is sent',
    },
  },
];
